import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect } from 'vitest';
import { openLog } from './log.ts';
import { test } from './testing/folder.ts';

test('the log holds sentences, and of errors no words', ({ folder }) => {
  const log = openLog(folder);
  log.info('Cablewright begins.');
  log.error('Asking failed.', new Error('Kindly obtain early occasion'));
  const text = readFileSync(log.path, 'utf8');
  expect(text).toMatch(/\[info\]\s+Cablewright begins\./u);
  expect(text).toMatch(/\[error\]\s+Asking failed\. Error\n\s+at /u);
  expect(text).not.toContain('Kindly');
});

test('a log that has grown large is begun anew, and the one before is kept', ({ folder }) => {
  const log = openLog(folder);
  for (let line = 0; line < 1300; line++) log.info('x'.repeat(1000));
  const kept = readdirSync(dirname(log.path));
  expect(kept.toSorted()).toEqual(['main.log', 'main.old.log']);
  expect(statSync(log.path).size).toBeLessThan(1024 ** 2);
});
