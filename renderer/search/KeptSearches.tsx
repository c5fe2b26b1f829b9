import '../design/menu.css';
import './kept.css';
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
import { give, useAvailableCommands } from '../commands/commands.ts';
import { inWords, runSearch, useKeptSearches } from './kept.ts';

/** How many kept searches the menu shows; the sheet has all. */
const MOST = 12;

/** A small menu of the searches kept in the library, to search for one again or to keep the one in force. */
export function KeptSearches() {
  const { data: searches = [] } = useKeptSearches();
  const available = useAvailableCommands();
  return (
    <MenuTrigger>
      <Button className="link">Kept</Button>
      <Popover className="popover" placement="bottom start" offset={4}>
        <Menu className="menu kept-menu" aria-label="Kept searches">
          {searches.length > 0 && (
            <MenuSection>
              <Header className="label">Search again</Header>
              {searches.slice(0, MOST).map((search) => (
                <MenuItem
                  key={search.id}
                  id={search.id}
                  textValue={search.name}
                  onAction={() => runSearch(search)}
                >
                  <span className="kept-name">
                    {search.name}
                    <span className="kept-asks">{inWords(search.query)}</span>
                  </span>
                </MenuItem>
              ))}
            </MenuSection>
          )}
          {searches.length > 0 && <Separator />}
          {deeds
            .filter((name) => available.includes(name))
            .map((name) => (
              <MenuItem
                key={name}
                id={name}
                textValue={commands[name].title}
                onAction={() => give(name)}
              >
                <span>{commands[name].title}</span>
              </MenuItem>
            ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

const deeds: CommandName[] = ['search.save', 'search.saved'];
