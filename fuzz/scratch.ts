import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';

/** Where files are written that nobody keeps: in memory where the system has a place for that. */
export function scratch(): string {
  return existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
}
