import type { ComingAnnotation, ComingSource, ComingTarget } from '../exchange/coming.ts';
import type { LossKind } from '../exchange/telling.ts';
import type { Draft } from './drafts.ts';
import { listed } from './json.ts';
import type { Passage } from './passages.ts';
import type { Said } from './saying.ts';

/** An annotation that was read, and what of it could not be kept. */
export interface Joined {
  readonly annotations: readonly ComingAnnotation[];
  readonly losses: readonly LossKind[];
}

const PARTS_DIFFER: LossKind = {
  kind: 'parts-differ',
  sentence:
    'The parts of an annotation on both sides say different things; the tags and notes of all were put together.',
};
const TWICE: LossKind = {
  kind: 'twice',
  sentence:
    'The same annotation stands in the file twice with different words; the later one was read.',
};
const SEVERAL_TEXTS: LossKind = {
  kind: 'several-texts',
  sentence: 'Annotations on several texts become one annotation a text.',
};
const PROPERTIES: LossKind = {
  kind: 'properties',
  sentence:
    'What annotations tell beside words, tags, note, author and times (rights, audience, style …) is left out.',
};

/** Makes one annotation of all items of it. `joint` is what links its parts, where the file has that. */
export function joined(drafts: readonly Draft[], joint: Draft | undefined): Joined {
  const parts = drafts.filter(({ isPart }) => isPart);
  const { chosen, losses } = parts.length > 0 ? { chosen: parts, losses: [] } : latest(drafts);
  const [first] = chosen;
  if (!first) return { annotations: [], losses: [] };
  const said = together(chosen.map((draft) => draft.said));
  const alike = chosen.every((draft) => saysSame(draft.said, first.said));
  const head = joint ?? first;
  const texts = byText(chosen.flatMap(({ passages }) => passages));
  const told = parts.length > 0 && !allThere(chosen, joint);
  const common = {
    tags: said.tags,
    note: said.note,
    creator: head.creator,
    created: head.created,
    modified: chosen.map(({ modified }) => modified).reduce(later, head.modified),
    ...(told ? { partial: true } : {}),
  };
  return {
    annotations: texts.map((passages, index) => ({
      key: index === 0 ? first.key : `${first.key} (${index + 1})`,
      id: index === 0 ? first.id : null,
      iri: index === 0 ? head.iri : `${first.id ?? head.iri ?? first.key}#${index + 1}`,
      source: sourceOf(passages),
      targets: targetsOf(passages),
      ...common,
    })),
    losses: [
      ...losses,
      ...said.losses,
      ...(alike ? [] : [PARTS_DIFFER]),
      ...(texts.length > 1 ? [SEVERAL_TEXTS] : []),
      ...(chosen.some(hasMore) ? [PROPERTIES] : []),
    ],
  };
}

/** Of items that say the same id the one that was changed last. */
function latest(drafts: readonly Draft[]): { chosen: Draft[]; losses: LossKind[] } {
  const [first, ...others] = drafts.toSorted((a, b) => compared(b.modified, a.modified));
  if (!first) return { chosen: [], losses: [] };
  const differ = others.length > 0 && new Set(drafts.map(wordsOf)).size > 1;
  return { chosen: [first], losses: differ ? [TWICE] : [] };
}

/** All that was read of an item, as one text. */
function wordsOf({ passages, said: { note, tags }, creator, created, modified }: Draft): string {
  return JSON.stringify([passages, note, tags, creator, created, modified]);
}

/** What several items say, each thing once. */
function together(all: readonly Said[]): Pick<Said, 'tags' | 'note' | 'losses'> {
  const tags = new Map(all.flatMap((said) => said.tags.map((tag) => [keyOf(tag), tag])));
  const notes = new Set(all.map(({ note }) => note).filter((note) => note !== ''));
  const losses = new Set(all.flatMap((said) => said.losses));
  return { tags: [...tags.values()], note: [...notes].join('\n\n'), losses: [...losses] };
}

const keyOf = ({ id, iri, path, name }: Said['tags'][number]): string =>
  id ?? iri ?? JSON.stringify([...path, name]);

function saysSame(one: Said, other: Said): boolean {
  const tags = (said: Said) => JSON.stringify(said.tags.map(keyOf).toSorted());
  return one.note === other.note && tags(one) === tags(other);
}

/** Whether all parts are there that the joint links. */
function allThere(parts: readonly Draft[], joint: Draft | undefined): boolean {
  const there = new Set(parts.map(({ name }) => name));
  return joint?.passages.every(({ names }) => there.has(names)) ?? false;
}

function later(one: string | null, other: string | null): string | null {
  return compared(one, other) < 0 ? other : one;
}

/** Which of two times (UTC ISO 8601) is earlier: less than 0 for the first. None is before all. */
function compared(one: string | null, other: string | null): number {
  if (one === other) return 0;
  return (one ?? '') < (other ?? '') ? -1 : 1;
}

/** Passages by the text they are of: those on the sides of one cable are together. */
function byText(passages: readonly Passage[]): Passage[][] {
  const texts = new Map<string, Passage[]>();
  for (const passage of passages) {
    const { cableId, sha256, name } = passage.source;
    const text = cableId === null ? (name ?? '') : `${cableId} ${sha256}`;
    const its = texts.get(text);
    if (its) its.push(passage);
    else texts.set(text, [passage]);
  }
  return texts.size === 0 ? [[]] : [...texts.values()];
}

function sourceOf([first]: readonly Passage[]): ComingSource {
  return first?.source ?? { cableId: null, sha256: null, name: null };
}

/** The passages in their order, where they tell it. */
function targetsOf(passages: readonly Passage[]): ComingTarget[] {
  const ordered = passages.every(({ place }) => place !== null)
    ? passages.toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0))
    : passages;
  return ordered.flatMap(({ target }) => target ?? []);
}

/** What the standard has for an annotation and a library has not. */
const MORE = ['rights', 'audience', 'accessibility', 'stylesheet'];

/** Whether an item tells more than is kept. */
function hasMore({ node }: Draft): boolean {
  const styled = listed(node['target']).some(
    (target) => typeof target === 'object' && target !== null && 'styleClass' in target,
  );
  return styled || MORE.some((name) => node[name] !== undefined);
}
