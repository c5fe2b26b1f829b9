import './KeysSheet.css';
import { type CommandName, commandNames, commands, type MenuName } from '../../domain/command.ts';
import { useDesk } from '../desk/desk.ts';
import { SheetFrame } from '../desk/SheetFrame.tsx';
import { useCommand } from './commands.ts';
import { keyLabel } from './keys.ts';

/** All commands with their keys, menu by menu. */
export function KeysSheet() {
  useCommand('help.keys', () => useDesk.setState({ sheet: 'keys' }));
  return (
    <SheetFrame sheet="keys" title="Keys" className="keys">
      {/* A text that scrolls must be reachable, or the keyboard cannot scroll it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="sheet-body keys-body" role="region" aria-label="Keys" tabIndex={0}>
        {[...byMenu()].map(([menu, names]) => (
          <section key={menu} className="keys-menu">
            <h3 className="label">{menu}</h3>
            <dl>
              {names.map((name) => (
                <KeyLine key={name} name={name} />
              ))}
            </dl>
          </section>
        ))}
      </div>
    </SheetFrame>
  );
}

function byMenu(): Map<MenuName, CommandName[]> {
  const menus = new Map<MenuName, CommandName[]>();
  for (const name of commandNames) {
    const { menu } = commands[name];
    menus.set(menu, [...(menus.get(menu) ?? []), name]);
  }
  return menus;
}

function KeyLine({ name }: { readonly name: CommandName }) {
  const { title, key } = commands[name];
  return (
    <div className="keys-line">
      <dt>{title}</dt>
      <dd>{key && <kbd>{keyLabel(key)}</kbd>}</dd>
    </div>
  );
}
