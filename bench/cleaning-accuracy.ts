/**
 * How right cleaning is, measured on texts nobody here wrote: `npm run bench:cleaning-accuracy`.
 * Documents of the edition with what it says of them: those in `../shared/corpus/seedlike` where that
 * folder stands beside the repository, else the copies among the fixtures. Raw scans: the fixture.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { clean } from '../domain/clean/clean.ts';
import {
  f1,
  precision,
  recall,
  score,
  type Score,
  sum,
  type Tally,
} from '../domain/clean/measure/measure.ts';
import { measureRaw } from '../domain/clean/measure/raw-score.ts';
import { readCases } from '../domain/clean/measure/raw-cases.ts';
import { Truth } from '../domain/clean/measure/truth.ts';
import { type Bar, atLeast, atMost, report } from './bars.ts';

const CORPUS = new URL('../../shared/corpus/seedlike/', import.meta.url);
const FIXTURES = new URL('../domain/clean/fixtures/edition/', import.meta.url);
const RAW = new URL('../domain/clean/fixtures/raw-phenomena.txt', import.meta.url);

/** The documents of a folder: each text with its truth and the score of its cleaning. */
function scores(folder: URL): Score[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.truth.json'))
    .map((name) => {
      const truth = Truth.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
      const text = readFileSync(new URL(`${truth.name}.txt`, folder), 'utf8');
      return score(text, clean(text), truth);
    });
}

function show(name: string, tally: Tally): void {
  const p = precision(tally).toFixed(3);
  const r = recall(tally).toFixed(3);
  console.log(
    `${name.padEnd(16)} precision ${p}  recall ${r}  (${tally.right} of ${tally.expected})`,
  );
}

function editionBars(all: readonly Score[]): Bar[] {
  const [pages, references, notes, fields] = (
    ['pages', 'references', 'notes', 'fields'] as const
  ).map((kind) => {
    const tally = sum(all.map((each) => each[kind]));
    show(kind, tally);
    return tally;
  }) as [Tally, Tally, Tally, Tally];
  const wrong = (kind: 'number' | 'title' | 'telegramNumber' | 'signatory') =>
    all.filter((each) => !each[kind]).length;
  const differing = all.reduce((total, each) => total + each.differing, 0);
  const characters = all.reduce((total, each) => total + each.characters, 0);
  return [
    atLeast('page markers, precision', precision(pages), 1, ''),
    atLeast('page markers, recall', recall(pages), 1, ''),
    atLeast('note references, precision', precision(references), 0.99, ''),
    atLeast('note references, recall', recall(references), 0.98, ''),
    atLeast('notes with identical text', recall(notes), 1, ''),
    atMost('documents with a wrong number', wrong('number'), 1, 'documents'),
    atMost('documents with a wrong title', wrong('title'), 1, 'documents'),
    atMost('documents with a wrong telegram number', wrong('telegramNumber'), 1, 'documents'),
    atMost('documents with a wrong signatory', wrong('signatory'), 1, 'documents'),
    atLeast('fields of the source note, F1', f1(fields), 0.9, ''),
    atMost('reading text, characters that differ', (100 * differing) / characters, 0.1, '%'),
  ];
}

function rawBars(): Bar[] {
  const measured = measureRaw(readCases(readFileSync(RAW, 'utf8')));
  for (const { phenomenon, cases, taken, toTake } of measured.phenomena)
    console.log(
      `${phenomenon.padEnd(20)} ${String(cases).padStart(3)} cases  ${taken} of ${toTake} taken or offered`,
    );
  return [
    atMost('raw scans, wrong removals among certain changes', measured.wrong, 0, 'changes'),
    atLeast('raw scans, furniture taken or offered', measured.recall, 0.98, ''),
    atLeast('raw scans, fewest examples of a phenomenon', measured.fewest, 5, 'examples'),
  ];
}

const found = existsSync(CORPUS);
if (!found)
  console.log(
    'The development corpus is not beside the repository, so only its copies here are measured.',
  );
const all = scores(found ? CORPUS : FIXTURES);
console.log(`${all.length} documents of the edition`);
report('cleaning-accuracy', [...editionBars(all), ...rawBars()]);
