import { deepEqual, equal, ok } from "node:assert/strict";
import * as vscode from "vscode";
import { eventually, extensionId, show } from "./support.ts";

describe("activation", () => {
  it("the package is installed and activates when a template is opened", async () => {
    const extension = vscode.extensions.getExtension(extensionId);
    ok(extension, "the extension is installed");
    await show(
      "activation.yaml",
      "Resources:\n  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }\n",
    );
    equal(await eventually("activation", () => extension.isActive || undefined), true);
  });

  it("every command of the manifest is registered", async () => {
    const manifest: { contributes: { commands: { command: string }[] } } | undefined =
      vscode.extensions.getExtension(extensionId)?.packageJSON;
    const wanted = manifest?.contributes.commands.map(({ command }) => command) ?? [];
    ok(wanted.length > 0);
    const registered = new Set(await vscode.commands.getCommands(true));
    deepEqual(
      wanted.filter((command) => !registered.has(command)),
      [],
    );
  });
});
