import { expect, test } from 'vitest';
import { undecided } from '../../domain/change/decision.ts';
import { cleanTei } from '../../domain/tei/clean.ts';
import { explanationsAt } from './explain.ts';
import { type Manuscript, manuscriptOf } from './manuscript.ts';
import { manuscript } from './sample.ts';
import { lineClasses, originalMarking, transcriptionMarking } from './textMarks.ts';
import { RemovedSign } from './widgets.ts';

const XML = `<div type="document" n="7"><head>No. 7<lb/>The Consul</head>
        <p>Saw <persName corresp="#p_CF1">Castro</persName>.<note n="2">See <hi>supra</hi>.</note> He <del>came</del> went.</p></div>`;

/** A cable of an edition whose list has one person. */
function edited(): Manuscript {
  const { cable } = manuscript(XML.replaceAll('~', ''));
  const { changes, structure, metadata } = cleanTei(XML);
  const names = [{ pointer: 'p_CF1', name: 'Castro Ruz, Fidel', description: 'Prime Minister.' }];
  const facts = {
    title: 'FRUS',
    series: '',
    volume: '',
    editors: [],
    publisher: '',
    published: '',
  };
  const edition = { ...facts, sha256: '0'.repeat(64), fileName: 'v.xml' };
  return manuscriptOf({
    ...cable,
    original: { ...cable.original, text: XML, format: 'tei' },
    changes: changes.map(undecided),
    structure: [...structure],
    metadata: [...metadata],
    edition: { edition, document: 'd7', names },
  });
}

const page = edited();
const wordsOf = (className: string) =>
  originalMarking(page)
    .marks.filter((mark) => mark.className.split(' ').includes(className))
    .map(({ from, to }) => XML.slice(from, to));

test('the notes of an edition are read without their tags', () => {
  expect(page.notes).toMatchObject([{ mark: '2', text: 'See supra.' }]);
});

test('tags are faint, indentation is narrow, notes and what was struck out stand apart', () => {
  expect(wordsOf('markup').join('')).toBe(XML.match(/<[^>]*>/gu)?.join(''));
  expect(wordsOf('indent')).toEqual(['        ']);
  expect(wordsOf('set-apart')).toEqual(['<note n="2">See <hi>supra</hi>.</note>']);
  expect(wordsOf('struck')).toEqual(['<del>came</del>']);
});

test('what left is shown in its place by its words, and tags are not', () => {
  const shown = transcriptionMarking(page, true).signs.flatMap(({ widget }) =>
    widget instanceof RemovedSign ? [[widget.text, widget.struck]] : [],
  );
  expect(shown).toEqual([
    ['See supra.', false],
    ['came', true],
  ]);
});

test('a title of two lines is set as a heading on both', () => {
  const text = page.transcription.text.toString();
  expect([...lineClasses(page, 'transcription')]).toEqual([
    [0, 'line-heading'],
    [text.indexOf('The Consul'), 'line-heading'],
  ]);
});

test.each(['original', 'transcription'] as const)(
  'a name in the %s is explained by the list it points to, a tag by nothing',
  (side) => {
    const text = side === 'original' ? XML : page.transcription.text.toString();
    const said = (words: string) =>
      explanationsAt(page, [], new Map(), side, text.indexOf(words)).map(({ head }) => head);
    expect(said('Castro')).toEqual(['Castro Ruz, Fidel']);
    expect(said('Saw')).toEqual([]);
    if (side === 'original') expect(said('persName')).toEqual([]);
  },
);
