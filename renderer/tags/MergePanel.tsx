import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Tag } from '../../domain/tag/tag.ts';
import { request } from '../bridge.ts';
import { report } from '../desk/desk.ts';
import { inDigits, sentenceOf } from '../desk/words.ts';
import { workingOn } from '../library/work.ts';
import { announce } from '../status/announce.ts';
import { TagChip } from './TagChip.tsx';
import { TagChoice } from './TagChoice.tsx';
import { type ListedTag, useVocabulary } from './vocabulary.ts';
import { mergeWords, undoWords } from './words.ts';

interface MergePanelProps {
  /** The tags that are to become one: this and another that is still to be chosen, or several of these. */
  readonly chosen: readonly ListedTag[];
  readonly onMerged: (id: string) => void;
  /** Leaves the tags as they are; not where there is nothing else to be done with them. */
  readonly onCancel: (() => void) | null;
}

/** Merges tags into one, after a look at what that would do. */
export function MergePanel({ chosen, onMerged, onCancel }: MergePanelProps) {
  const { byId } = useVocabulary();
  const [picked, setPicked] = useState<string | null>(null);
  const several = chosen.length > 1;
  const into = byId.get(picked ?? (several ? mostUsed(chosen) : '')) ?? null;
  const gone = chosen.map(({ tag }) => tag).filter(({ id }) => id !== into?.id);
  const input = { ids: gone.map(({ id }) => id), into: into?.id ?? '' };
  const preview = useQuery({
    queryKey: ['tags', 'merge', input.into, ...input.ids],
    queryFn: () => request('tag.previewMerge', input),
    enabled: into !== null && gone.length > 0,
    gcTime: 0,
  });

  async function merge(one: Tag) {
    const work = { name: 'Merging tags', thing: 'annotation' };
    await workingOn(preview.data?.annotations ?? 0, work, request('tag.merge', input));
    announce(`Merged ${whatOf(gone)} into ${one.name}. ${undoWords()} brings it back.`);
    onMerged(one.id);
  }

  return (
    <div className="sheet-form" role="group" aria-label="Merge">
      <div>
        <p className="label">{several ? `${inDigits(chosen.length)} tags` : 'Merge'}</p>
        <ul className="merge-chosen">
          {chosen.map(({ tag }) => (
            <li key={tag.id}>
              <TagChip tag={tag} />
            </li>
          ))}
        </ul>
      </div>
      <TagChoice
        label="Into"
        value={into?.id ?? null}
        none={null}
        without={several ? nothing : new Set(input.ids)}
        onChange={setPicked}
      />
      <p role="status" className="tag-preview">
        {into === null && 'Choose the tag that takes over its uses and the tags below it.'}
        {into !== null && preview.data && mergeWords(preview.data, gone.length, into)}
        {into !== null && preview.isError && sentenceOf(preview.error)}
      </p>
      <div className="tag-do">
        {into !== null && preview.data && (
          <Button className="button primary" onPress={() => void merge(into).catch(report)}>
            Merge {whatOf(gone)} into {into.name}
          </Button>
        )}
        {onCancel && (
          <Button className="button" onPress={onCancel}>
            Cancel
          </Button>
        )}
      </div>
      <p className="tag-hint">{undoWords()} brings all of it back.</p>
    </div>
  );
}

const nothing: ReadonlySet<string> = new Set();

/** The id of the tag that is used most; of those used as often, of the first. */
function mostUsed(chosen: readonly ListedTag[]): string {
  const [first] = chosen.toSorted((a, b) => b.uses - a.uses);
  return first?.tag.id ?? '';
}

function whatOf(gone: readonly Tag[]): string {
  const [only] = gone;
  return only && gone.length === 1 ? only.name : `${inDigits(gone.length)} tags`;
}
