import fc from 'fast-check';
import type { StoredChange } from '../change/decision.ts';
import type { Emendation } from '../emendation/emendation.ts';

let made = 0;

/** A new id, for tests. */
export function newId(): string {
  made += 1;
  return `00000000-0000-7000-8000-${String(made).padStart(12, '0')}`;
}

/** An emendation of an editor, for tests. */
export function emendation(from: number, to: number, insert: string): Emendation {
  return {
    id: newId(),
    from,
    to,
    rank: 0,
    insert,
    author: 'editor',
    time: '2026-01-01T00:00:00.000Z',
    reason: null,
    note: '',
    witness: null,
    lost: null,
  };
}

/** Replacements of a text, in order and without overlap; those that only put in may border on others. */
export function replacements(length: number) {
  return fc
    .array(fc.tuple(fc.nat(length), fc.nat(length), fc.string({ maxLength: 3 })), { maxLength: 5 })
    .map((all) => {
      let reached = -1;
      return all
        .map(([a, b, insert]) => ({ from: Math.min(a, b), to: Math.max(a, b), insert }))
        .toSorted((a, b) => a.from - b.from || a.to - b.to)
        .filter(({ from, to, insert }) => {
          const apart = from > reached && (to > from || insert !== '');
          if (apart) reached = to;
          return apart;
        });
    });
}

/** Accepted changes of a text. */
export function acceptedChangesOf(length: number) {
  return replacements(length).map((all) =>
    all.map((one): StoredChange => ({
      ...one,
      rule: 'test',
      certainty: 'likely',
      status: 'accepted',
      reason: null,
      decidedBy: null,
      decidedAt: null,
    })),
  );
}
