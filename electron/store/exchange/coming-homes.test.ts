import { describe, expect } from 'vitest';
import { B, linesOf, near, read, take, told, twoCables } from '../../testing/coming.ts';
import { test } from '../../testing/folder.ts';
import { fileIn, idOf, storeWith } from '../../testing/store.ts';

describe('a file of another program', () => {
  test('tells texts that are not here, and is about the cable on the desk where it has its words', async ({
    folder,
  }) => {
    const store = await twoCables(folder);
    const elsewhere = (source: string) => ({
      target: { ...near('IL-28s', 'Castro has ', ' in Cuba.').target, source },
    });
    const file = [
      told('a', 'IL-28s', 14, elsewhere('https://example.org/unheard')),
      told('b', 'Berlin', 3, {
        target: {
          source: 'https://example.org/other',
          selector: [{ type: 'TextQuoteSelector', exact: 'Berlin is divided by a wall' }],
        },
      }),
    ];
    const open = await idOf(store, 'a.txt');
    const report = await read(store, folder, file, open);
    const [a, b] = await linesOf(store, report.id);
    expect([a?.outcome, a?.cableId]).toEqual(['proposed', open]);
    expect([b?.outcome, b?.cable]).toEqual(['homeless', 'https://example.org/other']);
    expect(b?.reason).toBe(
      'It is about “https://example.org/other”, which is not in this library.',
    );
    const taken = await take(store, report.id);
    expect(taken.losses).toMatchObject([{ kind: 'no cable', count: 1 }]);
    expect((await read(store, folder, file)).outcomes).toMatchObject({ known: 1, homeless: 1 });
  });

  test.for([
    ['file:///C:/cables/b.txt', 'b.txt'],
    ['https://example.org/texts/b.txt?version=2', 'b.txt'],
    ['b', 'b.txt'],
    ['The%20Bombers', 'b.txt'],
    ['urn:x:b', null],
    ['https://example.org/B.TXT/', 'b.txt'],
    ['Twice', null],
  ] as const)('that calls its text %s is about %s', async ([source, file], { folder }) => {
    const store = await storeWith(folder, {
      'b.txt': `Title The Bombers\n${B}`,
      'c.txt': 'Title Twice\nC',
      'd.txt': 'Title Twice\nD',
    });
    const target = { source, selector: [{ type: 'TextQuoteSelector', exact: 'must leave Cuba' }] };
    const report = await read(store, folder, [told('a', 'x', 0, { target })]);
    const [line] = await linesOf(store, report.id);
    expect(line?.cableId).toBe(file && (await idOf(store, file)));
    if (source === 'Twice') expect(line?.reason).toBe('2 cables are called “Twice”.');
  });

  test('brings answers with what they answer, from Hypothesis', async ({ folder }) => {
    const store = await twoCables(folder);
    const row = (id: string, text: string, some: object = {}) => ({
      ...{ id, created: '2024-05-01T10:00:00+00:00', updated: '2024-05-01T10:00:00+00:00' },
      ...{ user: 'acct:kay@hypothes.is', uri: 'https://example.org/a.txt', text, tags: [] },
      ...{ group: '__world__', permissions: { read: ['group:__world__'] }, references: [] },
      target: [{ source: 'https://example.org/a.txt' }],
      ...some,
    });
    const selector = [
      { type: 'TextPositionSelector', start: 14, end: 20 },
      { type: 'TextQuoteSelector', exact: 'IL-28s', prefix: 'Castro has ', suffix: ' in Cuba.' },
    ];
    const rows = [
      row('one', 'Which bombers?', {
        target: [{ source: 'https://example.org/a.txt', selector }],
      }),
      row('two', 'Those of 1962.', { references: ['one'] }),
    ];
    const path = fileIn(folder, 'hypothesis.json', JSON.stringify({ total: 2, rows }));
    const report = await store.readComing(path, null);
    expect(report?.outcomes).toMatchObject({ placed: 2 });
    expect(await take(store, report?.id ?? '')).toMatchObject({ annotations: 2, relations: 1 });
    const [relation] = await store.listRelations(await idOf(store, 'a.txt'));
    const ends = [relation?.from.note, relation?.to.note];
    expect(ends).toEqual(['Those of 1962.', 'Which bombers?']);
    const again = await store.readComing(path, null);
    expect(await take(store, again?.id ?? '')).toMatchObject({ annotations: 0, relations: 0 });
  });
});
