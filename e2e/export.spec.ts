import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ElectronApplication, Page } from 'playwright/test';
import { answerOpen, answerSave, expect, test } from './support/app.ts';
import { serious } from './support/axe.ts';
import { ask, cableOnDesk } from './support/bridge.ts';
import { openCable } from './support/reader.ts';

/** A folder that is removed after the work in it. */
async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'cablewright-export-'));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Annotates words of the transcription on the desk, and gives the annotation's id. */
async function annotate(window: Page, words: string, note: string): Promise<string> {
  const cableId = await cableOnDesk(window);
  const { text } = await ask(window, 'cable.read', { id: cableId });
  const from = text.indexOf(words);
  const made = await ask(window, 'annotation.create', {
    cableId,
    ranges: [{ side: 'transcription', from, to: from + words.length }],
    version: 0,
    tagIds: [],
    note,
  });
  return made.id;
}

/** From now on printing answers as if a printer had taken the page; tells how often it was asked. */
async function answerPrint(app: ElectronApplication): Promise<() => Promise<number>> {
  await app.evaluate(({ app: electron }) => {
    const asked = { times: 0 };
    Object.assign(globalThis, { asked });
    electron.on('web-contents-created', (_event, contents) => {
      contents.print = (_options, done) => {
        asked.times += 1;
        done?.(true, '');
      };
    });
  });
  return () =>
    app.evaluate(() => (globalThis as unknown as { asked: { times: number } }).asked.times);
}

/** What stands in a page of a reading edition, which asks nothing of a network. */
async function readPage(path: string): Promise<string> {
  const html = await readFile(path, 'utf8');
  expect(html).not.toMatch(/(?:src|href)="(?:https?:|\/\/)/u);
  return html;
}

test('a scholar sees what a format cannot say, exports all cables as a reading edition, and reads it', async ({
  launch,
}) => {
  const { app, window } = await launch();
  await openCable(window, /Outgoing telegram/u);
  await annotate(window, 'US reconnaissance planes', '![map](https://example.org/map.png) of Cuba');

  await window.keyboard.press('Control+Alt+E');
  const sheet = window.getByRole('dialog', { name: 'Export' });
  await expect(sheet.getByRole('radio', { name: /This cable/u })).toBeChecked();
  await sheet.getByText('Reading edition (HTML)').click();
  await sheet.getByText('All', { exact: true }).click();
  const losses = sheet.getByRole('region', { name: 'What this format cannot say' });
  const pictures = losses.getByRole('button', { name: /A picture in a note/u });
  await expect(pictures).toContainText('1');
  await pictures.click();
  await expect(losses.getByRole('button', { name: 'https://example.org/map.png' })).toBeVisible();
  expect(await serious(window)).toEqual([]);

  await inFolder(async (folder) => {
    await answerOpen(app, []);
    await sheet.getByRole('button', { name: 'Export 5 cables…' }).click();
    await expect(sheet.getByRole('button', { name: 'Export 5 cables…' })).toBeEnabled();
    await answerOpen(app, [folder]);
    await sheet.getByRole('button', { name: 'Export 5 cables…' }).click();
    await expect(sheet.getByRole('status')).toContainText('5 cables are in the folder');
    await expect(sheet.getByRole('status')).toContainText('6 files');

    const [name = ''] = await readdir(folder);
    const pages = await readdir(join(folder, name, 'cables'));
    expect(pages.length).toBe(5);
    expect(await readPage(join(folder, name, 'index.html'))).toContain('circular 938');
    const page = pages.find((one) => one.includes('Outgoing')) ?? '';
    expect(await readPage(join(folder, name, 'cables', page))).toContain(
      'US reconnaissance planes',
    );

    // The system's window of folders is asked for the very folder.
    await app.evaluate(({ shell }) => {
      shell.openPath = (path) => {
        Object.assign(globalThis, { shown: path });
        return Promise.resolve('');
      };
    });
    await sheet.getByRole('button', { name: 'Open the folder' }).click();
    const shown = () => app.evaluate(() => (globalThis as unknown as { shown?: string }).shown);
    await expect.poll(shown).toBe(join(folder, name));
    await tryPage(app, join(folder, name, 'cables', page));
  });

  await sheet.getByText('This cable').click();
  await losses.getByRole('button', { name: /A picture in a note/u }).click();
  await losses.getByRole('button', { name: 'https://example.org/map.png' }).click();
  await expect(sheet).toBeHidden();
  await expect(
    window.getByRole('button', { name: 'Go to “US reconnaissance planes”' }),
  ).toBeFocused();
});

/** Opens a page from the disk in a window of a browser, under its own policy, and searches in it. */
async function tryPage(app: ElectronApplication, path: string): Promise<void> {
  const told = await app.evaluate(async ({ BrowserWindow, session }, address) => {
    const own = session.fromPartition('reader');
    const beside: string[] = [];
    own.webRequest.onBeforeRequest(({ url }, decide) => {
      if (url !== address && !url.startsWith('data:')) beside.push(url);
      decide({});
    });
    const browser = new BrowserWindow({
      show: false,
      width: 1200,
      webPreferences: { session: own },
    });
    const messages: string[] = [];
    browser.webContents.on('console-message', (_event, level, message) => {
      if (level >= 2) messages.push(message);
    });
    await browser.loadURL(address);
    const found: unknown = await browser.webContents.executeJavaScript(`(async () => {
      await document.fonts.ready;
      const field = document.querySelector('.search input');
      field.value = 'us  RECONNAISSANCE planes'.replace('  ', ' ');
      field.dispatchEvent(new Event('input'));
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
      return [
        document.querySelector('.search output').textContent,
        getComputedStyle(document.querySelector('.pair')).display,
        document.fonts.check('16px "Source Serif 4"') && document.fonts.size,
      ];
    })()`);
    browser.destroy();
    return { beside, messages, found };
  }, pathToFileURL(path).href);
  expect(told.messages).toEqual([]);
  expect(told.beside).toEqual([]);
  // Three times in the original, the transcription and among the annotations.
  expect(told.found).toEqual(['1 of 3', 'table', 3]);
}

test('a cable is printed, saved as a PDF with its own faces, and cables marked in the table are exported', async ({
  launch,
}) => {
  const { app, window } = await launch();
  await openCable(window, /Outgoing telegram/u);
  const printed = await answerPrint(app);
  await window.keyboard.press('Control+P');
  await expect.poll(printed).toBe(1);

  await inFolder(async (folder) => {
    const path = join(folder, 'cable.pdf');
    await answerSave(app, path);
    const cableId = await cableOnDesk(window);
    const saved = await ask(window, 'cable.savePdf', { cableId });
    expect(saved?.fileName).toBe('cable.pdf');
    expect(saved?.pages).toBeGreaterThan(2);
    const pdf = (await readFile(path)).toString('latin1');
    expect(pdf.startsWith('%PDF-')).toBe(true);
    expect(pdf).toContain('SourceSerif4');
    expect(pdf).toContain('CourierPrime');

    await window.keyboard.press('Control+Shift+B');
    const table = window.getByRole('dialog', { name: 'Cables' });
    await table.getByRole('row', { name: /Outgoing telegram/u }).waitFor();
    await window.keyboard.press('Control+A');
    await table.getByRole('button', { name: 'Export…' }).click();
    const sheet = window.getByRole('dialog', { name: 'Export' });
    await expect(sheet.getByRole('radio', { name: /Those marked/u })).toBeChecked();
    await sheet.getByText('Markdown with footnotes').click();
    await answerOpen(app, [folder]);
    await sheet.getByRole('button', { name: 'Export 5 cables…' }).click();
    await expect(sheet.getByRole('status')).toContainText('5 cables are in the folder');
  });
});
