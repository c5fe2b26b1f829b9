import { create } from 'zustand';

interface LastTags {
  /** What they were put on: the id of an annotation, or of several as one. */
  readonly onto: string | null;
  readonly tagIds: readonly string[];
}

/** The tags that were put on last in this window, by whichever way: those to be put on again. */
export const useLastTags = create<LastTags>(() => ({ onto: null, tagIds: [] }));

/** Remembers tags that were put on. Those put on the same one after the other are put on again together. */
export function rememberTags(onto: string, tagIds: readonly string[]) {
  if (tagIds.length === 0) return;
  useLastTags.setState((last) => ({
    onto,
    tagIds: [...new Set(last.onto === onto ? [...last.tagIds, ...tagIds] : tagIds)],
  }));
}

/** A tag was taken off again where it had just been put on: that was not meant. */
export function forgetTag(onto: string, tagId: string) {
  const last = useLastTags.getState();
  if (last.onto !== onto) return;
  const tagIds = last.tagIds.filter((id) => id !== tagId);
  if (tagIds.length > 0) useLastTags.setState({ tagIds });
}
