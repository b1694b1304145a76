import { deepEqual, equal, ok } from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import * as vscode from "vscode";
import type { RoutewiseApi as Api } from "../../../client/src/activation.ts";
import { eventually, extensionId, show } from "./support.ts";

const program = "export const answer: number = 42;\n";

// First of all tests: later the server runs.
describe("a program without the CDK", () => {
  it("activates the extension and starts no server", async () => {
    await show("plain.ts", program);
    const extension = vscode.extensions.getExtension<Api>(extensionId);
    await eventually("activation", () => extension?.isActive || undefined);
    await show("plain.py", "import os\nprint(os.name)\n");
    await show("package.json", '{ "name": "plain", "version": "1.0.0" }\n');
    // Longer than typing has to rest before it is looked at.
    await setTimeout(600);
    equal(extension?.exports.serverState(), "idle");
  });

  it("starts it once its import of the CDK is typed", async () => {
    const editor = await show("becomes-cdk.ts", program);
    await editor.edit((edit) =>
      edit.insert(new vscode.Position(0, 0), 'import * as ec2 from "aws-cdk-lib/aws-ec2";\n'),
    );
    const extension = vscode.extensions.getExtension<Api>(extensionId);
    equal(
      await eventually("the server", () => (extension?.exports.serverState() === "running" ? "running" : undefined)),
      "running",
    );
    await vscode.commands.executeCommand("workbench.action.files.revert");
  });
});

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
