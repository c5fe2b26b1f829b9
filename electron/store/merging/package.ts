import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { v7 as newId } from 'uuid';
import type { RequestOutput } from '../../../domain/contract.ts';
import { fail } from '../../../domain/failure.ts';
import type { CableChoice } from '../../../domain/library/choice.ts';
import { lineOf, tagsById } from '../../../domain/tag/tree.ts';
import { throttled } from '../../import/throttled.ts';
import { writingFailure } from '../../write-file.ts';
import type { Watching } from '../batch.ts';
import { chosenCables } from '../chosen-cables.ts';
import { transact } from '../database.ts';
import { explain } from '../failures.ts';
import { createLibrary, openLibrary } from '../library-file.ts';
import { libraryOf, type Library } from '../library.ts';
import { closeAtRest } from '../safety/at-rest.ts';
import { isSameFile } from '../same-file.ts';
import { catchUpWithFew } from '../search/catching-up.ts';
import { cableCopier, copyInTurns } from './copying.ts';

/**
 * Saves cables with all that hangs on them as a package in the file `path`: a library of its own, with the
 * ids of this one, the tags their annotations have with those above them, and the relations among them. It
 * is written beside, and put in place when it is whole. Null where it was stopped.
 */
export async function savePackage(
  library: Library,
  choice: CableChoice,
  path: string,
  watching: Watching,
): Promise<RequestOutput<'package.save'>> {
  if (isSameFile(path, library.path))
    fail(
      'bad-input',
      `${basename(path)} is the library that is open. Choose another name for the package: nothing was written over.`,
    );
  const ids = chosenCables(library, choice);
  if (ids.length === 0)
    fail('bad-input', 'There are no cables to save. Choose some in the list, then save again.');
  if (!(await library.touched.catchUp(watching.signal))) return null;
  const draft = join(dirname(path), `.${newId()}.part`);
  try {
    createLibrary(draft, path);
    const done = await fill(library, draft, ids, watching);
    if (done) await rename(draft, path);
    return done ? { fileName: basename(path), cables: ids.length } : null;
  } catch (error) {
    throw writingFailure(explain(error, path), path);
  } finally {
    for (const ending of ['', '-wal', '-shm']) await rm(`${draft}${ending}`, { force: true });
  }
}

/** Writes a package; false where it was stopped. */
async function fill(
  library: Library,
  draft: string,
  ids: readonly string[],
  { progress, signal }: Watching,
): Promise<boolean> {
  const db = openLibrary(draft, () => undefined);
  try {
    const made = libraryOf(db, draft);
    // What comes is written with all that is searched of it.
    catchUpWithFew(made);
    const tell = throttled(progress);
    const copy = cableCopier(library, made, { annotations: true });
    const tags = tagCopier(library, made);
    const whole = await copyInTurns(db, ids, signal, (id, done) => {
      tell({ done, total: ids.length, current: library.cables.title(id) });
      tags(id);
      copy(id);
    });
    if (!whole) return false;
    transact(db, () => {
      copyRelations(library, made, new Set(ids));
      copyDeletions(library, made);
      copyConflicts(library, made, new Set(ids));
      made.settings.set('lastCable', ids[0] ?? '');
    });
    return !signal.aborted;
  } finally {
    closeAtRest(db, () => undefined);
  }
}

/** Copies the tags of the annotations of a cable with those above them, each once. */
function tagCopier(library: Library, made: Library): (cableId: string) => void {
  const there = tagsById(library.tags.list());
  const copied = new Set<string>();
  const versions = library.touched.of('');
  return (cableId) => {
    const used = new Set(library.annotations.list(cableId).flatMap(({ tagIds }) => tagIds));
    for (const tag of [...used].flatMap((id) => there.get(id) ?? []))
      for (const each of lineOf(tag, there)) {
        if (copied.has(each.id)) continue;
        copied.add(each.id);
        made.tags.put(each);
        know(made, versions, `tag:${each.id}`);
      }
  };
}

type Versions = ReturnType<Library['touched']['of']>;

/** Copies what has touched a thing that is of no cable. */
function know(made: Library, versions: Versions, thing: string): void {
  made.touched.add((versions.get(thing) ?? []).map((deed) => ({ ...deed, thing, cableId: '' })));
}

/** Copies the relations among annotations that have come, and all types of relations. */
function copyRelations(library: Library, made: Library, cables: ReadonlySet<string>): void {
  const versions = library.touched.of('');
  for (const { id } of made.relations.types.list()) made.relations.types.remove(id);
  for (const type of library.relations.types.list()) {
    made.relations.types.put(type);
    know(made, versions, `relationType:${type.id}`);
  }
  for (const cableId of cables)
    for (const relation of library.relations.ofCable(cableId)) {
      if (!made.annotations.find(relation.from) || !made.annotations.find(relation.to)) continue;
      made.relations.put(relation);
      know(made, versions, `relation:${relation.id}`);
    }
}

/**
 * Copies what has touched tags and relations that were deleted: where somebody has them from an earlier
 * package, they are to go there too.
 */
function copyDeletions({ tags, relations, touched }: Library, made: Library): void {
  const versions = touched.of('');
  for (const thing of versions.keys()) {
    const [kind, id = ''] = thing.split(':');
    const isGone =
      (kind === 'tag' && !tags.find(id)) ||
      (kind === 'relation' && !relations.find(id)) ||
      (kind === 'relationType' && !relations.types.find(id));
    if (isGone) know(made, versions, thing);
  }
}

/** Copies the conflicts about cables that have come. */
function copyConflicts(library: Library, made: Library, cables: ReadonlySet<string>): void {
  for (const conflict of library.conflicts.list())
    if (conflict.cableId !== null && cables.has(conflict.cableId)) made.conflicts.put(conflict);
}
