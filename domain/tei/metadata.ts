import { correspondentsOf } from '../clean/title.ts';
import { classificationOf } from '../metadata/classification.ts';
import { isKnownDate } from '../metadata/dates.ts';
import type { MetadataEntry, MetadataField } from '../metadata/metadata.ts';
import { precedenceOf } from '../metadata/precedence.ts';
import { readSourceNote } from '../metadata/source-note.ts';
import type { Range } from '../text/range.ts';
import { TEI_MARKUP } from './rules.ts';
import { type Strand, strandOf } from './strand.ts';
import { type Element, elementsIn, firstIn, valueOf, around } from './tree.ts';

/** What an edition says of one of its documents, the better right first where a field holds one value. */
export function metadataOf(xml: string, document: Element): MetadataEntry[] {
  const source = sourceOf(document);
  const note = source && strandOf(xml, source);
  return [
    ...titleEntries(xml, document),
    ...datelineEntries(xml, document),
    ...attributeDates(document),
    ...openerEntries(xml, document),
    ...numberOfMessage(xml, document, note?.text ?? ''),
    ...signatures(xml, document),
    ...(note ? sourceEntries(note) : []),
  ];
}

function said(field: MetadataField, value: string, evidence: Range): MetadataEntry {
  return { field, value, evidence, rule: TEI_MARKUP };
}

/** The head of the document itself, not of what is enclosed in it. */
function headOf(document: Element): Element | null {
  for (const one of elementsIn(document)) {
    if (one.name !== 'head') continue;
    const inner = around(one, ({ name }) => name === 'div' || /attachment|floatingText/.test(name));
    if (inner === null || inner === document || inner.name === '') return one;
  }
  return null;
}

function* titleEntries(xml: string, document: Element): Generator<MetadataEntry> {
  const number = document.attributes.get('n');
  if (number?.value) yield said('number', number.value, { from: number.from, to: number.to });
  const head = headOf(document);
  if (!head) return;
  const strand = strandOf(xml, head);
  const lead = /^(?:No\. )?\d{1,4}[A-Za-z]?(?:\. |\n)|^No\. \d{1,4}[A-Za-z]?$/u.exec(strand.text);
  const start = lead?.[0].length ?? 0;
  const words = strand.text.slice(start);
  if (words === '') return;
  const at = (from: number, to: number) => strand.place({ from: start + from, to: start + to });
  yield said('title', words.replace(/\s+/gu, ' '), at(0, words.length));
  const pair = correspondentsOf(words);
  const named = /^(.{3,60}?)(?=,? (?:From|by|Prepared) )/.exec(words)?.[1];
  const kind = named ?? (lead && !pair && words.length < 60 ? words : null);
  if (kind) yield said('kind', kind, at(0, kind.length));
  yield* correspondents(xml, head, { words, at, pair });
}

/** The place of a stretch of the title. */
type At = (from: number, to: number) => Range;

/** The correspondents as the words of a title name them. */
type Pair = ReturnType<typeof correspondentsOf>;

/** From whom and to whom: as the head marks it, and where it does not, as its words say. */
function* correspondents(
  xml: string,
  head: Element,
  { words, at, pair }: { readonly words: string; readonly at: At; readonly pair: Pair },
): Generator<MetadataEntry> {
  const marked = [...elementsIn(head)].filter(
    (one) =>
      /^(?:from|to)$/.test(valueOf(one, 'type') ?? '') &&
      !around(one, ({ name }) => name === 'note'),
  );
  const receiver = pair ? at(pair.to.from, pair.to.to).from : Infinity;
  const isTo = (one: Element) => valueOf(one, 'type') === 'to';
  const toMarked = marked.some(isTo);
  for (const one of marked) {
    const { text, place } = strandOf(xml, one);
    // A volume now and then marks both as the sender; then the words tell who is the receiver.
    const field = isTo(one) || (!toMarked && one.to > receiver) ? 'to' : 'from';
    if (text !== '')
      yield said(field, text.replace(/\s+/gu, ' '), place({ from: 0, to: text.length }));
  }
  if (!pair || marked.length > 0) return;
  for (const field of ['from', 'to'] as const) {
    const { from, to } = pair[field];
    yield said(field, words.slice(from, to).replace(/\s+/gu, ' '), at(from, to));
  }
}

function* datelineEntries(xml: string, document: Element): Generator<MetadataEntry> {
  const line = firstIn(document, 'dateline');
  if (!line) return;
  const place = firstIn(line, 'placeName');
  if (place) {
    const { text, place: where } = strandOf(xml, place);
    const words = text.replace(/[\s,.;]+$/u, '');
    if (words !== '')
      yield said('place', words.replace(/\s+/gu, ' '), where({ from: 0, to: words.length }));
  }
  const date = firstIn(line, 'date');
  const iso = date && dateOf(date);
  if (date && iso) {
    const { text, place: where } = strandOf(xml, date);
    yield said('date', iso, where({ from: 0, to: text.length }));
  }
  const whole = strandOf(xml, line);
  const received = /\[Received ((?:at )?[^\]]+)\]/u.exec(whole.text);
  if (received?.[1]) {
    const to = received.index + received[0].length - 1;
    yield said(
      'received',
      received[1].replace(/\s+/gu, ' '),
      whole.place({ from: to - received[1].length, to }),
    );
  }
}

/** The day or the minute that a date element names, as the paper's own clock has it. */
function dateOf(date: Element): string | null {
  for (const name of ['when', 'from', 'notBefore']) {
    const iso = isoOf(valueOf(date, name));
    if (iso) return iso;
  }
  return null;
}

/** `1958-06-09T14:30:00-04:00` as `1958-06-09T14:30`; null where it is no date. */
function isoOf(value: string | null): string | null {
  const [, day, minute] =
    /^(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:T(\d\d:\d\d))?/.exec(value?.trim() ?? '') ?? [];
  if (day === undefined) return null;
  const iso = minute !== undefined && day.length === 10 ? `${day}T${minute}` : day;
  return isKnownDate(iso) ? iso : null;
}

/**
 * The date in the attributes of the document, which are in Washington's time: the day where earliest and
 * latest are of one, else as much as both have in common.
 */
function* attributeDates(document: Element): Generator<MetadataEntry> {
  const min = document.attributes.get('frus:doc-dateTime-min');
  const max = document.attributes.get('frus:doc-dateTime-max');
  const [first, last] = [isoOf(min?.value ?? null), isoOf(max?.value ?? null)];
  if (!min || !first) return;
  const date = last === null || last === first ? first : common(first, last);
  if (date) yield said('date', date, { from: min.from, to: min.to });
}

function common(first: string, last: string): string | null {
  const known = [10, 7, 4].find((length) => first.slice(0, length) === last.slice(0, length));
  return known === undefined ? null : first.slice(0, known);
}

/** Classification, precedence and the number of a despatch, as older volumes set them above the text. */
function* openerEntries(xml: string, document: Element): Generator<MetadataEntry> {
  for (const one of elementsIn(document)) {
    if (one.name !== 'seg' || one.parent?.name !== 'opener') continue;
    const { text, place } = strandOf(xml, one);
    for (const { 0: word, index } of text.matchAll(/[^\n;,]+/gu)) {
      const evidence = () => place({ from: index, to: index + word.length });
      const level = classificationOf(word);
      const precedence = precedenceOf(word);
      const number = /^No\. (\d{1,5})\.?\]?$/.exec(word)?.[1];
      if (level) yield said('classification', level, evidence());
      else if (precedence) yield said('precedence', precedence, evidence());
      else if (number) yield said('telegramNumber', number, evidence());
    }
  }
}

const MESSAGE = /telegram|airgram|cable/i;
const NUMBER = /^((?:[A-Z][a-z]{2,10} |[A-Z]{1,3}[–-])?\d{1,6})\.(?=\s|\d{1,2}\s)/;

/** The number of the message itself, with which its first paragraph begins. */
function* numberOfMessage(
  xml: string,
  document: Element,
  source: string,
): Generator<MetadataEntry> {
  const head = headOf(document);
  const openers = [...elementsIn(document)].filter(({ name }) => name === 'opener');
  const heading = [head, ...openers].flatMap((one) => (one ? [strandOf(xml, one).text] : []));
  if (![...heading, source].some((words) => MESSAGE.test(words))) return;
  const paragraphs = [...elementsIn(document)].filter(
    (one) => one.name === 'p' && !around(one, ({ name }) => name === 'note'),
  );
  const [first] = paragraphs;
  if (!first) return;
  const { text, place } = strandOf(xml, first);
  const number = NUMBER.exec(text)?.[1];
  if (!number) return;
  const counts =
    number === '1' && paragraphs.some((one) => strandOf(xml, one).text.startsWith('2. '));
  if (!counts) yield said('telegramNumber', number, place({ from: 0, to: number.length }));
}

function* signatures(xml: string, document: Element): Generator<MetadataEntry> {
  const signed = firstIn(document, 'signed');
  if (!signed) return;
  const { text, place } = strandOf(xml, signed);
  if (text !== '')
    yield said('signatory', text.replace(/\s+/gu, ' '), place({ from: 0, to: text.length }));
}

/** The note that tells where the document lies; null where none says that it does. */
function sourceOf(document: Element): Element | null {
  for (const one of elementsIn(document))
    if (one.name === 'note' && valueOf(one, 'type') === 'source') return one;
  return null;
}

function* sourceEntries({ text, place }: Strand): Generator<MetadataEntry> {
  if (text === '') return;
  yield said('sourceNote', text, place({ from: 0, to: text.length }));
  for (const { field, value, from, to } of readSourceNote(text))
    yield { field, value, evidence: place({ from, to }), rule: 'source-note' };
}
