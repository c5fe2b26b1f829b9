import type { Command } from './command.ts';
import { backup } from './commands/backup.ts';
import { cleaning } from './commands/clean.ts';
import { exporting } from './commands/export.ts';
import { importAnnotations } from './commands/import-annotations.ts';
import { importing } from './commands/import.ts';
import { merge } from './commands/merge.ts';
import { packaging } from './commands/package.ts';
import { restore } from './commands/restore.ts';
import { search } from './commands/search.ts';
import { stats } from './commands/stats.ts';
import { verify } from './commands/verify.ts';

/** The commands of the command line, in the order of the help. */
export const commands = {
  clean: cleaning,
  import: importing,
  search,
  export: exporting,
  'import-annotations': importAnnotations,
  package: packaging,
  merge,
  backup,
  restore,
  verify,
  stats,
} as const satisfies Readonly<Record<string, Command>>;

/** The name of a command. */
export type CommandName = keyof typeof commands;
