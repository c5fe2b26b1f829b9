import { Button } from 'react-aria-components';
import type { CommandName } from '../../domain/command.ts';
import { give, useAvailableCommands } from '../commands/commands.ts';
import { closeSheet } from '../desk/SheetFrame.tsx';

/** The pages of the help by their short names, and the tour. */
const ways: readonly (readonly [CommandName, name: string])[] = [
  ['help.keys', 'Keys'],
  ['help.rules', 'Rules'],
  ['help.exports', 'Formats'],
  ['help.about', 'About'],
  ['help.licences', 'Licences'],
  ['help.tour', 'The tour'],
];

/** The foot of each page of the help: the way to the others. */
export function HelpFoot({ here }: { readonly here: CommandName }) {
  const available = new Set(useAvailableCommands());
  return (
    <nav className="help-foot" aria-label="Help">
      {ways
        .filter(([command]) => available.has(command))
        .map(([command, name]) =>
          command === here ? (
            <span key={command} className="help-here" aria-current="page">
              {name}
            </span>
          ) : (
            <Button key={command} className="link" onPress={() => goTo(command)}>
              {name}
            </Button>
          ),
        )}
    </nav>
  );
}

/** The tour is on the desk, beneath the sheet; all others take its place. */
function goTo(command: CommandName) {
  if (command === 'help.tour') closeSheet();
  give(command);
}
