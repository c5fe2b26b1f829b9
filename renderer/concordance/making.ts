import { create } from 'zustand';
import type { RequestOutput } from '../../domain/contract.ts';
import { asksForWords } from '../../domain/search/concordance.ts';
import { parseQuery } from '../../domain/search/parse.ts';
import type { ConcordanceOrder } from '../../domain/search/result.ts';
import { request } from '../bridge.ts';
import { report, useDesk } from '../desk/desk.ts';
import { settleTyping } from '../desk/typing.ts';
import { sentenceOf } from '../desk/words.ts';
import { working } from '../library/work.ts';
import { type Marks, NONE } from './marks.ts';

/** A concordance that was made, and the query it was made for. */
export type Made = NonNullable<RequestOutput<'concordance.make'>> & { readonly query: string };

/** The concordance as it lies on the desk: it stays as it was left until another is made. */
export interface OnDesk {
  /** What is written in the field. */
  readonly typed: string;
  readonly state: 'none' | 'wordless' | 'making' | 'made' | 'stopped' | 'failed';
  readonly made: Made | null;
  /** Why it failed, and the query that may have been meant. */
  readonly failure: { readonly message: string; readonly instead: string | null } | null;
  /** Whether a text or the list of cables has changed since. */
  readonly old: boolean;
  readonly order: ConcordanceOrder;
  /** The place in the order that the reader is at. */
  readonly active: number | null;
  readonly marks: Marks;
  /** What the marked lines are to be tagged with. */
  readonly tagIds: readonly string[];
  /** What has just been done with the lines; `undo` is what undoing it is called, null where nothing can be undone. */
  readonly outcome: { readonly words: string; readonly undo: string | null } | null;
}

const fresh: OnDesk = {
  typed: '',
  state: 'none',
  made: null,
  failure: null,
  old: false,
  order: { by: 'right', descending: false },
  active: null,
  marks: NONE,
  tagIds: [],
  outcome: null,
};

export const useConcordance = create<OnDesk>(() => fresh);

/** Clears it away when another library is put on the desk. */
export function clearConcordance() {
  useConcordance.setState(fresh);
}

/** Lays the sheet on the desk. It is made anew where the search in force is another one. */
export async function openConcordance() {
  await settleTyping();
  const { query } = useDesk.getState();
  const { made } = useConcordance.getState();
  useDesk.setState({ sheet: 'concordance' });
  useConcordance.setState({ typed: query });
  if (made?.query !== query) await makeConcordance(query);
}

/** Puts a query in force and makes its concordance. */
export function searchFor(query: string) {
  useDesk.setState({ query });
  useConcordance.setState({ typed: query });
  makeConcordance(query).catch(report);
}

let underWay: Promise<void> = Promise.resolve();
let last = 0;

/** Makes the concordance of a query; whatever is being made is stopped for it. */
export async function makeConcordance(query: string): Promise<void> {
  last += 1;
  const mine = last;
  const empty = { made: null, failure: null, old: false, active: null, marks: NONE, outcome: null };
  const { query: asked, problems } = parseQuery(query);
  const [problem] = problems;
  const tell = (state: OnDesk['state'], more: Partial<OnDesk> = {}) => {
    if (mine === last) useConcordance.setState({ ...empty, state, ...more });
  };
  if (useConcordance.getState().state === 'making') await stopMaking();
  if (problem) return tell('failed', { failure: problem });
  if (!asked) return tell('none');
  if (!asksForWords(asked)) return tell('wordless');
  tell('making');
  underWay = underWay.then(async () => {
    if (mine !== last) return;
    try {
      const work = { name: 'Concordance', thing: 'cable' };
      const made = await working(work, request('concordance.make', { query }));
      tell(made ? 'made' : 'stopped', { made: made && { ...made, query } });
    } catch (error) {
      tell('failed', { failure: { message: sentenceOf(error), instead: null } });
    }
  });
  return underWay;
}

/** Stops what is being made. */
export async function stopMaking(): Promise<void> {
  if (useConcordance.getState().state === 'making') await request('import.cancel', {});
}
