import './LibraryPanel.css';
import { useEffect } from 'react';
import { openCable, report, useDesk } from '../desk/desk.ts';
import { useLibrary } from '../desk/queries.ts';
import { PlaceWarning } from '../safety/PlaceWarning.tsx';
import { SearchPanel } from '../search/SearchPanel.tsx';
import { TourPlace } from '../tour/TourPlace.tsx';
import { ListedCables } from './ListedCables.tsx';
import { openCableAt } from './cablePages.ts';
import { ImportProgress } from './ImportProgress.tsx';
import { UnfinishedImport } from './UnfinishedImport.tsx';
import { useLibraryCommands } from './libraryCommands.ts';
import { EmptyLibrary, NoLibrary } from './Welcome.tsx';

/** The left column: the cables of the library on the desk, or a way to get some. */
export function LibraryPanel() {
  const { data: library } = useLibrary();
  useLibraryCommands(Boolean(library));
  useFirstCable();
  return (
    <nav className="library" aria-label="Library">
      {library === null && <NoLibrary />}
      {library?.cables === 0 && <EmptyLibrary />}
      {library && library.cables > 0 && (
        <>
          <SearchPanel />
          <ListedCables key={library.id} />
        </>
      )}
      {library && <UnfinishedImport />}
      <PlaceWarning />
      <ImportProgress />
      <TourPlace beside="library" />
    </nav>
  );
}

/** Puts a cable on the desk when there is none: the one last read, else the first. */
function useFirstCable() {
  const { data: library } = useLibrary();
  const cableId = useDesk((desk) => desk.cableId);
  useEffect(() => {
    if (cableId !== null || !library || library.cables === 0) return;
    if (library.lastCableId === null) openCableAt(0).catch(report);
    else openCable(library.lastCableId);
  }, [library, cableId]);
}
