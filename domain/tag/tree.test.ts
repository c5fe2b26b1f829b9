import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Tag } from './tag.ts';
import {
  inTreeOrder,
  lineOf,
  namesakeOf,
  pathOf,
  tagsById,
  treeOf,
  withBelow,
  wouldCircle,
} from './tree.ts';

const byLetters = (a: string, b: string) => (a < b ? -1 : Number(a > b));

/** Tags in a notation: `Soviet<Persons` is the tag Soviet below Persons; the name is the id, too. */
function tagsOf(notation: string): Tag[] {
  return notation
    .split(/\s+/u)
    .filter(Boolean)
    .map((word) => {
      const [name = '', parentId = null] = word.split('<');
      return { id: name, name, colour: 'sky', description: '', parentId, key: null, iri: null };
    });
}

/** A tree in a line: `A(B C(D))`. */
function drawn(tree: ReturnType<typeof treeOf>): string {
  return tree
    .map(({ tag, below }) => tag.name + (below.length > 0 ? `(${drawn(below)})` : ''))
    .join(' ');
}

it.each([
  ['', ''],
  ['b a', 'a b'],
  ['Soviet<Persons Persons Cuban<Persons', 'Persons(Cuban Soviet)'],
  ['c<b b<a a', 'a(b(c))'],
  ['b<gone a', 'a b'],
  ['b<a a<b c', 'a(b) c'],
  ['a<a', 'a'],
  ['d<c c<b b<c a', 'a b(c(d))'],
])('“%s” makes the tree %s', (notation, tree) => {
  expect(drawn(treeOf(tagsOf(notation), byLetters))).toBe(tree);
});

it.each([
  ['Persons', 'Persons'],
  ['Soviet', 'Persons › Soviet'],
  ['Khrushchev', 'Persons › Soviet › Khrushchev'],
  ['alone', 'alone'],
  ['x', 'y › x'],
])('the path of %s is %s', (name, path) => {
  const tags = tagsById(tagsOf('Persons Soviet<Persons Khrushchev<Soviet alone<gone x<y y<x'));
  const tag = tags.get(name);
  expect(tag && pathOf(tag, tags)).toBe(path);
});

it.each([
  ['a', null, false],
  ['a', 'a', true],
  ['a', 'c', true],
  ['b', 'd', false],
  ['c', 'a', false],
])('whether %s below %s would make a circle: %s', (id, parentId, circle) => {
  expect(wouldCircle(id, parentId, tagsOf('a b<a c<b d'))).toBe(circle);
});

it.each([
  ['SOVIET<Persons', 'Soviet'],
  ['Soviet', null],
  ['Soviet<Places', null],
  ['Ｓoviet<Persons', 'Soviet'],
])('the namesake of %s is %s', (notation, namesake) => {
  const tags = tagsOf('Persons Places Soviet<Persons');
  const [tag] = tagsOf(notation);
  const found = tag && namesakeOf({ ...tag, id: 'new' }, tags);
  expect(found?.name ?? null).toBe(namesake);
});

/** Any tags with any parents: orphans and circles as well. */
const anyTags = fc
  .array(fc.tuple(fc.string({ maxLength: 3 }), fc.option(fc.nat(30))), { maxLength: 24 })
  .map((all) =>
    all.map(([name, above], at): Tag => ({
      ...{ id: String(at), name, colour: 'sky', description: '', key: null, iri: null },
      parentId: above === null ? null : String(above),
    })),
  );

it('whatever the parents, every tag is in the tree once, each level in order', () => {
  fc.assert(
    fc.property(anyTags, (tags) => {
      const tree = treeOf(tags, byLetters);
      const nodes = inTreeOrder(tree);
      expect(nodes.map(({ tag }) => tag.id).toSorted()).toEqual(
        tags.map(({ id }) => id).toSorted(),
      );
      for (const level of [tree, ...nodes.map(({ below }) => below)]) {
        const names = level.map(({ tag }) => tag.name);
        expect(names).toEqual(names.toSorted(byLetters));
      }
      for (const { tag, below, depth } of nodes)
        for (const child of below)
          expect([child.tag.parentId, child.depth]).toEqual([tag.id, depth + 1]);
    }),
  );
});

it('what is below a tag is what has it in its line, as long as there is no circle', () => {
  fc.assert(
    fc.property(anyTags, fc.nat(24), (any, at) => {
      // A parent that comes earlier in the list makes no circle.
      const tags = any.map((tag, index) => ({
        ...tag,
        parentId: Number(tag.parentId) < index ? tag.parentId : null,
      }));
      const map = tagsById(tags);
      const [{ id } = { id: 'none' }] = tags.slice(at);
      const below = tags.filter((tag) => lineOf(tag, map).some((each) => each.id === id));
      expect([...withBelow([id], tags)].toSorted()).toEqual(
        (map.has(id) ? below.map((tag) => tag.id) : [id]).toSorted(),
      );
      for (const tag of tags) expect(wouldCircle(id, tag.id, tags)).toBe(below.includes(tag));
    }),
  );
});
