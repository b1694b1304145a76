import { equal, ok } from "node:assert/strict";
import * as vscode from "vscode";
import { eventually, findings, fixes, ruleOf, show } from "./support.ts";

const overlapping = `Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
  A:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.0.0.0/24
  B:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.0.0.0/25 # stays
  C:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.0.0.128/25
`;
const fixed = overlapping.replace("10.0.0.0/25", "10.0.1.0/25").replace("10.0.0.128/25", "10.0.1.128/25");

const isOverlap = (finding: vscode.Diagnostic) => ruleOf(finding) === "subnet-overlap";

async function showOverlapping(name: string) {
  const { document } = await show(name, overlapping);
  const found = await findings(document.uri, isOverlap);
  return { document, range: found[0]?.range ?? new vscode.Range(0, 0, 0, 0) };
}

describe("fix all", () => {
  it("the command fixes what it can in the file", async () => {
    const { document } = await showOverlapping("fix-all.yaml");
    await vscode.commands.executeCommand("routewise.fixAll");
    await eventually("the fixes", () => document.getText() !== overlapping || undefined);
    equal(document.getText(), fixed);
  });

  it("all of one kind is a quick fix, whose edits come when it is chosen", async () => {
    const { document, range } = await showOverlapping("fix-kind.yaml");
    const [all] = await fixes(document.uri, range, /^(Fix all of this kind: 2|同じ種類の指摘をすべて修正する: 2)/);
    ok(all?.edit, "resolved, it carries its edits");
    ok(await vscode.workspace.applyEdit(all.edit));
    equal(document.getText(), fixed);
  });

  it("on save, where the user wants it", async () => {
    const settings = vscode.workspace.getConfiguration("editor");
    const target = vscode.ConfigurationTarget.Workspace;
    await settings.update("codeActionsOnSave", { "source.fixAll.routewise": "explicit" }, target);
    try {
      const { document } = await showOverlapping("fix-on-save.yaml");
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(0, 0), "# head\n");
      ok(await vscode.workspace.applyEdit(edit));
      ok(await document.save());
      equal(document.getText(), `# head\n${fixed}`);
    } finally {
      await settings.update("codeActionsOnSave", undefined, target);
    }
  });
});
