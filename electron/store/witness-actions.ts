import { setImmediate } from 'node:timers/promises';
import { runsOf, sharedRuns, sketchOf } from '../../domain/collation/sketch.ts';
import type { WitnessProposal } from '../../domain/collation/witness.ts';
import { fail } from '../../domain/failure.ts';
import { transact } from './database.ts';
import type { Library } from './library.ts';

/** How many hashes two sketches must have in common for their texts to be compared. */
const HASHES_IN_COMMON = 2;

/** How many texts are compared at most: those with the most hashes in common. */
const COMPARED = 100;

/** The share of runs of words from which on a cable is proposed. */
const SHARE = 0.1;

/** How many cables are proposed at most. */
const PROPOSED = 20;

/** How many sketches are looked through before others get a turn: some milliseconds. */
const SKETCHES_A_TURN = 2_000;

/** For how long sketches are worked out before others get a turn, in milliseconds. */
const SKETCHING_A_TURN = 20;

/**
 * The cables that seem to transcribe the same message: those first that came from the same file, the
 * newest first, however like they are; then the likest first. Cables from before there
 * were sketches are sketched first, so that the answer is always about the whole library.
 */
export async function proposeWitnesses(
  library: Library,
  cableId: string,
): Promise<WitnessProposal[]> {
  const { cables } = library;
  cables.title(cableId);
  await sketchAll(library);
  const runs = runsOf(cables.textOf(cableId, 'transcription'));
  const shareOf = (other: string) =>
    sharedRuns(runs, runsOf(cables.textOf(other, 'transcription')));
  const again = cameAgain(library, cableId);
  const found: Found[] = [];
  for (const one of again) {
    found.push({ ...one, share: shareOf(one.cableId) });
    await turnOfOthers(library);
  }
  const known = new Set(again.map((one) => one.cableId));
  const like: Found[] = [];
  for (const other of await candidates(library, cableId)) {
    if (known.has(other)) continue;
    const share = shareOf(other);
    if (share >= SHARE) like.push({ cableId: other, share, again: null });
    await turnOfOthers(library);
  }
  return [...found, ...like.toSorted((a, b) => b.share - a.share)]
    .slice(0, PROPOSED)
    .map((one) => ({ ...one, title: cables.title(one.cableId) }));
}

type Found = Omit<WitnessProposal, 'title'>;

/** The cables that were imported from the file a cable was imported from. */
function cameAgain({ cables, importRuns }: Library, cableId: string): Omit<Found, 'share'>[] {
  const mine = cables.importedAt(cableId);
  return importRuns
    .cameAgain(cableId)
    .slice(0, PROPOSED)
    .map(({ cableId: other, importedAt }) => {
      // Ids count the time further than what is written as the time.
      const later = importedAt === mine ? other > cableId : importedAt > mine;
      return { cableId: other, again: { importedAt, later } };
    });
}

/** The other cables whose sketches have something in common with that of a cable, those with the most first. */
async function candidates(library: Library, cableId: string): Promise<string[]> {
  const mine = new Set(library.sketches.of(cableId));
  const found: { readonly cableId: string; readonly common: number }[] = [];
  let last: string | undefined = mine.size === 0 ? undefined : '';
  while (last !== undefined) {
    const some = library.sketches.after(last, SKETCHES_A_TURN);
    for (const other of some) {
      const common = other.hashes.filter((hash) => mine.has(hash)).length;
      const alike = common >= HASHES_IN_COMMON && other.cableId !== cableId;
      if (alike) found.push({ cableId: other.cableId, common });
    }
    last = some.at(-1)?.cableId;
    await turnOfOthers(library);
  }
  return found
    .toSorted((a, b) => b.common - a.common)
    .slice(0, COMPARED)
    .map((one) => one.cableId);
}

/** By library, the work after which all its cables have sketches. What is imported later brings its own. */
const sketched = new WeakMap<Library, Promise<void>>();

/** Sees to it, once for an open library, that no sketch is missing; all who ask wait for the same work. */
function sketchAll(library: Library): Promise<void> {
  const known = sketched.get(library);
  if (known) return known;
  const work = sketchMissing(library);
  sketched.set(library, work);
  work.catch(() => sketched.delete(library));
  return work;
}

/** Sketches all cables without one. What has been sketched when it is broken off stays so. */
async function sketchMissing(library: Library): Promise<void> {
  const missing = library.sketches.missing();
  while (missing.length > 0) {
    transact(library.db, () => {
      const end = performance.now() + SKETCHING_A_TURN;
      do sketch(library, missing.pop());
      while (missing.length > 0 && performance.now() < end);
    });
    await turnOfOthers(library);
  }
}

function sketch({ cables, sketches }: Library, cableId: string | undefined): void {
  if (cableId === undefined) return;
  sketches.add(cableId, sketchOf(cables.transcription(cableId).cleaned.toString()));
}

/** Lets others have a turn. The library may be closed in it. */
async function turnOfOthers({ db }: Library): Promise<void> {
  await setImmediate();
  if (!db.open) fail('no-library', 'The library was closed while it was being searched.');
}
