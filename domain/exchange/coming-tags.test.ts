import { describe, expect, it } from 'vitest';
import { newId } from '../testing/emendations.ts';
import type { Tag } from '../tag/tag.ts';
import { pathOf, tagsById } from '../tag/tree.ts';
import type { ComingTag } from './coming.ts';
import { comingTags, tidy } from './coming-tags.ts';

const tag = (name: string, some: Partial<Tag> = {}): Tag => ({
  ...{ id: newId(), name, colour: 'sky', description: '', parentId: null, key: null, iri: null },
  ...some,
});

const places = tag('Places');
const cuba = tag('Cuba', { parentId: places.id });
const crises = tag('Crises', { iri: 'https://example.org/crises' });
const cold = tag('Cold War');
const cubaTwice = tag('Cuba', { parentId: crises.id });
const made = tag('Called otherwise since', { id: 'id of ["spies"]' });
const KNOWN = [places, cuba, crises, cold, made];

const told = (name: string, some: Partial<ComingTag> = {}): ComingTag => ({
  ...{ id: null, iri: null, name, path: [] },
  ...some,
});

/** The vocabulary with ids that tell the path. */
const tagsOf = (known: readonly Tag[] = KNOWN) => comingTags(known, (path) => `id of ${path}`);

describe('a coming tag is found', () => {
  it.each([
    ['by our id', told('whatever', { id: cold.id }), 'Cold War'],
    ['by its IRI', told('whatever', { iri: 'https://example.org/crises' }), 'Crises'],
    ['by its path', told('cuba', { path: ['PLACES'] }), 'Places › Cuba'],
    ['by its name at the top', told(' cold  war '), 'Cold War'],
    ['by its name anywhere, if only one has it', told('CUBA'), 'Places › Cuba'],
    ['though it was renamed since it was made', told('Spies'), 'Called otherwise since'],
  ])('%s', (_, coming, path) => {
    const found = tagsOf().find(coming);
    expect(found && pathOf(found, tagsById(KNOWN))).toBe(path);
  });

  it.each([
    ['elsewhere in the tree', told('Cuba', { path: ['Missiles'] })],
    ['by an id that is not ours', told('Berlin', { id: newId() })],
    ['without a name', told('')],
  ])('but not %s', (_, coming) => {
    expect(tagsOf().find(coming)).toBeNull();
  });

  it('not by a name that two have', () => {
    expect(tagsOf([...KNOWN, cubaTwice]).find(told('Cuba'))).toBeNull();
  });
});

describe('a tag that is not there is made', () => {
  it('with those above it, once, each with its colour', () => {
    const tags = tagsOf();
    const got = tags.get(told('Blockade', { path: ['Events', '1962'], colour: 'green' }));
    expect(tags.get(told('blockade', { path: ['events', '1962'] }))).toBe(got);
    expect(tags.get(told('Airlift', { path: ['Events'] }))?.parentId).toBe(tags.made[0]?.id);
    const all = tagsById([...KNOWN, ...tags.made]);
    expect(tags.made.map((one) => pathOf(one, all))).toEqual([
      'Events',
      'Events › 1962',
      'Events › 1962 › Blockade',
      'Events › Airlift',
    ]);
    expect(got).toMatchObject({ id: 'id of ["events","1962","blockade"]', colour: 'green' });
  });

  it('with the id and the IRI it is told with', () => {
    const id = newId();
    const iri = 'urn:x:berlin';
    const tags = tagsOf();
    expect(tags.get(told('Berlin', { id, iri }))).toMatchObject({ id, iri, name: 'Berlin' });
    expect(tags.get(told('anything', { iri }))?.id).toBe(id);
  });

  it('but not without a name', () => {
    const tags = tagsOf();
    expect([tags.get(told('  ')), tags.get(told('x', { path: [' '] })), tags.made]).toEqual([
      null,
      null,
      [],
    ]);
  });
});

it.each([
  ['  a \n b ', 'a b'],
  ['x'.repeat(80), 'x'.repeat(80)],
  ['x'.repeat(81), `${'x'.repeat(79)}…`],
  [`${'x'.repeat(78)}🚢🚢🚢`, `${'x'.repeat(78)}…`],
  [' ', ''],
])('the name %j is tidied to %j', (name, tidied) => {
  expect(tidy(name)).toBe(tidied);
});
