/**
 * `npm run icon`: makes the icons of all systems from the drawings in electron/icon/. The Electron at hand
 * draws them; the files for Windows and macOS are put together here, so that packing asks no other program.
 */
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startDisplay } from '../setup/display.mjs';
import { requireElectron, withoutSandbox } from '../setup/electron.mjs';
import { inRoot } from '../setup/paths.mjs';
import { command } from '../setup/say.mjs';
import { icns, ico, type Picture } from './containers.ts';

/** The drawings, and the sizes in pixels that each is for. */
const DRAWINGS = [
  { file: 'small.svg', sizes: [16, 24, 32] },
  { file: 'icon.svg', sizes: [48, 64, 128, 256, 512, 1024] },
];

const folder = inRoot('electron', 'icon');

await command(async () => {
  const endDisplay = await startDisplay();
  const userData = await mkdtemp(join(tmpdir(), 'cablewright-icon-'));
  try {
    const pictures: Picture[] = [];
    for (const { file, sizes } of DRAWINGS)
      pictures.push(...(await drawn(join(folder, file), sizes, userData)));
    for (const { size, png } of pictures) writeFileSync(join(folder, `${size}x${size}.png`), png);
    writeFileSync(join(folder, 'icon.ico'), ico(pictures));
    writeFileSync(join(folder, 'icon.icns'), icns(pictures));
  } finally {
    await rm(userData, { recursive: true, force: true });
    await endDisplay?.();
  }
});

async function drawn(
  drawing: string,
  sizes: readonly number[],
  userData: string,
): Promise<Picture[]> {
  const switches = [...(withoutSandbox() ? ['--no-sandbox'] : []), `--user-data-dir=${userData}`];
  const app = join(import.meta.dirname, 'draw');
  const { stdout } = await promisify(execFile)(
    requireElectron().executable,
    [...switches, app, sizes.join(','), drawing],
    { maxBuffer: 64 * 1024 * 1024 },
  );
  const pictures = JSON.parse(stdout) as string[];
  return sizes.map((size, at) => ({ size, png: Buffer.from(pictures[at] ?? '', 'base64') }));
}
