import type { ComingLine, ComingOutcome } from '../../domain/exchange/coming.ts';
import { clearPlace, clearScore } from '../../domain/exchange/clear.ts';
import { count, inDigits } from '../desk/words.ts';
import type { Report, Taken } from './coming.ts';

/** All outcomes in the order in which a reader asks for them. */
export const outcomes = [
  'proposed',
  'unplaced',
  'changed',
  'homeless',
  'placed',
  'known',
] as const satisfies readonly ComingOutcome[];

const OUTCOME: Readonly<Record<ComingOutcome, string>> = {
  placed: 'in place',
  proposed: 'to be looked at',
  unplaced: 'without a place',
  known: 'here already',
  changed: 'said otherwise here',
  homeless: 'of no cable here',
};

/** "12 to be looked at". */
export function outcomeWords(outcome: ComingOutcome, number: number): string {
  return `${inDigits(number)} ${OUTCOME[outcome]}`;
}

/** What becomes of a line, in a word or two. */
export function fateOf({ outcome }: Pick<ComingLine, 'outcome'>): string {
  return OUTCOME[outcome];
}

/** "W3C Web Annotation: 128 annotations, 12 links." */
export function sumWords({ format, annotations, relations }: Report): string {
  const links = relations === 0 ? '' : `, ${count(relations, 'link')}`;
  return `${format}: ${count(annotations, 'annotation')}${links}.`;
}

/** How many annotations come of a file. */
export function coming({ outcomes: all }: Report): number {
  return all.placed + all.proposed + all.unplaced;
}

/** What taking a file over does: "100 come in place. Of 12 to be looked at, 9 have a clear place from 85 % on." */
export function forecastWords(report: Report, least: number | null, chosen: number): string {
  const { proposed, unplaced, homeless } = report.outcomes;
  if (coming(report) === 0)
    return homeless === 0
      ? 'Nothing of it is new here.'
      : 'What is of no cable here can come once that cable is imported, or opened where the file names it otherwise.';
  const clear = least === null ? 0 : (report.clear[least] ?? 0);
  const parts = [
    proposed === 0 || least === null
      ? ''
      : `${inDigits(clear)} of ${inDigits(proposed)} to be looked at ${clear === 1 ? 'has' : 'have'} a clear place from ${least} % on.`,
    chosen === 0 ? '' : `You have decided on ${count(chosen, 'passage')}.`,
    proposed + unplaced === 0 ? '' : 'What gets no place goes to the tray.',
  ];
  const words = parts.filter((part) => part !== '').join(' ');
  return words === '' ? 'One undo takes all of it back.' : words;
}

/** "117 annotations imported: 109 in place, 8 without." */
export function takenWords({ annotations, placed, unplaced, relations, tags }: Taken): string {
  if (annotations + relations === 0) return 'Nothing was imported: all of it is here already.';
  const places =
    unplaced === 0
      ? 'all in place'
      : `${inDigits(placed)} in place, ${inDigits(unplaced)} without a place`;
  const more = [
    relations === 0 ? '' : count(relations, 'link'),
    tags === 0 ? '' : count(tags, 'new tag'),
  ].filter((part) => part !== '');
  const sum =
    annotations === 0 ? 'No annotation' : `${count(annotations, 'annotation')} imported, ${places}`;
  return `${[sum, ...more].join('; ')}. Undo takes all of it back.`;
}

/** A score as a reader is told it: "94 %". What is below a whole per cent is not told as more. */
export function scoreWords(score: number): string {
  return `${Math.floor(score * 100)} %`;
}

/** Which place of a passage is taken unless the reader says otherwise; null for none. */
export function usualPlace(
  { doubtful }: Pick<ComingLine, 'doubtful'>,
  passage: number,
  least: number | null,
): number | null {
  if (least === null) return null;
  const proposed = doubtful.map(({ places }) => places).filter((places) => places.length > 0);
  const score = clearScore(proposed);
  if (score === null || score < least / 100) return null;
  const places = doubtful.find((one) => one.passage === passage)?.places ?? [];
  return clearPlace(places, least / 100) ? 0 : null;
}
