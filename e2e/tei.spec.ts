import { join } from 'node:path';
import { root } from '../scripts/setup/paths.mjs';
import { answerOpen, expect, test } from './support/app.ts';
import { serious } from './support/axe.ts';
import { find, hover, list, openCable, pane } from './support/reader.ts';

const volume = join(root, 'electron/tei/fixtures/frus1958-60v99.xml');

test('a volume of an edition is imported, and each document reads as in the book', async ({
  launch,
}) => {
  const { app, window } = await launch();
  await expect(list(window)).toBeVisible();
  await answerOpen(app, [volume]);
  await window.keyboard.press('Control+i');
  const report = window.getByRole('dialog', { name: 'Import' });
  await expect(report).toContainText('5 cables imported');
  await window.keyboard.press('Escape');

  await test.step('the text stands without its markup, with pages and notes in their places', async () => {
    await openCable(window, /Embassy in Egypt/u);
    await find(window, 'transcription', 'Cairo’s 3244 for reasons set forth in first paragraph');
    const text = pane(window, 'transcription');
    await expect(text.getByRole('img', { name: 'Page 104' })).toBeVisible();
    const mark = text.getByRole('img', { name: 'Note 2: See footnote 6, supra.' });
    await mark.hover();
    await expect(
      window.getByRole('status').filter({ hasText: 'See footnote 6, supra.' }),
    ).toBeVisible();
    await find(window, 'transcription', 'Foregoing Noforn.');
    const notes = window.getByRole('region', { name: 'Notes of the edition' });
    await expect(notes.getByRole('listitem')).toHaveCount(4);
    await expect(notes).toContainText('Chamoun would react favorably');
    await expect(notes).not.toContainText('<');
  });

  await test.step('the original is the XML of the edition, lit and scrolled with the text', async () => {
    await hover(window, 'transcription', 'Your comments urgently requested');
    await expect
      .poll(async () =>
        (await pane(window, 'original').locator('.lit').allTextContents()).join(' '),
      )
      .toMatch(/Your comments urgently requested.*Governments .*UAR.*Lebanon/su);
    await find(window, 'original', 'amnesty for opposition by addition');
    await expect(
      pane(window, 'transcription').getByText('amnesty for opposition'),
    ).toBeInViewport();
  });

  await test.step('a name is explained by the list of the edition', async () => {
    await hover(window, 'transcription', 'Chamoun to finish term');
    await expect(
      window.getByRole('status').filter({ hasText: 'President of Lebanon until September 1958' }),
    ).toContainText('Chamoun, Camille');
  });

  await test.step('the Cable tab says which edition it is, the apparatus is not flooded', async () => {
    await window.getByRole('tab', { name: 'Apparatus' }).click();
    await expect(
      window.getByRole('listbox', { name: 'Apparatus' }).getByRole('option'),
    ).toHaveCount(4);
    await window.getByRole('tab', { name: 'Cable' }).click();
    await expect(window.getByRole('region', { name: 'Edition', exact: true })).toContainText(
      'Foreign Relations of the United States, 1958–1960, Volume XCIX, document 64',
    );
    await window.getByRole('button', { name: '9 June 1958' }).click();
    await expect(pane(window, 'original').locator('.lit').first()).toBeInViewport();
    expect(await serious(window)).toEqual([]);
  });

  await test.step('persons and terms of the volume are in the gazetteer', async () => {
    await window.keyboard.press('Escape');
    await window.keyboard.press('Control+Shift+g');
    const gazetteer = window.getByRole('dialog', { name: 'Gazetteer and glossary' });
    await gazetteer.getByLabel('Find an entry').fill('chamoun');
    const entry = gazetteer.getByRole('listbox', { name: 'Entries' }).getByRole('option');
    await expect(entry).toHaveCount(1);
    await expect(entry).toContainText('Chamoun, Camille');
  });
});
