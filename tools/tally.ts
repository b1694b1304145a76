/** Counting what passed and failed over all the runners, for the one line that ends a run. */

export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

/** Prints the sum as the last line and makes the process end accordingly. Nothing run at all is a failure. */
export function report(tallies: readonly Tally[]): void {
  const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
  const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
  console.log(`${passed} passed, ${failed} failed`);
  if (failed > 0 || passed === 0) process.exitCode = 1;
}
