/** How many tests passed and failed; a failure always has something to show. */
export type Tally = { passed: number; failed: number; skipped: number };

/** The part of Vitest's JSON report that is counted. */
type Report = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
};

/** A check that says yes or no counts as one test. */
export function tallyOfCheck(exitCode: number): Tally {
  return exitCode === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/**
 * Counts a run of Vitest. A file that could not be loaded, a runner that crashed, an error outside every test and a run
 * that found no tests at all are failures too.
 *
 * @param reportText the JSON report, or null if the runner left none
 */
export function tallyOfVitest(reportText: string | null, exitCode: number): Tally {
  const report = reportText === null ? null : parseReport(reportText);
  if (report === null) return { passed: 0, failed: 1, skipped: 0 };
  const passed = report.numPassedTests;
  const skipped = report.numPendingTests + report.numTodoTests;
  const failed = report.numFailedTests + brokenFiles(report);
  const wentWrong = exitCode !== 0 || passed === 0;
  return { passed, skipped, failed: failed === 0 && wentWrong ? 1 : failed };
}

/** Files that failed though none of their tests did: they could not be loaded, or their set-up failed. */
function brokenFiles({ testResults }: Report): number {
  return testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  ).length;
}

/** The report, or null for one that was cut off in the middle. */
function parseReport(text: string): Report | null {
  try {
    return JSON.parse(text) as Report;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

export function addTallies(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, { passed, failed, skipped }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}
