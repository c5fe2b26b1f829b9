import type { Tag } from '../tag/tag.ts';
import type { Coming } from './coming.ts';
import type { Settled } from './settling.ts';

/**
 * Gives tags the keys their concepts ask for. A key belongs to one tag: where another that keeps it, or
 * an earlier concept, has it already, a tag stays with the key it had, if that is still free.
 */
export function giveKeys(tags: readonly Tag[], coming: readonly Coming[]): Settled {
  const asking = new Map(coming.filter(asksForKey).map((each) => [each.tag.id, each]));
  const owners = new Map<string, string>();
  for (const { id, key, name } of tags) if (key !== null && !asking.has(id)) owners.set(key, name);
  const problems: string[] = [];
  const given = coming.map((each) => {
    const wanted = asking.get(each.tag.id)?.concept.key ?? null;
    if (wanted === null) return each;
    const { tag, before } = each;
    const owner = owners.get(wanted);
    const had = before?.key ?? null;
    const left = had !== null && !owners.has(had) ? had : null;
    const key = owner === undefined ? wanted : left;
    if (owner !== undefined)
      problems.push(`The key ${wanted.toUpperCase()} is that of “${owner}”, not of “${tag.name}”.`);
    if (key !== null) owners.set(key, tag.name);
    return { ...each, tag: { ...tag, key } };
  });
  return { coming: given, problems };
}

function asksForKey({ concept: { key }, before }: Coming): boolean {
  return key !== null && key !== before?.key;
}
