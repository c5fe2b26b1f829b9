import { useEffect, useRef, useState } from 'react';
import type { AlikeSearch } from '../../domain/alike/alike.ts';
import { mayReadSo } from '../../domain/alike/edits.ts';
import type { RequestInput, RequestOutput } from '../../domain/contract.ts';
import { listen, request } from '../bridge.ts';
import { report } from '../desk/desk.ts';
import { sentenceOf } from '../desk/words.ts';
import { working } from '../library/work.ts';

/** How long typing rests before the search begins, in milliseconds. */
const REST = 250;

/** What a search has found. */
export type Found = NonNullable<RequestOutput<'alike.find'>>;

/** How far the search of today's question has come. While it runs, what was found last can still be seen. */
export interface Finding {
  readonly state: 'searching' | 'found' | 'stopped' | 'failed';
  readonly found: Found | null;
  /** Why it failed. */
  readonly failure: string | null;
  /** Tells this search from all others. */
  readonly key: string;
  readonly again: () => void;
  /** Says that one notice of changed texts is still to come that begins no search, or that none is. */
  readonly expect: (own: boolean) => void;
}

interface Result {
  readonly key: string;
  readonly found: Found | null;
  readonly failure: string | null;
}

/**
 * Searches whenever the question has changed, or the texts have. Where nothing is asked, nothing is
 * searched.
 */
export function useFinding(search: AlikeSearch, cableId: string | null): Finding {
  const own = useRef(false);
  const [round, setRound] = useState(0);
  const [result, setResult] = useState<Result | null>(null);
  const [last, setLast] = useState<Found | null>(null);
  const asked = search.find === '' ? null : askedOf(search, cableId);
  const input = asked && JSON.stringify(asked);
  const key = `${round} ${input}`;

  useEffect(
    () =>
      listen('library.changed', ({ text }) => {
        if (text && !own.current) setRound((count) => count + 1);
        if (text) own.current = false;
      }),
    [],
  );
  useEffect(() => {
    if (input === null) return undefined;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      const ask = JSON.parse(input) as RequestInput<'alike.find'>;
      findInTurn(ask, stop.signal).then(
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
  }, [key, input]);

  const again = () => setRound((count) => count + 1);
  const expect = (isComing: boolean) => {
    own.current = isComing;
  };
  if (result?.key !== key)
    return { state: 'searching', found: last, failure: null, key, again, expect };
  const state = result.failure !== null ? 'failed' : result.found ? 'found' : 'stopped';
  return { state, found: result.found, failure: result.failure, key, again, expect };
}

/** What is asked of the store; what is to stand there is left out where it has no bearing on the places. */
function askedOf(search: AlikeSearch, cableId: string | null): RequestInput<'alike.find'> {
  return { search: mayReadSo(search) ? search : { ...search, replace: '' }, cableId };
}

let underWay: Promise<unknown> = Promise.resolve();

/** One search after the other: whoever asks anew stops the one under way, and waits until it has ended. */
function findInTurn(input: RequestInput<'alike.find'>, signal: AbortSignal) {
  const mine = underWay.then(async () => {
    if (signal.aborted) return null;
    const stop = () => void request('import.cancel', {}).catch(report);
    signal.addEventListener('abort', stop);
    try {
      return await working({ name: 'Search', thing: 'cable' }, request('alike.find', input));
    } finally {
      signal.removeEventListener('abort', stop);
    }
  });
  underWay = mine.catch(() => undefined);
  return mine;
}
