import { deepEqual, ok } from "node:assert/strict";
import * as vscode from "vscode";
import { eventually, hoverText, ourFindings, placeOf, show } from "./support.ts";

/** The tab of the reference, wherever it is. */
function referenceTab(): vscode.Tab | undefined {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .find(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.includes("routewise.reference"));
}

async function closeReference(): Promise<void> {
  const tab = referenceTab();
  if (tab) await vscode.window.tabGroups.close(tab);
}

describe("topic reference", () => {
  beforeEach(async () => {
    await show(
      "reference.yaml",
      "Resources:\n  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }\n",
    );
    await closeReference();
  });
  afterEach(closeReference);

  it("opens from its command", async () => {
    await vscode.commands.executeCommand("routewise.openReference");
    await eventually("the panel", referenceTab);
  });

  it("opens at a topic", async () => {
    await vscode.commands.executeCommand("routewise.openTopic", "nat-gateway");
    await eventually("the panel", referenceTab);
  });
});

describe("snippets", () => {
  it("the two-AZ VPC is inserted at the cursor and gives no finding", async () => {
    const editor = await show("snippet.yaml", "Resources:\n  ");
    editor.selection = new vscode.Selection(1, 2, 1, 2);
    await vscode.commands.executeCommand("routewise.insertSnippet", "two-az-vpc");
    await eventually("the snippet", () => /AWS::EC2::VPC/.test(editor.document.getText()) || undefined);
    ok(/AWS::EC2::Subnet/.test(editor.document.getText()));
    // The server has read the new text once it explains it; by then it would have found something, too.
    await hoverText(editor.document, placeOf(editor.document, "AWS::EC2::VPC", 3), /VPC/);
    deepEqual(
      ourFindings(editor.document.uri).map(({ message }) => message),
      [],
    );
  });
});
