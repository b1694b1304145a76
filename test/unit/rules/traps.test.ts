/**
 * Where rules of other tools go wrong: values that aren't known, branches that exclude each other, things that may be
 * elsewhere. Each trap is met by all rules at once, in a template that would be a fault without it.
 */
import { describe, expect, test } from "vitest";
import { findingsOf } from "../../support/check-rule.ts";

/** `severity rule` of what is found; hints are about tidiness. */
const found = (text: string) =>
  findingsOf(text)
    .filter(({ severity }) => severity !== "hint")
    .map(({ severity, rule }) => `${severity} ${rule}`);
const said = (text: string) => findingsOf(text).map(({ message }) => message.en);

describe("a value is known", () => {
  const subnetWith = (cidr: string, rest = "") => `
${rest}
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  App:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: ${cidr}
`;

  test.each([
    ["as a literal", "10.9.0.0/24", ""],
    [
      "in a mapping with known keys",
      "!FindInMap [Blocks, app, cidr]",
      "Mappings: { Blocks: { app: { cidr: 10.9.0.0/24 } } }",
    ],
    ["by Select", "!Select [1, [10.0.0.0/24, 10.9.0.0/24]]", ""],
    ["by Split", "!Select [1, !Split [';', '10.0.0.0/24;10.9.0.0/24']]", ""],
    ["by Join", "!Join ['', ['10.9', '.0.0/24']]", ""],
    ["by Sub", "!Sub ['10.${second}.0.0/24', { second: 9 }]", ""],
    ["by Cidr", "!Select [0, !Cidr [10.9.0.0/16, 4, 8]]", ""],
  ])("%s", (_, cidr, rest) => {
    expect(found(subnetWith(cidr, rest))).toEqual(["error subnet-outside-vpc"]);
  });

  test("by an attribute of the VPC", () => {
    expect(found(subnetWith("!Select [0, !Cidr [!GetAtt Vpc.CidrBlock, 1, 8]]"))).toEqual([]);
    expect(found(subnetWith("!Select [0, !Cidr [!GetAtt Vpc.CidrBlock, 1, 3]]"))).toContain("error subnet-cidr-size");
  });

  test("by a parameter's default: a warning that says so", () => {
    const text = subnetWith("!Ref AppCidr", "Parameters: { AppCidr: { Type: String, Default: 10.9.0.0/24 } }");
    expect(found(text)).toEqual(["warning subnet-outside-vpc"]);
    expect(said(text).join()).toMatch(/^With the default of AppCidr \(10\.9\.0\.0\/24\)/);
  });

  test.each([
    ["a parameter without a default", "!Ref AppCidr", "Parameters: { AppCidr: { Type: String } }"],
    [
      "a parameter that SSM fills",
      "!Ref AppCidr",
      "Parameters: { AppCidr: { Type: AWS::SSM::Parameter::Value<String>, Default: /net/app } }",
    ],
    ["an empty default, which is no value", "!Ref AppCidr", "Parameters: { AppCidr: { Type: String, Default: '' } }"],
    ["a dynamic reference", "'{{resolve:ssm:/net/app}}'", ""],
    ["an import", "!ImportValue AppCidr", ""],
    ["an output of a nested stack", "!GetAtt Nested.Outputs.AppCidr", ""],
    ["a custom resource", "!GetAtt Planner.AppCidr", ""],
    ["a transform", "{ Fn::Transform: { Name: Plan } }", ""],
    ["another templating language", '"{{ app_cidr }}"', ""],
    ["a mapping by region", "!FindInMap [Blocks, !Ref AWS::Region, cidr]", "Mappings: { Blocks: { x: { cidr: a } } }"],
  ])("but not by %s", (_, cidr, rest) => {
    expect(found(subnetWith(cidr, rest))).toEqual([]);
  });
});

describe("conditions", () => {
  const base = `
Conditions:
  Ha: !Equals [!Ref Mode, ha]
  Single: !Not [!Condition Ha]
Parameters: { Mode: { Type: String } }
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Igw: { Type: AWS::EC2::InternetGateway }
  Attach: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Igw } }
  Nat: { Type: AWS::EC2::NatGateway, Properties: { ConnectivityType: private, SubnetId: !Ref A } }
  A: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  Use: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref A, RouteTableId: !Ref Table } }
`;

  test("two resources that are never there together don't clash", () => {
    const route = (id: string, condition: string, target: string) => `
  ${id}:
    Type: AWS::EC2::Route
    Condition: ${condition}
    DependsOn: Attach
    Properties: { RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, ${target} }`;
    const igw = "GatewayId: !Ref Igw";
    expect(found(base + route("One", "Ha", igw) + route("Two", "Single", igw))).toEqual([]);
    expect(found(base + route("One", "Ha", igw) + route("Two", "Ha", igw))).toEqual([
      "error route-duplicate-destination",
    ]);
  });

  test("branches of Fn::If with AWS::NoValue don't make two targets of one", () => {
    const route = (other: string) => `
  Route:
    Type: AWS::EC2::Route
    DependsOn: Attach
    Properties:
      RouteTableId: !Ref Table
      DestinationCidrBlock: 0.0.0.0/0
      GatewayId: !If [Ha, !Ref Igw, !Ref AWS::NoValue]
      NetworkInterfaceId: !If [Ha, ${other}]
`;
    expect(found(base + route("!Ref AWS::NoValue, eni-0123456789abcdef0"))).toEqual([]);
    const text = base + route("eni-0123456789abcdef0, !Ref AWS::NoValue");
    expect(found(text)).toContain("error route-multiple-targets");
    expect(said(text).join()).toContain("When Ha is true");
  });
});

describe("what is missing may be elsewhere", () => {
  const subnet = (rest = "") => `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Igw: { Type: AWS::EC2::InternetGateway }
  Attach: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Igw } }
  Public: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  Out:
    Type: AWS::EC2::Route
    DependsOn: Attach
    Properties: { RouteTableId: !Ref Public, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Igw }
  Web: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  Use: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref Web, RouteTableId: !Ref Public } }
  App: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24 } }
${rest}`;

  test("a closed template", () => {
    expect(found(subnet())).toEqual(["warning subnet-on-main-route-table"]);
  });

  test.each([
    ["an export", "Outputs: { App: { Value: !Ref App, Export: { Name: app } } }"],
    ["an output", "Outputs: { App: { Value: !Ref App } }"],
    [
      "a nested stack",
      "  Nested: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: a.yaml, Parameters: { Subnet: !Ref App } } }",
    ],
    ["a custom resource", "  Own: { Type: Custom::Routes, Properties: { ServiceToken: arn, Subnet: !Ref App } }"],
  ])("not where its id leaves by %s", (_, rest) => {
    expect(found(subnet(rest))).toEqual([]);
  });

  test("a block that a resource of its own brings", () => {
    const text = (extra: string) => `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  ${extra}
  App:
    Type: AWS::EC2::Subnet
    DependsOn: More
    Properties: { VpcId: !Ref Vpc, CidrBlock: 10.1.1.0/24 }
`;
    const more = "More: { Type: AWS::EC2::VPCCidrBlock, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.1.0.0/16 } }";
    expect(found(text(more))).toEqual([]);
    expect(found(text("More: { Type: AWS::SNS::Topic }"))).toEqual(["error subnet-outside-vpc"]);
  });
});

describe("a way out", () => {
  const nat = (routes: string) => `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Igw: { Type: AWS::EC2::InternetGateway }
  Attach: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Igw } }
  Edge: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  Use: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref Edge, RouteTableId: !Ref Table } }
  Ip: { Type: AWS::EC2::EIP, DependsOn: Attach, Properties: { Domain: vpc } }
  Nat: { Type: AWS::EC2::NatGateway, DependsOn: Attach, Properties: { SubnetId: !Ref Edge, AllocationId: !GetAtt Ip.AllocationId } }
${routes}`;
  const route = (id: string, destination: string, target: string) =>
    `  ${id}: { Type: AWS::EC2::Route, DependsOn: Attach, Properties: { RouteTableId: !Ref Table, DestinationCidrBlock: ${destination}, ${target} } }\n`;

  test("two halves are a default route", () => {
    expect(found(nat(""))).toEqual(["error nat-in-subnet-without-igw"]);
    const igw = "GatewayId: !Ref Igw";
    expect(found(nat(route("Low", "0.0.0.0/1", igw) + route("High", "128.0.0.0/1", igw)))).toEqual([]);
  });

  test.each([
    ["a firewall endpoint", "VpcEndpointId: vpce-0123456789abcdef0"],
    ["a network interface", "NetworkInterfaceId: eni-0123456789abcdef0"],
    ["a transit gateway", "TransitGatewayId: tgw-0123456789abcdef0"],
  ])("by %s is a design, not a fault", (_, target) => {
    expect(found(nat(route("Out", "0.0.0.0/0", target)))).toEqual([]);
  });
});

describe("dependencies", () => {
  const route = (depends: string) => `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Igw: { Type: AWS::EC2::InternetGateway }
  Attach: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Igw } }
  After: { Type: AWS::SNS::Topic, DependsOn: [Attach] }
  Named: { Type: AWS::SNS::Topic, Properties: { DisplayName: !Sub "\${After.TopicName}" } }
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  Web: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  Use: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref Web, RouteTableId: !Ref Table } }
  Out:
    Type: AWS::EC2::Route
    ${depends}
    Properties: { RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Igw }
`;

  test.each([
    ["as text", "DependsOn: Attach"],
    ["as a list", "DependsOn: [Attach]"],
    ["over others, through Sub", "DependsOn: Named"],
  ])("count %s", (_, depends) => {
    expect(found(route(depends))).toEqual([]);
  });

  test("and their lack does", () => {
    expect(found(route("Metadata: {}"))).toEqual(["warning route-igw-missing-dependson"]);
  });
});

test("a number, a boolean or a text: the same value", () => {
  const text = (support: string) => `
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties: { CidrBlock: 10.0.0.0/16, EnableDnsHostnames: ${support === "false" ? "true" : '"true"'}, EnableDnsSupport: ${support} }
`;
  for (const off of ["false", '"false"']) expect(found(text(off))).toEqual(["error vpc-dns-hostnames-without-support"]);
});

describe("what a transform adds", () => {
  test("methods that SAM makes are not missing", () => {
    const text = `
Transform: AWS::Serverless-2016-10-31
Resources:
  Api: { Type: AWS::Serverless::Api, Properties: { StageName: prod } }
  Deployment: { Type: AWS::ApiGateway::Deployment, Properties: { RestApiId: !Ref Api } }
`;
    expect(found(text)).toEqual([]);
  });

  test("the body of a loop over unknown names is left alone", () => {
    const text = `
Transform: AWS::LanguageExtensions
Parameters: { Names: { Type: CommaDelimitedList } }
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Fn::ForEach::Subnets:
    - Name
    - !Ref Names
    - Subnet\${Name}:
        Type: AWS::EC2::Subnet
        Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 }
`;
    expect(found(text)).toEqual([]);
  });
});

describe("names tell what was meant", () => {
  const subnet = (id: string, tags: string) => `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Igw: { Type: AWS::EC2::InternetGateway }
  Attach: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Igw } }
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  Out: { Type: AWS::EC2::Route, DependsOn: Attach, Properties: { RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Igw } }
  ${id}: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24${tags} } }
  Use: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref ${id}, RouteTableId: !Ref Table } }
`;
  const tag = (key: string, value: string) => `, Tags: [{ Key: ${key}, Value: ${value} }]`;

  test("the logical ID and the Name tag", () => {
    expect(found(subnet("Web", ""))).toEqual([]);
    expect(found(subnet("PrivateA", ""))).toEqual(["warning private-subnet-default-to-igw"]);
    expect(found(subnet("A", tag("Name", "app-private-a")))).toEqual(["warning private-subnet-default-to-igw"]);
  });

  test("the CDK's tag wins over both", () => {
    expect(found(subnet("PrivateLooking", tag("aws-cdk:subnet-type", "Public")))).toEqual([]);
    expect(found(subnet("Web", tag("aws-cdk:subnet-type", "Private")))).toEqual([
      "warning private-subnet-default-to-igw",
    ]);
  });
});
