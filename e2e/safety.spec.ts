import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { answerOpen, expect, test } from './support/app.ts';
import { serious } from './support/axe.ts';
import { cards, list, openCable, select } from './support/reader.ts';

test('a library is backed up, verified, and brought back to what it was in two actions', async ({
  launch,
}) => {
  const { window, userData } = await launch();
  await openCable(window, /circular 938/iu);
  await select(window, 'transcription', 'the quarantine');
  await window.keyboard.press('Control+h');
  await expect(cards(window)).toHaveCount(1);

  await window.keyboard.press('Control+Alt+v');
  const verify = window.getByRole('dialog', { name: 'Verify the library' });
  await expect(verify.getByRole('status').last()).toContainText(
    /The library is sound: 5 cables, 1 annotation, proven in/u,
  );
  await expect(verify.getByRole('listitem').filter({ hasText: 'Annotations stand' })).toContainText(
    '1 annotation',
  );
  expect(await serious(window)).toEqual([]);
  await window.keyboard.press('Escape');

  await window.keyboard.press('Control+Alt+b');
  const backups = window.getByRole('dialog', { name: 'Backups' });
  await backups.getByRole('button', { name: 'Back up now' }).click();
  await expect(backups.getByRole('option')).toHaveCount(1);
  await expect(backups.getByRole('status')).toContainText('Backed up: 5 cables, 1 annotation');
  expect(await serious(window)).toEqual([]);
  await window.keyboard.press('Escape');

  await select(window, 'transcription', 'In period in which tension');
  await window.keyboard.press('Control+h');
  await expect(cards(window)).toHaveCount(2);

  // Two actions: the sheet, and the button for the newest backup.
  await window.keyboard.press('Control+Alt+b');
  await backups.getByRole('button', { name: /^Restore that of/u }).click();
  await expect(backups.getByRole('status')).toContainText(/kept beside it, as .*before-restore/u);
  await expect(backups.getByRole('option')).toHaveCount(2);
  await window.keyboard.press('Escape');
  await openCable(window, /circular 938/iu);
  await expect(cards(window)).toHaveCount(1);
  const files = await readdir(join(userData, 'libraries'));
  expect(files.filter((name) => name.includes('before-restore'))).toHaveLength(1);
});

test('a damaged library is refused, and the last good backup is offered in its place; a cloud folder is warned about', async ({
  launch,
}) => {
  const running = await launch();
  const { userData } = running;
  let { window } = running;
  await openCable(window, /circular 938/iu);
  await select(window, 'transcription', 'the quarantine');
  await window.keyboard.press('Control+h');
  await expect(cards(window)).toHaveCount(1);
  // Closing backs up what was done.
  await running.close();

  const folder = join(userData, 'libraries');
  const [file = ''] = await readdir(folder);
  const path = join(folder, file);
  const bytes = await readFile(path);
  const middle = bytes.indexOf('quarantine');
  bytes.writeUInt8(bytes.readUInt8(middle) ^ 4, middle);
  await writeFile(path, bytes);

  const again = await launch({ userData });
  const { app } = again;
  ({ window } = again);
  await expect(window.getByRole('alert')).toContainText('is damaged');
  await expect(window.getByRole('region', { name: 'No library' })).toContainText(
    'could not be opened. There are backups of it.',
  );
  await window.getByRole('alert').getByRole('button', { name: 'Its backups…' }).click();
  const backups = window.getByRole('dialog', { name: 'Backups' });
  await expect(backups).toContainText('is damaged');
  expect(await serious(window)).toEqual([]);
  await backups.getByRole('button', { name: /^Restore that of/u }).click();
  await expect(backups.getByRole('status')).toContainText('kept beside it');
  await window.keyboard.press('Escape');
  await expect(list(window).getByRole('option')).toHaveCount(5);
  await openCable(window, /circular 938/iu);
  await expect(cards(window)).toHaveCount(1);

  // A backup is a library like any other.
  const cloud = join(userData, 'Dropbox');
  await mkdir(cloud);
  const [shelf = ''] = await readdir(join(userData, 'backups'));
  const made = await readdir(join(userData, 'backups', shelf));
  const good = made.find((name) => name.endsWith('.cablewright')) ?? '';
  await copyFile(join(userData, 'backups', shelf, good), join(cloud, 'Shared.cablewright'));
  const warning = window.getByRole('region', { name: 'Where this library lies' });
  await expect(warning).toBeHidden();
  await answerOpen(app, [join(cloud, 'Shared.cablewright')]);
  await window.keyboard.press('Control+o');
  await expect(warning).toContainText('a folder that Dropbox keeps the same');
  await warning.getByRole('button', { name: /I know/u }).click();
  await expect(warning).toBeHidden();
});
