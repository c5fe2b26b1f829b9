import './TopBar.css';
import { Button, Tooltip, TooltipTrigger } from 'react-aria-components';
import { commands } from '../../domain/command.ts';
import { give } from '../commands/commands.ts';
import { keyLabel } from '../commands/keys.ts';
import { useLibrary } from '../desk/queries.ts';
import { count } from '../desk/words.ts';
import { LibraryMenu } from '../library/LibraryMenu.tsx';
import { useShownTheme } from '../settings/useTheme.ts';

/** What library this is and how much is in it; at the right the theme and the way to all commands. */
export function TopBar() {
  const { data: library } = useLibrary();
  return (
    <header className="top">
      <LibraryMenu />
      {library && (
        <span className="top-counts">
          {count(library.cables, 'cable')} · {count(library.annotations, 'annotation')}
        </span>
      )}
      <span className="top-space" />
      <ThemeButton />
      <Button className="quiet" onPress={() => give('palette.open')}>
        <kbd>{keyLabel(commands['palette.open'].key)}</kbd> all commands
      </Button>
    </header>
  );
}

function ThemeButton() {
  const other = useShownTheme() === 'dark' ? 'light' : 'dark';
  return (
    <TooltipTrigger delay={400}>
      <Button
        className="quiet theme"
        aria-label={`Switch to ${other}`}
        onPress={() => give('view.theme')}
      >
        <span className="half-moon" />
      </Button>
      <Tooltip className="tooltip" offset={6}>
        Switch to {other} <kbd>{keyLabel(commands['view.theme'].key)}</kbd>
      </Tooltip>
    </TooltipTrigger>
  );
}
