import type { Coming, ComingAnnotation } from '../exchange/coming.ts';
import type { Loss } from '../exchange/loss.ts';
import { type LossKind, onOneLine } from '../exchange/telling.ts';
import { namedText } from '../web-annotation/iri.ts';
import {
  idOf,
  isObject,
  type JsonObject,
  labelIn,
  listed,
  timeIn,
  wordsIn,
} from '../web-annotation/json.ts';
import { answering, type Reply } from '../web-annotation/replies.ts';
import { selectedBy } from '../web-annotation/selecting.ts';
import { namedTag } from '../web-annotation/tags.ts';

const NOT_READ: LossKind = {
  kind: 'no-annotation',
  sentence: 'Entries of the file that are no annotations are left out.',
};
const PRIVATE: LossKind = {
  kind: 'private',
  sentence:
    'Annotations that were for their author alone are seen by everybody who has the library.',
};
const GROUP: LossKind = {
  kind: 'group',
  sentence: 'Which group annotations were made in is not kept.',
};
const HIDDEN: LossKind = {
  kind: 'hidden',
  sentence: 'Annotations that a moderator has hidden are annotations like others here.',
};
const LONG_TAG: LossKind = {
  kind: 'long-tag',
  sentence: 'Tags of more than 80 characters are kept in the note.',
};

/**
 * The annotations in what the API of Hypothesis sends (`rows`), or its export holds (`annotations`), or a list
 * of such. Notes are Markdown there as here. A reply stands on the words of what it answers, and a
 * relation says what that is. A page note is about the whole cable.
 */
export function readHypothesis(json: unknown): Coming {
  const losses: Loss[] = [];
  const told = (kind: LossKind, what: string) =>
    losses.push({ ...kind, what, cableId: null, annotationId: null });
  const annotations = new Map<string, ComingAnnotation>();
  const replies: Reply[] = [];
  for (const [index, row] of rowsIn(json).entries()) {
    if (!isObject(row) || !isRow(row)) {
      told(NOT_READ, `Entry ${index + 1}`);
      continue;
    }
    const { annotation, kinds } = annotationOf(row, index + 1);
    for (const kind of kinds) told(kind, calledBy(annotation));
    const parent = wordsIn(listed(row['references']).at(-1));
    if (parent === null) annotations.set(annotation.key, annotation);
    else replies.push({ annotation, to: iriOf(parent) });
  }
  const all = answering({ annotations: [...annotations.values()], relations: [] }, replies, told);
  return { format: 'Hypothesis', ...all, losses };
}

/** Whether what a JSON file holds looks like annotations of Hypothesis. */
export function isHypothesis(json: unknown): boolean {
  if (isObject(json) && 'export_userid' in json && Array.isArray(json['annotations'])) return true;
  const [first] = rowsIn(json);
  return isObject(first) && isRow(first);
}

function rowsIn(json: unknown): readonly unknown[] {
  if (!isObject(json)) return listed(json);
  const { rows, annotations, replies } = json;
  const told = [rows, annotations].find((one) => Array.isArray(one));
  // A search with separate replies has them in a list of their own.
  return told === undefined ? [json] : [...listed(told), ...listed(replies)];
}

/** Whether an object is an annotation of Hypothesis: about an address, by a user, in words or with tags. */
function isRow(row: JsonObject): boolean {
  const says = typeof row['text'] === 'string' || Array.isArray(row['tags']);
  return typeof row['uri'] === 'string' && says && row['motivation'] === undefined;
}

function annotationOf(row: JsonObject, number: number) {
  const id = wordsIn(row['id']);
  const iri = id === null ? null : iriOf(id);
  const words = listed(row['tags']).flatMap((tag) => wordsIn(tag) ?? []);
  const tags = words.flatMap((word) => namedTag(word) ?? []);
  const long = words.filter((word) => word.trim() !== '' && namedTag(word) === null);
  const note = [wordsIn(row['text']) ?? '', ...long].filter((part) => part !== '').join('\n\n');
  const annotation: ComingAnnotation = {
    key: iri ?? `#${number}`,
    id: null,
    iri,
    source: sourceOf(row),
    targets: listed(row['target']).flatMap(targetOf),
    tags,
    note,
    creator: creatorOf(row),
    created: timeIn(row['created']),
    modified: timeIn(row['updated']),
  };
  return { annotation, kinds: [...(long.length > 0 ? [LONG_TAG] : []), ...kindsOf(row)] };
}

/** What Hypothesis calls an annotation on the net. */
function iriOf(id: string): string {
  return `https://hypothes.is/a/${id}`;
}

function sourceOf(row: JsonObject): ComingAnnotation['source'] {
  const name = wordsIn(row['uri']);
  const named = namedText(name ?? '');
  return { cableId: named?.cableId ?? null, sha256: named?.sha256 ?? null, name };
}

/** A passage: its positions are those of a page, in UTF-16 code units. A target without selectors is the whole page. */
function targetOf(target: unknown): ComingAnnotation['targets'] {
  const selectors = isObject(target) ? listed(target['selector']) : [];
  if (selectors.length === 0) return [];
  const { quote, positions } = selectedBy(selectors);
  const side = namedText(idOf(isObject(target) ? target['source'] : null) ?? '')?.side ?? null;
  return [
    { side, quote, positions: positions.map(({ from, to }) => ({ from, to, unit: 'utf-16' })) },
  ];
}

/** Who made an annotation: the name shown, else that of the account (`acct:name@hypothes.is`). */
function creatorOf(row: JsonObject): string {
  const info = row['user_info'];
  const shown = isObject(info) ? labelIn(info['display_name']) : null;
  if (shown !== null && shown !== '') return shown;
  const account = wordsIn(row['user']) ?? '';
  return /^acct:([^@]+)@/u.exec(account)?.[1] ?? account;
}

/** What is told of an annotation that a library does not keep. */
function kindsOf(row: JsonObject): LossKind[] {
  const permissions = row['permissions'];
  const readers = isObject(permissions) ? listed(permissions['read']) : [];
  const group = wordsIn(row['group']);
  const isPrivate = readers.length > 0 && readers.every((reader) => reader === row['user']);
  return [
    ...(isPrivate ? [PRIVATE] : []),
    ...(group !== null && group !== '__world__' ? [GROUP] : []),
    ...(row['hidden'] === true ? [HIDDEN] : []),
  ];
}

function calledBy({ targets: [first], note, key }: ComingAnnotation): string {
  const words = first?.quote?.exact ?? note;
  return words === '' ? key : `“${onOneLine(words)}”`;
}
