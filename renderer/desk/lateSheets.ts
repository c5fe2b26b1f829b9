import type { ComponentType } from 'react';
import type { CommandName } from '../../domain/command.ts';
import type { Sheet } from './desk.ts';

/** When a command that opens a sheet can be given: the sheet itself, once it is there, knows the same. */
export type Condition =
  | 'always'
  /** A library is open. */
  | 'library'
  /** The library has cables. */
  | 'cables'
  /** A cable is on the desk. */
  | 'cable'
  /** A search is in force. */
  | 'query'
  /** There are tags. */
  | 'tags'
  /** One or two annotations are chosen, which can be linked. */
  | 'ends'
  /** There is a library of which there may be backups. */
  | 'backups';

/** A sheet that is loaded when it is first wanted: when it is laid on the desk, or one of its commands given. */
export interface LateSheet {
  readonly sheet: Sheet;
  readonly load: () => Promise<ComponentType>;
  /** The commands that the sheet carries out. */
  readonly commands: Readonly<Partial<Record<CommandName, Condition>>>;
}

/** Every sheet that the desk can do without until somebody asks for it. */
export const lateSheets: readonly LateSheet[] = [
  {
    sheet: 'agreement',
    load: async () => (await import('../agreement/AgreementSheet.tsx')).AgreementSheet,
    commands: { 'agreement.open': 'cables' },
  },
  {
    sheet: 'alike',
    load: async () => (await import('../alike/AlikeSheet.tsx')).AlikeSheet,
    commands: { 'alike.open': 'cables' },
  },
  {
    sheet: 'backups',
    load: async () => (await import('../safety/BackupsSheet.tsx')).BackupsSheet,
    commands: { 'backup.make': 'library', 'backup.list': 'backups' },
  },
  {
    sheet: 'coming',
    load: async () => (await import('../coming/ComingSheet.tsx')).ComingSheet,
    commands: { 'coming.choose': 'cables' },
  },
  {
    sheet: 'compare',
    load: async () => (await import('../history/CompareSheet.tsx')).CompareSheet,
    commands: {},
  },
  {
    sheet: 'concordance',
    load: async () => (await import('../concordance/ConcordanceSheet.tsx')).ConcordanceSheet,
    commands: { 'search.concordance': 'cables' },
  },
  {
    sheet: 'conflicts',
    load: async () => (await import('../merging/ConflictSheet.tsx')).ConflictSheet,
    commands: { 'conflict.list': 'library' },
  },
  {
    sheet: 'decide',
    load: async () => (await import('../proposals/DecideSheet.tsx')).DecideSheet,
    commands: {},
  },
  {
    sheet: 'discarded',
    load: async () => (await import('../discarded/DiscardedSheet.tsx')).DiscardedSheet,
    commands: {},
  },
  {
    sheet: 'export',
    load: async () => (await import('../export/ExportSheet.tsx')).ExportSheet,
    commands: { 'export.open': 'cables' },
  },
  {
    sheet: 'gazetteer',
    load: async () => (await import('../gazetteer/GazetteerSheet.tsx')).GazetteerSheet,
    commands: { 'gazetteer.edit': 'library' },
  },
  {
    sheet: 'graph',
    load: async () => (await import('../references/GraphSheet.tsx')).GraphSheet,
    commands: { 'reference.graph': 'cables' },
  },
  {
    sheet: 'link',
    load: async () => (await import('../relations/LinkSheet.tsx')).LinkSheet,
    commands: { 'annotation.link': 'ends' },
  },
  {
    sheet: 'meant',
    load: async () => (await import('../references/MeantSheet.tsx')).MeantSheet,
    commands: {},
  },
  {
    sheet: 'merge',
    load: async () => (await import('../merging/MergeSheet.tsx')).MergeSheet,
    commands: { 'merge.choose': 'library' },
  },
  {
    sheet: 'missing',
    load: async () => (await import('../references/MissingSheet.tsx')).MissingSheet,
    commands: { 'reference.missing': 'cables' },
  },
  {
    sheet: 'name',
    load: async () => (await import('../settings/NameSheet.tsx')).NameSheet,
    commands: { 'settings.name': 'always' },
  },
  {
    sheet: 'occurrences',
    load: async () => (await import('../occurrences/OccurrenceSheet.tsx')).OccurrenceSheet,
    commands: { 'occurrence.open': 'cables' },
  },
  {
    sheet: 'package',
    load: async () => (await import('../merging/PackageSheet.tsx')).PackageSheet,
    commands: { 'package.save': 'cables' },
  },
  {
    sheet: 'relationTypes',
    load: async () => (await import('../relations/KindsSheet.tsx')).KindsSheet,
    commands: { 'relation.types': 'library' },
  },
  {
    sheet: 'rules',
    load: async () => (await import('../rules/RulesSheet.tsx')).RulesSheet,
    commands: { 'rule.edit': 'library' },
  },
  {
    sheet: 'savedSearches',
    load: async () => (await import('../search/SavedSearches.tsx')).SavedSearches,
    commands: { 'search.saved': 'library' },
  },
  {
    sheet: 'saveSearch',
    load: async () => (await import('../search/SaveSearch.tsx')).SaveSearch,
    commands: { 'search.save': 'query' },
  },
  {
    sheet: 'statistics',
    load: async () => (await import('../statistics/StatisticsSheet.tsx')).StatisticsSheet,
    commands: { 'statistics.open': 'library' },
  },
  {
    sheet: 'table',
    load: async () => (await import('../table/TableSheet.tsx')).TableSheet,
    commands: { 'library.table': 'cables' },
  },
  {
    sheet: 'tags',
    load: async () => (await import('../tags/TagSheet.tsx')).TagSheet,
    commands: { 'tag.edit': 'library' },
  },
  {
    sheet: 'timeline',
    load: async () => (await import('../timeline/TimelineSheet.tsx')).TimelineSheet,
    commands: { 'search.timeline': 'cables' },
  },
  {
    sheet: 'verify',
    load: async () => (await import('../safety/VerifySheet.tsx')).VerifySheet,
    commands: { 'library.verify': 'library' },
  },
  {
    sheet: 'vocabulary',
    load: async () => (await import('../vocabulary/VocabularySheet.tsx')).VocabularySheet,
    commands: {
      'vocabulary.starter': 'library',
      'vocabulary.import': 'library',
      'vocabulary.export': 'tags',
    },
  },
  {
    sheet: 'witness',
    load: async () => (await import('../witness/WitnessSheet.tsx')).WitnessSheet,
    commands: { 'witness.collate': 'cable' },
  },
];
