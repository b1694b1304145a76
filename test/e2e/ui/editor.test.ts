/** What a user does in the text, with keyboard and mouse, in the workbench. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../../../tools/host/browser.ts";
import {
  editorText,
  goTo,
  runCommand,
  showCompletions,
  showFixes,
  showHover,
  squiggle,
} from "../../../tools/host/workbench.ts";
import { inWorkbench } from "../../support/host/session.ts";

const overlapping = `Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
  AppA:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.0.1.0/24
  AppB:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.0.1.128/25
`;
const lastLine = 15;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test("an overlap is underlined, explained on hover, and repaired from the keyboard", () =>
  inWorkbench(
    browser,
    { file: ["overlap.yaml", overlapping], line: lastLine, column: 20 },
    async ({ page, picture }) => {
      await squiggle(page, "error");
      await showHover(page, "AppA");
      await picture("finding");
      await page.keyboard.press("Escape");
      await showFixes(page, /10\.0\.\d+\.\d+\/25/);
      await picture("quick-fix");
      await page.keyboard.press("Enter");
      await expect.poll(() => editorText(page)).not.toContain("10.0.1.128/25");
      await page.locator(".monaco-editor .squiggly-error").first().waitFor({ state: "detached" });
    },
  ));

test("a completion is accepted", () =>
  inWorkbench(
    browser,
    {
      file: ["complete.yaml", overlapping.replace("10.0.1.128/25", "").trimEnd().concat(" ")],
      line: lastLine,
      column: 18,
    },
    async ({ page, picture }) => {
      await showCompletions(page, /10\.0\.0\.0\/24|10\.0\.2\.0\/24/);
      await picture("completion");
      await page.keyboard.press("Enter");
      await expect.poll(() => editorText(page)).toMatch(/CidrBlock: 10\.0\.[02]\.0\/24/);
    },
  ));

test("a completion puts the first key of an object on the line below", () =>
  inWorkbench(
    browser,
    {
      file: [
        "below.yaml",
        "Resources:\n  Group:\n    Type: AWS::EC2::SecurityGroup\n    Properties:\n      SecurityGroupIngress: ",
      ],
      line: 5,
      column: 29,
    },
    async ({ page }) => {
      await showCompletions(page, /IpProtocol/);
      await page.keyboard.press("Enter");
      await expect.poll(() => editorText(page)).toMatch(/SecurityGroupIngress:\s+- IpProtocol:/);
    },
  ));

test("a snippet is inserted from the command palette", () =>
  inWorkbench(browser, { file: ["snippet.yaml", "Resources:\n  "], line: 2, column: 3 }, async ({ page, picture }) => {
    await runCommand(page, "Routewise: Insert Snippet");
    const entry = page.locator(".quick-input-list .monaco-list-row").first();
    await entry.waitFor();
    await picture("snippets");
    await entry.click();
    await expect.poll(() => editorText(page)).toContain("AWS::EC2::");
    await goTo(page, 1, 1);
    await picture("snippet-inserted");
  }));

test("hovers are Japanese in a Japanese editor", () =>
  inWorkbench(
    browser,
    { file: ["hover.yaml", overlapping], line: 7, column: 20, language: "ja", theme: "light" },
    async ({ page, picture }) => {
      const hover = await showHover(page, /サブネット/);
      expect(await hover.textContent()).toMatch(/[ぁ-ん]/);
      await picture("hover-ja");
    },
  ));
