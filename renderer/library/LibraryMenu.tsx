import '../design/menu.css';
import {
  Button,
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components';
import { type CommandName, commands } from '../../domain/command.ts';
import { give } from '../commands/commands.ts';
import { keyLabel } from '../commands/keys.ts';
import { report } from '../desk/desk.ts';
import { useLibrary } from '../desk/queries.ts';
import { folderNameOf } from '../desk/words.ts';
import { openRecent, useRecentLibraries } from './recent.ts';

/** The library's name; behind it other libraries, and ways to bring in cables. */
export function LibraryMenu() {
  const { data: library } = useLibrary();
  const others = useRecentLibraries().filter(({ path }) => path !== library?.path);
  const name = library?.name ?? (library === null ? 'No library' : '');
  return (
    <MenuTrigger>
      <Button className="quiet library-name" aria-label={`Library: ${name}`}>
        {name}
      </Button>
      <Popover className="popover" placement="bottom start" offset={4}>
        <Menu className="menu" aria-label="Library" disabledKeys={library ? [] : imports}>
          {givable('library.new')}
          {givable('library.open')}
          {others.length > 0 && (
            <MenuSection>
              <Header className="label">Lately open</Header>
              {others.map(({ path, name: other }) => (
                <MenuItem
                  key={path}
                  id={path}
                  textValue={other}
                  onAction={() => void openRecent(path).catch(report)}
                >
                  <span>{other}</span> <small>{folderNameOf(path)}</small>
                </MenuItem>
              ))}
            </MenuSection>
          )}
          <Separator />
          {imports.map(givable)}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

const imports: CommandName[] = ['import.files', 'import.folder'];

function givable(name: CommandName) {
  const { title, key } = commands[name];
  return (
    <MenuItem key={name} id={name} textValue={title} onAction={() => give(name)}>
      <span>{title}</span>
      {key && <kbd>{keyLabel(key)}</kbd>}
    </MenuItem>
  );
}
