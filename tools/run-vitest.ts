/** Runs vitest and counts its tests. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Tally } from "./tally.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Runs vitest with `args`; a run that breaks off outside any test counts as one failure. */
export async function runVitest(name: string, args: readonly string[]): Promise<Tally> {
  const file = join(root, `test-results/${name}.json`);
  mkdirSync(join(root, "test-results"), { recursive: true });
  rmSync(file, { force: true });
  const { status } = spawnSync(
    process.execPath,
    [
      join(root, "node_modules/vitest/vitest.mjs"),
      "run",
      ...args,
      ...["--reporter=default", "--reporter=json", `--outputFile.json=${file}`],
    ],
    { cwd: root, stdio: ["ignore", "inherit", "inherit"] },
  );
  const counts = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  const passed = Number(counts.numPassedTests ?? 0);
  const failed = Number(counts.numFailedTests ?? 0);
  return { passed, failed: status !== 0 && failed === 0 ? 1 : failed };
}
