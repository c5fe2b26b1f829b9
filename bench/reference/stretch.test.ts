import { expect, test } from 'vitest';
import { typedStretches, typedText } from './emending.ts';
import { carryPlace, carrySpan, comeBack, quoted } from './stretch.ts';

type Step = readonly (readonly [from: number, to: number, insert: string])[];

/** The step as replacements. */
function stepOf(step: Step) {
  return step.map(([from, to, insert]) => ({ from, to, insert }));
}

/** Carries what stands in brackets, or the place of `|`, over a step; lost ones come back as their place. */
function carry(marked: string, ...step: Step): string {
  const text = marked.replace(/[[\]|]/gu, '');
  const next = typedText(text, stepOf(step));
  const stretches = typedStretches(stepOf(step));
  const from = marked.search(/[[|]/u);
  const to = marked.includes('|') ? from : marked.indexOf(']') - 1;
  const span = from < to ? carrySpan({ from, to }, stretches) : null;
  if (span)
    return `${next.slice(0, span.from)}[${next.slice(span.from, span.to)}]${next.slice(span.to)}`;
  const place = carryPlace(from, stretches);
  return `${next.slice(0, place)}|${next.slice(place)}`;
}

test.each<[string, Step, string]>([
  // Put in at the edges, and inside.
  ['ab[cd]ef', [[2, 2, 'X']], 'abX[cd]ef'],
  ['ab[cd]ef', [[4, 4, 'X']], 'ab[cd]Xef'],
  ['ab[cd]ef', [[3, 3, 'X']], 'ab[cXd]ef'],
  // In the place of a stretch that lies within.
  ['ab[cd]ef', [[2, 4, 'XY']], 'ab[XY]ef'],
  ['ab[cd]ef', [[2, 3, 'XY']], 'ab[XYd]ef'],
  ['ab[cd]ef', [[3, 4, 'XY']], 'ab[cXY]ef'],
  // In the place of one that reaches beyond.
  ['ab[cd]ef', [[1, 3, 'X']], 'aX[d]ef'],
  ['ab[cd]ef', [[3, 5, 'X']], 'ab[c]Xf'],
  ['ab[cd]ef', [[1, 4, 'X']], 'a|Xef'],
  ['ab[cd]ef', [[2, 5, 'X']], 'ab|Xf'],
  ['ab[cd]ef', [[0, 6, 'abcdef']], '|abcdef'],
  // Taken away.
  ['ab[cd]ef', [[2, 4, '']], 'ab|ef'],
  ['ab[cd]ef', [[1, 5, '']], 'a|f'],
  ['ab[cd]ef', [[0, 1, '']], 'b[cd]ef'],
  ['[cd]', [[0, 2, '']], '|'],
  // Several places.
  ['ab[cdef]gh', [[1, 3, 'X'], [5, 7, 'YZ']], 'aX[de]YZh'], // prettier-ignore
  ['ab[cdef]gh', [[0, 0, 'X'], [3, 5, ''], [8, 8, 'Y']], 'Xab[cf]ghY'], // prettier-ignore
  ['ab[cd]ef', [[1, 3, 'X'], [3, 5, 'Y']], 'a|XYf'], // prettier-ignore
  ['ab[cd]ef', [[1, 2, 'X'], [2, 4, 'Y']], 'aX[Y]ef'], // prettier-ignore
  ['ab[cd]ef', [[2, 2, 'X'], [2, 4, 'Y']], 'abX[Y]ef'], // prettier-ignore
  // The place of lost words.
  ['ab|cd', [[2, 2, 'X']], 'ab|Xcd'],
  ['ab|cd', [[1, 2, 'X']], 'aX|cd'],
  ['ab|cd', [[2, 3, 'X']], 'ab|Xd'],
  ['ab|cd', [[1, 3, 'X']], 'a|Xd'],
  ['ab|cd', [[0, 1, '']], 'b|cd'],
])('%s over %j is %s', (marked, step, expected) => {
  expect(carry(marked, ...step)).toBe(expected);
});

/** Whether the words in braces, once lost, stand again after a step over the text without them. */
function back(marked: string, ...step: Step): string | null {
  const [before = '', words = '', after = ''] = marked.split(/[{}]/u);
  const quote = quoted(before + words + after, {
    from: before.length,
    to: before.length + words.length,
  });
  const next = typedText(before + after, stepOf(step));
  const span = comeBack(quote, before.length, typedStretches(stepOf(step)), next);
  return span && `${next.slice(0, span.from)}{${next.slice(span.from, span.to)}}${next.slice(span.to)}`; // prettier-ignore
}

test.each<[string, Step, string | null]>([
  ['ab{cd}ef', [[2, 2, 'cd']], 'ab{cd}ef'],
  ['ab{cd}ef', [[2, 4, 'cdef']], 'ab{cd}ef'],
  ['ab{cd}ef', [[2, 2, 'c']], null],
  ['ab{cd}ef', [[2, 2, 'xcd']], null],
  ['ab{cd}ef', [[2, 2, 'abcdef']], 'abab{cd}efef'],
  ['ab{cd}ef', [[2, 2, 'cdefabcd']], null],
  ['ab{cd}ef', [[0, 2, 'abcd']], null],
  ['ab{cd}ef', [[0, 4, 'abcdef']], 'ab{cd}ef'],
  ['ab{cd}ef', [[4, 4, 'cd']], null],
  ['{cd}', [[0, 0, 'cd']], '{cd}'],
])('%s once lost, over %j, is %s', (marked, step, expected) => {
  expect(back(marked, ...step)).toBe(expected);
});

test('the context of a quote has 32 units and no half of a character', () => {
  const text = `${'🚢'.repeat(20)}a[cd]${'🚢'.repeat(20)}`;
  expect(quoted(text, { from: 42, to: 44 })).toEqual({
    exact: 'cd',
    prefix: `${'🚢'.repeat(15)}a[`,
    suffix: `]${'🚢'.repeat(15)}`,
  });
});
