import type { TagAspect, Taken } from '../../domain/vocabulary/taking.ts';
import { count, inDigits } from '../desk/words.ts';

const ASPECTS: Readonly<Record<TagAspect, string>> = {
  name: 'name',
  parentId: 'place',
  description: 'description',
  colour: 'colour',
  key: 'key',
  iri: 'identifier',
};

/** What becomes of a tag: "new", "as it is", "renamed from Persons; another colour, key". */
export function deedWords({ before, changed, tag }: Taken): string {
  if (!before) return 'new';
  if (changed.length === 0) return 'as it is';
  const renamed = changed.includes('name') ? [`renamed from ${before.name}`] : [];
  const moved = changed.includes('parentId')
    ? [tag.parentId === null ? 'moved to the top' : 'moved below another']
    : [];
  const others = changed.filter((aspect) => aspect !== 'name' && aspect !== 'parentId');
  const another =
    others.length > 0 ? [`another ${others.map((one) => ASPECTS[one]).join(', ')}`] : [];
  return [...renamed, ...moved, ...another].join('; ');
}

/** How much would be done: "34 new tags, 3 changed, 4 as they are." */
export function sumWords(taken: readonly Taken[]): string {
  const made = taken.filter(({ before }) => before === null).length;
  const changed = taken.filter((each) => each.before && each.changed.length > 0).length;
  const same = taken.length - made - changed;
  if (taken.length === 0) return 'Nothing is chosen.';
  if (made + changed === 0)
    return `${count(taken.length, 'tag is', 'tags are')} there already, as told.`;
  const parts = [
    made > 0 ? count(made, 'new tag') : '',
    changed > 0
      ? made > 0
        ? `${inDigits(changed)} changed`
        : `${count(changed, 'tag')} changed`
      : '',
    same > 0 ? `${inDigits(same)} as ${same === 1 ? 'it is' : 'they are'}` : '',
  ];
  return `${parts.filter(Boolean).join(', ')}.`;
}

/** How many tags would be put: those that are new and those that change. */
export function putCount(taken: readonly Taken[]): number {
  return taken.filter(({ before, changed }) => before === null || changed.length > 0).length;
}
