/**
 * The suite inside VS Code's extension host. VS Code calls `run`; both runners (the host from the registry and
 * @vscode/test-electron) read the outcome from the file that TEST_RESULTS names, because an extension host that dies
 * reports success.
 */
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Mocha from "mocha";

/** What stands in the results file. */
export interface SuiteResults {
  readonly done: boolean;
  readonly passed: number;
  readonly failed: number;
  readonly tests: readonly { readonly title: string; readonly error?: string; readonly milliseconds: number }[];
}

/** Runs every bundled test file beside this one; rejects where a test failed. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: "bdd", timeout: 30_000, color: false });
  for (const name of readdirSync(__dirname).sort()) {
    if (name.endsWith(".test.cjs")) mocha.addFile(join(__dirname, name));
  }
  const tests: SuiteResults["tests"][number][] = [];
  // Written after every test, so that a suite that dies shows how far it came.
  const note = (test: SuiteResults["tests"][number]) => {
    tests.push(test);
    write(tests, false);
  };
  const failed = await new Promise<number>((resolve) => {
    mocha
      .run(resolve)
      .on("pass", (test) => note({ title: test.fullTitle(), milliseconds: test.duration ?? 0 }))
      .on("fail", (test, error: Error) =>
        note({
          title: test.fullTitle(),
          milliseconds: "duration" in test ? (test.duration ?? 0) : 0,
          error: error.stack ?? error.message,
        }),
      );
  });
  write(tests, true);
  if (failed > 0) throw new Error(`${failed} tests failed`);
}

function write(tests: SuiteResults["tests"], done: boolean): void {
  const failed = tests.filter(({ error }) => error !== undefined).length;
  const results: SuiteResults = { done, passed: tests.length - failed, failed, tests };
  const file = process.env.TEST_RESULTS;
  if (file) writeFileSync(file, JSON.stringify(results, null, 2));
}
