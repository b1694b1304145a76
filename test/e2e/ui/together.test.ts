/** Beside Red Hat's YAML extension: its marks on tags go with one click, and come back with one command. */
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, test } from "vitest";
import { launchBrowser } from "../../../tools/host/browser.ts";
import { runCommand, squiggle } from "../../../tools/host/workbench.ts";
import { inWorkbench } from "../../support/host/session.ts";

const template = `Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
  Subnet:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.0.0.0/24
`;

const yamlExtension = fileURLToPath(new URL("../stand-ins/yaml", import.meta.url));

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const message = (page: Page, text: string) => page.locator(".notification-toast", { hasText: text });

test("tags are offered once, added to the settings, and taken out again", () =>
  inWorkbench(
    browser,
    { file: ["network.yaml", template], developedExtension: yamlExtension },
    async ({ page, picture }) => {
      await squiggle(page, "error");
      const offer = message(page, "The YAML extension does not know !Ref");
      await offer.waitFor({ timeout: 30_000 });
      await picture("yaml-tags");
      await offer.getByRole("button", { name: "Add" }).click();
      await message(page, "now knows the functions").waitFor();
      await page.locator(".monaco-editor .squiggly-error").first().waitFor({ state: "detached" });

      await runCommand(page, "Routewise: Remove CloudFormation Tags from YAML Settings");
      await message(page, "are out of yaml.customTags again").waitFor();
      await squiggle(page, "error");
    },
  ));
