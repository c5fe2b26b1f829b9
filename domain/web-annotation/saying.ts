import type { ComingTag } from '../exchange/coming.ts';
import type { LossKind } from '../exchange/telling.ts';
import { isAbsoluteIri } from '../vocabulary/identity.ts';
import { idOf, isObject, type JsonObject, labelIn, listed, typesOf, wordsIn } from './json.ts';
import { tagByIri, tagOf } from './tags.ts';

/** What an annotation says. */
export interface Said {
  readonly note: string;
  readonly tags: readonly ComingTag[];
  /** What it links to by its IRI. */
  readonly links: readonly string[];
  /** What a relation is called, with the property it stands for. */
  readonly type: { readonly name: string; readonly subject: unknown } | null;
  readonly losses: readonly LossKind[];
}

const HTML: LossKind = {
  kind: 'html',
  sentence: 'Notes written in HTML are kept as they are written, with their markup.',
};
const PURPOSE: LossKind = {
  kind: 'purpose',
  sentence:
    'Notes made for a purpose of their own (editing, questioning, assessing …) are notes like others.',
};
const NO_WORDS: LossKind = {
  kind: 'body',
  sentence:
    'What annotations say otherwise than in words (images, sounds, data) is left out, or kept as a link.',
};
const LONG_TAG: LossKind = {
  kind: 'long-tag',
  sentence: 'Tags of more than 80 characters are kept in the note.',
};
const AUTHORS: LossKind = {
  kind: 'body-author',
  sentence: 'Who wrote which part of an annotation is not kept apart; all is by its author.',
};

/** One thing that an annotation says. */
interface Body {
  readonly purpose: string;
  readonly words: string | null;
  readonly iri: string | null;
  readonly label: string | null;
  readonly body: JsonObject;
}

/** What stands for a tag, and what for a note that is nothing but one. */
const TAGGING = ['tagging', 'classifying', 'identifying'];
const NOTING = ['commenting', 'describing', 'replying', 'linking', 'highlighting', 'bookmarking'];

/** Reads what an annotation says: its bodies, each by its purpose, or by that of the annotation where it has none. */
export function saidBy(node: JsonObject): Said {
  const [only = '', another] = motivationsOf(node);
  const usual = only === '' || another !== undefined ? 'commenting' : only;
  const bodies = [node['body'], node['bodyValue']].flatMap((told) => bodiesIn(told, usual));
  const parts = bodies.map(partOf);
  const type = bodies.find(({ purpose, words }) => purpose === 'classifying' && words !== null);
  const author = authorOf(node);
  const others = bodies.some(({ body }) => !['', author].includes(authorOf(body)));
  return {
    note: parts.flatMap(({ note }) => (note === '' ? [] : [note])).join('\n\n'),
    tags: distinct(parts.flatMap(({ tag }) => tag ?? [])),
    links: parts.flatMap(({ link }) => link ?? []),
    type: type ? { name: type.words ?? '', subject: type.body['dcterms:subject'] } : null,
    losses: [
      ...new Set(parts.flatMap(({ losses }) => losses)),
      ...(others && author !== '' ? [AUTHORS] : []),
    ],
  };
}

/** What one body comes to: a tag, or something for the note, or a link. */
interface Part {
  readonly tag: ComingTag | null;
  readonly note: string;
  readonly link: string | null;
  readonly losses: readonly LossKind[];
}

function partOf(one: Body): Part {
  const { purpose, words, iri, label, body } = one;
  const isTag = TAGGING.includes(purpose);
  const tag = isTag ? tagIn(one) : null;
  const nothing = { tag, note: '', link: null, losses: [] };
  if (tag || words?.trim() === '') return nothing;
  if (words === null && iri === null) return { ...nothing, losses: [NO_WORDS] };
  const odd = isTag ? [LONG_TAG] : NOTING.includes(purpose) ? [] : [PURPOSE];
  if (words !== null) {
    const html = wordsIn(body['format']) === 'text/html' ? [HTML] : [];
    return { ...nothing, note: words, losses: [...odd, ...html] };
  }
  return {
    ...nothing,
    note: purpose === 'linking' ? '' : linkTo(iri ?? '', label),
    link: iri,
    losses: [...odd, ...(isLinkOnly(body) ? [] : [NO_WORDS])],
  };
}

function tagIn({ words, iri, label, body }: Body): ComingTag | null {
  return words === null ? tagByIri(iri ?? '', label) : tagOf(words, body['dcterms:subject']);
}

/** The bodies of an annotation, each with its purpose. Of a choice the first is taken. */
function bodiesIn(value: unknown, usual: string, depth = 0): Body[] {
  if (depth > 10) return [];
  return listed(value).flatMap((one) => {
    if (typeof one === 'string') {
      const iri = isAbsoluteIri(one) ? one : null;
      return [{ purpose: usual, words: iri === null ? one : null, iri, label: null, body: {} }];
    }
    if (!isObject(one)) return [];
    const items = listed(one['items']);
    const purpose = localName(listed(one['purpose'])[0]) ?? usual;
    if (items.length > 0)
      return bodiesIn(typesOf(one).includes('Choice') ? items[0] : items, purpose, depth + 1);
    return [bodyOf(one, purpose)];
  });
}

function bodyOf(body: JsonObject, purpose: string): Body {
  const { value, source } = body;
  // Words, or what a vocabulary of Recogito has: a label with its IRI.
  const words = labelIn(value) ?? labelIn(body['rdf:value']) ?? labelIn(body['chars']);
  const named = isObject(value) ? value : isObject(source) ? source : null;
  const label = named && (labelIn(named['label']) ?? labelIn(named['title']));
  if (isObject(value) && words === null && label !== null)
    return { purpose, words: null, iri: idOf(value) ?? label, label, body };
  const iri = words === null ? (idOf(source) ?? idOf(body)) : null;
  return { purpose, words, iri, label, body };
}

/** A link in Markdown to what an annotation names. */
function linkTo(iri: string, label: string | null): string {
  return label === null ? `<${iri}>` : `[${label.replace(/[\\[\]]/gu, String.raw`\$&`)}](<${iri}>)`;
}

/** Whether a body is the name of something and no more. */
function isLinkOnly(body: JsonObject): boolean {
  return typesOf(body).every((type) => ['SpecificResource', 'Text', 'TextualBody'].includes(type));
}

function distinct(tags: readonly ComingTag[]): ComingTag[] {
  const all = new Map(
    tags.map((tag) => [JSON.stringify([tag.id, tag.iri, tag.path, tag.name]), tag]),
  );
  return [...all.values()];
}

/** A word of the vocabulary without what says whose it is: `oa:tagging`. */
function localName(value: unknown): string | null {
  return idOf(value)?.replace(/^.*[/#:]/u, '') ?? null;
}

/** The motivations of an annotation. */
export function motivationsOf(node: JsonObject): string[] {
  return listed(node['motivation']).flatMap((one) => localName(one) ?? []);
}

/** Who made something, by name; empty where nobody is told. Of several all are named. */
export function authorOf(node: JsonObject): string {
  return listed(node['creator'])
    .flatMap((one) => nameOf(one) ?? [])
    .join('; ');
}

function nameOf(agent: unknown): string | null {
  if (!isObject(agent)) return wordsIn(agent);
  const names = [agent['name'], agent['nickname'], agent['email'], agent['id'], agent['@id']];
  return names.map(labelIn).find((name) => name !== null && name !== '') ?? null;
}
