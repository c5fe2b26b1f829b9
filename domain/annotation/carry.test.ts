import { ChangeSet } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { textOf } from '../transcription/transcription.ts';
import { quoteOf, type Target } from './annotation.ts';
import { carryTarget } from './carry.ts';

/** What the test says of a text: `[` and `]` stand around the annotated words. */
function marked(notation: string): { text: string; target: Target } {
  const from = notation.indexOf('[');
  const to = notation.indexOf(']') - 1;
  const text = notation.replace('[', '').replace(']', '');
  const quote = quoteOf(text, from, to);
  return { text, target: { side: 'transcription', from, to, version: 0, quote, lost: null } };
}

/** One step: behind `after` (where that stands first) `words` give way to `insert`. */
type Step = readonly [after: string, words: string, insert: string];

/** The target after some steps, in notation; `|` is where the words of a lost one were. */
function carried(notation: string, steps: readonly Step[]): string {
  let { text, target } = marked(notation);
  for (const [at, [behind, words, insert]] of steps.entries()) {
    const from = text.indexOf(behind + words) + behind.length;
    const step = ChangeSet.of({ from, to: from + words.length, insert }, text.length);
    const after = step.apply(textOf(text));
    text = after.toString();
    target = carryTarget(target, step, after, at + 1, 'gone');
    if (target.lost === null) expect(target.quote).toEqual(quoteOf(text, target.from, target.to));
  }
  expect(target.version).toBe(steps.length);
  const { from, to } = target;
  if (target.lost !== null) return `${text.slice(0, from)}|${text.slice(from)}`;
  return `${text.slice(0, from)}[${text.slice(from, to)}]${text.slice(to)}`;
}

describe('a target is carried over', () => {
  it.each<[string, string, Step[], string]>([
    ['what leaves before it', 'a b [c] d', [['', 'a ', '']], 'b [c] d'],
    ['what leaves in it', 'a [b x c] d', [['', 'x ', '']], 'a [b c] d'],
    ['what leaves with its end', 'a [b c] d', [['', 'c d', '']], 'a [b ]'],
    ['its words exactly replaced', 'raids[ʼ] end', [['', 'ʼ', '’']], 'raids[’] end'],
    [
      'what comes in at its edges',
      'a[b]c',
      [
        ['a', '', 'x'],
        ['b', '', 'y'],
      ],
      'ax[b]yc',
    ],
    ['its words leaving', 'a [b ]c', [['', 'b ', '']], 'a |c'],
    ['more than its words replaced', 'a x[b]c', [['', 'xb', 'y']], 'a |yc'],
  ])('%s', (_, before, steps, after) => {
    expect(carried(before, steps)).toBe(after);
  });
});

describe('a lost target', () => {
  const gone: Step = ['', 'xby ', ''];
  it.each<[string, string, Step[], string]>([
    [
      'comes back with its words',
      'a [b ]c',
      [
        ['', 'b ', ''],
        ['a ', '', 'b '],
      ],
      'a [b ]c',
    ],
    ['comes back amid its words', 'a x[b]y c', [gone, ['a ', '', 'xby ']], 'a x[b]y c'],
    [
      'is not on the next words like it',
      'a [no ]no c',
      [
        ['', 'no ', ''],
        ['', 'a', 'd'],
      ],
      'd |no c',
    ],
    ['is not on such words elsewhere', 'a x[b]y c', [gone, ['c', '', ' xby']], 'a |c xby'],
    ['is not on such words among others', 'a x[b]y c', [gone, ['a ', '', 'zbz ']], 'a |zbz c'],
    [
      'stays where it was',
      'a [b ]c',
      [
        ['', 'b ', ''],
        ['', 'a', 'xyz'],
      ],
      'xyz |c',
    ],
  ])('%s', (_, before, steps, after) => {
    expect(carried(before, steps)).toBe(after);
  });
});
