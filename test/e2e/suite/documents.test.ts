import { equal, ok } from "node:assert/strict";
import * as vscode from "vscode";
import { eventually, findings, hoverText, ourFindings, placeOf, ruleOf, show } from "./support.ts";

const yaml = `AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  A: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.1.0.0/24 } }
`;
const json = JSON.stringify({
  Resources: {
    Vpc: { Type: "AWS::EC2::VPC", Properties: { CidrBlock: "10.0.0.0/16" } },
    A: { Type: "AWS::EC2::Subnet", Properties: { VpcId: { Ref: "Vpc" }, CidrBlock: "10.1.0.0/24" } },
  },
});
const isOutside = (finding: vscode.Diagnostic) => ruleOf(finding) === "subnet-outside-vpc";

describe("documents that are served", () => {
  it("a file with any ending whose first line is a template's is YAML", async () => {
    const { document } = await show("first-line.template", yaml);
    equal(document.languageId, "yaml");
    await findings(document.uri, isOutside);
  });

  it("a JSON template without an ending of JSON, once Routewise runs", async () => {
    const { document } = await show("plain.template", json);
    equal(document.languageId, "plaintext");
    await findings(document.uri, isOutside);
  });

  it("what is not saved, until its language is no longer ours", async () => {
    const document = await vscode.workspace.openTextDocument({ language: "json", content: json });
    await vscode.window.showTextDocument(document, { preview: false });
    await findings(document.uri, isOutside);
    const plain = await vscode.languages.setTextDocumentLanguage(document, "plaintext");
    await eventually("the findings to go", () => ourFindings(plain.uri).length === 0 || undefined);
  });

  it("an older version gets hovers, but no findings", async () => {
    const scheme = "older-version";
    const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: () => yaml,
    });
    try {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(`${scheme}:/older.yaml`));
      await vscode.window.showTextDocument(document, { preview: false });
      await hoverText(document, placeOf(document, "10.0.0.0/16"), /65,?536/);
      // The same text as a file has its findings by now, so these would be here too.
      await findings((await show("newer.yaml", yaml)).document.uri, isOutside);
      ok(ourFindings(document.uri).length === 0, "nothing is found in it");
    } finally {
      provider.dispose();
    }
  });
});
