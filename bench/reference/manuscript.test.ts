import { expect, test } from 'vitest';
import { undecided } from '../../domain/change/decision.ts';
import { draftOf } from './draft.ts';
import {
  annotated,
  type Manuscript,
  untouched,
  withDecision,
  withRestored,
  withTyping,
} from './manuscript.ts';

/** A manuscript of a text with proposals. */
function draft(marked: string): Manuscript {
  const { text, changes } = draftOf(marked);
  return untouched(text, changes.map(undecided));
}

let names = 0;
const typist = { author: 'kay', witness: null, name: () => `e${++names}` };

/** Replaces words of the transcription, `[at, words taken away, words put in]`. */
function type(manuscript: Manuscript, ...step: (readonly [number, string, string])[]): Manuscript {
  const replacements = step.map(([from, gone, insert]) => {
    expect(manuscript.text.slice(from, from + gone.length)).toBe(gone);
    return { from, to: from + gone.length, insert };
  });
  return withTyping(manuscript, replacements, typist);
}

function decide(manuscript: Manuscript, status: 'accepted' | 'rejected', ...which: number[]) {
  const keys = which.flatMap((at) => manuscript.changes[at] ?? []);
  return withDecision(manuscript, keys, status);
}

/** The cleaned text with its emendations `{cleaned=insert}`, lost ones as `{!words}`. */
function shown({ cleaned, emended }: Manuscript): string {
  const marks = emended
    .toSorted((a, b) => b.from - a.from || b.to - a.to)
    .map(({ from, to, insert, lost }) => {
      const mark = lost ? `{!${lost.exact}}` : `{${cleaned.slice(from, to)}=${insert}}`;
      return { from, to, mark };
    });
  return marks.reduce(
    (text, { from, to, mark }) => text.slice(0, from) + mark + text.slice(to),
    cleaned,
  );
}

/** Where annotations stand: their words, or `|place` with the words they have lost. */
function points({ text, annotations }: Manuscript): string[] {
  return [...annotations.values()].flat().map(({ from, to, quote, lost }) => {
    expect(text.slice(from, to)).toBe(lost ? '' : quote.exact);
    return lost ? `${from}|${quote.exact}` : `${from} ${quote.exact}`;
  });
}

function highlight(manuscript: Manuscript, ...all: string[]): Manuscript {
  return all.reduce((made, words) => {
    const from = made.text.indexOf(words);
    expect(from).toBeGreaterThanOrEqual(0);
    const to = from + words.length;
    return annotated(made, `a${made.annotations.size}`, { side: 'transcription', from, to });
  }, manuscript);
}

test('typing that touches becomes one emendation; typed back it is gone', () => {
  const start = draft('Rusk told him');
  const said = type(start, [5, 'told', 'said']);
  expect(shown(said)).toBe('Rusk {told=said} him');
  expect(shown(type(said, [9, '', ' to']))).toBe('Rusk {told=said to} him');
  expect(shown(type(said, [5, '', 'now ']))).toBe('Rusk {told=now said} him');
  expect(shown(type(said, [10, '', 'x']))).toBe('Rusk {told=said} {=x}him');
  expect(shown(type(said, [6, 'ai', '']))).toBe('Rusk {told=sd} him');
  expect(shown(type(said, [0, 'Rusk ', '']))).toBe('{Rusk told=said} him');
  expect(shown(type(said, [7, 'id h', 'ID H']))).toBe('Rusk {told h=saID H}im');
  expect(shown(type(said, [5, 'said', 'told']))).toBe('Rusk told him');
  expect(shown(type(start, [0, 'Rusk', 'Rusk']))).toBe('Rusk told him');
  expect(shown(type(start, [4, '', '']))).toBe('Rusk told him');
});

test('a step of several places joins what it touches, and only that', () => {
  const two = type(draft('one two three four'), [0, 'one', 'ONE'], [8, 'three', 'THREE']);
  expect(shown(two)).toBe('{one=ONE} two {three=THREE} four');
  expect(two.emended.map(({ id }) => id)).toHaveLength(2);
  const joined = type(two, [3, ' two ', '-']);
  expect(shown(joined)).toBe('{one two three=ONE-THREE} four');
  expect(joined.emended[0]?.id).toBe(two.emended[0]?.id);
  const across = type(two, [2, 'E t', 'X'], [9, 'H', 'Y'], [14, 'f', 'F']);
  expect(shown(across)).toBe('{one t=ONX}wo {three=TYREE} {f=F}our');
  expect(shown(type(two, [8, 'T', ''], [12, 'E', 'e']))).toBe('{one=ONE} two {three=HREe} four');
  expect(shown(type(two, [8, 'THREE', 'three']))).toBe('{one=ONE} two three four');
});

test('what was deleted stays one emendation and is undone by typing it again', () => {
  const gone = type(draft('Rusk told him'), [4, ' told', '']);
  expect(shown(gone)).toBe('Rusk{ told=} him');
  expect(shown(type(gone, [4, '', ' tol']))).toBe('Rusk{ told= tol} him');
  expect(shown(type(gone, [4, '', ' told']))).toBe('Rusk told him');
  expect(shown(type(gone, [3, 'k', '']))).toBe('Rus{k told=} him');
});

test('emendations follow decisions; what the editor wrote prevails', () => {
  const start = draft('Rusk (told =)him (colour=color) (+now )end');
  const whole = type(start, [14, 'colour', 'COLOUR']);
  expect(shown(decide(whole, 'accepted', 1))).toBe('Rusk told him {color=COLOUR} end');
  expect(shown(decide(decide(whole, 'accepted', 1), 'rejected', 1))).toBe(shown(whole));
  const part = type(start, [15, 'olou', 'X']);
  expect(shown(decide(part, 'accepted', 1))).toBe('Rusk told him {!olou}color end');
  expect(shown(decide(decide(part, 'accepted', 1), 'rejected', 1))).toBe(shown(part));
  const over = type(start, [12, 'm col', 'M COL']);
  expect(shown(decide(over, 'accepted', 1))).toBe('Rusk told hi{m =M COL}color end');
  const taken = type(start, [5, 'told', 'said']);
  expect(shown(decide(taken, 'accepted', 0))).toBe('Rusk {!told}him colour end');
  expect(decide(taken, 'accepted', 0).text).toBe('Rusk him colour end');
  expect(shown(decide(decide(taken, 'accepted', 0), 'rejected', 0))).toBe(shown(taken));
});

test('a pure insertion goes only where the words on both its sides go', () => {
  const start = draft('Rusk (told )him (+now )end');
  const at = (place: number) => type(start, [place, '', 'X']);
  expect(shown(decide(at(7), 'accepted', 0))).toBe('Rusk {!}him end');
  expect(shown(decide(decide(at(7), 'accepted', 0), 'rejected', 0))).toBe('Rusk to{=X}ld him end');
  expect(shown(decide(at(5), 'accepted', 0))).toBe('Rusk {=X}him end');
  expect(shown(decide(at(10), 'accepted', 0))).toBe('Rusk {=X}him end');
  expect(shown(decide(at(14), 'accepted', 1))).toBe('Rusk told him {=X}now end');
});

test('annotations hold on to their words through decisions under emendations', () => {
  const start = type(draft('Rusk (told )him (that )and (colour=color)'), [10, 'him', 'Gromyko']);
  expect(start.text).toBe('Rusk told Gromyko that and colour');
  const marked = highlight(start, 'told', 'd Gromyko t', 'Gromyko', 'that', 'colour', 'lo');
  const accepted = decide(marked, 'accepted', 0, 1, 2);
  expect(accepted.text).toBe('Rusk Gromyko and color');
  expect(points(accepted)).toEqual([
    '5|told',
    '5 Gromyko ',
    '5 Gromyko',
    '13|that',
    '17 color',
    '17|lo',
  ]);
  // Its words are back, but not what stood around them.
  expect(points(decide(accepted, 'rejected', 0))).toContain('5|told');
  const all = decide(accepted, 'rejected', 0, 1, 2);
  expect(points(all)).toEqual([
    '5 told',
    '10 Gromyko ',
    '10 Gromyko',
    '18 that',
    '27 colour',
    '29 lo',
  ]);
});

test('the words of an emendation that goes lost go, and come back with it', () => {
  const start = type(draft('Rusk (told him that )and'), [10, 'him', 'Gromyko']);
  const marked = highlight(start, 'Gromyko', 'Rusk told', 'that and');
  const gone = decide(marked, 'accepted', 0);
  expect(shown(gone)).toBe('Rusk {!him}and');
  expect(points(gone)).toEqual(['5|Gromyko', '0 Rusk ', '5 and']);
  const back = decide(gone, 'rejected', 0);
  expect(shown(back)).toBe('Rusk told {him=Gromyko} that and');
  expect(points(back)).toEqual(['10 Gromyko', '0 Rusk ', '23 and']);
});

test('deeds that border on each other stay two', () => {
  const start = highlight(draft('a (bc=BC)(de=DE) f'), 'bc', 'de', 'cd');
  expect(points(decide(start, 'accepted', 0, 1))).toEqual(['2 BC', '4 DE', '2|cd']);
});

test('what was lost stays so where other words come, or its own come elsewhere', () => {
  const lost = type(highlight(draft('Rusk told him'), 'told'), [5, 'told ', '']);
  expect(points(lost)).toEqual(['5|told']);
  expect(points(type(lost, [5, '', 'tol d ']))).toEqual(['5|told']);
  expect(points(type(lost, [0, '', 'told ']))).toEqual(['10|told']);
  expect(points(type(lost, [5, '', 'told ']))).toEqual(['5 told']);
});

test('a restore brings text and annotations of then, and carries later ones', () => {
  const then = highlight(draft('Rusk told him (that )all'), 'told');
  const now = highlight(
    decide(type(then, [5, 'told', ''], [10, 'him', 'Gromyko']), 'accepted', 0),
    'Gromyko',
    'Rusk',
  );
  expect(points(now)).toEqual(['5|told', '6 Gromyko', '0 Rusk']);
  const restored = withRestored(now, then);
  expect(restored.text).toBe('Rusk told him that all');
  expect(points(restored)).toEqual(['5 told', '10 him', '0 Rusk']);
});

test('in a restore all that goes between words that stay gives way to all that comes', () => {
  const start = draft('Rusk told him');
  const point = type(start, [5, '', 'sa']);
  const wide = type(point, [5, 'sato', 'Cuba']);
  const restored = (now: Manuscript, then: Manuscript, ...words: string[]) =>
    points(withRestored(highlight(now, ...words), then));
  expect(shown(wide)).toBe('Rusk {to=Cuba}ld him');
  expect(restored(wide, point, 'Cubald', 'Cuba', 'ld', 'ba')).toEqual(['5 satold', '5 sato', '9 ld', '5|ba']); // prettier-ignore
  expect(restored(point, wide, 'told', 'satold', 'sa', 'ld')).toEqual(['9 ld', '5 Cubald', '5|sa', '9 ld']); // prettier-ignore
});
