import type { Tag } from '../tag/tag.ts';
import { type Coming, placeOf, withComing } from './coming.ts';

/** Where tags come to stand, with no two at one place and no circle. */
export interface Settled {
  readonly coming: readonly Coming[];
  readonly problems: readonly string[];
}

/** What is coming by the ids of its tags. */
type ByTag = Map<string, Coming>;

/**
 * Makes the tree after taking concepts over a sound one. Where two tags would have one name beside each
 * other, or would stand in a circle, those that were there keep their name and place; a new one becomes
 * the tag that is there. Every step leaves fewer that move or are new, so it ends.
 */
export function settle(tags: readonly Tag[], coming: readonly Coming[]): Settled {
  const problems: string[] = [];
  const byTag: ByTag = new Map(coming.map((each) => [each.tag.id, each]));
  const solve = () =>
    partNamesakes(tags, byTag, problems) ||
    openCircles(withComing(tags, byTag.values()), byTag, problems);
  while (solve());
  return { coming: [...byTag.values()], problems };
}

/** Whether something had to give way. */
function partNamesakes(tags: readonly Tag[], byTag: ByTag, problems: string[]): boolean {
  let changed = false;
  for (const group of namesakes(withComing(tags, byTag.values()))) {
    const moving = group.flatMap(({ id }) => movingOf(byTag.get(id)) ?? []);
    const made = group.filter(({ id }) => byTag.get(id)?.before === null);
    const there = group.find(({ id }) => byTag.get(id)?.before !== null) ?? made.shift();
    // With nothing else at the place, the first that comes may have it.
    const back = moving.length === group.length ? moving.slice(1) : moving;
    for (const each of back) {
      byTag.set(each.tag.id, putBack(each));
      problems.push(
        `“${each.before.name}” keeps its name and place: another tag is called “${each.tag.name}” there.`,
      );
    }
    if (back.length === 0 && there)
      for (const tag of made) {
        becomes(tag, there, byTag);
        problems.push(`“${tag.name}” is there already at its place; the two become one tag.`);
      }
    changed ||= back.length > 0 || made.length > 0;
  }
  return changed;
}

/** The tags that have their place together with others. */
function namesakes(after: ReadonlyMap<string, Tag>): Tag[][] {
  const places = new Map<string, Tag[]>();
  for (const tag of after.values()) {
    const place = placeOf(tag.parentId, tag.name);
    const there = places.get(place);
    if (there) there.push(tag);
    else places.set(place, [tag]);
  }
  return [...places.values()].filter(({ length }) => length > 1);
}

interface Moving extends Coming {
  readonly before: Tag;
}

/** What is coming, if it gives a tag that is there another name or place. */
function movingOf(coming: Coming | undefined): Moving | null {
  if (!coming?.before) return null;
  const { before, tag } = coming;
  const moves = placeOf(tag.parentId, tag.name) !== placeOf(before.parentId, before.name);
  return moves ? { ...coming, before } : null;
}

function putBack({ concept, before, tag }: Moving): Coming {
  return { concept, before, tag: { ...tag, name: before.name, parentId: before.parentId } };
}

/** A new tag gives way to one that is there; what would come below it comes below that. */
function becomes(made: Tag, there: Tag, byTag: ByTag): void {
  byTag.delete(made.id);
  for (const [id, each] of byTag)
    if (each.tag.parentId === made.id)
      byTag.set(id, { ...each, tag: { ...each.tag, parentId: there.id } });
}

/** Whether something had to give way. */
function openCircles(after: ReadonlyMap<string, Tag>, byTag: ByTag, problems: string[]): boolean {
  const sound = new Set<string>();
  for (const { id } of after.values()) {
    const line = new Set<string>();
    let at: string | null = id;
    while (at !== null && !sound.has(at) && !line.has(at)) {
      line.add(at);
      at = after.get(at)?.parentId ?? null;
    }
    if (at !== null && line.has(at)) {
      const circle = [...line].slice([...line].indexOf(at));
      const [moving] = circle.flatMap((each) => movingOf(byTag.get(each)) ?? []);
      if (moving) {
        byTag.set(moving.tag.id, putBack(moving));
        problems.push(
          `“${moving.before.name}” keeps its place: it would come to stand below itself.`,
        );
        return true;
      }
    }
    for (const each of line) sound.add(each);
  }
  return false;
}
