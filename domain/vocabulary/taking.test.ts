import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldedName, type Tag, TagColour } from '../tag/tag.ts';
import { inTreeOrder, pathOf, tagsById, treeOf } from '../tag/tree.ts';
import type { Concept } from './concept.ts';
import { conceptsOf } from './exporting.ts';
import { type Coming, withComing } from './coming.ts';
import { takingOver } from './taking.ts';

/** A UUID by a number. */
function uuid(number: number): string {
  return `019a9f00-0000-7000-8000-${String(number).padStart(12, '0')}`;
}

/** Ids for new tags, other ones than those of the tests' tags. */
function counting() {
  let count = 900_000;
  return () => uuid((count += 1));
}

/** Tags by their paths, each below the one whose path it continues: `a`, `a/b`. */
function tagsAt(...paths: readonly string[]): Tag[] {
  return paths.map((path, at): Tag => {
    const above = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    const parent = paths.indexOf(above);
    return {
      id: uuid(at + 1),
      name: path.split('/').at(-1) ?? '',
      colour: 'grey',
      description: '',
      parentId: parent === -1 ? null : uuid(parent + 1),
      key: null,
      iri: null,
    };
  });
}

/** Concepts in the notation `id:name<parent`, each with what `told` says of it. */
function concepts(notation: string, told: Readonly<Record<string, Partial<Concept>>> = {}) {
  return notation.split(' ').map((each): Concept => {
    const [, id = '', name = id, parent = null] =
      /^([^:<]+)(?::([^<]+))?(?:<(.+))?$/u.exec(each) ?? [];
    return { id, iri: null, name, description: null, colour: null, key: null, parent, ...told[id] };
  });
}

/** The vocabulary with what was taken over. */
function afterTaking(tags: readonly Tag[], taken: readonly Coming[]): Tag[] {
  return [...withComing(tags, taken).values()];
}

/** The vocabulary after taking concepts over, as paths. */
function pathsAfter(tags: readonly Tag[], told: readonly Concept[]): string {
  const after = afterTaking(tags, takingOver(tags, told, counting()).taken);
  const byId = tagsById(after);
  return after
    .map((tag) => pathOf(tag, byId).replaceAll(' › ', '/'))
    .toSorted()
    .join(' ');
}

const iri = (number: number) => ({ iri: `urn:uuid:${uuid(number)}` });

describe('taking concepts over leads to', () => {
  it.each<[string, string[], Concept[], string]>([
    ['new tags, whatever their order', [], concepts('c<b b<a a'), 'a a/b a/b/c'],
    ['tags found by their paths', ['a', 'a/b'], concepts('x:A y:B<x z:c<y'), 'A A/B A/B/c'],
    ['a tag that is renamed', ['a', 'a/b'], concepts('x:k', { x: iri(1) }), 'k k/b'],
    ['a tag that is moved', ['a', 'a/b'], concepts('x:b', { x: iri(2) }), 'a b'],
    ['names exchanged', ['a', 'b'], concepts('x:b y:a', { x: iri(1), y: iri(2) }), 'a b'],
    ['places exchanged', ['a', 'a/b'], concepts('x:b y:a<x', { x: iri(2), y: iri(1) }), 'b b/a'],
    ['the place of a renamed tag filled', ['a'], concepts('x:b y:a', { x: iri(1) }), 'a b'],
    ['a tag of the library above new ones', ['a'], concepts(`x:b<urn:uuid:${uuid(1)}`), 'a a/b'],
    ['the top for what is below nothing', [], concepts('x:b<gone'), 'b'],
    ['circles cut open', [], concepts('a<c b<a c<b d<a'), 'b b/c b/c/a b/c/a/d'],
    ['one tag for two at one place', [], concepts('x:a y:A c<x d<y'), 'a a/c a/d'],
    [
      'a tag that stays where another has its name',
      ['a', 'b'],
      concepts('x:b', { x: iri(1) }),
      'a b',
    ],
    [
      'tags that stay where they would stand in a circle',
      ['a', 'a/b', 'a/c', 'c'],
      // b goes to the top, a below it; but c has to stay below a, as there is a c at the top.
      concepts(`x:c y:a<x`, { x: iri(3), y: iri(1) }),
      'a a/b a/c c',
    ],
  ])('%s', (_, there, told, paths) => {
    expect(pathsAfter(tagsAt(...there), told)).toBe(paths);
  });
});

it('a tag keeps what the concept does not say, and its own IRI', () => {
  const [tag] = tagsAt('a');
  const before: Tag = { ...(tag as Tag), description: 'd', key: 'k', colour: 'sky', iri: 'x:own' };
  const told = concepts('a', { a: { iri: 'x:other' } });
  expect(takingOver([before], told, counting()).taken[0]).toEqual({
    concept: told[0],
    before,
    tag: before,
    changed: [],
  });
});

it('a new tag has the id that its IRI is made of, the colour of the one above, and what it is told', () => {
  const told = concepts('a b<a', {
    a: { ...iri(7), colour: 'purple', description: 'd', key: 'p' },
    b: { iri: 'http://example.org/b' },
  });
  expect(takingOver([], told, counting()).taken.map(({ tag }) => tag)).toEqual([
    {
      id: uuid(7),
      name: 'a',
      colour: 'purple',
      description: 'd',
      parentId: null,
      key: 'p',
      iri: null,
    },
    {
      id: uuid(900_001),
      name: 'b',
      colour: 'purple',
      description: '',
      parentId: uuid(7),
      key: null,
      iri: 'http://example.org/b',
    },
  ]);
});

it.each<[string, string, Readonly<Record<string, Partial<Concept>>>, string]>([
  [
    'a circle',
    'a<b b<a',
    {},
    '“b” and “a” stand in a circle, each below another; “b” goes to the top.',
  ],
  ['a circle of one', 'a<a', {}, '“a” is said to be below itself; it goes to the top.'],
  [
    'a parent that is not there',
    'a<x',
    {},
    'What “a” is below, x, is not there; it goes to the top.',
  ],
  ['one place twice', 'x:a y:A', {}, '“A” is there twice at one place; the two become one tag.'],
  ['one id twice', 'a a:b', {}, '“a” and “b” have one identifier, a; the second was left out.'],
  [
    'a name that is taken',
    'x:t',
    { x: iri(2) },
    '“u” keeps its name and place: another tag is called “t” there.',
  ],
  ['a key that is taken', 'a', { a: { key: 'k' } }, 'The key K is that of “t”, not of “a”.'],
])('tells of %s', (_, notation, told, sentence) => {
  const tags = tagsAt('t', 'u').map((tag, at): Tag => ({ ...tag, key: at === 0 ? 'k' : null }));
  expect(takingOver(tags, concepts(notation, told), counting()).problems).toEqual([sentence]);
});

it('takes over 5,000 concepts that stand one below the other', () => {
  const told = concepts(
    Array.from({ length: 5000 }, (_unused, at) => `c${at}<c${at - 1}`).join(' '),
  );
  expect(takingOver([], told.toReversed(), counting()).taken).toHaveLength(5000);
});

const names = fc.constantFrom('a', 'A', 'b', 'c', 'd', 'é');

/** Vocabularies of up to eight tags in which no two have one name beside each other. */
const vocabularies = fc
  .array(
    fc.record({
      name: names,
      above: fc.nat(8),
      key: fc.constantFrom('k', 'l', null),
      iri: fc.constantFrom('x:1', 'x:2', 'x:3', null, null),
      description: fc.constantFrom('', 'when'),
      colour: fc.constantFrom(...TagColour.options),
    }),
    { maxLength: 8 },
  )
  .map((rows): Tag[] => {
    const tags: Tag[] = [];
    for (const { above, ...row } of rows) {
      const parentId = tags[above]?.id ?? null;
      const twin = tags.some(
        (tag) =>
          (tag.parentId === parentId && foldedName(tag.name) === foldedName(row.name)) ||
          (tag.key !== null && tag.key === row.key) ||
          (tag.iri !== null && tag.iri === row.iri),
      );
      if (!twin) tags.push({ ...row, id: uuid(tags.length + 1), parentId });
    }
    return tags;
  });

const strays = fc.array(
  fc.record<Concept>({
    id: fc.constantFrom('1', '2', '3', '4', '5', '6'),
    iri: fc.constantFrom(null, 'x:1', 'x:2', 'x:4', ...[1, 2, 3, 4, 20].map((at) => iri(at).iri)),
    name: names,
    description: fc.constantFrom(null, 'that'),
    colour: fc.constantFrom(null, ...TagColour.options),
    key: fc.constantFrom(null, 'k', 'l', 'm'),
    parent: fc.constantFrom(null, '1', '2', '3', '4', '9', 'x:1', iri(2).iri),
  }),
  { maxLength: 10 },
);

function isSound(tags: readonly Tag[]): boolean {
  const places = new Set(tags.map(({ parentId, name }) => `${parentId} ${foldedName(name)}`));
  const keys = tags.map(({ key }) => key).filter((key) => key !== null);
  const reached = new Set<string>();
  const walk = (parentId: string | null): void => {
    for (const tag of tags)
      if (tag.parentId === parentId && !reached.has(tag.id)) {
        reached.add(tag.id);
        walk(tag.id);
      }
  };
  walk(null);
  return (
    places.size === tags.length &&
    reached.size === tags.length &&
    new Set(keys).size === keys.length
  );
}

describe('whatever is taken over,', () => {
  it('one’s own export changes nothing', () => {
    fc.assert(
      fc.property(vocabularies, (tags) => {
        const { taken, problems } = takingOver(tags, conceptsOf(tags), counting());
        expect(problems).toEqual([]);
        expect(taken.flatMap(({ changed }) => changed)).toEqual([]);
        expect(afterTaking(tags, taken)).toEqual(tags);
      }),
    );
  });

  it('an empty library becomes the one that was exported', () => {
    fc.assert(
      fc.property(vocabularies, (tags) => {
        const after = afterTaking([], takingOver([], conceptsOf(tags), counting()).taken);
        const plain = (all: readonly Tag[]) => {
          const tree = treeOf(all, (a, b) => Number(a > b) - Number(a < b));
          return inTreeOrder(tree).map(({ depth, tag: { id: _id, parentId: _above, ...tag } }) => ({
            depth,
            tag,
          }));
        };
        expect(plain(after)).toEqual(plain(tags));
      }),
    );
  });

  it('the tree stays sound, no tag goes, and taking it twice is taking it once if it can all be had', () => {
    fc.assert(
      fc.property(vocabularies, strays, (tags, told) => {
        const newId = counting();
        const once = takingOver(tags, told, newId);
        const after = afterTaking(tags, once.taken);
        expect(isSound(after)).toBe(true);
        expect(tags.every(({ id }) => after.some((tag) => tag.id === id))).toBe(true);
        const put = new Set(tags.map(({ id }) => id));
        for (const { tag } of once.taken) {
          expect(tag.parentId === null || put.has(tag.parentId)).toBe(true);
          put.add(tag.id);
        }
        // Whoever says two things of one tag may be believed in the one first, and in the other then.
        if (once.problems.length > 0) return;
        const twice = takingOver(after, told, newId);
        expect(afterTaking(after, twice.taken)).toEqual(after);
      }),
      { numRuns: 1000 },
    );
  });
});
