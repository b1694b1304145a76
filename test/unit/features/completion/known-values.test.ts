/** Values that the knowledge base, the mappings and the rest of the template suggest. */
import { describe, expect, test } from "vitest";
import { acceptedLine, completeAt } from "../../../support/check-completion.ts";
import { network, property, references } from "../../../support/completion-templates.ts";

describe("what the knowledge base knows", () => {
  const ingress = (lines: string) => property(`SecurityGroupIngress:\n        - ${lines}`, "AWS::EC2::SecurityGroup");
  const plain = (labels: readonly string[]) => labels.filter((label) => !label.startsWith("!"));

  test("ports by the service, the same port at the other end", () => {
    const { items, item } = completeAt(ingress("IpProtocol: tcp\n          FromPort: $0"));
    expect(items.slice(0, 3).map(({ label, detail }) => `${label} ${detail}`)).toEqual([
      "443 HTTPS",
      "80 HTTP",
      "22 SSH",
    ]);
    expect(item("443").documentation).toBeDefined();
    const { items: ends } = completeAt(ingress("IpProtocol: tcp\n          FromPort: 5432\n          ToPort: $0"));
    expect(ends[0]?.label).toBe("5432");
    const ephemeral = completeAt(ingress("IpProtocol: tcp\n          FromPort: 1024\n          ToPort: $0")).labels;
    expect(ephemeral.slice(0, 2)).toEqual(["1024", "65535"]);
  });
  test("the port of the protocol beside it", () => {
    const listener = property("Protocol: HTTP\n      Port: $0", "AWS::ElasticLoadBalancingV2::Listener");
    expect(completeAt(listener).labels[0]).toBe("80");
  });
  test("protocols by number, with their names", () => {
    const { item, labels } = completeAt(property("Protocol: $0", "AWS::EC2::NetworkAclEntry"));
    expect(labels.slice(0, 2)).toEqual(["-1", "6"]);
    expect(item("6").detail).toBe("TCP");
    expect(item("50").detail).toBe("ESP");
  });
  test("autonomous systems that nobody in the template has", () => {
    const gateways = (resources: string) => plain(completeAt(network(resources)).labels);
    const own = "  Vgw: { Type: AWS::EC2::VPNGateway, Properties: { Type: ipsec.1, AmazonSideAsn: 64512 } }\n";
    const gateway = "  Cgw:\n    Type: AWS::EC2::CustomerGateway\n    Properties:\n      BgpAsn: $0";
    expect(gateways(own + gateway)).toEqual(["65000", "64513", "64514"]);
    expect(gateways(gateway.replace("BgpAsn", "BgpAsnExtended"))).toEqual(["4200000000", "4200000001"]);
  });
  test("inside blocks of tunnels that are free and not kept by AWS", () => {
    const tunnels = `VpnTunnelOptionsSpecifications:
        - TunnelInsideCidr: 169.254.6.0/30
        - TunnelInsideCidr: $0`;
    expect(plain(completeAt(property(tunnels, "AWS::EC2::VPNConnection")).labels)).toEqual([
      "169.254.7.0/30",
      "169.254.8.0/30",
      "169.254.9.0/30",
    ]);
    // No parameter with a block of the network.
    expect(references(completeAt(property(tunnels, "AWS::EC2::VPNConnection")).labels)).toEqual([]);
  });
  test("Regions, the stack's own first", () => {
    const { labels } = completeAt(property("PeerRegion: $0", "AWS::EC2::VPCPeeringConnection"));
    expect(labels[0]).toBe("!Ref AWS::Region");
    expect(labels).toContain("ap-northeast-1");
    expect(labels).not.toContain("!Ref Environment");
  });
  test("tags: Name, then those of other resources", () => {
    const tagged = "  Own: { Type: AWS::EC2::EIP, Properties: { Tags: [{ Key: Team, Value: x }] } }\n";
    const tag = (line: string) =>
      completeAt(
        network(`${tagged}  New:\n    Type: AWS::EC2::Subnet\n    Properties:\n      Tags:\n        - ${line}`),
      );
    expect(tag("Key: $0").labels.slice(0, 2)).toEqual(["Name", "Team"]);
    expect(tag("Key: Name\n          Value: $0").labels[0]).toBe('!Sub "${AWS::StackName}-New"');
  });
  test("types of records, and no parameter that holds something else", () => {
    const { labels } = completeAt(property("Type: $0", "AWS::Route53::RecordSet"));
    expect(labels.slice(0, 3)).toEqual(["A", "AAAA", "CNAME"]);
    expect(labels).not.toContain("!Ref Environment");
  });
  test("services in the text of a Sub, and in a Region that is typed", () => {
    const sub = property('ServiceName: !Sub "com.amazonaws.${AWS::Region}.$0"', "AWS::EC2::VPCEndpoint");
    expect(acceptedLine(sub, "com.amazonaws.${AWS::Region}.s3")).toBe(
      'ServiceName: !Sub "com.amazonaws.${AWS::Region}.s3"',
    );
    const typed = property("ServiceName: com.amazonaws.eu-west-1.$0", "AWS::EC2::VPCEndpoint");
    expect(acceptedLine(typed, "com.amazonaws.eu-west-1.s3")).toBe("ServiceName: com.amazonaws.eu-west-1.s3");
  });
});

describe("a list", () => {
  test("offers nothing twice", () => {
    const type = "AWS::ElasticLoadBalancingV2::LoadBalancer";
    const text = (list: string) =>
      network(`  A: { Type: AWS::EC2::Subnet }\n  B: { Type: AWS::EC2::Subnet }
  New:
    Type: ${type}
    Properties:
      Subnets: ${list}`);
    expect(references(completeAt(text("[!Ref A, $0]")).labels)).toEqual(["!Ref B", "!Ref OneSubnet"]);
    expect(references(completeAt(text("[$0, !Ref B]")).labels)).toEqual(["!Ref A", "!Ref OneSubnet"]);
    expect(references(completeAt(text("\n        - !Ref A\n        - $0")).labels)).toEqual([
      "!Ref B",
      "!Ref OneSubnet",
    ]);
  });
  test("of objects, in brackets: an object with what it needs", () => {
    const text = property("SecurityGroupIngress: [$0]", "AWS::EC2::SecurityGroup");
    expect(acceptedLine(text, "{ IpProtocol, … }")).toBe("SecurityGroupIngress: [{ IpProtocol: $1$0 }]");
    const json = `{"Resources": {"G": {"Type": "AWS::EC2::SecurityGroup", "Properties": {"SecurityGroupIngress": [$0]}}}}`;
    expect(completeAt(json, { notation: "json" }).item("{ IpProtocol, … }").newText).toBe('{ "IpProtocol": "$1"$0 }');
  });
  test("of objects, in the branch of a condition", () => {
    const text = property(
      "SecurityGroupIngress:\n        - !If\n          - C\n          - $0",
      "AWS::EC2::SecurityGroup",
      "",
    );
    expect(completeAt(text).labels.slice(0, 3)).toEqual(["IpProtocol", "FromPort", "ToPort"]);
  });
});

describe("a route", () => {
  const route = (...lines: string[]) => {
    const gateways = `  Eigw: { Type: AWS::EC2::EgressOnlyInternetGateway, Properties: { VpcId: !Ref Vpc } }
  Igw: { Type: AWS::EC2::InternetGateway }
  Nat: { Type: AWS::EC2::NatGateway }
`;
    const written = lines.map((line) => `      ${line}`).join("\n");
    return completeAt(
      network(
        `${gateways}  New:\n    Type: AWS::EC2::Route\n    Properties:\n      RouteTableId: !Ref Table\n${written}`,
      ),
    );
  };
  test("has one destination and one target", () => {
    expect(route("DestinationCidrBlock: 0.0.0.0/0", "GatewayId: !Ref Igw", "$0").labels).toEqual([]);
    expect(route("GatewayId: !Ref Igw", "$0").labels).toEqual([
      "DestinationCidrBlock",
      "DestinationIpv6CidrBlock",
      "DestinationPrefixListId",
    ]);
  });
  test("takes the targets that its destination can have, those of the template first", () => {
    const v4 = route("DestinationCidrBlock: 0.0.0.0/0", "$0").labels;
    expect(v4).not.toContain("EgressOnlyInternetGatewayId");
    expect(v4).not.toContain("DestinationIpv6CidrBlock");
    expect(v4.indexOf("NatGatewayId")).toBeLessThan(v4.indexOf("TransitGatewayId"));
    const v6 = route("DestinationIpv6CidrBlock: ::/0", "$0").labels;
    expect(v6[0]).toBe("EgressOnlyInternetGatewayId");
    expect(v6).not.toContain("NatGatewayId");
    expect(route('DestinationIpv6CidrBlock: "64:ff9b::/96"', "$0").labels).toContain("NatGatewayId");
    expect(references(route("DestinationCidrBlock: 0.0.0.0/0", "EgressOnlyInternetGatewayId: $0").labels)).toEqual([]);
  });
  test("to what NAT64 translates, where there is a NAT gateway", () => {
    expect(route("DestinationIpv6CidrBlock: $0").labels.slice(0, 2)).toEqual(["::/0", "64:ff9b::/96"]);
  });
});

test("DependsOn leaves out what the properties refer to", () => {
  const text = network(`  Other: { Type: AWS::EC2::VPC }
  New:
    Type: AWS::EC2::Subnet
    DependsOn: $0
    Properties: { VpcId: !Ref Vpc }`);
  expect(completeAt(text).labels).toEqual(["Table", "Other"]);
});

describe("look-ups in mappings", () => {
  const mapped = (mappings: string, line: string, type?: string) =>
    completeAt(
      `Mappings:\n${mappings}${property(line, type, "  Size: { Type: String, AllowedValues: [small, large] }")}`,
    );
  const found = (labels: readonly string[]) => labels.filter((label) => label.startsWith("!FindInMap ["));
  test("of what fits, with what comes out", () => {
    const blocks = "  Blocks:\n    Public: { A: 10.0.8.0/24, Name: x }\n    Private: { A: 10.0.9.0/24 }\n";
    const { labels, item } = mapped(blocks, "CidrBlock: $0");
    expect(found(labels)).toEqual(["!FindInMap [Blocks, Public, A]", "!FindInMap [Blocks, Private, A]"]);
    expect(item("!FindInMap [Blocks, Public, A]").detail).toBe("10.0.8.0/24");
  });
  test("by the Region or a parameter that has the keys", () => {
    const images = "  Images:\n    us-east-1: { Ami: ami-1 }\n    eu-west-1: { Ami: ami-2 }\n";
    expect(found(mapped(images, "ImageId: $0", "AWS::EC2::Instance").labels)).toEqual([
      "!FindInMap [Images, !Ref AWS::Region, Ami]",
    ]);
    expect(found(mapped(images, "VpcId: $0").labels)).toEqual([]);
    expect(found(mapped(images, "AvailabilityZone: $0").labels)).toEqual([]);
    const sizes = "  Sizes:\n    small: { Block: 10.0.8.0/26 }\n    large: { Block: 10.0.8.0/24 }\n";
    const { labels, item } = mapped(sizes, "CidrBlock: $0");
    expect(found(labels)).toEqual(["!FindInMap [Sizes, !Ref Size, Block]"]);
    expect(item("!FindInMap [Sizes, !Ref Size, Block]").detail).toBe("10.0.8.0/26 | 10.0.8.0/24");
  });
  test("never of what does not", () => {
    const names = "  Names:\n    a: { Name: x }\n";
    expect(found(mapped(names, "CidrBlock: $0").labels)).toEqual([]);
    expect(found(mapped(names, "VpcId: $0").labels)).toEqual([]);
    expect(found(mapped(names, "MapPublicIpOnLaunch: $0").labels)).toEqual([]);
  });
});
