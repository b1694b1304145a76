import { describe, expect, test } from "vitest";
import { acceptedLine, completeAt } from "../../../support/check-completion.ts";
import { network, property, references } from "../../../support/completion-templates.ts";

describe("a property that refers to something", () => {
  test("VpcId takes VPCs and parameters of that type, never a String with a CIDR block", () => {
    const { labels } = completeAt(property("VpcId: $0"));
    expect(references(labels)).toEqual(["!Ref Vpc", "!Ref Existing"]);
    expect(acceptedLine(property("VpcId: $0"), "!Ref Vpc")).toBe("VpcId: !Ref Vpc");
    expect(acceptedLine(property("VpcId: V$0"), "!Ref Vpc")).toBe("VpcId: !Ref Vpc");
  });

  test("takes a String that is named after it, where no parameter type carries it", () => {
    const { labels } = completeAt(
      property(
        "RouteTableId: $0",
        "AWS::EC2::Route",
        "  PublicRouteTable: { Type: String }\n  TableCidr: { Type: String }",
      ),
    );
    expect(references(labels)).toEqual(["!Ref Table", "!Ref PublicRouteTable"]);
  });

  test("is written as the attribute that gives the right identity", () => {
    const text = network(`  Eip: { Type: AWS::EC2::EIP }
  Nat:
    Type: AWS::EC2::NatGateway
    Properties:
      AllocationId: $0`);
    const { labels } = completeAt(text);
    expect(references(labels)).toEqual(["!GetAtt Eip.AllocationId"]);
  });

  test("a list takes list parameters, its items single ones", () => {
    const type = "AWS::ElasticLoadBalancingV2::LoadBalancer";
    expect(references(completeAt(property("Subnets: $0", type)).labels)).toEqual(["!Ref Subnets"]);
    expect(references(completeAt(property("Subnets:\n        - $0", type)).labels)).toEqual(["!Ref OneSubnet"]);
  });

  test("never itself, nor what waits for it", () => {
    const text = network(`  A:
    Type: AWS::EC2::SecurityGroupIngress
    Properties:
      GroupId: $0
  Own: { Type: AWS::EC2::SecurityGroup, DependsOn: A }
  Other: { Type: AWS::EC2::SecurityGroup }`);
    expect(references(completeAt(text).labels)).toEqual(["!GetAtt Other.GroupId", "!GetAtt Vpc.DefaultSecurityGroup"]);
  });

  test("nothing that is never there together with it", () => {
    const text = `
Conditions:
  Prod: !Equals [!Ref AWS::Region, x]
  Dev: !Not [!Condition Prod]
Resources:
  ProdVpc: { Type: AWS::EC2::VPC, Condition: Prod }
  DevVpc: { Type: AWS::EC2::VPC, Condition: Dev }
  New:
    Type: AWS::EC2::Subnet
    Condition: Dev
    Properties:
      VpcId: $0
`;
    expect(references(completeAt(text).labels)).toEqual(["!Ref DevVpc"]);
  });

  test("says what the names are", () => {
    const { item } = completeAt(property("VpcId: $0"));
    expect(item("!Ref Vpc").detail).toBe("AWS::EC2::VPC");
    expect(item("!Ref Existing").detail).toBe("parameter AWS::EC2::VPC::Id");
  });
});

describe("enumerated values", () => {
  test("with the default marked", () => {
    const { items } = completeAt(property("InstanceTenancy: $0", "AWS::EC2::VPC"));
    const values = items.filter(({ label }) => !label.startsWith("!"));
    expect(values.map(({ label, detail }) => [label, detail])).toEqual([
      ["dedicated", undefined],
      ["default", "default"],
      ["host", undefined],
    ]);
  });

  test("what is history comes last", () => {
    const { labels } = completeAt(property("Domain: $0", "AWS::EC2::EIP"));
    expect(labels.filter((label) => !label.startsWith("!"))).toEqual(["vpc", "standard"]);
  });

  test("no parameter whose default is of another kind", () => {
    const text = property("InstanceType: $0", "AWS::EC2::Instance", "  Size: { Type: String, Default: t3.micro }");
    expect(references(completeAt(text).labels)).toEqual(["!Ref Size"]);
  });

  test("booleans, and parameters that are one", () => {
    const { labels } = completeAt(property("MapPublicIpOnLaunch: $0"));
    expect(labels.filter((label) => /^(true|false|!Ref \w+)$/.test(label))).toEqual(["true", "false", "!Ref Public"]);
  });

  test("quoted where YAML would take a number for it", () => {
    const text = property("IpProtocol: $0", "AWS::EC2::SecurityGroupIngress");
    expect(acceptedLine(text, "-1")).toMatch(/^IpProtocol: (["'])-1\1$/);
  });
});

test("zones go by number, with who is in them", () => {
  const text = network(`  A: { Type: AWS::EC2::Subnet, Properties: { AvailabilityZone: !Select [0, !GetAZs ""] } }
  New:
    Type: AWS::EC2::Subnet
    Properties:
      AvailabilityZone: $0`);
  const { items } = completeAt(text);
  const zones = items.filter(({ label }) => label.startsWith("!Select [") && label.includes("GetAZs"));
  expect(zones.map(({ detail }) => detail)).toEqual([
    "zone 1 of the region, as A",
    "zone 2 of the region",
    "zone 3 of the region",
  ]);
});

test("endpoints name services of their kind", () => {
  const gateway = completeAt(property("ServiceName: $0", "AWS::EC2::VPCEndpoint"));
  expect(gateway.labels.filter((label) => label.includes("com.amazonaws"))).toHaveLength(2);
  const both = completeAt(property("VpcEndpointType: Interface\n      ServiceName: $0", "AWS::EC2::VPCEndpoint"));
  expect(both.labels.some((label) => label.includes(".ssmmessages"))).toBe(true);
});

describe("functions", () => {
  test("only those that give what is wanted", () => {
    const calls = (line: string, type?: string) =>
      completeAt(property(line, type)).labels.filter((label) => /^!\w+$/.test(label));
    expect(calls("VpcId: $0")).toEqual(["!Ref", "!GetAtt", "!Select", "!FindInMap", "!If", "!ImportValue"]);
    expect(calls("Subnets: $0", "AWS::ElasticLoadBalancingV2::LoadBalancer")).toEqual([
      "!Ref",
      "!GetAtt",
      "!Select",
      "!FindInMap",
      "!If",
      "!Split",
    ]);
  });

  test("in the document's form", () => {
    const long = `
Resources:
  Vpc: { Type: AWS::EC2::VPC }
  Table:
    Type: AWS::EC2::RouteTable
    Properties:
      VpcId:
        Ref: Vpc
  New:
    Type: AWS::EC2::RouteTable
    Properties:
      VpcId: $0
`;
    const { labels } = completeAt(long);
    expect(labels).toContain("Fn::GetAtt");
    expect(labels).not.toContain("!GetAtt");
  });

  test("without snippets, plain text", () => {
    const { item } = completeAt(property("VpcId: $0"), { snippetSupport: false });
    expect(item("!Select").newText).toBe("!Select [0, ]");
    expect(item("!Select").snippet).toBe(false);
  });
});

test("nothing is said of a property that does not exist", () => {
  expect(references(completeAt(property("Nonsense: $0")).labels)).toEqual([]);
});

test("nothing where everything is said, or a text begins", () => {
  expect(completeAt(property("CidrBlock: !Select [0, !Cidr [!Ref VpcCidr, 2, 8]]$0")).labels).toEqual([]);
  expect(completeAt(property("CidrBlock: |$0")).labels).toEqual([]);
  expect(completeAt(property("CidrBlock: >-$0\n        10.0.0.0/24")).labels).toEqual([]);
});
