import type { RelationType } from '../relation/relation.ts';
import { foldedName, sameName } from '../tag/tag.ts';
import type { ComingRelation } from './coming.ts';
import { tidy } from './coming-tags.ts';

/** The type that a coming relation is of; `turned` where the library reads it from the other end. */
export interface TypeMeant {
  readonly type: RelationType;
  readonly turned: boolean;
}

/** The types of relations that a file means, among those of a library and those that have to be made. */
export interface ComingTypes {
  /** The type that is meant, made if need be. */
  readonly get: (coming: ComingRelation) => TypeMeant;
  readonly made: readonly RelationType[];
}

/** What a relation is called that has no name. */
const NAMELESS = 'is linked to';

/** What a type is called from its other end where the file does not say it. */
const OTHER_WAY = 'comes with';

/**
 * Finds the types of relations from elsewhere among those of a library: by our id, else by name, from whichever end
 * it is read. `idFor` gives a new type its id by its name, always the same.
 */
export function comingTypes(
  known: readonly RelationType[],
  idFor: (name: string) => string,
): ComingTypes {
  const all = new Map(known.map((type) => [type.id, type]));
  const made: RelationType[] = [];

  const find = (name: string, typeId: string | null): TypeMeant | null => {
    const own = typeId === null ? undefined : all.get(typeId);
    if (own) return { type: own, turned: own.reverse !== null && sameName(own.reverse, name) };
    for (const type of all.values()) {
      if (sameName(type.name, name)) return { type, turned: false };
      if (type.reverse !== null && sameName(type.reverse, name)) return { type, turned: true };
    }
    const renamed = all.get(idFor(foldedName(name)));
    return renamed ? { type: renamed, turned: false } : null;
  };

  return {
    made,
    get({ type: told, typeId, reverse, typeDescription = '' }) {
      const name = tidy(told) || NAMELESS;
      const found = find(name, typeId);
      if (found) return found;
      const taken = (other: string) =>
        [...all.values()].some(
          (type) => sameName(type.name, other) || sameName(type.reverse ?? type.name, other),
        );
      const back = reverse === undefined ? `${OTHER_WAY}: ${name}` : reverse;
      const other = back === null || sameName(back, name) ? null : tidy(back);
      const type: RelationType = {
        id: typeId ?? idFor(foldedName(name)),
        name,
        // No two types may have a name in common, of whichever end.
        reverse: other !== null && taken(other) ? tidy(`${OTHER_WAY}: ${name}`) : other,
        description: typeDescription,
      };
      all.set(type.id, type);
      made.push(type);
      return { type, turned: false };
    },
  };
}
