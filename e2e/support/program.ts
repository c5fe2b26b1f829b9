/** The program that a spec starts: what was built, or under `npm run e2e:packed` what was packed. */
import { PACKED } from '../../scripts/pack/places.mjs';
import { requireElectron } from '../../scripts/setup/electron.mjs';
import { root } from '../../scripts/setup/paths.mjs';

/** How a program is called. */
export interface Program {
  readonly executable: string;
  /** The arguments before all others: Electron by itself must be told what to run. */
  readonly first: readonly string[];
}

/** The program under test. */
export function program(): Program {
  const packed = process.env[PACKED];
  if (packed) return { executable: packed, first: [] };
  return { executable: requireElectron().executable, first: [root] };
}
