import type { CheckedInput, RequestOutput } from '../domain/contract.ts';
import { failureOf, type Failure } from '../domain/failure.ts';
import type { Store } from './store/face.ts';

/** What was typed into a cable and waits to be saved, as the window tells it with every letter. */
type Draft = CheckedInput<'transcription.draft'>;
type Edit = CheckedInput<'transcription.emend'>;
type Emended = RequestOutput<'transcription.emend'>;

/** How much of what could not be saved is told, in characters. */
const MOST = 2_000;

/**
 * What is typed in the window and is not in the library yet. The window tells it here with every letter, so
 * that it is known outside the window's process and can be saved when that ends or hangs.
 */
export interface Drafts {
  /** What now waits in a cable, in the place of what was told of it before. */
  keep(draft: Draft): void;
  /** Saves for the window; what is saved waits no more. */
  saving(edit: Edit, save: () => Promise<Emended>): Promise<Emended>;
  /**
   * The window is gone: saves all that it has left. Where something could not be saved, a failure tells it
   * with its words, and it can be tried again.
   */
  rescue(store: Store, author: string): Promise<Failure | null>;
  /** Lets go of what waits: another library lies on the desk, or the words were told to whoever typed them. */
  forget(): void;
}

/** Drafts, none at first. */
export function drafts(): Drafts {
  const waiting = new Map<string, Draft>();
  /** Which versions the last saved step of a cable has led from: a draft told before that still has the step. */
  const savedFrom = new Map<string, number>();
  const underWay = new Set<Promise<unknown>>();

  const keep = (draft: Draft) => {
    const isSaved = savedFrom.get(draft.cableId) === draft.version;
    const next = isSaved ? without(draft) : draft;
    if (next.entries.length > 0) waiting.set(draft.cableId, next);
    else waiting.delete(draft.cableId);
  };

  const saved = ({ cableId, version }: Edit) => {
    savedFrom.set(cableId, version);
    const draft = waiting.get(cableId);
    if (draft) keep(draft);
  };

  return {
    keep,

    async saving(edit, save) {
      const work = asked(save).then(
        (emended) => {
          saved(edit);
          return emended;
        },
        (error: unknown) => {
          if (isInterrupted(error)) saved(edit);
          throw error;
        },
      );
      underWay.add(work);
      try {
        return await work;
      } finally {
        underWay.delete(work);
      }
    },

    async rescue(store, author) {
      await Promise.allSettled(underWay);
      let failure: Failure | null = null;
      for (const { cableId, version, entries } of [...waiting.values()])
        for (const [index, entry] of entries.entries()) {
          const edit = { cableId, version: version + index, ...entry };
          try {
            await store.emend(edit, author);
            saved(edit);
          } catch (error) {
            failure = lost(failureOf(error), entries.slice(index));
            break;
          }
        }
      return failure;
    },

    forget() {
      waiting.clear();
      savedFrom.clear();
    },
  };
}

/**
 * Saves, and once more where the store has ended before its answer. Where the step then leads from no version
 * any more, it was saved the first time, and what is thrown is `interrupted`: the window reads the cable again.
 */
async function asked(save: () => Promise<Emended>): Promise<Emended> {
  try {
    return await save();
  } catch (first) {
    if (!isInterrupted(first)) throw first;
    return save().catch((second: unknown) => {
      throw failureOf(second).code === 'stale' ? first : second;
    });
  }
}

function isInterrupted(error: unknown): boolean {
  return failureOf(error).code === 'interrupted';
}

function without({ cableId, version, entries }: Draft): Draft {
  return { cableId, version: version + 1, entries: entries.slice(1) };
}

/** What is said of typing that could not be saved. Its words go to the person who typed them, and nowhere else. */
function lost({ code, message }: Failure, entries: Draft['entries']): Failure {
  const words = entries
    .flatMap(({ step }) =>
      step.map((part) => (typeof part === 'number' ? '' : part.slice(1).join('\n'))),
    )
    .filter((insert) => insert !== '')
    .join(' … ')
    .slice(0, MOST);
  return {
    code,
    message: `What was typed last could not be saved: ${message} It was: “${words}”`,
  };
}
