import './TagChip.css';
import type { Tag, TagColour } from '../../domain/tag/tag.ts';
import { tooltipOf, useVocabulary } from './vocabulary.ts';

/** A tag by its name, beside its colour and its line pattern; its path and when to use it under the pointer. */
export function TagChip({ tag }: { readonly tag: Tag }) {
  return (
    <span className="tag" title={tooltipOf(tag, useVocabulary())}>
      <Swatch colour={tag.colour} />
      <span className="tag-name">{tag.name}</span>
    </span>
  );
}

/** A colour of the palette as a highlight shows it: the tint over the line in its pattern. */
export function Swatch({ colour }: { readonly colour: TagColour }) {
  return <span className={`swatch tag-${colour}`} aria-hidden="true" />;
}
