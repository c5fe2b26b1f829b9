import type { Annotation } from '../../domain/annotation/annotation.ts';
import type { AnnotationSummary } from '../../domain/annotation/summary.ts';
import type { CheckedInput, RequestOutput } from '../../domain/contract.ts';
import { fail } from '../../domain/failure.ts';
import type { Library } from './library.ts';
import { inTurns, type Steps } from './search/turns.ts';
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

/** The search over all annotations that was begun last, of each library. */
const latest = new WeakMap<Library, object>();

/**
 * The annotations of the library that hold some words, with turns for others. Words that few annotations hold are
 * looked for in all of them: whoever types on begins another search, and the one before ends.
 */
export async function findAnnotations(
  library: Library,
  sought: CheckedInput<'annotation.find'>,
): Promise<AnnotationSummary[]> {
  const mine = {};
  if (sought.cableId === null) latest.set(library, mine);
  function* steps(): Steps<AnnotationSummary[]> {
    const searching = library.summaries.search(sought, namesIn(library));
    for (;;) {
      if (sought.cableId === null && latest.get(library) !== mine)
        fail('stopped', 'Another search has taken the place of this one.');
      if (!library.db.open) fail('no-library', 'The library was closed meanwhile.');
      const step = searching.next();
      if (step.done) return step.value;
      yield;
    }
  }
  return inTurns(steps());
}

/** Who has annotated, and how much, with turns for others. */
export async function listCreators(
  library: Library,
): Promise<RequestOutput<'annotation.creators'>> {
  const all = await inTurns(countCreators(library));
  return all.toSorted((a, b) => alphabet.compare(a.creator, b.creator));
}

interface Counted {
  readonly creator: string;
  readonly annotations: number;
}

/** Counts cable by cable: the index of cables leads to few annotations at a time. */
function* countCreators({ db, index }: Library): Steps<RequestOutput<'annotation.creators'>> {
  const ofCable = db.prepare<[string], Counted>(
    'SELECT creator, count(*) AS annotations FROM annotation WHERE cable_id = ? GROUP BY creator',
  );
  const sums = new Map<string, { annotations: number; cables: number }>();
  for (const cableId of index.lines.ids()) {
    for (const { creator, annotations } of ofCable.all(cableId)) {
      const sum = sums.get(creator) ?? { annotations: 0, cables: 0 };
      sums.set(creator, { annotations: sum.annotations + annotations, cables: sum.cables + 1 });
    }
    yield;
  }
  return [...sums].map(([creator, sum]) => ({ creator, ...sum }));
}

/** How the annotations of a library are named: by their cables and tags. */
export function namesIn({ cables, tags }: Library): SummaryNames {
  return { titleOf: cables.title, tagNameOf: (id) => tags.find(id)?.name ?? '' };
}
