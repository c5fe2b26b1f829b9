import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { create } from 'zustand';
import type { RequestOutput } from '../../domain/contract.ts';
import type { ComingLine, ComingOutcome, PlaceChoice } from '../../domain/exchange/coming.ts';
import { FailureError } from '../../domain/failure.ts';
import { request } from '../bridge.ts';
import { report as tell, useDesk } from '../desk/desk.ts';
import { queryClient } from '../desk/queries.ts';
import { working } from '../library/work.ts';
import { announce } from '../status/announce.ts';
import { takenWords } from './words.ts';

export type Report = NonNullable<RequestOutput<'coming.choose'>>;
export type Taken = NonNullable<RequestOutput<'coming.take'>>;

/** The file of annotations on the desk, and what the reader has said of it. */
interface ComingDesk {
  readonly report: Report | null;
  /** Which lines are shown; null means all. */
  readonly outcome: ComingOutcome | null;
  /** The reader's word on passages, by their keys. */
  readonly chosen: ReadonlyMap<string, PlaceChoice>;
  /** From which score on clear places are taken, in per cent; null means that none are. */
  readonly least: number | null;
  readonly running: boolean;
  readonly taken: Taken | null;
}

const fresh: ComingDesk = {
  report: null,
  outcome: null,
  chosen: new Map(),
  least: null,
  running: false,
  taken: null,
};

export const useComingDesk = create<ComingDesk>(() => fresh);

/** What is done with a file is told in annotations. */
const READING = { name: 'Comparing', thing: 'annotation' } as const;
const TAKING = { name: 'Importing', thing: 'annotation' } as const;

/** Asks for a file of annotations, and lays on the desk what it brings. */
export function chooseAnnotations(): Promise<void> {
  return comparing(request('coming.choose', { cableId: useDesk.getState().cableId }));
}

/** Lays on the desk what a file brings that was dropped. */
export function dropAnnotations(file: File): Promise<void> {
  return comparing(request('coming.dropped', { cableId: useDesk.getState().cableId }, [file]));
}

/** Whether a file that is dropped is one of annotations, by its name. */
export function isAnnotations({ name }: Pick<File, 'name'>): boolean {
  return /\.(?:json|jsonld|jsonl|xmi|tsv)$/iu.test(name);
}

async function comparing(reading: Promise<Report | null>): Promise<void> {
  const report = await working(READING, reading);
  if (!report) return;
  useComingDesk.setState({ ...fresh, report });
  useDesk.setState({ sheet: 'coming' });
  const stop = useDesk.subscribe(({ sheet }) => {
    if (sheet === 'coming') return;
    stop();
    leave(report.id);
  });
}

/** Puts a file away that lay on the desk. What has been taken over is gone already. */
function leave(id: string) {
  const { report, taken } = useComingDesk.getState();
  if (report?.id === id) useComingDesk.setState(fresh);
  queryClient.removeQueries({ queryKey: ['coming', id] });
  if (taken === null) request('coming.leave', { id }).catch(tell);
}

/** Takes the file over as the reader has decided. */
export async function takeOver(): Promise<void> {
  const { report, chosen, least } = useComingDesk.getState();
  if (!report) return;
  useComingDesk.setState({ running: true });
  try {
    const taken = await working(
      TAKING,
      request('coming.take', {
        id: report.id,
        chosen: [...chosen.values()],
        least: least === null ? null : least / 100,
      }),
    );
    if (!taken) return;
    useComingDesk.setState({ taken });
    announce(takenWords(taken));
  } catch (error) {
    if (error instanceof FailureError && error.code === 'stale') await lookAgain(report.id);
    throw error;
  } finally {
    useComingDesk.setState({ running: false });
  }
}

/** A file was compared anew: what was chosen before may be no choice any more. */
async function lookAgain(id: string): Promise<void> {
  const report = await request('coming.report', { id });
  useComingDesk.setState({ report, chosen: new Map(), outcome: null });
  await queryClient.invalidateQueries({ queryKey: ['coming', id] });
}

/** Keeps the reader's word on a passage. */
export function choosePlace(choice: PlaceChoice): void {
  useComingDesk.setState(({ chosen }) => ({
    chosen: new Map(chosen).set(keyOf(choice), choice),
  }));
}

/** The name by which the word on a passage is kept. */
export const keyOf = ({ key, passage }: Omit<PlaceChoice, 'place'>): string => `${passage} ${key}`;

/** How many lines are read at once. */
const PAGE = 50;

/** A line of a file, counted from 0 among those with an outcome; undefined while it is being read. */
export function useComingLine(
  id: string,
  outcome: ComingOutcome | null,
  index: number,
): ComingLine | undefined {
  const page = Math.floor(index / PAGE);
  const { data, isPlaceholderData } = useQuery({
    queryKey: ['coming', id, outcome, page],
    queryFn: () => request('coming.lines', { id, outcome, offset: page * PAGE, limit: PAGE }),
    placeholderData: keepPreviousData,
  });
  return isPlaceholderData ? undefined : data?.lines[index % PAGE];
}
