import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RequestOutput } from '../../domain/contract.ts';
import { request } from '../bridge.ts';
import { report } from '../desk/desk.ts';
import { working } from '../library/work.ts';
import { announce } from '../status/announce.ts';
import type { Asked, Question } from './choice.ts';
import { writtenWords } from './words.ts';

/** What a format cannot say of the cables that are to leave. */
export type Losses = NonNullable<RequestOutput<'export.losses'>>;

/** What was written. */
export type Written = NonNullable<RequestOutput<'export.save'>>;

/** Up to how many cables are looked through without being asked to. */
const AT_ONCE = 100;

/** What is known of an export before anything is written. */
export interface Looking {
  readonly losses: Losses | null;
  readonly running: boolean;
  /** Why it could not be looked through; null where it could. */
  readonly failure: string | null;
  /** Looks through the cables. */
  readonly look: () => void;
}

/** What would be lost. Few cables are looked through at once, many when somebody asks for it. */
export function useLosses({ asked, cables }: Question): Looking {
  const few = cables !== null && cables <= AT_ONCE;
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['losses', asked],
    queryFn: ({ signal }) => lookInTurn(asked, signal),
    enabled: few,
    gcTime: 0,
    staleTime: Infinity,
  });
  return {
    losses: isFetching ? null : (data ?? null),
    running: isFetching,
    failure: error?.message ?? null,
    look: () => void refetch(),
  };
}

let underWay: Promise<unknown> = Promise.resolve();

/** One look after the other: whoever asks anew stops the one under way, and waits until it has ended. */
function lookInTurn(asked: Asked, signal: AbortSignal): Promise<Losses | null> {
  const mine = underWay.then(async () => {
    if (signal.aborted) return null;
    const stop = () => void request('import.cancel', {}).catch(report);
    signal.addEventListener('abort', stop);
    try {
      return await working(
        { name: 'Looking what is lost', thing: 'cable' },
        request('export.losses', asked),
      );
    } finally {
      signal.removeEventListener('abort', stop);
    }
  });
  underWay = mine.catch(() => undefined);
  return mine;
}

/** Writes the files, and tells what came of it until something else is asked. */
export function useWriting(asked: Asked) {
  const key = JSON.stringify(asked);
  const [running, setRunning] = useState(false);
  const [done, setDone] = useState<{ readonly key: string; readonly written: Written } | null>(
    null,
  );
  async function write() {
    setRunning(true);
    setDone(null);
    try {
      const written = await working(
        { name: 'Exporting', thing: 'cable' },
        request('export.save', asked),
      );
      if (!written) return;
      setDone({ key, written });
      announce(writtenWords(written));
    } finally {
      setRunning(false);
    }
  }
  return {
    running,
    written: done?.key === key ? done.written : null,
    write: () => void write().catch(report),
  };
}
