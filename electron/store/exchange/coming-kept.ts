import { v7 as newId } from 'uuid';
import { beginningOf } from '../../../domain/annotation/summary.ts';
import type { CheckedInput, RequestOutput } from '../../../domain/contract.ts';
import type { Coming, ComingLine, ComingOutcome } from '../../../domain/exchange/coming.ts';
import { ComingOutcome as Outcomes } from '../../../domain/exchange/coming.ts';
import { type LossReport, lossCollector } from '../../../domain/exchange/loss.ts';
import { clearScore, proposedIn } from '../../../domain/exchange/clear.ts';
import { fail } from '../../../domain/failure.ts';
import { PATH_SIGN } from '../../../domain/tag/tree.ts';
import type { Library } from '../library.ts';
import type { Compared, ComparedAnnotation } from './coming-comparing.ts';
import type { ComingFile } from './coming-homes.ts';

/** A file of annotations that was read and compared, and waits for a person's word. */
export interface KeptComing {
  readonly id: string;
  readonly file: ComingFile;
  readonly coming: Coming;
  readonly compared: Compared;
}

/** The file that was read last, of each library; it is let go of with the library. */
const kept = new WeakMap<Library, KeptComing>();

/** Keeps a file that was compared, in the place of the one before; `id` is that it has already. */
export function keepComing(
  library: Library,
  coming: Omit<KeptComing, 'id'>,
  id: string = newId(),
): KeptComing {
  const made = { ...coming, id };
  kept.set(library, made);
  return made;
}

/** A file that was read; fails with `not-found` where it is not kept any more. */
export function keptComing(library: Library, id: string): KeptComing {
  const found = kept.get(library);
  return found?.id === id
    ? found
    : fail('not-found', 'This file has been put away meanwhile. Import it again.');
}

/** Lets a file go that was read. */
export function forgetComing(library: Library, id: string): void {
  if (kept.get(library)?.id === id) kept.delete(library);
}

/** What a file brings, and what would become of it. */
export function reportOf({ id, file, coming, compared }: KeptComing): {
  id: string;
  fileName: string;
  format: string;
  annotations: number;
  relations: number;
  outcomes: Record<ComingOutcome, number>;
  clear: number[];
  losses: LossReport;
} {
  const { items } = compared;
  const losses = lossCollector();
  for (const loss of coming.losses) losses.add(loss);
  const count = (outcome: ComingOutcome) =>
    items.reduce((sum, item) => sum + Number(item.outcome === outcome), 0);
  const outcomes = {
    placed: count('placed'),
    proposed: count('proposed'),
    unplaced: count('unplaced'),
    known: count('known'),
    changed: count('changed'),
    homeless: count('homeless'),
  };
  return {
    id,
    fileName: file.fileName,
    format: coming.format,
    annotations: coming.annotations.length,
    relations: coming.relations.length,
    outcomes,
    clear: clearCounts(items),
    losses: losses.report(),
  };
}

/** How many annotations have clear places from each score on, from 0 to 100 per cent. */
function clearCounts(items: readonly ComparedAnnotation[]): number[] {
  const counts = Array.from({ length: 101 }, () => 0);
  for (const { outcome, placings } of items) {
    if (outcome !== 'proposed') continue;
    const score = clearScore(proposedIn(placings));
    if (score === null) continue;
    for (let least = 0; least <= 100 && score >= least / 100; least += 1)
      counts[least] = (counts[least] ?? 0) + 1;
  }
  return counts;
}

/** A stretch of the lines of a report, of one outcome or of all. */
export function linesOf(
  library: Library,
  { compared: { items } }: KeptComing,
  { outcome, offset, limit }: Omit<CheckedInput<'coming.lines'>, 'id'>,
): RequestOutput<'coming.lines'> {
  const numbers = numbersOf(items, outcome);
  const lines = numbers
    .slice(offset, offset + limit)
    .flatMap((at) => items[at] ?? [])
    .map((item) => lineOf(library, item));
  return { total: numbers.length, lines };
}

/** The numbers of the items by outcome, worked out once. */
const numbers = new WeakMap<
  readonly ComparedAnnotation[],
  ReadonlyMap<ComingOutcome | null, readonly number[]>
>();

function numbersOf(
  items: readonly ComparedAnnotation[],
  outcome: ComingOutcome | null,
): readonly number[] {
  const known = numbers.get(items);
  if (known) return known.get(outcome) ?? [];
  const made = new Map<ComingOutcome | null, number[]>([[null, [...items.keys()]]]);
  for (const each of Outcomes.options) made.set(each, []);
  for (const [at, item] of items.entries()) made.get(item.outcome)?.push(at);
  numbers.set(items, made);
  return made.get(outcome) ?? [];
}

function lineOf({ cables }: Library, item: ComparedAnnotation): ComingLine {
  const { coming, outcome, cableId, placings, reason } = item;
  const [first] = placings;
  return {
    key: coming.key,
    outcome,
    cableId,
    cable: cableId === null ? coming.source.name : cables.title(cableId),
    quote: beginningOf(coming.targets[0]?.quote?.exact ?? ''),
    note: beginningOf(coming.note),
    tags: coming.tags.map(({ path, name }) => [...path, name].join(PATH_SIGN)),
    creator: coming.creator,
    reason,
    target: first?.kind === 'placed' ? first.target : null,
    passages: coming.targets.length,
    doubtful: placings.flatMap((placing, passage) =>
      placing.kind === 'placed'
        ? []
        : {
            passage,
            quote: {
              ...placing.target.quote,
              exact: beginningOf(placing.target.quote.exact),
            },
            reason: placing.reason,
            places: [...placing.places],
          },
    ),
  };
}
