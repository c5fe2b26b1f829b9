import { z } from 'zod';

/**
 * What two people have done to one and the same thing, each without knowing of the other. Both values are
 * kept; `shown` is the one that stands in the library until a person decides (the same in every library
 * that knows both). `id` follows from the thing and both values, so that two libraries that merge each
 * other tell of one conflict.
 *
 * - `thing`: what it is about: an emendation, a decision on a change, a field, a tag …, with its name.
 * - `first`, `second`: both values in words, by whom and when (UTC ISO 8601), and as data (JSON) to put it in place.
 * - `decided`: what a person has chosen; null while it is open.
 */
export const Conflict = z.strictObject({
  id: z.uuid(),
  kind: z.enum([
    'emendation',
    'change',
    'field',
    'review',
    'annotation',
    'relation',
    'relationType',
    'tag',
    'gazetteer',
    'search',
    'rule',
    'discard',
    'revision',
  ]),
  thing: z.string().min(1),
  cableId: z.uuid().nullable(),
  title: z.string(),
  first: z.strictObject({
    words: z.string(),
    author: z.string(),
    time: z.iso.datetime(),
    value: z.string(),
  }),
  second: z.strictObject({
    words: z.string(),
    author: z.string(),
    time: z.iso.datetime(),
    value: z.string(),
  }),
  shown: z.enum(['first', 'second']),
  decided: z
    .strictObject({
      take: z.enum(['first', 'second']),
      author: z.string(),
      time: z.iso.datetime(),
    })
    .nullable(),
});
export type Conflict = z.infer<typeof Conflict>;
