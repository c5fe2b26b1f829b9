import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cleanTei } from '../../domain/tei/clean.ts';
import { wordsIn } from '../../domain/tei/searchable.ts';
import type { StructureType } from '../../domain/structure/structure.ts';
import { mappingOf } from '../../domain/transcription/mapping.ts';
import { transcribe } from '../../domain/transcription/transcription.ts';
import { readVolume } from './volume.ts';

/** What a document holds, as a reader says that shares no code with the program. */
interface Truth {
  readonly id: string;
  readonly number: string;
  readonly words: string;
  readonly pages: readonly { label: string; before: string; after: string }[];
  readonly notes: readonly { number: string | null; id: string | null; text: string }[];
  readonly persons: readonly Marked[];
  readonly terms: readonly Marked[];
  readonly places: readonly Marked[];
  readonly dates: readonly Marked[];
  readonly items: readonly string[];
  readonly signed: readonly string[];
}

interface Marked {
  readonly pointer: string | null;
  readonly text: string;
}

const here = import.meta.dirname;
const truth = JSON.parse(readFileSync(join(here, 'fixtures/truth.json'), 'utf8')) as Record<
  string,
  Truth
>;
const files = readdirSync(join(here, 'fixtures/frus')).toSorted();

/** Words with single blanks, and none before signs that close: indentation of tags is no blank of the text. */
const plain = (words: string) =>
  words
    .replace(/[ \t\n]+/gu, ' ')
    .replace(/ (?=[,.;:)\]])/gu, '')
    .trim();
const bare = (words: string) => words.replace(/[ \t\n]/gu, '');

/** A document as it is imported. */
function imported(file: string) {
  const bytes = readFileSync(join(here, 'fixtures/frus', file));
  const [document, ...others] = readVolume(file, bytes).documents;
  if (!document || 'failure' in document || others.length > 0) throw new Error(file);
  const text = Buffer.from(document.bytes).toString('utf8').replaceAll('\r\n', '\n');
  const cleaning = cleanTei(text);
  const transcription = transcribe(text, cleaning.changes);
  const marked = (type: StructureType): Marked[] =>
    cleaning.structure
      .filter((piece) => piece.type === type)
      .map((piece) => ({
        pointer: piece.label,
        text: plain(wordsIn({ text, format: 'tei' }, piece)),
      }));
  return {
    name: document.name,
    bytes,
    own: document.bytes,
    text,
    ...cleaning,
    transcription,
    marked,
  };
}

const asRead = (all: readonly Marked[]) => all.map((one) => ({ ...one, text: plain(one.text) }));

describe.each(files)('%s', (file) => {
  const expected = truth[file];
  if (!expected) throw new Error(`${file} is not in truth.json`);
  const read = imported(file);
  const reading = read.transcription.text.toString();

  test('its original is the element as it stands in the file', () => {
    expect(read.name).toBe(expected.id);
    const whole = Buffer.from(read.bytes);
    expect(whole.includes(Buffer.from(read.own))).toBe(true);
    expect(read.text).toMatch(/^<div [\s\S]*<\/div>$/u);
  });

  test('its transcription reads word for word as the text without its notes', () => {
    expect(plain(reading)).toBe(plain(expected.words));
    expect(bare(reading)).toBe(bare(expected.words));
  });

  test('every page break stands between the words it stands between', () => {
    const mapping = mappingOf(read.transcription.map);
    const pages = read.structure
      .filter(({ type }) => type === 'pageBreak')
      .map(({ label, from }) => {
        const at = mapping.at(from, 1);
        const [before, after] = [
          bare(reading.slice(0, at)).slice(-24),
          bare(reading.slice(at)).slice(0, 24),
        ];
        return { label, before, after };
      });
    expect(pages).toEqual(expected.pages);
  });

  test('every note is there with its number and its whole text', () => {
    const notes = read.structure
      .filter(({ type }) => type === 'note')
      .map((piece) => ({
        number: piece.label,
        text: plain(wordsIn({ text: read.text, format: 'tei' }, piece)),
      }));
    expect(notes).toEqual(
      expected.notes.map(({ number, text }) => ({ number, text: plain(text) })),
    );
  });

  test('every numbered note has its reference, in its place', () => {
    const mapping = mappingOf(read.transcription.map);
    const references = read.structure.filter(({ type }) => type === 'noteReference');
    expect(references.map(({ label }) => label)).toEqual(
      expected.notes.flatMap(({ number }) => number ?? []),
    );
    for (const { from, to, label, note } of references) {
      expect(read.text.slice(from, to)).toBe(label);
      expect(expected.notes[note ?? -1]?.number).toBe(label);
      // No reference stands at the beginning of a line or behind a blank.
      expect(reading.charAt(mapping.at(from, 1) - 1)).toMatch(/\S/u);
    }
  });

  test.each([
    ['person', 'persons'],
    ['term', 'terms'],
    ['place', 'places'],
    ['date', 'dates'],
  ] as const)('every %s that is marked is there with what it points to', (type, list) => {
    expect(read.marked(type)).toEqual(asRead(expected[list]));
  });

  test('every item of a list and every signature is there', () => {
    expect(read.marked('listItem').map(({ text }) => text)).toEqual(expected.items.map(plain));
    expect(read.marked('signature').map(({ text }) => text)).toEqual(expected.signed.map(plain));
  });

  test('title, number and date of the metadata are those of the edition, each with its place', () => {
    const value = (field: string) => read.metadata.find((one) => one.field === field)?.value;
    expect(value('number')).toBe(expected.number);
    const [date] = expected.dates;
    expect(date?.pointer?.startsWith(value('date') ?? 'none')).toBe(true);
    expect(plain(expected.words)).toContain(value('title'));
    for (const { evidence } of read.metadata) expect(evidence).not.toBe(null);
  });
});

test('the 17 documents hold what their README counts', () => {
  const all = Object.values(truth);
  const count = (list: 'pages' | 'notes' | 'persons') =>
    all.reduce((sum, one) => sum + one[list].length, 0);
  expect(files).toHaveLength(17);
  expect([count('pages'), count('persons')]).toEqual([18, 111]);
});
