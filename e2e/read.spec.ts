import { expect, test } from './support/app.ts';
import { find, hover, openCable, pane } from './support/reader.ts';

test('the transcription of seed 000 closes over the page break', async ({ launch }) => {
  const { window } = await launch();
  await openCable(window, /Certain Posts in the American Republics/i);
  await find(window, 'transcription', 'US not involved organizing such raids');
  await expect(pane(window, 'transcription').getByRole('img', { name: 'Page 864' })).toBeVisible();
  await find(window, 'original', 'US not [Page 864] involved');
});

test('a sentence under the pointer is lit on both sides', async ({ launch }) => {
  const { window } = await launch();
  await openCable(window, /circular 938/i);
  await hover(window, 'transcription', 'US expects to be able');
  const lit = (side: 'original' | 'transcription') =>
    pane(window, side).locator('.lit').allTextContents();
  await expect
    .poll(async () => (await lit('transcription')).join(''))
    .toMatch(
      /^\(h\) US expects .* proscribed list--or to take other appropriate action to deal with the situation\.$/u,
    );
  const original = (await lit('original')).join(' ');
  expect(original).toContain('proscribed list--or');
  expect(original).toContain('to take other appropriate action');
  expect(original).not.toContain('SECRET');
});

test('resting on a note mark shows the note', async ({ launch }) => {
  const { window } = await launch();
  await openCable(window, /All Posts in Latin America/i);
  await find(window, 'transcription', 'public message to President,');
  const mark = pane(window, 'transcription').getByRole('img', { name: /^Note 2: / });
  await mark.hover();
  await expect(window.getByRole('status').filter({ hasText: 'See Document 170.' })).toBeVisible();
});

test('what left the text says in the original why', async ({ launch }) => {
  const { window } = await launch();
  await openCable(window, /circular 938/i);
  await hover(window, 'original', '~~dismissed~~');
  await expect(window.locator('.explanation.explains-change')).toContainText(/str(uck|ike)/iu);
});

test('both texts scroll as one', async ({ launch }) => {
  const { window } = await launch();
  await openCable(window, /circular 938/i);
  await find(window, 'transcription', 'Report promptly your government');
  await expect(
    pane(window, 'original').getByText("Report promptly your government's reaction"),
  ).toBeInViewport();
  await find(window, 'original', 'As you know President');
  await expect(pane(window, 'transcription').getByText('As you know President')).toBeInViewport();
});

test('metadata jumps to its evidence', async ({ launch }) => {
  const { window } = await launch();
  await openCable(window, /All Posts in Latin America/i);
  await window.getByRole('tab', { name: 'Cable' }).click();
  await window.getByRole('button', { name: /23 April 1961/ }).click();
  await expect(pane(window, 'original').locator('.lit')).toHaveText('737.00/4-2361');
  await expect(pane(window, 'original').locator('.lit')).toBeInViewport();
});
