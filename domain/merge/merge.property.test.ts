import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acted, beginning, deciding, deedlings, DISTINCT } from '../testing/acting.ts';
import { merged, normal, textIn, withoutLostContext, type World } from '../testing/world.ts';
import { firstCollision } from '../change/deciding.ts';
import { holds } from '../emendation/emendation.ts';
import { pieces, textOf, transcribe } from '../transcription/transcription.ts';

/** Two worlds that people have worked in since they were one. */
const two = fc.tuple(deedlings(20), deedlings(40), deedlings(40)).map(([first, ours, theirs]) => {
  const start = acted(beginning(), first, 'Vera');
  return { ours: acted(start, ours, 'Anna'), theirs: acted(start, theirs, 'Ben') };
});

/** How many random meetings; many more on demand, as the suite has little time. */
const runs = {
  numRuns: Number(process.env['MERGES'] ?? 15),
  endOnFailure: 'MERGES' in process.env,
};

describe('merging', () => {
  it('comes to the same whichever side is called ours', () => {
    fc.assert(
      fc.property(two, ({ ours, theirs }) => {
        const here = merged(ours, theirs);
        const there = merged(theirs, ours);
        expect(normal(here.world)).toBe(normal(there.world));
      }),
      runs,
    );
  });

  it('changes nothing when it is done again, in any order', () => {
    fc.assert(
      fc.property(two, ({ ours, theirs }) => {
        const { world } = merged(ours, theirs);
        expect(normal(merged(world, theirs).world)).toBe(normal(world));
        expect(normal(merged(theirs, world).world)).toBe(normal(world));
        expect(normal(merged(world, ours).world)).toBe(normal(world));
        expect(normal(merged(ours, ours).world)).toBe(normal(ours));
      }),
      runs,
    );
  });

  it('keeps every annotation, on its own words', () => {
    fc.assert(
      fc.property(two, ({ ours, theirs }) => {
        const { world } = merged(ours, theirs);
        for (const cable of world.cables.values()) {
          const text = textIn(cable);
          for (const { targets } of cable.annotations)
            for (const { side, from, to, quote, lost } of targets) {
              const on = side === 'original' ? textOf(cable.original) : text;
              if (lost === null) expect(on.sliceString(from, to)).toBe(quote.exact);
              else expect(from).toBe(to);
            }
          for (const id of missing(ours, theirs, world, cable.id))
            expect(cable.touches.get(`annotation:${id}`)?.length).toBeGreaterThan(1);
        }
      }),
      runs,
    );
  });

  it('moves no annotation to words that were not its own', () => {
    const apart = fc.tuple(deedlings(20), deedlings(40), deedlings(40)).map(([first, a, b]) => {
      const start = acted(beginning(DISTINCT), first, 'Vera');
      return { ours: acted(start, a, 'Anna'), theirs: acted(start, b, 'Ben') };
    });
    let compared = 0;
    fc.assert(
      fc.property(apart, ({ ours, theirs }) => {
        const [was, were] = [ours, theirs].map(passagesIn);
        for (const [key, { words }] of passagesIn(merged(ours, theirs).world)) {
          const own = [was?.get(key), were?.get(key)].flatMap((one) => one?.standsFor ?? []);
          for (const place of placesOf(words)) {
            expect(place).toBeGreaterThanOrEqual(Math.min(...own));
            expect(place).toBeLessThanOrEqual(Math.max(...own));
            compared += 1;
          }
        }
      }),
      runs,
    );
    expect(compared).toBeGreaterThan(100);
  });

  it('comes to the same in whichever order three libraries meet, where nobody contradicts', () => {
    const three = fc.tuple(deedlings(8), deedlings(5), deedlings(5), deedlings(5));
    let met = 0;
    fc.assert(
      fc.property(three, ([first, ...all]) => {
        const start = acted(beginning(), first, 'Vera');
        const [a, b, c] = all.map((each, at) => acted(start, each, `Editor ${at}`));
        if (!a || !b || !c) return;
        const [ab, bc] = [merged(a, b), merged(b, c)];
        const [left, right] = [merged(ab.world, c), merged(a, bc.world)];
        if ([ab, bc, left, right].some(({ conflicts }) => conflicts.length > 0)) return;
        met += 1;
        const [here, there] = [left, right].map(({ world }) => normal(withoutLostContext(world)));
        expect(here).toBe(there);
      }),
      runs,
    );
    expect(met).toBeGreaterThan(2);
  });

  it('takes over what was decided, and either value of a conflict can be put in place', () => {
    const takes = fc.array(fc.constantFrom('first' as const, 'second' as const), { minLength: 20 });
    let decisions = 0;
    fc.assert(
      fc.property(two, takes, ({ ours, theirs }, all) => {
        const { world: start, conflicts } = merged(ours, theirs);
        let world = start;
        for (const [at, conflict] of conflicts.slice(0, 20).entries()) {
          const take = all[at] ?? 'first';
          const done = deciding(world, conflict, take, 'Vera');
          if (!done) continue;
          decisions += 1;
          world = done;
          expect([deciding(world, conflict, take, 'Vera', true) && conflict, take]).toStrictEqual([
            null,
            take,
          ]);
        }
        expect(normal(merged(theirs, world).world)).toBe(normal(world));
        expect(normal(merged(world, ours).world)).toBe(normal(world));
      }),
      runs,
    );
    expect(decisions).toBeGreaterThan(20);
  });

  it('leaves no text that cannot be', () => {
    fc.assert(
      fc.property(two, ({ ours, theirs }) => {
        for (const { changes, emendations } of merged(ours, theirs).world.cables.values()) {
          expect(firstCollision(changes)).toBeNull();
          let reached = 0;
          for (const one of emendations.filter(holds)) {
            expect(one.from).toBeGreaterThanOrEqual(reached);
            reached = one.to;
          }
        }
      }),
      runs,
    );
  });
});

/** The annotations that either side has and the merged world does not. */
function missing(ours: World, theirs: World, world: World, cableId: string): string[] {
  const ids = ({ cables }: World) => (cables.get(cableId)?.annotations ?? []).map(({ id }) => id);
  const there = new Set(ids(world));
  return [...new Set([...ids(ours), ...ids(theirs)])].filter((id) => !there.has(id));
}

interface Passage {
  readonly words: string;
  /** The places of the original that the words are, or have taken. */
  readonly standsFor: readonly number[];
}

/** The passages of the transcription that are not lost, by annotation and number. */
function passagesIn({ cables }: World): Map<string, Passage> {
  const all = new Map<string, Passage>();
  for (const cable of cables.values()) {
    const map = pieces(transcribe(cable.original, cable.changes, cable.emendations));
    for (const { id, targets } of cable.annotations)
      for (const [at, { side, from, to, quote, lost }] of targets.entries()) {
        if (lost !== null || side === 'original') continue;
        const taken = map.filter(
          (one) => !one.kept && one.fromTranscription < to && from < one.toTranscription,
        );
        const stretches = taken.flatMap(({ fromOriginal, toOriginal }) =>
          fromOriginal < toOriginal ? [fromOriginal, toOriginal - 1] : [],
        );
        const standsFor = [...placesOf(quote.exact), ...stretches];
        all.set(`${id} ${at}`, { words: quote.exact, standsFor });
      }
  }
  return all;
}

/** Where the characters of the original among some words stood in it. */
function placesOf(words: string): number[] {
  return Array.from(words).flatMap((character) => {
    const at = character === '\n' ? -1 : DISTINCT.indexOf(character);
    return at < 0 ? [] : [at];
  });
}
