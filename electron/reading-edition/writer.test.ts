import { expect, test } from 'vitest';
import { testAnnotation, testFrame, testRecord } from '../../domain/testing/exported.ts';
import { pageIn } from '../testing/page.ts';
import { html } from './writer.ts';

const options = { offsets: 'code-points', fonts: false } as const;

/** The files of an export of cables, by their paths. */
function exported(records: readonly ReturnType<typeof testRecord>[]): Map<string, string> {
  const files = new Map<string, string>();
  const running = html.write(testFrame({ name: 'Cuba & more' }), options);
  const pieces = [
    ...running.begin(),
    ...records.flatMap((record, index) => running.cable(record, `170. “Näme” ${index + 1}`)),
    ...running.end(),
  ];
  for (const { path, content } of pieces)
    files.set(path, (files.get(path) ?? '') + content.toString());
  return files;
}

test('a page a cable, and a list whose lines lead to them and back', () => {
  const files = exported([testRecord('One.'), testRecord('Two.')]);
  expect([...files.keys()]).toEqual([
    'index.html',
    'cables/170. “Näme” 1.html',
    'cables/170. “Näme” 2.html',
  ]);
  const list = pageIn(files.get('index.html') ?? '');
  expect(list.querySelector('h1')?.textContent).toBe('Cuba & more');
  for (const line of list.querySelectorAll('tbody tr')) {
    const path = decodeURIComponent(line.querySelector('a')?.getAttribute('href') ?? '');
    const page = pageIn(files.get(path) ?? '');
    expect(page.querySelector('.library a')?.getAttribute('href')).toBe(`../index.html#${line.id}`);
  }
});

test('losses name what a page does not say, each with its annotation', () => {
  const bare = testRecord('Cuba', {
    metadata: [{ field: 'date', value: '1962', evidence: { from: 0, to: 1 }, rule: 'r' }],
  });
  const note = `![map](http://x.org/m.png) [there](cable:0191e7a0-0000-7000-8000-000000000001)`;
  const record = { ...bare, annotations: [testAnnotation(bare, { note })] };
  const losses = html.losses(record, testFrame(), options);
  expect(losses.map(({ kind, what }) => `${kind}: ${what}`)).toEqual([
    'for-reading: Telegram From the Embassy',
    'evidence: 1 field of Telegram From the Embassy',
    'pictures: http://x.org/m.png',
    'links: cable:0191e7a0-0000-7000-8000-000000000001',
  ]);
  expect(losses.filter(({ annotationId }) => annotationId !== null).length).toBe(2);
});
