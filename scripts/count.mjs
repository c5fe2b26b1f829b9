/** How many checks passed and failed: what the last line of `npm test` says. */

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Count
 */

/** What a step says that has left no report. */
const NOTHING = { passed: 0, failed: 0, skipped: 0 };

/**
 * What we read of Vitest's JSON report.
 * @typedef {Record<'numPassedTests' | 'numFailedTests' | 'numPendingTests' | 'numTodoTests', number>} UnitReport
 */

/**
 * What we read of Playwright's JSON report.
 * @typedef {{ stats: Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number> }} E2eReport
 */

/**
 * @param {UnitReport | undefined} report
 * @returns {Count}
 */
export function countUnit(report) {
  if (!report) return NOTHING;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * A test that passes only sometimes counts as failed.
 * @param {E2eReport | undefined} report
 * @returns {Count}
 */
export function countE2e(report) {
  if (!report) return NOTHING;
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected, failed: unexpected + flaky, skipped };
}

/**
 * A step that failed without naming a test, or that ran none, counts as one failed: a red run never
 * says `0 failed`.
 * @param {Count} count what the step reported
 * @param {boolean} ok whether the step ended well
 * @returns {Count}
 */
export function judged(count, ok) {
  if (count.failed > 0 || (ok && count.passed > 0)) return count;
  return { ...count, failed: 1 };
}

/**
 * @param {readonly Count[]} counts
 * @returns {Count}
 */
export function total(counts) {
  const sum = (/** @type {keyof Count} */ key) => counts.reduce((all, one) => all + one[key], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}
