/**
 * `npm test`: everything that stands between a change and its users, in the order in which a mistake shows soonest.
 * The last line counts it all. `--no-e2e` leaves out what needs the VS Code host.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { runSuite } from "../test/support/host/run-suite.ts";
import { runVitest } from "./run-vitest.ts";
import { report, type Tally } from "./tally.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const tallies: Tally[] = [];

const built = step("build");
step("types");
step("lint");
await vitest("unit", "test/unit");
if (built) {
  await vitest("lsp", "test/lsp");
  await vitest("command line", "test/cli");
  if (step("package", "tools/package.ts") && !process.argv.includes("--no-e2e")) {
    await timed("e2e, in the extension host", runSuite);
    await timed("e2e, in the workbench", () => runVitest("e2e-ui", ["--config", "test/e2e/vitest.config.ts"]));
  }
}
report(tallies);

/** Runs a script of package.json, or a tool; it counts as one test. */
function step(name: string, tool?: string): boolean {
  const started = performance.now();
  const { status } = tool
    ? spawnSync(process.execPath, ["tools/run.mjs", tool], { cwd: root, stdio: "inherit" })
    : spawnSync("npm", ["run", "-s", name], { cwd: root, stdio: "inherit", shell: process.platform === "win32" });
  const passed = status === 0;
  tallies.push(passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
  console.log(`\n▸ ${name}: ${passed ? "passed" : "FAILED"} in ${seconds(started)} s\n`);
  return passed;
}

async function vitest(name: string, folder: string): Promise<void> {
  await timed(name, () => runVitest(name, [folder]));
}

async function timed(name: string, run: () => Promise<Tally>): Promise<void> {
  const started = performance.now();
  const tally = await run();
  tallies.push(tally);
  console.log(`\n▸ ${name}: ${tally.passed} passed, ${tally.failed} failed in ${seconds(started)} s\n`);
}

function seconds(started: number): string {
  return ((performance.now() - started) / 1000).toFixed(1);
}
