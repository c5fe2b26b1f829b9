import { ChangeSet } from '@codemirror/state';
import type { DecorationSet } from '@codemirror/view';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import type { Tag } from '../../domain/tag/tag.ts';
import { drawnBy, highlightsOf, type Look, patched, restyled, type Stretch } from './highlights.ts';

const LENGTH = 60;

const tags = ['orange', 'sky', 'green'] as const;
const vocabulary = new Map(
  tags.map((colour) => [colour, { id: colour, colour } as unknown as Tag]),
);
const look = (chosenId: string | null = null): Look => ({ vocabulary, chosenId });

function annotation(id: string, tagIds: readonly string[] = [], verdict: string | null = null) {
  return { id, tagIds, verdict: verdict && { value: verdict } } as unknown as Annotation;
}

interface Line {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly lane: number;
  readonly line: number;
  readonly names: string[];
}

function linesOf(highlights: DecorationSet): Line[] {
  const lines: Line[] = [];
  for (const cursor = highlights.iter(); cursor.value; cursor.next()) {
    const { annotation: one, lane, line } = drawnBy(cursor.value);
    const { class: names } = cursor.value.spec as { readonly class: string };
    lines.push({
      ...{ id: one.id, from: cursor.from, to: cursor.to, lane, line },
      names: names.split(' '),
    });
  }
  return lines;
}

it('twenty over one word have lanes of their own, and no two the same', () => {
  const twenty = Array.from({ length: 20 }, (_, index) => ({
    ...{ annotation: annotation(`${index}`), from: 4, to: 9 },
  }));
  const lanes = linesOf(highlightsOf(twenty, look())).map(({ lane }) => lane);
  expect(lanes.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, lane) => lane));
});

it('every tag has a line in its colour; the first one is the highlight itself', () => {
  const one = { annotation: annotation('a', ['sky', 'gone', 'green']), from: 0, to: 3 };
  const lines = linesOf(highlightsOf([one], look())).toSorted((a, b) => a.line - b.line);
  expect(lines.map(({ names }) => names)).toEqual([
    ['highlight', 'lane-0', 'tag-sky'],
    ['also', 'lane-1', 'tag-green'],
  ]);
});

it.each([
  ['rejected', true],
  ['merged', true],
  ['accepted', false],
] as const)('one that was %s says so: %s', (verdict, says) => {
  const one = { annotation: annotation('a', [], verdict), from: 0, to: 3 };
  const [line] = linesOf(highlightsOf([one], look()));
  expect(line?.names.includes(verdict)).toBe(says);
});

/** What happens to highlights, one after the other. */
type Event =
  | { readonly type: 'put'; readonly id: string; readonly tagIds: string[]; readonly at: number[] }
  | { readonly type: 'remove' | 'choose'; readonly id: string }
  | { readonly type: 'type'; readonly from: number; readonly to: number; readonly insert: string };

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g');
const event: fc.Arbitrary<Event> = fc.oneof(
  fc.record({
    type: fc.constant('put' as const),
    id,
    tagIds: fc.uniqueArray(fc.constantFrom(...tags, 'gone')),
    at: fc.array(fc.nat(LENGTH), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ type: fc.constantFrom('remove' as const, 'choose' as const), id }),
  fc.record({
    type: fc.constant('type' as const),
    from: fc.nat(LENGTH),
    to: fc.nat(LENGTH),
    insert: fc.constantFrom('', 'x', 'words'),
  }),
);

/** The same told plainly: all stretches, each moved by itself, and who is chosen. */
class Plain {
  stretches: Stretch[] = [];
  chosenId: string | null = null;
  length = LENGTH;

  /** Stretches of an annotation within the text, apart from each other. */
  put({ id: name, tagIds, at }: Event & { type: 'put' }): Stretch[] {
    this.remove(name);
    const places = [...new Set(at.map((place) => place % this.length))].toSorted((a, b) => a - b);
    const one = annotation(name, tagIds);
    const fresh = places.map((from, index) => ({
      ...{ annotation: one, from, to: Math.min(from + 8, places[index + 1] ?? this.length) },
    }));
    this.stretches.push(...fresh);
    return fresh;
  }

  remove(name: string) {
    this.stretches = this.stretches.filter((stretch) => stretch.annotation.id !== name);
  }

  type({ from, to, insert }: Event & { type: 'type' }): ChangeSet {
    const [begin, end] = [from % this.length, to % this.length].toSorted((a, b) => a - b);
    const change = { from: begin ?? 0, to: Math.min(end ?? 0, (begin ?? 0) + 9), insert };
    const step = ChangeSet.of(change, this.length);
    this.length = step.newLength;
    this.stretches = this.stretches
      .map((stretch) => ({
        ...stretch,
        from: step.mapPos(stretch.from, 1),
        to: step.mapPos(stretch.to, -1),
      }))
      .filter((stretch) => stretch.from < stretch.to);
    return step;
  }
}

/** Lets an event happen to highlights, and to the same told plainly. */
function after(highlights: DecorationSet, plain: Plain, one: Event): DecorationSet {
  if (one.type === 'put')
    return patched(highlights, new Set([one.id]), plain.put(one), look(plain.chosenId));
  if (one.type === 'type')
    return plain.length < 12 && one.insert === '' ? highlights : highlights.map(plain.type(one));
  if (one.type === 'remove') {
    plain.remove(one.id);
    return patched(highlights, new Set([one.id]), [], look(plain.chosenId));
  }
  const ids = new Set([one.id, ...(plain.chosenId === null ? [] : [plain.chosenId])]);
  plain.chosenId = one.id;
  return restyled(highlights, ids, look(one.id));
}

const named = ({ id: name, from, to }: { id: string; from: number; to: number }) =>
  `${name} ${from}-${to}`;

it('whatever is put in, taken away, chosen and typed: all stand where they are, and none hides another', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40 }), (events) => {
      const plain = new Plain();
      let highlights = highlightsOf([], look());
      for (const one of events) highlights = after(highlights, plain, one);
      const lines = linesOf(highlights);
      const expected = plain.stretches.flatMap(({ annotation: one, from, to }) =>
        Array.from({ length: Math.max(1, one.tagIds.filter((tag) => tag !== 'gone').length) }, () =>
          named({ id: one.id, from, to }),
        ),
      );
      expect(lines.map(named).toSorted()).toEqual(expected.toSorted());
      for (const [index, a] of lines.entries()) {
        expect(a.names.includes('chosen')).toBe(a.id === plain.chosenId);
        for (const b of lines.slice(index + 1))
          if (a.from < b.to && b.from < a.to) expect(a.lane).not.toBe(b.lane);
      }
    }),
    { numRuns: 500 },
  );
});
