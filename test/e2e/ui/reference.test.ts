/** The topic reference in the workbench: opened in every way, read in both languages, inserting into the editor. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../../../tools/host/browser.ts";
import { editorText, runCommand, showHover, type Theme, webview } from "../../../tools/host/workbench.ts";
import { inWorkbench } from "../../support/host/session.ts";

const template = `Resources:
  Igw:
    Type: AWS::EC2::InternetGateway
  `;
const file = ["template.yaml", template] as const;
const titles = { en: "Routewise: Open Topic Reference", ja: "Routewise: トピック リファレンスを開く" };

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Opens the panel and turns to a topic in its list. */
async function openTopic(page: Page, title: RegExp, language: "en" | "ja" = "en") {
  await runCommand(page, titles[language]);
  const panel = webview(page);
  await panel.getByRole("navigation").getByRole("button", { name: title }).first().click();
  await panel.getByRole("heading", { level: 1, name: title }).waitFor();
  return panel;
}

test("opens from its command, switches the language, and inserts at the cursor", () =>
  inWorkbench(browser, { file, line: 4, column: 3 }, async ({ page, picture }) => {
    const panel = await openTopic(page, /NAT gateway/i);
    await picture("reference-dark-en");
    await panel.getByRole("button", { name: "日本語" }).click();
    await panel.getByRole("heading", { level: 1, name: /NAT ゲートウェイ/ }).waitFor();
    await picture("reference-dark-ja");
    await panel.getByRole("button", { name: "EN" }).click();
    await panel.getByRole("heading", { level: 1, name: /NAT gateway/i }).waitFor();
    await panel.getByRole("button", { name: "Insert at cursor" }).click();
    await expect.poll(() => editorText(page), { timeout: 20_000 }).toContain("AWS::EC2::NatGateway");
    await picture("reference-inserted");
  }));

test("opens from the link of a hover", () =>
  inWorkbench(browser, { file, line: 3, column: 20 }, async ({ page }) => {
    const hover = await showHover(page, /internet gateway/i);
    await hover.getByText("Open topic", { exact: false }).first().click();
    await webview(page)
      .getByRole("heading", { level: 1, name: /internet gateway/i })
      .waitFor();
  }));

test("opens from the activity bar", () =>
  inWorkbench(browser, { file }, async ({ page, picture }) => {
    await page.locator(".activitybar").getByRole("tab", { name: "Routewise" }).click();
    const topic = page
      .locator(".pane-body")
      .getByRole("treeitem", { name: /NAT gateway/i })
      .first();
    await topic.waitFor();
    await picture("topics");
    await topic.click();
    await webview(page)
      .getByRole("heading", { level: 1, name: /NAT gateway/i })
      .waitFor();
  }));

const looks: readonly { readonly theme: Theme; readonly language: "en" | "ja"; readonly title: RegExp }[] = [
  { theme: "light", language: "ja", title: /NAT ゲートウェイ/ },
  { theme: "hc", language: "en", title: /NAT gateway/i },
];

test.each(looks)("is drawn in $theme, $language", ({ theme, language, title }) =>
  inWorkbench(browser, { file, theme, language }, async ({ page, picture }) => {
    const panel = await openTopic(page, title, language);
    // The page takes its colours from the editor's theme and none of its own.
    const background = await panel.locator("body").evaluate("getComputedStyle(document.body).backgroundColor");
    expect(background).toBe(theme === "light" ? "rgb(255, 255, 255)" : "rgb(0, 0, 0)");
    await picture(`reference-${theme}-${language}`);
  }),
);

test("is walked with the keyboard alone", () =>
  inWorkbench(browser, { file }, async ({ page }) => {
    await runCommand(page, titles.en);
    const panel = webview(page);
    await panel.getByRole("navigation").getByRole("button").first().waitFor();
    await panel.locator("vscode-textfield").click();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await panel.getByRole("heading", { level: 1 }).waitFor();
  }));
