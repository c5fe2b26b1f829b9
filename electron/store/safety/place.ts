import { existsSync, readFileSync, realpathSync, statfsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  CLOUD_SIGNS,
  cloudOf,
  cloudWarning,
  isOnNetwork,
  mountsIn,
  NAMES_WARNING,
  NETWORK_WARNING,
  type Mount,
} from '../../../domain/safety/place.ts';

/** Numbers that Linux gives file systems on other machines (NFS, SMB, CIFS, SMB2, AFS, 9P, Ceph). */
const NETWORKED: ReadonlySet<number> = new Set([
  0x69_69, 0x51_7b, 0xff_53_4d_42, 0xfe_53_4d_42, 0x53_46_41_4f, 0x01_02_19_97, 0x00_c3_64_00,
]);

/** What is to be said of the place of a library; null where it lies well. */
export function placeWarning(path: string, mounts: readonly Mount[] = mounted()): string | null {
  // A link into such a folder leads there as well.
  const places = [path, real(path)];
  for (const place of places) {
    const cloud = cloudOf(place) ?? signOf(place);
    if (cloud !== null) return cloudWarning(cloud);
  }
  if (places.some((place) => isOnNetwork(place, mounts)) || isNetworked(path))
    return NETWORK_WARNING;
  return (statSync(path, { throwIfNoEntry: false })?.nlink ?? 1) > 1 ? NAMES_WARNING : null;
}

/** The service whose files lie in a folder above. */
function signOf(path: string): string | null {
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder))
    for (const [sign, name] of Object.entries(CLOUD_SIGNS))
      if (existsSync(join(folder, sign))) return name;
  return null;
}

function isNetworked(path: string): boolean {
  if (process.platform !== 'linux') return false;
  try {
    return NETWORKED.has(statfsSync(path).type);
  } catch {
    return false;
  }
}

function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function mounted(): Mount[] {
  try {
    return mountsIn(readFileSync('/proc/mounts', 'utf8'));
  } catch {
    // Only Linux has it.
    return [];
  }
}
