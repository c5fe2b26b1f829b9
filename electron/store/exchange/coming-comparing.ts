import type { Annotation } from '../../../domain/annotation/annotation.ts';
import type {
  Coming,
  ComingAnnotation,
  ComingOutcome,
  ComingTag,
} from '../../../domain/exchange/coming.ts';
import { comingTags } from '../../../domain/exchange/coming-tags.ts';
import {
  type Placing,
  type PlacingTexts,
  placeTarget,
  placingTexts,
  usualReading,
} from '../../../domain/exchange/placing.ts';
import type { Reading } from '../../../domain/exchange/readings.ts';
import type { Tag } from '../../../domain/tag/tag.ts';
import type { Library } from '../library.ts';
import type { Steps } from '../search/turns.ts';
import { type ComingFile, homesOf, sourceKey } from './coming-homes.ts';
import { annotationIdFor, tagIdFor } from './coming-ids.ts';
import { originTable } from './origins.ts';

/** A coming annotation with what would become of it. */
export interface ComparedAnnotation {
  readonly coming: ComingAnnotation;
  /** The id it has here, or would get. */
  readonly id: string;
  readonly outcome: ComingOutcome;
  readonly cableId: string | null;
  /** What becomes of each of its passages; none where it is not to be taken. */
  readonly placings: readonly Placing[];
  readonly reason: string;
}

/** A file of annotations compared with a library; `versions` are those of the transcriptions it was compared with. */
export interface Compared {
  readonly items: readonly ComparedAnnotation[];
  readonly versions: ReadonlyMap<string, number>;
}

/** Hears how far the comparing has come: annotations done, and the cable at hand. */
export type Tell = (done: number, cable: string) => void;

/** Compares the annotations of a file with a library; nothing is changed. */
export function* compare(
  library: Library,
  coming: Pick<Coming, 'annotations'>,
  file: ComingFile,
  tell: Tell,
): Steps<Compared> {
  const homes = yield* homesOf(library, coming, file);
  const knownAs = knower(library);
  const items: ComparedAnnotation[] = [];
  const byCable = new Map<string, { readonly at: number; readonly known: KnownAs }[]>();
  const met = new Set<string>();
  for (const [at, each] of coming.annotations.entries()) {
    const known = knownAs(each);
    const home = homes.get(sourceKey(each.source)) ?? { cableId: null, reason: '' };
    const none = { coming: each, id: known.id, placings: [] };
    if (known.outcome !== null) items[at] = { ...none, ...known, outcome: known.outcome };
    else if (home.cableId === null) items[at] = { ...none, ...home, outcome: 'homeless' };
    else if (met.has(known.id))
      items[at] = { ...none, ...home, outcome: 'known', reason: 'The file tells it twice.' };
    else {
      const others = byCable.get(home.cableId);
      if (others) others.push({ at, known });
      else byCable.set(home.cableId, [{ at, known }]);
    }
    met.add(known.id);
    yield;
  }

  const versions = new Map<string, number>();
  let done = coming.annotations.length - [...byCable.values()].flat().length;
  for (const [cableId, all] of byCable) {
    const title = library.cables.title(cableId);
    const version = library.cables.version(cableId);
    versions.set(cableId, version);
    const texts = textsOf(library, cableId, version);
    yield;
    const usual = usualBySource(
      all.flatMap(({ at }) => coming.annotations[at] ?? []),
      texts,
    );
    for (const { at, known } of all) {
      const each = coming.annotations[at];
      if (!each) continue;
      tell(done, title);
      done += 1;
      const reading = usual(each);
      const placings: Placing[] = [];
      for (const target of each.targets) {
        placings.push(placeTarget(target, texts, reading));
        yield;
      }
      items[at] = { coming: each, id: known.id, cableId, placings, ...outcomeOf(placings) };
    }
  }
  return { items, versions };
}

/** Both texts of a cable, ready for placing. */
function textsOf({ cables }: Library, cableId: string, version: number): PlacingTexts {
  const original = cables.textOf(cableId, 'original');
  return placingTexts(original, cables.textOf(cableId, 'transcription'), version);
}

/** How many passages of a source tell how its positions are read. */
const SAMPLE = 200;

/** How the positions of each source are usually read. */
function usualBySource(
  annotations: readonly ComingAnnotation[],
  texts: PlacingTexts,
): (annotation: ComingAnnotation) => Reading | null {
  const bySource = new Map<string, ComingAnnotation[]>();
  for (const each of annotations) {
    const key = sourceKey(each.source);
    const group = bySource.get(key);
    if (!group) bySource.set(key, [each]);
    else if (group.length < SAMPLE) group.push(each);
  }
  const readings = new Map(
    [...bySource].map(([key, group]) => [
      key,
      usualReading(
        group.flatMap(({ targets }) => targets),
        texts,
      ),
    ]),
  );
  return ({ source }) => readings.get(sourceKey(source)) ?? null;
}

/** What becomes of an annotation by what becomes of its passages. */
function outcomeOf(placings: readonly Placing[]): Pick<ComparedAnnotation, 'outcome' | 'reason'> {
  const doubtful = placings.filter((placing) => placing.kind !== 'placed');
  const [first] = doubtful;
  if (!first) return { outcome: 'placed', reason: '' };
  const outcome = doubtful.some(({ kind }) => kind === 'proposed') ? 'proposed' : 'unplaced';
  const all = placings.length;
  const reason =
    doubtful.length === all
      ? first.reason
      : `${doubtful.length} of its ${all} passages: ${first.reason}`;
  return { outcome, reason };
}

/** What is known of an annotation before its place is looked for; no outcome where it is new. */
interface KnownAs {
  readonly id: string;
  readonly outcome: 'known' | 'changed' | 'homeless' | null;
  readonly cableId: string | null;
  readonly reason: string;
}

/** Looks up whether coming annotations are in the library already, and whether they say the same. */
function knower(library: Library): (coming: ComingAnnotation) => KnownAs {
  const { annotations, cables, db, discarded, tags } = library;
  const origins = originTable(db);
  const { find } = comingTags(tags.list(), tagIdFor);
  return (coming) => {
    const called = coming.iri === null || coming.id !== null ? null : origins.idOf(coming.iri);
    const id = called ?? annotationIdFor(coming);
    const there = annotations.find(id);
    if (!there) return { id, outcome: null, cableId: null, reason: '' };
    const { cableId } = there;
    if (discarded.has(cableId)) {
      const reason = `Its cable, “${cables.title(cableId)}”, has been deleted here. Restore it to see the annotation.`;
      return { id, outcome: 'homeless', cableId: null, reason };
    }
    const differing = differences(coming, there, find);
    if (differing.length === 0) return { id, outcome: 'known', cableId, reason: '' };
    const reason = `Here ${differing.join(' and ')}. It stays as it is here.`;
    return { id, outcome: 'changed', cableId, reason };
  };
}

/** In what an annotation of the library differs from what a file says of it, in words. */
function differences(
  coming: ComingAnnotation,
  there: Annotation,
  find: (tag: ComingTag) => Tag | null,
): string[] {
  const tagIds = new Set(coming.tags.map((tag) => find(tag)?.id ?? tag.name));
  const isTagged =
    tagIds.size === there.tagIds.length && there.tagIds.every((each) => tagIds.has(each));
  return [
    ...(plain(coming.note) === plain(there.note) ? [] : ['its note is another']),
    ...(isTagged ? [] : ['its tags are others']),
    ...(standsAlike(coming, there) ? [] : ['it stands on other words']),
  ];
}

const plain = (note: string): string => note.replaceAll(/\r\n?/gu, '\n').trim();

/** Whether an annotation stands on the words a file says; of one told in part, whether these are among its own. */
function standsAlike({ targets, partial = false }: ComingAnnotation, there: Annotation): boolean {
  const own = there.targets.map(({ quote }) => spaced(quote.exact));
  const told = targets.map(({ quote }) => (quote ? spaced(quote.exact) : null));
  if (partial ? told.length > own.length : told.length !== own.length) return false;
  for (const words of told) {
    if (words === null) continue;
    const at = own.indexOf(words);
    if (at === -1) return false;
    own.splice(at, 1);
  }
  return true;
}

const spaced = (words: string): string => words.replaceAll(/\s+/gu, ' ');
