import type { RelationType } from '../../domain/relation/relation.ts';

/** A kind of link as it is read from one of its ends. */
export interface Kind {
  /** Tells this reading from all others. */
  readonly key: string;
  readonly type: RelationType;
  /** Whether it is read from the second annotation to the first. */
  readonly reversed: boolean;
  /** How it is read: “quotes”, “is quoted by”. */
  readonly name: string;
}

/** How a type is read from one of its ends. */
export function kindOf(type: RelationType, reversed: boolean): Kind {
  const other = reversed && type.reverse !== null;
  return {
    key: `${type.id}${other ? ' reversed' : ''}`,
    type,
    reversed: other,
    name: other ? (type.reverse ?? type.name) : type.name,
  };
}

/** All kinds of links, each type from both its ends where they differ. */
export function kindsOf(types: readonly RelationType[]): Kind[] {
  return types.flatMap((type) =>
    type.reverse === null ? [kindOf(type, false)] : [kindOf(type, false), kindOf(type, true)],
  );
}
