import type { RequestOutput } from '../../domain/contract.ts';
import type { Conflict } from '../../domain/merge/conflict.ts';
import { fieldNames } from '../../domain/metadata/field-names.ts';
import { MetadataField } from '../../domain/metadata/metadata.ts';
import { count } from '../desk/words.ts';

type Report = NonNullable<RequestOutput<'merge.run'>>;

/** What a merge brings, line by line: only what there is. */
export function reportLines(report: Report): readonly string[] {
  const { cables, annotations, emendations, decisions, tags, others } = report;
  const all: readonly (readonly [number: number, words: string])[] = [
    [cables, count(cables, 'cable that is not here yet', 'cables that are not here yet')],
    [annotations, count(annotations, 'annotation')],
    [emendations, count(emendations, 'emendation')],
    [
      decisions,
      count(decisions, 'decision on what cleaning found', 'decisions on what cleaning found'),
    ],
    [tags, count(tags, 'tag')],
    [others, `${count(others, 'other thing')}: fields, reviews, links, names, searches, rules`],
  ];
  return all.filter(([number]) => number > 0).map(([, words]) => words);
}

/** What is said of the conflicts a merge brings. */
export function conflictWords(conflicts: number): string {
  if (conflicts === 0) return 'Nobody has changed what somebody else has changed as well.';
  return `${count(conflicts, 'conflict')}: changed by both. Both values are kept, and you decide.`;
}

/** What merging has done, in a sentence. */
export function mergedWords({ fileName, conflicts, ...rest }: Report): string {
  const lines = reportLines({ fileName, conflicts, ...rest });
  if (lines.length === 0 && conflicts === 0) return `${fileName} holds nothing that is not here.`;
  const waiting = conflicts === 0 ? '' : ` ${count(conflicts, 'conflict')} to decide.`;
  return `${fileName} is merged.${waiting}`;
}

/** What saving a package has done, in a sentence. */
export function savedWords({
  fileName,
  cables,
}: NonNullable<RequestOutput<'package.save'>>): string {
  return `${count(cables, 'cable')} saved as ${fileName}.`;
}

/** What deciding has done, in a sentence. */
export function decidedWords(title: string): string {
  return `Decided: ${title}.`;
}

/** What a conflict is called: a field by the name that readers know it by. */
export function titleOf({ kind, title }: Pick<Conflict, 'kind' | 'title'>): string {
  const field = kind === 'field' ? MetadataField.safeParse(title) : null;
  return field?.success ? fieldNames[field.data] : title;
}

const kinds: Readonly<Record<Conflict['kind'], string>> = {
  emendation: 'Emendation',
  change: 'Decision',
  field: 'Field',
  review: 'Review',
  annotation: 'Annotation',
  relation: 'Link',
  relationType: 'Kind of link',
  tag: 'Tag',
  gazetteer: 'Name',
  search: 'Saved search',
  rule: 'Rule',
  revision: 'Revision',
  discard: 'Deleted cable',
};

/** What a conflict is about, in a word. */
export function kindWords(kind: Conflict['kind']): string {
  return kinds[kind];
}

/** Who has said one side of a conflict. */
export function saidBy(author: string): string {
  return author === '' ? 'nobody by name' : author;
}
