import type { Annotation } from '../../domain/annotation/annotation.ts';
import type { Relation, RelationType } from '../../domain/relation/relation.ts';
import { passage } from './labels.ts';

/** Two annotations with how the first is related to the second. */
export interface Link {
  readonly type: RelationType;
  readonly from: Annotation;
  readonly to: Annotation;
}

/** A link within a phrase: `“IL-28s” (quotes) “the bombers”`. */
function linked({ type, from, to }: Link): string {
  return `${passage(from)} (${type.name}) ${passage(to)}`;
}

/** What relating two annotations is called. */
export function linking(link: Link): string {
  return `link ${linked(link)}`;
}

/** What parting two annotations is called. */
export function parting(link: Link): string {
  return `remove the link ${linked(link)}`;
}

/** What changing a relation is called; `link` is as it is afterwards. */
export function relinking(link: Link, before: Relation, after: Relation): string {
  if (before.typeId !== after.typeId || before.from !== after.from)
    return `change the link to ${linked(link)}`;
  if (!before.note) return `write a note on the link ${linked(link)}`;
  return `${after.note ? 'change' : 'delete'} the note on the link ${linked(link)}`;
}

/** What changing a type of relations is called. */
export function changingType(before: RelationType, after: RelationType): string {
  if (before.name !== after.name) return `rename the kind of link ${before.name} to ${after.name}`;
  if (before.reverse === after.reverse) return `describe the kind of link ${after.name}`;
  return after.reverse === null
    ? `have the kind of link ${after.name} read the same from both ends`
    : `have the kind of link ${after.name} read “${after.reverse}” from the other end`;
}

/** What deleting a type with its relations is called. */
export function deletingType({ name }: RelationType, uses: number): string {
  const links = uses === 1 ? 'its one link' : `its ${uses} links`;
  return `delete the kind of link ${name}${uses === 0 ? '' : ` with ${links}`}`;
}
