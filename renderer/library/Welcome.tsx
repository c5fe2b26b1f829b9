import { Button } from 'react-aria-components';
import { give } from '../commands/commands.ts';
import { report } from '../desk/desk.ts';
import { folderNameOf } from '../desk/words.ts';
import { UnopenedLibrary } from '../safety/OfferedBackups.tsx';
import { openRecent, useRecentLibraries } from './recent.ts';

/** What stands in the list's place in a library without cables. */
export function EmptyLibrary() {
  return (
    <section className="welcome" aria-label="Empty library">
      <h2>An empty library</h2>
      <p>
        Bring in the first cables: text files, one cable a file. You can also drop files or a whole
        folder anywhere on this window.
      </p>
      <Button className="button primary" onPress={() => give('import.files')}>
        Import files…
      </Button>
      <Button className="button" onPress={() => give('import.folder')}>
        Import folder…
      </Button>
    </section>
  );
}

/** What stands in the list's place while no library is open. */
export function NoLibrary() {
  const recent = useRecentLibraries();
  return (
    <section className="welcome" aria-label="No library">
      <h2>No library is open</h2>
      <p>
        A library is one file that holds cables with all their annotations. It can be copied and
        opened elsewhere.
      </p>
      <UnopenedLibrary />
      <Button className="button primary" onPress={() => give('library.new')}>
        New library…
      </Button>
      <Button className="button" onPress={() => give('library.open')}>
        Open library…
      </Button>
      {recent.length > 0 && (
        <>
          <h3 className="label">Lately open</h3>
          <ul className="recent">
            {recent.map(({ path, name }) => (
              <li key={path}>
                <Button className="quiet" onPress={() => void openRecent(path).catch(report)}>
                  {name} <small>{folderNameOf(path)}</small>
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
