import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Annotation } from './annotation.ts';
import { Annotations, isAnnotation } from './annotations.ts';

const whole: Annotation = {
  id: '019a9f00-0000-7000-8000-000000000001',
  cableId: '019a9f00-0000-7000-8000-000000000002',
  targets: [
    {
      side: 'original',
      from: 2,
      to: 5,
      version: 0,
      quote: { exact: 'abc', prefix: '', suffix: 'd' },
      lost: null,
    },
    {
      side: 'transcription',
      from: 7,
      to: 7,
      version: 3,
      quote: { exact: 'x', prefix: 'y', suffix: '' },
      lost: 'Its words left.',
    },
  ],
  tagIds: ['019a9f00-0000-7000-8000-000000000003'],
  note: '*n*',
  creator: 'A. Reader',
  created: '2026-11-21T14:20:00.000Z',
  modified: '2024-02-29T14:20:00Z',
  verdict: { value: 'accepted', by: 'B', time: '2026-11-21T14:20:00.000Z' },
};

/** All ways from a value to what it holds, and to what it could hold. */
function ways(value: unknown): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [[]];
  const inner = Object.entries(value).flatMap(([name, part]) =>
    ways(part).map((way) => [Array.isArray(value) ? Number(name) : name, ...way]),
  );
  return [[], [Array.isArray(value) ? value.length : 'more'], ...inner];
}

const strange = fc.oneof(
  fc.constantFrom<unknown>(
    ...[undefined, null, '', 'x', 0, -1, 1.5, 2 ** 53, NaN, true, [], {}, [[]], [null]],
    ...['rejected', 'transcription', '2023-02-29T14:20:00Z', '2026-11-21T14:20:00+01:00'],
    ...['019a9f00-0000-7000-8000-00000000000g', '00000000-0000-0000-0000-000000000000', 1n],
    whole.targets[0],
    whole.verdict,
  ),
  fc.anything(),
);

/** A copy in which something else stands at the end of a way; undefined takes it away. */
function changed(
  value: unknown,
  [name, ...rest]: readonly (string | number)[],
  to: unknown,
): unknown {
  if (name === undefined) return to;
  const copy = (
    Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }
  ) as Record<string | number, unknown>;
  copy[name] = rest.length > 0 ? changed(copy[name], rest, to) : to;
  if (copy[name] === undefined && !Array.isArray(copy)) delete copy[name];
  return copy;
}

it('allows what the validator allows, with nothing missing', () => {
  expect(isAnnotation(whole)).toBe(true);
  fc.assert(
    fc.property(fc.constantFrom(...ways(whole)), strange, (way, to) => {
      const value = changed(whole, way, to);
      const { success, data } = Annotation.safeParse(value);
      // The validator puts in what journals of old do not say.
      const nothingPutIn = success && JSON.stringify(data).length <= JSON.stringify(value).length;
      expect(isAnnotation(value)).toBe(nothingPutIn);
    }),
    { numRuns: 3000 },
  );
});

it('says where something is wrong, as the validator does', () => {
  const wrong = [whole, { ...whole, note: 7 }, { ...whole, more: 1 }];
  const issues = Annotations.safeParse(wrong).error?.issues.map(({ path }) => path.join('.'));
  expect(issues).toEqual(['1.note', '2']);
});

it('gives back the very list', () => {
  const list = [whole];
  expect(Annotations.parse(list)).toBe(list);
});
