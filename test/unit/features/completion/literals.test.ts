/** Completion inside the literals of CDK programs. */
import { describe, expect, test } from "vitest";
import type { CodeLanguage } from "../../../../server/src/syntax/code/parsers.ts";
import { type CompletionOptions, completeIn, type Offered } from "../../../support/check-completion.ts";
import { python, typescript } from "../../../support/programs.ts";
import { codeSnapshotOf } from "../../../support/snapshot.ts";

async function complete(
  marked: string,
  language: CodeLanguage = "typescript",
  options?: CompletionOptions,
): Promise<Offered> {
  return completeIn(await codeSnapshotOf(marked, language), options);
}

/** One group of two, of which the other is a /24. */
function groupIn(mask: string, vpc = ""): string {
  return typescript(`new ec2.Vpc(this, 'Net', {
  ${vpc}
  subnetConfiguration: [
    { name: 'web', subnetType: ec2.SubnetType.PUBLIC, cidrMask: 24 },
    { name: 'app', ${mask} },
  ],
});`);
}

const pythonGroup = (mask: string) =>
  python(`ec2.Vpc(self, "Net", max_azs=2, ip_addresses=ec2.IpAddresses.cidr("10.0.0.0/23"), subnet_configuration=[
    ec2.SubnetConfiguration(name="web", subnet_type=ec2.SubnetType.PUBLIC, cidr_mask=26),
    ec2.SubnetConfiguration(name="app", subnet_type=ec2.SubnetType.PRIVATE_ISOLATED, cidr_mask=${mask}),
])`);

describe("masks of a group of subnets", () => {
  test("are those with which every group fits, the usual ones first", async () => {
    const { labels, item, accept } = await complete(groupIn("cidrMask: 2$0"));
    expect(labels).toEqual(["24", "26", "28", "20", "22", "18", "19", "21", "23", "25", "27"]);
    expect(item("24").detail).toBe("3 subnets of 251 usable addresses");
    expect(item("24").documentation).toBe("The group gets `10.0.3.0/24`, `10.0.4.0/24`, `10.0.5.0/24`.");
    expect(accept("24")).toBe(groupIn("cidrMask: 24"));
  });

  test("are offered where the number is missing, while the name and kind are", async () => {
    const { labels, accept } = await complete(groupIn("cidrMask: $0"));
    expect(labels).toContain("24");
    expect(accept("26")).toBe(groupIn("cidrMask: 26"));
  });

  test("are counted in the zones and the block of the VPC", async () => {
    const vpc = "ipAddresses: ec2.IpAddresses.cidr('10.0.0.0/22'), maxAzs: 1,";
    const { labels, item } = await complete(groupIn("cidrMask: 2$0", vpc));
    expect(labels).toEqual(["24", "26", "28", "23", "25", "27"]);
    expect(item("23").detail).toBe("one subnet of 507 usable addresses");
  });

  test("are all shown for one that is written, to choose another", async () => {
    const { items } = await complete(groupIn("cidrMask: 24$0"));
    expect(items.every(({ filterText }) => filterText === "24")).toBe(true);
  });

  test("are found for groups that are handed over by name", async () => {
    const { labels } = await complete(
      typescript(`const groups = [{ name: 'web', subnetType: ec2.SubnetType.PUBLIC, cidrMask: 2$0 }];
new ec2.Vpc(this, 'Net', { maxAzs: 2, subnetConfiguration: groups });`),
    );
    expect(labels[0]).toBe("24");
    expect(labels).not.toContain("16");
  });

  test("in Python", async () => {
    const { labels, item, accept } = await complete(pythonGroup("2$0"), "python", { language: "ja" });
    expect(labels).toEqual(["26", "28", "25", "27"]);
    expect(item("26").detail).toBe("利用可能 59 のサブネット 2 個");
    expect(accept("28")).toBe(pythonGroup("28"));
    expect((await complete(pythonGroup("$0"), "python")).labels).toEqual(["26", "28", "25", "27"]);
  });

  test("are none where a name stands, or the block is not known", async () => {
    expect((await complete(groupIn("cidrMask: ma$0sk"))).labels).toEqual([]);
    expect((await complete(groupIn("cidrMask: 2$0", "ipAddresses: ec2.IpAddresses.cidr(props.cidr),"))).labels).toEqual(
      [],
    );
  });
});

describe("counts of a Vpc", () => {
  test("zones, with the subnets that they make", async () => {
    const { labels, item } = await complete(typescript("new ec2.Vpc(this, 'Net', { maxAzs: $0 });"));
    expect(labels).toEqual(["1", "2", "3"]);
    expect(item("1").detail).toBe("one zone, 2 subnets: goes down with it");
    expect(item("2").detail).toBe("two zones, 4 subnets: all that a stack without an environment has");
  });

  test("zones for which the groups do not fit are left out", async () => {
    const marked = `ec2.Vpc(self, "Net", max_azs=$0, ip_addresses=ec2.IpAddresses.cidr("10.0.0.0/23"), subnet_configuration=[
    ec2.SubnetConfiguration(name="web", subnet_type=ec2.SubnetType.PUBLIC, cidr_mask=24)])`;
    expect((await complete(python(marked), "python")).labels).toEqual(["1", "2"]);
  });

  test("NAT gateways: none, one for all, one per zone", async () => {
    const { labels, item } = await complete(typescript("new ec2.Vpc(this, 'Net', { maxAzs: 2, natGateways: 1$0 });"));
    expect(labels).toEqual(["0", "1", "2"]);
    expect(item("1").detail).toBe("one for all zones, one hourly charge: its zone's failure cuts off the others");
    expect(item("2").detail).toBe("one per zone (the default), 2 hourly charges: no zone depends on another");
    expect(item("2").documentation).toContain("every GB");
    const inPython = await complete(python('ec2.Vpc(self, "Net", nat_gateways=$0)'), "python");
    expect(inPython.labels).toEqual(["0", "1", "2", "3"]);
    expect(inPython.item("3").detail).toContain("up to 3 hourly charges");
  });
});

describe("ports", () => {
  test.each([
    ["ec2.Port.tcp($0)", "typescript"],
    ["ec2.Port.tcp(44$0)", "typescript"],
    ["ec2.Port.tcpRange(80, $0)", "typescript"],
    ["new ec2.CfnSecurityGroupIngress(this, 'In', { ipProtocol: 'tcp', fromPort: 4$0 })", "typescript"],
    ["new ec2.CfnSecurityGroupIngress(this, 'In', { ipProtocol: 'tcp', fromPort: $0 })", "typescript"],
    ["listener.addTargets('Web', { port: $0 })", "typescript"],
    ["ec2.Port.tcp($0)", "python"],
    ["ec2.Port.tcp_range(80, 4$0)", "python"],
    ['ec2.CfnSecurityGroupIngress(self, "In", ip_protocol="tcp", from_port=$0)', "python"],
  ] as const)("%s in %s", async (statement, language) => {
    const { item } = await complete(language === "python" ? python(statement) : typescript(statement), language);
    expect(item("443").detail).toBe("HTTPS");
    expect(item("5432").documentation).not.toBe("");
  });

  test("are none in other calls", async () => {
    expect((await complete(typescript("lookUp(44$0)"))).labels).toEqual([]);
    expect((await complete(typescript("lookUp($0)"))).labels).toEqual([]);
    expect((await complete(typescript("cdk.Duration.days(4$0)"))).labels).toEqual([]);
  });
});

describe("blocks", () => {
  const subnet = (block: string) =>
    typescript(`const vpc = new ec2.Vpc(this, 'Net', { maxAzs: 1, natGateways: 0,
  subnetConfiguration: [{ name: 'web', subnetType: ec2.SubnetType.PUBLIC, cidrMask: 24 }] });
new ec2.Subnet(this, 'More', { vpcId: vpc.vpcId, availabilityZone: 'eu-west-1a', cidrBlock: ${block} });`);

  test("a subnet gets the next free one, in the quotes that stand there", async () => {
    const { labels, accept } = await complete(subnet('"$0"'));
    expect(labels[0]).toBe("10.0.1.0/24");
    expect(accept("10.0.1.0/24")).toBe(subnet('"10.0.1.0/24"'));
    expect((await complete(subnet("'$0'"))).accept("10.0.1.0/24")).toBe(subnet("'10.0.1.0/24'"));
  });

  test("a VPC gets private ranges that no other has", async () => {
    const marked = typescript(`new ec2.Vpc(this, 'A', { ipAddresses: ec2.IpAddresses.cidr('10.0.0.0/16') });
new ec2.Vpc(this, 'B', { ipAddresses: ec2.IpAddresses.cidr('$0') });`);
    const { labels } = await complete(marked);
    expect(labels[0]).toBe("10.1.0.0/16");
    expect(labels).not.toContain("10.0.0.0/16");
  });

  test("peers are the VPCs and everyone", async () => {
    const marked = python(`vpc = ec2.Vpc(self, "Net")
group = ec2.SecurityGroup(self, "Web", vpc=vpc)
group.add_ingress_rule(ec2.Peer.ipv4("$0"), ec2.Port.tcp(443))`);
    const { labels, item } = await complete(marked, "python");
    expect(labels).toEqual(["10.0.0.0/16", "0.0.0.0/0"]);
    expect(item("10.0.0.0/16").detail).toBe("the block of Net");
  });

  test("routes of a subnet lead anywhere", async () => {
    const marked = `${subnet("'10.0.9.0/24'").trimEnd().slice(0, -4)}    subnet.addRoute('Out', { destinationCidrBlock: '$0' });\n  }\n}\n`;
    expect((await complete(marked)).labels).toEqual(["0.0.0.0/0"]);
  });
});

describe("texts", () => {
  test("words of L1 properties", async () => {
    const { labels, accept } = await complete(typescript("new ec2.CfnVPC(this, 'Vpc', { instanceTenancy: '$0' });"));
    expect(labels).toContain("dedicated");
    expect(accept("dedicated")).toContain("instanceTenancy: 'dedicated' }");
    const type = python('ec2.CfnVPCEndpoint(self, "E", vpc_id="vpc-1", vpc_endpoint_type="$0")');
    expect((await complete(type, "python")).labels).toContain("Interface");
  });

  test("names of endpoint services hold the stack's Region", async () => {
    const endpoint = (name: string) =>
      typescript(`new ec2.CfnVPCEndpoint(this, 'E', { vpcId: 'vpc-1', serviceName: ${name} });`);
    const { accept, labels } = await complete(endpoint("'$0'"));
    expect(labels).toEqual(["`com.amazonaws.${this.region}.s3`", "`com.amazonaws.${this.region}.dynamodb`"]);
    expect(accept(labels[0] ?? "")).toBe(endpoint("`com.amazonaws.${this.region}.s3`"));
    const inPython = python('ec2.CfnVPCEndpoint(self, "E", vpc_id="vpc-1", service_name="$0")');
    expect((await complete(inPython, "python")).labels[0]).toBe('f"com.amazonaws.{self.region}.s3"');
  });

  test("zones are those that the program names", async () => {
    const marked = typescript("new ec2.Vpc(this, 'Net', { availabilityZones: ['ap-northeast-1c', '$0'] });");
    const { labels, accept } = await complete(marked);
    expect(labels).toEqual(["ap-northeast-1c", "ap-northeast-1a"]);
    expect(accept("ap-northeast-1a")).toContain("['ap-northeast-1c', 'ap-northeast-1a']");
  });
});

test("private ASNs that are not used yet", async () => {
  const marked = typescript(`new ec2.CfnTransitGateway(this, 'Hub', { amazonSideAsn: 64512 });
new ec2.CfnVPNGateway(this, 'Vgw', { type: 'ipsec.1', amazonSideAsn: $0 });`);
  const { labels, item } = await complete(marked);
  expect(labels).toEqual(["64513", "64514", "65000", "65001", "4200000000"]);
  expect(item("4200000000").detail).toBe("private ASN, 4 bytes");
  const device = python('ec2.CfnCustomerGateway(self, "Cgw", type="ipsec.1", ip_address="198.51.100.1", bgp_asn=$0)');
  expect((await complete(device, "python")).labels).not.toContain("4200000000");
});

test.each(["javascript", "tsx"] as const)("%s is read as TypeScript is", async (language) => {
  expect((await complete(groupIn("cidrMask: 2$0"), language)).labels[0]).toBe("24");
});
