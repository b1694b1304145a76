/** The topic reference in the workbench: opened in every way, read in both languages, inserting into the editor. */
import type { Browser, FrameLocator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../../../tools/host/browser.ts";
import {
  editorText,
  focusEditor,
  goTo,
  runCommand,
  showHover,
  type Theme,
  webview,
} from "../../../tools/host/workbench.ts";
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
    // Beside an editor in a small window the page is 300 pixels wide; wide code and tables scroll in themselves.
    await page.setViewportSize({ width: 950, height: 800 });
    const overhang = "document.querySelector('main').getBoundingClientRect().right - innerWidth";
    await expect.poll(() => panel.locator("body").evaluate("innerWidth")).toBeLessThan(350);
    await expect.poll(() => panel.locator("body").evaluate(overhang)).toBeLessThanOrEqual(0);
    await picture(`reference-narrow-${theme}-${language}`);
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

/** Reloads the window as its command does, without the wish to open a file that the first address carried. */
async function reloadWindow(page: Page) {
  await page.evaluate("history.replaceState(null, '', location.href.replace(/&payload=[^&]*/, ''))");
  await Promise.all([page.waitForEvent("load"), runCommand(page, "Developer: Reload Window")]);
}

/** The list beside the page. */
const list = (panel: FrameLocator) => panel.getByRole("navigation");
const heading = (panel: FrameLocator, name: RegExp) => panel.getByRole("heading", { level: 1, name });

async function type(panel: FrameLocator, page: Page, query: string) {
  await panel.locator("vscode-textfield").click();
  await page.keyboard.insertText(query);
}

test("searches Japanese as it is typed, and shows what it found", () =>
  inWorkbench(browser, { file, language: "ja" }, async ({ page, picture }) => {
    await runCommand(page, titles.ja);
    const panel = webview(page);
    await list(panel).getByRole("button").first().waitFor();
    await type(panel, page, "ルートテ");
    const first = list(panel).locator(".hits button").first();
    await expect.poll(() => first.locator("mark").first().textContent()).toBe("ルートテ");
    const shown = await list(panel).locator(".hits button").count();
    expect(await list(panel).getByRole("status").textContent()).toBe(`検索結果 ${shown} 件`);
    await picture("reference-search-ja");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await heading(panel, /^ルートテーブル$/).waitFor();
    // A narrow panel shows the page alone; the way back to the list leads into the search box.
    await panel.getByRole("button", { name: "トピック" }).click();
    await page.keyboard.press("Escape");
    await expect.poll(() => list(panel).getByRole("status").textContent()).toMatch(/^トピック \d+ 件$/);
  }));

test("filters the list, alone and together with a search, and leads back", () =>
  inWorkbench(browser, { file }, async ({ page, picture }) => {
    await runCommand(page, titles.en);
    const panel = webview(page);
    const entries = list(panel).locator(".topic-list button");
    const status = () => list(panel).getByRole("status").textContent();
    await entries.first().waitFor();
    const all = await entries.count();
    expect(await status()).toBe(`${all} topics`);

    await list(panel).getByRole("combobox", { name: "Section" }).selectOption({ label: "Gateways" });
    await expect.poll(status).not.toBe(`${all} topics`);
    // Of the gateways, not each has changed since the notes.
    const inSection = await entries.count();
    expect(inSection).toBeLessThan(all);
    expect(await status()).toBe(`${inSection} topics`);

    const changed = list(panel).getByRole("switch", { name: "Changed since the notes" });
    await changed.focus();
    await page.keyboard.press("Space");
    await expect.poll(() => entries.count()).toBeLessThan(inSection);
    expect(await changed.getAttribute("aria-checked")).toBe("true");

    await type(panel, page, "gateway");
    await list(panel).locator(".hits button").first().waitFor();
    expect(await status()).toMatch(/^\d+ results? · \d+ left out by the filters$/);
    await picture("reference-filtered");

    await list(panel).getByRole("button", { name: "Clear filters" }).click();
    await expect.poll(status).toMatch(/^\d+ results$/);
    await page.keyboard.press("Escape");
    await expect.poll(status).toBe(`${all} topics`);
  }));

const network = `Resources:
  Nat:
    Type: AWS::EC2::NatGateway
  Table:
    Type: AWS::EC2::RouteTable
  Bucket:
    Type: AWS::S3::Bucket
`;

test("follows the cursor without taking the focus, and leaves one step to go back", () =>
  inWorkbench(browser, { file: ["network.yaml", network] }, async ({ page, picture }) => {
    const panel = await openTopic(page, /Elastic IP/i);
    await panel.getByRole("button", { name: "Follow the cursor" }).click();
    await goTo(page, 3, 20);
    await heading(panel, /^NAT gateway$/).waitFor();
    await goTo(page, 5, 20);
    await heading(panel, /^Route table$/).waitFor();
    expect(await page.locator(".editor-instance .monaco-editor.focused").count()).toBe(1);
    await picture("reference-following");
    // Nothing is known of a bucket, so the page stays; the next place that is known shows that it was asked.
    await goTo(page, 7, 15);
    await goTo(page, 2, 4);
    await heading(panel, /^NAT gateway$/).waitFor();

    await panel.getByRole("button", { name: "Back" }).click();
    await heading(panel, /Elastic IP/i).waitFor();
    expect(await panel.getByRole("button", { name: "Back" }).isDisabled()).toBe(true);
    await panel.getByRole("button", { name: "Forward" }).click();
    await heading(panel, /^NAT gateway$/).waitFor();

    const follow = panel.getByRole("button", { name: "Follow the cursor" });
    await follow.click();
    expect(await follow.getAttribute("aria-pressed")).toBe("false");
  }));

test("offers the rule of a finding at the cursor", () => {
  const overlapping = `Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  A: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  B: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.128/25 } }
`;
  return inWorkbench(browser, { file: ["overlap.yaml", overlapping] }, async ({ page, picture }) => {
    await runCommand(page, titles.en);
    const panel = webview(page);
    await panel.getByRole("button", { name: "Follow the cursor" }).click();
    await goTo(page, 4, 78);
    await panel
      .locator(".findings")
      .getByRole("button", { name: /overlap/ })
      .click();
    await heading(panel, /Two subnets of one VPC overlap/).waitFor();
    await picture("reference-rule");
    // Related rules lead on, inside the panel.
    await panel
      .locator(".links")
      .getByRole("button", { name: /outside its VPC/ })
      .click();
    await heading(panel, /A subnet outside its VPC/).waitFor();
  });
});

test("goes back and forward, to where the page was left", () =>
  inWorkbench(browser, { file }, async ({ page }) => {
    const panel = await openTopic(page, /NAT gateway/i);
    const scroll = () => panel.locator("main").evaluate("document.querySelector('main').scrollTop");
    await panel.locator("main").evaluate("document.querySelector('main').scrollTop = 300");
    await expect.poll(scroll).toBe(300);
    // A click of the mouse would bring the link into view first.
    await panel.locator(".links").getByRole("button", { name: "internet gateway" }).first().dispatchEvent("click");
    await heading(panel, /internet gateway/i).waitFor();
    expect(await scroll()).toBe(0);
    await page.keyboard.press("Alt+ArrowLeft");
    await heading(panel, /^NAT gateway$/).waitFor();
    await expect.poll(scroll).toBe(300);
    await page.keyboard.press("Alt+ArrowRight");
    await heading(panel, /internet gateway/i).waitFor();
    expect(await panel.getByRole("button", { name: "Forward" }).isDisabled()).toBe(true);
  }));

test("is as it was after a reload", () =>
  inWorkbench(browser, { file }, async ({ page, picture }) => {
    await runCommand(page, titles.en);
    const panel = webview(page);
    await panel.getByRole("button", { name: "日本語" }).click();
    await list(panel).getByRole("switch", { name: "検査あり" }).press("Space");
    await type(panel, page, "サブネット");
    await list(panel).locator(".hits mark").first().waitFor();
    const shown = await list(panel).getByRole("status").textContent();
    await list(panel).locator(".hits button[data-id=subnet]").click();
    await heading(panel, /^サブネット$/).waitFor();
    await panel.locator(".links").getByRole("button", { name: "ルートテーブル", exact: true }).click();
    await heading(panel, /^ルートテーブル$/).waitFor();
    await panel.getByRole("button", { name: "カーソルに追従" }).click();
    const scroll = (where: FrameLocator) => where.locator("main").evaluate("document.querySelector('main').scrollTop");
    await panel.locator("main").evaluate("document.querySelector('main').scrollTop = 120");
    await expect.poll(() => scroll(panel)).toBe(120);

    await reloadWindow(page);
    const again = webview(page);
    await heading(again, /^ルートテーブル$/).waitFor({ timeout: 60_000 });
    await expect.poll(() => scroll(again)).toBe(120);
    expect(await again.getByRole("button", { name: "カーソルに追従" }).getAttribute("aria-pressed")).toBe("true");
    await again.getByRole("button", { name: "戻る" }).click();
    await heading(again, /^サブネット$/).waitFor();
    await again.getByRole("button", { name: "トピック" }).click();
    await expect.poll(() => list(again).getByRole("status").textContent()).toBe(shown);
    expect(await again.locator("vscode-textfield input").inputValue()).toBe("サブネット");
    expect(await list(again).getByRole("switch", { name: "検査あり" }).getAttribute("aria-checked")).toBe("true");
    await picture("reference-reloaded");
  }));

test("Open Topic asks, in either language", () =>
  inWorkbench(browser, { file }, async ({ page, picture }) => {
    await runCommand(page, "Routewise: Open Topic…");
    const input = page.locator(".quick-input-widget input.input");
    const rows = page.locator(".quick-input-list .monaco-list-row");
    await rows.filter({ hasText: "NAT gateway" }).first().waitFor();
    await input.fill("ピアリング");
    await rows.filter({ hasText: "VPC peering" }).first().waitFor();
    await picture("open-topic");
    await rows.filter({ hasText: "VPC peering" }).first().click();
    await heading(webview(page), /^VPC peering$/).waitFor();
  }));

test("the page is saved for printing, without what only works in the panel", () =>
  inWorkbench(browser, { file }, async ({ page }) => {
    const panel = await openTopic(page, /NAT gateway/i);
    await panel.getByRole("button", { name: "Save for printing" }).click();
    await page.locator(".quick-input-widget input.input").waitFor();
    await page.keyboard.press("Enter");
    await page.locator(".notifications-toasts", { hasText: "The page was saved" }).waitFor();
    await focusEditor(page);
    await page.keyboard.press("Control+P");
    await page.locator(".quick-input-widget input.input").fill("nat-gateway.en.html");
    await page.locator(".quick-input-list .monaco-list-row", { hasText: "nat-gateway.en.html" }).first().click();
    await expect.poll(() => editorText(page)).toContain("<!DOCTYPE html>");
    const text = await editorText(page);
    expect(text).toContain("Content-Security-Policy");
    expect(text).not.toContain("<script");
  }));

test("the snippet's tab is that of the editor, and a document without a place for it is told so", () =>
  inWorkbench(browser, { file: ["notes.md", "# Notes\n"] }, async ({ page }) => {
    const panel = await openTopic(page, /NAT gateway/i);
    await panel.getByText("To insert, open a template or a CDK file").waitFor();
    await panel.getByRole("button", { name: "Insert at cursor" }).click();
    await page.locator(".notifications-toasts", { hasText: "There is no snippet for markdown documents" }).waitFor();
  }));
