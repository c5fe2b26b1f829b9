import { shortened } from '../../domain/apparatus/words.ts';
import { datedFields } from '../../domain/metadata/effective.ts';
import type { MetadataField } from '../../domain/metadata/metadata.ts';
import { longDate } from './dates.ts';

export { fieldNames } from '../../domain/metadata/field-names.ts';

/** A value as it is read: dates in words, a long source note in short, everything else as it stands. */
export function shownValue(field: MetadataField, value: string): string {
  if (datedFields.has(field)) return longDate(value);
  return field === 'sourceNote' ? shortened(value, 90) : value;
}
