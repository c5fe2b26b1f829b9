import type { Annotation, Side } from '../../domain/annotation/annotation.ts';
import type { CheckedInput, RequestOutput } from '../../domain/contract.ts';
import type { Emendation } from '../../domain/emendation/emendation.ts';
import type { Revision } from '../../domain/history/revision.ts';
import type { Cable } from '../../domain/library/cable.ts';
import { type Edit, goingOn, randomEdit } from './edit.ts';
import { type Emended, typedStretches } from './emending.ts';
import {
  annotated,
  type Manuscript,
  type Standpoint,
  unannotated,
  untouched,
  withDecision,
  withRestored,
  withTyping,
} from './manuscript.ts';
import type { Random } from './random.ts';
import { begun, goneOn, type Run } from './run.ts';
import { halves } from './stretch.ts';

/** What of a store is driven here. */
export interface Driven {
  state(): Promise<{ readonly annotations: number }>;
  openCable(id: string): Promise<Cable>;
  readCable(id: string): Promise<RequestOutput<'cable.read'>>;
  listAnnotations(cableId: string): Promise<Annotation[]>;
  createAnnotation(draft: CheckedInput<'annotation.create'>, author: string): Promise<Annotation>;
  deleteAnnotations(ids: readonly string[], author: string): Promise<unknown>;
  emend(
    edit: CheckedInput<'transcription.emend'>,
    author: string,
  ): Promise<RequestOutput<'transcription.emend'>>;
  decideChanges(input: CheckedInput<'proposal.decide'>, author: string): Promise<boolean>;
  listRevisions(cableId: string): Promise<Revision[]>;
  restoreRevision(which: CheckedInput<'revision.restore'>, author: string): Promise<boolean>;
}

/** A step at which the store and the reference did not agree. */
export interface Deviation {
  readonly edit: number;
  readonly what: string;
  /** What was done, as JSON. */
  readonly done: string;
}

interface Desk {
  readonly id: string;
  readonly length: number;
  now: Manuscript;
  version: number;
  /** The manuscript before its text was first changed. */
  start: Manuscript;
  /** The manuscript at the end of each revision, by its id. */
  readonly ended: Map<string, Manuscript>;
}

/**
 * Makes random edits in a store, the same in the reference, and compares them after each. One action
 * of the journal is made by each call of `edit` and of `annotate`.
 */
export class Driver {
  readonly deviations: Deviation[] = [];
  /** How many edits of each kind have been made. */
  readonly kinds = new Map<string, number>();
  /** How many targets of annotations have been compared, and of these were lost. */
  readonly compared = { targets: 0, lost: 0 };
  edits = 0;
  readonly #random: Random;
  readonly #desks: Desk[] = [];
  readonly #store: Driven;
  #author = 'kay';
  /** The typing that may go on, and where its pen is; null after anything else. */
  #typing: { readonly desk: Desk; readonly run: Run; readonly pen: number } | null = null;
  #names = 0;

  constructor(store: Driven, random: Random) {
    this.#store = store;
    this.#random = random;
  }

  /** Takes a cable up that nobody has worked on yet. */
  async take(id: string): Promise<void> {
    const { original, changes, version } = await this.#store.openCable(id);
    const now = untouched(original.text, changes);
    const length = now.text.length;
    this.#desks.push({ id, length, now, version, start: now, ended: new Map() });
    await this.#compare(this.#random.one(this.#desks.slice(-1)), 'take');
  }

  /** Highlights a passage somewhere, at times in the original. */
  async annotate(): Promise<void> {
    const desk = this.#random.one(this.#desks);
    const side: Side = this.#random.chance(0.05) ? 'original' : 'transcription';
    const text = side === 'original' ? desk.now.original : desk.now.text;
    if (text.length > 1) await this.#annotate(desk, { side, ...this.#passage(text) });
  }

  async #annotate(desk: Desk, at: Pick<Standpoint, 'side' | 'from' | 'to'>): Promise<void> {
    this.#typing = null;
    const draft = { cableId: desk.id, ranges: [at], version: desk.version, tagIds: [], note: '' };
    const { id } = await this.#store.createAnnotation(draft, this.#author);
    desk.now = annotated(desk.now, id, at);
    await this.#remember(desk);
  }

  /** Deletes an annotation that is lost, if there is one. */
  async clearOne(): Promise<boolean> {
    this.#typing = null;
    const desk = this.#random.one(this.#desks);
    const lost = [...desk.now.annotations].filter(([, points]) => points.some((one) => one.lost));
    if (lost.length === 0) return false;
    const [id] = this.#random.one(lost);
    await this.#store.deleteAnnotations([id], this.#author);
    desk.now = unannotated(desk.now, id);
    await this.#remember(desk);
    return true;
  }

  /** The library has been closed: what is typed from now on goes on with nothing. */
  rest(): void {
    this.#typing = null;
  }

  /** Makes one random edit and compares. What the store fails to do is a deviation, and no edit. */
  async edit(): Promise<void> {
    const going = this.#random.chance(0.4) ? this.#typing : null;
    const desk = going?.desk ?? this.#random.one(this.#desks);
    if (!going && this.#random.chance(0.02))
      this.#author = this.#random.one(['kay', 'miller', 'rusk']);
    const edit: Edit = going
      ? { do: 'type', kind: 'go on', step: goingOn(desk.now, going.pen, this.#random) }
      : randomEdit(desk.now, this.#random, desk.length);
    const made = await this.#perform(desk, edit, going?.run ?? null);
    return made ? undefined : this.edit();
  }

  /** Makes this edit in the first cable and compares. */
  async make(edit: (now: Manuscript) => Edit): Promise<void> {
    const [desk] = this.#desks;
    if (desk) await this.#perform(desk, edit(desk.now), null);
  }

  /** Highlights the first place of these words in the transcription of the first cable. */
  async highlight(words: string): Promise<void> {
    const [desk] = this.#desks;
    const from = desk?.now.text.indexOf(words) ?? -1;
    if (!desk || from < 0) throw new Error(`“${words}” is not in the text`);
    await this.#annotate(desk, { side: 'transcription', from, to: from + words.length });
  }

  /** Makes an edit in both and compares; whether anything was done. */
  async #perform(desk: Desk, edit: Edit, run: Run | null): Promise<boolean> {
    const before = desk.now;
    this.#typing = null;
    let done: string | null;
    try {
      done = await this.#make(desk, edit, run);
    } catch (error) {
      this.#deviates(`it fails: ${String(error)}`, JSON.stringify(edit));
      desk.now = before;
      done = null;
    }
    if (done === null) return false;
    this.edits++;
    this.kinds.set(edit.kind, (this.kinds.get(edit.kind) ?? 0) + 1);
    await this.#compare(desk, done);
    await this.#remember(desk);
    return true;
  }

  /** How many targets of annotations stand in place, and how many are without one. */
  counts(): { shown: number; tray: number } {
    const points = this.#desks.flatMap(({ now }) => [...now.annotations.values()].flat());
    const tray = points.filter(({ lost }) => lost).length;
    return { shown: points.length - tray, tray };
  }

  /** Some words of a text. */
  #passage(text: string): { from: number; to: number } {
    const whole = (at: number) => (halves(text, at) ? at - 1 : at);
    for (;;) {
      const from = whole(this.#random.below(text.length));
      const length = 1 + this.#random.below(this.#random.one([4, 20, 20, 60, 250]));
      const to = whole(Math.min(text.length, from + length));
      if (from < to) return { from, to };
    }
  }

  /** Makes an edit in both; what was done, for a report, or null where nothing could be done. */
  async #make(desk: Desk, edit: Edit, run: Run | null): Promise<string | null> {
    if (edit.do === 'type') return this.#type(desk, edit.step, run);
    if (edit.do === 'restore') return this.#restore(desk);
    const { keys, kind: status } = edit;
    const input = { cableId: desk.id, changes: [...keys], status };
    await this.#store.decideChanges(input, this.#author);
    desk.now = withDecision(desk.now, keys, status);
    return JSON.stringify({ [status]: keys });
  }

  /** Types; `before` is the run of typing it goes on with, null where it begins one. */
  async #type(
    desk: Desk,
    step: Extract<Edit, { do: 'type' }>['step'],
    before: Run | null,
  ): Promise<string> {
    const witness = this.#random.chance(0.05) ? this.#random.one(this.#desks).id : null;
    const was = await this.#store.openCable(desk.id);
    const continues = before !== null;
    const run = goneOn(before ?? begun(desk.now), step);
    const json = stepJson(step, desk.now.text.length);
    const emended = await this.#store.emend(
      { cableId: desk.id, version: desk.version, step: json, continues, witness },
      this.#author,
    );
    const name = () => `new ${++this.#names}`;
    const typist = { author: this.#author, witness, name };
    desk.now = withTyping(desk.now, step, typist, continues ? run : null);
    this.#typing = { desk, run, pen: typedStretches(step).at(-1)?.newTo ?? 0 };
    const after = await this.#store.openCable(desk.id);
    const done = JSON.stringify({ steps: run.steps, witness });
    const { remove, put } = emended.emendations;
    const gone = new Set([...remove, ...put.map(({ id }) => id)]);
    const told = [...was.emendations.filter(({ id }) => !gone.has(id)), ...put];
    if (sortedJson(told) !== sortedJson(after.emendations))
      this.#deviates('the answer does not tell what has become of the emendations', done);
    return done;
  }

  async #restore(desk: Desk): Promise<string | null> {
    const revisions = await this.#store.listRevisions(desk.id);
    const known = revisions.filter(({ id }) => desk.ended.has(id));
    if (known.length === 0) return null;
    const { id, number } = this.#random.one(known);
    const then = desk.ended.get(id) ?? desk.now;
    const changed = await this.#store.restoreRevision({ cableId: desk.id, id }, this.#author);
    if (!changed) return null;
    desk.now = withRestored(desk.now, then);
    return JSON.stringify({ restore: number });
  }

  /** Keeps what the newest revision has led to, and at its beginning what the first one is. */
  async #remember(desk: Desk): Promise<void> {
    const revisions = await this.#store.listRevisions(desk.id);
    const [newest, first] = [revisions[0], revisions.at(-1)];
    if (!newest || !first) desk.start = desk.now;
    else {
      if (!desk.ended.has(first.id)) desk.ended.set(first.id, desk.start);
      desk.ended.set(newest.id, desk.now);
    }
  }

  #deviates(what: string, done: string): void {
    this.deviations.push({ edit: this.edits, what, done });
  }

  /** Compares store and reference; where they differ that is noted, and the reference goes on from the store. */
  async #compare(desk: Desk, done: string): Promise<void> {
    const cable = await this.#store.openCable(desk.id);
    const { text } = await this.#store.readCable(desk.id);
    const annotations = await this.#store.listAnnotations(desk.id);
    const found = this.deviations.length;
    desk.version = cable.version;
    const same = (what: string, is: unknown, wanted: unknown) => {
      const [a, b] = [JSON.stringify(is), JSON.stringify(wanted)];
      if (a !== b) this.#deviates(`${what}\n  is     ${a}\n  wanted ${b}`, done);
    };
    same('text', text, desk.now.text);
    const status = ({ from, to, rule, status: is }: Cable['changes'][number]) =>
      `${from} ${to} ${rule} ${is}`;
    same('changes', cable.changes.map(status), desk.now.changes.map(status));
    this.#compareEmendations(desk, cable.emendations, same);
    this.#compareAnnotations(desk, annotations, same);
    const stored = await this.#store.state();
    const { shown, tray } = this.counts();
    same('shown and tray', stored.annotations, shown + tray);
    desk.now = { ...desk.now, changes: cable.changes };
    if (this.deviations.length === found) return;
    this.#typing = null;
    const emended = cable.emendations.map(emendedOf);
    const points = new Map(annotations.map(({ id, targets }) => [id, targets.map(pointOf)]));
    const { original, cleaned } = desk.now;
    desk.now = { original, cleaned, text, changes: cable.changes, emended, annotations: points };
  }

  #compareEmendations(desk: Desk, emendations: readonly Emendation[], same: Same): void {
    const known = new Set(desk.now.emended.map(({ id }) => id));
    const place = ({ from, to, insert }: Pick<Emended, 'from' | 'to' | 'insert'>) =>
      `${from} ${to} ${insert}`;
    const fresh = new Map(
      emendations.filter(({ id }) => !known.has(id)).map((each) => [place(each), each.id]),
    );
    const emended = desk.now.emended.map((each) =>
      each.id.startsWith('new ') ? { ...each, id: fresh.get(place(each)) ?? each.id } : each,
    );
    desk.now = { ...desk.now, emended };
    const wanted = new Map(emended.map((each) => [each.id, each]));
    for (const each of emendations.map(emendedOf)) {
      const own = wanted.get(each.id);
      same('emendation', comparable(each), own && comparable(own));
      wanted.delete(each.id);
    }
    for (const each of wanted.values()) same('emendation', undefined, comparable(each));
  }

  #compareAnnotations(desk: Desk, annotations: readonly Annotation[], same: Same): void {
    same('number of annotations', annotations.length, desk.now.annotations.size);
    for (const { id, targets } of annotations) {
      const points = targets.map(pointOf);
      this.compared.targets += points.length;
      this.compared.lost += points.filter(({ lost }) => lost).length;
      same(`annotation ${id}`, points, desk.now.annotations.get(id)?.map(plain));
      const versions = targets.filter(({ side }) => side === 'transcription');
      for (const { version } of versions) same('version', version, desk.version);
    }
  }
}

type Same = (what: string, is: unknown, wanted: unknown) => void;

/** The JSON form of a step over a text of `length` code units. */
export function stepJson(
  step: Extract<Edit, { do: 'type' }>['step'],
  length: number,
): CheckedInput<'transcription.emend'>['step'] {
  const json: CheckedInput<'transcription.emend'>['step'] = [];
  let reached = 0;
  const keep = (to: number) => {
    if (to > reached) json.push(to - reached);
  };
  for (const { from, to, insert } of step) {
    keep(from);
    json.push(insert === '' ? [to - from] : [to - from, ...insert.split('\n')]);
    reached = to;
  }
  keep(length);
  return json;
}

function emendedOf(emendation: Emendation): Emended {
  const { id, from, to, insert, author, reason, note, witness, lost } = emendation;
  return { id, from, to, insert, author, reason, note, witness, lost: lost && lost.quote };
}

function comparable(each: Emended) {
  const { id, from, to, insert, author, reason, note, witness, lost } = each;
  const { exact, prefix, suffix } = lost ?? {};
  return [id, from, to, insert, author, reason, note, witness, exact, prefix, suffix];
}

function pointOf({ side, from, to, quote, lost }: Annotation['targets'][number]): Standpoint {
  return plain({ side, from, to, quote, lost: lost !== null });
}

/** The standpoint with its facts in one order, to be compared as JSON. */
function plain({ side, from, to, quote, lost }: Standpoint): Standpoint {
  const { exact, prefix, suffix } = quote;
  return { side, from, to, quote: { exact, prefix, suffix }, lost };
}

function sortedJson(all: readonly Emendation[]): string {
  const sorted = all.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return JSON.stringify(sorted.map((each) => [each.time, ...comparable(emendedOf(each))]));
}
