/** Which page a place of a template leads to. */
import { describe, expect, test } from "vitest";
import type { PageAtResult } from "../../../../protocol/requests.ts";
import { pageAt } from "../../../../server/src/features/reference/page-at.ts";
import { createSnapshot } from "../../../../server/src/workspace/create-snapshot.ts";
import { cdkReaders } from "../../../support/cdk.ts";
import { parseMarks } from "../../../support/marks.ts";
import { knowledge, snapshotOf, spec } from "../../../support/snapshot.ts";

function at(marked: string, language: "en" | "ja" = "en"): PageAtResult | undefined {
  const { snapshot, cursor } = snapshotOf(marked);
  return pageAt(snapshot, cursor, { knowledge, language });
}

const topic = (id: string) => ({ kind: "topic", id });

describe("a template", () => {
  test("a resource type leads to its topic", () => {
    expect(at("Resources:\n  Nat:\n    Type: AWS::EC2::Nat$0Gateway\n")?.page).toEqual(topic("nat-gateway"));
  });

  test("a logical ID leads to the topic of what it names", () => {
    expect(at("Resources:\n  N$0at:\n    Type: AWS::EC2::NatGateway\n")?.page).toEqual(topic("nat-gateway"));
  });

  const route = (properties: string) => `Resources:
  Nat: { Type: AWS::EC2::NatGateway }
  Out:
    Type: AWS::EC2::Route
    Properties:
      ${properties}
`;

  test("a property leads to the topic that claims it, else to that of its resource", () => {
    expect(at(route("Nat$0GatewayId: !Ref Nat"))?.page).toEqual(topic("nat-gateway"));
    expect(at(route("DestinationCidr$0Block: 0.0.0.0/0"))?.page).toEqual(topic("route-table"));
  });

  test("a value leads where its property does, also inside a function", () => {
    expect(at(route("NatGatewayId: na$0t-0123"))?.page).toEqual(topic("nat-gateway"));
    expect(at(route("NatGatewayId: !Ref Na$0t"))?.page).toEqual(topic("nat-gateway"));
    expect(at(route("NatGatewayId: !R$0ef Nat"))?.page).toEqual(topic("nat-gateway"));
  });

  test("a name in DependsOn leads to the topic of what it names", () => {
    const template = "Resources:\n  Igw: { Type: AWS::EC2::InternetGateway }\n  A:\n    Type: AWS::EC2::EIP\n";
    expect(at(`${template}    DependsOn: I$0gw\n`)?.page).toEqual(topic("internet-gateway"));
  });

  test.each([
    ["a section", "Reso$0urces:\n  A: { Type: AWS::EC2::VPC }\n"],
    ["a type of which there is no topic", "Resources:\n  A: { Type: AWS::S3::Buc$0ket }\n"],
    ["an attribute", "Resources:\n  A:\n    Ty$0pe: AWS::EC2::NatGateway\n"],
    ["an unknown name", "Resources:\n  A:\n    Type: AWS::S3::Bucket\n    DependsOn: No$0ne\n"],
  ])("%s leads nowhere", (_, template) => {
    expect(at(template)).toBeUndefined();
  });
});

describe("a finding", () => {
  const overlapping = `Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  A: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  B: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.$00.128/25 } }
`;

  test("offers its rule beside the topic, in the reader's language", () => {
    const title = knowledge.rulePage("subnet-overlap")?.title.ja;
    expect(at(overlapping, "ja")).toEqual({
      page: topic("subnet-cidr-planning"),
      findings: [{ kind: "rule", id: "subnet-overlap", title }],
    });
  });

  test("is not offered elsewhere", () => {
    expect(at(overlapping.replace("$0", "").replace("A: {", "A$0: {"))?.findings).toEqual([]);
  });
});

test("a CDK construct leads to the topic of its symbol", async () => {
  const { text, cursor = 0 } = parseMarks(`import { aws_ec2 as ec2, Stack } from "aws-cdk-lib";
class Network extends Stack {
  constructor(scope, id) {
    super(scope, id);
    new ec2.CfnNat$0Gateway(this, "Nat", { subnetId: "subnet-1" });
  }
}
`);
  const read = (await cdkReaders())("typescript").read(text);
  if (!read) throw new Error("The fixture is no CDK program.");
  const services = { spec, createReader: () => undefined, onRuleFailure: () => undefined };
  const document = { uri: "file:///test/stack.ts", version: 1, language: "typescript", text, read } as const;
  const snapshot = createSnapshot(document, services, { rules: {} });
  expect(pageAt(snapshot, cursor, { knowledge, language: "en" })?.page).toEqual(topic("nat-gateway"));
});
