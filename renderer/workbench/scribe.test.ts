import { ChangeSet } from '@codemirror/state';
import { expect, test, vi } from 'vitest';
import type { Emendation } from '../../domain/emendation/emendation.ts';
import { FailureError } from '../../domain/failure.ts';
import { changeSetOf } from '../../domain/transcription/step.ts';
import { type Manuscript, manuscriptOf } from './manuscript.ts';
import { manuscript } from './sample.ts';
import { type Drafted, Scribe, type ScribeOptions } from './scribe.ts';

const page = manuscript('One here. US not involved.');
const { text } = page.transcription;

/** The page as it is once somebody else has put words in at its beginning. */
const other = emendedAt(page, 0, 'Now: ');

function emendedAt({ cable }: Manuscript, at: number, insert: string): Manuscript {
  const emendation: Emendation = {
    ...{ id: '00000000-0000-7000-8000-000000000009', from: at, to: at, rank: 0, insert },
    ...{ author: 'editor', time: '2026-01-01T00:00:00.000Z', reason: null, note: '' },
    ...{ witness: null, lost: null },
  };
  const version = cable.version + 1;
  return manuscriptOf({ ...cable, version, emendations: [...cable.emendations, emendation] });
}

/** A scribe whose saves are answered by `save`, with what it saved and how it turned the text. */
function scribe(save: ScribeOptions['save']) {
  const saved: string[] = [];
  const turned: ChangeSet[] = [];
  const drafts: { version: number; entries: readonly Drafted[] }[] = [];
  const options: ScribeOptions = {
    save: async (entry) => {
      const answer = await save(entry);
      const base = entry.version === page.cable.version ? page : other;
      saved.push(changeSetOf(entry.step).apply(base.transcription.text).toString());
      return answer;
    },
    onSaved: () => {
      const base = saved.at(-1)?.startsWith('Now') ? other : page;
      return { ...base, cable: { ...base.cable, version: base.cable.version + 1 } };
    },
    onDraft: (version, entries) => drafts.push({ version, entries }),
    onTyped: () => undefined,
    onSettled: () => undefined,
    onWaiting: () => undefined,
    onStale: () => undefined,
  };
  const pen = new Scribe(page, options, {
    turn: (step) => turned.push(step),
    taken: () => undefined,
  });
  return { pen, saved, turned, drafts };
}

const review = { state: 'corrected', author: 'editor', time: '2026-01-01T00:00:00.000Z' } as const;
const done = async () => ({
  version: 1,
  emendations: { remove: [], put: [] },
  placed: [],
  review,
});
const letter = (at: number, insert: string, length = text.length) =>
  ChangeSet.of({ from: at, insert }, length);

test('letters typed one after the other are saved as one', async () => {
  const { pen, saved } = scribe(done);
  pen.typed(letter(9, ' A'));
  pen.typed(letter(11, 'B', text.length + 2));
  await pen.settle();
  expect(saved).toEqual(['One here. AB US not involved.']);
  expect(pen.waiting).toBeNull();
});

test('letters typed elsewhere are another action', async () => {
  const { pen } = scribe(done);
  pen.typed(letter(0, 'A'));
  pen.typed(letter(12, 'B', text.length + 1));
  expect(pen.waiting?.apply(text).toString()).toBe('AOne here. UBS not involved.');
});

test('what was typed is carried over what else has changed the text, and saved then', async () => {
  let refused = false;
  const { pen, saved, turned } = scribe(async () => {
    if (refused) return done();
    refused = true;
    setTimeout(() => pen.receive(other));
    throw new FailureError('stale', 'The text has changed.');
  });
  pen.typed(letter(text.length, ' End.'));
  await pen.settle();
  expect(saved).toEqual(['Now: One here. US not involved. End.']);
  expect(
    turned.map((step) => step.apply(letter(text.length, ' End.').apply(text)).toString()),
  ).toEqual(['Now: One here. US not involved. End.']);
});

test('what cannot be saved is kept, and whoever waits for it is told', async () => {
  const { pen } = scribe(async () => {
    throw new FailureError('disk-full', 'There is no room left.');
  });
  pen.typed(letter(0, 'A'));
  await expect(pen.settle()).rejects.toThrow('There is no room left.');
  expect(pen.waiting?.apply(text).toString()).toBe('AOne here. US not involved.');
});

test('what waits is told with every letter, also while a step is on its way', async () => {
  const { pen, drafts } = scribe(() => new Promise(() => undefined));
  pen.typed(letter(9, ' A'));
  void pen.settle();
  pen.typed(letter(0, 'B', text.length + 2));
  expect(drafts.map(({ version, entries }) => [version, entries.length])).toEqual([
    [0, 1],
    [0, 2],
  ]);
  const steps = drafts.at(-1)?.entries.map(({ step }) => changeSetOf(step)) ?? [];
  const whole = steps.reduce((all, step) => all.compose(step));
  expect(whole.apply(text).toString()).toBe('BOne here. A US not involved.');
});

/** A scribe whose store ends before the answer to the first save; `after` is the cable as it is read then. */
async function interrupted(after: (step: ChangeSet) => Manuscript) {
  let failed = false;
  const { pen, saved, turned } = scribe(async () => {
    if (failed) return done();
    failed = true;
    throw new FailureError('interrupted', 'It has ended.');
  });
  const step = letter(9, ' A');
  pen.typed(step);
  await expect(pen.settle()).rejects.toThrow('It has ended.');
  // Typed while nobody knows: it does not become part of what may be saved already.
  pen.typed(letter(11, 'B', text.length + 2));
  pen.receive(after(step));
  const shown = turned.reduce((all, turn) => turn.apply(all), letter(9, ' AB').apply(text));
  return { pen, saved, shown: shown.toString() };
}

test('a step whose answer never came and that was saved is not typed a second time', async () => {
  const { pen, shown } = await interrupted(() => emendedAt(page, 9, ' A'));
  expect(shown).toBe('One here. AB US not involved.');
  expect(pen.waiting?.apply(letter(9, ' A').apply(text)).toString()).toBe(
    'One here. AB US not involved.',
  );
});

test('a step whose answer never came and that was not saved is saved again', async () => {
  const { pen, shown, saved } = await interrupted(() => ({ ...page, cable: { ...page.cable } }));
  expect(shown).toBe('One here. AB US not involved.');
  await vi.waitFor(() => expect(saved.at(0)).toBe('One here. A US not involved.'));
  expect(pen.base.cable.version).toBe(1);
});
