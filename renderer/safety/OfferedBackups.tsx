import './safety.css';
import { Button } from 'react-aria-components';
import { useDesk } from '../desk/desk.ts';
import { useUnopened } from './offer.ts';
import { showBackups } from './shelf.ts';

/** Beside the sentence that a library cannot be opened: the way to its backups. */
export function OfferedBackups({ sentence }: { readonly sentence: string }) {
  const unopened = useUnopened();
  if (unopened?.sentence !== sentence) return null;
  return (
    <Button
      className="button primary"
      onPress={() => {
        useDesk.setState({ failure: null });
        showBackups(unopened.path);
      }}
    >
      Its backups…
    </Button>
  );
}

/** Where no library is open: that one cannot be opened, and the way to its backups. */
export function UnopenedLibrary() {
  const unopened = useUnopened();
  if (!unopened) return null;
  return (
    <div className="unopened">
      <p>“{unopened.name}” could not be opened. There are backups of it.</p>
      <Button className="button" onPress={() => showBackups(unopened.path)}>
        Backups of {unopened.name}…
      </Button>
    </div>
  );
}
