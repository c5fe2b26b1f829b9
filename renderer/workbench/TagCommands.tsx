import { useEffect } from 'react';
import type { Tag } from '../../domain/tag/tag.ts';
import { useLastTags } from '../annotations/lastTags.ts';
import { typing, useCommand } from '../commands/commands.ts';
import { keyWithAlt } from '../commands/keys.ts';
import { report, useDesk } from '../desk/desk.ts';
import { settleTyping, tellCaret } from '../desk/typing.ts';
import { useVocabulary } from '../tags/vocabulary.ts';
import type { Pair } from './pair.ts';
import { tagAtHand } from './tagging.ts';

/** Puts tags on what is at hand by one key: the last ones again, or a tag by its own key. */
export function TagCommands({ pair }: { readonly pair: Pair }) {
  const { tags, byId } = useVocabulary();
  const last = useLastTags(({ tagIds }) => tagIds);
  const again = last.filter((id) => byId.has(id));
  useCommand('annotation.again', () => tagAtHand(pair, again), again.length > 0);

  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const tag = tagOf(event, tags);
      if (!tag) return;
      event.preventDefault();
      event.stopPropagation();
      if (!event.repeat) void put(pair, tag).catch(report);
    };
    window.addEventListener('keydown', hear, true);
    return () => window.removeEventListener('keydown', hear, true);
  }, [pair, tags]);
  return null;
}

/** The tag whose key is pressed with Alt, where that is not typed into a field or beneath a sheet. */
function tagOf(event: KeyboardEvent, tags: readonly Tag[]): Tag | undefined {
  const key = keyWithAlt(event);
  if (key === null || typing(event) || useDesk.getState().sheet !== null) return undefined;
  if (event.target instanceof Element && event.target.closest('[role="dialog"]')) return undefined;
  return tags.find((tag) => tag.key === key);
}

async function put(pair: Pair, tag: Tag) {
  tellCaret();
  await settleTyping();
  await tagAtHand(pair, [tag.id]);
}
