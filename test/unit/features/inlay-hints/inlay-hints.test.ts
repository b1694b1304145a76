import { expect, test } from "vitest";
import type { Language } from "../../../../server/src/base/localized.ts";
import { inlayHints, type PlacedHint } from "../../../../server/src/features/inlay-hints/inlay-hints.ts";
import { defaultSwitches, type InlayHintKind } from "../../../../server/src/workspace/feature-switches.ts";
import { codeSnapshotOf, knowledge, type MarkedSnapshot, snapshotOf } from "../../../support/snapshot.ts";

interface Asked {
  readonly language?: Language;
  readonly kinds?: readonly InlayHintKind[];
}

function hintsIn({ snapshot, text }: MarkedSnapshot, { language = "en", kinds }: Asked): readonly PlacedHint[] {
  const all = Object.keys(defaultSwitches.inlayHints);
  const on = Object.fromEntries(all.map((kind) => [kind, !kinds || kinds.some((each) => each === kind)]));
  const switches = { ...defaultSwitches.inlayHints, ...on };
  return inlayHints(snapshot, { start: 0, end: text.length }, switches, { knowledge, language });
}

/** The text with its hints in ⟨⟩, only lines that have some. */
function shown(marked: MarkedSnapshot, asked: Asked = {}): readonly string[] {
  let text = marked.text;
  for (const { offset, label } of [...hintsIn(marked, asked)].reverse()) {
    text = `${text.slice(0, offset)}⟨${label}⟩${text.slice(offset)}`;
  }
  return text.split("\n").flatMap((line) => (line.includes("⟨") ? [line.trim()] : []));
}

const yaml = (text: string, asked: Asked = {}) => shown(snapshotOf(text), asked);
const json = (value: unknown, asked: Asked = {}) => shown(snapshotOf(JSON.stringify(value, null, 2), "json"), asked);

const head = `Parameters:
  VpcCidr: { Type: String, Default: 10.0.0.0/16 }
  Given: { Type: String }
  Stage: { Type: String, Default: dev }
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
Mappings:
  Blocks:
    Public: { A: 10.0.8.0/21 }
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties: { CidrBlock: 10.0.0.0/16 }
`;

function subnet(cidr: string): string {
  return `${head}  A:\n    Type: AWS::EC2::Subnet\n    Properties:\n      VpcId: !Ref Vpc\n      CidrBlock: ${cidr}\n`;
}

const blocks: Asked = { kinds: ["usableAddresses", "computedBlocks"] };

test.each([
  ["10.0.1.0/24", "10.0.1.0/24⟨251 usable⟩"],
  ['"10.0.1.0/20"', '"10.0.1.0/20"⟨4,091 usable⟩'],
  ["!Select [1, !Cidr [!Ref VpcCidr, 4, 8]]", "!Select [1, !Cidr [!Ref VpcCidr, 4, 8]]⟨10.0.1.0/24 · 251⟩"],
  ["!Select [1, !Cidr [!GetAtt Vpc.CidrBlock, 4, 8]] # b", "!GetAtt Vpc.CidrBlock, 4, 8]]⟨10.0.1.0/24 · 251⟩ # b"],
  ["!FindInMap [Blocks, Public, A]", "!FindInMap [Blocks, Public, A]⟨10.0.8.0/21 · 2,043⟩"],
  ["!Ref VpcCidr", "!Ref VpcCidr⟨10.0.0.0/16 · 65,531⟩"],
  ["\n        Fn::Select:\n          - 0\n          - !Cidr [10.0.0.0/16, 2, 4]", "Fn::Select:⟨10.0.0.0/28 · 11⟩"],
  ["!Select\n        - 0\n        - !Cidr [10.0.0.0/16, 2, 4]", "CidrBlock: !Select⟨10.0.0.0/28 · 11⟩"],
  ["!Sub\n        - 10.0.${n}.0/24\n        - n: 7", "CidrBlock: !Sub⟨10.0.7.0/24 · 251⟩"],
])("the block of a subnet: %s", (written, expected) => {
  const lines = yaml(subnet(written), blocks);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain(expected);
});

test.each([
  "!Ref Given",
  "!Sub 10.${Given}.0.0/24",
  "!ImportValue Block",
  "!If [IsProd, !Ref Given, !ImportValue Block]",
  "!Select [9, !Cidr [!Ref VpcCidr, 4, 8]]",
  "10.0.0.0/29",
  "10.0.0.0",
  "!Ref",
  "!Select [",
  "",
])("nothing where nothing is known: %s", (written) => {
  expect(yaml(subnet(written), blocks)).toEqual([]);
});

test("each branch of a condition has its own hint, also beside an unknown one", () => {
  expect(yaml(subnet("!If [IsProd, !Ref VpcCidr, 10.0.3.0/24]"), blocks)).toEqual([
    "CidrBlock: !If [IsProd, !Ref VpcCidr⟨10.0.0.0/16 · 65,531⟩, 10.0.3.0/24⟨251 usable⟩]",
  ]);
  expect(yaml(subnet("!If [IsProd, !Ref Given, !Ref VpcCidr]"), blocks)).toEqual([
    "CidrBlock: !If [IsProd, !Ref Given, !Ref VpcCidr⟨10.0.0.0/16 · 65,531⟩]",
  ]);
});

test("a choice inside a function shows every way; the tooltip says when", () => {
  const source = subnet("!Select [0, !Cidr [!If [IsProd, 10.0.0.0/16, 10.1.0.0/16], 4, 8]]");
  expect(yaml(source, blocks)[0]).toContain("⟨10.0.0.0/24 | 10.1.0.0/24 · 251⟩");
  const [hint] = hintsIn(snapshotOf(source), blocks);
  expect(hint?.tooltip).toContain("`10.0.0.0/24` (computed) when IsProd is true");
  expect(hint?.tooltip).toContain("`10.1.0.0/24` (computed) when IsProd is false");
});

test("a default is marked as such, a mapping named", () => {
  const tooltip = (written: string, language: Language = "en") =>
    hintsIn(snapshotOf(subnet(written)), { ...blocks, language })[0]?.tooltip;
  expect(tooltip("!Ref VpcCidr")).toContain("(default of *VpcCidr*)");
  expect(tooltip("!FindInMap [Blocks, Public, A]")).toContain("(mapping *Blocks*)");
  expect(tooltip("!Ref VpcCidr", "ja")).toContain("(*VpcCidr* の既定値)");
  expect(tooltip("10.0.0.0/24")).toContain("251 of 256");
});

test("JSON: behind the value, not behind the comma", () => {
  const value = {
    Parameters: { Block: { Type: "String", Default: "10.0.0.0/16" } },
    Resources: {
      Vpc: { Type: "AWS::EC2::VPC", Properties: { CidrBlock: { Ref: "Block" } } },
      A: {
        Type: "AWS::EC2::Subnet",
        Properties: {
          VpcId: { Ref: "Vpc" },
          CidrBlock: { "Fn::Select": [0, { "Fn::Cidr": [{ Ref: "Block" }, 2, 8] }] },
        },
      },
      B: { Type: "AWS::EC2::Subnet", Properties: { CidrBlock: "10.0.9.0/24", VpcId: { Ref: "Vpc" } } },
    },
  };
  expect(json(value)).toEqual([
    "}⟨10.0.0.0/16⟩",
    '"Type": "AWS::EC2::Subnet"⟨isolated⟩,',
    "}⟨10.0.0.0/24 · 251⟩",
    '"Type": "AWS::EC2::Subnet"⟨isolated⟩,',
    '"CidrBlock": "10.0.9.0/24"⟨251 usable⟩,',
  ]);
});

const public_ = `${subnet("10.0.1.0/24")}  Igw: { Type: AWS::EC2::InternetGateway }
  Routes: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  Default:
    Type: AWS::EC2::Route
    Properties: { RouteTableId: !Ref Routes, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Igw }
  Assoc:
    Type: AWS::EC2::SubnetRouteTableAssociation
    Properties: { RouteTableId: !Ref Routes, SubnetId: !Ref A }
`;

test("the kind of a subnet stands behind its type, in both languages", () => {
  expect(yaml(public_, { kinds: ["subnetKinds"] })).toEqual(["Type: AWS::EC2::Subnet⟨public⟩"]);
  expect(yaml(public_, { kinds: ["subnetKinds"], language: "ja" })).toEqual(["Type: AWS::EC2::Subnet⟨パブリック⟩"]);
});

test("a subnet that is one thing or another says both; one that may be anything says nothing", () => {
  const conditional = public_.replace("  Default:\n", "  Default:\n    Condition: IsProd\n");
  expect(yaml(conditional, { kinds: ["subnetKinds"] })).toEqual(["Type: AWS::EC2::Subnet⟨public | isolated⟩"]);
  const exposed = `${subnet("10.0.1.0/24")}Outputs: { A: { Value: !Ref A } }\n`;
  expect(yaml(exposed, { kinds: ["subnetKinds"] })).toEqual([]);
});

test("values of parameters and mappings in properties of the network, but no names and no secrets", () => {
  const source = `Parameters:
  Zone: { Type: String, Default: ap-northeast-1a }
  Office: { Type: String, Default: 203.0.113.0/24 }
  Key: { Type: String, Default: verysecret1, NoEcho: true }
  Name: { Type: String, Default: web }
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16, Tags: [{ Key: Name, Value: !Ref Name }] } }
  A: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, AvailabilityZone: !Ref Zone } }
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupName: !Ref Name
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: !Ref Office }
        - { IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: !Ref Key }
  Bucket: { Type: AWS::S3::Bucket, Properties: { BucketName: !Ref Name } }
`;
  expect(yaml(source, { kinds: ["values"] })).toEqual([
    "A: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, AvailabilityZone: !Ref Zone⟨ap-northeast-1a⟩ } }",
    "- { IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: !Ref Office⟨203.0.113.0/24⟩ }",
  ]);
});

test("a default that the resource's own condition rules out is not its value", () => {
  const source = (condition: string) => `Parameters:
  Office: { Type: String, Default: none }
  Stage: { Type: String, Default: dev }
Conditions:
  HasOffice: !Not [!Equals [!Ref Office, none]]
  IsProd: !Equals [!Ref Stage, prod]
Resources:
  Rule:
    Type: AWS::EC2::SecurityGroupIngress
    Condition: ${condition}
    Properties: { GroupId: sg-1, IpProtocol: tcp, CidrIp: !Ref Office, Description: "a \\"quoted\\" text" }
`;
  expect(yaml(source("HasOffice"), { kinds: ["values"] })).toEqual([]);
  expect(yaml(source("IsProd"), { kinds: ["values"] })[0]).toContain("!Ref Office⟨none⟩");
});

test("a literal with escapes is no computed value", () => {
  const source = `Resources:
  Record:
    Type: AWS::Route53::RecordSet
    Properties: { Name: "a.example.com", Type: TXT, ResourceRecords: ["\\"v=spf1 -all\\""] }
`;
  expect(yaml(source, { kinds: ["values"] })).toEqual([]);
});

test("a service behind a single port of a protocol that has ports", () => {
  const source = `Resources:
  Db:
    Type: AWS::EC2::SecurityGroup
    Properties:
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 5432, ToPort: 5432 }
        - { IpProtocol: tcp, FromPort: 22, ToPort: 443 }
        - { IpProtocol: icmp, FromPort: 22, ToPort: 22 }
        - { IpProtocol: !Ref Any, FromPort: 22, ToPort: 22 }
  Listener: { Type: AWS::ElasticLoadBalancingV2::Listener, Properties: { Port: 443, Protocol: TLS } }
  Entry:
    Type: AWS::EC2::NetworkAclEntry
    Properties: { Protocol: 6, PortRange: { From: 22, To: 22 } }
  Icmp:
    Type: AWS::EC2::NetworkAclEntry
    Properties: { Protocol: 1, PortRange: { From: 22, To: 22 } }
`;
  expect(yaml(source, { kinds: ["ports"] })).toEqual([
    "- { IpProtocol: tcp, FromPort: 5432⟨PostgreSQL⟩, ToPort: 5432 }",
    "Listener: { Type: AWS::ElasticLoadBalancingV2::Listener, Properties: { Port: 443⟨HTTPS⟩, Protocol: TLS } }",
    "Properties: { Protocol: 6, PortRange: { From: 22⟨SSH⟩, To: 22 } }",
  ]);
});

test("only those in the range", () => {
  const { snapshot, text } = snapshotOf(public_);
  const at = text.indexOf("10.0.1.0/24");
  const switches = defaultSwitches.inlayHints;
  const context = { knowledge, language: "en" } as const;
  expect(inlayHints(snapshot, { start: at, end: at + 12 }, switches, context)).toHaveLength(1);
  expect(inlayHints(snapshot, { start: 0, end: at - 20 }, switches, context)).toEqual([]);
});

test("resources of a loop share a text: a hint only where all agree", () => {
  const loop = (cidr: string) => `Transform: AWS::LanguageExtensions
Resources:
  Vpc: { Type: AWS::EC2::VPC }
  Fn::ForEach::Subnets:
    - N
    - ["1", "2"]
    - Subnet\${N}:
        Type: AWS::EC2::Subnet
        Properties: { VpcId: vpc-1, CidrBlock: ${cidr} }
`;
  expect(yaml(loop("!Sub 10.0.${N}.0/24"), blocks)).toEqual([]);
  expect(yaml(loop("10.0.1.0/24"), blocks)).toHaveLength(1);
});

test("CDK: literals and constants of L1 subnets", async () => {
  const source = `import * as ec2 from "aws-cdk-lib/aws-ec2";
import { Stack } from "aws-cdk-lib";
const block = "10.0.1.0/24";
export class Net extends Stack {
  constructor(scope: any, id: string) {
    super(scope, id);
    const vpc = new ec2.CfnVPC(this, "Vpc", { cidrBlock: "10.0.0.0/16" });
    new ec2.CfnSubnet(this, "A", { vpcId: vpc.ref, cidrBlock: "10.0.0.0/24" });
    new ec2.CfnSubnet(this, "B", { vpcId: vpc.ref, cidrBlock: block });
    new ec2.Vpc(this, "Other", { maxAzs: 2 });
  }
}
`;
  expect(shown(await codeSnapshotOf(source, "typescript"), blocks)).toEqual([
    'new ec2.CfnSubnet(this, "A", { vpcId: vpc.ref, cidrBlock: "10.0.0.0/24"⟨251 usable⟩ });',
    'new ec2.CfnSubnet(this, "B", { vpcId: vpc.ref, cidrBlock: block⟨10.0.1.0/24 · 251⟩ });',
  ]);
});

test("zones by their number, as values", () => {
  const zone = (written: string, asked: Asked = { kinds: ["values"] }) =>
    yaml(`${head}  A:\n    Type: AWS::EC2::Subnet\n    Properties:\n      AvailabilityZone: ${written}\n`, asked);
  expect(zone('!Select [0, !GetAZs ""]')).toEqual(['AvailabilityZone: !Select [0, !GetAZs ""]⟨zone 1⟩']);
  expect(zone("!Select [1, !GetAZs {Ref: AWS::Region}]", { kinds: ["values"], language: "ja" })).toEqual([
    "AvailabilityZone: !Select [1, !GetAZs {Ref: AWS::Region}]⟨AZ 2⟩",
  ]);
  expect(zone('!Select [0, !GetAZs ""]', { kinds: ["ports"] })).toEqual([]);
  expect(zone("!Select [0, !GetAZs us-east-1]")).toEqual([]);
  expect(zone("us-east-1a")).toEqual([]);
});
