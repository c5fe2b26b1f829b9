import type { GazetteerEntry } from '../gazetteer/entry.ts';
import { newId } from './emendations.ts';

/** An entry of a gazetteer, for tests. */
export function testEntry(some: Partial<GazetteerEntry>): GazetteerEntry {
  return {
    id: newId(),
    kind: 'person',
    name: 'Nobody',
    forms: [],
    description: '',
    source: '',
    ...some,
  };
}
