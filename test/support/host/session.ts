/** A workspace of its own in the running VS Code host, and the workbench open on it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { expect, inject } from "vitest";
import { newWorkbenchPage } from "../../../tools/host/browser.ts";
import { hostAt } from "../../../tools/host/launch.ts";
import { openAt, type Theme, themes } from "../../../tools/host/workbench.ts";

export interface Session {
  readonly page: Page;
  /** Saves a picture of the workbench as test-results/<name>.png. */
  picture(name: string): Promise<void>;
  close(): Promise<void>;
}

export interface SessionOptions {
  /** Name and text of the file that is opened. */
  readonly file: readonly [name: string, text: string];
  readonly line?: number;
  readonly column?: number;
  readonly language?: "en" | "ja";
  readonly theme?: Theme;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Address of an extension that runs in the browser instead of the installed one. */
  readonly webExtension?: string;
  /** Folder of an extension that runs beside the installed one. */
  readonly developedExtension?: string;
}

/** Opens the workbench, uses it and closes it; where that fails, a picture of it stays behind. */
export async function inWorkbench(
  browser: Browser,
  options: SessionOptions,
  use: (session: Session) => Promise<void>,
): Promise<void> {
  const session = await openSession(browser, inject("port"), options);
  try {
    await use(session);
  } catch (error) {
    await session.picture(`failed-${expect.getState().currentTestName?.replaceAll(/\W+/g, "-") ?? "test"}`);
    throw error;
  } finally {
    await session.close();
  }
}

/** Opens the workbench of the host on `port` with one file in a fresh folder. */
async function openSession(browser: Browser, port: number, options: SessionOptions): Promise<Session> {
  const folder = mkdtempSync(join(tmpdir(), "routewise-workspace-"));
  const [name, text] = options.file;
  const settings = { "workbench.colorTheme": themes[options.theme ?? "dark"], ...options.settings };
  const files = { [name]: text, ".vscode/settings.json": JSON.stringify(settings) };
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const { page, context } = await newWorkbenchPage(browser, {
    language: options.language ?? "en",
    bypassPolicy: options.webExtension !== undefined,
  });
  const { line = 1, column = 1 } = options;
  if (options.webExtension) await developInBrowser(page, options.webExtension);
  await openAt(page, hostAt(port), folder, { file: join(folder, name), line, column }, options.developedExtension);
  return {
    page,
    async picture(picture) {
      const results = fileURLToPath(new URL("../../../test-results", import.meta.url));
      mkdirSync(results, { recursive: true });
      await page.screenshot({ path: join(results, `${picture}.png`), animations: "disabled" });
    },
    async close() {
      await context.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Has the workbench take the extension at `address` as one under development that runs in the browser. The workbench
 * reads its options from an attribute of its page; answering that page ourselves would make Chromium distrust it.
 */
async function developInBrowser(page: Page, address: string): Promise<void> {
  const { protocol, host } = new URL(address);
  const extension = JSON.stringify({ scheme: protocol.slice(0, -1), authority: host, path: "/" });
  await page.addInitScript(`{
    const getAttribute = Element.prototype.getAttribute;
    Element.prototype.getAttribute = function (name) {
      const value = getAttribute.call(this, name);
      if (this.id !== "vscode-workbench-web-configuration" || name !== "data-settings") return value;
      const options = JSON.parse(value);
      options.developmentOptions = { ...options.developmentOptions, extensions: [${extension}] };
      return JSON.stringify(options);
    };
  }`);
}
