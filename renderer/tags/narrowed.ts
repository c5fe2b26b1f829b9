import type { TagNode } from '../../domain/tag/tree.ts';
import { matchingTags } from './matching.ts';
import { sought, type Vocabulary } from './vocabulary.ts';

const nothing: ReadonlySet<string> = new Set();

/** A tree of which only a part is shown, and the ids of the tags that are open for it. */
export interface Narrowed {
  readonly tree: readonly TagNode[];
  readonly open: ReadonlySet<string>;
  /** How many tags hold what was typed. */
  readonly found: number;
}

/** The part of the vocabulary that leads to the tags whose names or paths hold what was typed. */
export function narrowed({ tree, listed }: Vocabulary, typed: string): Narrowed {
  if (sought(typed) === '') return { tree, open: nothing, found: listed.length };
  const found = new Set(matchingTags(listed, typed).map(({ tag }) => tag.id));
  const open = new Set<string>();
  const part = (nodes: readonly TagNode[]): TagNode[] =>
    nodes.flatMap((node) => {
      const below = part(node.below);
      if (below.length > 0) open.add(node.tag.id);
      return below.length > 0 || found.has(node.tag.id) ? { ...node, below } : [];
    });
  return { tree: part(tree), open, found: found.size };
}
