import { describe, expect, test } from "vitest";
import { acceptedLine, completeAt } from "../../../support/check-completion.ts";

const vpc = (subnets: string, line = "CidrBlock: $0", block = "10.0.0.0/16") => `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: ${block} } }
${subnets}
  New:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      ${line}
`;
const subnet = (id: string, block: string) =>
  `  ${id}: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: ${block} } }`;
const three = [subnet("A", "10.0.0.0/24"), subnet("B", "10.0.1.0/24"), subnet("C", "10.0.2.0/24")].join("\n");

const blocks = (labels: readonly string[]) => labels.filter((label) => /^[\d.]+\/\d+$/.test(label));

describe("a subnet's block", () => {
  test("is the next free one: of the siblings' size first, then of usual sizes", () => {
    const { items, labels } = completeAt(vpc(three));
    expect(blocks(labels)).toEqual([
      "10.0.3.0/24",
      "10.0.4.0/24",
      "10.0.3.0/26",
      "10.0.3.0/28",
      "10.0.16.0/20",
      "10.0.4.0/22",
    ]);
    expect(items.slice(0, 3).map(({ detail }) => detail)).toEqual([
      "next free /24 in Vpc, 251 usable",
      "also free, 251 usable",
      "next free /26 in Vpc, 59 usable",
    ]);
  });

  test("shows where it lies", () => {
    const { item } = completeAt(vpc(three));
    expect(item("10.0.3.0/24").documentation).toBe(
      [
        "`10.0.3.0` – `10.0.3.255` · 256 addresses, **251 usable** (AWS keeps 5)",
        "`[*...............]`",
        "Vpc 10.0.0.0/16, /20 per cell: `#` used, `*` this block",
      ].join("\n\n"),
    );
    const small = completeAt(vpc(subnet("A", "10.0.0.0/26"), "CidrBlock: $0", "10.0.0.0/24"));
    expect(small.item("10.0.0.64/26").documentation).toContain("`[#*..]`");
  });

  test("in Japanese", () => {
    const { item } = completeAt(vpc(three), { language: "ja" });
    expect(item("10.0.3.0/24").detail).toBe("Vpc で次に空いている /24、利用可能 251");
  });

  test("only sizes that fit the VPC", () => {
    const { labels } = completeAt(vpc("", "CidrBlock: $0", "10.0.0.0/26"));
    expect(blocks(labels)).toEqual(["10.0.0.0/28", "10.0.0.16/28", "10.0.0.0/27"]);
    const full = vpc(subnet("A", "10.0.0.0/26"), "CidrBlock: $0", "10.0.0.0/26");
    expect(blocks(completeAt(full).labels)).toEqual([]);
  });

  test("comes before parameters that hold one", () => {
    const text = `Parameters:\n  Other: { Type: String, Default: 10.0.9.0/24 }\n${vpc(three)}`;
    expect(completeAt(text).labels.slice(0, 7).at(-1)).toBe("!Ref Other");
  });

  test("replaces what is typed", () => {
    expect(acceptedLine(vpc(three, "CidrBlock: 10.0$0"), "10.0.3.0/24")).toBe("CidrBlock: 10.0.3.0/24");
    expect(acceptedLine(vpc(three, 'CidrBlock: "10.0$0"'), "10.0.3.0/24")).toMatch(/^CidrBlock: "?10\.0\.3\.0\/24"?$/);
  });

  test("is computed where the siblings are", () => {
    const computed = (id: string, index: number) =>
      subnet(id, `!Select [${index}, !Cidr [!GetAtt Vpc.CidrBlock, 16, 8]]`);
    const { items } = completeAt(vpc([computed("A", 0), computed("B", 1)].join("\n")));
    expect(items[0]).toMatchObject({
      newText: "!Select [2, !Cidr [!GetAtt Vpc.CidrBlock, 16, 8]]",
      detail: "computed: 10.0.2.0/24, 251 usable",
    });
  });

  test("is offered for the only VPC while VpcId is not written yet", () => {
    const text = vpc(three).replace("      VpcId: !Ref Vpc\n      CidrBlock: $0", "      CidrBlock: $0");
    expect(blocks(completeAt(text).labels)[0]).toBe("10.0.3.0/24");
  });

  test("is left to the author where the VPC's own block is unknown", () => {
    expect(blocks(completeAt(vpc("", "CidrBlock: $0", "!ImportValue cidr")).labels)).toEqual([]);
  });

  test("never an IPv4 block for IPv6", () => {
    const { labels } = completeAt(vpc(three, "Ipv6CidrBlock: $0"));
    expect(blocks(labels)).toEqual([]);
    expect(labels[0]).toBe("!Select [0, !Cidr [!Select [0, !GetAtt Vpc.Ipv6CidrBlocks], 256, 64]]");
  });
});

test("a VPC's block is a private one that clashes with no other VPC", () => {
  const { labels, item } = completeAt(`
Resources:
  Old: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  New:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: $0
`);
  expect(blocks(labels)).toEqual(["10.1.0.0/16", "10.2.0.0/16", "172.20.0.0/16", "192.168.0.0/20", "100.64.0.0/16"]);
  expect(item("10.1.0.0/16").detail).toBe("private range, 65,536 addresses");
});

describe("a route's destination", () => {
  const routes = (line: string) => `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Far: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.9.0.0/16 } }
  Third: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.8.0.0/16 } }
  Peering: { Type: AWS::EC2::VPCPeeringConnection, Properties: { VpcId: !Ref Vpc, PeerVpcId: !Ref Far } }
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  Igw: { Type: AWS::EC2::InternetGateway }
  Default: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref Table, DestinationIpv6CidrBlock: "::/0", GatewayId: !Ref Igw } }
  New:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: !Ref Table
      ${line}
`;

  test("is everything, or what a peering leads to", () => {
    const { items, labels } = completeAt(routes("DestinationCidrBlock: $0"));
    expect(blocks(labels)).toEqual(["0.0.0.0/0", "10.9.0.0/16"]);
    expect(items.map(({ detail }) => detail)).toContain("Far, at the other end of Peering");
  });

  test("nothing that the table has already", () => {
    expect(completeAt(routes("DestinationIpv6CidrBlock: $0")).labels).not.toContain("::/0");
  });
});

test("a security group lets in a VPC rather than everyone", () => {
  const { labels } = completeAt(`
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      SecurityGroupIngress:
        - IpProtocol: tcp
          CidrIp: $0
`);
  expect(labels.slice(0, 3)).toEqual(["!GetAtt Vpc.CidrBlock", "10.0.0.0/16", "0.0.0.0/0"]);
});

test("on a block that is complete, the free ones are found all the same", () => {
  const { items } = completeAt(`Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  A:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.0.0.0/24$0
`);
  expect(items.length).toBeGreaterThan(0);
  expect(new Set(items.map(({ filterText }) => filterText))).toEqual(new Set(["10.0.0.0/24"]));
});
