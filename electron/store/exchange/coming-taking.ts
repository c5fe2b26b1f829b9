import { z } from 'zod';
import type { Annotation, Target } from '../../../domain/annotation/annotation.ts';
import type { PlaceChoice } from '../../../domain/exchange/coming.ts';
import { comingTags, tidy } from '../../../domain/exchange/coming-tags.ts';
import { comingTypes } from '../../../domain/exchange/coming-types.ts';
import { type Loss, type LossReport, lossCollector } from '../../../domain/exchange/loss.ts';
import { clearPlace, clearScore, proposedIn } from '../../../domain/exchange/clear.ts';
import type { Placing } from '../../../domain/exchange/placing.ts';
import type { Operation } from '../../../domain/journal/operation.ts';
import type { Relation } from '../../../domain/relation/relation.ts';
import type { Library } from '../library.ts';
import type { Steps } from '../search/turns.ts';
import type { ComparedAnnotation } from './coming-comparing.ts';
import { relationIdFor, tagIdFor, typeIdFor } from './coming-ids.ts';
import type { KeptComing } from './coming-kept.ts';

/** How doubtful passages are decided: what a person chose, and from which score on the clear ones are taken (null: none). */
export interface Deciding {
  readonly chosen: readonly PlaceChoice[];
  readonly least: number | null;
}

/** What taking a file over does, worked out and not done yet. */
export interface Taking {
  readonly operations: readonly Operation[];
  /** The cable all annotations are of; null where they are of several, or none comes. */
  readonly cableId: string | null;
  /** What annotations were called where they came from, by their ids. */
  readonly origins: readonly (readonly [id: string, iri: string])[];
  readonly annotations: number;
  readonly placed: number;
  readonly relations: number;
  readonly tags: number;
  readonly losses: LossReport;
}

/** Works out what taking a file over does, in the library as it is. `time` is that of annotations that tell none. */
export function* takingOf(
  library: Library,
  { coming, compared }: KeptComing,
  deciding: Deciding,
  time: string,
): Steps<Taking> {
  const losses = lossCollector();
  for (const loss of coming.losses) losses.add(loss);
  const tags = comingTags(library.tags.list(), tagIdFor);
  const choices = new Map(
    deciding.chosen.map(({ key, passage, place }) => [`${passage} ${key}`, place]),
  );
  const made: Annotation[] = [];
  const origins: (readonly [string, string])[] = [];
  const idOf = new Map<string, string>();
  for (const item of compared.items) {
    const { id, outcome, coming: each } = item;
    const isThere = library.annotations.find(id) !== null;
    if (outcome !== 'homeless' || isThere) idOf.set(each.key, id);
    if (isTaken(item) && !isThere) {
      const tagIds = each.tags.flatMap((tag) => {
        if (tag.name.trim().length > 80 && !tags.find(tag)) losses.add(cutName(tag.name, item));
        return tags.get(tag)?.id ?? [];
      });
      const targets = targetsOf(item, choices, deciding.least);
      made.push(annotationOf(item, targets, tagIds, time));
      if (each.iri !== null) origins.push([id, each.iri]);
    }
    for (const loss of lossesOf(item)) losses.add(loss);
    yield;
  }
  const links = yield* linksOf(library, { coming, compared }, idOf, time);
  for (const loss of links.losses) losses.add(loss);
  const [cableId = null, another] = new Set(made.map((annotation) => annotation.cableId));
  const operations: Operation[] = [
    ...tags.made.map((tag): Operation => ({ type: 'tag.put', tag })),
    ...links.types,
    ...(made.length === 0
      ? []
      : [
          {
            type: 'annotations.put' as const,
            alike: made.map(({ id, cableId: of, ...annotation }) => ({
              annotation,
              at: [[id, of] as [string, string]],
            })),
          },
        ]),
    ...links.relations,
  ];
  return {
    operations,
    cableId: another === undefined ? cableId : null,
    origins,
    annotations: made.length,
    placed: made.filter(({ targets }) => targets.every(({ lost }) => lost === null)).length,
    relations: links.relations.length,
    tags: tags.made.length,
    losses: losses.report(),
  };
}

const isTaken = ({ outcome }: ComparedAnnotation): boolean =>
  outcome === 'placed' || outcome === 'proposed' || outcome === 'unplaced';

/** The targets an annotation gets: where its passages are placed, at the places taken, else lost. */
function targetsOf(
  { coming, placings }: ComparedAnnotation,
  choices: ReadonlyMap<string, number | null>,
  least: number | null,
): Target[] {
  const score = least === null ? null : clearScore(proposedIn(placings));
  const takesClear = least !== null && score !== null && score >= least;
  return placings.map((placing, passage) => {
    if (placing.kind === 'placed') return placing.target;
    const choice = choices.get(`${passage} ${coming.key}`);
    if (choice !== undefined) return placeAt(placing, choice) ?? placing.target;
    return (takesClear ? clearPlace(placing.places, least)?.target : null) ?? placing.target;
  });
}

function placeAt(placing: Placing, choice: number | null): Target | null {
  if (placing.kind === 'placed' || choice === null) return null;
  return placing.places[choice]?.target ?? null;
}

const Time = z.iso.datetime();
const timeOr = (time: string | null, otherwise: string): string =>
  time !== null && Time.safeParse(time).success ? time : otherwise;

function annotationOf(
  { id, cableId, coming }: ComparedAnnotation,
  targets: Target[],
  tagIds: readonly string[],
  time: string,
): Annotation {
  const { note, creator, verdict } = coming;
  const created = timeOr(coming.created ?? coming.modified, time);
  return {
    id,
    cableId: cableId ?? '',
    targets,
    tagIds: [...new Set(tagIds)],
    note: note.replaceAll(/\r\n?/gu, '\n'),
    creator,
    created,
    modified: timeOr(coming.modified, created),
    verdict: verdict ?? null,
  };
}

/** What does not come of an annotation. */
function lossesOf(item: ComparedAnnotation): Loss[] {
  const { outcome, reason, coming } = item;
  const what = wordsOf(item);
  if (outcome === 'homeless')
    return [
      {
        kind: 'no cable',
        sentence: 'Annotations on texts that are not in this library are left out.',
        ...{ what: `${what}: ${reason}`, cableId: null, annotationId: null },
      },
    ];
  const found = { cableId: item.cableId, annotationId: item.id };
  if (outcome === 'changed')
    return [
      {
        kind: 'said otherwise',
        sentence:
          'Annotations that are here already, and say something else, stay as they are here.',
        ...{ what: `${what}: ${reason}`, ...found },
      },
    ];
  return isTaken(item) && coming.partial === true
    ? [
        {
          kind: 'told in part',
          sentence: 'Annotations that the file tells in part come with the passages it tells.',
          ...{ what, ...found },
        },
      ]
    : [];
}

/** What an annotation is called in a list of losses. */
function wordsOf({ coming: { targets, note, key } }: ComparedAnnotation): string {
  const words = (targets[0]?.quote?.exact ?? '').trim() || note.trim() || key;
  return `“${words.length > 80 ? `${words.slice(0, 79).trimEnd()}…` : words}”`;
}

function cutName(name: string, { cableId, id }: ComparedAnnotation): Loss {
  return {
    kind: 'long names',
    sentence: 'Names of tags that are longer than 80 characters are cut.',
    ...{ what: tidy(name), cableId, annotationId: id },
  };
}

/** The relations between what is here or comes, with the types that have to be made for them, and those that are left out. */
function* linksOf(
  library: Library,
  { coming, compared }: Pick<KeptComing, 'coming' | 'compared'>,
  idOf: ReadonlyMap<string, string>,
  time: string,
): Steps<{ types: Operation[]; relations: Operation[]; losses: Loss[] }> {
  const { annotations, relations: table } = library;
  const types = comingTypes(table.types.list(), typeIdFor);
  const isOfFile = new Set(compared.items.map((item) => item.coming.key));
  const relations: Operation[] = [];
  const losses: Loss[] = [];
  const met = new Set<string>();
  for (const each of coming.relations) {
    yield;
    // An end that is no key of the file may be an annotation that is here.
    const [from, to] = [each.from, each.to].map(
      (key) => idOf.get(key) ?? (!isOfFile.has(key) && annotations.find(key) ? key : null),
    );
    if (!from || !to || from === to) {
      losses.push(looseEnd(each.type, from ?? to ?? null));
      continue;
    }
    const { type, turned } = types.get(each);
    const ends = turned ? { from: to, to: from } : { from, to };
    const id = relationIdFor(each, [type.id, ends.from, ends.to]);
    const said = [ends.from, ends.to].map((end) => `${type.id} ${end}`);
    const key = (type.reverse === null ? said.toSorted() : said).join(' ');
    if (met.has(key) || table.find(id) || isSaid(library, type.id, type.reverse, ends)) continue;
    met.add(key);
    const relation: Relation = {
      ...{ id, typeId: type.id, ...ends, note: each.note, creator: each.creator },
      created: timeOr(each.created, time),
    };
    relations.push({ type: 'relation.put', relation });
  }
  const made = types.made.map((relationType): Operation => ({
    type: 'relationType.put',
    relationType,
  }));
  return { types: made, relations, losses };
}

/** Whether two annotations are related so already; without a direction whichever end comes first. */
function isSaid(
  { relations }: Library,
  typeId: string,
  reverse: string | null,
  { from, to }: Pick<Relation, 'from' | 'to'>,
): boolean {
  return relations
    .ofAnnotation(from)
    .some(
      (other) =>
        other.typeId === typeId &&
        ((other.from === from && other.to === to) ||
          (reverse === null && other.from === to && other.to === from)),
    );
}

function looseEnd(type: string, annotationId: string | null): Loss {
  return {
    kind: 'loose links',
    sentence: 'Links to annotations that do not come are left out.',
    ...{ what: type, cableId: null, annotationId },
  };
}
