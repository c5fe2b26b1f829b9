import './TagLine.css';
import { PATH_SIGN } from '../../domain/tag/tree.ts';
import { keyLabel } from '../commands/keys.ts';
import { TagChip } from './TagChip.tsx';
import type { ListedTag } from './vocabulary.ts';

/** A tag in a list that is no tree: with where it stands, and its key. */
export function TagLine({ listed: { tag, above } }: { readonly listed: ListedTag }) {
  return (
    <span className="tag-line">
      <TagChip tag={tag} />
      <span className="tag-line-path">
        {above.length > 0 && (
          <>
            <span className="by-ear">below </span>
            {above.join(PATH_SIGN)}
          </>
        )}
      </span>
      {tag.key !== null && <kbd>{tagKeyLabel(tag.key)}</kbd>}
    </span>
  );
}

/** The key of a tag as the reader sees it: `Alt K`. */
export function tagKeyLabel(key: string): string {
  return keyLabel(`Alt+${key}`);
}
