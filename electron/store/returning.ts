import { fail } from '../../domain/failure.ts';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import type { Relation, RelationType } from '../../domain/relation/relation.ts';
import { sameName, type Tag } from '../../domain/tag/tag.ts';
import type { Returned } from '../../domain/tei/returning/returned.ts';
import type { ReadyDocument } from '../import/pipeline.ts';
import { originTable } from './exchange/origins.ts';
import type { Library } from './library.ts';

/**
 * Adds a cable that comes back from a file of ours, with all that was done to it, under the ids it had; tells
 * what of it could not be taken over. What the library has already is left as it is. Only within a
 * transaction.
 */
export function addReturned(
  library: Library,
  { bytes, sha256, prepared }: ReadyDocument,
  returned: Returned,
): { readonly cableId: string; readonly warnings: readonly string[] } {
  const { cables, sketches, db } = library;
  const { cableId, original, version, edition, vouch } = returned;
  refuseTaken(library, cableId, original.fileName);
  const { importedAt, ...rest } = original;
  cables.add(cableId, importedAt, { ...rest, sha256, bytes }, prepared.cleaning, prepared.cleaned);
  sketches.add(cableId, prepared.sketch);
  if (edition) {
    const { names, document } = edition;
    cables.editions.add(cableId, { ...edition.edition, names }, document);
    cables.editions.addNames(cableId, names);
  }
  const decided = returned.changes.filter(
    ({ decidedBy, decidedAt }) => decidedBy !== null || decidedAt !== null,
  );
  cables.replaceLayers(
    cableId,
    { remove: [], put: decided },
    { remove: [], put: [...returned.emendations] },
  );
  db.prepare('UPDATE cable SET version = ? WHERE id = ?').run(version, cableId);
  for (const emendation of returned.fieldEmendations)
    cables.emendField(cableId, emendation.field, emendation);
  if (vouch) cables.putVouch(cableId, vouch);
  cables.writeIndex(cableId);
  return { cableId, warnings: [...returned.warnings, ...addAnnotations(library, returned)] };
}

function refuseTaken({ db }: Library, cableId: string, fileName: string): void {
  const taken = db.prepare('SELECT 1 FROM cable WHERE id = ?').get(cableId);
  if (taken)
    fail(
      'bad-input',
      `The cable of ${fileName} has the id of another cable of this library, with another original. It was not imported; import the original itself.`,
    );
}

/** Adds what stands on the cable, and the words it is said with; tells what could not be taken over. */
function addAnnotations(library: Library, returned: Returned): string[] {
  const { annotations, db } = library;
  const isFree = (id: string) => annotations.find(id) === null;
  const fresh = returned.annotations.filter(({ id }) => isFree(id));
  const tagOf = putTags(library, returned.tags, usedIn(fresh));
  for (const each of fresh)
    annotations.put({
      ...each,
      tagIds: [...new Set(each.tagIds.flatMap((id) => tagOf(id) ?? []))],
    });
  const origins = originTable(db);
  const ids = new Set(fresh.map(({ id }) => id));
  for (const [id, iri] of returned.origins) if (ids.has(id)) origins.put(id, iri);
  const waiting = putRelations(library, returned.relations, returned.relationTypes);
  return [
    ...several(returned.annotations.length - fresh.length, (one, count) =>
      one
        ? 'One annotation of the file stands on another cable of this library already; it was left there.'
        : `${count} annotations of the file stand on other cables of this library already; they were left there.`,
    ),
    ...several(waiting, (one, count) =>
      one
        ? 'One link leads to an annotation that is not in this library; it comes with the cable of that one.'
        : `${count} links lead to annotations that are not in this library; they come with the cables of those.`,
    ),
  ];
}

function several(count: number, sentence: (one: boolean, count: number) => string): string[] {
  return count === 0 ? [] : [sentence(count === 1, count)];
}

function usedIn(annotations: readonly Annotation[]): Set<string> {
  return new Set(annotations.flatMap(({ tagIds }) => tagIds));
}

/**
 * Adds those of some tags that are used and the library has not, with those above them; gives what each is called here. A tag of
 * the library that has the very name in the very place stands for one with another id.
 */
function putTags(
  { tags, index }: Library,
  told: readonly Tag[],
  used: ReadonlySet<string>,
): (id: string) => string | null {
  const byId = new Map(told.map((tag) => [tag.id, tag]));
  const here = new Map<string, string>();
  const known = tags.list();
  const keys = new Set(known.flatMap(({ key }) => key ?? []));
  const put = (id: string, below: ReadonlySet<string>): string | null => {
    const own = here.get(id) ?? known.find((tag) => tag.id === id)?.id;
    if (own !== undefined) return own;
    const tag = byId.get(id);
    if (!tag || below.has(id)) return null;
    const parentId = tag.parentId === null ? null : put(tag.parentId, new Set([...below, id]));
    // Names are told apart among the tags below one tag, not in the whole vocabulary.
    const same = known.find((one) => one.parentId === parentId && sameName(one.name, tag.name));
    if (!same) {
      const added = {
        ...tag,
        parentId,
        key: tag.key !== null && keys.has(tag.key) ? null : tag.key,
      };
      if (added.key !== null) keys.add(added.key);
      tags.put(added);
      known.push(added);
      index.renamed();
    }
    here.set(id, same?.id ?? id);
    return same?.id ?? id;
  };
  for (const id of used) put(id, new Set());
  return (id) => here.get(id) ?? known.find((tag) => tag.id === id)?.id ?? null;
}

/** Adds the relations both of whose ends are there; tells how many are not. */
function putRelations(
  { annotations, relations }: Library,
  told: readonly Relation[],
  types: readonly RelationType[],
): number {
  const byId = new Map(types.map((type) => [type.id, type]));
  let waiting = 0;
  for (const relation of told) {
    const { id, typeId, from, to } = relation;
    const type = relations.types.find(typeId) ?? byId.get(typeId) ?? null;
    if (relations.find(id)) continue;
    if (!type || !annotations.find(from) || !annotations.find(to)) {
      waiting += 1;
      continue;
    }
    if (!relations.types.find(typeId)) relations.types.put(type);
    relations.put(relation);
  }
  return waiting;
}
