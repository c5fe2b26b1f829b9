import { afterEach, expect, vi } from 'vitest';
import { editingIn, editingOf, typing, undo } from '../testing/editing.ts';
import { test } from '../testing/folder.ts';
import { storeWith } from '../testing/store.ts';

const TEXT = 'Troops near Havna {?x }and Moscow 🚢 wait.';

afterEach(() => {
  vi.useRealTimers();
});

test('an editor types, and the answer is what has become of the cable', async ({ folder }) => {
  const { store, cableId, highlight, text, type, standing } = await editingOf(folder, TEXT);
  await highlight('Havna');
  await highlight('wait');
  const answer = await type('vn', 'van');
  expect(await text()).toBe('Troops near Havana {?x }and Moscow 🚢 wait.');
  expect(await standing()).toEqual(['Havana', 'wait']);
  const cable = await store.openCable(cableId);
  expect(cable.emendations).toMatchObject([
    { from: 14, to: 16, insert: 'van', author: 'kay', reason: null, note: '', lost: null },
  ]);
  expect(answer).toEqual({
    version: 1,
    emendations: { remove: [], put: cable.emendations },
    placed: [],
    review: { state: 'corrected', author: 'kay', time: cable.emendations[0]?.time },
  });
  expect(cable).toMatchObject({ version: 1, summary: { review: answer.review } });
  expect((await store.listAnnotations(cableId)).map(({ targets }) => targets[0])).toMatchObject([
    {
      from: 12,
      to: 18,
      version: 1,
      quote: { exact: 'Havana', suffix: ' {?x }and Moscow 🚢 wait.' },
    },
    { from: 38, to: 42, version: 1, quote: { exact: 'wait' } },
  ]);
});

test('typing is undone and redone byte for byte, its state with it', async ({ folder }) => {
  const { store, cableId, highlight, type } = await editingOf(folder, TEXT);
  await highlight('Havna');
  await highlight('Moscow');
  const whole = async () => {
    const { version: _, ...cable } = await store.openCable(cableId);
    const annotations = await store.listAnnotations(cableId);
    const place = (one: (typeof annotations)[number]) =>
      one.targets.map((target) => ({ ...target, version: 0 }));
    return { ...cable, annotations: annotations.map((one) => ({ ...one, targets: place(one) })) };
  };
  const states = [await whole()];
  for (const [gone, come] of [
    ['vn', 'van'],
    ['Havana', ''],
    [' and Moscow 🚢', ''],
    ['', 'Now: '],
  ] as const) {
    await type(gone === ' and Moscow 🚢' ? 'and Moscow 🚢' : gone, come);
    states.push(await whole());
  }
  for (const state of states.slice(0, -1).toReversed()) {
    expect(await store.undo('kay')).toMatchObject({ cableId, text: true });
    expect(await whole()).toEqual(state);
  }
  for (const state of states.slice(1)) {
    expect(await store.redo('kay')).toMatchObject({ cableId, text: true });
    expect(await whole()).toEqual(state);
  }
});

test.for([
  // what is typed over what, and what it is called
  ['', 'Now: ', 'type “Now:”'],
  ['vn', 'van', 'type “Havana” for “Havna”'],
  ['Havna', 'Havana', 'type “Havana” for “Havna”'],
  ['Troops ', '', 'delete “Troops”'],
  ['s near', ' near', 'type “Troop near” for “Troops near”'],
  [' and', '\nand', 'change the blanks in “and”'],
  ['}', '', 'delete “}”'],
  ['near', 'n'.repeat(60), `type “${'n'.repeat(39)}…” for “near”`],
] as const)('“%s” → “%s” is called: %s', async ([gone, come, label], { folder }) => {
  const { store, type } = await editingOf(folder, 'Troops near Havna {?x } and Moscow');
  await type(gone, come);
  expect((await store.state()).undo.undo).toBe(label);
});

test('words typed over one another are told: why an annotation has lost its own', async ({
  folder,
}) => {
  const { standing, highlight, type, store } = await editingOf(folder, TEXT);
  await highlight('Havna');
  const { placed } = await type('near Havna ', '');
  expect(await standing()).toEqual([
    '(Havna) Its words left the transcription when “near Havna” was deleted.',
  ]);
  expect(placed).toMatchObject([{ targets: [{ lost: expect.any(String) as string }] }]);
  await store.undo('kay');
  expect(await standing()).toEqual(['Havna']);
});

test('typed back to the cleaned text, no emendation is left', async ({ folder }) => {
  const { store, cableId, text, type } = await editingOf(folder, TEXT);
  await type('vn', 'van');
  const { emendations } = await type('Havana', 'Havna');
  expect(emendations).toEqual({ remove: [expect.any(String) as string], put: [] });
  expect(await text()).toBe(TEXT);
  expect((await store.openCable(cableId)).emendations).toEqual([]);
});

const edit = { continues: false, witness: null };

test('who types into a text that has changed is told that it is stale', async ({ folder }) => {
  const { store, cableId, type, text } = await editingOf(folder, TEXT);
  const late = { ...edit, cableId, version: 0, step: typing(TEXT, 'wait', 'stay') };
  await type('Havna', 'Havana');
  await expect(store.emend(late, 'kay')).rejects.toMatchObject({
    code: 'stale',
    message: expect.stringMatching(/state 0.*state 1.*not lost/u) as string,
  });
  expect(await text()).toContain('Havana');
  expect(await text()).toContain('wait');
});

test.for([
  ['of another length', [[0, 'a'], 3], /a text of 3 characters, but/u],
  ['that does nothing', [TEXT.length], /nothing to save/u],
  ['that cuts a character', [34, [1], TEXT.length - 35], /middle of a character/u],
  ['with half a character', [[0, '\ud83d'], TEXT.length], /middle of a character/u],
  ['whose lines hold line ends', [[0, 'a\nb'], TEXT.length], /cannot be read/u],
] as const)(
  'a step %s is refused, and nothing is changed',
  async ([, step, message], { folder }) => {
    const { store, cableId, text } = await editingOf(folder, TEXT);
    const parts = step.map((part) => (typeof part === 'number' ? part : [...part]));
    await expect(
      store.emend({ ...edit, cableId, version: 0, step: parts as never }, 'kay'),
    ).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringMatching(message) as string,
    });
    expect(await text()).toBe(TEXT);
    expect(await store.state()).toMatchObject({ undo: { undo: null } });
  },
);

/** Where typing is saved: what stands in `[]` gives way to what follows it, which stands in `()`. */
test.for([
  ['typed over', ['near [Havna](C) {', 'near C[](u) {', 'near Cu[](ba) {'], 'Cuba'],
  ['deleted, then typed anew', ['near [Havna]() {', 'near [](Cu) {', 'near Cu[](ba) {'], 'Cuba'],
  [
    'deleted letter by letter, then typed anew',
    ['near Ha[vna]() {', 'near [Ha]() {', 'near [](C) {', 'near C[](uba) {'],
    'Cuba',
  ],
  [
    'typed over together with its neighbour',
    ['Troops [near Havna](i) {', 'Troops i[](n Cu) {', 'Troops in Cu[](ba) {'],
    '(Havna) Its words left the transcription when “in Cuba” was typed for “near Havna”.',
  ],
  ['typed on', ['near Havna[](, Cu) {', 'near Havna, Cu[](ba) {'], 'Havna'],
  ['typed into', ['near Hav[n](an)a {', 'near Havan[](n)a {', 'near Havan[n]()a {'], 'Havana'],
] as const)('a run: an annotated word is %s', async ([, saves, words], { folder }) => {
  const { store, highlight, standing, text, type } = await editingOf(folder, TEXT);
  await highlight('Havna');
  for (const [count, save] of saves.entries()) {
    const [, before = '', gone = '', come = '', after = ''] =
      /^(.*)\[(.*)\]\((.*)\)(.*)$/u.exec(save) ?? [];
    const at = (await text()).indexOf(before + gone + after) + before.length;
    await type(gone, come, { continues: count > 0, at });
  }
  expect(await standing()).toEqual([words]);
  await undo(store, saves.length);
  expect(await standing()).toEqual(['Havna']);
});

test.for([
  ['another author', { author: 'miller', continues: true }, 0],
  ['a pause', { continues: true }, 60_000],
  ['the window says so', { continues: false }, 0],
] as const)('a run ends: %s', async ([, by, pause], { folder }) => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const { highlight, standing, text, type } = await editingOf(folder, TEXT);
  await highlight('Havna');
  await type('Havna', '');
  vi.setSystemTime(Date.now() + pause);
  await type('', 'Cuba', { ...by, at: (await text()).indexOf(' {') });
  expect(await standing()).toEqual([
    '(Havna) Its words left the transcription when “Havna” was deleted.',
  ]);
});

test.for(['annotate', 'undo', 'reopen'] as const)(
  'a run ends where something comes between: %s',
  async (what, { folder }) => {
    const desk = await editingOf(folder, TEXT);
    await desk.highlight('Havna');
    await desk.type('Havna', '');
    if (what === 'annotate') await desk.highlight('Moscow');
    if (what === 'undo') {
      await desk.store.undo('kay');
      await desk.store.redo('kay');
    }
    if (what === 'reopen') await desk.store.close();
    const store = what === 'reopen' ? await storeWith(folder) : desk.store;
    const { standing, text, type } = editingIn(store, desk.cableId);
    await type('', 'Cuba', { continues: true, at: (await text()).indexOf(' {') });
    expect((await standing())[0]).toMatch(/^\(Havna\) Its words left/u);
  },
);

test('what a run meets later stands as it did when the run began', async ({ folder }) => {
  const { highlight, standing, store, text, type } = await editingOf(
    folder,
    `Here ${'and there '.repeat(9)}is Moscow, they say.`,
  );
  await highlight('Moscow');
  await type('Here', 'Therein');
  await type('Moscow', '', { continues: true });
  await type('', 'Moskva', { continues: true, at: (await text()).indexOf(', they') });
  expect(await standing()).toEqual(['Moskva']);
  await undo(store, 3);
  expect(await standing()).toEqual(['Moscow']);
});

test('the reason of an emendation is given, and that is undone', async ({ folder }) => {
  const { store, cableId, type, text } = await editingOf(folder, TEXT);
  const { emendations } = await type('Havna', 'Havana');
  const id = emendations.put[0]?.id ?? '';
  const why = { cableId, id, reason: 'machine' as const, note: 'n lost in the scan' };
  await store.explainEmendation(why, 'miller');
  const [emendation] = (await store.openCable(cableId)).emendations;
  expect(emendation).toMatchObject({ reason: 'machine', note: why.note, author: 'kay' });
  expect((await store.state()).undo.undo).toBe('say why “Havana” stands for “Havna”');
  await store.explainEmendation(why, 'miller');
  await store.undo('kay');
  expect((await store.openCable(cableId)).emendations).toEqual(emendations.put);
  await store.redo('kay');
  expect((await store.openCable(cableId)).emendations).toEqual([emendation]);
  // Typing into it keeps what was said.
  await type('Havana', 'La Habana');
  expect((await store.openCable(cableId)).emendations).toMatchObject([{ id, reason: 'machine' }]);
  expect(await text()).toContain('La Habana');
});

test('an emendation is taken back, and that is undone', async ({ folder }) => {
  const { store, cableId, highlight, standing, type, text } = await editingOf(folder, TEXT);
  const { emendations } = await type('Havna', 'Havana');
  await type('near', 'at');
  await highlight('Havana');
  const [id = ''] = emendations.put.map((one) => one.id);
  const before = await store.openCable(cableId);
  await store.takeBackEmendation({ cableId, id }, 'kay');
  expect(await text()).toBe(TEXT.replace('near', 'at'));
  expect(await standing()).toEqual(['Havna']);
  expect((await store.state()).undo.undo).toBe('take back “Havana” for “Havna”');
  await store.undo('kay');
  expect(await store.openCable(cableId)).toEqual({ ...before, version: before.version + 2 });
  expect(await standing()).toEqual(['Havana']);
  await store.redo('kay');
  await expect(store.takeBackEmendation({ cableId, id }, 'kay')).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('an emendation whose words a decision takes out is kept as lost, and can be taken back', async ({
  folder,
}) => {
  const { store, cableId, decide, type, text } = await editingOf(folder, 'a {?Hvana } b');
  await type('Hvana', 'Havana');
  const { emendations } = await store.openCable(cableId);
  await decide('accepted', '{?Hvana }');
  expect(await text()).toBe('a  b');
  const lost = (await store.openCable(cableId)).emendations;
  expect(lost).toMatchObject([
    {
      id: emendations[0]?.id,
      lost: { reason: 'Its words left the transcription when “braces” was accepted.' },
    },
  ]);
  await store.undo('kay');
  expect((await store.openCable(cableId)).emendations).toEqual(emendations);
  await store.redo('kay');
  expect((await store.openCable(cableId)).emendations).toEqual(lost);

  const [{ id } = { id: '' }] = lost;
  await store.takeBackEmendation({ cableId, id }, 'kay');
  expect(await text()).toBe('a  b');
  expect((await store.openCable(cableId)).emendations).toEqual([]);
  await undo(store, 2);
  expect(await text()).toBe('a {?Havana } b');
});

test('a proofread cable is corrected again once its text changes, and only then', async ({
  folder,
}) => {
  const { store, cableId, decide, type } = await editingOf(folder, 'a {?x }b {?y }c {?z }d');
  const state = async () => (await store.openCable(cableId)).summary.review.state;
  const proofread = () => store.setReview({ cableId, state: 'proofread' }, 'miller');
  await proofread();
  await decide('rejected', '{?x }');
  expect(await state()).toBe('proofread');
  await decide('accepted', '{?y }');
  expect(await state()).toBe('corrected');
  await store.undo('kay');
  expect(await state()).toBe('proofread');
  const { emendations } = await type('d', 'e');
  expect(await state()).toBe('corrected');
  await proofread();
  await store.takeBackEmendation({ cableId, id: emendations.put[0]?.id ?? '' }, 'kay');
  expect(await state()).toBe('corrected');
  await store.setReview({ cableId, state: null }, 'miller');
  await decide('accepted', '{?y }');
  await decide('accepted', '{?z }');
  expect(await state()).toBe('cleaned');
});
