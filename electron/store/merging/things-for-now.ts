import type { Operation } from '../../../domain/journal/operation.ts';

/** Until domain/merge/things.ts is there. */
export function thingsOf(_operation: Operation): string[] {
  return [];
}
