/** What specs do with annotations that lead to one another. */
import { expect, type Locator, type Page } from 'playwright/test';
import { cards, openCable, select } from './reader.ts';

export const CIRCULAR = /circular 938/iu;
export const MISSIONS = /Certain Diplomatic Missions/iu;

/** The title of the cable on the desk. */
export function title(window: Page): Locator {
  return window.getByRole('main', { name: 'Workbench' }).getByRole('heading', { level: 1 });
}

/** Gives a command by its words, from the palette. */
export async function command(window: Page, words: string) {
  await window.keyboard.press('Control+k');
  const palette = window.getByRole('dialog', { name: 'All commands' });
  await expect(palette).toBeVisible();
  await window.keyboard.type(words);
  await window.keyboard.press('Enter');
  await expect(palette).toBeHidden();
}

/** Highlights words of a cable. */
export async function highlight(window: Page, cable: RegExp, words: string) {
  await openCable(window, cable);
  await select(window, 'transcription', words);
  await window.keyboard.press('Control+h');
  await expect(card(window, words)).toBeVisible();
}

/** The button of an annotation's card that leads to its words. */
export function card(window: Page, words: string): Locator {
  return cards(window).getByRole('button', { name: `Go to “${words}”` });
}

/** Highlights words of two cables; the second is then on the desk, its annotation chosen. */
export async function twoCables(window: Page) {
  await highlight(window, CIRCULAR, 'favorable answers');
  await highlight(window, MISSIONS, 'statement, capping cumulative evidence');
}
