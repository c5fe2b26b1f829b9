import type { Annotation, Target } from '../annotation/annotation.ts';
import type { ExportOptions } from '../exchange/format.ts';
import type { CableRecord, LibraryFrame } from '../exchange/record.ts';
import type { Relation } from '../relation/relation.ts';
import { tagsById } from '../tag/tree.ts';
import { bodiesOf, motivationOf, relationBodies } from './bodies.ts';
import { type Part, partIri, PARTS, verdictIri } from './iri.ts';
import type { JsonObject } from './json.ts';
import { type TargetFrame, targetOf } from './targets.ts';
import { cableIri, type SourceText, type SourceTexts } from './texts.ts';

/** The context of the standard; each item has it, so that it can be taken out of its page. */
export const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

/** What items are made with. */
export interface ItemFrame {
  readonly frame: LibraryFrame;
  readonly options: ExportOptions;
  readonly texts: SourceTexts;
  readonly copyOf: (text: SourceText) => string;
}

/**
 * The annotations of a cable with all that is said about them, as items of a page. One that stands on both
 * sides, or has lost some of its words, is one item a part and one that links them (`motivation` linking) and
 * has the annotation's own id: programs that show one text take the parts of that text.
 */
export function itemsOf(record: CableRecord, using: ItemFrame): JsonObject[] {
  const tags = tagsById(using.frame.tags);
  const types = new Map(using.frame.relationTypes.map((type) => [type.id, type]));
  const software = { type: 'Software', name: `Cablewright ${using.frame.program}` };
  const item = (id: string, said: JsonObject): JsonObject => ({
    '@context': CONTEXT,
    id,
    type: 'Annotation',
    generator: software,
    ...said,
  });

  const annotationItems = (annotation: Annotation): JsonObject[] => {
    const parts = partsOf(annotation);
    const bodies = bodiesOf(annotation, tags);
    const whole = annotationIri(annotation.id);
    const said = { ...madeBy(annotation), modified: annotation.modified };
    const content = { motivation: motivationOf(bodies), ...said };
    const came = record.origins.get(annotation.id);
    const own = { canonical: whole, ...(came === undefined ? {} : { via: came }) };
    const [first] = parts;
    if (!first)
      return [
        item(whole, {
          ...content,
          ...own,
          body: bodies,
          target: [{ source: cableIri(record) }],
        }),
      ];
    if (parts.length === 1)
      return [item(whole, { ...content, ...own, body: bodies, target: told(first, annotation) })];
    return [
      ...parts.map((part) =>
        item(partIri(annotation.id, part.part), {
          ...content,
          'dcterms:isPartOf': { id: whole },
          body: bodies,
          target: told(part, annotation),
        }),
      ),
      item(whole, {
        motivation: 'linking',
        ...said,
        ...own,
        body: [],
        target: parts.map(({ part }) => ({ id: partIri(annotation.id, part) })),
      }),
    ];
  };

  const targets: TargetFrame = { unit: using.options.offsets, copyOf: using.copyOf };
  const told = ({ targets: passages }: PartOf, annotation: Annotation): JsonObject[] =>
    passages.map((target) =>
      targetOf(target, using.texts[target.side], targets, placeOf(target, annotation)),
    );

  const relationItem = ({ id, typeId, from, to, note, ...made }: Relation): JsonObject =>
    item(annotationIri(id), {
      motivation: 'linking',
      ...madeBy(made),
      canonical: annotationIri(id),
      body: [
        { id: annotationIri(to), purpose: 'linking' },
        ...relationBodies(types.get(typeId), note),
      ],
      target: [{ id: annotationIri(from) }],
    });

  const verdictItems = ({ id, verdict }: Annotation): JsonObject[] =>
    verdict === null
      ? []
      : [
          item(verdictIri(id), {
            motivation: 'assessing',
            ...madeBy({ creator: verdict.by, created: verdict.time }),
            body: [
              {
                type: 'TextualBody',
                purpose: 'assessing',
                value: verdict.value,
                format: 'text/plain',
              },
            ],
            target: [{ id: annotationIri(id) }],
          }),
        ];

  return [
    ...record.annotations.flatMap(annotationItems),
    ...record.annotations.flatMap(verdictItems),
    ...record.relations.map(relationItem),
  ];
}

/** What names an annotation, or a relation, wherever it is (RFC 9562). */
function annotationIri(id: string): string {
  return `urn:uuid:${id}`;
}

function madeBy({ creator, created }: Pick<Annotation, 'creator' | 'created'>): JsonObject {
  return { ...(creator === '' ? {} : { creator: { type: 'Person', name: creator } }), created };
}

/** The passages of an annotation that one item tells. */
interface PartOf {
  readonly part: Part;
  readonly targets: readonly Target[];
}

/** The parts in which an annotation is told; none of one on the whole cable. */
function partsOf({ targets }: Annotation): PartOf[] {
  return PARTS.flatMap((part) => {
    const its = targets.filter(({ side, lost }) => part === (lost === null ? side : 'unplaced'));
    return its.length > 0 ? [{ part, targets: its }] : [];
  });
}

/** The number of a passage among those of its annotation, where its parts would not tell their order. */
function placeOf(target: Target, { targets }: Annotation): number | null {
  return targets.length > 1 ? targets.indexOf(target) : null;
}
