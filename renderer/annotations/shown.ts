import type { Annotation } from '../../domain/annotation/annotation.ts';
import { type AnnotationFilter, filtered } from '../../domain/annotation/filter.ts';
import type { Tag } from '../../domain/tag/tag.ts';
import { tagsById } from '../../domain/tag/tree.ts';
import { useDesk } from '../desk/desk.ts';
import { knownOf, useAnnotations, useTags } from '../desk/queries.ts';
import { movedFrom, onlyMoved } from '../workbench/moved.ts';

/** Tags by their ids. */
type Vocabulary = ReadonlyMap<string, Tag>;

/** The vocabulary as it was told last. */
const last: { vocabulary: Vocabulary } = { vocabulary: new Map() };

/**
 * The vocabulary by ids. It stays the very same while no tag has changed, however often it is read
 * again: whoever draws ten thousand highlights in its colours need not draw them again.
 */
export function useTagsById(): Vocabulary {
  const { data } = useTags();
  return data ? vocabularyOf(data) : last.vocabulary;
}

function vocabularyOf(uses: readonly { readonly tag: Tag }[]): Vocabulary {
  const { vocabulary } = last;
  const same = uses.length === vocabulary.size && uses.every(({ tag }) => isSame(tag, vocabulary));
  if (!same) last.vocabulary = tagsById(uses.map(({ tag }) => tag));
  return last.vocabulary;
}

function isSame(tag: Tag, vocabulary: Vocabulary): boolean {
  const before = vocabulary.get(tag.id);
  if (before === tag) return true;
  const { name, colour, parentId, description, key, iri } = tag;
  return (
    before?.name === name &&
    before.colour === colour &&
    before.parentId === parentId &&
    before.description === description &&
    before.key === key &&
    before.iri === iri
  );
}

interface Shown {
  readonly filter: AnnotationFilter;
  readonly tags: Vocabulary;
  readonly shown: readonly Annotation[];
}

const known = new WeakMap<readonly Annotation[], Shown>();

/** The annotations of the cable on the desk that are shown; undefined until they are there. */
export function useShown(): readonly Annotation[] | undefined {
  return useShownOf(useAnnotations(useDesk((desk) => desk.cableId)).data);
}

/** Those annotations that the filter shows. */
export function useShownOf(annotations: readonly Annotation[] | undefined) {
  const filter = useDesk((desk) => desk.filter);
  const tags = useTagsById();
  return annotations && shownOf(annotations, filter, tags);
}

/** What of a cable's annotations the filter shows, as far as they are known yet, and the vocabulary. */
export function shownAtOnce(cableId: string) {
  const annotations = knownOf(cableId);
  const { vocabulary } = last;
  const { filter } = useDesk.getState();
  return { annotations: shownOf(annotations, filter, vocabulary), vocabulary };
}

/**
 * What a filter shows of annotations, worked out once however many parts of the window ask. Where
 * they have only moved along with what was typed, so have those shown.
 */
function shownOf(annotations: readonly Annotation[], filter: AnnotationFilter, tags: Vocabulary) {
  const kept = known.get(annotations);
  if (kept?.filter === filter && kept.tags === tags) return kept.shown;
  const shown = filtered(annotations, filter, tags);
  known.set(annotations, { filter, tags, shown });
  const before = known.get(movedFrom(annotations) ?? []);
  if (before?.filter === filter && before.tags === tags && sameIds(before.shown, shown))
    onlyMoved(before.shown, shown);
  return shown;
}

function sameIds(a: readonly Annotation[], b: readonly Annotation[]): boolean {
  return a.length === b.length && a.every(({ id }, index) => id === b[index]?.id);
}
