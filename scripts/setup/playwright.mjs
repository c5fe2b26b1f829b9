/** Playwright on the built app. */
import { setUp } from '../setup.mjs';
import { foreground } from './child.mjs';
import { findNode } from './node.mjs';

/**
 * Sets up, builds if needed, and runs one project of playwright.config.ts.
 * @param {'workbench' | 'pictures'} project
 * @param {string[]} args further arguments for Playwright
 * @returns {Promise<number>} the exit code
 */
export async function playwright(project, args) {
  await setUp();
  const built = await foreground(findNode(), ['scripts/build.ts']);
  if (built !== 0) return built;
  const script = 'node_modules/playwright/cli.js';
  return foreground(findNode(), [script, 'test', `--project=${project}`, ...args]);
}
