import type { Annotation } from '../annotation/annotation.ts';
import type { Tag } from '../tag/tag.ts';
import { pathOf, tagsById } from '../tag/tree.ts';
import type { Loss } from './loss.ts';
import type { CableRecord } from './record.ts';

/** How many characters of a quote a report or a note shows. */
const SHOWN = 80;

/** A kind of loss with its sentence. */
export interface LossKind {
  readonly kind: string;
  readonly sentence: string;
}

/** The words of a text on one line; of a long one its beginning and its end. */
export function onOneLine(words: string, longest = SHOWN): string {
  const characters = [...words.trim().replace(/\s+/gu, ' ')];
  if (characters.length <= longest) return characters.join('');
  const half = Math.floor((longest - 3) / 2);
  return `${characters.slice(0, half).join('')} … ${characters.slice(-half).join('')}`;
}

/** The words an annotation stands on, those of several passages parted by `…`; empty where it is about the whole cable. */
export function quotedIn({ targets }: Annotation): string {
  return targets.map(({ quote }) => quote.exact).join(' … ');
}

/** What a loss report calls an annotation: its words in quotation marks. */
export function calledByWords(annotation: Annotation): string {
  return annotation.targets.length === 0
    ? 'An annotation on the whole cable'
    : `“${onOneLine(quotedIn(annotation))}”`;
}

/** A loss about one annotation. */
export function lossOf(kind: LossKind, annotation: Annotation): Loss {
  return {
    ...kind,
    what: calledByWords(annotation),
    cableId: annotation.cableId,
    annotationId: annotation.id,
  };
}

/** A loss about a cable; `what` tells what of it, beside its title. */
export function lossOfCable(kind: LossKind, { cable }: CableRecord, what: string): Loss {
  const { id, title } = cable.summary;
  return { ...kind, what: `${onOneLine(title)}: ${what}`, cableId: id, annotationId: null };
}

/** `1 note`, `2 notes`. */
export function counted(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`;
}

/** The paths of the tags of annotations, in the order in which an annotation has them. */
export function tagPaths(tags: readonly Tag[]): (annotation: Annotation) => string[] {
  const byId = tagsById(tags);
  const paths = new Map(tags.map((tag) => [tag.id, pathOf(tag, byId)]));
  return ({ tagIds }) => tagIds.flatMap((id) => paths.get(id) ?? []);
}
