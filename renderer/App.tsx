import './App.css';
import { I18nProvider } from 'react-aria-components';
import { Adjudication } from './agreement/Adjudication.tsx';
import { EmendationCommands } from './apparatus/EmendationCommands.tsx';
import { Palette } from './commands/Palette.tsx';
import { FailureNotice } from './desk/FailureNotice.tsx';
import { LateSheets } from './desk/LateSheets.tsx';
import { PaperCommands } from './export/PaperCommands.tsx';
import { HelpSheets } from './help/HelpSheets.tsx';
import { HistoryCommands } from './history/HistoryCommands.tsx';
import { Inspector } from './inspector/Inspector.tsx';
import { DiscardCommands } from './discarded/DiscardCommands.tsx';
import { DropZone } from './library/DropZone.tsx';
import { ImportReportSheet } from './library/ImportReportSheet.tsx';
import { LibraryPanel } from './library/LibraryPanel.tsx';
import { ComingPlace } from './places/showing.ts';
import { ProposalCommands } from './proposals/ProposalCommands.tsx';
import { CopyLinks } from './relations/CopyLinks.tsx';
import { LostLibrary } from './safety/LostLibrary.tsx';
import { useTheme } from './settings/useTheme.ts';
import { StatusLine } from './status/StatusLine.tsx';
import { TopBar } from './status/TopBar.tsx';
import { TrailCommands } from './trail/TrailCommands.tsx';
import { Workbench } from './workbench/Workbench.tsx';

/**
 * The desk: library, workbench and inspector between the top bar and the status line. What the
 * controls say by themselves is said in English, whatever the system speaks.
 */
export function App() {
  useTheme();
  return (
    <I18nProvider locale="en-GB">
      <DropZone>
        <div className="desk">
          <TopBar />
          <LostLibrary />
          <LibraryPanel />
          <Workbench />
          <Inspector />
          <Adjudication />
          <StatusLine />
        </div>
        <Palette />
        <HelpSheets />
        <ImportReportSheet />
        <LateSheets />
        <ComingPlace />
        <PaperCommands />
        <DiscardCommands />
        <CopyLinks />
        <TrailCommands />
        <ProposalCommands />
        <HistoryCommands />
        <EmendationCommands />
        <FailureNotice />
      </DropZone>
    </I18nProvider>
  );
}
