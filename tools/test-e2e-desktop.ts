/**
 * The suite of `npm run test:e2e` in a desktop VS Code, which @vscode/test-electron downloads. Opt-in: it needs the
 * internet and a display (`xvfb-run` where there is none).
 */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, runTests } from "@vscode/test-electron";
import { tallyOf } from "../test/support/host/suite-results.ts";
import { buildSuite } from "./build-suite.ts";
import { report } from "./tally.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const version = process.argv[2] ?? "stable";
const results = join(root, "test-results/e2e-desktop.json");
mkdirSync(join(root, "test-results"), { recursive: true });
rmSync(results, { force: true });

const home = mkdtempSync(join(tmpdir(), "routewise-desktop-"));
const workspace = join(home, "workspace");
cpSync(join(root, "examples"), workspace, { recursive: true });
const folders = [`--user-data-dir=${join(home, "data")}`, `--extensions-dir=${join(home, "extensions")}`];

try {
  const vscodeExecutablePath = await downloadAndUnzipVSCode(version);
  const [cli = vscodeExecutablePath, ...args] = resolveCliArgsFromVSCodeExecutablePath(vscodeExecutablePath);
  const vsix = join(root, "dist/routewise.vsix");
  if (!existsSync(vsix)) throw new Error("There is no package: run npm run package first.");
  const installed = spawnSync(cli, [...args, ...folders, "--install-extension", vsix, "--force"], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (installed.status !== 0) throw new Error("The package could not be installed.");
  await runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: join(root, "test/e2e/harness"),
    extensionTestsPath: await buildSuite(),
    extensionTestsEnv: { TEST_RESULTS: results },
    launchArgs: [workspace, ...folders, "--disable-workspace-trust"],
  });
} catch (error) {
  console.error(String(error));
} finally {
  rmSync(home, { recursive: true, force: true, maxRetries: 3 });
}
report([tallyOf(results)]);
