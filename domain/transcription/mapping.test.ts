import { ChangeSet, MapMode } from '@codemirror/state';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mappingOf } from './mapping.ts';

const replacement = fc.record({
  gap: fc.nat(4),
  length: fc.nat(4),
  insert: fc.string({ maxLength: 3 }),
});

/** A step over a text of the length it needs. Replacements may border on each other. */
function stepOf(parts: readonly { gap: number; length: number; insert: string }[]) {
  let at = 0;
  const changes = parts.map(({ gap, length, insert }) => {
    const from = at + gap;
    at = from + length;
    return { from, to: at, insert };
  });
  return ChangeSet.of(changes, at + 3);
}

it('says of every position what CodeMirror says', () => {
  fc.assert(
    fc.property(fc.array(replacement, { maxLength: 8 }), (parts) => {
      const step = stepOf(parts);
      const mapping = mappingOf(step);
      for (let at = 0; at <= step.length; at++) {
        expect([mapping.at(at, -1), mapping.at(at, 1)]).toEqual([
          step.mapPos(at, -1),
          step.mapPos(at, 1),
        ]);
        expect(mapping.swallowed(at)).toBe(step.mapPos(at, 1, MapMode.TrackDel) === null);
        for (let to = at; to <= step.length; to++)
          expect(mapping.touches(at, to)).toBe(step.touchesRange(at, to) !== false);
      }
    }),
  );
});
