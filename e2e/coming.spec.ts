import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { answerOpen, expect, type Launch, test } from './support/app.ts';
import { serious } from './support/axe.ts';
import { list, openCable, pane } from './support/reader.ts';

const TEXT = `1. Telegram From the Embassy in Utopia to the Department of State

UTOPIA, May 1, 1962.

1. Minister of trade called this morning and told me that Habana would not give way in
this matter, whatever the Department may have heard of the quarantine.

2. Embassy believes that Minister means it. The papers do not speak of the quarantine.

DOE
`;

const at = (words: string) => TEXT.indexOf(words);

/** A Web Annotation as another program writes it; `shift` is by how much its position is wrong. */
function told(exact: string, note: string, shift = 0, context: object = {}) {
  const start = at(exact) + shift;
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    ...{ id: `https://example.org/${note.replaceAll(' ', '-')}`, type: 'Annotation' },
    body: [
      { type: 'TextualBody', purpose: 'commenting', value: note },
      { type: 'TextualBody', purpose: 'tagging', value: 'Trade' },
    ],
    creator: { name: 'A. Other' },
    target: {
      source: 'https://example.org/texts/utopia.txt',
      selector: [
        { type: 'TextQuoteSelector', exact, ...context },
        { type: 'TextPositionSelector', start, end: start + exact.length },
      ],
    },
  };
}

const FILE = [
  told('Minister of trade', 'On the minister'),
  told('would not give way', 'On the matter'),
  told('spcak of the quarantine', 'On the papers', 1, {
    prefix: 'The papers do not ',
    suffix: '.\n\nDOE',
  }),
  told('sealed by the emperor of the moon', 'On the moon', 3),
];

/** A library with the text, which is open. */
async function withText(launch: Launch) {
  const folder = await mkdtemp(join(tmpdir(), 'cablewright-coming-'));
  await writeFile(join(folder, 'utopia.txt'), TEXT);
  await writeFile(join(folder, 'notes.jsonld'), JSON.stringify(FILE));
  const { app, window } = await launch();
  await expect(list(window).getByRole('option')).toHaveCount(5);
  await answerOpen(app, [join(folder, 'utopia.txt')]);
  await window.keyboard.press('Control+i');
  await expect(window.getByRole('dialog', { name: 'Import' })).toContainText(/1 cable imported/u);
  await window.keyboard.press('Escape');
  await openCable(window, /^1[^\d]/u);
  return { app, window, file: join(folder, 'notes.jsonld') };
}

/** Drops a file of the disk on the window: it is handed over by a file field, and then dropped as a person drops it. */
async function drop(window: Page, path: string) {
  const field = await window.evaluateHandle(() => {
    const input = document.createElement('input');
    input.type = 'file';
    return document.body.appendChild(input);
  });
  await field.asElement()?.setInputFiles(path);
  await window.evaluate((input) => {
    const dataTransfer = new DataTransfer();
    for (const file of input.files ?? []) dataTransfer.items.add(file);
    const init = { dataTransfer, bubbles: true, cancelable: true };
    for (const type of ['dragenter', 'dragover', 'drop'])
      document.querySelector('.desk')?.dispatchEvent(new DragEvent(type, init));
    input.remove();
  }, field);
}

const sheet = (window: Page) => window.getByRole('dialog', { name: /notes\.jsonld/u });
const lines = (window: Page) => sheet(window).getByRole('listitem');
const said = (window: Page) => sheet(window).getByRole('status');
const shown = (window: Page, outcome: RegExp) =>
  sheet(window).getByRole('radio', { name: outcome });

test('a file of annotations is looked at, one place is chosen, all is imported, undone, and known a second time', async ({
  launch,
}) => {
  const { app, window, file } = await withText(launch);
  await answerOpen(app, [file]);
  await window.keyboard.press('Control+Alt+i');
  await expect(sheet(window)).toContainText('W3C Web Annotation: 4 annotations.');
  await expect(lines(window)).toHaveCount(4);
  await expect(lines(window).nth(3)).toContainText('nothing comes near them');

  // By key to the only place that is proposed; it is shown on the workbench behind the sheet.
  await shown(window, /to be looked at/u).press('Space');
  await expect(lines(window)).toHaveCount(1);
  await expect(lines(window)).toContainText('The papers do not spcak of the quarantine.');
  const proposed = sheet(window).getByRole('radio', { name: /speak of the quarantine/u });
  await expect(proposed).not.toBeChecked();
  await sheet(window).getByText('Take places that are clearly the best').click();
  await expect(proposed).toBeChecked();
  await sheet(window).getByText('Take places that are clearly the best').click();
  await expect(proposed).not.toBeChecked();
  await sheet(window)
    .getByRole('radio', { name: /to the tray/u })
    .press('ArrowUp');
  await expect(proposed).toBeChecked();
  await expect(pane(window, 'transcription').locator('.lit')).toHaveText('speak of the quarantine');
  await expect(said(window)).toContainText('You have decided on 1 passage.');
  expect(await serious(window), 'read').toEqual([]);

  await sheet(window).getByRole('button', { name: 'Import 4 annotations' }).click();
  await expect(said(window)).toHaveText(
    '4 annotations imported, 3 in place, 1 without a place; 1 new tag. Undo takes all of it back.',
  );
  await expect(sheet(window)).toContainText('Nothing of the file was lost.');
  expect(await serious(window), 'taken over').toEqual([]);
  await window.keyboard.press('Escape');
  await expect(window.locator('.annotation-loss')).toHaveText(/nothing comes near them/u);
  await window.keyboard.press('Control+z');
  await expect(window.locator('.annotation-loss')).toHaveCount(0);
  await window.keyboard.press('Control+Shift+z');
  await expect(window.locator('.annotation-loss')).toHaveCount(1);

  // The same file, dropped: nothing of it is new, and what stands on other words here is told.
  await drop(window, file);
  await expect(said(window)).toHaveText('Nothing of it is new here.');
  await expect(lines(window)).toHaveCount(4);
  await expect(lines(window).nth(2)).toContainText('it stands on other words');
  await sheet(window).getByRole('button', { name: 'Close' }).last().click();
  await expect(sheet(window)).toBeHidden();
});
