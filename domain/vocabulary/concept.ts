import { z } from 'zod';
import { TagColour, TagKey } from '../tag/tag.ts';

/**
 * A tag on its way into a library or out of it (SKOS: a `skos:Concept`). `id` names it within its file:
 * an IRI, or the path of names in a table; `parent` is the `id` of the one above it (`skos:broader`),
 * null at the top. What a file does not say is null, and a tag there is keeps its own.
 */
export const Concept = z.strictObject({
  id: z.string().min(1).max(2000),
  /** Its IRI, where it has one that means something outside its file. */
  iri: z.string().min(1).max(2000).nullable(),
  name: z.string().min(1).max(80),
  description: z.string().max(10_000).nullable(),
  colour: TagColour.nullable(),
  key: TagKey.nullable(),
  parent: z.string().min(1).max(2000).nullable(),
});
export type Concept = z.infer<typeof Concept>;
