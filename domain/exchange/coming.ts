import { z } from 'zod';
import { Quote, Target, type Side, type Verdict } from '../annotation/annotation.ts';
import type { TagColour } from '../tag/tag.ts';
import type { Loss } from './loss.ts';

/**
 * Where a passage of a coming annotation is said to stand. `positions` are the readings of what the file
 * says, best first (the same numbers in code points and in UTF-16 code units, brought to UTF-16 code units
 * as far as that is possible without the text: see `unit`). Without a quote nothing can be checked.
 */
export interface ComingTarget {
  /** The layer of text, where the file says it; null where it has to be found out. */
  readonly side: Side | null;
  /** What the file says of the place, in the unit it is counted in; empty where it says nothing. */
  readonly positions: readonly {
    readonly from: number;
    readonly to: number;
    readonly unit: 'code-points' | 'utf-16';
  }[];
  /** The place in code points, where the file tells it a second time: it proves what the positions are counted in. */
  readonly codePoints?: { readonly from: number; readonly to: number };
  readonly quote: Quote | null;
  /** Why its words no longer stand in the text, where the file says so; then its positions are empty, where they were. */
  readonly lost?: string;
}

/** What a coming annotation says it is about. All that the file tells; null where it does not. */
export interface ComingSource {
  readonly cableId: string | null;
  readonly sha256: string | null;
  /** What the file calls the text: an IRI, a file name, a title. */
  readonly name: string | null;
}

/** A tag as a file tells it: by the id of ours, by an IRI, or by name alone. `path` has the names above it, topmost first. */
export interface ComingTag {
  readonly id: string | null;
  readonly iri: string | null;
  readonly name: string;
  readonly path: readonly string[];
  /** Its colour, where the file tells one of ours. */
  readonly colour?: TagColour;
}

/**
 * An annotation as a file tells it, before its cable and its place are known. `key` tells it from the others
 * of the file: the id itself where it has one of ours; `id` is that of ours where it was once exported from
 * here, `iri` what the file calls it (of one of ours what it was called where it came from, null where it came from nowhere).
 * Times are UTC ISO 8601, null where the file has none. One without targets is about the whole cable.
 */
export interface ComingAnnotation {
  readonly key: string;
  readonly id: string | null;
  readonly iri: string | null;
  readonly source: ComingSource;
  readonly targets: readonly ComingTarget[];
  readonly tags: readonly ComingTag[];
  readonly note: string;
  readonly creator: string;
  readonly created: string | null;
  readonly modified: string | null;
  /** What somebody who compared annotators has said of it, where the file tells that. */
  readonly verdict?: Verdict;
  /** True where the file has some passages of the annotation only, and says that there are others elsewhere. */
  readonly partial?: boolean;
}

/**
 * A relation as a file tells it; `type` is the name of the type, read from `from` to `to`, and `reverse` its
 * name the other way round, where the file tells it. Both ends are keys; one that is no key of the file is
 * the id of an annotation of ours (of another cable, which was not exported with it).
 */
export interface ComingRelation {
  readonly id: string | null;
  readonly from: string;
  readonly to: string;
  readonly typeId: string | null;
  readonly type: string;
  readonly reverse?: string | null;
  /** What the type is for, where the file tells it. */
  readonly typeDescription?: string;
  readonly note: string;
  readonly creator: string;
  readonly created: string | null;
}

/** All that a file of annotations brings, and what of it could not be read or has no place here. */
export interface Coming {
  /** What the file is written in, for the report: "W3C Web Annotation". */
  readonly format: string;
  readonly annotations: readonly ComingAnnotation[];
  readonly relations: readonly ComingRelation[];
  readonly losses: readonly Loss[];
}

/**
 * What becomes of a coming annotation. *placed*: position and quote agree. *proposed*: there are places
 * that a person has to judge. *unplaced*: no place was found; it goes to the tray. *known*: it is in the
 * library already, and says the same. *changed*: it is in the library, and says something else; nothing is written over
 * it. *homeless*: no cable of the library is what it is about.
 */
export const ComingOutcome = z.enum([
  'placed',
  'proposed',
  'unplaced',
  'known',
  'changed',
  'homeless',
]);
export type ComingOutcome = z.infer<typeof ComingOutcome>;

/** A place that is proposed for a passage: how much of quote and context is there, from 0 to 1. */
export const ProposedPlace = z.strictObject({
  target: Target,
  score: z.number().min(0).max(1),
});
export type ProposedPlace = z.infer<typeof ProposedPlace>;

/**
 * A passage without a sure place: which of the annotation's it is, counted from 0, the words it stood on, why it has no
 * place, and where it may stand, best first.
 */
export const DoubtfulPassage = z.strictObject({
  passage: z.int().nonnegative(),
  quote: Quote,
  reason: z.string(),
  places: z.array(ProposedPlace),
});
export type DoubtfulPassage = z.infer<typeof DoubtfulPassage>;

/** A line of the report of a file of annotations: what the file says, and what would become of it. */
export const ComingLine = z.strictObject({
  key: z.string(),
  outcome: ComingOutcome,
  cableId: z.uuid().nullable(),
  cable: z.string().nullable(),
  /** The words it stood on, of its first passage; empty for one on the whole cable. */
  quote: z.string(),
  note: z.string(),
  tags: z.array(z.string()),
  creator: z.string(),
  /** Why it has no place, or what is said otherwise; empty where nothing is to be said. */
  reason: z.string(),
  /** Where it stands, if it has a place: its first passage. */
  target: Target.nullable(),
  /** How many passages it stands on in all. */
  passages: z.int().nonnegative(),
  doubtful: z.array(DoubtfulPassage),
});
export type ComingLine = z.infer<typeof ComingLine>;

/** A person's word on a passage without a sure place: the number of the place proposed, null for none of them. */
export const PlaceChoice = z.strictObject({
  key: z.string(),
  passage: z.int().nonnegative(),
  place: z.int().nonnegative().nullable(),
});
export type PlaceChoice = z.infer<typeof PlaceChoice>;
