/** The package as vscode.dev and github.dev run it: client and server in web workers of the browser, no Node. */
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../../../tools/host/browser.ts";
import { runCommand, showHover, squiggle } from "../../../tools/host/workbench.ts";
import { type ServedFolder, serveFolder } from "../../support/host/serve-folder.ts";
import { inWorkbench } from "../../support/host/session.ts";

const template = `Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
  A:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.1.0.0/24
`;

let browser: Browser;
let extension: ServedFolder;
beforeAll(async () => {
  browser = await launchBrowser();
  extension = await serveFolder(fileURLToPath(new URL("../../../dist/package", import.meta.url)));
});
afterAll(async () => {
  await browser.close();
  extension.close();
});

test("findings and hovers come from a web worker, and the example from beside it", () =>
  inWorkbench(
    browser,
    { file: ["web.yaml", template], line: 10, column: 20, webExtension: extension.url },
    async ({ page, picture }) => {
      await squiggle(page, "error");
      await showHover(page, /251/);
      await picture("web");
      await runCommand(page, "Routewise: Open Example");
      await page.locator(".tab.active", { hasText: "Untitled" }).waitFor();
      // Not the installed extension has answered, but this one.
      expect([...extension.served]).toEqual(
        expect.arrayContaining([
          "/dist/browser/client.js",
          "/dist/browser/server.js",
          "/dist/spec/spec.json",
          "/media/walkthrough/example.yaml",
        ]),
      );
    },
  ));
