import type { Annotation } from '../../domain/annotation/annotation.ts';
import { inReadingOrder } from '../../domain/annotation/order.ts';
import { manuscriptOf } from '../workbench/manuscript.ts';
import { type CableAccount, useAccount } from './accounts.ts';
import { useShown } from './shown.ts';

/** All annotations of a cable as the reader walks through them. */
export interface Walk {
  /** Those that have lost all their words; no filter hides them. */
  readonly unplaced: readonly Annotation[];
  /** Those that are shown: on the whole cable, then in reading order. */
  readonly shown: readonly Annotation[];
  /** How many of the cable are stored: those shown, without a place, and left out by the filter. */
  readonly stored: number;
}

const walks = new WeakMap<CableAccount, { readonly through: unknown; readonly walk: Walk }>();

/** What the way through the annotations of the cable on the desk is worked out from; null until it is there. */
interface Way {
  readonly account: CableAccount;
  readonly through: readonly Annotation[];
}

/** The way through the annotations of the cable on the desk, which `walkOf` works out when it is gone. */
export function useWay(): Way | null {
  const account = useAccount();
  const through = useShown();
  return account && through ? { account, through } : null;
}

/** The way through a cable's annotations of which `through` are those that a filter lets through. */
export function walkOf({ account, through }: Way): Walk {
  const last = walks.get(account);
  if (last?.through === through) return last.walk;
  const { cable, placed, unplaced, behind } = account;
  const { map } = manuscriptOf(cable);
  const stored = placed.length + unplaced.length + behind.length;
  const standing = behind.length === 0 ? placed : [...placed, ...behind];
  const walk = {
    unplaced: inReadingOrder(map, unplaced),
    shown: inReadingOrder(map, stored === through.length ? standing : both(standing, through)),
    stored,
  };
  walks.set(account, { through, walk });
  return walk;
}

function both(some: readonly Annotation[], others: readonly Annotation[]): readonly Annotation[] {
  const among = new Set(others);
  return some.filter((annotation) => among.has(annotation));
}

/** An annotation of a walk by its place in it, counted from 0. */
export function stepOf({ unplaced, shown }: Walk, index: number): Annotation | undefined {
  return unplaced[index] ?? shown[index - unplaced.length];
}

/** Where in a walk an annotation stands, counted from 0; -1 where it is not shown. */
export function indexIn({ unplaced, shown }: Walk, id: string): number {
  const first = unplaced.findIndex((annotation) => annotation.id === id);
  if (first !== -1) return first;
  const at = shown.findIndex((annotation) => annotation.id === id);
  return at === -1 ? -1 : unplaced.length + at;
}
