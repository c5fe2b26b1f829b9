import type { RelationType } from '../../relation/relation.ts';
import type { Tag } from '../../tag/tag.ts';
import type { Scribe } from './scribe.ts';
import { lines, tag } from './xml.ts';

/** The tags as a taxonomy: those below another one stand in it. Those of whose parent nothing is said stand at the top. */
export function tagTaxonomy(tags: readonly Tag[], scribe: Scribe): string[] {
  if (tags.length === 0) return [];
  const there = new Set(tags.map(({ id }) => id));
  const written = new Set<string>();
  const below = (parent: string | null): string[] =>
    tags
      .filter(
        ({ parentId }) => (parentId !== null && there.has(parentId) ? parentId : null) === parent,
      )
      .filter(({ id }) => !written.has(id) && written.add(id))
      .map((one) => category(one, lines(below(one.id)), scribe));
  const desc = tag(
    'desc',
    {},
    'Tags of annotations, with their colours in rend and their keys in n.',
  );
  return [tag('taxonomy', { 'xml:id': scribe.id('tags') }, lines([desc, ...below(null)]))];
}

function category(one: Tag, below: string, scribe: Scribe): string {
  const { id, name, colour, description, key, iri } = one;
  const said =
    tag('term', {}, scribe.words(name)) +
    (description === '' ? '' : tag('q', { type: 'description' }, scribe.words(description))) +
    (iri === null ? '' : tag('idno', { type: 'IRI' }, scribe.words(iri)));
  return tag(
    'category',
    { 'xml:id': `tag-${id}`, rend: colour, n: key },
    tag('catDesc', {}, said) + below,
  );
}

/** The types of relations: their names as read in either direction. */
export function relationTaxonomy(types: readonly RelationType[], scribe: Scribe): string[] {
  if (types.length === 0) return [];
  const all = types.map(({ id, name, reverse, description }) =>
    tag(
      'category',
      { 'xml:id': `relation-type-${id}` },
      tag(
        'catDesc',
        {},
        tag('term', {}, scribe.words(name)) +
          (reverse === null ? '' : tag('term', { type: 'reverse' }, scribe.words(reverse))) +
          (description === '' ? '' : tag('q', { type: 'description' }, scribe.words(description))),
      ),
    ),
  );
  const desc = tag('desc', {}, 'Types of relations between annotations.');
  return [tag('taxonomy', { 'xml:id': scribe.id('relation-types') }, lines([desc, ...all]))];
}

/** The rules of cleaning that changes and metadata come from; `explanationOf` is the sentence of a rule, if it has one. */
export function ruleTaxonomy(
  scribe: Scribe,
  explanationOf: (rule: string) => string | null,
): string[] {
  const all = [...scribe.rules()].map(([name, id]) => {
    const explanation = explanationOf(name);
    return tag(
      'category',
      { 'xml:id': id },
      tag(
        'catDesc',
        {},
        tag('term', {}, scribe.words(name)) +
          (explanation === null
            ? ''
            : tag('q', { type: 'description' }, scribe.words(explanation))),
      ),
    );
  });
  if (all.length === 0) return [];
  const desc = tag('desc', {}, 'Rules of cleaning.');
  return [tag('taxonomy', { 'xml:id': scribe.id('rules') }, lines([desc, ...all]))];
}

/** The tags that some annotations have, with those above them, in the order of the vocabulary. */
export function tagsWithParents(tags: readonly Tag[], used: Iterable<string>): Tag[] {
  const byId = new Map(tags.map((one) => [one.id, one]));
  const wanted = new Set<string>();
  for (const id of used)
    for (
      let one = byId.get(id);
      one && !wanted.has(one.id);
      one = one.parentId === null ? undefined : byId.get(one.parentId)
    )
      wanted.add(one.id);
  return tags.filter(({ id }) => wanted.has(id));
}
