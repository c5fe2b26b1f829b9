import type { ChangeSet, Text } from '@codemirror/state';
import type { RequestOutput } from '../../domain/contract.ts';
import { FailureError } from '../../domain/failure.ts';
import { type Step, stepOf } from '../../domain/transcription/step.ts';
import { advanced, type Manuscript, stepTo, touching } from './manuscript.ts';

/** How long the pen rests before what was typed is saved, in milliseconds. */
const REST = 250;
/** How long typing may go on before it is saved all the same, in milliseconds. */
const LONGEST = 500;
/** How long to wait before saving is tried again after it has failed, in milliseconds. */
const AGAIN = 2_000;
/** How often and after which pauses, in milliseconds, somebody who waits for a save looks for the newer text. */
const TRIES = 200;
const PAUSE = 16;

/** What the store says of a save. */
export type Saved = RequestOutput<'transcription.emend'>;

/** What was typed in one go, as it is saved. */
export interface Drafted {
  readonly step: Step;
  readonly continues: boolean;
  readonly witness: string | null;
}

/** What the scribe asks for and tells. */
export interface ScribeOptions {
  /** Saves a step over the text in `version`. Resolves when it is saved. */
  readonly save: (entry: {
    version: number;
    step: Step;
    continues: boolean;
    witness: string | null;
  }) => Promise<Saved>;
  /** The cable as it is after a save; null where that is not known. */
  readonly onSaved: (saved: Saved, step: ChangeSet) => Manuscript | null;
  /** What waits to be saved, over the text in `version`; told with every letter and whenever it has changed. */
  readonly onDraft: (version: number, entries: readonly Drafted[]) => void;
  /** Something was typed. */
  readonly onTyped: () => void;
  /** All that was typed is saved, and somebody waits for that; or the cable leaves the desk. */
  readonly onSettled: () => void;
  /** Whether anything that was typed waits to be saved, and what stands in its way. */
  readonly onWaiting: (waiting: boolean, failure: unknown) => void;
  /** The text has changed meanwhile: it is to be read again. */
  readonly onStale: () => void;
}

/** The text that is typed into. */
export interface ScribePane {
  /** Turns what is shown by a step that was not typed. */
  readonly turn: (step: ChangeSet) => void;
  /** The cable has become another than the one typed into; what was typed goes on over it. */
  readonly taken: () => void;
}

/** What was typed in one go: it is saved as one action. */
interface Entry {
  readonly step: ChangeSet;
  /** Whether it goes on where the entry before it ended. */
  readonly continues: boolean;
  readonly witness: string | null;
}

/**
 * Keeps what is typed into a transcription until the store has it: as it is typed into the text of
 * `base`, in steps that are saved one after the other. When the text changes otherwise meanwhile, what
 * was typed is carried over that change; nothing that was typed is ever dropped.
 */
export class Scribe {
  #base: Manuscript;
  #queue: Entry[] = [];
  /** Whether the first entry is on its way to the store. */
  #sending: Promise<void> | null = null;
  /** A newer state of the cable that came while an entry was on its way. */
  #arrived: Manuscript | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** When the oldest of what waits was typed (performance.now); null where nothing waits. */
  #since: number | null = null;
  /** Where the last edit stands in the text as shown, null after anything else. */
  #pen: { readonly from: number; readonly to: number } | null = null;
  #settling = false;
  /** An entry of which nobody knows whether it was saved, since the store ended before its answer. */
  #uncertain: Entry | null = null;
  readonly #options: ScribeOptions;
  readonly #pane: ScribePane;

  constructor(base: Manuscript, options: ScribeOptions, pane: ScribePane) {
    this.#base = base;
    this.#options = options;
    this.#pane = pane;
  }

  /** The cable as the store last told it. */
  get base(): Manuscript {
    return this.#base;
  }

  /** All that was typed and is not saved, as one step over the text of `base`; null where nothing is. */
  get waiting(): ChangeSet | null {
    return this.#queue.reduce<ChangeSet | null>(
      (all, { step }) => all?.compose(step) ?? step,
      null,
    );
  }

  /** The cable with what was typed; `text` is what is shown. */
  shown(text: Text): Manuscript {
    const { waiting } = this;
    return waiting ? advanced(this.#base, waiting, text) : this.#base;
  }

  /** Something was typed. */
  typed(step: ChangeSet, witness: string | null = null): void {
    const goesOn = this.#pen !== null && witness === null && touching(step, this.#pen);
    const last = this.#queue.at(-1);
    const isOpen = last !== this.#uncertain;
    const open = isOpen && last && (this.#queue.length > 1 || this.#sending === null) ? last : null;
    if (open && goesOn && open.witness === null)
      this.#queue[this.#queue.length - 1] = { ...open, step: open.step.compose(step) };
    else this.#queue.push({ step, continues: goesOn, witness });
    this.#pen = witness === null ? penAfter(step, goesOn ? this.#pen : null) : null;
    this.#since ??= performance.now();
    this.#draft();
    this.#options.onTyped();
    this.#options.onWaiting(true, null);
    this.#schedule(REST);
  }

  /** Tells what waits to be saved, the entry on its way included. */
  #draft(): void {
    this.#options.onDraft(this.#base.cable.version, this.#queue.map(drafted));
  }

  /** The store tells the cable as it has become. */
  receive(next: Manuscript): void {
    if (this.#sending) this.#arrived = next;
    else this.#take(next);
  }

  #take(next: Manuscript): void {
    const last = this.#base;
    if (next === last) return undefined;
    // Read before what was saved meanwhile.
    if (next.cable.version < last.cable.version) {
      return this.#options.onStale();
    }
    this.#base = next;
    if (next.cable.version === last.cable.version) return this.#goOn(this.#uncertain !== null);
    if (this.#isDone(next, last)) {
      this.#queue = this.#queue.slice(1);
      return this.#goOn(true);
    }
    let step = stepTo(next, last);
    this.#queue = this.#queue.map((entry) => {
      const own = entry.step.map(step, true);
      step = step.map(entry.step);
      return { ...entry, step: own, continues: false };
    });
    this.#pen = null;
    if (!step.empty) this.#pane.turn(step);
    return this.#goOn(true);
  }

  /** Goes on over the cable as it is now; `atOnce` where what waits can be saved now. */
  #goOn(atOnce: boolean): void {
    const wasUncertain = this.#uncertain !== null;
    this.#uncertain = null;
    this.#pane.taken();
    if (!atOnce) return;
    if (this.#queue.length > 0) {
      this.#draft();
      this.#schedule(0);
    } else if (wasUncertain) {
      this.#since = null;
      this.#options.onWaiting(false, null);
    }
  }

  /** Whether the next state is what the entry leads to whose answer never came: then it was saved. */
  #isDone(next: Manuscript, last: Manuscript): boolean {
    const [entry] = this.#queue;
    if (!entry || entry !== this.#uncertain) return false;
    return (
      next.cable.version === last.cable.version + 1 &&
      next.transcription.text.eq(entry.step.apply(last.transcription.text))
    );
  }

  #schedule(rest: number): void {
    clearTimeout(this.#timer);
    if (this.#sending) return;
    const waited = performance.now() - (this.#since ?? performance.now());
    const wait = this.#settling ? 0 : Math.max(0, Math.min(rest, LONGEST - waited));
    // What stands in the way is told by `onWaiting`; it is tried again.
    this.#timer = setTimeout(() => void this.#send().catch(() => undefined), wait);
  }

  #send(): Promise<void> {
    clearTimeout(this.#timer);
    const [entry] = this.#queue;
    if (!entry || this.#sending) return this.#sending ?? Promise.resolve();
    this.#since = performance.now();
    this.#sending = this.#save(entry).finally(() => {
      this.#sending = null;
      const arrived = this.#arrived;
      this.#arrived = null;
      if (arrived) this.#take(arrived);
      if (this.#queue.length === 0) {
        this.#since = null;
        this.#options.onWaiting(false, null);
      }
    });
    return this.#sending;
  }

  async #save({ step, continues, witness }: Entry): Promise<void> {
    const { version } = this.#base.cable;
    try {
      const saved = await this.#options.save({ version, step: stepOf(step), continues, witness });
      this.#queue = this.#queue.slice(1);
      const next = this.#options.onSaved(saved, step);
      if (next) this.#base = next;
      else this.#options.onStale();
      if (this.#queue.length > 0) setTimeout(() => this.#schedule(REST));
    } catch (error) {
      if (error instanceof FailureError && error.code === 'stale') {
        this.#options.onStale();
        return;
      }
      if (error instanceof FailureError && error.code === 'interrupted') {
        // Nobody knows whether it is done: the cable tells, when it is read again.
        this.#uncertain = this.#queue[0] ?? null;
        this.#options.onStale();
      }
      this.#options.onWaiting(true, error);
      setTimeout(() => this.#schedule(AGAIN));
      throw error;
    }
  }

  /** Waits until all that has been typed is saved. Fails where it cannot be. */
  async settle(): Promise<void> {
    this.#settling = true;
    try {
      for (let tries = 0; this.#queue.length > 0; tries++) {
        const { version } = this.#base.cable;
        if (tries === TRIES) throw notSaved();
        await this.#send();
        // A state that came between is on its way to here; what was typed goes on over it.
        if (this.#queue.length > 0 && this.#base.cable.version === version) await pause();
      }
      this.#options.onSettled();
    } finally {
      this.#settling = false;
    }
  }

  /**
   * The cable leaves the desk, perhaps the window goes: sends what waits without waiting for an answer.
   * Each save makes the next version, so the versions are known beforehand.
   */
  leave(): void {
    clearTimeout(this.#timer);
    const open = this.#sending ? this.#queue.slice(1) : this.#queue;
    const first = this.#base.cable.version + (this.#sending ? 1 : 0);
    for (const [index, { step, continues, witness }] of open.entries())
      this.#options
        .save({ version: first + index, step: stepOf(step), continues, witness })
        .catch((error: unknown) => this.#options.onWaiting(true, error));
    this.#queue = [];
    this.#options.onSettled();
  }

  /** The caret was set elsewhere or something else was done: what is typed next begins anew. */
  liftPen(): void {
    this.#pen = null;
  }
}

function drafted({ step, continues, witness }: Entry): Drafted {
  return { step: stepOf(step), continues, witness };
}

function pause(): Promise<unknown> {
  return new Promise((done) => setTimeout(done, PAUSE));
}

function notSaved(): FailureError {
  return new FailureError(
    'stale',
    'What you typed last could not be saved yet, as the text has changed meanwhile. It is kept, and tried again; wait a moment, then do this once more.',
  );
}

/** The stretch of the text after a step in which the pen has been, with what it had written before. */
function penAfter(
  step: ChangeSet,
  before: { readonly from: number; readonly to: number } | null,
): { from: number; to: number } {
  let from = before ? step.mapPos(before.from, -1) : Infinity;
  let to = before ? step.mapPos(before.to, 1) : 0;
  step.iterChangedRanges((_fromA, _toA, fromB, toB) => {
    from = Math.min(from, fromB);
    to = Math.max(to, toB);
  });
  return { from, to };
}
