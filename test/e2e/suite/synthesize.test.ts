import { deepEqual, equal, match, ok } from "node:assert/strict";
import { chmodSync } from "node:fs";
import * as vscode from "vscode";
import { eventually, findings, ourFindings, ruleOf, show } from "./support.ts";

const program = `import { Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';

export class Net extends Stack {
  constructor(scope: any, id: string) {
    super(scope, id);
    const vpc = new ec2.CfnVPC(this, 'Vpc', { cidrBlock: '10.0.0.0/16' });
    new ec2.CfnSubnet(this, 'A', { vpcId: vpc.ref, cidrBlock: '10.0.0.0/24' });
    new ec2.CfnSubnet(this, 'B', { vpcId: vpc.ref, cidrBlock: computed() });
  }
}
declare function computed(): string;
`;

/** Stands in for the project's own `cdk`: writes what the CDK would write of the program above, and how it was called. */
const standIn = `#!/usr/bin/env node
const { mkdirSync, writeFileSync } = require("node:fs");
const subnet = (id, block) => ({
  Type: "AWS::EC2::Subnet",
  Properties: { VpcId: { Ref: "Vpc" }, CidrBlock: block },
  Metadata: { "aws:cdk:path": "Net/" + id },
});
const Resources = {
  Vpc: { Type: "AWS::EC2::VPC", Properties: { CidrBlock: "10.0.0.0/16" }, Metadata: { "aws:cdk:path": "Net/Vpc" } },
  A: subnet("A", "10.0.0.0/24"),
  B: subnet("B", "10.0.0.128/25"),
};
const stack = { type: "aws:cdk:creationStack", data: ["new Net (" + process.cwd() + "/lib/net.ts:9:5)"] };
const called = { args: process.argv.slice(2), folder: process.cwd(), options: process.env.NODE_OPTIONS };
const files = {
  "called.json": called,
  "Net.template.json": { Resources },
  "Net.metadata.json": { "/Net/B": [stack] },
  "manifest.json": {
    artifacts: {
      Net: {
        type: "aws:cloudformation:stack",
        properties: { templateFile: "Net.template.json" },
        additionalMetadataFile: "Net.metadata.json",
        displayName: "Net",
      },
    },
  },
};
mkdirSync("cdk.out", { recursive: true });
for (const [name, content] of Object.entries(files)) writeFileSync("cdk.out/" + name, JSON.stringify(content));
`;

describe("synthesize and check", () => {
  it("runs the project's own cdk, and shows what it gives on the lines of the program, until the next edit", async () => {
    const root = vscode.workspace.workspaceFolders?.[0]?.uri;
    ok(root);
    const app = vscode.Uri.joinPath(root, "synthesized");
    const write = async (path: string, text: string) => {
      const file = vscode.Uri.joinPath(app, path);
      await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
      return file;
    };
    await write("cdk.json", "{}");
    chmodSync((await write("node_modules/.bin/cdk", standIn)).fsPath, 0o755);
    const editor = await show("synthesized/lib/net.ts", program);
    const { document } = editor;

    // Neither opening the app nor its cdk.json has run anything.
    const output = vscode.Uri.joinPath(app, "cdk.out/called.json");
    const exists = () => vscode.workspace.fs.stat(output).then(Boolean, () => false);
    equal(await exists(), false);

    await vscode.commands.executeCommand("routewise.synthesize", app);
    const called = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(output)));
    deepEqual(called.args, ["synth", "--quiet"]);
    equal(called.folder, app.fsPath);
    match(called.options, /--stack-trace-limit=50 --enable-source-maps$/);
    const [finding] = await findings(document.uri, (each) => ruleOf(each) === "subnet-overlap");
    equal(finding?.range.start.line, 8);
    match(finding?.message ?? "", /Net\/B/);

    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), "\n"));
    await eventually("the finding to go", () => ourFindings(document.uri).length === 0 || undefined);
    await vscode.commands.executeCommand("workbench.action.files.revert");
    await findings(document.uri);
  });
});
