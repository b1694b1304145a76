import { describe, expect, test } from "vitest";
import { place, python, typescript } from "./support.ts";

const subnet = (properties: string): string =>
  typescript(`
const vpc = new ec2.CfnVPC(this, 'Vpc', { cidrBlock: '10.0.0.0/16' });
const eip = new ec2.CfnEIP(this, 'Eip');
new ec2.CfnSubnet(this, 'A', { ${properties} });`);

test("on the class of a construct", () => {
  expect(place(typescript("new ec2.Cfn$0VPC(this, 'Vpc');"))).toMatchObject({
    covered: "ec2.CfnVPC",
    place: { kind: "construct", symbol: "ec2.CfnVPC", resource: { id: "Vpc", type: "AWS::EC2::VPC" } },
  });
  expect(place(python('ec2.Cfn$0VPC(self, "Vpc")'))).toMatchObject({
    place: { kind: "construct", symbol: "ec2.CfnVPC", resource: { id: "Vpc" } },
  });
});

test("the symbol is the library's, whatever the alias", () => {
  const text = "import { CfnVPC as Network } from 'aws-cdk-lib/aws-ec2';\nnew Net$0work(stack, 'Vpc');";
  expect(place(text)).toMatchObject({ place: { kind: "construct", symbol: "ec2.CfnVPC" } });
});

test("on a construct that makes more than one resource", () => {
  expect(place(typescript("new ec2.V$0pc(this, 'Net', { maxAzs: 2 });"))).toMatchObject({
    covered: "ec2.Vpc",
    place: { kind: "construct", symbol: "ec2.Vpc", resource: { id: "Net" } },
  });
});

test("on the id", () => {
  expect(place(subnet("vpcId: vpc.ref").replace("'A'", "'$0A'"))).toMatchObject({
    covered: "A",
    place: { kind: "declaration", of: { id: "A" }, section: "Resources", text: "A" },
  });
});

test("on a property's key, by CloudFormation's names", () => {
  expect(place(subnet("cidr$0Block: '10.0.0.0/24', vpcId: vpc.ref"))).toMatchObject({
    covered: "cidrBlock",
    place: {
      kind: "property-key",
      text: "CidrBlock",
      path: [],
      present: ["CidrBlock", "VpcId"],
      resource: { id: "A" },
    },
  });
  expect(place(subnet("tags: [{ k$0ey: 'Name', value: 'a' }]"))).toMatchObject({
    place: { kind: "property-key", text: "Key", path: ["Tags"] },
  });
  expect(place(python('ec2.CfnSubnet(self, "A", cidr$0_block="10.0.0.0/24")'))).toMatchObject({
    covered: "cidr_block",
    place: { kind: "property-key", text: "CidrBlock" },
  });
});

test("on a value", () => {
  expect(place(subnet("cidrBlock: '10.0$0.0.0/24'"))).toMatchObject({
    covered: "'10.0.0.0/24'",
    place: { kind: "property-value", text: "10.0.0.0/24", path: ["CidrBlock"] },
  });
  expect(place(subnet("cidrBlock: '$0'"))).toMatchObject({
    covered: "''",
    place: { kind: "property-value", text: "", path: ["CidrBlock"], resource: { id: "A" } },
  });
  const list = python('ec2.CfnVPCEndpoint(self, "E", subnet_ids=["subnet-1", "sub$0net-2"])');
  expect(place(list)).toMatchObject({
    place: { kind: "property-value", path: ["SubnetIds"], index: 1, text: "subnet-2" },
  });
});

test("on a reference to another construct", () => {
  expect(place(subnet("vpcId: vp$0c.ref"))).toMatchObject({
    covered: "vpc",
    place: { kind: "intrinsic-argument", name: "Ref", text: "Vpc", index: 0, use: { path: ["VpcId"] } },
  });
  expect(place(subnet("vpcId: vpc.re$0f"))).toMatchObject({ covered: "ref", place: { kind: "intrinsic-name" } });
  expect(place(subnet("vpcId: vpc.attrVpc$0Id"))).toMatchObject({
    covered: "attrVpcId",
    place: { kind: "intrinsic-argument", name: "GetAtt", text: "VpcId", index: 1 },
  });
});

test("in CloudFormation's functions", () => {
  expect(place(subnet("cidrBlock: cdk.Fn.sel$0ect(1, cdk.Fn.cidr(vpc.attrCidrBlock, 4, '8'))"))).toMatchObject({
    covered: "select",
    place: { kind: "intrinsic-name", call: { name: "Select" }, use: { path: ["CidrBlock"] } },
  });
  expect(place(subnet("cidrBlock: cdk.Fn.select(1, cdk.Fn.cidr(vpc.attrCidrBlock, 4$0, '8'))"))).toMatchObject({
    place: { kind: "intrinsic-argument", name: "Cidr", index: 1, text: "4" },
  });
  expect(place(subnet("cidrBlock: cdk.Fn.select(1, cdk.Fn.cidr(v$0pc.attrCidrBlock, 4, '8'))"))).toMatchObject({
    place: { kind: "intrinsic-argument", name: "GetAtt", index: 0, text: "Vpc" },
  });
});

test("the innermost construct counts", () => {
  const text = typescript(
    "new ec2.CfnSubnet(this, 'A', { vpcId: new ec2.CfnVPC(this, 'Vpc', { cidr$0Block: 'x' }).ref });",
  );
  expect(place(text)).toMatchObject({ place: { kind: "property-key", resource: { id: "Vpc" } } });
});

test("on what a construct depends on", () => {
  const text = typescript(`
const a = new ec2.CfnEIP(this, 'A');
const b = new ec2.CfnEIP(this, 'B');
b.addDependency(a$0);`);
  expect(place(text)).toMatchObject({ place: { kind: "depends-on", resource: { id: "B" }, text: "A" } });
});

test("on a block of addresses anywhere else", () => {
  expect(place(typescript("const x = '10.0$0.0.0/16';"))).toMatchObject({
    covered: "'10.0.0.0/16'",
    place: { kind: "other-value", text: "10.0.0.0/16" },
  });
});

test("nothing elsewhere", () => {
  expect(place(typescript("const x = 'wo$0rds';"))).toBeUndefined();
  expect(place("import * as ec2 from 'aws-cdk-$0lib/aws-ec2';")).toBeUndefined();
});

describe("on a name of the library that is no construct", () => {
  const symbols = (text: string): readonly string[] | undefined => {
    const found = place(text)?.place;
    return found?.kind === "symbol" ? found.symbols : undefined;
  };

  test.each([
    ["a function of a class", "ec2.NatProvider.gate$0way();", ["ec2.NatProvider.gateway", "ec2.NatProvider"]],
    ["a member of an enum", "const t = ec2.SubnetType.PUB$0LIC;", ["ec2.SubnetType.PUBLIC", "ec2.SubnetType"]],
    ["a class by itself", "const t = ec2.Subnet$0Type.PUBLIC;", ["ec2.SubnetType"]],
    [
      "a method of a construct in a variable",
      "const vpc = new ec2.Vpc(this, 'V');\nvpc.addGateway$0Endpoint('S3', {});",
      ["ec2.Vpc.addGatewayEndpoint"],
    ],
    [
      "a method of a construct that was looked up into a field",
      "this.vpc = ec2.Vpc.fromLookup(this, 'V', {});\nthis.vpc.addVpn$0Connection('A', { ip: '1.2.3.4' });",
      ["ec2.Vpc.addVpnConnection"],
    ],
    [
      "a property of a construct",
      "new ec2.Vpc(this, 'V', { nat$0Gateways: n });",
      ["ec2.VpcProps.natGateways", "ec2.VpcProps"],
    ],
    [
      "a property that the struct inherits",
      "new ec2.InterfaceVpcEndpoint(this, 'E', { vpc, private$0DnsEnabled: on });",
      [
        "ec2.InterfaceVpcEndpointProps.privateDnsEnabled",
        "ec2.InterfaceVpcEndpointOptions.privateDnsEnabled",
        "ec2.InterfaceVpcEndpointProps",
        "ec2.InterfaceVpcEndpointOptions",
      ],
    ],
    [
      "a property of a struct in a list",
      "new ec2.Vpc(this, 'V', { subnetConfiguration: [{ cidr$0Mask: n }] });",
      ["ec2.SubnetConfiguration.cidrMask", "ec2.SubnetConfiguration"],
    ],
    [
      "an option of a method",
      "const vpc = new ec2.Vpc(this, 'V');\nvpc.addClientVpnEndpoint('C', { split$0Tunnel: true });",
      ["ec2.ClientVpnEndpointOptions.splitTunnel", "ec2.ClientVpnEndpointOptions"],
    ],
    ["a type", "function f(vpc: ec2.IV$0pc) {}", ["ec2.IVpc"]],
    [
      "the usual name of a module",
      "new cdk.aws_elasticloadbalancingv2.NetworkLoad$0Balancer;",
      ["elbv2.NetworkLoadBalancer"],
    ],
  ])("%s", (_, body, expected) => {
    expect(symbols(typescript(body))).toEqual(expected);
  });

  test.each([
    ["a keyword", "ec2.Vpc(self, 'V', nat_gate$0ways=n)", "ec2.VpcProps.natGateways"],
    [
      "a struct by name",
      "ec2.Vpc(self, 'V', subnet_configuration=[ec2.SubnetConfiguration(cidr_ma$0sk=n)])",
      "ec2.SubnetConfiguration.cidrMask",
    ],
    ["a method", "vpc = ec2.Vpc(self, 'V')\n        vpc.add_gateway_end$0point('S3')", "ec2.Vpc.addGatewayEndpoint"],
  ])("in Python: %s", (_, body, expected) => {
    expect(symbols(python(body))?.[0]).toBe(expected);
  });

  test("the method tells the class of an object that comes from elsewhere, if only one family has it", () => {
    expect(symbols(typescript("props.vpc.addGateway$0Endpoint('S3', {});"))).toContain("ec2.Vpc.addGatewayEndpoint");
    expect(symbols(typescript("props.thing.add$0Targets('S3');"))).toBeUndefined();
  });

  test("a variable that holds one class here and another there tells none", () => {
    const text = "let x = new ec2.Vpc(this, 'V');\nx = new ec2.Instance(this, 'I');\nx.user$0Data;";
    expect(symbols(typescript(text))).toBeUndefined();
  });
});

describe("a literal that is handed to the library", () => {
  const argument = (text: string) => {
    const found = place(text);
    return found?.place.kind === "code-argument" ? { ...found.place, covered: found.covered } : found?.place.kind;
  };

  test.each([
    ["an argument", typescript("ec2.Port.tcp(44$03);"), "ec2.Port.tcp", "443"],
    [
      "an option",
      typescript("new elbv2.X(); new ec2.Instance(this, 'I', { a: { b: ['$0c'] } });"),
      "ec2.Instance.a.b",
      "'c'",
    ],
    ["a method of something", typescript("alb.addListener('L', { port: 8$00 });"), ".addListener.port", "80"],
    ["a keyword in Python", python("sg.add_port(host_port=8$00)"), ".addPort.hostPort", "80"],
  ])("%s", (_, text, symbol, covered) => {
    expect(argument(text)).toMatchObject({ covered, symbols: expect.arrayContaining([symbol]) });
  });

  test("both ends of a range", () => {
    expect(argument(typescript("ec2.Port.tcpRange(1, 6$05);"))).toMatchObject({ ends: { from: "1", to: "65" } });
  });

  test("none where a literal is handed to nobody, or inside a calculation", () => {
    expect(argument(typescript("const n = 44$03;"))).toBeUndefined();
    expect(argument(typescript("ec2.Port.tcp(44$03 + 1);"))).toBeUndefined();
  });
});
