import { describe, expect, test } from "vitest";
import { createSnapshot } from "../../../../server/src/workspace/create-snapshot.ts";
import { cdkReaders } from "../../../support/cdk.ts";
import { completeIn } from "../../../support/check-completion.ts";
import { parseMarks } from "../../../support/marks.ts";
import { spec } from "../../../support/snapshot.ts";

const readerFor = await cdkReaders();

function completeCode(marked: string, language: "typescript" | "python") {
  const { text, cursor = 0 } = parseMarks(marked);
  const read = readerFor(language).read(text);
  if (!read) throw new Error("The fixture is no CDK program.");
  const onRuleFailure = (id: string) => {
    throw new Error(id);
  };
  const services = { spec, createReader: () => undefined, onRuleFailure };
  const source = { uri: "file:///app", version: 1, language, text, read };
  const settings = { language: "en", rules: {}, cdk: true } as const;
  return completeIn({ snapshot: createSnapshot(source, services, settings), text, cursor });
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
  test("gets free blocks inside the quotes of a CIDR property, and nothing else", () => {
    const { labels, accept } = completeCode(typescript('cidrBlock: "$0"'), "typescript");
    expect(labels[0]).toBe("10.0.1.0/24");
    expect(labels.every((label) => /^[\d./]+$/.test(label))).toBe(true);
    expect(accept("10.0.1.0/24")).toBe(typescript('cidrBlock: "10.0.1.0/24"'));
  });

  test("is left to its own language server everywhere else", () => {
    expect(completeCode(typescript("cidr$0"), "typescript").labels).toEqual([]);
    expect(completeCode(typescript("cidrBlock: $0undefined"), "typescript").labels).toEqual([]);
    expect(completeCode(typescript('availabilityZone: "$0"'), "typescript").labels).toEqual([]);
  });

  test("in Python, too", () => {
    const python = `
from aws_cdk import Stack, aws_ec2 as ec2
class Net(Stack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        vpc = ec2.CfnVPC(self, "Vpc", cidr_block="10.0.0.0/16")
        ec2.CfnSubnet(self, "B", vpc_id=vpc.ref, cidr_block="10.$0")
`;
    const { labels, accept } = completeCode(python, "python");
    expect(labels[0]).toBe("10.0.0.0/24");
    expect(accept("10.0.0.0/24")).toContain('cidr_block="10.0.0.0/24")');
  });
});
