import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerOpen, answerSave, expect, test } from './support/app.ts';
import { serious } from './support/axe.ts';
import { annotationsOnDesk, ask, cableOnDesk } from './support/bridge.ts';
import { caretBehind, cards, find, list, openCable, saved, select } from './support/reader.ts';

test('a scholar exports all cables as TEI, and in an empty library they are the same cables again', async ({
  launch,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'cablewright-tei-'));
  const { app, window } = await launch();
  try {
    await openCable(window, /circular 938/iu);
    await select(window, 'transcription', 'the quarantine');
    await window.keyboard.press('Control+h');
    await expect(cards(window)).toHaveCount(1);
    await caretBehind(window, 'transcription', 'In period');
    await window.keyboard.type(' of days');
    await saved(window);
    const cableId = await cableOnDesk(window);
    const was = await ask(window, 'cable.open', { id: cableId });
    const annotations = await annotationsOnDesk(window);

    await window.keyboard.press('Control+Alt+E');
    const sheet = window.getByRole('dialog', { name: 'Export' });
    await sheet.getByText('TEI P5').click();
    await sheet.getByText('All', { exact: true }).click();
    await answerOpen(app, [folder]);
    await sheet.getByRole('button', { name: 'Export 5 cables…' }).click();
    await expect(sheet.getByRole('status')).toContainText('5 cables are in the folder');
    await sheet.getByRole('button', { name: 'Close' }).click();
    await expect(sheet).toBeHidden();

    await answerSave(app, join(folder, 'Berlin.cablewright'));
    await window.keyboard.press('Control+Shift+n');
    await expect(window.getByRole('button', { name: 'Import files…' })).toBeVisible();
    await window.keyboard.press('Control+Shift+i');
    const report = window.getByRole('dialog', { name: 'Import' });
    // The corpus has each of them once more.
    await expect(report).toContainText('5 cables imported · 5 already in the library');
    expect(await serious(window)).toEqual([]);
    await window.keyboard.press('Escape');

    await expect(list(window).getByRole('option')).toHaveCount(5);
    await openCable(window, /circular 938/iu);
    await find(window, 'transcription', 'In period of days');
    await expect(cards(window)).toHaveCount(1);
    expect(await cableOnDesk(window)).toBe(cableId);
    expect(await annotationsOnDesk(window)).toEqual(annotations);
    const is = await ask(window, 'cable.open', { id: cableId });
    expect({ ...is, place: 0 }).toEqual({ ...was, place: 0 });

    await window.keyboard.press('Control+Shift+i');
    await expect(report).toContainText('10 already in the library');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
