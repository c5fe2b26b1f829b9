import type { Annotation, Target } from '../../domain/annotation/annotation.ts';
import type { NoteTarget } from '../../domain/annotation/note-link.ts';
import { isOnCable, isUnplaced } from '../../domain/annotation/order.ts';
import { shortened } from '../../domain/apparatus/words.ts';
import { longDate } from '../../domain/metadata/shown-date.ts';
import type { Relation } from '../../domain/relation/relation.ts';
import { pathOf } from '../../domain/tag/tree.ts';
import { type Edition, type Numbered, paragraphAt, stands } from './edition.ts';
import { passageId, tagsOn } from './highlights.ts';
import { escaped, when } from './html.ts';
import { noteText } from './note-text.ts';

/** The longest quote that is told in full, in UTF-16 code units. */
const LONGEST_QUOTE = 240;

/** Where the page of a cable's own row in the list of all cables is; null on a page that stands alone. */
export type ListOfCables = ((cableId: string) => string) | null;

/** All annotations of a cable: their words, tags, notes and links, each by its number. */
export function annotationsSection(edition: Edition, list: ListOfCables): string {
  const { annotations } = edition;
  if (annotations.length === 0) return '';
  const relations = relationsByEnd(edition);
  return `<section id="annotations">
<h2>Annotations</h2>
<ol class="annotations">
${annotations.map((one) => item(edition, one, relations.get(one.annotation.id) ?? [], list)).join('\n')}
</ol>
</section>`;
}

function item(
  edition: Edition,
  { number, annotation }: Numbered,
  relations: readonly Relation[],
  list: ListOfCables,
): string {
  const parts = [
    `<p class="quoted">${heading(edition, { number, annotation })}</p>`,
    tagList(edition, annotation),
    when(annotation.note.trim(), `<div class="note">${noteOf(edition, annotation, list)}</div>`),
    ...relations.map(
      (relation) => `<p class="link">${linkWords(edition, annotation, relation, list)}</p>`,
    ),
    ...losses(annotation).map((loss) => `<p class="loss">${escaped(loss)}</p>`),
    `<p class="signed">${escaped(signature(annotation))}</p>`,
  ];
  const name = when(annotation.verdict?.value === 'rejected', ' class="rejected"');
  return `<li id="a${number}"${name}>
${parts.filter((part) => part !== '').join('\n')}
</li>`;
}

/** The number, the words, and where they stand; each passage can be gone to. */
function heading(edition: Edition, { number, annotation }: Numbered): string {
  const label = `<span class="a-number">A${number}</span>`;
  if (isOnCable(annotation)) return `${label} <span class="whole">On the whole cable</span>`;
  const passages = annotation.targets.map((target, passage) => {
    const words = shortened(target.quote.exact.replace(/\s+/gu, ' '), LONGEST_QUOTE);
    return `<q>${escaped(words)}</q> ${placeOf(edition, target, passageId(number, passage))}`;
  });
  return `${label} ${passages.join(' … ')}`;
}

function placeOf(edition: Edition, target: Target, id: string): string {
  if (!stands(target, edition)) return '<span class="place">without a place</span>';
  const { words } = paragraphAt(edition, target.side, target.from);
  const side = target.side === 'original' ? ', original' : '';
  return `<a class="place" href="#${id}">${words}${side}</a>`;
}

function tagList(edition: Edition, annotation: Annotation): string {
  const tags = tagsOn(annotation, edition).map(
    (tag) => `<li class="t-${tag.colour}">${escaped(pathOf(tag, edition.tags))}</li>`,
  );
  return when(tags.length > 0, `<ul class="tags" aria-label="Tags">${tags.join('')}</ul>`);
}

function noteOf(edition: Edition, { note }: Annotation, list: ListOfCables): string {
  return noteText(note, (target) => leadTo(edition, target, list));
}

/** Where on the page, or in the list of cables, a link in a note leads. */
function leadTo({ record, numberOf }: Edition, { what, id }: NoteTarget, list: ListOfCables) {
  if (what === 'cable') return id === record.cable.summary.id ? '#top' : (list?.(id) ?? null);
  const number = numberOf.get(id);
  if (number !== undefined) return `#a${number}`;
  const cableId = record.others.get(id);
  return cableId ? (list?.(cableId) ?? null) : null;
}

function relationsByEnd({ record }: Edition): Map<string, Relation[]> {
  const ends = new Map<string, Relation[]>();
  for (const relation of record.relations)
    for (const id of [relation.from, relation.to])
      ends.set(id, [...(ends.get(id) ?? []), relation]);
  return ends;
}

/** “quotes A7 “the quarantine””, read from this end; with what was noted of the link. */
function linkWords(
  { record, frame, numberOf, annotations }: Edition,
  { id }: Annotation,
  { typeId, from, to, note }: Relation,
  list: ListOfCables,
): string {
  const type = frame.relationTypes.find((one) => one.id === typeId);
  const name = from === id ? type?.name : (type?.reverse ?? type?.name);
  const other = from === id ? to : from;
  const number = numberOf.get(other);
  const said = when(note.trim(), ` <span class="elsewhere">${escaped(note.trim())}</span>`);
  const begin = `<i>${escaped(name ?? 'linked with')}</i> `;
  if (number === undefined) {
    const cableId = record.others.get(other);
    const href = cableId ? list?.(cableId) : undefined;
    const words = 'an annotation of another cable';
    return begin + (href ? `<a href="${escaped(href)}">${words}</a>` : words) + said;
  }
  const quote = annotations[number - 1]?.annotation.targets[0]?.quote.exact ?? '';
  const words = shortened(quote.replace(/\s+/gu, ' '), 60);
  return `${begin}<a href="#a${number}">A${number}</a>${when(words, ` <q>${escaped(words)}</q>`)}${said}`;
}

/** Why words have no place any more; and what somebody has judged. */
function losses(annotation: Annotation): string[] {
  const { targets, verdict } = annotation;
  const lost = targets.flatMap(({ lost: reason }) => reason ?? []);
  const by = verdict?.by ? ` by ${verdict.by}` : '';
  const judged = {
    accepted: `Accepted${by}.`,
    rejected: `Rejected${by}.`,
    merged: `Merged into another annotation${by}.`,
  };
  const around = isUnplaced(annotation)
    ? targets.map(({ quote }) =>
        `Stood in: ${quote.prefix}[…]${quote.suffix}`.replace(/\s+/gu, ' '),
      )
    : [];
  return [...new Set([...lost, ...around]), ...(verdict ? [judged[verdict.value]] : [])];
}

/** “A. Reader, 21 November 2025” */
function signature({ creator, created }: Annotation): string {
  const day = longDate(created.slice(0, 10));
  return creator.trim() === '' ? day : `${creator}, ${day}`;
}
