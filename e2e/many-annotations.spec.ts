import type { Page } from 'playwright/test';
import { expect, test } from './support/app.ts';
import { ask, cableOnDesk } from './support/bridge.ts';
import { cards, openCable, pane, select } from './support/reader.ts';

/** More annotations than a panel could show at once. */
const MANY = 200;

/** Highlights some words of the open cable, and before them many letters, as the window asks for it. */
async function annotateMany(window: Page) {
  await select(window, 'transcription', 'US expects');
  await window.keyboard.press('Control+h');
  await expect(cards(window)).toHaveCount(1);
  const rest = { cableId: await cableOnDesk(window), version: 0, tagIds: [], note: '' };
  for (let at = 0; at < MANY; at++) {
    const ranges = [{ side: 'original' as const, from: at * 9, to: at * 9 + 5 }];
    await ask(window, 'annotation.create', { ...rest, ranges });
  }
}

test('of many annotations those in sight are drawn; keys reach all, and the focus is not lost', async ({
  launch,
}) => {
  test.slow();
  const { window } = await launch();
  await openCable(window, /circular 938/i);
  await annotateMany(window);
  await expect(cards(window).first()).toHaveAttribute('aria-setsize', String(MANY + 1));
  expect(await cards(window).count()).toBeLessThan(60);

  const chosen = cards(window).and(window.locator('[aria-current="true"]'));
  await expect(chosen).toHaveAttribute('aria-posinset', String(MANY + 1));
  await pane(window, 'transcription').press('Control+Alt+ArrowDown');
  // After the last comes the first.
  await expect(chosen).toHaveAttribute('aria-posinset', '1');
  await expect(chosen).toBeInViewport();
  for (let steps = 0; steps < 20; steps++) await window.keyboard.press('Control+Alt+ArrowUp');
  await expect(chosen).toHaveAttribute('aria-posinset', String(MANY + 1 - 19));
  await expect(chosen).toBeInViewport();

  // The card with the focus stays in the document while the list is scrolled far away from it.
  const button = chosen.getByRole('button', { name: /^Go to/u });
  await button.focus();
  const list = window.getByRole('list', { name: 'Annotations of this cable' });
  const scroller = list.locator('xpath=..');
  const box = await scroller.boundingBox();
  if (!box) throw new Error('The annotations are not to be seen.');
  await window.mouse.move(box.x + 40, box.y + box.height / 2);
  await window.mouse.wheel(0, -100_000);
  await expect(list.locator('> [aria-posinset="1"]')).toBeInViewport();
  await expect(button).toBeFocused();
  await expect(button).not.toBeInViewport();
});
