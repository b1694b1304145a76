import { describe, expect, test } from "vitest";
import type { CidrText } from "../../../server/src/network/model.ts";
import { named, networkOf, showFacts, showLink, subnetOf, vpcOf } from "../../support/check-network.ts";

const cidrs = (facts: Parameters<typeof showFacts<CidrText>>[0]) => showFacts(facts, ({ text }) => text);

describe("how a property comes out", () => {
  const vpc = (properties: string, sections = "") =>
    vpcOf(networkOf(`${sections}\nResources:\n  V: { Type: AWS::EC2::VPC, Properties: ${properties} }\n`), "V");

  test("a literal, nothing, AWS::NoValue, an empty text", () => {
    expect(cidrs(vpc("{ CidrBlock: 10.0.0.0/16 }").cidr)).toEqual(["10.0.0.0/16"]);
    expect(cidrs(vpc("{}").cidr)).toEqual(["-"]);
    expect(cidrs(vpc("{ CidrBlock: !Ref AWS::NoValue }").cidr)).toEqual(["-"]);
    expect(cidrs(vpc('{ CidrBlock: "" }').cidr)).toEqual(["?"]);
  });

  test("a parameter without a default is unknown, one with a default says so", () => {
    const parameters = "Parameters:\n  A: { Type: String }\n  B: { Type: String, Default: 10.1.0.0/16 }";
    expect(cidrs(vpc("{ CidrBlock: !Ref A }", parameters).cidr)).toEqual(["?"]);
    const { known } = vpc("{ CidrBlock: !Ref B }", parameters).cidr;
    expect(known.map(({ value, from }) => [value.text, from])).toEqual([
      ["10.1.0.0/16", [{ kind: "default", parameter: "B", value: "10.1.0.0/16" }]],
    ]);
  });

  test("each branch under its guard", () => {
    const conditions = "Conditions:\n  Big: !Equals [!Ref AWS::Region, us-east-1]";
    expect(cidrs(vpc("{ CidrBlock: !If [Big, 10.0.0.0/16, !Ref AWS::NoValue] }", conditions).cidr)).toEqual([
      "10.0.0.0/16 if Big",
      "- if !Big",
    ]);
  });

  test("a block from an address pool is unknown, not missing", () => {
    expect(cidrs(vpc("{ Ipv4IpamPoolId: ipam-pool-1, Ipv4NetmaskLength: 20 }").cidr)).toEqual(["?"]);
  });

  test("texts that are no block stay texts", () => {
    const [fact] = vpc("{ CidrBlock: 10.0.0.0/33 }").cidr.known;
    expect(fact?.value).toEqual({ text: "10.0.0.0/33", cidr: undefined, hasHostBits: false });
  });

  test("booleans and numbers as text", () => {
    const show = (text: string) => showFacts(vpc(`{ EnableDnsSupport: ${text} }`).dnsSupport, String);
    expect(["true", '"true"', "False", "maybe"].map(show)).toEqual([["true"], ["true"], ["false"], ["?"]]);
  });

  test("a resource with a condition exists only under it; one that never can is no entity", () => {
    const network = networkOf(`
Conditions:
  Big: !Equals [!Ref AWS::Region, us-east-1]
  Never: !Equals [a, b]
Resources:
  V: { Type: AWS::EC2::VPC, Condition: Big, Properties: { CidrBlock: 10.0.0.0/16 } }
  N: { Type: AWS::EC2::VPC, Condition: Never, Properties: { CidrBlock: 10.0.0.0/16 } }
  S: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref N } }
`);
    expect(network.vpcs.map(({ id }) => id)).toEqual(["V"]);
    expect(cidrs(vpcOf(network, "V").cidr)).toEqual(["10.0.0.0/16 if Big"]);
    expect(showFacts(subnetOf(network, "S").vpc, showLink)).toEqual(["(N)"]);
  });
});

describe("links", () => {
  const link = (value: string, sections = "") =>
    showFacts(
      subnetOf(
        networkOf(`${sections}
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Igw: { Type: AWS::EC2::InternetGateway }
  Nested: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: https://example.com/x.yaml } }
  Lookup: { Type: Custom::Lookup, Properties: { ServiceToken: x } }
  S: { Type: AWS::EC2::Subnet, Properties: { VpcId: ${value} } }
`),
        "S",
      ).vpc,
      showLink,
    );

  test.each([
    ["!Ref Vpc", "Vpc"],
    ["!GetAtt Vpc.VpcId", "Vpc"],
    ['!Sub "${Vpc}"', "Vpc"],
    ["!Ref Igw", "(Igw)"],
    ["!GetAtt Vpc.DefaultSecurityGroup", "(Vpc.DefaultSecurityGroup)"],
    ["vpc-1", "<literal vpc-1>"],
    ["!ImportValue net-VpcId", "<import !ImportValuenet-VpcId>"],
    ["!GetAtt Nested.Outputs.VpcId", "<attribute !GetAttNested.Outputs.VpcId>"],
    ["!GetAtt Lookup.VpcId", "<attribute !GetAttLookup.VpcId>"],
    ["!Ref Lookup", "<resource Lookup.>"],
    ["'{{resolve:ssm:/vpc}}'", "<dynamic-reference {{resolve:ssm:/vpc}}>"],
    ["!Ref Nothing", "?"],
    ["!Unheard of", "?"],
    ["!Join ['', [!Ref Vpc, '']]", "?"],
    ["", "?"],
  ])("VpcId: %s", (value, expected) => expect(link(value === "" ? "null" : value)).toEqual([expected]));

  test("the same parameter has the same key, another one another", () => {
    const network = networkOf(`
Parameters:
  P: { Type: AWS::EC2::VPC::Id }
  Q: { Type: AWS::EC2::VPC::Id }
Resources:
  A: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref P } }
  B: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref "P" } }
  C: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Q } }
`);
    const [a, b, c] = network.subnets.map(({ vpc }) => showFacts(vpc, showLink).join());
    expect(a).toBe(b);
    expect(a).not.toBe(c);
  });

  test("items of a list parameter are told apart", () => {
    const network = networkOf(`
Parameters:
  Subnets: { Type: "List<AWS::EC2::Subnet::Id>" }
Resources:
  A: { Type: AWS::EC2::NatGateway, Properties: { SubnetId: !Select [0, !Ref Subnets] } }
  B: { Type: AWS::EC2::NatGateway, Properties: { SubnetId: !Select [1, !Ref Subnets] } }
`);
    const [a, b] = network.natGateways.map(({ subnet }) => showFacts(subnet, showLink).join());
    expect(a).not.toBe(b);
  });
});

describe("zones", () => {
  const zone = (value: string, sections = "") =>
    showFacts(
      subnetOf(
        networkOf(`${sections}\nResources:\n  S: { Type: AWS::EC2::Subnet, Properties: { VpcId: v, ${value} } }\n`),
        "S",
      ).zone,
      ({ kind, key }) => `${kind} ${key}`,
    );
  const parameters = "Parameters:\n  Az: { Type: String }\nConditions:\n  Two: !Equals [!Ref Az, b]";

  test.each([
    ["AvailabilityZone: ap-northeast-1a", ["literal ap-northeast-1a"]],
    ["AvailabilityZone: !Select [0, !GetAZs '']", ["index #0"]],
    ["AvailabilityZone: !Select ['0', !GetAZs {Ref: AWS::Region}]", ["index #0"]],
    ["AvailabilityZone: !Select [0, !GetAZs us-east-1]", ["index us-east-1#0"]],
    ["AvailabilityZone: !Ref Az", ["expression !Ref Az"]],
    ["AvailabilityZone: !Sub '${AWS::Region}a'", ["expression !Sub '${AWS::Region}a'"]],
    [
      "AvailabilityZone: !If [Two, !Select [1, !GetAZs ''], !Select [0, !GetAZs '']]",
      ["index #1 if Two", "index #0 if !Two"],
    ],
    ["AvailabilityZoneId: apne1-az1", ["expression id apne1-az1"]],
    ["CidrBlock: 10.0.0.0/24", ["-"]],
  ])("%s", (value, expected) => expect(zone(value, parameters)).toEqual(expected));
});

test("routes: every destination and target that is written, absent only where none is", () => {
  const network = networkOf(`
Parameters:
  P: { Type: String }
Conditions:
  Ha: !Equals [!Ref P, ha]
Resources:
  Igw: { Type: AWS::EC2::InternetGateway }
  Nat: { Type: AWS::EC2::NatGateway, Properties: { SubnetId: s } }
  Eni: { Type: AWS::EC2::NetworkInterface, Properties: { SubnetId: s } }
  Both: { Type: AWS::EC2::Route, Properties: { RouteTableId: t, DestinationCidrBlock: 0.0.0.0/0, DestinationIpv6CidrBlock: "::/0", GatewayId: !Ref Igw, NatGatewayId: !Ref Nat } }
  One: { Type: AWS::EC2::Route, Properties: { RouteTableId: t, DestinationPrefixListId: pl-1, NatGatewayId: !If [Ha, !Ref Nat, !Ref "AWS::NoValue"] } }
  Either: { Type: AWS::EC2::Route, Properties: { RouteTableId: t, DestinationCidrBlock: !Ref P, NatGatewayId: !If [Ha, !Ref Nat, !Ref "AWS::NoValue"], NetworkInterfaceId: !If [Ha, !Ref "AWS::NoValue", !Ref Eni] } }
`);
  const show = (id: string) => {
    const { destinations, targets } = named(network.routes, id);
    return [
      showFacts(destinations, (value) =>
        value.kind === "cidr" ? `${value.family} ${value.cidr.text}` : (value.key ?? ""),
      ),
      showFacts(targets, ({ property, link }) => `${property} ${showLink(link)}`),
    ];
  };
  expect(show("Both")).toEqual([
    ["4 0.0.0.0/0", "6 ::/0"],
    ["GatewayId Igw", "NatGatewayId Nat"],
  ]);
  expect(show("One")).toEqual([["literal pl-1"], ["NatGatewayId Nat if Ha", "- if !Ha"]]);
  expect(show("Either")).toEqual([["?"], ["NatGatewayId Nat if Ha", "NetworkInterfaceId (Eni) if !Ha"]]);
});
