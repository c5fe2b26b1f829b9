import { mkdir, mkdtemp, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { answerOpen, answerSave, expect, test } from './support/app.ts';
import { serious } from './support/axe.ts';
import { find, list, openCable, select } from './support/reader.ts';
import { zipOf } from '../electron/testing/zip.ts';

const telegram =
  '12. Telegram From the Embassy in Utopia to the Department of State\n\n44. Minister said “no”.\n\nMore';

/** A folder of files for one test, thrown away with it. */
async function folder(files: Readonly<Record<string, string | Buffer>>): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'cablewright-import-'));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(path, name, '..'), { recursive: true });
    await writeFile(join(path, name), content);
  }
  return path;
}

/** The report at the end of an import. */
function report(window: Page) {
  return window.getByRole('dialog', { name: 'Import' });
}

/** A line of the report. */
function line(window: Page, file: string) {
  return report(window).getByRole('listitem').filter({ hasText: file });
}

test('files are imported, each in its own encoding, and can be read', async ({ launch }) => {
  const path = await folder({
    'utf8.txt': telegram,
    'bom.txt': `\uFEFF${telegram.replace('12.', '13.')}`,
    'utf16.txt': Buffer.from(`\uFEFF${telegram.replace('12.', '14.')}`, 'utf16le'),
    'windows.txt': Buffer.from(
      telegram.replace('12.', '15.').replace('“', '\x93').replace('”', '\x94'),
      'latin1',
    ),
  });
  const { app, window } = await launch();
  await expect(list(window)).toBeVisible();
  await answerOpen(
    app,
    ['utf8.txt', 'bom.txt', 'utf16.txt', 'windows.txt'].map((name) => join(path, name)),
  );
  await window.keyboard.press('Control+i');
  await expect(report(window)).toContainText('4 cables imported');
  await expect(line(window, 'utf16.txt')).toContainText('UTF-16');
  await expect(line(window, 'windows.txt')).toContainText('Windows-1252');
  await window.keyboard.press('Escape');
  await expect(list(window).getByRole('option')).toHaveCount(9);
  for (const number of ['12', '13', '14', '15']) {
    await openCable(window, new RegExp(`^${number}(?!\\d)`, 'u'));
    await find(window, 'transcription', 'Minister said “no”.');
  }
});

test('bad files are named with a reason, duplicates with the cable they repeat; the rest goes on', async ({
  launch,
}) => {
  const path = await folder({
    'a-empty.txt': '',
    'b-picture.txt': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 1, 2, 3, 255, 254, 0, 0]),
    'c-good.txt': telegram,
    'd-again.txt': telegram,
    'e-other.pdf': 'not looked at',
    'inner/f-deep.txt': telegram.replace('12.', '16.'),
    'inner/.hidden.txt': 'not looked at',
  });
  await symlink(path, join(path, 'inner', 'loop'));
  const { app, window } = await launch();
  await expect(list(window)).toBeVisible();
  await answerOpen(app, [path]);
  await window.keyboard.press('Control+Shift+i');
  await expect(report(window)).toContainText(
    '2 cables imported · 1 already in the library · 2 files failed',
  );
  await expect(line(window, 'a-empty.txt')).toContainText(/empty/u);
  await expect(line(window, 'b-picture.txt')).toContainText(/not .*text/u);
  await expect(line(window, 'd-again.txt')).toContainText('Telegram From the Embassy in Utopia');
  await window.keyboard.press('Escape');
  await openCable(window, /^16/u);
});

test('files dropped on the window are imported', async ({ launch }) => {
  const path = await folder({ 'dropped.txt': telegram.replace('12.', '17.') });
  const { window } = await launch();
  await expect(list(window)).toBeVisible();
  // A real file of the disk is handed over by a file field, and then dropped as a person drops it.
  const field = await window.evaluateHandle(() => {
    const input = document.createElement('input');
    input.type = 'file';
    return document.body.appendChild(input);
  });
  await field.asElement()?.setInputFiles(join(path, 'dropped.txt'));
  await window.evaluate((input) => {
    const transfer = new DataTransfer();
    for (const file of input.files ?? []) transfer.items.add(file);
    const desk = document.querySelector('.desk');
    for (const type of ['dragenter', 'dragover', 'drop'])
      desk?.dispatchEvent(
        new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }),
      );
    input.remove();
  }, field);
  await expect(report(window)).toContainText('1 cable imported');
  await expect(line(window, 'dropped.txt')).toContainText('Telegram From the Embassy in Utopia');
});

test('a long import shows its progress and can be cancelled; the desk can be used all the while; after a restart it goes on', async ({
  launch,
}) => {
  const files: Record<string, string> = {};
  for (let number = 1; number <= 3000; number++)
    files[`${String(number).padStart(4, '0')}.txt`] =
      `${number}. Telegram From Somewhere to Elsewhere\n\n${`${number} words of text. `.repeat(250)}`;
  const path = await folder(files);
  const { app, window, relaunch } = await launch();
  await openCable(window, /Certain Posts in the American Republics/iu);
  await answerOpen(app, [path]);
  await window.keyboard.press('Control+Shift+i');
  await expect(window.getByRole('progressbar', { name: 'Import' })).toBeVisible();
  await select(window, 'transcription', 'US not involved');
  await window.keyboard.press('Control+h');
  await expect(
    window.getByRole('list', { name: 'Annotations of this cable' }).locator('> li'),
  ).toHaveCount(1);
  await window.getByRole('button', { name: /^Cancel/ }).click();
  const stopped = window.getByRole('dialog', { name: 'Import stopped' });
  await expect(stopped).toContainText(/[\d,]+ cables? imported · [\d,]+ files? not looked at/u);
  const told = /([\d,]+) cables? imported/u.exec((await stopped.textContent()) ?? '')?.[1] ?? '';
  const imported = Number(told.replaceAll(',', ''));
  await window.keyboard.press('Escape');
  const cables = (imported + 5).toLocaleString('en');
  await expect(window.getByRole('banner')).toContainText(`${cables} cables`);

  const again = await relaunch();
  const offer = again.window.getByRole('region', { name: 'Import that was stopped' });
  await expect(offer).toContainText(/An import was stopped after [\d,]+ of 3,000 files/u);
  await offer.getByRole('button', { name: 'Go on' }).click();
  await expect(again.window.getByRole('progressbar', { name: 'Import' })).toBeVisible();
  await expect(offer).toBeHidden();
  await again.window.getByRole('button', { name: /^Cancel/ }).click();
  await expect(again.window.getByRole('dialog', { name: 'Import stopped' })).toContainText(
    /[\d,]+ cables imported/u,
  );
  await again.window.keyboard.press('Escape');
  await offer.getByRole('button', { name: 'Let it be' }).click();
  await expect(offer).toBeHidden();
});

test('an archive is imported, its bad entries are told; what comes again is another witness', async ({
  launch,
}) => {
  const path = await folder({
    'box.zip': zipOf([
      { name: 'a.txt', content: telegram },
      { name: '../evil.txt', content: telegram },
      { name: 'inner.zip', content: 'x' },
    ]),
  });
  const box = join(path, 'box.zip');
  const { app, window } = await launch();
  await expect(list(window)).toBeVisible();
  await answerOpen(app, [box]);
  await window.keyboard.press('Control+i');
  await expect(report(window)).toContainText('1 cable imported · 2 files failed');
  await expect(line(window, 'evil.txt')).toContainText('names a place outside the archive');
  expect(await serious(window)).toEqual([]);
  await report(window).getByRole('radio', { name: '2 files failed' }).click();
  await expect(report(window).getByRole('listitem')).toHaveCount(2);
  await answerSave(app, join(path, 'report.csv'));
  await report(window).getByRole('button', { name: 'Save report…' }).click();
  await expect(report(window).getByRole('status')).toHaveText('Saved as report.csv.');
  expect(await readFile(join(path, 'report.csv'), 'utf8')).toContain('archive within an archive');
  await window.keyboard.press('Escape');

  await writeFile(box, zipOf([{ name: 'a.txt', content: `${telegram} of it, better read.` }]));
  await window.keyboard.press('Control+i');
  await expect(report(window)).toContainText('1 came again');
  await expect(line(window, 'a.txt')).toContainText('Came before as');
  await window.keyboard.press('Escape');
  await window.keyboard.press('Control+3');
  const witnesses = window.getByRole('region', { name: 'Other witnesses' });
  await expect(witnesses).toContainText('Imported before from the same file on');
  await witnesses.getByRole('button', { name: /^Collate with/ }).click();
  await expect(window.getByRole('dialog')).toContainText('better read');
});
