import { useMemo } from 'react';
import { create } from 'zustand';
import { parseQuery } from '../../domain/search/parse.ts';
import { printQuery } from '../../domain/search/print.ts';
import type { Query } from '../../domain/search/query.ts';
import { byDate, type CableOrder } from '../../domain/search/order.ts';
import { type Desk, useDesk } from '../desk/desk.ts';

/** What is going on in the search of the left column, beside the search in force, which the desk has. */
interface Searching {
  /** What stands in the field. In force is what of it can be understood. */
  readonly typed: string;
  /** Counts the times somebody wants to type; the field then takes the focus. */
  readonly asked: number;
  /** What the field selects then: all of it, to be typed over, or its end, to be written on. */
  readonly select: 'all' | 'end';
  /** The list (see `listKey`) that is shown ranked over all that was found. */
  readonly whole: string | null;
  /** The list in which the reader has gone to a cable, and which follows them since. */
  readonly followed: string | null;
}

export const useSearching = create<Searching>(() => ({
  typed: '',
  asked: 0,
  select: 'all',
  whole: null,
  followed: null,
}));

/** The most relevant first. */
export const byRelevance: CableOrder = { by: 'relevance', descending: true };

/** Names a list: a query in an order. */
export function listKey({ query, order }: Pick<Desk, 'query' | 'order'>): string {
  return `${order.by} ${order.descending} ${query}`;
}

/** The query that was typed or chosen here, to know it from one that others put on the desk. */
let mine = '';
/** What waits until the store has answered the search before. */
let next: string | null = null;
let busy = false;
let running: Promise<void> = Promise.resolve();
/** Ends waiting for the hand to rest. */
let wake: () => void = () => undefined;
/** Asks for the beginning of a list; tells whether it is empty. */
let isEmpty: (list: Pick<Desk, 'query' | 'order'>) => Promise<boolean> = async () => false;

/** How long nothing has to have been found before the list says so, in milliseconds: most words being typed are none. */
const REST = 400;

/** Names what asks the store for the beginning of a list. Called once, by whoever asks for them. */
export function paceBy(ask: typeof isEmpty): void {
  isEmpty = ask;
}

/** Puts a query in the field, typed or chosen, and looks for what of it can be understood. */
export function type(typed: string): void {
  useSearching.setState({ typed });
  const query = understood(typed);
  if (query !== null) seek(query);
  wake();
}

/** What can be understood of what was typed, as a query without a problem; null where nothing can. */
function understood(typed: string): string | null {
  const { query, problems } = parseQuery(typed);
  if (problems.length === 0) return typed.trim();
  return query && printQuery(query);
}

/**
 * What is asked for: what of the words in the field can be understood, though the store may still be at it. What
 * is chosen by hand is changed in this and not in the search in force, or the second of two quick hands would undo
 * the first.
 */
export function askedQuery(): string {
  return understood(useSearching.getState().typed) ?? useDesk.getState().query;
}

/** What is asked for, as `askedQuery` tells it. */
export function useAskedQuery(): string {
  const typed = useSearching((searching) => searching.typed);
  const inForce = useDesk((desk) => desk.query);
  return useMemo(() => understood(typed) ?? inForce, [typed, inForce]);
}

/**
 * Looks for a query, at the pace of the store's answers: while it is at one, only the newest waits.
 * Nothing is asked by the clock, and what is listed stays until there is something to take its place.
 */
function seek(query: string): void {
  if (busy) next = query;
  else running = seekAll(query);
}

/** Waits until what stands in the field is in force, without waiting for the hand to rest. */
export function searched(): Promise<void> {
  wake();
  return running;
}

async function seekAll(first: string): Promise<void> {
  busy = true;
  for (let query: string | null = first; query !== null; query = next) {
    next = null;
    const order = orderFor(query, useDesk.getState());
    const before = mine;
    const empty = await isEmpty({ query, order }).catch(() => false);
    if (empty && query !== '') await handRests();
    // Others have put another search on the desk meanwhile, or another library.
    if (mine !== before) continue;
    // Of what was typed on nobody wants to know that there is nothing.
    if (empty && understood(useSearching.getState().typed) !== query) continue;
    mine = query;
    useDesk.setState({ query, order });
  }
  busy = false;
}

/** Waits until nobody has typed for a while, or somebody types. */
function handRests(): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, REST);
    wake = () => {
      clearTimeout(timer);
      done();
    };
    if (next !== null) wake();
  });
}

/** Puts the search away: all cables are listed. */
export function clearSearch(): void {
  type('');
}

/** Takes the focus into the field, to type over what stands there or to write on. */
export function askToType(select: Searching['select'] = 'all'): void {
  useSearching.setState(({ asked }) => ({ asked: asked + 1, select }));
}

/** Whether a query has words, by which cables can be more or less relevant. */
export function hasWords(query: Query | null): boolean {
  if (query === null || query.type === 'not') return false;
  if (query.type === 'and' || query.type === 'or') return query.parts.some(hasWords);
  return query.type === 'words' || query.type === 'near';
}

/** The order that fits a query: where it comes to have words by relevance, where it has none not. */
export function orderFor(query: string, before: Pick<Desk, 'query' | 'order'>): CableOrder {
  const { order } = before;
  const [words, hadWords] = [query, before.query].map((each) => hasWords(parseQuery(each).query));
  if (words && !hadWords && order.by === 'date' && !order.descending) return byRelevance;
  return !words && order.by === 'relevance' ? byDate : order;
}

useDesk.subscribe(({ query }, last) => {
  if (query === last.query || query === mine) return;
  // Put there by others: a brush, a kept search, another library.
  mine = query;
  next = null;
  useSearching.setState({ typed: query });
  const order = orderFor(query, last);
  if (order !== useDesk.getState().order) useDesk.setState({ order });
});
