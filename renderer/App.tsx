import './App.css';
import { I18nProvider } from 'react-aria-components';
import { Adjudication } from './agreement/Adjudication.tsx';
import { AgreementSheet } from './agreement/AgreementSheet.tsx';
import { EmendationCommands } from './apparatus/EmendationCommands.tsx';
import { AlikeSheet } from './alike/AlikeSheet.tsx';
import { Palette } from './commands/Palette.tsx';
import { ComingSheet } from './coming/ComingSheet.tsx';
import { FailureNotice } from './desk/FailureNotice.tsx';
import { ConcordanceSheet } from './concordance/ConcordanceSheet.tsx';
import { ExportSheet } from './export/ExportSheet.tsx';
import { PaperCommands } from './export/PaperCommands.tsx';
import { CompareSheet } from './history/CompareSheet.tsx';
import { GazetteerSheet } from './gazetteer/GazetteerSheet.tsx';
import { HelpSheets } from './help/HelpSheets.tsx';
import { HistoryCommands } from './history/HistoryCommands.tsx';
import { Inspector } from './inspector/Inspector.tsx';
import { DiscardCommands } from './discarded/DiscardCommands.tsx';
import { DiscardedSheet } from './discarded/DiscardedSheet.tsx';
import { DropZone } from './library/DropZone.tsx';
import { ImportReportSheet } from './library/ImportReportSheet.tsx';
import { LibraryPanel } from './library/LibraryPanel.tsx';
import { OccurrenceSheet } from './occurrences/OccurrenceSheet.tsx';
import { DecideSheet } from './proposals/DecideSheet.tsx';
import { ProposalCommands } from './proposals/ProposalCommands.tsx';
import { GraphSheet } from './references/GraphSheet.tsx';
import { ConflictSheet } from './merging/ConflictSheet.tsx';
import { MergeSheet } from './merging/MergeSheet.tsx';
import { PackageSheet } from './merging/PackageSheet.tsx';
import { MeantSheet } from './references/MeantSheet.tsx';
import { MissingSheet } from './references/MissingSheet.tsx';
import { CopyLinks } from './relations/CopyLinks.tsx';
import { KindsSheet } from './relations/KindsSheet.tsx';
import { LinkSheet } from './relations/LinkSheet.tsx';
import { RulesSheet } from './rules/RulesSheet.tsx';
import { LostLibrary } from './safety/LostLibrary.tsx';
import { BackupsSheet } from './safety/BackupsSheet.tsx';
import { VerifySheet } from './safety/VerifySheet.tsx';
import { SavedSearches } from './search/SavedSearches.tsx';
import { SaveSearch } from './search/SaveSearch.tsx';
import { NameSheet } from './settings/NameSheet.tsx';
import { useTheme } from './settings/useTheme.ts';
import { StatisticsSheet } from './statistics/StatisticsSheet.tsx';
import { StatusLine } from './status/StatusLine.tsx';
import { TopBar } from './status/TopBar.tsx';
import { TableSheet } from './table/TableSheet.tsx';
import { TagSheet } from './tags/TagSheet.tsx';
import { TimelineSheet } from './timeline/TimelineSheet.tsx';
import { TrailCommands } from './trail/TrailCommands.tsx';
import { VocabularySheet } from './vocabulary/VocabularySheet.tsx';
import { WitnessSheet } from './witness/WitnessSheet.tsx';
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
        <TagSheet />
        <VocabularySheet />
        <StatisticsSheet />
        <NameSheet />
        <ImportReportSheet />
        <ComingSheet />
        <ExportSheet />
        <PaperCommands />
        <DecideSheet />
        <AlikeSheet />
        <OccurrenceSheet />
        <ConcordanceSheet />
        <TimelineSheet />
        <GazetteerSheet />
        <SaveSearch />
        <SavedSearches />
        <RulesSheet />
        <CompareSheet />
        <WitnessSheet />
        <AgreementSheet />
        <LinkSheet />
        <KindsSheet />
        <TableSheet />
        <DiscardedSheet />
        <DiscardCommands />
        <PackageSheet />
        <MergeSheet />
        <BackupsSheet />
        <VerifySheet />
        <ConflictSheet />
        <MissingSheet />
        <GraphSheet />
        <MeantSheet />
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
