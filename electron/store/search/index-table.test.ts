import { expect } from 'vitest';
import { test } from '../../testing/folder.ts';
import { join } from 'node:path';
import { tokensOf } from '../../../domain/search/tokens.ts';
import { indexOf } from '../../testing/indexed.ts';
import { storeWith } from '../../testing/store.ts';

test.for([
  [
    'plain',
    'US not_Involved A-1 x‘x x’x xʼx x“x x”x x–x x—x x…x x§x x•x x·x x°x x«x x»x x†x x‡x x£x x\u00a0x',
  ],
  ['with accents', 'Réunion Émile à gré São'],
  ['with a word divided', 'the diplo-\nmatic bag'],
] as const)(
  'a text %s is indexed by the very words that are looked for in it',
  async ([, text], { folder }) => {
    const store = await storeWith(folder, { 'a.txt': text });
    await store.close();
    const words = indexOf(join(folder, 'test.cablewright'))['words'] as string[];
    const original = words
      .map((word) => word.split(' ').slice(1))
      .filter(([column]) => column === 'original')
      .toSorted(([, a], [, b]) => Number(a) - Number(b))
      .map(([, , word]) => word);
    expect(original).toEqual(tokensOf(text).map(({ word }) => word));
  },
);
