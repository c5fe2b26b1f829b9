import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import type Axe from 'axe-core';
import type { AxeResults, RunOptions } from 'axe-core';
import { expect, type Page } from 'playwright/test';

/** What the window can look like. */
export type Theme = 'light' | 'dark';

/** An obstacle for people who use the window with other means than eyes and mouse. */
export interface Obstacle {
  readonly theme: Theme;
  readonly rule: string;
  readonly help: string;
  /** Selectors of the elements in question. */
  readonly elements: readonly string[];
}

/** Has the system prefer a theme, and waits until the window has followed. */
export async function inTheme(window: Page, theme: Theme): Promise<void> {
  await window.emulateMedia({ colorScheme: theme });
  // A page hears of it with its next frame, which a busy machine may keep waiting for.
  await window.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  await expect(window.locator(`html[data-theme="${theme}"]`)).toHaveCount(1);
}

/**
 * The serious and critical obstacles that axe finds in the window, in the light all, in the dark those of
 * contrast, as nothing else depends on it: `expect(await serious(window)).toEqual([])`. It leaves the
 * window in the light.
 */
export async function serious(window: Page): Promise<Obstacle[]> {
  const found: Obstacle[] = [];
  for (const theme of ['dark', 'light'] as const) {
    await inTheme(window, theme);
    found.push(...(await seriousIn(window, theme)));
  }
  return found;
}

async function seriousIn(window: Page, theme: Theme): Promise<Obstacle[]> {
  const only: RunOptions =
    theme === 'dark' ? { runOnly: { type: 'rule', values: ['color-contrast'] } } : {};
  // What passes need not be told element by element. Style sheets are only read for the rule against locking
  // a telephone's orientation.
  const options: RunOptions = { resultTypes: ['violations'], preload: false, ...only };
  const { violations } = await axeIn(window, options);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => ({
      theme,
      rule: id,
      help,
      elements: nodes.map(({ target }) => target.join(' ')),
    }));
}

/** The source of axe, which a page is given once. */
const source = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Runs axe in a page. */
async function axeIn(window: Page, options: RunOptions): Promise<AxeResults> {
  const there = await window.evaluate(() => 'axe' in globalThis);
  if (!there) await window.evaluate(await source);
  return window.evaluate((how) => {
    const { axe } = globalThis as unknown as { axe: typeof Axe };
    return axe.run(document, how);
  }, options);
}
