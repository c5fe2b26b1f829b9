import { z } from 'zod';
import { AnnotationSummary } from '../annotation/summary.ts';

/** A name of a type of relations as it may be stored: trimmed, with inner white space folded, 1 to 80 characters. */
export const RelationName = z
  .string()
  .transform((name) => name.trim().replace(/\s+/gu, ' '))
  .pipe(z.string().min(1).max(80));

/**
 * How annotations can be related: `name` as it is read from the first to the second (“quotes”),
 * `reverse` from the second to the first (“is quoted by”); null where both read the same (“same event”).
 */
export const RelationType = z.strictObject({
  id: z.uuid(),
  name: z.string().min(1).max(80),
  reverse: z.string().min(1).max(80).nullable(),
  description: z.string(),
});
export type RelationType = z.infer<typeof RelationType>;

/**
 * A typed link from one annotation to another, of the same cable or of another one (W3C Web Annotation
 * Vocabulary, motivation `linking`).
 */
export const Relation = z
  .strictObject({
    id: z.uuid(),
    typeId: z.uuid(),
    from: z.uuid(),
    to: z.uuid(),
    note: z.string(),
    creator: z.string(),
    created: z.iso.datetime(),
  })
  .refine(({ from, to }) => from !== to, { message: 'an annotation is not related to itself' });
export type Relation = z.infer<typeof Relation>;

/** A relation with what stands at its two ends. */
export const ListedRelation = z.strictObject({
  relation: Relation,
  from: AnnotationSummary,
  to: AnnotationSummary,
});
export type ListedRelation = z.infer<typeof ListedRelation>;
