import { ChangeSet } from '@codemirror/state';
import type { RequestOutput } from '../../domain/contract.ts';
import { stepOf, type Step } from '../../domain/transcription/step.ts';
import type { Store } from '../store/face.ts';
import { idOf, storeWith, type TestStore } from './store.ts';

/** The step that puts words in the place of the first `gone` of a text; in the place of nothing it puts them at `at`. */
export function typing(text: string, gone: string, come: string, at = text.indexOf(gone)): Step {
  if (at < 0) throw new Error(`“${gone}” is not in “${text}”`);
  return stepOf(ChangeSet.of({ from: at, to: at + gone.length, insert: come }, text.length));
}

/** Who types, and whether the typing goes on with the last. */
export interface Typing {
  readonly author?: string;
  readonly continues?: boolean;
  readonly at?: number;
}

/** One cable on an editor's desk. */
export interface Editing {
  readonly store: TestStore;
  readonly cableId: string;
  /** Types words over others. */
  readonly type: (
    gone: string,
    come: string,
    typing?: Typing,
  ) => Promise<RequestOutput<'transcription.emend'>>;
  /** Highlights words of the transcription; gives the annotation's id. */
  readonly highlight: (words: string) => Promise<string>;
  readonly text: () => Promise<string>;
  /** The words each annotation stands on, or `(words) why it has lost them`. */
  readonly standing: () => Promise<string[]>;
  /** Decides on the changes that take these words out of the original. */
  readonly decide: (status: 'accepted' | 'rejected' | 'proposed', words: string) => Promise<void>;
}

/** A library with one cable that says `text`, cleaned as `cleanBraces` does. */
export async function editingOf(folder: string, text: string): Promise<Editing> {
  const store = await storeWith(folder, { 'a.txt': text });
  return editingIn(store, await idOf(store, 'a.txt'));
}

/** A cable of a store on an editor's desk. */
export function editingIn(store: TestStore, cableId: string): Editing {
  const text = async () => (await store.readCable(cableId)).text;
  const version = async () => (await store.openCable(cableId)).version;
  return {
    store,
    cableId,
    text,
    async type(gone, come, { author = 'kay', continues = false, at } = {}) {
      const step = typing(await text(), gone, come, at);
      const edit = { cableId, version: await version(), step, continues, witness: null };
      return store.emend(edit, author);
    },
    async highlight(words) {
      const from = (await text()).indexOf(words);
      const to = from + words.length;
      const place = { cableId, version: await version(), tagIds: [], note: '' };
      const ranges = [{ side: 'transcription' as const, from, to }];
      return (await store.createAnnotation({ ...place, ranges }, 'miller')).id;
    },
    async standing() {
      const shown = await text();
      const all = await store.listAnnotations(cableId);
      return all.flatMap(({ targets }) =>
        targets.map(({ from, to, quote, lost }) =>
          lost === null ? shown.slice(from, to) : `(${quote.exact}) ${lost}`,
        ),
      );
    },
    async decide(status, words) {
      const { changes, original } = await store.openCable(cableId);
      const keys = changes
        .filter(({ from, to }) => original.text.slice(from, to) === words)
        .map(({ from, to, rule }) => ({ from, to, rule }));
      await store.decideChanges({ cableId, changes: keys, status }, 'kay');
    },
  };
}

/** Undoes as many actions. */
export async function undo(store: Store, times: number): Promise<void> {
  for (let done = 0; done < times; done += 1) await store.undo('kay');
}
