/** How many checks passed and failed: what the last line of `npm test` says. */

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Count
 */

/**
 * The tests in the JSON report of Vitest.
 * @param {any} report
 * @returns {Count}
 */
export function countUnit(report) {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * The tests in the JSON report of Playwright. A test that passes only sometimes counts as failed.
 * @param {any} report
 * @returns {Count}
 */
export function countE2e({ stats }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
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
