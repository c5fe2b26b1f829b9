import type { RuleState } from '../../domain/clean/rule-state.ts';
import type { Database } from './database.ts';
import { kept } from './discarded.ts';

/** A proposal that waits, as it lies in the table. */
export interface WaitingRow {
  readonly cable_id: string;
  readonly from_at: number;
  readonly to_at: number;
  readonly insertion: string;
  readonly reason: string | null;
}

/** How many changes of a rule hold, wait and were turned down. */
export type RuleCounts = Pick<RuleState, 'accepted' | 'proposed' | 'rejected'>;

/** The changes of all cables that have not been deleted, rule by rule. */
export function proposalTable(db: Database) {
  const totals = db.prepare<[string], { total: number; cables: number }>(
    `SELECT count(*) AS total, count(DISTINCT cable_id) AS cables
       FROM change WHERE rule = ? AND status = 'proposed' AND ${kept('change.cable_id')}`,
  );
  // Cables first, in the order of the list, so that nothing is sorted and a stretch ends the search.
  const waiting = db.prepare<[string, number, number], WaitingRow>(
    `SELECT change.cable_id, from_at, to_at, insertion, reason FROM cable_line AS line
       CROSS JOIN change ON change.cable_id = line.cable_id AND rule = ? AND status = 'proposed'
      WHERE line.discarded = 0
      ORDER BY line.sort_key, line.row, from_at, to_at LIMIT ? OFFSET ?`,
  );
  const cables = db.prepare<[string], { cable_id: string }>(
    `SELECT DISTINCT cable_id FROM change
      WHERE rule = ? AND status = 'proposed' AND ${kept('change.cable_id')}`,
  );
  const counts = db.prepare<[], { rule: string; status: keyof RuleCounts; total: number }>(
    `SELECT rule, status, sum(changes) AS total FROM (
        SELECT rule, status, count(*) AS changes FROM change GROUP BY rule, status
        UNION ALL
        SELECT rule, status, -count(*) FROM discarded_cable CROSS JOIN change USING (cable_id)
         GROUP BY rule, status)
      GROUP BY rule, status HAVING sum(changes) > 0`,
  );

  return {
    /** How many proposals of a rule wait, and in how many cables. */
    totals: (rule: string) => totals.get(rule) ?? { total: 0, cables: 0 },

    /** A stretch of the waiting proposals of a rule, in the order of the list and of reading. */
    waiting: (rule: string, offset: number, limit: number): WaitingRow[] =>
      waiting.all(rule, limit, offset),

    /** The cables in which proposals of a rule wait. */
    cables: (rule: string): string[] => cables.all(rule).map(({ cable_id: id }) => id),

    /** The counts of every rule that has changed or would change something. */
    counts(): Map<string, RuleCounts> {
      const all = new Map<string, RuleCounts>();
      for (const { rule, status, total } of counts.all()) {
        const before = all.get(rule) ?? { accepted: 0, proposed: 0, rejected: 0 };
        all.set(rule, { ...before, [status]: total });
      }
      return all;
    },
  };
}
