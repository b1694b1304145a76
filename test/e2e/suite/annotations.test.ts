import { deepEqual, equal, ok } from "node:assert/strict";
import * as vscode from "vscode";
import { eventually, inlayHints, show } from "./support.ts";

const template = `Parameters:
  Block: { Type: String, Default: 10.0.0.0/16 }
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: !Ref Block } }
  A: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24 } }
`;

function lenses(uri: vscode.Uri): Thenable<vscode.CodeLens[]> {
  return vscode.commands.executeCommand("vscode.executeCodeLensProvider", uri, 10);
}

describe("hints and lenses", () => {
  it("hints stand in the text", async () => {
    const { document } = await show("hints.yaml", template);
    const hints = await inlayHints(document, /usable/);
    deepEqual(
      hints.map(({ label }) => label),
      ["10.0.0.0/16", "251 usable"],
    );
  });

  it("a lens that is switched on counts references, and its command shows them", async () => {
    const { document } = await show("lenses.yaml", template);
    const settings = vscode.workspace.getConfiguration("routewise.codeLens");
    await settings.update("references", true, vscode.ConfigurationTarget.Global);
    try {
      const lens = await eventually("a lens with references", async () =>
        (await lenses(document.uri)).find(({ command }) => command?.title === "1 reference"),
      );
      equal(lens.range.start.line, 1);
      ok(lens.command);
      // Rejects where the editor does not take the arguments.
      await vscode.commands.executeCommand(lens.command.command, ...(lens.command.arguments ?? []));
    } finally {
      await settings.update("references", undefined, vscode.ConfigurationTarget.Global);
      await vscode.commands.executeCommand("closeReferenceSearch");
    }
  });
});
