import { describe, expect, test } from "vitest";
import { hoverOn } from "../../../support/check-hover.ts";

/** The network below with pieces replaced, so that a test shows the line it is about. */
const network = (changes: Readonly<Record<string, string>>): string =>
  Object.entries(changes).reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`The network has no ${from}`);
    return text.replace(from, to);
  }, base);

const base = `Parameters:
  AppCidr:
    Type: String
    Default: 10.0.1.0/24
Conditions:
  Always: !Equals [a, a]
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
  Igw:
    Type: AWS::EC2::InternetGateway
  Attachment:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties:
      VpcId: !Ref Vpc
      InternetGatewayId: !Ref Igw
  PublicA:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.0.0.0/24
      AvailabilityZone: ap-northeast-1a
  PublicRoutes:
    Type: AWS::EC2::RouteTable
    Properties:
      VpcId: !Ref Vpc
  PublicDefault:
    Type: AWS::EC2::Route
    DependsOn: Attachment
    Properties:
      RouteTableId: !Ref PublicRoutes
      DestinationCidrBlock: 0.0.0.0/0
      GatewayId: !Ref Igw
  PublicAssociation:
    Type: AWS::EC2::SubnetRouteTableAssociation
    Properties:
      SubnetId: !Ref PublicA
      RouteTableId: !Ref PublicRoutes
  NatEip:
    Type: AWS::EC2::EIP
    DependsOn: Attachment
  Nat:
    Type: AWS::EC2::NatGateway
    Properties:
      SubnetId: !Ref PublicA
      AllocationId: !GetAtt NatEip.AllocationId
  AppA:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: !Ref AppCidr
  AppRoutes:
    Type: AWS::EC2::RouteTable
    Properties:
      VpcId: !Ref Vpc
  AppDefault:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: !Ref AppRoutes
      DestinationCidrBlock: 0.0.0.0/0
      NatGatewayId: !Ref Nat
  AppAssociation:
    Type: AWS::EC2::SubnetRouteTableAssociation
    Properties:
      SubnetId: !Ref AppA
      RouteTableId: !Ref AppRoutes
`;

describe("a logical ID says what the resource is in the network", () => {
  test("a public subnet, its addresses and its way out", async () => {
    const shown = await hoverOn(network({ "  PublicA:\n": "  Public$0A:\n" }));
    expect(shown?.about).toBe("PublicA");
    expect(shown?.markdown).toContain(
      "**PublicA** · public subnet · ap-northeast-1a · `10.0.0.0/24`, 251 usable addresses · default route to *Igw* through *PublicRoutes*",
    );
    expect(shown?.markdown).toContain("*PublicRoutes*: `10.0.0.0/16` → local · `0.0.0.0/0` → *Igw*");
  });

  test("the same in Japanese", async () => {
    const shown = await hoverOn(network({ "  PublicA:\n": "  Public$0A:\n" }), { language: "ja" });
    expect(shown?.markdown).toContain("パブリックサブネット");
    expect(shown?.markdown).toContain("利用可能 251 アドレス");
  });

  test("a private subnet whose block is a parameter's default", async () => {
    const shown = await hoverOn(network({ "SubnetId: !Ref AppA": "SubnetId: !Ref App$0A" }));
    expect(shown?.markdown).toContain(
      "private subnet with egress · `10.0.1.0/24`, 251 usable addresses · default route to *Nat*",
    );
  });

  test("a NAT gateway, where it sits and who goes through it", async () => {
    const shown = await hoverOn(network({ "NatGatewayId: !Ref Nat": "NatGatewayId: !Ref N$0at" }));
    expect(shown?.markdown).toContain(
      "**Nat** · public NAT gateway · sits in *PublicA* · with *NatEip* · 1 subnet routes through it: *AppA*",
    );
  });

  test("a VPC, its subnets and what is free; subnets that exclude each other are not counted together", async () => {
    const plain = await hoverOn(network({ "  Vpc:\n": "  V$0pc:\n" }));
    expect(plain?.markdown).toContain("**Vpc** · VPC · `10.0.0.0/16` · 2 subnets in 1 zone · 99 % free");
    const exclusive = await hoverOn(`Parameters:
  Env: { Type: String }
Conditions:
  Prod: !Equals [!Ref Env, prod]
  Dev: !Equals [!Ref Env, dev]
Resources:
  V$0pc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  A: { Type: AWS::EC2::Subnet, Condition: Prod, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  B: { Type: AWS::EC2::Subnet, Condition: Dev, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/25 } }
`);
    expect(exclusive?.markdown).toContain("at most 1 subnet at a time");
  });

  test("what lies elsewhere by the parameter that names it, or as known at deployment", async () => {
    const peering = (peer: string) => `Parameters:
  OtherVpc: { Type: AWS::EC2::VPC::Id }
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Peer$0ing: { Type: AWS::EC2::VPCPeeringConnection, Properties: { VpcId: !Ref Vpc, PeerVpcId: ${peer} } }
`;
    const shown = async (peer: string) => (await hoverOn(peering(peer)))?.markdown;
    expect(await shown("!Ref OtherVpc")).toContain("between *Vpc* and *OtherVpc*");
    expect(await shown("vpc-0abc")).toContain("between *Vpc* and `vpc-0abc`");
    expect(await shown("!ImportValue OtherVpc")).toContain("between *Vpc* and one known at deployment");
  });

  test("a parameter, its type and default", async () => {
    const shown = await hoverOn(network({ "!Ref AppCidr": "!Ref App$0Cidr" }));
    expect(shown?.markdown).toContain("**AppCidr** · parameter · `String`");
    expect(shown?.markdown).toContain("`10.0.1.0/24`");
  });

  test("a parameter that allows many values shows the first ones and how many follow", async () => {
    const values = Array.from({ length: 30 }, (_, n) => `m${n}.large`);
    const many = `Default: 10.0.1.0/24\n    AllowedValues: [${values.join(", ")}]`;
    const shown = await hoverOn(network({ "Default: 10.0.1.0/24": many, "!Ref AppCidr": "!Ref App$0Cidr" }));
    expect(shown?.markdown).toContain("`m11.large`, … and 18 more");
    expect(shown?.markdown).not.toContain("m12.large");
  });

  test("a condition, the ways it can come out", async () => {
    const shown = await hoverOn(network({ "  Always:": "  Alw$0ays:" }));
    expect(shown?.markdown).toMatch(/^\*\*Always\*\* · condition · always true/);
  });

  test("nothing for a name that is not declared", async () => {
    expect(await hoverOn(network({ "NatGatewayId: !Ref Nat": "NatGatewayId: !Ref No$0ne" }))).toBeUndefined();
  });
});

describe("a CIDR block", () => {
  test("tells range, size, place in the VPC and what is free next", async () => {
    const shown = await hoverOn(network({ "CidrBlock: 10.0.0.0/24": "CidrBlock: 10.0.$00.0/24" }));
    expect(shown?.about).toBe("10.0.0.0/24");
    expect(shown?.markdown).toContain("`10.0.0.0/24` · 10.0.0.0 – 10.0.0.255 · 256 addresses · **251 usable**");
    expect(shown?.markdown).toContain(
      "In *Vpc* `10.0.0.0/16`: block 1 of 256 · 2 subnets use 0.7 % · next free /24: **10.0.2.0/24**",
    );
  });

  test("tells whom it overlaps", async () => {
    const shown = await hoverOn(network({ "CidrBlock: 10.0.0.0/24": "CidrBlock: 10.0.$01.128/25" }));
    expect(shown?.markdown).toContain("Overlaps *AppA*");
  });

  test("tells that it lies outside its VPC, and which block AWS makes of it", async () => {
    const shown = await hoverOn(network({ "CidrBlock: 10.0.0.0/24": "CidrBlock: 10.1.$00.7/24" }));
    expect(shown?.markdown).toContain("Outside *Vpc* `10.0.0.0/16`");
    expect(shown?.markdown).toContain("AWS takes it as `10.1.0.0/24`");
  });

  test("of a route is a destination, without usable addresses", async () => {
    const shown = await hoverOn(
      network({
        "DestinationCidrBlock: 0.0.0.0/0\n      GatewayId": "DestinationCidrBlock: 0.0$0.0.0/0\n      GatewayId",
      }),
    );
    expect(shown?.markdown).toContain("every IPv4 address");
    expect(shown?.markdown).not.toContain("usable");
  });
});

describe("a resource type", () => {
  test("shows the topic's gist, this resource, facts, corrections and sources", async () => {
    const shown = await hoverOn(network({ "Type: AWS::EC2::NatGateway": "Type: AWS::EC2::Nat$0Gateway" }));
    expect(shown?.markdown).toMatch(/^\*\*NAT gateway\*\* · Outbound-only way out/);
    expect(shown?.markdown).toContain("**Nat** · public NAT gateway");
    expect(shown?.markdown).toMatch(/⚠ \*Unlike the notes:\*/);
    expect(shown?.markdown).toContain("[Open topic](command:topic?nat-gateway)");
    expect(shown?.markdown).toMatch(/Sources: \[.+\]\(https:\/\/docs\.aws\.amazon\.com/);
  });

  test("without a topic shows AWS's words and no empty headings", async () => {
    const shown = await hoverOn(`Resources:\n  Zone:\n    Type: AWS::Route53::Hosted$0Zone\n`);
    expect(shown?.markdown).toMatch(/^\*\*AWS::Route53::HostedZone\*\*\n\n\S/);
    expect(shown?.markdown).not.toMatch(/Sources|Open topic/);
  });
});

describe("a property", () => {
  test("shows type, whether it is required, what a change does, and its facts alone", async () => {
    const shown = await hoverOn(network({ "AllocationId: !GetAtt": "Alloca$0tionId: !GetAtt" }));
    expect(shown?.markdown).toMatch(/^\*\*AllocationId\*\* · `string` · optional · /);
    expect(shown?.markdown).toContain("Elastic IP");
  });

  test("shows the facts on itself, not those on what is around it", async () => {
    const text =
      "Resources:\n  V:\n    Type: AWS::EC2::VPNConnection\n    Properties:\n      VpnTunnelOptionsSpecifications:\n        - PreShared$0Key: x\n";
    const shown = await hoverOn(text);
    expect(shown?.markdown.match(/^- /gm)?.length).toBe(2);
    expect(shown?.markdown).toContain("8 to 64 characters");
  });

  test("has AWS's own words where there are no facts, and leaves them out where there are many", async () => {
    const none = await hoverOn(
      "Resources:\n  L:\n    Type: AWS::ElasticLoadBalancingV2::LoadBalancer\n    Properties:\n      Ty$0pe: network\n",
    );
    expect(none?.markdown).toContain("*AWS:* The type of load balancer");
    const many = await hoverOn(
      "Resources:\n  E:\n    Type: AWS::EC2::NetworkAclEntry\n    Properties:\n      Port$0Range: { From: 1, To: 2 }\n",
    );
    expect(many?.markdown).toContain("Open topic");
    expect(many?.markdown).not.toContain("*AWS:*");
  });

  test("in JSON, by its path", async () => {
    const shown = await hoverOn(
      `{ "Resources": { "G": { "Type": "AWS::EC2::SecurityGroup", "Properties": { "SecurityGroupIngress": [{ "Cidr$0Ip": "10.0.0.0/8" }] } } } }`,
      { notation: "json" },
    );
    expect(shown?.markdown).toMatch(/^\*\*CidrIp\*\* · `string`/);
  });
});

test("an intrinsic function shows what it does and what it comes to", async () => {
  const shown = await hoverOn(
    network({ "CidrBlock: !Ref AppCidr": "CidrBlock: !Sel$0ect [2, !Cidr [!GetAtt Vpc.CidrBlock, 4, 8]]" }),
  );
  expect(shown?.markdown).toContain("**Fn::Select**");
  expect(shown?.markdown).toContain("`10.0.2.0/24`");
});

test("names of the template cannot become markup", async () => {
  const shown = await hoverOn(
    `Parameters:\n  P$0:\n    Type: String\n    Default: "](command:evil) **x**"\nResources:\n  V: { Type: AWS::EC2::VPC }\n`,
  );
  expect(shown?.markdown).toContain("`](command:evil) **x**`");
});
