import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect } from 'vitest';
import { ExportFormat } from '../../domain/exchange/format.ts';
import { test } from '../testing/folder.ts';
import { annotatedCable } from '../testing/store.ts';
import { EXIT } from './command.ts';
import { commands, type CommandName } from './commands.ts';
import { helpFor } from './help.ts';
import { run } from './run.ts';

const SEEDS = resolve(import.meta.dirname, '../../seeds');
const names = Object.keys(commands) as CommandName[];

interface Said {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line in this process; what stands in `folder` is its backups as well. */
async function say(folder: string, ...line: string[]): Promise<Said> {
  let out = '';
  let err = '';
  const exit = await run(
    line,
    {
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
      watched: false,
    },
    {
      signal: new AbortController().signal,
      backups: join(folder, 'backups'),
      author: 'miller',
      program: null,
    },
  );
  return { exit, out, err };
}

/** The lines of JSON of an output. */
function dataOf(out: string): Record<string, unknown>[] {
  return out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('words', () => {
  test('without a command it says how it is called', async ({ folder }) => {
    const { exit, out, err } = await say(folder);
    expect({ exit, out }).toEqual({ exit: EXIT.words, out: '' });
    for (const name of names) expect(err).toContain(`  ${name} `);
    expect(await say(folder, '--help')).toEqual({ exit: EXIT.done, out: err, err: '' });
  });

  test.for(names)('%s --help tells usage, options and an example', async (name, { folder }) => {
    const { exit, out } = await say(folder, name, '--help');
    expect(exit).toBe(EXIT.done);
    expect(out.trimEnd()).toBe(helpFor(name));
    expect(out).toContain(`Usage: cablewright ${name} `);
    expect(out).toMatch(new RegExp(`Examples?:\\n  cablewright ${name} `, 'u'));
  });

  test.for([
    ['frob', 'There is no command frob.'],
    ['toString', 'There is no command toString.'],
    ['clean', 'It needs a file to clean.'],
    ['clean a.txt --frob', "Unknown option '--frob'"],
    ['import', 'It needs something to import.'],
    ['import a.txt', 'It needs a library: --library FILE.'],
    ['search --library x', 'It needs a query.'],
    [
      `search ${'x'.repeat(2001)} --library x`,
      'A query has at most 2000 characters; this one has 2001.',
    ],
    ['search x --library x --limit ten', '--limit needs a whole number, not ten.'],
    ['export --library x --out y', 'It needs a format:'],
    ['export --library x --format tei', 'It needs a folder: --out FOLDER.'],
    ['export --library x --format doc --out y', 'It needs a format:'],
    ['export --library x --format tei --out y --cable 7', '--cable needs the id of a cable'],
    [
      'export --library x --format csv --out y --offsets bytes',
      '--offsets is code-points or utf16',
    ],
    ['import-annotations --library x', 'It needs a file of annotations.'],
    ['import-annotations a --library x --accept 2', '--accept needs a number from 0 to 1, not 2.'],
    ['package --library x', 'It needs a file: --out FILE.'],
    ['merge --library x', 'It needs one package or library to merge.'],
    ['restore --library x', 'It needs the name of one backup'],
    ['verify', 'It needs a library: --library FILE.'],
  ])('%s', async ([line = '', said = ''], { folder }) => {
    const { exit, out, err } = await say(folder, ...line.split(' '));
    expect({ exit, out }).toEqual({ exit: EXIT.words, out: '' });
    expect(err).toContain(said);
  });
});

describe('a library', () => {
  test('is made, filled, searched, counted and told of', async ({ folder }) => {
    const library = ['--library', join(folder, 'new.cablewright')];
    const files = readdirSync(SEEDS)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => join(SEEDS, name));

    const imported = await say(folder, 'import', ...files, ...library, '--json');
    expect(imported.exit).toBe(EXIT.done);
    const lines = dataOf(imported.out);
    expect(lines.map(({ outcome }) => outcome)).toEqual([
      ...files.map(() => 'imported'),
      undefined,
    ]);
    expect(lines.at(-1)).toMatchObject({ imported: 5, failed: 0, total: 5, state: 'ended' });

    const again = await say(folder, 'import', ...files, join(folder, 'none.txt'), ...library);
    expect(again.exit).toBe(EXIT.partly);
    expect(again.out).toBe('0 cables imported, 0 further witnesses, 5 there already, 1 failed.\n');
    expect(again.err).toContain('none.txt');

    const found = await say(folder, 'search', '"Khrushchev’s threat"', ...library, '--json');
    expect(dataOf(found.out).map(({ cable }) => (cable as { number: string }).number)).toEqual([
      '552',
    ]);
    const words = await say(folder, 'search', 'Cuba', ...library, '--limit', '1');
    expect(words.out).toMatch(/^19\d\d.+\n(?: {4}.*\n)* {4}transcription: .*\[Cuba/u);
    expect(words.err).toMatch(/^1 cable of \d+ cables found\. For more: --limit \d+\./u);

    const bad = await say(folder, 'search', 'class:', ...library, '--json');
    expect(bad.exit).toBe(EXIT.failed);
    expect(dataOf(bad.out)).toMatchObject([{ failure: { code: 'bad-query' } }]);

    const stats = await say(folder, 'stats', ...library, '--json');
    expect(dataOf(stats.out)).toMatchObject([{ name: 'new', cables: 5, annotations: 0 }]);
  });

  test('that is not there is not made but by an import', async ({ folder }) => {
    const path = join(folder, 'none.cablewright');
    for (const line of ['search x', 'stats', `export --format csv --out ${folder}`]) {
      const { exit, err } = await say(folder, ...line.split(' '), '--library', path);
      expect(exit).toBe(EXIT.failed);
      expect(err).toContain('There is no library');
    }
    expect(existsSync(path)).toBe(false);
  });

  test.for(ExportFormat.options)(
    'leaves as %s, and says what is lost',
    async (format, { folder }) => {
      const library = ['--library', join(folder, 'a.cablewright')];
      await say(folder, 'import', join(SEEDS, '001_6db84158b3e08867.txt'), ...library);
      const asked = ['export', ...library, '--format', format, '--json'];
      const losses = await say(folder, ...asked, '--losses');
      expect(losses).toMatchObject({ exit: EXIT.done, err: '' });
      const { exit, out } = await say(folder, ...asked, '--out', join(folder, 'out'));
      expect(exit).toBe(EXIT.done);
      const [told] = dataOf(out);
      expect(told?.['losses']).toEqual(dataOf(losses.out)[0]?.['losses']);
      const files = readdirSync(join(folder, 'out', String(told?.['folder'])), { recursive: true });
      expect(files.length).toBeGreaterThanOrEqual(Number(told?.['files']));
      expect(Number(told?.['files'])).toBeGreaterThan(0);
    },
  );
});

describe('safe keeping', () => {
  test('a library is backed up, proven, found damaged and restored', async ({ folder }) => {
    const path = join(folder, 'a.cablewright');
    const library = ['--library', path];
    await say(folder, 'import', join(SEEDS, '001_6db84158b3e08867.txt'), ...library);

    expect((await say(folder, 'backup', ...library, '--list')).err).toContain('no backups');
    const [made] = dataOf((await say(folder, 'backup', ...library, '--json')).out);
    expect(made).toMatchObject({ why: 'asked', cables: 1, sound: true });
    expect(existsSync(String(made?.['path']))).toBe(true);
    const listed = await say(folder, 'backup', ...library, '--list', '--json');
    expect(dataOf(listed.out)).toMatchObject([{ name: made?.['name'], sound: true }]);

    const sound = await say(folder, 'verify', ...library, '--json');
    expect(sound.exit).toBe(EXIT.done);
    expect(dataOf(sound.out)).toMatchObject([{ sound: true, cables: 1 }]);

    const bytes = readFileSync(path);
    const at = bytes.indexOf('Khrushchev');
    bytes[at] = 0x4b ^ 1;
    writeFileSync(path, bytes);
    const damaged = await say(folder, 'verify', ...library);
    expect(damaged.exit).toBe(EXIT.partly);
    expect(damaged.out).toContain('NOT SOUND.');

    const restored = await say(folder, 'restore', String(made?.['name']), ...library);
    expect(restored).toMatchObject({ exit: EXIT.done, err: '' });
    expect((await say(folder, 'verify', ...library)).exit).toBe(EXIT.done);
  });
});

describe('work goes from one library to another', () => {
  test('by a file of annotations, once', async ({ folder }) => {
    const seed = join(SEEDS, '001_6db84158b3e08867.txt');
    const path = join(folder, 'a.cablewright');
    const { store } = await annotatedCable(path, seed);
    await store.close();
    const other = ['--library', join(folder, 'b.cablewright')];
    await say(folder, 'import', seed, ...other);

    const asked = ['--library', path, '--format', 'web-annotation', '--out', folder, '--json'];
    const [told] = dataOf((await say(folder, 'export', ...asked)).out);
    const out = join(folder, String(told?.['folder']));
    const pages = readdirSync(out).filter((name) => name.endsWith('.jsonld'));
    const file = pages.find((name) => name !== 'tags.jsonld') ?? '';
    const bring = ['import-annotations', join(out, file), ...other, '--json'];
    const brought = await say(folder, ...bring);
    expect(brought).toMatchObject({ exit: EXIT.done, err: '' });
    expect(dataOf(brought.out).at(-1)).toMatchObject({ annotations: 4, placed: 4, unplaced: 0 });
    const again = await say(folder, ...bring);
    expect(dataOf(again.out).at(-1)).toMatchObject({ annotations: 0, outcomes: { known: 4 } });
  });

  test('as a package that is merged, once', async ({ folder }) => {
    const path = join(folder, 'a.cablewright');
    const { store } = await annotatedCable(path, join(SEEDS, '001_6db84158b3e08867.txt'));
    await store.close();
    const other = ['--library', join(folder, 'b.cablewright')];
    await say(folder, 'import', join(SEEDS, '002_9765bf9689f1c9fd.txt'), ...other);

    const out = join(folder, 'package.cablewright');
    const packed = await say(folder, 'package', '--library', path, '--out', out, '--json');
    expect(dataOf(packed.out)).toMatchObject([{ fileName: 'package.cablewright', cables: 1 }]);
    const preview = await say(folder, 'merge', out, ...other, '--preview', '--json');
    const coming = { cables: 1, annotations: 4, conflicts: 0 };
    expect(dataOf(preview.out)).toMatchObject([coming]);
    expect(dataOf((await say(folder, 'merge', out, ...other, '--json')).out)).toMatchObject([
      coming,
    ]);
    const again = await say(folder, 'merge', out, ...other, '--json');
    expect(dataOf(again.out)).toMatchObject([{ cables: 0, annotations: 0, conflicts: 0 }]);
    const stats = await say(folder, 'stats', ...other, '--json');
    expect(dataOf(stats.out)).toMatchObject([{ cables: 2, annotations: 4 }]);
    expect((await say(folder, 'verify', ...other)).exit).toBe(EXIT.done);
  });
});
