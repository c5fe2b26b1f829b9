import { v7 as newId } from 'uuid';
import { type Annotation, quoteOf } from '../../domain/annotation/annotation.ts';
import { type TagNode, treeOf } from '../../domain/tag/tree.ts';
import { connect, transact } from '../store/database.ts';
import type { Store } from '../store/face.ts';
import { libraryOf } from '../store/library.ts';

/**
 * Makes tags in a notation: `Soviet<Persons` is the tag Soviet below Persons, which stands before it.
 * Gives their ids by their names.
 */
export async function vocabularyOf<Notation extends string>(
  store: Store,
  notation: Notation,
): Promise<Readonly<Record<Names<Notation>, string>>> {
  const ids: Record<string, string> = {};
  for (const word of notation.split(' ')) {
    const [name = '', above = ''] = word.split('<');
    ids[name] = (await store.createTag({ name, parentId: ids[above] ?? null }, 'miller')).id;
  }
  return ids as Record<Names<Notation>, string>;
}

/** The names in a notation of tags. */
type Names<Notation extends string> = Notation extends `${infer First} ${infer Rest}`
  ? Names<First> | Names<Rest>
  : Notation extends `${infer Name}<${string}`
    ? Name
    : Notation;

/** The vocabulary of a store in a line: `A(B C(D))`. */
export async function drawn(store: Store): Promise<string> {
  const tags = (await store.listTags()).map(({ tag }) => tag);
  return inLine(treeOf(tags, new Intl.Collator('en').compare));
}

function inLine(tree: readonly TagNode[]): string {
  return tree
    .map(({ tag, below }) => tag.name + (below.length > 0 ? `(${inLine(below)})` : ''))
    .join(' ');
}

/** Highlights the first place of some words in a transcription that has never changed. */
export async function highlight(
  store: Store,
  cableId: string,
  words: string,
  tagIds: readonly string[],
): Promise<Annotation> {
  const from = (await store.readCable(cableId)).text.indexOf(words);
  const ranges = [{ side: 'transcription' as const, from, to: from + words.length }];
  const draft = { cableId, ranges, version: 0, tagIds: [...tagIds], note: '' };
  return store.createAnnotation(draft, 'miller');
}

/**
 * Writes many annotations straight into a library that nobody has open: words of the transcription of
 * a cable, all of two characters. `tagsOf` says the ids of the tags of each.
 */
export function annotateMany(
  path: string,
  cableId: string,
  count: number,
  tagsOf: (index: number) => string[],
): void {
  const db = connect(path, 'must-be-there');
  const { annotations, cables } = libraryOf(db, path);
  const text = cables.textOf(cableId, 'transcription');
  const version = cables.version(cableId);
  const time = new Date(Date.UTC(1962, 9, 22)).toISOString();
  transact(db, () => {
    for (let index = 0; index < count; index += 1) {
      const from = index % (text.length - 2);
      const place = { side: 'transcription' as const, from, to: from + 2, version, lost: null };
      annotations.put({
        ...{ id: newId(), cableId, note: '', creator: 'miller', created: time, modified: time },
        ...{ verdict: null, tagIds: tagsOf(index) },
        targets: [{ ...place, quote: quoteOf(text, from, from + 2) }],
      });
    }
  });
  db.close();
}
