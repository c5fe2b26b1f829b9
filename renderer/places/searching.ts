import { useEffect, useRef, useState } from 'react';
import type { RequestInput, RequestOutput } from '../../domain/contract.ts';
import { listen, request } from '../bridge.ts';
import { report } from '../desk/desk.ts';
import { sentenceOf } from '../desk/words.ts';
import { working } from '../library/work.ts';

/** How long typing rests before the search begins, in milliseconds. */
const REST = 250;

/** The searches of places. */
type Search = 'alike.find' | 'occurrence.find';

/** What a search has found. */
export type FoundBy<N extends Search> = NonNullable<RequestOutput<N>>;

/** How far the search of today's question has come. While it runs, what was found last can still be seen. */
export interface Finding<F> {
  readonly state: 'searching' | 'found' | 'stopped' | 'failed';
  readonly found: F | null;
  /** Why it failed. */
  readonly failure: string | null;
  /** Tells this search from all others. */
  readonly key: string;
  readonly again: () => void;
  /** Says that one notice of what has changed is still to come that begins no search, or that none is. */
  readonly expect: (own: boolean) => void;
}

interface Result<F> {
  readonly key: string;
  readonly found: F | null;
  readonly failure: string | null;
}

/**
 * Searches whenever what is asked has changed, or the texts have; `alsoNotes`: or the annotations on
 * them. Where nothing is asked (null), nothing is searched.
 */
export function useFinding<N extends Search>(
  name: N,
  asked: RequestInput<N> | null,
  alsoNotes = false,
): Finding<FoundBy<N>> {
  const own = useRef(false);
  const [round, setRound] = useState(0);
  const [result, setResult] = useState<Result<FoundBy<N>> | null>(null);
  const [last, setLast] = useState<FoundBy<N> | null>(null);
  const input = asked && JSON.stringify(asked);
  const key = `${round} ${input}`;

  useEffect(
    () =>
      listen('library.changed', ({ text }) => {
        if (!text && !alsoNotes) return;
        if (!own.current) setRound((count) => count + 1);
        own.current = false;
      }),
    [alsoNotes],
  );
  useEffect(() => {
    if (input === null) return undefined;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      const ask = JSON.parse(input) as RequestInput<N>;
      findInTurn(name, ask, stop.signal).then(
        (found) => {
          if (stop.signal.aborted) return;
          setResult({ key, found, failure: null });
          setLast(found);
        },
        (error: unknown) => {
          if (!stop.signal.aborted) setResult({ key, found: null, failure: sentenceOf(error) });
        },
      );
    }, REST);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [name, key, input]);

  const again = () => setRound((count) => count + 1);
  const expect = (isComing: boolean) => {
    own.current = isComing;
  };
  if (result?.key !== key)
    return { state: 'searching', found: last, failure: null, key, again, expect };
  const state = result.failure !== null ? 'failed' : result.found ? 'found' : 'stopped';
  return { state, found: result.found, failure: result.failure, key, again, expect };
}

let underWay: Promise<unknown> = Promise.resolve();

/** One search after the other: whoever asks anew stops the one under way, and waits until it has ended. */
function findInTurn<N extends Search>(
  name: N,
  input: RequestInput<N>,
  signal: AbortSignal,
): Promise<FoundBy<N> | null> {
  const mine = underWay.then(async (): Promise<FoundBy<N> | null> => {
    if (signal.aborted) return null;
    const stop = () => void request('import.cancel', {}).catch(report);
    signal.addEventListener('abort', stop);
    try {
      const found = await working({ name: 'Search', thing: 'cable' }, request(name, input));
      return found as FoundBy<N> | null;
    } finally {
      signal.removeEventListener('abort', stop);
    }
  });
  underWay = mine.catch(() => undefined);
  return mine;
}
