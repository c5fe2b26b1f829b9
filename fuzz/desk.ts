import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as newId } from 'uuid';
import { byDate } from '../domain/search/order.ts';
import { answer } from '../electron/answer.ts';
import type { Context } from '../electron/context.ts';
import { drafts } from '../electron/drafts.ts';
import { libraryDesk } from '../electron/library-desk.ts';
import { openSettingsFile } from '../electron/settings-file.ts';
import type { Store } from '../electron/store/face.ts';
import { newStore, smallLibrary } from './small-library.ts';

/** Files that are chosen in dialogs or dropped. */
const FILES = {
  'a.txt': 'A new text.\n\nSECRET\n',
  'tags.csv': 'path,colour\nPlaces › Havana,\nShips,\n',
  'names.csv': 'kind,name\nperson,"Rusk, Dean"\n',
  'notes.json': JSON.stringify([
    {
      type: 'Annotation',
      body: [{ type: 'TextualBody', value: 'note' }],
      target: { source: 'one.txt', selector: { type: 'TextQuoteSelector', exact: 'bombers' } },
    },
  ]),
} as const;

/** How many kinds of ids stand for things that are there, and how many of each are told apart. */
const KINDS = [
  'cable',
  'annotation',
  'tag',
  'relation',
  'type',
  'search',
  'revision',
  'emendation',
  'run',
  'coming',
  'merge',
] as const;
export const IDS: readonly string[] = [
  ...KINDS.flatMap((kind) => [0, 1, 2].map((at) => `$${kind}:${at}`)),
  '019a0000-0000-7000-8000-000000000000',
];

/** A desk with a small library on it, to be asked by requests, and laid anew when it has been asked enough. */
export interface FuzzDesk {
  /** Lays the library on the desk as it was at first. */
  fresh(): Promise<void>;
  /** Answers a request as the window would get it; fails where the answer is a failure nobody foresaw. */
  ask(name: string, input: unknown, files: readonly string[]): Promise<void>;
  readonly store: () => Store;
  /** An input with what stands for ids put in. */
  filled(input: unknown): Promise<unknown>;
}

/** A desk in a folder. */
export async function deskIn(folder: string): Promise<FuzzDesk> {
  // Handlers ask for Electron, which only the process that reads has a stand-in for.
  const { handlers } = await import('../electron/handlers/index.ts');
  const pristine = join(folder, 'pristine');
  mkdirSync(pristine);
  await (await smallLibrary(pristine)).store.close();
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(pristine, name), text);
  cpSync(join(pristine, 'small.cablewright'), join(pristine, 'other.cablewright'));
  const own = join(folder, 'own');
  let around: { readonly store: Store; readonly context: Context } | null = null;
  const kept = new Map<string, string[]>();

  const here = () => {
    if (!around) throw new Error('no desk has been laid');
    return around;
  };

  return {
    async fresh() {
      await around?.store.close();
      rmSync(own, { recursive: true, force: true });
      cpSync(pristine, own, { recursive: true });
      kept.clear();
      around = contextIn(own);
      await around.context.desk.begin(join(own, 'small.cablewright'), { paths: [], seeds: [] });
    },

    async ask(name, input, files) {
      const { context } = here();
      const met: { error: unknown } = { error: null };
      const given = await answer(
        {
          handlers,
          context: (dropped) => ({ ...context, files: dropped }),
          unforeseen: (_name, error) => {
            met.error = error;
          },
        },
        { trusted: true, name, input, files: files.map((file) => join(own, file)) },
      );
      if (met.error !== null)
        throw met.error instanceof Error ? met.error : new Error('what was thrown is no error');
      const word = {
        'coming.choose': 'coming',
        'coming.dropped': 'coming',
        'merge.choose': 'merge',
      }[name];
      if (word && given.ok && hasId(given.value)) kept.set(word, [given.value.id]);
    },

    store: () => here().store,

    async filled(input) {
      const text = JSON.stringify(input) ?? 'null';
      if (!text.includes('"$')) return input;
      const ids = await idsIn(here().store);
      return JSON.parse(
        text.replaceAll(/"\$(\w+):(\d)"/gu, (_all, kind: string, at: string) => {
          const known = kept.get(kind) ?? ids.get(kind) ?? [];
          return `"${known[Number(at) % Math.max(1, known.length)] ?? newId()}"`;
        }),
      ) as unknown;
    },
  };
}

function hasId(value: unknown): value is { readonly id: string } {
  return (
    typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string'
  );
}

function contextIn(own: string): { readonly store: Store; readonly context: Context } {
  const store = newStore(own);
  const settings = openSettingsFile(join(own, 'settings.json'), 'kay', () => undefined);
  const at = (name: string) => join(own, name);
  const chosen = (name: string) => async () => at(name);
  let saved = 0;
  const context: Context = {
    ...{ store, settings, drafts: drafts(), files: [] },
    desk: libraryDesk({ store, settings, switched: () => undefined }),
    dialogs: {
      newLibrary: async () => at(`new-${(saved += 1)}.cablewright`),
      library: chosen('other.cablewright'),
      libraryAs: async () => at(`as-${(saved += 1)}.cablewright`),
      textFiles: async () => [at('a.txt')],
      folder: async () => [at('texts')],
      folderToSaveIn: async () => own,
      vocabulary: chosen('tags.csv'),
      gazetteer: chosen('names.csv'),
      annotations: chosen('notes.json'),
      saveAs: async (_name, format) => at(`saved-${(saved += 1)}.${format}`),
    },
    paper: { print: async () => true, pdf: async () => Buffer.from('%PDF-1.4\n') },
    notify: () => undefined,
    applySettings: () => undefined,
    showLog: () => undefined,
    windowReady: () => undefined,
  };
  return { store, context };
}

/** The ids of what is in the library, by kind. */
async function idsIn(store: Store): Promise<Map<string, readonly string[]>> {
  const ids = new Map<string, readonly string[]>();
  try {
    const { cables } = await store.listCables({ offset: 0, limit: 5, query: '', order: byDate });
    ids.set(
      'cable',
      cables.map(({ id }) => id),
    );
    ids.set(
      'tag',
      (await store.listTags()).map(({ tag }) => tag.id),
    );
    ids.set(
      'type',
      (await store.listRelationTypes()).map(({ type }) => type.id),
    );
    ids.set(
      'search',
      (await store.listSavedSearches()).map(({ id }) => id),
    );
    const [first] = cables;
    if (!first) return ids;
    ids.set(
      'annotation',
      (await store.listAnnotations(first.id)).map(({ id }) => id),
    );
    ids.set(
      'relation',
      (await store.listRelations(first.id)).map(({ relation }) => relation.id),
    );
    ids.set(
      'revision',
      (await store.listRevisions(first.id)).map(({ id }) => id),
    );
    ids.set(
      'emendation',
      (await store.openCable(first.id)).emendations.map(({ id }) => id),
    );
  } catch {
    // Nothing lies on the desk, or nothing is in it.
  }
  return ids;
}
