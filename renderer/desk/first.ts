import { QueryObserver } from '@tanstack/react-query';
import { openCable } from './desk.ts';
import { cableQuery, libraryQuery, queryClient, settingsQuery, tagsQuery } from './queries.ts';

/** How long the first picture waits for what it shows, in milliseconds. A large library may take longer to open. */
const PATIENCE = 400;

/** How long the first cable is kept for a desk that is still being drawn, in milliseconds. */
const KEPT = 2_000;

/**
 * Asks for what the first picture shows, all at once and before anything is drawn, so that it is drawn whole
 * and only once. Nothing fails here: whatever does not come is asked for again by those who show it.
 */
export async function askForFirst(): Promise<void> {
  const asked = Promise.allSettled([queryClient.prefetchQuery(settingsQuery), askForLibrary()]);
  await Promise.race([asked, new Promise((done) => setTimeout(done, PATIENCE))]);
}

/** Asks for the library, then for its tags and the cable that was read last. */
async function askForLibrary(): Promise<void> {
  const library = await queryClient.fetchQuery(libraryQuery);
  if (!library) return;
  const { lastCableId } = library;
  await Promise.all([
    queryClient.prefetchQuery(tagsQuery),
    lastCableId === null ? null : askForCable(lastCableId),
  ]);
}

async function askForCable(id: string): Promise<void> {
  openCable(id);
  // A cable is let go when nobody looks at it; until it is drawn, this does.
  const stop = new QueryObserver(queryClient, cableQuery(id)).subscribe(() => {});
  setTimeout(stop, KEPT);
  await queryClient.prefetchQuery(cableQuery(id));
}
