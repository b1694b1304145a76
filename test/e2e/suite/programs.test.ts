import { deepEqual, equal, match, ok } from "node:assert/strict";
import * as vscode from "vscode";
import {
  completions,
  eventually,
  findings,
  fixes,
  hoverText,
  inlayHints,
  labelOf,
  placeOf,
  ruleOf,
  show,
} from "./support.ts";

/** The same stack in two languages: a VPC of the library, and subnets written one by one, two of which overlap. */
const stacks = [
  {
    file: "programs-stack.ts",
    mask: "cidrMask: 24",
    text: `import { Stack } from "aws-cdk-lib";
import * as ec2 from "aws-cdk-lib/aws-ec2";
import type { Construct } from "constructs";

export class NetworkStack extends Stack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new ec2.Vpc(this, "Shared", {
      ipAddresses: ec2.IpAddresses.cidr("10.9.0.0/16"),
      maxAzs: 2,
      subnetConfiguration: [
        { name: "web", subnetType: ec2.SubnetType.PUBLIC, cidrMask: 24 },
        { name: "app", subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS, cidrMask: 20 },
      ],
    });
    const vpc = new ec2.CfnVPC(this, "Plain", { cidrBlock: "10.0.0.0/16" });
    new ec2.CfnSubnet(this, "A", { vpcId: vpc.ref, cidrBlock: "10.0.0.0/24" });
    new ec2.CfnSubnet(this, "B", { vpcId: vpc.ref, cidrBlock: "10.0.0.0/25" });
  }
}
`,
  },
  {
    file: "programs_stack.py",
    mask: "cidr_mask=24",
    text: `from aws_cdk import Stack
from aws_cdk import aws_ec2 as ec2
from constructs import Construct


class NetworkStack(Stack):
    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)
        ec2.Vpc(
            self,
            "Shared",
            ip_addresses=ec2.IpAddresses.cidr("10.9.0.0/16"),
            max_azs=2,
            subnet_configuration=[
                ec2.SubnetConfiguration(name="web", subnet_type=ec2.SubnetType.PUBLIC, cidr_mask=24),
                ec2.SubnetConfiguration(name="app", subnet_type=ec2.SubnetType.PRIVATE_WITH_EGRESS, cidr_mask=20),
            ],
        )
        vpc = ec2.CfnVPC(self, "Plain", cidr_block="10.0.0.0/16")
        ec2.CfnSubnet(self, "A", vpc_id=vpc.ref, cidr_block="10.0.0.0/24")
        ec2.CfnSubnet(self, "B", vpc_id=vpc.ref, cidr_block="10.0.0.0/25")
`,
  },
];

const construct = "ec2.Vpc(";

for (const { file, mask, text } of stacks) {
  describe(`a CDK program, ${file}`, () => {
    it("hovers over a VPC with each of its subnets", async () => {
      const { document } = await show(file, text);
      const hover = await hoverText(document, placeOf(document, construct, 5), /10\.9\.16\.0\/20/);
      match(hover, /10\.9\.0\.0\/24/);
      match(hover, /10\.9\.1\.0\/24/);
      match(hover, /10\.9\.32\.0\/20/);
    });

    it("hints the blocks of its groups", async () => {
      const { document } = await show(file, text);
      const hints = await inlayHints(document, /10\.9\.16\.0\/20/);
      const hint = hints.find(({ label }) => String(label).includes("10.9.16.0/20"));
      ok(hint);
      ok(document.lineAt(hint.position.line).text.includes("app"));
    });

    it("has a lens over it", async () => {
      const { document } = await show(file, text);
      const lens = await eventually("a lens", async () =>
        (
          await vscode.commands.executeCommand<vscode.CodeLens[]>("vscode.executeCodeLensProvider", document.uri, 10)
        ).find(({ command }) => command?.title.includes("10.9.0.0/16")),
      );
      equal(lens.range.start.line, placeOf(document, construct).line);
    });

    it("offers masks that fit", async () => {
      const { document } = await show(file, text);
      const items = await completions(document, placeOf(document, mask, mask.length - 2), /^2\d$/);
      const masks = items.map(labelOf).filter((label) => /^\d+$/.test(label));
      ok(masks.includes("26"), masks.join());
      ok(!masks.includes("16"), masks.join());
    });

    it("finds an overlap, and moves the subnet to the next free block", async () => {
      const { document } = await show(file, text);
      const [finding] = await findings(document.uri, (each) => ruleOf(each) === "subnet-overlap");
      ok(finding);
      const [fix] = await fixes(document.uri, finding.range, /10\.0\.1\.0\/25/);
      ok(fix?.edit);
      await vscode.workspace.applyEdit(fix.edit);
      const [, after] = document.getText().split('"B"');
      match(after ?? "", /"10\.0\.1\.0\/25"/);
      deepEqual(document.getText().split("\n").length, text.split("\n").length);
      await vscode.commands.executeCommand("workbench.action.files.revert");
    });
  });
}
