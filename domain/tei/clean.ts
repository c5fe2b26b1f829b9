import type { Change } from '../change/change.ts';
import type { Cleaning } from '../clean/cleaning.ts';
import { inFieldOrder } from '../clean/engine.ts';
import { readMarkup } from './edits.ts';
import { metadataOf } from './metadata.ts';
import { ruleOfEdit } from './rules.ts';
import { structureOf } from './structure.ts';
import { type Element, elementsIn, treeOf, valueOf } from './tree.ts';

/**
 * Reads an original in TEI: the words without their markup as certain changes, structure and metadata
 * from the markup itself. The edition is the authority: no rule of cleaning is asked.
 */
export function cleanTei(xml: string): Cleaning {
  const root = treeOf(xml);
  const reading = readMarkup(xml, root);
  const changes = reading.edits.map(({ from, to, insert, kind }): Change => ({
    ...{ from, to, insert, rule: ruleOfEdit[kind], reason: null },
    certainty: 'certain',
    status: 'accepted',
  }));
  return {
    changes,
    structure: structureOf(xml, root, reading),
    metadata: inFieldOrder(metadataOf(xml, documentOf(root))),
    warnings: [],
  };
}

/** The element that is the document: a `div` of a volume, or the text of a file of its own. */
function documentOf(root: Element): Element {
  let text: Element | null = null;
  for (const one of elementsIn(root)) {
    if (one.name === 'div' && valueOf(one, 'type') === 'document') return one;
    if (one.name === 'text') text ??= one;
  }
  return text ?? root;
}
