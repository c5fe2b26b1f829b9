import type { Page } from 'playwright/test';
import { expect, test } from './support/app.ts';
import { serious } from './support/axe.ts';
import { cards, list, openCable, select } from './support/reader.ts';

/** Every face the desk shows: each is looked at in its own right. */
const faces: Readonly<Record<string, (window: Page) => Promise<unknown>>> = {
  annotations: async (window) => {
    await select(window, 'transcription', 'the quarantine');
    await window.keyboard.press('Control+t');
    await window.keyboard.type('measures');
    await window.keyboard.press('Enter');
    await expect(cards(window).getByText('measures')).toBeVisible();
    await window.keyboard.press('Escape');
  },
  apparatus: (window) => window.getByRole('tab', { name: 'Apparatus' }).click(),
  cable: (window) => window.getByRole('tab', { name: 'Cable' }).click(),
  palette: async (window) => {
    await window.keyboard.press('Control+k');
    await expect(window.getByRole('dialog')).toBeVisible();
  },
  tags: async (window) => {
    await window.keyboard.press('Escape');
    await window.keyboard.press('Control+Shift+t');
    await expect(window.getByRole('dialog')).toBeVisible();
  },
};

test('no serious obstacle', async ({ launch }) => {
  // Five faces are looked at one after another, each for several seconds.
  test.slow();
  const { window } = await launch();
  await expect(list(window).getByRole('option')).toHaveCount(5);
  await openCable(window, /circular 938/iu);
  for (const [face, show] of Object.entries(faces)) {
    await show(window);
    expect(await serious(window), face).toEqual([]);
  }
});

test('the theme is switched by key and kept', async ({ launch }) => {
  const running = await launch();
  let { window } = running;
  await expect(list(window).getByRole('option')).toHaveCount(5);
  const theme = () => window.locator('html').getAttribute('data-theme');
  const before = await theme();
  await window.keyboard.press('Control+Shift+l');
  await expect.poll(theme).not.toBe(before);
  const after = await theme();
  ({ window } = await running.relaunch());
  await expect(list(window).getByRole('option')).toHaveCount(5);
  await expect.poll(theme).toBe(after);
});
