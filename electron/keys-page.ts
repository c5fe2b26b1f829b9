import { keySections } from '../domain/help/keys.ts';
import { escaped } from './reading-edition/html.ts';
import { fontRules } from './reading-edition/fonts.ts';
import { wholePage } from './reading-edition/frame.ts';
import type { PaperPage } from './paper.ts';

const TITLE = 'Cablewright: keys';

const STYLE = `
  @page { margin: 14mm 14mm 16mm; }
  body { margin: 0; font: 9pt/1.35 "Source Serif 4", Georgia, serif; color: #221d18; }
  h1 { font-size: 15pt; margin: 0 0 4mm; }
  main { columns: 2; column-gap: 9mm; }
  section { break-inside: auto; margin-bottom: 4mm; }
  h2 { font-size: 9.5pt; margin: 0 0 1mm; break-after: avoid; }
  dl { margin: 0; }
  div { display: flex; gap: 4mm; justify-content: space-between; border-bottom: .2mm solid #d9d1c4; padding: .6mm 0; break-inside: avoid; }
  dd { margin: 0; white-space: nowrap; text-align: right; }
  kbd { font: inherit; }
`;

/** The page of keys as it comes out on paper: only what has a key, in two columns. */
export function keysPage(mac: boolean): PaperPage {
  const sections = keySections(mac).map(({ title, lines }) => {
    const told = lines
      .filter(({ keys }) => keys.length > 0)
      .map(({ does, keys }) => {
        const names = keys.map((key) => `<kbd>${escaped(key)}</kbd>`).join(', ');
        return `<div><dt>${escaped(does)}</dt><dd>${names}</dd></div>`;
      });
    if (told.length === 0) return '';
    return `<section><h2>${escaped(title)}</h2><dl>${told.join('')}</dl></section>`;
  });
  const body = `<h1>Keys</h1><main>${sections.join('\n')}</main>`;
  const styles = [fontRules(), STYLE];
  return { title: TITLE, html: wholePage({ title: TITLE, styles, script: '', body }) };
}
