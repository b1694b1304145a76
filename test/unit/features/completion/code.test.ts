import { describe, expect, test } from "vitest";
import { completeIn } from "../../../support/check-completion.ts";
import { codeSnapshotOf } from "../../../support/snapshot.ts";

async function completeCode(marked: string, language: "typescript" | "python") {
  return completeIn(await codeSnapshotOf(marked, language));
}

const typescript = (props: string) => `
import * as ec2 from "aws-cdk-lib/aws-ec2";
import { Stack } from "aws-cdk-lib";
export class Net extends Stack {
  constructor(scope, id) {
    super(scope, id);
    const vpc = new ec2.CfnVPC(this, "Vpc", { cidrBlock: "10.0.0.0/16" });
    new ec2.CfnSubnet(this, "A", { vpcId: vpc.ref, cidrBlock: "10.0.0.0/24" });
    new ec2.CfnSubnet(this, "B", { vpcId: vpc.ref, ${props} });
  }
}
`;

describe("a program", () => {
  test("gets free blocks inside the quotes of a CIDR property, and nothing else", async () => {
    const { labels, accept } = await completeCode(typescript('cidrBlock: "$0"'), "typescript");
    expect(labels[0]).toBe("10.0.1.0/24");
    expect(labels.every((label) => /^[\d./]+$/.test(label))).toBe(true);
    expect(accept("10.0.1.0/24")).toBe(typescript('cidrBlock: "10.0.1.0/24"'));
  });

  test("is left to its own language server everywhere else", async () => {
    expect((await completeCode(typescript("cidr$0"), "typescript")).labels).toEqual([]);
    expect((await completeCode(typescript("cidrBlock: $0undefined"), "typescript")).labels).toEqual([]);
    expect((await completeCode(typescript('availabilityZone: "$0"'), "typescript")).labels).toEqual([]);
  });

  test("in Python, too", async () => {
    const python = `
from aws_cdk import Stack, aws_ec2 as ec2
class Net(Stack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        vpc = ec2.CfnVPC(self, "Vpc", cidr_block="10.0.0.0/16")
        ec2.CfnSubnet(self, "B", vpc_id=vpc.ref, cidr_block="10.$0")
`;
    const { labels, accept } = await completeCode(python, "python");
    expect(labels[0]).toBe("10.0.0.0/24");
    expect(accept("10.0.0.0/24")).toContain('cidr_block="10.0.0.0/24")');
  });
});
