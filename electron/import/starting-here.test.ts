import { expect, test } from 'vitest';
import { prepareHere, type Preparer } from './prepare.ts';
import { startingHere } from './starting-here.ts';

test('a few small documents are made ready here; more, and larger ones, elsewhere', async () => {
  const asked: string[] = [];
  const place = (name: string): Preparer => ({
    ...prepareHere({
      clean: () => {
        asked.push(name);
        return { changes: [], structure: [], metadata: [], warnings: [] };
      },
      readVolume: () => ({ documents: [], entries: [], edition: null, warnings: [] }),
    }),
  });
  const preparer = startingHere(place('here'), place('there'));
  for (const size of [10, 100_000, 10, 10, 10, 10, 10, 10, 10, 10, 10])
    await preparer.prepare({
      path: 'x',
      bytes: Buffer.from('a'.repeat(size)),
      format: 'text',
      off: [],
    });
  const here = 'here '.repeat(7).trim().split(' ');
  expect(asked).toEqual(['here', 'there', ...here, 'there', 'there']);
});
