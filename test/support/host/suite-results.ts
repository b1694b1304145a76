/** Reads what the suite in an extension host has left behind. */
import { existsSync, readFileSync } from "node:fs";
import type { Tally } from "../../../tools/tally.ts";
import type { SuiteResults } from "../../e2e/suite/index.ts";

/** Prints each test and returns the counts. A suite without results has died, whatever its exit code says: one failure. */
export function tallyOf(resultsFile: string, log: readonly string[] = []): Tally {
  if (!existsSync(resultsFile)) {
    console.error(`The suite in the extension host did not finish.\n${log.join("\n")}`);
    return { passed: 0, failed: 1 };
  }
  const results: SuiteResults = JSON.parse(readFileSync(resultsFile, "utf8"));
  for (const { title, error, milliseconds } of results.tests) {
    console.log(error ? `✗ ${title}\n${error}` : `✓ ${title} (${milliseconds} ms)`);
  }
  if (!results.done) console.error(`The suite in the extension host ended after ${results.tests.length} tests.`);
  return { passed: results.passed, failed: results.failed + (results.done ? 0 : 1) };
}
