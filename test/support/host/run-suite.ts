/** Runs the suite of test/e2e/suite inside the extension host of the VS Code host, against the installed package. */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSuite } from "../../../tools/build-suite.ts";
import { launchBrowser, newWorkbenchPage } from "../../../tools/host/browser.ts";
import { startHost } from "../../../tools/host/launch.ts";
import type { Tally } from "../../../tools/tally.ts";
import { tallyOf } from "./suite-results.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const patience = 180_000;

/** Prints each test and returns the counts; a suite that does not reach its end counts as one failure more. */
export async function runSuite(): Promise<Tally> {
  const resultsFile = join(root, "test-results/e2e-suite.json");
  mkdirSync(join(root, "test-results"), { recursive: true });
  rmSync(resultsFile, { force: true });
  const suite = await buildSuite();
  const workspace = mkdtempSync(join(tmpdir(), "routewise-workspace-"));
  cpSync(join(root, "examples"), workspace, { recursive: true, filter: (path) => !path.includes("node_modules") });

  const host = await startHost({ vsix: join(root, "dist/routewise.vsix"), env: { TEST_RESULTS: resultsFile } });
  const browser = await launchBrowser();
  const log: string[] = [];
  try {
    const { page } = await newWorkbenchPage(browser);
    const ended = new Promise<number>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error("The suite did not end in time.")), patience);
      page
        .exposeFunction("codeAutomationExit", (code: number) => {
          clearTimeout(timer);
          resolve(code);
        })
        .catch(reject);
    });
    await page.exposeFunction("codeAutomationLog", (type: string, args: unknown[]) => {
      log.push(`[${type}] ${args.map(String).join(" ")}`);
    });
    await page.goto(
      host.url(workspace, [
        ["extensionDevelopmentPath", host.remoteUri(join(root, "test/e2e/harness"))],
        ["extensionTestsPath", host.remoteUri(suite)],
      ]),
    );
    await ended;
  } catch (error) {
    console.error(String(error));
  } finally {
    await browser.close();
    host.stop();
    rmSync(workspace, { recursive: true, force: true });
  }
  return tallyOf(resultsFile, log);
}
