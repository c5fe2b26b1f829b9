import { v7 as newId } from 'uuid';
import { z } from 'zod';
import { Operation } from '../../domain/journal/operation.ts';
import { throttled } from '../import/throttled.ts';
import type { Watching } from './batch.ts';
import type { Database } from './database.ts';
import type { JournalRow } from './journal.ts';
import { transactInTurns } from './long-transaction.ts';
import { extentOf, partsOf } from './operation-parts.ts';
import { apply, changesText, turnedCables, type OperationTables } from './operations.ts';
import type { Steps } from './search/turns.ts';

/** What an action in turns is written with. */
interface Written {
  readonly db: Database;
  readonly tables: OperationTables;
  readonly add: (row: JournalRow) => void;
}

/** What is done in turns. */
interface LongWork {
  readonly operations: Iterable<Operation>;
  /** How many annotations or cables are changed; 0 where that is not known. */
  readonly total: number;
  /** Whether readers wait until it has ended. */
  readonly holdsReaders: boolean;
}

type Row = Pick<JournalRow, 'kind' | 'of' | 'label' | 'cable_id' | 'author'>;

/**
 * Carries out operations part by part and writes the row of it: all or nothing. Tells whether what is read of
 * cables has changed; null where it was stopped.
 */
export async function carryOutInTurns(
  { db, tables, add }: Written,
  row: Row,
  { operations, total, holdsReaders }: LongWork,
  { progress, signal }: Watching,
): Promise<{ readonly text: boolean } | null> {
  const time = new Date().toISOString();
  const tell = throttled(progress);
  const heard = (done: number) =>
    tell({ done, total: Math.max(done, total), current: capitalised(row.label) });
  function* steps(): Steps<{ readonly text: boolean }> {
    const forward: string[] = [];
    const inverse: string[] = [];
    const turned = new Set<string>();
    let [done, text] = [0, false];
    for (const whole of operations)
      for (const operation of partsOf(whole)) {
        // A merge puts in place what belongs together as it comes; at its end all of it is there.
        if (operation.type === 'merge.hold') db.pragma('defer_foreign_keys = ON');
        for (const cableId of turnedCables([operation])) {
          if (turned.has(cableId)) continue;
          turned.add(cableId);
          tables.revisions.touch(cableId, { author: row.author, time, restored: null });
        }
        for (const back of apply([operation], tables)) inverse.push(JSON.stringify(back));
        forward.push(JSON.stringify(operation));
        done += extentOf(operation);
        text ||= changesText(operation);
        heard(done);
        yield;
      }
    inverse.reverse();
    add({ ...row, id: newId(), time, forward: inLines(forward), inverse: inLines(inverse) });
    return { text };
  }
  const end = tables.index.noting();
  let done: { readonly result: { readonly text: boolean } } | null = null;
  try {
    done = await transactInTurns(db, steps(), { signal, holdsReaders });
    return done && done.result;
  } finally {
    end(done === null);
    if (done === null) {
      tables.cables.forget();
      tables.annotations.forgetTargets();
    }
  }
}

/** "tag 12 annotations" as what is being done: "Tag 12 annotations". */
function capitalised(label: string): string {
  return label.charAt(0).toUpperCase() + label.slice(1);
}

/** A list in JSON with a line for each operation, so that it can be read one by one. */
function inLines(operations: readonly string[]): string {
  return `[${operations.join(',\n')}]`;
}

const Operations = z.array(Operation);

/** The operations of a row of the journal; one by one where each has a line. */
export function* readLines(json: string): Generator<Operation> {
  if (!json.includes('\n')) {
    yield* Operations.parse(JSON.parse(json));
    return;
  }
  for (let from = 1; from < json.length;) {
    const at = json.indexOf('\n', from);
    // Before the end of a line stands a comma, at the end of the last a bracket.
    const to = at < 0 ? json.length - 1 : at - 1;
    yield Operation.parse(JSON.parse(json.slice(from, to)));
    from = at < 0 ? json.length : at + 1;
  }
}

/** Whether what a row of the journal says changes transcriptions. */
export function hasTexts(json: string): boolean {
  return /"type":"(?:text\.turn|changes\.replace|rule\.switch)"/u.test(json);
}
