import { ChangeSet } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '../annotation/annotation.ts';
import { quoteIn } from '../annotation/carry.ts';
import type { Emendation } from '../emendation/emendation.ts';
import type { Tag } from '../tag/tag.ts';
import { beginning } from '../testing/acting.ts';
import { emendation, newId } from '../testing/emendations.ts';
import { merged, nameId, textIn, type World } from '../testing/world.ts';
import { textOf, transcribe } from '../transcription/transcription.ts';
import { mergeCable } from './cable.ts';
import { decideConflict, thingsOfConflict } from './deciding.ts';
import { newerText, standing, union } from './deeds.ts';
import type { CableState, Deed, SharedState } from './state.ts';
import { thing } from './things.ts';
import { readable } from './words.ts';

const [CABLE] = [...beginning().cables.values()];
if (!CABLE) throw new Error('a world begins with cables');
const cable = CABLE;

let count = 0;

function deed(author: string): Deed {
  count += 1;
  const time = new Date(Date.UTC(2026, 5, 1) + count * 1000).toISOString();
  return { id: newId(), author, time };
}

/** The cable with something else in it, and what somebody touched by that. */
function cableWith(some: Partial<CableState>, author: string, ...things: string[]): CableState {
  const own = deed(author);
  return { ...cable, ...some, touches: new Map(things.map((name) => [name, [own]])) };
}

function emended(author: string, ...all: Emendation[]): CableState {
  const emendations = all.map((one) => ({ ...one, author }));
  return cableWith({ emendations }, author, ...all.map(({ id }) => thing.emendation(id)));
}

const merging = { nameId, needed: new Set<string>() };
const both = (ours: CableState, theirs: CableState) => mergeCable(ours, theirs, merging);

describe('emendations', () => {
  it('of different words both hold', () => {
    const come = both(
      emended('Anna', emendation(6, 12, 'Kiev')),
      emended('Ben', emendation(17, 25, 'Rusk')),
    );
    expect(come.conflicts).toEqual([]);
    expect(textIn(come.state).toString()).toContain('FROM: Kiev\nTO: Rusk');
  });

  it('of the same words are a conflict: the later holds, the other is kept', () => {
    const [early, late] = [emendation(6, 12, 'Kiev'), emendation(8, 14, 'x')];
    const { state, conflicts } = both(emended('Anna', early), emended('Ben', late));
    expect(state.emendations.map(({ id }) => id)).toEqual([late.id]);
    expect(conflicts).toMatchObject([
      {
        kind: 'emendation',
        thing: thing.emendation(early.id),
        title: '“Moscow”',
        first: { author: 'Anna', words: '“Moscow” → “Kiev”' },
        second: { author: 'Ben' },
        shown: 'second',
      },
    ]);
  });

  it('that read the same are none, whoever wrote them and however far they reach', () => {
    const [one, other] = [emendation(6, 12, 'MOSCOW'), emendation(7, 12, 'OSCOW')];
    const { state, conflicts } = both(
      emended('Anna', one),
      emended('Ben', { ...other, from: 6, insert: 'MOSCOW' }),
    );
    expect(conflicts).toEqual([]);
    expect(state.emendations).toHaveLength(1);
  });

  it('that put words in at one place are a conflict', () => {
    const come = both(
      emended('Anna', emendation(13, 13, 'a')),
      emended('Ben', emendation(13, 13, 'b')),
    );
    expect(come.conflicts).toHaveLength(1);
    expect(come.state.emendations).toHaveLength(1);
  });

  it('that one has changed and the other taken back: the change is shown', () => {
    const one = emendation(6, 12, 'Kiev');
    const changed = emended('Anna', { ...one, insert: 'Minsk' });
    const gone = cableWith({}, 'Ben', thing.emendation(one.id));
    const { state, conflicts } = both(gone, changed);
    expect(state.emendations).toMatchObject([{ insert: 'Minsk' }]);
    expect(conflicts).toMatchObject([{ shown: 'first', second: { words: 'taken back' } }]);
  });

  it('are decided anew: what stood there gives way', () => {
    const [early, late] = [emendation(6, 12, 'Kiev'), emendation(8, 14, 'x')];
    const { state, conflicts } = both(emended('Anna', early), emended('Ben', late));
    const [conflict] = conflicts;
    if (!conflict) throw new Error('there is a conflict');
    expect(thingsOfConflict(conflict).toSorted()).toEqual(
      [thing.emendation(early.id), thing.emendation(late.id)].toSorted(),
    );
    expect(decided(state, conflict)).toMatchObject({
      operations: [
        { type: 'text.turn', emendations: { remove: [late.id], put: [{ id: early.id }] } },
        { type: 'review.put' },
      ],
    });
    const other = { ...emendation(10, 11, 'y') };
    const meanwhile = { ...state, emendations: [other] };
    expect(decided(meanwhile, conflict)).toMatchObject({
      refused: expect.stringContaining('Another emendation') as string,
    });
  });
});

describe('decisions', () => {
  const decide = (author: string, at: number, status: 'accepted' | 'rejected') => {
    const by = { decidedBy: author, decidedAt: '2026-05-01T00:00:00.000Z' };
    const changes = cable.changes.map((one, index) =>
      index === at ? { ...one, status, ...by } : one,
    );
    const [touched] = cable.changes.slice(at);
    return cableWith({ changes }, author, touched ? thing.change(cable.id, touched) : '');
  };

  it('that agree are no conflict', () => {
    expect(both(decide('Anna', 3, 'accepted'), decide('Ben', 3, 'accepted')).conflicts).toEqual([]);
  });

  it('that contradict are one', () => {
    const { conflicts } = both(decide('Anna', 3, 'accepted'), decide('Ben', 3, 'rejected'));
    expect(conflicts).toMatchObject([
      {
        kind: 'change',
        title: '“had”, “tense”',
        first: { words: 'read “had”: accepted' },
        shown: 'second',
      },
    ]);
  });

  it('on changes that claim the same text: one holds, the other is proposed again and can be chosen', () => {
    const { state, conflicts } = both(decide('Anna', 0, 'accepted'), decide('Ben', 1, 'accepted'));
    expect(
      state.changes
        .filter(({ rule }) => ['capitals', 'typing'].includes(rule))
        .map(({ status }) => status),
    ).toEqual(['proposed', 'accepted']);
    const [conflict] = conflicts;
    expect(conflicts).toHaveLength(1);
    expect(conflict && decided(state, conflict)).toMatchObject({
      operations: [
        {
          changes: {
            put: [
              { rule: 'capitals', status: 'accepted' },
              { rule: 'typing', status: 'proposed' },
            ],
          },
        },
      ],
    });
  });
});

function decided(state: CableState, conflict: Parameters<typeof decideConflict>[0]) {
  const take = conflict.shown === 'first' ? 'second' : 'first';
  const by = { author: 'Vera', time: '2026-07-01T00:00:00.000Z' };
  return decideConflict(conflict, take, {
    shared: beginning().shared,
    cable: state,
    taggedWith: () => [],
    by,
  });
}

function annotation(
  words: string,
  some: Partial<Annotation> = {},
  on: CableState = cable,
): Annotation {
  const { text } = transcribe(on.original, on.changes, on.emendations);
  const from = text.toString().indexOf(words);
  const place = { from, to: from + words.length };
  return {
    ...{ id: newId(), cableId: cable.id, tagIds: [], note: '', creator: 'Anna', verdict: null },
    ...{ created: '2026-01-01T00:00:00.000Z', modified: '2026-01-01T00:00:00.000Z' },
    targets: [
      { side: 'transcription', ...place, version: 0, quote: quoteIn(text, place), lost: null },
    ],
    ...some,
  };
}

describe('annotations', () => {
  it('come along with the words they stand on', () => {
    const theirs = cableWith({ annotations: [annotation('Berlin')] }, 'Ben', 'annotation:x');
    const { state } = both(emended('Anna', emendation(6, 12, 'a much longer place')), theirs);
    const [target] = state.annotations[0]?.targets ?? [];
    expect(target && textIn(state).sliceString(target.from, target.to)).toBe('Berlin');
  });

  it('that lose their words say so and keep their quote', () => {
    const theirs = cableWith({ annotations: [annotation('Moscow')] }, 'Ben', 'annotation:x');
    const { state } = both(emended('Anna', emendation(0, 20, '')), theirs);
    expect(state.annotations[0]?.targets).toMatchObject([
      { from: 0, to: 0, lost: 'Its words left the transcription.', quote: { exact: 'Moscow' } },
    ]);
  });

  it('with two notes are a conflict in the words of both', () => {
    const one = annotation('Berlin');
    const say = (note: string, author: string) =>
      cableWith({ annotations: [{ ...one, note }] }, author, thing.annotation(one.id));
    expect(both(say('here', 'Anna'), say('there', 'Ben')).conflicts).toMatchObject([
      {
        title: 'annotation on “Berlin”',
        first: { words: 'note: “here”' },
        second: { words: 'note: “there”' },
      },
    ]);
  });

  it('that a link needs stay although one side has deleted them', () => {
    const one = annotation('Berlin');
    const deleted = cableWith({}, 'Anna', thing.annotation(one.id));
    const there = { ...cable, annotations: [one] };
    expect(both(deleted, there).state.annotations).toEqual([]);
    const { state, conflicts } = mergeCable(deleted, there, { nameId, needed: new Set([one.id]) });
    expect(state.annotations).toEqual([one]);
    expect(conflicts).toMatchObject([
      { kind: 'annotation', first: { words: 'deleted' }, shown: 'second' },
    ]);
  });

  it('are decided without losing what was said of them since', () => {
    const one = annotation('Berlin');
    const say = (note: string, author: string) =>
      cableWith({ annotations: [{ ...one, note }] }, author, thing.annotation(one.id));
    const { state, conflicts } = both(say('here', 'Anna'), say('there', 'Ben'));
    const verdict = { value: 'accepted' as const, by: 'Vera', time: '2026-06-30T00:00:00.000Z' };
    const [conflict] = conflicts;
    const since = {
      ...state,
      annotations: state.annotations.map((each) => ({ ...each, verdict })),
    };
    expect(conflict && decided(since, conflict)).toMatchObject({
      operations: [{ type: 'annotation.put', annotation: { note: 'here', verdict } }],
    });
  });
});

function tag(name: string, some: Partial<Tag> = {}): Tag {
  return {
    ...{ id: newId(), name, colour: 'blue', description: '' },
    parentId: null,
    key: null,
    iri: null,
    ...some,
  };
}

/** A world with tags somebody has made or changed, and tags somebody has deleted. */
function vocabulary(author: string, tags: Tag[], gone: Tag[] = []): World {
  const { shared, cables } = beginning();
  const own = deed(author);
  const touches = new Map([...tags, ...gone].map(({ id }) => [thing.tag(id), [own]]));
  return { shared: { ...shared, tags, touches }, cables };
}

const namesIn = ({ tags }: SharedState) => tags.map(({ name }) => name).toSorted();

describe('tags', () => {
  it('renamed twice are a conflict', () => {
    const one = tag('Persons');
    const rename = (name: string, author: string) => vocabulary(author, [{ ...one, name }]);
    const { world, conflicts } = merged(rename('People', 'Anna'), rename('Names', 'Ben'));
    expect(namesIn(world.shared)).toEqual(['Names']);
    expect(conflicts).toMatchObject([
      {
        first: { author: 'Anna', words: 'name: “People”' },
        second: { author: 'Ben', words: 'name: “Names”' },
      },
    ]);
  });

  it('of one name stay two, of which the one with the larger id gets a number', () => {
    const { world, conflicts } = merged(
      vocabulary('Anna', [tag('Persons')]),
      vocabulary('Ben', [tag('persons'), tag('Persons (2)')]),
    );
    expect(namesIn(world.shared)).toEqual(['Persons', 'Persons (2)', 'persons (3)']);
    expect(conflicts).toMatchObject([
      { first: { words: 'name: “persons”' }, second: { words: 'name: “persons (3)”' } },
    ]);
  });

  it('of one name below different ones are no conflict', () => {
    const above = tag('Above');
    const { conflicts } = merged(
      vocabulary('Anna', [above, tag('x', { parentId: above.id })]),
      vocabulary('Ben', [tag('x')]),
    );
    expect(conflicts).toEqual([]);
  });

  it('of one key: the one with the larger id loses it', () => {
    const { world } = merged(
      vocabulary('Anna', [tag('a', { key: 'k' })]),
      vocabulary('Ben', [tag('b', { key: 'k' })]),
    );
    expect(world.shared.tags.map(({ name, key }) => `${name} ${key ?? 'none'}`).toSorted()).toEqual(
      ['a k', 'b none'],
    );
  });

  it('put below each other do not stand in a circle', () => {
    const [one, two] = [tag('one'), tag('two')];
    const { world, conflicts } = merged(
      vocabulary('Anna', [{ ...one, parentId: two.id }, two]),
      vocabulary('Ben', [one, { ...two, parentId: one.id }]),
    );
    expect(world.shared.tags.filter(({ parentId }) => parentId === null)).toHaveLength(1);
    expect(conflicts.length).toBeGreaterThan(0);
  });

  it('that others stand below stay although one side has deleted them', () => {
    const above = tag('Above');
    const ours = vocabulary('Anna', [], [above]);
    const theirs = vocabulary('Ben', [tag('below', { parentId: above.id })]);
    const { world, conflicts } = merged(ours, {
      ...theirs,
      shared: { ...theirs.shared, tags: [...theirs.shared.tags, above] },
    });
    expect(namesIn(world.shared)).toEqual(['Above', 'below']);
    expect(conflicts).toMatchObject([{ title: 'tag “Above”', shown: 'second' }]);
  });
});

describe('versions', () => {
  const [a, b] = [deed('Anna'), deed('Ben')];

  it.each([
    [[], [], 'same'],
    [[a], [], 'ours'],
    [[a], [a, b], 'theirs'],
    [[a], [b], 'apart'],
    [[a, b], [b, a], 'same'],
  ] as const)('%#: of two the one that holds the other is newer', (ours, theirs, is) => {
    expect(standing(ours, theirs)).toBe(is);
  });

  it('are put together without doubles', () => {
    expect(union([b, a], [a])).toEqual([a, b]);
  });

  it('tell whose text is newer', () => {
    const text = new Map([['emendation:x', [a]]]);
    expect(newerText(text, new Map([['tag:x', [b]]]))).toBe('ours');
    expect(newerText(new Map(), text)).toBe('theirs');
    expect(newerText(text, new Map([['change:c:1-2-r', [b]]]))).toBeNull();
    expect(newerText(text, text)).toBeNull();
  });
});

it('a conflict names tags as they are called today', () => {
  const id = newId();
  const nameOf = (_kind: string, each: string) => (each === id ? 'Persons' : null);
  expect(readable(`tags: ⟦tag:${id}⟧, ⟦tag:${newId()}⟧`, nameOf)).toBe(
    'tags: “Persons”, a tag that is deleted',
  );
});

it('a step of merging leads from either text to the one that comes out', () => {
  const [ours, theirs] = [
    emended('Anna', emendation(6, 12, 'Kiev')),
    emended('Ben', emendation(17, 25, '')),
  ];
  const { operations, state } = both(ours, theirs);
  const [turn] = operations;
  if (turn?.type !== 'text.turn') throw new Error('the text is turned');
  const text = ChangeSet.fromJSON(turn.step).apply(textIn(ours));
  expect(text.eq(textIn(state))).toBe(true);
  expect(text.eq(textOf(textIn(state).toString()))).toBe(true);
});
