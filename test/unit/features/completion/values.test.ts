import { describe, expect, test } from "vitest";
import { acceptedLine, completeAt } from "../../../support/check-completion.ts";

const network = (resources: string, parameters = "") => `
Parameters:
  VpcCidr: { Type: String, Default: 10.0.0.0/16 }
  Existing: { Type: "AWS::EC2::VPC::Id" }
  Subnets: { Type: "List<AWS::EC2::Subnet::Id>" }
  OneSubnet: { Type: "AWS::EC2::Subnet::Id" }
  Environment: { Type: String, Default: dev }
  Public: { Type: String, AllowedValues: ["true", "false"] }
${parameters}
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: !Ref VpcCidr
  Table:
    Type: AWS::EC2::RouteTable
    Properties:
      VpcId: !Ref Vpc
${resources}
`;

const property = (line: string, type = "AWS::EC2::Subnet", parameters = "") =>
  network(`  New:\n    Type: ${type}\n    Properties:\n      ${line}`, parameters);

const references = (labels: readonly string[]) => labels.filter((label) => /^!(Ref|GetAtt) \w/.test(label));

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

describe("SAM", () => {
  const sam = (lines: string, globals = "Description: x") => `Transform: AWS::Serverless-2016-10-31
${globals}
Resources:
  A: { Type: AWS::EC2::Subnet }
  F:
    Type: AWS::Serverless::Function
    Properties:
${lines}
`;
  test("properties, usual ones first; networks below them; events by name", () => {
    expect(completeAt(sam("      $0")).labels.slice(0, 3)).toEqual(["CodeUri", "Handler", "Runtime"]);
    const subnets = sam("      VpcConfig:\n        SubnetIds:\n          - $0");
    expect(references(completeAt(subnets).labels)).toEqual(["!Ref A"]);
    expect(completeAt(sam("      Events:\n        Get:\n          $0")).labels).toEqual(["Properties", "Type"]);
    expect(completeAt(sam("      Events:\n        Get:\n          Type: $0")).labels).toContain("HttpApi");
  });
  test("Globals as if they stood in a function", () => {
    expect(completeAt(sam("      Handler: x", "Globals:\n  Function:\n    $0")).labels).toContain("VpcConfig");
    const subnets = sam("      Handler: x", "Globals:\n  Function:\n    VpcConfig:\n      SubnetIds:\n        - $0");
    expect(references(completeAt(subnets).labels)).toEqual(["!Ref A"]);
  });
});

describe("loops", () => {
  const loop = (lines: string) => `Transform: AWS::LanguageExtensions
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Fn::ForEach::Subnets:
    - Zone
    - [A, B]
    - Subnet\${Zone}:
        Type: AWS::EC2::Subnet
        Properties:
          ${lines}
`;
  test("are completed inside as outside", () => {
    expect(completeAt(loop("$0")).labels).toContain("CidrBlock");
    expect(references(completeAt(loop("VpcId: $0")).labels)).toEqual(["!Ref Vpc"]);
    expect(
      completeAt(loop("Tags: $0").replace("AWS::EC2::Subnet", "$0").replace("Tags: $0", "Tags: []")).labels[0],
    ).toBe("AWS::EC2::VPC");
  });
  test("have variables", () => {
    expect(completeAt(loop('AvailabilityZone: !Sub "${$0}"')).labels[0]).toBe("Zone");
    expect(
      completeAt(loop('AvailabilityZone: !Sub "${$0}"').replace("AWS::LanguageExtensions", "Own")).labels,
    ).not.toContain("Zone");
  });
});

describe("objects that are functions, in JSON", () => {
  const json = (value: string) =>
    completeAt(
      `{"Conditions": {"C": {"Fn::Not": [{"$1"}]}}, "Resources": {"Vpc": {"Type": "AWS::EC2::VPC"}}, "Outputs": {"O": {"Value": ${value}}}}`.replace(
        '"$1"',
        value === "" ? '"$0"' : "",
      ),
      { notation: "json" },
    ).labels;
  test("as a value, among arguments, in a condition", () => {
    expect(json('{"$0"}')).toContain("Fn::GetAtt");
    expect(json('{"Fn::Join": ["", [{"$0"}]]}')).toContain("Fn::GetAtt");
    expect(json("")).toEqual(["Fn::Equals", "Fn::Not", "Fn::And", "Fn::Or", "Condition"]);
  });
  test("an attribute inside a quoted name", () => {
    const text = `{"Resources": {"Vpc": {"Type": "AWS::EC2::VPC"}}, "Outputs": {"O": {"Value": {"Fn::GetAtt": "Vpc.$0"}}}}`;
    expect(completeAt(text, { notation: "json" }).item("CidrBlock").newText).toBe("CidrBlock");
  });
  test("a section whose quotes are open", () => {
    const text = `{"AWSTemplateFormatVersion": "2010-09-09",
 "Resources": {"Vpc": {"Type": "AWS::EC2::VPC"}},\n "$0"\n}`;
    const { accept } = completeAt(text, { notation: "json" });
    expect(accept("Outputs")).toContain('\n "Outputs": {$0}\n');
  });
});
