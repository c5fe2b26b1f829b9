import type { Database } from '../store/database.ts';
import { within, type Apart } from './merged.ts';

/** An operation as it stands in the journal, whatever it is. */
type Raw = Record<string, unknown>;

interface Row {
  readonly forward: string;
  readonly inverse: string;
}

/**
 * What two people have changed, each without knowing of the other, so that it is not the same now: told from
 * their two journals and tables alone, and in another way than merging does. Things have the names that
 * conflicts have.
 */
export function changedByBoth({ a, b, since }: Apart): string[] {
  const [mine, theirs] = [a, b].map((path) => within(path, (db) => touchedSince(db, since)));
  if (!mine || !theirs) return [];
  const both = [...mine].filter((thing) => theirs.has(thing));
  const [here, there] = [a, b].map((path) =>
    within(path, (db) => new Map(both.map((thing) => [thing, valueOf(db, thing)]))),
  );
  return both
    .filter((thing) => {
      const [one, other] = [here?.get(thing) ?? '', there?.get(thing) ?? ''];
      return one !== other && !(thing.startsWith('change:') && saysNothing(one, other));
    })
    .toSorted();
}

/**
 * Whether nobody has said anything against the other: cleaning has found something, or finds it no more; or
 * what one has decided stands so by itself.
 */
function saysNothing(one: string, other: string): boolean {
  const [[status, by] = [], [otherStatus, otherBy] = []] = [one, other].map(
    (value) => (JSON.parse(value) as (string | null)[][])[0],
  );
  if (status === undefined || otherStatus === undefined) return true;
  return status === otherStatus || (by === null && otherBy === null);
}

/** All that either of two people has touched. */
export function changedByAny({ a, b, since }: Apart): Set<string> {
  const all = [a, b].flatMap((path) => [...within(path, (db) => touchedSince(db, since))]);
  return new Set(all);
}

function touchedSince(db: Database, since: number): Set<string> {
  const rows = db
    .prepare<[number], Row>('SELECT forward, inverse FROM journal WHERE sequence > ?')
    .all(since);
  return new Set(rows.flatMap(({ forward, inverse }) => namesIn(list(forward), list(inverse))));
}

function list(json: string): Raw[] {
  return JSON.parse(json) as Raw[];
}

function namesIn(done: readonly Raw[], back: readonly Raw[]): string[] {
  const before = new Map(back.flatMap(emendationsIn).map((one) => [one['id'], said(one)]));
  return done.flatMap((operation) => {
    if (operation['type'] !== 'text.turn') return namesOf(operation);
    const { remove } = operation['emendations'] as { remove: string[] };
    // One that only moved with its text, or was lost, is as it was.
    const put = emendationsIn(operation).filter((one) => before.get(one['id']) !== said(one));
    return [
      ...namesOf(operation),
      ...remove.map((id) => `emendation:${id}`),
      ...put.map(({ id }) => `emendation:${String(id)}`),
    ];
  });
}

function emendationsIn(operation: Raw): Raw[] {
  if (operation['type'] !== 'text.turn') return [];
  return (operation['emendations'] as { put: Raw[] }).put;
}

function said({ insert, author, time, reason, note, witness }: Raw): string {
  return JSON.stringify([insert, author, time, reason, note, witness]);
}

function namesOf(operation: Raw): string[] {
  const cable = String(operation['cableId']);
  const id = String(operation['id']);
  switch (String(operation['type'])) {
    case 'annotation.put':
      return [`annotation:${(operation['annotation'] as { id: string }).id}`];
    case 'annotation.remove':
      return [`annotation:${id}`];
    case 'annotations.tag':
      return (operation['tagged'] as { id: string }[]).map((one) => `annotation:${one.id}`);
    case 'annotations.put':
      return (operation['alike'] as { at: [string, string][] }[]).flatMap(({ at }) =>
        at.map(([one]) => `annotation:${one}`),
      );
    case 'annotations.remove':
      return (operation['ids'] as string[]).map((one) => `annotation:${one}`);
    case 'text.turn': {
      const { remove, put } = operation['changes'] as { remove: Raw[]; put: Raw[] };
      return [...remove, ...put].map(
        ({ from, to, rule }) => `change:${cable}:${String(from)}-${String(to)}-${String(rule)}`,
      );
    }
    case 'emendation.explain':
      return [`emendation:${id}`];
    case 'tag.put':
    case 'relation.put':
    case 'relationType.put':
    case 'search.put': {
      const [kind = ''] = String(operation['type']).split('.');
      return [`${kind}:${(operation[kind] as { id: string }).id}`];
    }
    case 'tag.remove':
    case 'relation.remove':
    case 'relationType.remove':
    case 'search.remove':
    case 'gazetteer.put':
    case 'gazetteer.remove':
      return [`${String(operation['type']).split('.')[0] ?? ''}:${id}`];
    case 'field.put':
      return [`field:${cable}:${String(operation['field'])}`];
    case 'review.put':
      return [`review:${cable}`];
    case 'cables.discard':
      return (operation['discarded'] as { ids: string[] }[]).flatMap(({ ids }) =>
        ids.map((one) => `discard:${one}`),
      );
    case 'cables.restore':
      return (operation['ids'] as string[]).map((one) => `discard:${one}`);
    case 'revision.name':
      return [`revision:${id}`];
    case 'rule.switch':
      return [`rule:${String(operation['rule'])}`];
    default:
      return [];
  }
}

/** What is asked of a thing, and what of it means something. */
const QUESTIONS: Readonly<Record<string, string>> = {
  annotation: `SELECT note, verdict, (SELECT group_concat(tag_id) FROM annotation_tag
      WHERE annotation_id = annotation.id ORDER BY ordinal) FROM annotation WHERE id = ?`,
  emendation: 'SELECT insertion, reason, note FROM emendation WHERE id = ?',
  tag: 'SELECT name, colour, description, parent_id, key FROM tag WHERE id = ?',
  relation: 'SELECT type_id, from_id, to_id, note FROM relation WHERE id = ?',
  relationType: 'SELECT name, reverse, description FROM relation_type WHERE id = ?',
  search: 'SELECT name, query FROM saved_search WHERE id = ?',
  gazetteer: 'SELECT value FROM gazetteer WHERE id = ?',
  review: 'SELECT state FROM vouch WHERE cable_id = ?',
  discard: 'SELECT 1 FROM discarded_cable WHERE cable_id = ?',
  revision: 'SELECT message FROM revision WHERE id = ?',
  rule: 'SELECT 1 FROM switched_off_rule WHERE rule = ?',
};

function valueOf(db: Database, thing: string): string {
  const [kind = '', first = '', ...rest] = thing.split(':');
  const ask = (question: string, ...of: string[]) =>
    JSON.stringify(
      db
        .prepare(question)
        .raw()
        .all(...of),
    );
  if (kind === 'field')
    return ask(
      'SELECT readings FROM field_emendation WHERE cable_id = ? AND field = ?',
      first,
      rest.join(':'),
    );
  if (kind !== 'change') return ask(QUESTIONS[kind] ?? 'SELECT ?', first);
  return ask(
    `SELECT status, iif(decided_by IS NULL, NULL, 1) FROM change WHERE cable_id = ?
        AND from_at || '-' || to_at || '-' || rule = ?`,
    first,
    rest.join(':'),
  );
}
