import type { Annotation } from '../../domain/annotation/annotation.ts';
import type { AnnotationSummary } from '../../domain/annotation/summary.ts';
import type { CheckedInput, RequestOutput } from '../../domain/contract.ts';
import { fail } from '../../domain/failure.ts';
import type { Library } from './library.ts';
import type { SummaryNames } from './summaries.ts';

const alphabet = new Intl.Collator('en', { numeric: true });

/** One annotation, as lists over the library show it; fails with `discarded` where its cable has been deleted. */
export function readAnnotation(library: Library, id: string): AnnotationSummary {
  const summary =
    library.summaries.find(id, namesIn(library)) ??
    fail('not-found', 'This annotation has been deleted. Undo may bring it back.');
  library.discarded.refuse(summary.cableId);
  return summary;
}

/** A whole annotation, for whoever goes to it; fails with `discarded` where its cable has been deleted. */
export function wholeAnnotation({ annotations, discarded }: Library, id: string): Annotation {
  const annotation = annotations.get(id);
  discarded.refuse(annotation.cableId);
  return annotation;
}

/** The annotations of the library that hold some words. */
export function findAnnotations(
  library: Library,
  sought: CheckedInput<'annotation.find'>,
): AnnotationSummary[] {
  return library.summaries.search(sought, namesIn(library));
}

/** Who has annotated, and how much. */
export function listCreators({ summaries }: Library): RequestOutput<'annotation.creators'> {
  return summaries.creators().toSorted((a, b) => alphabet.compare(a.creator, b.creator));
}

/** How the annotations of a library are named: by their cables and tags. */
export function namesIn({ cables, tags }: Library): SummaryNames {
  return { titleOf: cables.title, tagNameOf: (id) => tags.find(id)?.name ?? '' };
}
