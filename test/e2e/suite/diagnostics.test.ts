import { deepEqual, equal, match, ok } from "node:assert/strict";
import * as vscode from "vscode";
import { eventually, findings, fixes, ourFindings, placeOf, ruleOf, show } from "./support.ts";

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
      CidrBlock: 10.0.0.128/25
`;

const isOverlap = (finding: vscode.Diagnostic) => ruleOf(finding) === "subnet-overlap";

describe("findings", () => {
  it("an overlapping subnet is an error at its block, with the other one as related place", async () => {
    const { document } = await show("overlap.yaml", overlapping);
    const [finding] = await findings(document.uri, isOverlap);
    ok(finding);
    equal(finding.severity, vscode.DiagnosticSeverity.Error);
    match(document.getText(finding.range), /^10\.0\.0\.(0\/24|128\/25)$/);
    ok((finding.relatedInformation ?? []).length > 0);
    ok(typeof finding.code === "object", "the rule id links to its page");
  });

  it("the quick fix moves the subnet, and the finding goes", async () => {
    const { document } = await show("overlap-fixed.yaml", overlapping);
    const [finding] = await findings(document.uri, isOverlap);
    ok(finding);
    const before = document.getText();
    const [fix] = await fixes(document.uri, finding.range, /10\.0\.\d+\.\d+\/2[45]/);
    ok(fix?.edit, "the fix carries its edit");
    ok(await vscode.workspace.applyEdit(fix.edit));
    ok(document.getText() !== before);
    await eventually("the finding to go", () => !ourFindings(document.uri).some(isOverlap) || undefined);
  });

  it("a keystroke is enough for fresh findings", async () => {
    const editor = await show("typed.yaml", overlapping.replace("10.0.0.128/25", "10.0.1.0/25"));
    const { document } = editor;
    await editor.edit((edit) => {
      const start = placeOf(document, "10.0.1.0/25");
      edit.replace(new vscode.Range(start, start.translate(0, 11)), "10.0.0.0/25");
    });
    await findings(document.uri, isOverlap);
  });

  it("JSON templates are checked too", async () => {
    const { document } = await show(
      "overlap.json",
      JSON.stringify(
        {
          Resources: {
            Vpc: { Type: "AWS::EC2::VPC", Properties: { CidrBlock: "10.0.0.0/16" } },
            A: { Type: "AWS::EC2::Subnet", Properties: { VpcId: { Ref: "Vpc" }, CidrBlock: "10.1.0.0/24" } },
          },
        },
        null,
        2,
      ),
    );
    await findings(document.uri, (finding) => ruleOf(finding) === "subnet-outside-vpc");
  });

  it("other people's YAML is left alone", async () => {
    const { document } = await show(
      "docker-compose.yaml",
      "services:\n  web:\n    image: nginx\n    networks:\n      front: { ipv4_address: 10.0.0.300 }\n",
    );
    // A template with a finding is asked for afterwards: once its answer is here, the other file had its turn.
    const { document: template } = await show("turn.yaml", overlapping);
    await findings(template.uri, isOverlap);
    deepEqual(ourFindings(document.uri), []);
  });
});
