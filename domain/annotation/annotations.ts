import { z } from 'zod';
import { Annotation, type Quote, type Target, type Verdict } from './annotation.ts';

/** Any object, of which nothing is known yet. */
type Found = Readonly<Record<string, unknown>>;

/** Whether a value fulfils what is asked of a part of an annotation. */
type Check = (value: unknown) => boolean;

const UUID = z.core.regexes.uuid();
const TIME = z.core.regexes.datetime({});

const isText: Check = (value) => typeof value === 'string';
const isUuid: Check = (value) => typeof value === 'string' && UUID.test(value);
const isTime: Check = (value) => typeof value === 'string' && TIME.test(value);
const isCount: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;

/** A check that a value is null or fulfils another one. */
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);

/** A check that a value is a list of what fulfils another one. */
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);

/** A check that a value has exactly the parts named, and each fulfils its own. */
function whole<T>(parts: Readonly<Record<keyof T & string, Check>>): Check {
  const checks = Object.entries<Check>(parts);
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const found = value as Found;
    let count = 0;
    for (const name in found)
      if (name in parts) count += 1;
      else return false;
    return count === checks.length && checks.every(([name, check]) => check(found[name]));
  };
}

const isQuote = whole<Quote>({ exact: isText, prefix: isText, suffix: isText });

const isTarget = whole<Target>({
  side: (value) => value === 'original' || value === 'transcription',
  from: isCount,
  to: isCount,
  version: isCount,
  quote: isQuote,
  lost: orNull((value) => typeof value === 'string' && value !== ''),
});

const stands: Check = (value) => {
  const { from, to, lost } = value as Target;
  return lost === null ? from < to : from === to;
};

const isVerdict = whole<Verdict>({
  value: (value) => value === 'accepted' || value === 'rejected' || value === 'merged',
  by: isText,
  time: isTime,
});

/**
 * Whether a value is a whole annotation: the same as `Annotation.parse` allows, but that nothing may be
 * missing. Ten thousand are looked at in the time in which the validator looks at some hundred.
 */
export const isAnnotation = whole<Annotation>({
  id: isUuid,
  cableId: isUuid,
  targets: listOf((value) => isTarget(value) && stands(value)),
  tagIds: listOf(isUuid),
  note: isText,
  creator: isText,
  created: isTime,
  modified: isTime,
  verdict: orNull(isVerdict),
}) as (value: unknown) => value is Annotation;

/**
 * Many annotations written as one text (JSON), in which form they cross the borders: it is passed on
 * unopened, which takes a tenth of the time. Whoever gets them opens and checks them by `annotationsIn`.
 */
export const AnnotationsText = z.string().brand<'annotations'>();
export type AnnotationsText = z.infer<typeof AnnotationsText>;

/** Writes annotations as one text. */
export function textOf(annotations: readonly Annotation[]): AnnotationsText {
  return JSON.stringify(annotations) as AnnotationsText;
}

/** The annotations in a text; throws where one is not as it must be. */
export function annotationsIn(text: AnnotationsText): Annotation[] {
  return Annotations.parse(JSON.parse(text));
}

/** Many annotations, checked as they cross a border. What is wrong is told as the validator tells it. */
export const Annotations = z.custom<Annotation[]>().superRefine((value: unknown, context) => {
  if (Array.isArray(value) && value.every(isAnnotation)) return;
  const { error } = z.array(Annotation).safeParse(value);
  for (const { path, message } of error?.issues ?? [{ path: [], message: 'a part is missing' }])
    context.addIssue({ code: 'custom', path: [...path], message });
});
