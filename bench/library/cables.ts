/**
 * The cables of `bench:library`: about 4 kB each, the same for the same number on every machine. Their
 * sentences are those of the public-domain texts in the repository, shuffled; each cable has a heading,
 * a number, a date and a signature of its own, and a few names that only some twenty others have.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/setup/paths.mjs';

/** The length of a cable without its heading, in UTF-16 code units. */
const LENGTH = 3_700;
/** How many cables share a name. */
const SHARED = 20;
const POSTS = [
  'Paris',
  'London',
  'Moscow',
  'Bonn',
  'Havana',
  'Mexico',
  'Caracas',
  'Santiago',
  'Cairo',
];
const SIGNATORIES = ['Rusk', 'Dulles', 'Herter', 'Thompson', 'Bohlen', 'Gavin', 'Bruce', 'Mann'];
const CLASSES = ['SECRET', 'CONFIDENTIAL', 'TOP SECRET', 'OFFICIAL USE ONLY', 'UNCLASSIFIED'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Numbers from 0 to below 1 that look random and are the same for the same seed (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The sentences of the texts in the repository. */
function sentences(): string[] {
  const folders = [join(root, 'seeds'), join(root, 'domain/clean/fixtures/edition')];
  const texts = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .toSorted()
      .map((name) => readFileSync(join(folder, name), 'utf8')),
  );
  const found = texts
    .join('\n')
    .split(/(?<=[.;?!])\s+|\n/u)
    .map((sentence) => sentence.trim())
    .filter(
      (sentence) => sentence.length > 30 && sentence.length < 300 && /^[A-Z]/u.test(sentence),
    );
  return [...new Set(found)];
}

/** A name that no text of the repository has: "Kelovira". */
export function madeName(number: number): string {
  const [heads, tails] = ['BDFGKLMNPRSTVZ', 'aeiou'];
  let rest = number + 2_000;
  let name = '';
  while (rest > 0) {
    const head = heads.charAt(rest % heads.length);
    rest = Math.floor(rest / heads.length);
    name += (name === '' ? head : head.toLowerCase()) + tails.charAt(rest % tails.length);
    rest = Math.floor(rest / tails.length);
  }
  return `${name}sk`;
}

/** Makes cables, and says which names and pairs of names they have. */
export function cableMaker(total: number) {
  const all = sentences();
  const names = Math.max(1, Math.floor(total / SHARED));

  return {
    /** How many made-up names there are; each stands in about twenty cables. */
    names,

    /** The text of a cable. */
    text(number: number): string {
      const next = numbers(number + 1);
      const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T;
      const year = 1950 + Math.floor(next() * 16);
      const post = pick(POSTS);
      const name = madeName(number % names);
      const other = madeName((number * 7 + 3) % names);
      const own = [
        `${name} and ${other} called on the Ambassador.`,
        `Re Embtel ${1 + (number % 900)} and Deptel ${1 + (number % 700)}.`,
      ];
      const body: string[] = [];
      let length = 0;
      const paragraph: string[] = [];
      while (length < LENGTH) {
        const sentence = own.length > 0 && next() < 0.2 ? (own.pop() ?? '') : pick(all);
        paragraph.push(sentence);
        length += sentence.length + 1;
        if (next() < 0.25) body.push(paragraph.splice(0).join(' '));
      }
      body.push([...paragraph, ...own].join(' '));
      body.splice(2, 0, `[Page ${100 + (number % 800)}]`);
      const file = `${600 + (number % 200)}.${10 + (number % 80)}/${1 + (number % 12)}-${1 + (number % 28)}${year % 100}`;
      return [
        `${number + 1}. Telegram From the Embassy in ${post} to the Department of State1`,
        `${post}, ${pick(MONTHS)} ${1 + Math.floor(next() * 28)}, ${year}, ${1 + Math.floor(next() * 11)} p.m.`,
        `${1 + (number % 2_000)}. ${pick(CLASSES)}.`,
        ...body,
        pick(SIGNATORIES),
        `  1. Source: Department of State, Central Files, ${file}. ${pick(CLASSES)}. Drafted by ${name}. Repeated to ${pick(POSTS)}.`,
      ].join('\n\n');
    },
  };
}

/** Writes the files of `total` cables into folders of a thousand, and gives their paths. */
export function writeCables(folder: string, total: number): string[] {
  const maker = cableMaker(total);
  return Array.from({ length: total }, (_, number) => {
    const box = join(folder, `box ${String(Math.floor(number / 1000)).padStart(3, '0')}`);
    if (number % 1000 === 0) mkdirSync(box, { recursive: true });
    const path = join(box, `cable ${String(number).padStart(6, '0')}.txt`);
    writeFileSync(path, maker.text(number));
    return path;
  });
}
