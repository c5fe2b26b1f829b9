import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** A face that a page carries within itself. */
interface Face {
  readonly family: string;
  readonly style: 'normal' | 'italic';
  readonly weight: string;
  readonly file: string;
  /** The package that the file comes from. */
  readonly from: string;
}

/** The faces of the page: the book face, upright and italic in all weights, and the typewriter. All are under the SIL Open Font Licence. */
export const faces: readonly Face[] = [
  {
    family: 'Source Serif 4',
    style: 'normal',
    weight: '200 900',
    file: 'source-serif-4-latin-wght-normal.woff2',
    from: '@fontsource-variable/source-serif-4',
  },
  {
    family: 'Source Serif 4',
    style: 'italic',
    weight: '200 900',
    file: 'source-serif-4-latin-wght-italic.woff2',
    from: '@fontsource-variable/source-serif-4',
  },
  {
    family: 'Courier Prime',
    style: 'normal',
    weight: '400',
    file: 'courier-prime-latin-400-normal.woff2',
    from: '@fontsource/courier-prime',
  },
];

let known: string | null = null;

/** The style rules that bring the faces along, as data within the page: some 165 kB. */
export function fontRules(): string {
  return (known ??= faces.map(ruleOf).join('\n'));
}

function ruleOf(face: Face): string {
  const data = readFileSync(pathOf(face)).toString('base64');
  return `@font-face{font-family:"${face.family}";font-style:${face.style};font-weight:${face.weight};src:url(data:font/woff2;base64,${data}) format("woff2")}`;
}

/** The built program has the files beside it; where it runs from its sources, they lie in their packages. */
function pathOf({ file, from }: Face): string {
  const built = join(import.meta.dirname, 'fonts', file);
  if (existsSync(built)) return built;
  return createRequire(import.meta.url).resolve(`${from}/files/${file}`);
}
