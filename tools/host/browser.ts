/** Chromium for the workbench: a headless one of the machine, driven through playwright-core. */
import { existsSync } from "node:fs";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

const candidates = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Starts a headless Chromium. `ROUTEWISE_CHROMIUM` names another one than the machine's usual places. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = [process.env.ROUTEWISE_CHROMIUM ?? "", ...candidates].find((path) => path && existsSync(path));
  return chromium.launch({
    ...(executablePath ? { executablePath } : { channel: "chrome" }),
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
  });
}

export interface WorkbenchOptions {
  /** Display language that the workbench reports to extensions: package.nls, l10n and `locale` follow it. */
  readonly language?: string;
  /** Lets the workbench load an extension from another origin, which its policy forbids. */
  readonly bypassPolicy?: boolean;
  readonly width?: number;
  readonly height?: number;
}

/** A fresh page for the workbench; closing its context forgets everything about it. */
export async function newWorkbenchPage(
  browser: Browser,
  { language = "en", bypassPolicy = false, width = 1280, height = 800 }: WorkbenchOptions = {},
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: language,
    bypassCSP: bypassPolicy,
  });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await context.newPage();
  if (language !== "en") await reportLanguage(page, language);
  return { page, context };
}

/**
 * Without a language pack the workbench is English. Its messages stay so, but the language that extensions are told is
 * a global of the same script, so it can be another one.
 */
async function reportLanguage(page: Page, language: string): Promise<void> {
  await page.route("**/nls.messages.js", async (route) => {
    const response = await route.fetch();
    const body = `${await response.text()}\n;globalThis._VSCODE_NLS_LANGUAGE=${JSON.stringify(language)};`;
    await route.fulfill({ response, body });
  });
}

/** Opens the workbench at `url` and waits until it has restored itself. */
export async function openWorkbench(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.locator(".monaco-workbench .part.editor").waitFor({ timeout: 60_000 });
}
