import { z } from 'zod';
import type { Annotation } from '../annotation/annotation.ts';
import { Verdict } from '../annotation/annotation.ts';
import type { ComingAnnotation, ComingTag } from '../exchange/coming.ts';
import type { Relation, RelationType } from '../relation/relation.ts';
import type { Tag } from '../tag/tag.ts';
import { lineOf, tagsById } from '../tag/tree.ts';
import { type Features, featuresOf } from './layers.ts';

/** What all annotations of an export are told with. */
export interface Telling {
  readonly tags: ReadonlyMap<string, Tag>;
  readonly types: ReadonlyMap<string, RelationType>;
  readonly origins: ReadonlyMap<string, string>;
}

/** What annotations of a cable are told with. */
export function tellingOf(
  tags: readonly Tag[],
  types: readonly RelationType[],
  origins: ReadonlyMap<string, string>,
): Telling {
  return { tags: tagsById(tags), types: new Map(types.map((type) => [type.id, type])), origins };
}

/**
 * The features of a passage of an annotation, which is counted from 1. Where it is `whole`, it has all that the
 * annotation says, else what it belongs to.
 */
export function contentOf(
  { id, targets, tagIds, note, creator, created, modified, verdict }: Annotation,
  { passage, whole }: { readonly passage: number; readonly whole: boolean },
  { tags, origins }: Telling,
): Features {
  const place = { annotationId: id, passage, passages: targets.length };
  if (!whole) return featuresOf(place);
  const lines = tagIds.flatMap((tagId) => {
    const tag = tags.get(tagId);
    return tag ? [lineOf(tag, tags)] : [];
  });
  return featuresOf({
    ...place,
    tags: lines.map((line) => pathText(line)).join('; '),
    tagIds: lines.map((line) => `${line.at(-1)?.id ?? ''} ${pathText(line)}`).join('; '),
    note,
    creator,
    created,
    modified,
    verdict: verdict?.value ?? null,
    verdictBy: verdict?.by ?? null,
    verdictTime: verdict?.time ?? null,
    origin: origins.get(id) ?? null,
  });
}

/** The features of a relation. */
export function relationContent(
  { id, typeId, note, creator, created }: Relation,
  { types }: Telling,
): Features {
  const type = types.get(typeId);
  return featuresOf({
    relationId: id,
    typeId,
    label: type?.name ?? null,
    // One that reads the same from both ends has no other name; without one its words would say nothing of that.
    reverse: type ? (type.reverse ?? type.name) : null,
    note,
    creator,
    created,
  });
}

/** The names of a line of tags, in which the signs that part names and tags have a `\` before them. */
function pathText(line: readonly Tag[]): string {
  return line.map(({ name }) => name.replace(/[\\;›]/gu, String.raw`\$&`)).join(' › ');
}

/** Words at a sign that parts them, those with a `\` before it left out. */
function parted(words: string, sign: string): string[] {
  const parts = [''];
  for (const [found] of words.matchAll(/\\[\s\S]|[\s\S]/gu)) {
    if (found === sign) parts.push('');
    else parts[parts.length - 1] += found;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

function plain(words: string): string {
  return words.replace(/\\([\s\S])/gu, '$1');
}

const TAG_ID = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) +(.*)$/su;

/** The tags that two features tell. A tag that was renamed or put in by hand elsewhere has no id of ours. */
export function tagsIn(features: Features): ComingTag[] {
  const ids = new Map<string, string>();
  for (const entry of parted(features.get('tagIds') ?? '', ';')) {
    const [, id, path] = TAG_ID.exec(entry) ?? [];
    if (id !== undefined && path !== undefined) ids.set(path, id);
  }
  return parted(features.get('tags') ?? '', ';').map((path) => {
    const names = parted(path, '›').map(plain);
    return {
      id: ids.get(path) ?? null,
      iri: null,
      name: names.at(-1) ?? '',
      path: names.slice(0, -1),
    };
  });
}

/** What an annotation says, as features of its first passage tell it. */
export function contentIn(
  features: Features,
): Pick<
  ComingAnnotation,
  'iri' | 'tags' | 'note' | 'creator' | 'created' | 'modified' | 'verdict'
> {
  const verdict = Verdict.safeParse({
    value: features.get('verdict'),
    by: features.get('verdictBy') ?? '',
    time: features.get('verdictTime'),
  });
  return {
    iri: features.get('origin') ?? null,
    tags: tagsIn(features),
    note: features.get('note') ?? '',
    creator: features.get('creator') ?? '',
    created: timeIn(features.get('created')),
    modified: timeIn(features.get('modified')),
    ...(verdict.success ? { verdict: verdict.data } : {}),
  };
}

const Id = z.uuid();
const Time = z.iso.datetime();

/** An id of ours, where words are one. */
export function idIn(words: string | undefined): string | null {
  return Id.safeParse(words).data ?? null;
}

/** A time as ours are, where words are one. */
export function timeIn(words: string | undefined): string | null {
  return Time.safeParse(words).data ?? null;
}
