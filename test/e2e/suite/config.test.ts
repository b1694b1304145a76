import { ok } from "node:assert/strict";
import * as vscode from "vscode";
import { completions, eventually, findings, fixes, ourFindings, placeOf, ruleOf, show } from "./support.ts";

const overlapping = `Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  A: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  B: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/25 } }
`;

const isOverlap = (finding: vscode.Diagnostic) => ruleOf(finding) === "subnet-overlap";

describe(".routewise.yaml", () => {
  it("is made by a quick fix, counts before it is saved, completes, and no longer counts when it is deleted", async () => {
    const { document } = await show("tamed.yaml", overlapping);
    const [finding] = await findings(document.uri, isOverlap);
    ok(finding);
    const [off] = await fixes(document.uri, finding.range, /^Turn off subnet-overlap in \.routewise\.yaml$/);
    ok(off?.edit, "the fix carries its edit");
    const config = vscode.Uri.joinPath(document.uri, "../.routewise.yaml");
    try {
      ok(await vscode.workspace.applyEdit(off.edit));
      await eventually("the finding to go", () => !ourFindings(document.uri).some(isOverlap) || undefined);
      const opened = await vscode.workspace.openTextDocument(config);
      ok(opened.isDirty, "nothing is saved for the user");
      await completions(opened, placeOf(opened, "off"), /^information$/);
      ok(await opened.save());
    } finally {
      await vscode.workspace.fs.delete(config);
    }
    await findings(document.uri, isOverlap);
  });
});
