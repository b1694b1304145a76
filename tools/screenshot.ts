/**
 * Takes a picture of the extension in the real VS Code:
 *
 *   npm run screenshot -- --file examples/cloudformation/two-az-vpc.yaml --line 12 --col 9 --hover --out hover.png
 *
 * What to show: --hover, --complete, --fix, --panel (with --topic ID or --rule ID a page of it), or nothing for the text alone.
 * Further: --theme dark|light|hc|hc-light, --lang en|ja, --type TEXT (typed at the cursor first; the file itself stays
 * as it is), --command TITLE, --wait TEXT (what must be in it before the picture is taken), --size WIDTHxHEIGHT,
 * --zoom N, --no-build (take the package as it is).
 */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { launchBrowser, newWorkbenchPage } from "./host/browser.ts";
import { startHost } from "./host/launch.ts";
import {
  focusEditor,
  isTheme,
  openAt,
  runCommand,
  showCompletions,
  showFixes,
  showHover,
  squiggle,
  themes,
  webview,
} from "./host/workbench.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const vsix = join(root, "dist/routewise.vsix");

const { values } = parseArgs({
  options: {
    file: { type: "string" },
    line: { type: "string", default: "1" },
    col: { type: "string", default: "1" },
    hover: { type: "boolean" },
    complete: { type: "boolean" },
    fix: { type: "boolean" },
    panel: { type: "boolean" },
    topic: { type: "string" },
    rule: { type: "string" },
    command: { type: "string" },
    type: { type: "string" },
    wait: { type: "string" },
    theme: { type: "string", default: "dark" },
    lang: { type: "string", default: "en" },
    size: { type: "string", default: "1280x800" },
    zoom: { type: "string", default: "0" },
    out: { type: "string", default: "test-results/screenshot.png" },
    "no-build": { type: "boolean" },
  },
});

if (!isTheme(values.theme)) throw new Error(`--theme is one of ${Object.keys(themes).join(", ")}`);
if (!values["no-build"] || !existsSync(vsix)) {
  const { status } = spawnSync("npm", ["run", "-s", "package"], { cwd: root, stdio: "inherit" });
  if (status !== 0) throw new Error("The package could not be built.");
}

const [width = 1280, height = 800] = values.size.split("x").map(Number);
// A copy of the file's folder, so that nothing typed for the picture can reach the original.
const source = values.file ? resolve(values.file) : undefined;
const home = mkdtempSync(join(tmpdir(), "routewise-picture-"));
const folder = join(home, source ? basename(dirname(source)) : "empty");
mkdirSync(folder);
if (source) cpSync(dirname(source), folder, { recursive: true, filter: (path) => !path.includes("node_modules") });

const host = await startHost({
  vsix,
  settings: {
    "editor.minimap.enabled": false,
    "window.zoomLevel": Number(values.zoom),
    "workbench.colorTheme": themes[values.theme],
    "workbench.startupEditor": "none",
  },
});
const browser = await launchBrowser();
try {
  const { page } = await newWorkbenchPage(browser, { language: values.lang, width, height });
  await openAt(
    page,
    host,
    folder,
    source
      ? { file: join(folder, basename(source)), line: Number(values.line), column: Number(values.col) }
      : undefined,
  );
  const show = async () => {
    if (values.command) await runCommand(page, values.command);
    if (values.panel) {
      await runCommand(
        page,
        values.lang === "ja" ? "Routewise: トピック リファレンスを開く" : "Routewise: Open Topic Reference",
      );
      await webview(page).locator("body *").first().waitFor({ timeout: 30_000 });
      if (values.rule) await webview(page).getByRole("searchbox").fill(values.rule);
      const id = values.rule ?? values.topic;
      if (id) {
        await webview(page).locator(`button[data-id="${id}"]`).click();
        await webview(page).locator("article h1").waitFor();
      }
    }
    if (values.hover) await showHover(page, values.wait ?? /\S/);
    if (values.complete) await showCompletions(page, values.wait);
    if (values.fix) await showFixes(page, values.wait);
  };
  if (values.type) {
    await focusEditor(page);
    await page.keyboard.type(values.type);
  }
  // A text without any finding is a fair picture too.
  if (source) await squiggle(page, undefined, 8_000).catch(() => console.log("screenshot: no finding in sight"));
  // What did not appear is best understood from the picture, so it is taken in any case.
  await show().catch((error: unknown) => {
    console.error(`screenshot: what was asked for did not appear (${String(error).split("\n")[0]})`);
    process.exitCode = 1;
  });
  const out = resolve(values.out);
  mkdirSync(dirname(out), { recursive: true });
  await page.screenshot({ path: out, animations: "disabled" });
  console.log(`screenshot: ${out}`);
} finally {
  await browser.close();
  host.stop();
  rmSync(home, { recursive: true, force: true });
}
