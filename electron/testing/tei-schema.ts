import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** The schema of the Text Encoding Initiative; it lies beside the project, not in it. */
export const TEI_SCHEMA = join(import.meta.dirname, '../../../shared/tei/tei_all.rng');

/**
 * Those of some files of TEI that are not valid, with what is wrong with them. `folder` is one in which to
 * write. For a file that has only some of TEI's elements it is all one whether the others are allowed, and a
 * schema without them is read in a seventh of the time.
 */
export async function invalidAmong(
  files: readonly string[],
  folder: string,
): Promise<{ readonly invalid: string[]; readonly told: string }> {
  const used = new Set<string>();
  for (const file of files)
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(/<([A-Za-z]\w*)/gu))
      used.add(name);
  const schema = join(folder, 'tei.rng');
  writeFileSync(schema, schemaOf(readFileSync(TEI_SCHEMA, 'utf8'), used));
  const options = { maxBuffer: 2 ** 26 };
  const args = ['--noout', '--relaxng', schema, ...files];
  const { stderr } = await promisify(execFile)('xmllint', args, options).catch(asTold);
  const invalid = files.filter((file) => !stderr.includes(`${file} validates\n`));
  return { invalid, told: stderr.replace(/^.* validates$\n?/gmu, '') };
}

/** What xmllint says of files that are not valid; anything else is a failure. */
function asTold(error: unknown): { readonly stderr: string } {
  const { stderr, code } = error as { readonly stderr?: string; readonly code?: unknown };
  if (stderr !== undefined && typeof code === 'number') return { stderr };
  throw new Error(
    'The files are validated by xmllint (Debian: libxml2-utils), which is to be installed.',
    { cause: error },
  );
}

/** A schema in which only some elements are allowed. */
function schemaOf(schema: string, used: ReadonlySet<string>): string {
  return schema.replace(
    /<define name="([^"]+)">(.*?)<\/define>/gsu,
    (whole, name: string, inside: string) => {
      const element = /<element name="([^"]+)"/u.exec(inside)?.[1];
      return element === undefined || used.has(element)
        ? whole
        : `<define name="${name}"><notAllowed/></define>`;
    },
  );
}
