import { idIn } from '../vocabulary/identity.ts';
import { wholeOfPart } from './iri.ts';
import { idOf, type JsonObject, listed, timeIn } from './json.ts';
import type { Node } from './nodes.ts';
import { type Passage, passagesIn } from './passages.ts';
import { authorOf, motivationsOf, type Said, saidBy } from './saying.ts';

/** An annotation as its own item tells it, before it is known what the others say of it. */
export interface Draft {
  readonly node: JsonObject;
  /** What tells it from the others of its file: the id of ours, else its IRI, else its number. */
  readonly key: string;
  /** What it is called in its file. */
  readonly name: string | null;
  /** The id of ours, where it was once exported from here. */
  readonly id: string | null;
  /** Whether it is only a part of that annotation. */
  readonly isPart: boolean;
  /** What it was called where it came from, before it was one of ours. */
  readonly iri: string | null;
  readonly passages: readonly Passage[];
  readonly said: Said;
  readonly motivations: readonly string[];
  readonly creator: string;
  readonly created: string | null;
  readonly modified: string | null;
}

/** Reads one item. */
export function draftOf({ node, number }: Node): Draft {
  const name = idOf(node);
  const canonical = idOf(node['canonical']);
  const whole = wholeOfPart(name ?? '') ?? idIn(idOf(node['dcterms:isPartOf']));
  const id = whole ?? idIn(name) ?? idIn(canonical);
  const via = idOf(listed(node['via'])[0]);
  const iri = id === null ? (canonical ?? name) : via;
  return {
    node,
    key: id ?? iri ?? `#${number}`,
    name,
    id,
    isPart: whole !== null,
    iri,
    passages: passagesIn(node['target']),
    said: saidBy(node),
    motivations: motivationsOf(node),
    creator: authorOf(node),
    created: timeIn(node['created'] ?? node['dcterms:created']),
    modified: timeIn(node['modified'] ?? node['dcterms:modified']),
  };
}

/** All names by which items of a file may refer to each other. */
export function draftsByName(drafts: readonly Draft[]): ReadonlyMap<string, Draft> {
  const byName = new Map<string, Draft>();
  for (const draft of drafts)
    for (const name of [draft.name, idOf(draft.node['canonical']), draft.iri])
      if (name !== null && !byName.has(name)) byName.set(name, draft);
  return byName;
}
