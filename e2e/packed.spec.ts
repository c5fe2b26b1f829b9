import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { executableIn, packing, resourcesIn } from '../scripts/pack/places.mjs';
import { findNode } from '../scripts/setup/node.mjs';
import { root } from '../scripts/setup/paths.mjs';
import { expect, test as base } from './support/app.ts';
import { startShipped, switches } from './support/packed.ts';
import { cards, list, openCable, pane, select } from './support/reader.ts';

const run = promisify(execFile);

interface Packed {
  /** The folder of the packed program, made anew where it was not of the present sources. */
  readonly packed: string;
}

const test = base.extend<object, Packed>({
  packed: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures that are needed from the pattern.
    async ({}, use) => {
      await run(findNode(), [join(root, 'scripts/pack/pack.ts'), '--if-stale'], { cwd: root });
      await use(packing().folder);
    },
    { scope: 'worker', timeout: 300_000 },
  ],
});

// One worker packs, and does both.
test.describe.configure({ mode: 'default' });

/** A folder of the test's own, with a blank and letters that are not English in its name. */
const folderFor = () => mkdtemp(join(tmpdir(), 'cablewright packed é '));

test('the packed program, as it is shipped: work, start again with a library, use the command line', async ({
  packed,
}) => {
  test.slow();
  const folder = await folderFor();
  const program = executableIn(packed);
  const userData = join(folder, 'user data');

  const first = await startShipped(program, userData);
  await expect(list(first.window).getByRole('option')).toHaveCount(5);
  await openCable(first.window, /circular 938/i);
  await select(first.window, 'transcription', 'the quarantine');
  await first.window.keyboard.press('Control+h');
  await expect(cards(first.window)).toHaveCount(1);
  expect(await first.close()).toBe(0);

  // What a double click starts.
  const [name = ''] = await readdir(join(userData, 'libraries'));
  const library = join(folder, 'Über Kuba.cablewright');
  await rename(join(userData, 'libraries', name), library);
  const again = await startShipped(program, join(folder, 'another desk'), [library]);
  await expect(again.window.getByRole('button', { name: 'Library: Über Kuba' })).toBeVisible();
  await openCable(again.window, /circular 938/i);
  await expect(cards(again.window).getByText('the quarantine')).toBeVisible();
  await expect(pane(again.window, 'transcription')).toContainText('the quarantine');
  expect(await again.close()).toBe(0);

  const words = ['stats', '--library', library, '--json'];
  const { stdout } = await run(join(packed, 'cablewright-cli'), words);
  expect(JSON.parse(stdout)).toMatchObject({ cables: 5, annotations: 1 });
  await rm(folder, { recursive: true });
});

test('the packed program runs nothing but itself: no Node, no inspector, no other app', async ({
  packed,
}) => {
  test.slow();
  const folder = await folderFor();
  const program = executableIn(packed);
  const told = join(folder, 'told');
  const tell = `require('node:fs').appendFileSync(${JSON.stringify(told)}, process.argv.join(' '))`;
  const script = join(folder, 'script.cjs');
  await writeFile(script, tell);
  const app = join(folder, 'app');
  await mkdir(app);
  await writeFile(join(app, 'package.json'), '{"name":"other","version":"1.0.0","main":"main.js"}');
  await writeFile(join(app, 'main.js'), `${tell}; require('electron').app.exit(7)`);
  const quietly = [
    ...switches,
    '--ozone-platform=headless',
    '--disable-gpu',
    `--user-data-dir=${folder}/data`,
  ];

  // As Node it would know neither these switches nor a command of ours.
  const asNode = { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } };
  const help = await run(program, [...quietly, 'cli', '--help'], asNode);
  expect(help.stdout).toContain('Usage: cablewright');

  // Where these were heeded, Electron would say which of them it allows, and where its debugger listens.
  const env = { ...process.env, NODE_OPTIONS: `--require=${JSON.stringify(script)}` };
  const heedless = await run(program, ['--inspect=0', ...quietly, 'cli', '--help'], { env });
  expect(heedless.stdout).toBe(help.stdout);
  expect(heedless.stderr).not.toMatch(/NODE_OPTION|Debugger listening/u);

  // An app on the command line is a folder like any other: what is in it would be imported.
  const shown = await startShipped(program, join(folder, 'desk'), [app]);
  await expect(list(shown.window).getByRole('option')).toHaveCount(5);
  expect(await shown.close()).toBe(0);

  // Beside the archive, or in its place, an app is not looked at.
  const copy = join(folder, 'copy');
  await cp(packed, copy, { recursive: true, verbatimSymlinks: true });
  await cp(app, join(resourcesIn(copy), 'app'), { recursive: true });
  const beside = await run(executableIn(copy), [...quietly, 'cli', '--help']);
  expect(beside.stdout).toBe(help.stdout);
  await rename(join(resourcesIn(copy), 'app.asar'), join(resourcesIn(copy), 'away'));
  // The other app would have ended with 7; without the archive there is nothing to run.
  await expect(run(executableIn(copy), quietly)).rejects.toMatchObject({ code: 1 });
  expect(await readdir(folder)).not.toContain('told');
  await rm(folder, { recursive: true });
});
