/** Takes the pictures of the README from the real app: `npm run pictures`. */
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright/test';
import { writeCables } from '../bench/library/cables.ts';
import { root } from '../scripts/setup/paths.mjs';
import { answerOpen, expect, test } from './support/app.ts';
import { ask } from './support/bridge.ts';
import {
  cards,
  caretBehind,
  find,
  hover,
  list,
  openCable,
  saved,
  select,
} from './support/reader.ts';

const folder = join(root, 'docs', 'pictures');

/** A raw scan in the manner of real ones; all names and numbers are invented. */
const raw = `SECRETI

CLASSIFIED MESSAGE

TO: DIRECTOR
FROM: ELVA
ACTION: WH 8
INFO: DCI, DDP, S/C 2

S E C R E T 1218452

PRITY DIR CITE ELVA 4711

REF: DIR 20315

1. MET WITH ROQUE EVENING OF 3 NOV AT HOUSE OF HIS BROTHER. HE CLAIMS GROUP HAS
TWO LAUNCHES AND WILL MOVE BEFORE END OF MONHT IF FUNDS ARE AVAILABLE. SHI\u0420MENT
OF RADIO SETS NOT REPEAT NOT RECIEVED FROM MIAMI.

SECRET

14-00000

2. REQUEST GUIDANCE SOONEST WHETHER STATION MAY PROMISE ANYTHING BEYOND WHAT WAS
AGREED IN HAV\u0410NA. ROQUE WILL RETURN ON 9 NOV AND EXPECTS AN ANSWER FROM GOVERN-
MENT THEN.

END OF MESSAGE

SECRET
`;

/** Waits as a hand does that has done its work: what is drawn at rest, such as the map in the margin, is there then. */
function rested(window: Page): Promise<void> {
  return window.waitForTimeout(1_500);
}

/** Tags words, and writes a note on them where one is given. */
async function annotate(window: Page, words: string, tag: string, note?: string) {
  const before = await cards(window).count();
  await select(window, 'transcription', words);
  await window.keyboard.press('Control+t');
  await window.keyboard.type(tag);
  await window.keyboard.press('Enter');
  await expect(cards(window)).toHaveCount(before + 1);
  await window.keyboard.press('Escape');
  if (note === undefined) return;
  await window.keyboard.press('Control+m');
  await window.keyboard.type(note);
  await window.keyboard.press('Escape');
  await expect(cards(window).filter({ hasText: note.slice(0, 12) })).toHaveCount(1);
}

test('pictures of the workbench', async ({ launch }) => {
  test.setTimeout(90_000);
  await mkdir(folder, { recursive: true });
  const { app, window } = await launch();
  await expect(list(window).getByRole('option')).toHaveCount(5);
  await window.keyboard.press('Control+k');
  await window.keyboard.type('your name');
  await window.keyboard.press('Enter');
  await window.getByRole('textbox', { name: 'Name' }).fill('A. Reader');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('dialog')).toBeHidden();
  await openCable(window, /circular 938/iu);
  await annotate(
    window,
    'the quarantine and its extension to POL',
    'measures',
    'Reimposed “with or without” POL: compare 153, ¶ 3, trade and shipping only.',
  );
  await annotate(window, 'reimpose the quarantine', 'threats');
  await annotate(window, 'IL-28s', 'weapons');
  await annotate(window, 'intends to fire on US reconnaissance planes', 'threats');
  await find(window, 'transcription', '(f) Continued refusal');
  await hover(window, 'transcription', 'US expects to be able');
  await rested(window);
  for (const theme of ['light', 'dark'] as const) {
    await window.emulateMedia({ colorScheme: theme });
    await expect(window.locator(`html[data-theme="${theme}"]`)).toHaveCount(1);
    await window.screenshot({ path: join(folder, `workbench-${theme}.png`) });
  }
  await window.emulateMedia({ colorScheme: 'light' });
  await window.getByRole('tab', { name: 'Apparatus' }).click();
  await window.screenshot({ path: join(folder, 'apparatus.png') });
  await openCable(window, /All Posts in Latin America/iu);
  await window.getByRole('tab', { name: 'Cable' }).click();
  await window.getByRole('button', { name: /23 April 1961/u }).click();
  await window.screenshot({ path: join(folder, 'evidence.png') });

  const desk = await mkdtemp(join(tmpdir(), 'cablewright-pictures-'));
  await writeFile(join(desk, 'raw.txt'), raw);
  await answerOpen(app, [join(desk, 'raw.txt')]);
  await window.keyboard.press('Control+i');
  await expect(window.getByRole('dialog', { name: 'Import' })).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(window.getByRole('heading', { level: 1 })).toHaveText(/ELVA 4711/u);
  await window.keyboard.press('Control+j');
  await expect(window.getByRole('region', { name: 'Decide' })).toBeVisible();
  await window.keyboard.press('Control+j');
  await expect(window.getByRole('region', { name: 'Decide' })).toContainText('Proposal 2 of');
  await window.screenshot({ path: join(folder, 'proposals.png') });

  const { keyboard } = window;
  for (const [slip, letters] of [
    ['MONHT', 'TH'],
    ['RECIE', 'EI'],
  ] as const) {
    await caretBehind(window, 'transcription', slip);
    await keyboard.press('Backspace');
    await keyboard.press('Backspace');
    await keyboard.type(letters);
    await saved(window);
  }
  await keyboard.press('Control+Shift+m');
  await keyboard.press('Enter');
  await keyboard.type('slip of the t');
  await keyboard.press('Enter');
  await expect(window.getByRole('button', { name: /Reason/u })).toContainText(/typist/u);
  await window.screenshot({ path: join(folder, 'emendations.png') });
  await keyboard.press('F8');
  await keyboard.press('Control+Shift+h');
  await expect(window.getByRole('dialog', { name: 'Compare revisions' })).toBeVisible();
  await window.screenshot({ path: join(folder, 'comparison.png') });
});

/** Annotates words of a cable's transcription, where they first stand, signed by whoever sits at the desk. */
async function mark(
  window: Page,
  cableId: string,
  words: readonly string[],
  tagIds: readonly string[],
  note = '',
) {
  const { text } = await ask(window, 'cable.read', { id: cableId });
  const { version } = await ask(window, 'cable.open', { id: cableId });
  const ranges = words.map((one) => {
    const from = text.indexOf(one);
    expect(from, `where “${one}” stands`).toBeGreaterThan(-1);
    return { side: 'transcription' as const, from, to: from + one.length };
  });
  return ask(window, 'annotation.create', { cableId, ranges, version, tagIds: [...tagIds], note });
}

test('pictures of annotation', async ({ launch }) => {
  test.setTimeout(90_000);
  await mkdir(folder, { recursive: true });
  const { app, window } = await launch();
  await expect(list(window).getByRole('option')).toHaveCount(5);
  await ask(window, 'settings.change', { creator: 'A. Reader', asked: true });
  await ask(window, 'vocabulary.take', {
    concepts: await ask(window, 'vocabulary.starter', {}),
  });
  const tags = await ask(window, 'tag.list', {});
  const tag = (name: string) => {
    const found = tags.find((one) => one.tag.name === name);
    if (!found) throw new Error(`the starter vocabulary has no tag ${name}`);
    return found.tag.id;
  };
  const { cables } = await ask(window, 'cable.list', { offset: 0, limit: 10 });
  const cable = (words: string) => {
    const found = cables.find(({ title }) => title.includes(words));
    if (!found) throw new Error(`no cable has “${words}” in its title`);
    return found.id;
  };
  const [khrushchev, circular] = [cable('Certain Diplomatic Missions'), cable('938')];
  const answer = await mark(
    window,
    circular,
    ['deal with the situation'],
    [tag('Warnings and threats')],
  );
  const threat = await mark(
    window,
    khrushchev,
    ['Khrushchev’s threat missiles can reach U.S.', '“aggression” against Cuba'],
    [tag('Warnings and threats'), tag('Heads of state and government')],
    'The speech of 9 July. Two years later it comes back as a measure: compare circular 938.',
  );
  const on = (words: string, ...names: string[]) =>
    mark(window, khrushchev, [words], names.map(tag));
  await on('Khrushchev’s', 'Heads of state and government');
  await on('Cuba', 'Countries and regions');
  await on(
    'have placed early solution of Cuban problem among imperatives of U.S. foreign policy',
    'Assessments',
  );
  await on('Cuban problem', 'Crises and unrest');
  await on('Inter-American System', 'International organisations');
  await on('International Communist leadership and Castro', 'Parties and movements');
  await on('Castro', 'Heads of state and government');
  await on(
    'committed themselves to utilizing Cuban Revolution as means undermining U.S. position',
    'Motives and intentions',
  );
  await on('is determined that solution shall be found as quickly as possible', 'Commitments');
  await on('by return cable, your best estimate', 'Requests for views');
  await on('COAS', 'International organisations');
  const [type] = await ask(window, 'relationType.list', {});
  if (!type) throw new Error('the library has no kinds of links');
  const relation = { typeId: type.type.id, from: answer.id, to: threat.id, note: '' };
  await ask(window, 'relation.create', relation);

  await openCable(window, /Certain Diplomatic Missions/u);
  await expect(cards(window)).not.toHaveCount(0);
  await cards(window).filter({ hasText: 'speech of 9 July' }).getByRole('button').first().click();
  await rested(window);
  await window.screenshot({ path: join(folder, 'annotations.png') });
  await window.keyboard.press('Control+Shift+t');
  await expect(window.getByRole('dialog', { name: 'Tags' })).toBeVisible();
  await window.screenshot({ path: join(folder, 'vocabulary.png') });
  await window.keyboard.press('Escape');
  await window.keyboard.press('Control+Shift+u');
  await expect(window.getByRole('dialog', { name: 'Use of tags' })).toBeVisible();
  await window.screenshot({ path: join(folder, 'tag-use.png') });
  await window.keyboard.press('Escape');
  await leaving(app, window);

  await ask(window, 'settings.change', { creator: 'B. Scholar' });
  await on('Khrushchev’s threat missiles can reach U.S.', 'Warnings and threats');
  await on('have placed early solution of Cuban problem', 'Assessments');
  await on('Castro', 'Heads of state and government');
  await on('is determined that solution shall be found', 'Promises and assurances');
  await openCable(window, /938/u);
  await openCable(window, /Certain Diplomatic Missions/u);
  await window.keyboard.press('Control+Shift+a');
  const agreement = window.getByRole('dialog', { name: 'Agreement of two annotators' });
  await expect(agreement.getByRole('row')).not.toHaveCount(0);
  await window.screenshot({ path: join(folder, 'agreement.png') });
  await agreement.getByRole('button', { name: 'Adjudicate this cable' }).click();
  await expect(window.getByRole('region', { name: 'Adjudication' })).toBeVisible();
  await rested(window);
  await window.screenshot({ path: join(folder, 'adjudication.png') });
});

/** What leaves the library, and the proof that it is whole. */
async function leaving(app: ElectronApplication, window: Page): Promise<void> {
  const { keyboard } = window;
  const place = await mkdtemp(join(tmpdir(), 'cablewright-pictures-'));
  await answerOpen(app, [place]);
  await keyboard.press('Control+Alt+e');
  const sheet = window.getByRole('dialog', { name: 'Export' });
  await sheet.getByText('W3C Web Annotation').click();
  await expect(sheet).toContainText('What this format cannot say');
  await window.screenshot({ path: join(folder, 'export.png') });
  await sheet.getByText('Reading edition').click();
  await sheet.getByRole('button', { name: /^Export 1 cable/u }).click();
  await expect(sheet.getByRole('button', { name: 'Open the folder' })).toBeVisible();
  const files = await readdir(place, { recursive: true });
  const page = files.find((name) => /cables.+\.html$/u.test(name)) ?? '';
  const picture = await app.evaluate(
    async ({ BrowserWindow, session }, path) => {
      // No session of the program loads a file by its path; this one stands for a browser's.
      session.fromPartition('picture').webRequest.onBeforeRequest(null);
      const webPreferences = { partition: 'picture', sandbox: true };
      const browser = new BrowserWindow({ width: 1440, height: 900, webPreferences });
      await browser.loadFile(path);
      const drawn =
        'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))';
      await browser.webContents.executeJavaScript(`document.fonts.ready.then(() => ${drawn})`);
      // The first picture asks for one to be drawn.
      await browser.webContents.capturePage();
      const image = await browser.webContents.capturePage();
      browser.destroy();
      return image.toPNG().toString('base64');
    },
    join(place, page),
  );
  await writeFile(join(folder, 'reading-edition.png'), Buffer.from(picture, 'base64'));
  await rm(place, { recursive: true });
  await sheet.getByRole('button', { name: 'Close' }).click();
  await keyboard.press('Control+Alt+v');
  await expect(window.getByText(/^The library is sound/u)).toBeVisible();
  await window.screenshot({ path: join(folder, 'proof.png') });
  await keyboard.press('Escape');
}

test('pictures of a large library', async ({ launch }) => {
  test.setTimeout(120_000);
  const { app, window } = await launch();
  const { keyboard } = window;
  await expect(list(window).getByRole('option')).toHaveCount(5);
  const desk = await mkdtemp(join(tmpdir(), 'cablewright-pictures-'));
  writeCables(desk, 300);
  await answerOpen(app, [
    desk,
    join(root, 'domain/clean/fixtures/edition'),
    join(root, 'electron/tei/fixtures/frus'),
  ]);
  await keyboard.press('Control+Shift+i');
  await expect(window.getByRole('dialog', { name: 'Import' })).toBeVisible({ timeout: 60_000 });
  await keyboard.press('Escape');

  await keyboard.press('Control+f');
  await keyboard.type('khrushchev AND threat* date:1958..1963');
  await expect(window.locator('mark').first()).toBeVisible();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await rested(window);
  await window.screenshot({ path: join(folder, 'search.png') });
  await keyboard.press('Control+Shift+k');
  await expect(window.getByRole('dialog', { name: 'Concordance' })).toBeVisible();
  await rested(window);
  await window.screenshot({ path: join(folder, 'concordance.png') });
  await keyboard.press('Escape');
  await keyboard.press('Control+Shift+y');
  await rested(window);
  await window.screenshot({ path: join(folder, 'time-line.png') });
  await keyboard.press('Escape');
  await keyboard.press('Control+Shift+b');
  await rested(window);
  await window.screenshot({ path: join(folder, 'table.png') });
  await keyboard.press('Escape');
  await keyboard.press('Control+f');
  await keyboard.press('Control+a');
  await keyboard.type('date:1950..1955');
  await rested(window);
  await keyboard.press('Control+Shift+x');
  await window.getByText('Among the cables found').click();
  await rested(window);
  await window.screenshot({ path: join(folder, 'references.png') });
});
