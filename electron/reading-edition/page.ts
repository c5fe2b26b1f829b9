import type { CableRecord, LibraryFrame } from '../../domain/exchange/record.ts';
import { annotationsSection, type ListOfCables } from './annotations.ts';
import { aboutSection, glance } from './about.ts';
import { apparatusSection } from './apparatus.ts';
import { bothSides } from './both-sides.ts';
import { type Edition, editionOf } from './edition.ts';
import { fontRules } from './fonts.ts';
import { wholePage } from './frame.ts';
import { escaped, when } from './html.ts';
import { SEARCH_SCRIPT } from './script.ts';
import { laneRules, STYLE } from './style.ts';

/** How a page is made. */
export interface PageChoice {
  /** Whether it brings its faces along. */
  readonly fonts: boolean;
  /** Where the list of all cables is; null where the page stands alone. */
  readonly list: ListOfCables;
}

/** The reading edition of a cable as one page that needs nothing beside it, for paper above all. */
export function editionPageOf(
  record: CableRecord,
  frame: LibraryFrame,
): { title: string; html: string } {
  return cablePage(record, frame, { fonts: true, list: null });
}

/** The page of a cable: both texts side by side, its notes, annotations and apparatus, and what is known of it. */
export function cablePage(
  record: CableRecord,
  frame: LibraryFrame,
  { fonts, list }: PageChoice,
): { title: string; html: string } {
  const edition = editionOf(record, frame);
  const { title, number } = record.cable.summary;
  const name = number === null ? title : `${number}. ${title}`;
  const both = bothSides(edition);
  const annotations = annotationsSection(edition, list);
  const apparatus = apparatusSection(edition);
  const body = `${titleBlock(edition, list)}
${bar([
  ['both', 'Text'],
  ...(edition.notes.length > 0 ? [['notes', 'Notes'] as const] : []),
  ...(annotations === '' ? [] : [['annotations', 'Annotations'] as const]),
  ...(apparatus === '' ? [] : [['apparatus', 'Apparatus'] as const]),
  ['about', 'About'],
])}
<main id="both">
${both.html}
${annotations}
${apparatus}
${aboutSection(edition)}
</main>`;
  const styles = [fonts ? fontRules() : '', STYLE, laneRules(both.deepest)];
  return { title: name, html: wholePage({ title: name, styles, script: SEARCH_SCRIPT, body }) };
}

function titleBlock(edition: Edition, list: ListOfCables): string {
  const { title, number, id } = edition.record.cable.summary;
  const library = escaped(edition.frame.name);
  const above = list
    ? `<p class="library"><a href="${escaped(list(id))}">${library}</a></p>\n`
    : '';
  const facts = glance(edition);
  return `<header class="title">
${above}<h1>${when(number, `<span class="number">${escaped(number ?? '')}</span> `)}${escaped(title)}</h1>
${when(facts, `<p class="glance">${facts}</p>\n`)}</header>`;
}

/** The bar over the text: what the page holds, which side is shown, and the search, which the script brings into sight. */
function bar(parts: readonly (readonly [id: string, name: string])[]): string {
  const links = parts.map(([id, name]) => `<a href="#${id}">${name}</a>`).join('');
  const views = [
    ['both-sides', 'Both sides', ' checked'],
    ['original', 'Original', ''],
    ['transcription', 'Transcription', ''],
  ].map(
    ([id, name, checked]) =>
      `<label><input type="radio" name="view" id="view-${id}"${checked}> ${name}</label>`,
  );
  return `<div class="bar" role="region" aria-label="Ways through the page">
<nav aria-label="On this page">${links}</nav>
<fieldset class="views"><legend class="by-ear">Shown</legend>${views.join('')}</fieldset>
<div class="search" role="search" hidden><input type="search" aria-label="Search on this page" placeholder="Search on this page" spellcheck="false"><button type="button" data-by="-1" aria-label="The place before">↑</button><button type="button" data-by="1" aria-label="The next place">↓</button><output></output></div>
</div>`;
}
