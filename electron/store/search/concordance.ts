import { v7 as newId } from 'uuid';
import type { CheckedInput, RequestOutput } from '../../../domain/contract.ts';
import { fail } from '../../../domain/failure.ts';
import { cutLine, ofOriginal } from '../../../domain/search/concordance.ts';
import { finderOf } from '../../../domain/search/hits.ts';
import { parseQuery } from '../../../domain/search/parse.ts';
import type { Query } from '../../../domain/search/query.ts';
import type { ConcordanceLine } from '../../../domain/search/result.ts';
import { throttled } from '../../import/throttled.ts';
import type { Watching } from '../batch.ts';
import type { Library } from '../library.ts';
import { lineKeeper } from './concordance-lines.ts';
import { type Concordance, concordanceOf, keepConcordance, notKept } from './concordance-kept.ts';
import { cablesToday, type CableToday, readingOf } from './concordance-today.ts';
import { inTurns, type Steps } from './turns.ts';

export { tagConcordance } from './concordance-tagging.ts';

/**
 * Makes a concordance; null where it was stopped. Words are looked for in transcriptions, and in originals
 * where the query names them.
 */
export async function makeConcordance(
  library: Library,
  typed: string,
  { progress, signal }: Watching,
): Promise<RequestOutput<'concordance.make'>> {
  const query = queryOf(typed);
  const original = query && ofOriginal(query);
  const find = {
    transcription: finderOf(query, 'transcription'),
    original: finderOf(original, 'original'),
  };
  const lines = lineKeeper();
  const rows = query ? library.search.rows(typed) : [];
  const tell = throttled(progress);
  const more = await inTurns(
    linesFrom(library, rows, {
      lines,
      find,
      inOriginals: original !== null,
      goesOn: (done, title) => {
        tell({ done, total: rows.length, current: title });
        return !signal.aborted;
      },
    }),
  );
  if (more === null) return null;
  const id = newId();
  keepConcordance(library, { id, query: typed, find, lines });
  return { id, lines: lines.count(), cables: lines.cables().size, more };
}

interface Finding extends Pick<Concordance, 'lines' | 'find'> {
  readonly inOriginals: boolean;
  /** Hears how far it has come; false stops it. */
  readonly goesOn: (done: number, title: string) => boolean;
}

/** Adds the lines of cables; tells whether there are more than can be held, null where it was stopped. */
function* linesFrom(
  library: Library,
  rows: readonly number[],
  { lines, find, inOriginals, goesOn }: Finding,
): Steps<boolean | null> {
  const read = readingOf(library);
  for (const [done, row] of rows.entries()) {
    const cable = read(row);
    if (!cable) continue;
    if (!goesOn(done, cable.title)) return null;
    const of = { ...cable, row };
    const { text } = cable;
    if (!lines.add(of, 'transcription', text, find.transcription(text))) return true;
    if (inOriginals) {
      const original = library.cables.searchedOriginal(cable.cableId);
      if (!lines.add(of, 'original', original, find.original(original))) return true;
    }
    yield;
  }
  return false;
}

/** What a query asks for; null where it asks for nothing. */
function queryOf(typed: string): Query | null {
  const { query, problems } = parseQuery(typed);
  const [problem] = problems;
  return problem ? fail('bad-query', problem.message) : query;
}

/** A stretch of a concordance. */
export async function concordanceLines(
  library: Library,
  { id, order, offset, limit }: CheckedInput<'concordance.lines'>,
): Promise<ConcordanceLine[]> {
  const concordance = concordanceOf(library, id);
  const places = await concordance.lines.inOrder(order.by);
  const wanted = Array.from(
    { length: Math.max(0, Math.min(limit, places.length - offset)) },
    (_, at) => places[order.descending ? places.length - 1 - offset - at : offset + at] ?? 0,
  );
  return inTurns(linesAt(library, concordance, wanted));
}

function* linesAt(
  library: Library,
  concordance: Concordance,
  wanted: readonly number[],
): Steps<ConcordanceLine[]> {
  const today = cablesToday(library, concordance);
  const found: ConcordanceLine[] = [];
  for (const line of wanted) {
    found.push(lineOf(concordance, line, today(concordance.lines.place(line).row)));
    yield;
  }
  return found;
}

const noWords = { before: '', hit: '', after: '', tagIds: [], stale: true };

/** A line as it reads today. */
function lineOf({ lines }: Concordance, line: number, today: CableToday | null): ConcordanceLine {
  const { row, side, from, to } = lines.place(line);
  if (!today) {
    const { cableId, version } = lines.cables().get(row) ?? notKept();
    const name = { title: 'A cable that was deleted', number: null, date: null };
    return { line, cableId, ...name, side, from, to, version, ...noWords };
  }
  const { cableId, title, number, date, version } = today;
  const name = { line, cableId, title, number, date, side, version };
  const place = today.place(line);
  if (!place) return { ...name, from, to, ...noWords };
  const words = cutLine(today.wordsOf(side), place);
  const tagIds = today
    .standing(side)(place)
    .flatMap((annotation) => annotation.tagIds);
  const { from: begin, to: end } = place;
  return { ...name, from: begin, to: end, ...words, stale: false, tagIds: [...new Set(tagIds)] };
}
