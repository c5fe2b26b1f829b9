import { fieldNames } from '../../domain/metadata/field-names.ts';
import { datedFields, emendationOf, valuesOf } from '../../domain/metadata/effective.ts';
import { MetadataField } from '../../domain/metadata/metadata.ts';
import { longDate } from '../../domain/metadata/shown-date.ts';
import { pathOf } from '../../domain/tag/tree.ts';
import type { Edition } from './edition.ts';
import { count, escaped, when } from './html.ts';

/** What a reader wants to know of a cable at a glance, under its title. */
export function glance({ record: { cable } }: Edition): string {
  const first = (field: MetadataField) => valuesOf(cable, field)[0];
  const drafter = first('drafter');
  const date = first('date');
  const facts = [
    first('classification'),
    first('precedence'),
    date && longDate(date),
    drafter && `drafted by ${drafter}`,
  ];
  return facts.flatMap((words) => (words ? escaped(words) : [])).join(' · ');
}

/** What is known of the cable, where it comes from, and how the page is to be read. */
export function aboutSection(edition: Edition): string {
  return `<section id="about">
<h2>About this cable</h2>
<dl class="facts">
${[...fields(edition), ...origin(edition)].join('\n')}
</dl>
${tagsUsed(edition)}${SIGNS}
${colophon(edition)}
</section>`;
}

function fact(name: string, values: readonly string[]): string[] {
  if (values.length === 0) return [];
  const told = values.map((value) => `<dd>${value}</dd>`).join('');
  return [`<div><dt>${escaped(name)}</dt>${told}</div>`];
}

function fields({ record: { cable } }: Edition): string[] {
  return MetadataField.options.flatMap((field) => {
    const emended = emendationOf(cable, field);
    const values = valuesOf(cable, field).map((value) =>
      escaped(datedFields.has(field) ? longDate(value) : value),
    );
    const by = emended ? ` <span class="why">emended by ${escaped(emended.author)}</span>` : '';
    return fact(
      fieldNames[field],
      values.map((value, index) => (index === 0 ? value + by : value)),
    );
  });
}

const STATES = {
  imported: 'Imported; proposals of the cleaning wait for a person',
  cleaned: 'Cleaned',
  corrected: 'Corrected',
  proofread: 'Proofread against the original',
};

function origin({ record: { cable, revisions } }: Edition): string[] {
  const { original, summary, edition } = cable;
  const { state, author } = summary.review;
  const read = STATES[state] + when(author, ` (${author ?? ''})`);
  const last = revisions.reduce((latest, { ended }) => (ended > latest ? ended : latest), '');
  return [
    ...fact('State of the text', [escaped(read)]),
    ...(last === '' ? [] : fact('Last worked on', [longDate(last.slice(0, 10))])),
    ...(edition
      ? fact('Edition', [escaped(`${edition.edition.title}, document ${edition.document}`)])
      : []),
    ...fact('File of the original', [
      escaped(`${original.fileName} (${count(original.byteLength, 'byte')}, ${original.encoding})`),
    ]),
    ...fact('SHA-256 of the original', [`<code>${original.sha256}</code>`]),
  ];
}

/** The tags that annotations of the page bear, with what they mean and how often they are there. */
function tagsUsed({ annotations, tags }: Edition): string {
  const uses = new Map<string, number>();
  for (const { annotation } of annotations)
    for (const id of annotation.tagIds) uses.set(id, (uses.get(id) ?? 0) + 1);
  const told = [...uses]
    .flatMap(([id, number]) => {
      const tag = tags.get(id);
      return tag ? { tag, path: pathOf(tag, tags), number } : [];
    })
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ tag, path, number }) => {
      const meaning = when(tag.description.trim(), ` ${escaped(tag.description.trim())}`);
      return `<dt><span class="tag t-${tag.colour}">${escaped(path)}</span></dt><dd>${count(number, 'annotation')}.${meaning}</dd>`;
    });
  return when(
    told.length > 0,
    `<h3>Tags on this page</h3>\n<dl class="rules">\n${told.join('\n')}\n</dl>\n`,
  );
}

const SIGNS = `<h3>How this page is to be read</h3>
<ul class="signs">
<li><span class="face">The original</span> is the text of the scan as it was imported. <span class="left">Faint words</span> have left the reading text; <span class="left struck">those struck through</span> were struck out by the writer.</li>
<li>The transcription is what the original says when it has been cleaned and corrected. <span class="emended">Words with a fine double rule</span> were emended, <span class="caret"></span> words were put in or taken away; the apparatus says by whom and why. <span class="proposal">A dotted rule</span> marks what is only proposed. <span class="page" data-n=""></span> A bar is the end of a page.</li>
<li><mark class="h l0 t-blue">Words that were annotated</mark><span class="a-mark" data-n="1"></span> have a rule for each tag, of its own colour and pattern, and the number of the annotation behind them. Marks such as <span class="n-mark" data-n="2"></span> refer to the notes of the edition.</li>
</ul>`;

function colophon({ frame, record }: Edition): string {
  const { name, exported, program } = frame;
  const day = longDate(exported.slice(0, 10));
  return `<p class="colophon">From the library “${escaped(name)}”, state ${record.cable.version} of the transcription. Written by Cablewright ${escaped(program)} on ${day}. This page needs nothing but a browser.</p>`;
}
