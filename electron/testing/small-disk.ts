import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A disk of its own, really mounted, that can be full, read-only or gone. */
export interface SmallDisk {
  /** The folder in which it is mounted. */
  readonly path: string;
  /** Fills it to the last byte. */
  readonly fill: () => void;
  /** Frees what `fill` has taken. */
  readonly free: () => void;
  /** Has it take no more writes, whoever asks: permissions would not hold root. */
  readonly readOnly: () => Promise<void>;
  /** Pulls it out: what has files open there keeps them, but nothing is found by its name any more. */
  readonly pull: () => Promise<void>;
  /** Connects it again. */
  readonly connect: () => Promise<void>;
  /** Ends it. */
  readonly end: () => Promise<void>;
}

/**
 * Mounts a small disk (Linux): as root where that is allowed, else in a name space of its own, which is reached
 * through a process in it. Fails with a sentence where neither works, so that no test is skipped unseen.
 */
export async function smallDisk(folder: string, mebibytes: number): Promise<SmallDisk> {
  const mount = join(folder, 'disk');
  const held = join(folder, 'held');
  for (const each of [mount, held]) mkdirSync(each);
  const failures: string[] = [];
  for (const [command, ...args] of [['sh'], ['unshare', '-rm', 'sh']] as const) {
    const shell = shellOf(command, args);
    try {
      await shell.run(`mount -t tmpfs -o size=${mebibytes}m,mode=777 tmpfs '${held}'`);
      await shell.run(`mount --bind '${held}' '${mount}'`);
      const path = command === 'sh' ? mount : `/proc/${String(shell.pid)}/root${mount}`;
      return diskIn(path, [mount, held], shell);
    } catch (error) {
      failures.push(String(error));
      await shell.end();
    }
  }
  throw new Error(
    `This test needs a small disk of its own, and neither mount nor unshare -rm gives one here: ${failures.join('; ')}`,
  );
}

function diskIn(
  path: string,
  [mount, held]: readonly [string, string],
  shell: ReturnType<typeof shellOf>,
): SmallDisk {
  const filler = join(path, 'filler');
  return {
    path,
    fill() {
      const file = openSync(filler, 'a');
      for (let size = 65_536; size > 0; size = Math.floor(size / 2))
        while (wrote(file, size)) void 0;
      closeSync(file);
    },
    free: () => rmSync(filler, { force: true }),
    readOnly: () => shell.run(`mount -o remount,ro '${held}'`),
    pull: () => shell.run(`umount -l '${mount}'`),
    connect: () => shell.run(`mount --bind '${held}' '${mount}'`),
    async end() {
      await shell.run(`umount -l '${mount}' '${held}' 2>/dev/null; true`);
      await shell.end();
    },
  };
}

function wrote(file: number, size: number): boolean {
  try {
    return writeSync(file, Buffer.alloc(size, 120)) === size;
  } catch {
    return false;
  }
}

/** A shell that carries out one command after the other. */
function shellOf(command: string, args: readonly string[]) {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  child.on('error', () => undefined);
  return {
    pid: child.pid,
    async run(line: string): Promise<void> {
      child.stdin.write(`{ ${line}; } 2>&1; echo "ended $?"\n`);
      const said: string[] = [];
      for (;;) {
        const { value, done } = await lines.next();
        if (done) throw new Error(`${command} has ended: ${said.join(' ')}`);
        if (value === 'ended 0') return;
        if (value.startsWith('ended ')) throw new Error(`${line}: ${said.join(' ')}`);
        said.push(value);
      }
    },
    async end(): Promise<void> {
      const ended = once(child, 'exit');
      child.stdin.end();
      await ended;
    },
  };
}
