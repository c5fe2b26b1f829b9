import type { CableRecord, LibraryFrame } from '../../domain/exchange/record.ts';
import { longDate, shortDate } from '../../domain/metadata/shown-date.ts';
import { fontRules } from './fonts.ts';
import { type Frame, frameAround } from './frame.ts';
import { escaped, when } from './html.ts';
import { LIST_SCRIPT } from './script.ts';
import { STYLE } from './style.ts';

/** What stands around the lines of the list of all cables. */
export function indexFrame({ name, exported, program }: LibraryFrame, fonts: boolean): Frame {
  const styles = [fonts ? fontRules() : '', STYLE];
  const { open, close } = frameAround({ title: name, styles, script: LIST_SCRIPT });
  const day = longDate(exported.slice(0, 10));
  return {
    open: `${open}<header class="title">
<h1>${escaped(name)}</h1>
<p class="glance">A reading edition of ${day}</p>
</header>
<div class="bar">
<div class="search" role="search" hidden><input type="search" aria-label="Search titles" placeholder="Search titles, dates, posts" spellcheck="false"><output></output></div>
</div>
<main>
<table class="list">
<thead><tr><th scope="col" class="of-number">No.</th><th scope="col">Title</th><th scope="col" class="of-date">Date</th><th scope="col">From</th><th scope="col">Classification</th><th scope="col" class="of-count">Annotations</th></tr></thead>
<tbody>
`,
    close: `</tbody>
</table>
<p class="colophon">Written by Cablewright ${escaped(program)} on ${day}. These pages need nothing but a browser.</p>
</main>
${close}`,
  };
}

/** A cable's line in the list; `path` is where its page is. */
export function indexLine({ cable, annotations }: CableRecord, path: string): string {
  const { id, title, number, date, from, classification } = cable.summary;
  const cell = (words: string | null) => `<td>${escaped(words ?? '')}</td>`;
  const told = when(annotations.length > 0, String(annotations.length));
  const address = path.split('/').map(encodeURIComponent).join('/');
  return `<tr id="c-${id}"><td class="of-number">${escaped(number ?? '')}</td><td><a href="${escaped(address)}">${escaped(title)}</a></td><td class="of-date">${escaped(date === null ? '' : shortDate(date))}</td>${cell(from)}${cell(classification)}<td class="of-count">${told}</td></tr>
`;
}
