import type { CheckedInput } from '../../domain/contract.ts';
import { fail } from '../../domain/failure.ts';
import { isKnownDate } from '../../domain/metadata/dates.ts';
import { datedFields } from '../../domain/metadata/effective.ts';
import type { FieldEmendation } from '../../domain/metadata/field-emendation.ts';
import { quoted, readingField } from './labels.ts';
import type { Library } from './library.ts';

/**
 * Reads a field otherwise than cleaning did, as one action. Read as cleaning did it is left to the
 * cleaning again; where nothing changes, nothing is done.
 */
export function emendField(
  { cables, journal }: Library,
  { cableId, field, values }: CheckedInput<'metadata.emend'>,
  author: string,
): void {
  const title = cables.title(cableId);
  if (datedFields.has(field)) values?.forEach(refuseUnlessDate);
  const found = cables
    .findings(cableId)
    .metadata.filter((entry) => entry.field === field)
    .map(({ value }) => value);
  const before = cables.fieldEmendation(cableId, field)?.values ?? null;
  const after = values && !areSame(values, found) ? values : null;
  if (areSame(before, after)) return;
  const emendation: FieldEmendation | null = after && {
    ...{ field, values: after },
    ...{ author, time: new Date().toISOString() },
  };
  const label = readingField(field, title, after);
  const operations = [{ type: 'field.put' as const, cableId, field, emendation }];
  journal.act({ label, cableId, operations }, author);
}

function areSame(a: readonly string[] | null, b: readonly string[] | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function refuseUnlessDate(value: string): void {
  if (!isKnownDate(value))
    fail(
      'bad-input',
      `${quoted(value)} is no date this library can put in order. Write the year first, as exactly as it is known: 1962-11-19, or 1962-11-19T17:18 with the time.`,
    );
}
