/** What a user does in the workbench, as functions over its page. Every one waits for what it causes, never for time. */
import type { FrameLocator, Locator, Page } from "playwright-core";
import type { HostAddress } from "./launch.ts";

export const themes = {
  dark: "Default Dark Modern",
  light: "Default Light Modern",
  hc: "Default High Contrast",
  "hc-light": "Default High Contrast Light",
} as const;

export type Theme = keyof typeof themes;

/** Whether `name` is one of the themes. */
export function isTheme(name: string): name is Theme {
  return Object.hasOwn(themes, name);
}

export interface Place {
  /** Absolute path. */
  readonly file: string;
  /** Counted from 1, as the editor shows them. */
  readonly line?: number;
  readonly column?: number;
}

const patience = 30_000;

/**
 * Opens `folder` in the workbench, at `place` where one is given, and waits until the editor shows it.
 * `developedExtension` is the folder of an extension that runs beside the installed ones.
 */
export async function openAt(
  page: Page,
  host: HostAddress,
  folder: string,
  place?: Place,
  developedExtension?: string,
): Promise<void> {
  const payload: [string, string][] = [];
  if (developedExtension) payload.push(["extensionDevelopmentPath", host.remoteUri(developedExtension)]);
  if (place) {
    const { file, line = 1, column = 1 } = place;
    payload.push(["gotoLineMode", "true"], ["openFile", `${host.remoteUri(file)}:${line}:${column}`]);
  }
  await page.goto(host.url(folder, payload));
  await page.locator(".monaco-workbench .part.editor").waitFor({ timeout: 2 * patience });
  if (place) await editor(page).waitFor({ timeout: patience });
}

/** The editor that has a text in it; the first where the window is split. */
export function editor(page: Page): Locator {
  return page.locator(".editor-instance .monaco-editor .view-lines").first();
}

/** What the editor shows of its text: the lines in view, with plain spaces. */
export async function editorText(page: Page): Promise<string> {
  const lines = await editor(page).locator(".view-line").allTextContents();
  return lines.join("\n").replaceAll("\u00a0", " ");
}

/** Puts the keyboard into the text without moving its cursor. */
export async function focusEditor(page: Page): Promise<void> {
  await page.keyboard.press("Control+1");
  await page.locator(".editor-instance .monaco-editor.focused").first().waitFor({ timeout: patience });
}

/** Runs a command by its title, through the command palette. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await until(
    async () => {
      await page.keyboard.press("F1");
      const input = page.locator(".quick-input-widget:not([style*='display: none']) input.input");
      await input.waitFor({ timeout: 3_000 });
      await input.fill(`>${title}`);
      const entry = page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first();
      await entry.waitFor({ timeout: 3_000 });
      await entry.click();
    },
    () => page.keyboard.press("Escape"),
  );
}

/** Moves the cursor of the text in front. */
export async function goTo(page: Page, line: number, column: number): Promise<void> {
  await focusEditor(page);
  await page.keyboard.press("Control+G");
  const input = page.locator(".quick-input-widget input.input");
  await input.waitFor({ timeout: patience });
  await input.fill(`:${line}:${column}`);
  await page.keyboard.press("Enter");
  await page.locator(".quick-input-widget").waitFor({ state: "hidden", timeout: patience });
}

/**
 * Shows the hover at the cursor. The server may still be starting, so it is asked again until `text` is in the answer.
 */
export async function showHover(page: Page, text?: string | RegExp): Promise<Locator> {
  const hover = page.locator(".monaco-editor .monaco-resizable-hover .monaco-hover-content");
  const wanted = text === undefined ? hover : hover.filter({ hasText: text });
  await until(
    async () => {
      await focusEditor(page);
      await page.keyboard.press("Control+K");
      await page.keyboard.press("Control+I");
      await wanted.first().waitFor({ timeout: 3_000 });
    },
    () => page.keyboard.press("Escape"),
  );
  // Its parts arrive one by one, the quick fixes last.
  const unfinished = page.locator(".monaco-resizable-hover", { hasText: /Loading\.\.\.|Checking for quick fixes/ });
  await unfinished.waitFor({ state: "hidden", timeout: patience });
  return hover.first();
}

/** Opens the completion list at the cursor, again until it has an entry (with `text` in it). */
export async function showCompletions(page: Page, text?: string | RegExp): Promise<Locator> {
  const rows = page.locator(".suggest-widget.visible .monaco-list-row");
  const wanted = text === undefined ? rows : rows.filter({ hasText: text });
  await until(
    async () => {
      await focusEditor(page);
      await page.keyboard.press("Control+Space");
      await wanted.first().waitFor({ timeout: 3_000 });
    },
    () => page.keyboard.press("Escape"),
  );
  return wanted.first();
}

/** Opens the list of quick fixes at the cursor, again until it offers something (with `text` in it). */
export async function showFixes(page: Page, text?: string | RegExp): Promise<Locator> {
  const rows = page.locator(".action-widget .monaco-list-row.action");
  const wanted = text === undefined ? rows : rows.filter({ hasText: text });
  await until(
    async () => {
      await focusEditor(page);
      await page.keyboard.press("Control+.");
      await wanted.first().waitFor({ timeout: 3_000 });
    },
    () => page.keyboard.press("Escape"),
  );
  return wanted.first();
}

export type Severity = "error" | "warning" | "info";

/** Waits for a squiggle of that severity, or of any. */
export async function squiggle(page: Page, severity?: Severity, timeout = patience): Promise<Locator> {
  const severities: readonly Severity[] = severity ? [severity] : ["error", "warning", "info"];
  const mark = page.locator(severities.map((each) => `.monaco-editor .squiggly-${each}`).join(", ")).first();
  await mark.waitFor({ timeout });
  return mark;
}

/** The document inside the webview in front. */
export function webview(page: Page): FrameLocator {
  return page.frameLocator("iframe.webview").first().frameLocator("iframe#active-frame");
}

/** Repeats an attempt that waits for its own effect, undoing between, until it holds or patience ends. */
async function until(attempt: () => Promise<void>, undo: () => Promise<void>): Promise<void> {
  const deadline = Date.now() + patience;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await undo();
    }
  }
}
