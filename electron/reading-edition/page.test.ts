import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quoteOf } from '../../domain/annotation/annotation.ts';
import type { CableRecord } from '../../domain/exchange/record.ts';
import {
  annotatedRecords,
  testAnnotation,
  testFrame,
  testRecord,
  testTag,
  testTarget,
  textsOf,
} from '../../domain/testing/exported.ts';
import { emendation, newId } from '../../domain/testing/emendations.ts';
import { type PageElement, pageIn } from '../testing/page.ts';
import { editionOf } from './edition.ts';
import { cablePage, editionPageOf } from './page.ts';

const tags = [testTag({ name: 'measures' }), testTag({ name: 'tone', colour: 'purple' })];
const frame = testFrame({ tags });

function pageOf(record: CableRecord, about = frame): { html: string; page: PageElement } {
  const { html } = cablePage(record, about, { fonts: false, list: null });
  return { html, page: pageIn(html.replace(/<style>.*?<\/style>/gsu, '')) };
}

/** The words of one side, as they are read out of a page. */
function wordsOn(page: PageElement, side: 'original' | 'transcription'): string {
  for (const notes of page.querySelectorAll('.notes')) notes.remove();
  const cells = page.querySelectorAll(side === 'original' ? 'td.original pre' : 'td.transcription');
  return Array.from(cells, (cell) => cell.textContent).join('');
}

/** A record with annotations on words of its own. */
function annotated(record: CableRecord, words: readonly string[], note = ''): CableRecord {
  const text = textsOf(record).transcription;
  const annotations = words.map((one) => {
    const from = text.indexOf(one);
    const targets = [testTarget(record, 'transcription', from, from + one.length)];
    return testAnnotation(record, { targets, tagIds: tags.map(({ id }) => id), note });
  });
  return { ...record, annotations };
}

test('every annotation is drawn over its very words, and both texts can be read out of the page to the letter', () => {
  fc.assert(
    fc.property(annotatedRecords(tags, 6), (record) => {
      const { page } = pageOf(record);
      const texts = textsOf(record);
      for (const { number, annotation } of editionOf(record, frame).annotations) {
        const [target] = annotation.targets;
        if (annotation.targets.length !== 1 || !target) continue;
        const drawn = page.querySelectorAll(`td.${target.side} mark[data-a="${number}"]`);
        const words = Array.from(drawn, (mark) => mark.textContent).join('');
        // White space between lines stands on the page unseen, without a mark.
        expect(bare(words)).toBe(bare(target.quote.exact));
      }
      expect(wordsOn(page, 'transcription')).toBe(texts.transcription);
      expect(wordsOn(page, 'original')).toBe(texts.original);
    }),
    { numRuns: 25 },
  );
});

function bare(words: string): string {
  return words.replace(/\s+/gu, '');
}

test('whatever is linked to is there, once, and nothing is written into the page by what stands in it', () => {
  fc.assert(
    fc.property(annotatedRecords(tags, 6), (record) => {
      const { page } = pageOf(record);
      const ids = Array.from(page.querySelectorAll('[id]'), ({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const link of page.querySelectorAll('a[href^="#"]'))
        expect(ids).toContain(link.getAttribute('href')?.slice(1));
      expect(page.querySelectorAll('script').length).toBe(1);
      for (const element of page.querySelectorAll('*'))
        for (const { name } of element.attributes) expect(name).not.toMatch(/^(?:on|style$|src)/u);
    }),
    { numRuns: 12 },
  );
});

test('the policy of a page lets in its own styles and script, and nothing else', () => {
  const { html } = editionPageOf(annotated(testRecord('Cuba and missiles'), ['Cuba']), frame);
  const page = pageIn(html);
  const policy = page.querySelector('meta[http-equiv]')?.getAttribute('content') ?? '';
  const digests = (name: string) =>
    Array.from(
      page.querySelectorAll(name),
      ({ textContent }) => `'sha256-${createHash('sha256').update(textContent).digest('base64')}'`,
    );
  expect(digests('style').length).toBe(3);
  expect(policy.split('; ')).toEqual([
    "default-src 'none'",
    `style-src ${digests('style').join(' ')}`,
    `script-src ${digests('script').join(' ')}`,
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ]);
  // Two faces of the book and the typewriter, within the page.
  expect(html.match(/url\(data:font\/woff2;base64,d09GM/gu)?.length).toBe(3);
  expect(html).not.toMatch(/(?:src|href)="(?!#)|url\((?!data:)/u);
});

test('the notes of the edition are linked with their marks both ways', () => {
  const text = 'Cuba1 and missiles.\n\n1 Source: Department of State.';
  const at = text.indexOf('1 Source');
  const structure = [
    { type: 'noteReference' as const, from: 4, to: 5, label: '1', note: 0 },
    { type: 'note' as const, from: at + 2, to: text.length, label: '1', note: null },
  ];
  const { page } = pageOf(testRecord(text, { structure }));
  const mark = page.querySelector('a.n-mark');
  expect(mark?.getAttribute('href')).toBe('#n1');
  expect(page.querySelector('#n1')?.textContent).toContain('Source: Department of State.');
  expect(page.querySelector('#n1 a')?.getAttribute('href')).toBe(`#${mark?.id ?? ''}`);
});

test('an emendation leads to its entry in the apparatus, and that to its place', () => {
  const record = testRecord('The port of Havna is closed.', {
    emendations: [emendation(12, 17, 'Havana')],
  });
  const { page } = pageOf(record);
  const emended = page.querySelector('td.transcription a.emended');
  expect(emended?.textContent).toBe('Havana');
  const entry = page.querySelector(emended?.getAttribute('href') ?? 'none');
  expect(entry?.textContent).toContain('Havana ] Havna\u{a0}O');
  expect(entry?.textContent).toContain('emended by editor');
  expect(
    page.querySelector(entry?.querySelector('a')?.getAttribute('href') ?? 'none'),
  ).not.toBeNull();
});

test('tags, notes, links and losses of annotations are told in words', () => {
  const empty = testRecord('Cuba and missiles');
  const two = annotated(empty, ['Cuba', 'missiles'], '*Compare* <b>this</b>.');
  const type = { id: newId(), name: 'quotes', reverse: 'is quoted by', description: '' };
  const [first, second] = two.annotations;
  if (!first || !second) throw new Error('there are two');
  const quote = quoteOf('Havana', 0, 6);
  const lost = {
    side: 'original' as const,
    from: 0,
    to: 0,
    version: 0,
    quote,
    lost: 'It was cut.',
  };
  const relation = {
    id: newId(),
    typeId: type.id,
    from: first.id,
    to: second.id,
    note: '',
    creator: '',
    created: first.created,
  };
  const record = {
    ...two,
    annotations: [...two.annotations, testAnnotation(empty, { targets: [lost] })],
    relations: [relation],
  };
  const { page } = pageOf(record, testFrame({ tags, relationTypes: [type] }));
  const told = Array.from(page.querySelectorAll('ol.annotations > li'), (item) => item.textContent);
  const all = told.join('\n').replace(/\s+/gu, ' ');
  expect(all).toContain('measurestone');
  expect(all).toContain('Compare <b>this</b>.');
  expect(all).toContain('quotes A');
  expect(all).toContain('is quoted by A');
  expect(all).toContain('It was cut.');
});
