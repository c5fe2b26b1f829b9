import './help.css';
import { type ComponentType, lazy, Suspense } from 'react';
import type { CommandName } from '../../domain/command.ts';
import { request } from '../bridge.ts';
import { useCommand } from '../commands/commands.ts';
import { type Sheet, useDesk } from '../desk/desk.ts';
import { SheetFrame } from '../desk/SheetFrame.tsx';
import { TourCommand } from '../tour/TourCommand.tsx';
import { HelpFoot } from './HelpFoot.tsx';

/** A page of the help. */
interface HelpPage {
  readonly command: CommandName;
  readonly sheet: Sheet;
  readonly title: string;
  readonly Page: ComponentType;
}

// What the pages are made of is loaded when the first of them is opened.
const pages: readonly HelpPage[] = [
  {
    ...{ command: 'help.keys', sheet: 'keys', title: 'Keys' },
    Page: lazy(async () => ({ default: (await import('./pages.ts')).KeysPage })),
  },
  {
    ...{ command: 'help.rules', sheet: 'catalogue', title: 'Catalogue of rules' },
    Page: lazy(async () => ({ default: (await import('./pages.ts')).RulesPage })),
  },
  {
    ...{ command: 'help.exports', sheet: 'exports', title: 'What each format loses' },
    Page: lazy(async () => ({ default: (await import('./pages.ts')).ExportsPage })),
  },
  {
    ...{ command: 'help.about', sheet: 'about', title: 'About Cablewright' },
    Page: lazy(async () => ({ default: (await import('./pages.ts')).AboutPage })),
  },
  {
    ...{ command: 'help.licences', sheet: 'licences', title: 'Licences' },
    Page: lazy(async () => ({ default: (await import('./pages.ts')).LicencesPage })),
  },
];

/** The pages of the help, each a sheet of its own; all lead to the others. And the tour. */
export function HelpSheets() {
  useCommand('help.log', () => request('log.show', {}));
  return (
    <>
      {pages.map((page) => (
        <HelpSheet key={page.sheet} {...page} />
      ))}
      <TourCommand />
    </>
  );
}

function HelpSheet({ command, sheet, title, Page }: HelpPage) {
  useCommand(command, () => useDesk.setState({ sheet }));
  return (
    <SheetFrame sheet={sheet} title={title} className={`help ${sheet}`}>
      <Suspense fallback={<div className="help-page" />}>
        <Page />
      </Suspense>
      <HelpFoot here={command} />
    </SheetFrame>
  );
}
