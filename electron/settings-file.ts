import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { z } from 'zod';
import { LARGEST } from '../domain/limits.ts';
import { failureOf, type Failure } from '../domain/failure.ts';
import { defaultColumns } from '../domain/library/columns.ts';
import { newTour, Settings, type SettingsChange } from '../domain/settings.ts';
import { codeOf } from './error-code.ts';
import { traceOf } from './trace.ts';
import { writingFailure } from './write-file.ts';

/** How many libraries `Open recent` offers. */
const RECENT_LIBRARIES = 10;

const Bounds = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().min(1),
  height: z.int().min(1),
});

/** Where the window stood, in device-independent pixels, and whether it filled the screen. */
export const WindowPlace = z.strictObject({ bounds: Bounds, maximized: z.boolean() });
export type WindowPlace = z.infer<typeof WindowPlace>;

/** All that belongs to the desk and not to a library. `recent` are paths of libraries, the last opened first. */
const Desk = z.strictObject({
  settings: Settings,
  window: WindowPlace.nullable(),
  recent: z.array(z.string()),
});
type Desk = z.infer<typeof Desk>;

/** The desk's file: read once, and written whole with every change. */
export interface SettingsFile {
  readonly settings: Settings;
  readonly window: WindowPlace | null;
  /** Paths of the libraries lately opened, the last one first. */
  readonly recent: readonly string[];
  /** Changes the settings that are given, and returns the whole of them. */
  change(settings: SettingsChange): Settings;
  rememberWindow(place: WindowPlace): void;
  rememberLibrary(path: string): void;
}

/**
 * Opens the desk's file at `path`. A missing one is a desk never used; one that cannot be understood
 * is set aside under another name, never overwritten, and `warn` hears a sentence about it. `account`
 * signs annotations until the reader chooses a name. `tell` hears of a choice of the reader that could not be kept.
 */
export function openSettingsFile(
  path: string,
  account: string,
  warn: (sentence: string) => void,
  tell: (failure: Failure) => void = () => undefined,
): SettingsFile {
  const fresh: Desk = {
    settings: {
      ...{ theme: 'system', creator: account, asked: false },
      ...{ table: [...defaultColumns], facets: [], tour: newTour },
    },
    window: null,
    recent: [],
  };
  let desk = read(path, warn) ?? fresh;
  const put = (next: Desk, heed: (error: unknown) => void = () => undefined) => {
    desk = next;
    try {
      writeWhole(path, JSON.stringify(desk, null, 2));
    } catch (error) {
      heed(error);
      // The desk still works for this session; losing a window's place must not stop anybody's work.
      warn(`The settings could not be written to ${path}: ${traceOf(error)}.`);
    }
  };
  return {
    get settings() {
      return desk.settings;
    },
    get window() {
      return desk.window;
    },
    get recent() {
      return desk.recent;
    },
    change({ theme, creator, asked, table, facets, tour }) {
      const { settings } = desk;
      const changed = {
        theme: theme ?? settings.theme,
        creator: creator ?? settings.creator,
        asked: asked ?? settings.asked,
        table: table ?? settings.table,
        facets: facets ?? settings.facets,
        tour: tour ?? settings.tour,
      };
      put({ ...desk, settings: changed }, (error) => {
        tell(notKept(path, error));
      });
      return desk.settings;
    },
    rememberWindow(window) {
      put({ ...desk, window });
    },
    rememberLibrary(library) {
      const others = desk.recent.filter((each) => each !== library);
      put({ ...desk, recent: [library, ...others].slice(0, RECENT_LIBRARIES) });
    },
  };
}

/** What the reader has just chosen holds until the end of the program only. */
function notKept(path: string, error: unknown): Failure {
  const { code, message } = failureOf(writingFailure(error, path));
  return {
    code,
    message: `Your choice could not be kept: it holds until Cablewright is closed, and is kept with the next change that can be. ${message}`,
  };
}

function read(path: string, warn: (sentence: string) => void): Desk | null {
  let text: string;
  try {
    // No desk comes near that; what is larger is none, and is not read.
    text = statSync(path).size > LARGEST.own ? '' : readFileSync(path, 'utf8');
  } catch (error) {
    if (!isMissing(error)) warn(`The settings in ${path} could not be read: ${traceOf(error)}.`);
    return null;
  }
  const desk = parse(text);
  if (!desk) setAside(path, warn);
  return desk;
}

function parse(text: string): Desk | null {
  try {
    return Desk.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function setAside(path: string, warn: (sentence: string) => void): void {
  const aside = `${path}.broken-${new Date().toISOString().replaceAll(':', '')}`;
  try {
    renameSync(path, aside);
    warn(
      `The settings in ${path} could not be understood; they now lie in ${aside}, and the desk starts afresh.`,
    );
  } catch (error) {
    warn(`The settings in ${path} could not be understood, nor set aside: ${traceOf(error)}.`);
  }
}

/** Writes a file so that, whatever happens, either the old or the new one is there, and whole. */
function writeWhole(path: string, text: string): void {
  const beside = `${path}.new`;
  try {
    const file = openSync(beside, 'w', 0o600);
    try {
      writeFileSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return codeOf(error) === 'ENOENT';
}
