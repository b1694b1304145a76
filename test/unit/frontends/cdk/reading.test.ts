import { describe, expect, test } from "vitest";
import { python, read, readerFor, resources, show, typescript } from "./support.ts";

describe("imports", () => {
  test.each([
    ["namespace of the module", `import * as ec2 from 'aws-cdk-lib/aws-ec2';`, "ec2.CfnVPC"],
    ["module by name, with an alias", `import { aws_ec2 as net } from "aws-cdk-lib";`, "net.CfnVPC"],
    ["module by name", `import { aws_ec2 } from 'aws-cdk-lib';`, "aws_ec2.CfnVPC"],
    ["class by name", `import { CfnVPC } from 'aws-cdk-lib/aws-ec2';`, "CfnVPC"],
    ["class by name, with an alias", `import { CfnVPC as V } from 'aws-cdk-lib/aws-ec2';`, "V"],
    ["the whole library", `import * as cdk from 'aws-cdk-lib';`, "cdk.aws_ec2.CfnVPC"],
    ["require", `const ec2 = require('aws-cdk-lib/aws-ec2');`, "ec2.CfnVPC"],
    ["require, taken apart", `const { aws_ec2: ec2 } = require('aws-cdk-lib');`, "ec2.CfnVPC"],
    ["import = require", `import ec2 = require('aws-cdk-lib/aws-ec2');`, "ec2.CfnVPC"],
  ])("TypeScript: %s", (_, statement, className) => {
    expect(resources(`${statement}\nnew ${className}(stack, 'Vpc', { cidrBlock: '10.0.0.0/16' });`)).toEqual({
      Vpc: "AWS::EC2::VPC { CidrBlock: 10.0.0.0/16 }",
    });
  });

  test.each([
    ["module with an alias", "from aws_cdk import aws_ec2 as ec2", "ec2.CfnVPC"],
    ["module", "from aws_cdk import Stack, aws_ec2", "aws_ec2.CfnVPC"],
    ["module by its path", "import aws_cdk.aws_ec2 as ec2", "ec2.CfnVPC"],
    ["module by its path, without an alias", "import aws_cdk.aws_ec2", "aws_cdk.aws_ec2.CfnVPC"],
    ["class", "from aws_cdk.aws_ec2 import CfnVPC", "CfnVPC"],
    ["class with an alias", "from aws_cdk.aws_ec2 import CfnVPC as V", "V"],
    ["the whole library", "import aws_cdk as cdk", "cdk.aws_ec2.CfnVPC"],
  ])("Python: %s", (_, statement, className) => {
    expect(resources(`${statement}\n${className}(stack, "Vpc", cidr_block="10.0.0.0/16")\n`)).toEqual({
      Vpc: "AWS::EC2::VPC { CidrBlock: 10.0.0.0/16 }",
    });
  });

  test("programs without the CDK get nothing, also where they mention it", () => {
    expect(readerFor("typescript").read("import fs from 'fs'; new ec2.CfnVPC(this, 'Vpc');")).toBeUndefined();
    expect(readerFor("typescript").read("// aws-cdk-lib\nexport const x = 1;")).toBeUndefined();
    expect(readerFor("python").read("import boto3\nprint('aws_cdk')\n")).toBeUndefined();
  });

  test("a class of the same name from elsewhere is no construct of the library", () => {
    expect(resources(typescript("new mine.CfnVPC(this, 'Vpc');"))).toEqual({});
  });

  test("JavaScript and TSX", () => {
    const text =
      "const ec2 = require('aws-cdk-lib/aws-ec2');\nnew ec2.CfnVPC(stack, 'Vpc', { cidrBlock: '10.0.0.0/16' });";
    for (const language of ["javascript", "tsx"] as const) {
      expect([...read(text, language).template.resources.keys()]).toEqual(["Vpc"]);
    }
  });
});

describe("values", () => {
  test("constants, fields and templates come to their text", () => {
    const text = `import * as ec2 from 'aws-cdk-lib/aws-ec2';
const base = '10.0';
class Net extends Stack {
  private readonly mask = 24;
  constructor() {
    const third = 1 + 2;
    this.zone = 'eu-west-1' + 'a';
    new ec2.CfnSubnet(this, 'A', { cidrBlock: \`\${base}.\${third}.0/\${this.mask}\`, availabilityZone: this.zone });
  }
}`;
    expect(resources(text)).toEqual({
      A: "AWS::EC2::Subnet { CidrBlock: 10.0.3.0/24, AvailabilityZone: eu-west-1a }",
    });
    const inPython = python(`
base = "10.0"
self.mask = 24
ec2.CfnSubnet(self, "A", cidr_block=f"{base}.3.0/{self.mask}", map_public_ip_on_launch=True)`);
    expect(resources(inPython)).toEqual({
      A: "AWS::EC2::Subnet { CidrBlock: 10.0.3.0/24, MapPublicIpOnLaunch: true }",
    });
  });

  test("references between constructs", () => {
    const text = typescript(`
const vpc = new ec2.CfnVPC(this, 'Vpc', { cidrBlock: '10.0.0.0/16' });
this.eip = new ec2.CfnEIP(this, 'Eip');
new ec2.CfnNatGateway(this, 'Nat', { allocationId: this.eip.attrAllocationId, tags: [{ key: 'Vpc', value: vpc.ref }] });
new ec2.CfnSubnet(this, 'A', { vpcId: vpc.attrVpcId, cidrBlock: vpc.cidrBlock });
new ec2.CfnSubnet(this, 'B', { vpcId: vpc });`);
    expect(resources(text)).toMatchObject({
      Nat: "AWS::EC2::NatGateway { AllocationId: !GetAtt Eip.AllocationId, Tags: [{ Key: Vpc, Value: !Ref Vpc }] }",
      A: "AWS::EC2::Subnet { VpcId: !GetAtt Vpc.VpcId, CidrBlock: 10.0.0.0/16 }",
      B: "AWS::EC2::Subnet { VpcId: !Ref Vpc }",
    });
    const inPython = python(`
self.vpc = ec2.CfnVPC(self, "Vpc")
eip = ec2.CfnEIP(self, "Eip")
ec2.CfnNatGateway(self, "Nat", allocation_id=eip.attr_allocation_id, subnet_id=self.vpc.ref)`);
    expect(resources(inPython)).toMatchObject({
      Nat: "AWS::EC2::NatGateway { AllocationId: !GetAtt Eip.AllocationId, SubnetId: !Ref Vpc }",
    });
  });

  test("CloudFormation's functions and pseudo parameters", () => {
    const text = typescript(`
new ec2.CfnSubnet(this, 'A', {
  vpcId: cdk.Fn.importValue('VpcId'),
  cidrBlock: cdk.Fn.select(1, cdk.Fn.cidr('10.0.0.0/16', 4, '8')),
  availabilityZone: cdk.Fn.select(0, cdk.Fn.getAzs()),
  availabilityZoneId: this.availabilityZones[1],
  tags: [{ key: 'Name', value: \`\${this.region}-a\` }, { key: 'B', value: cdk.Fn.sub('\${AWS::StackName}-b') }],
});`);
    expect(resources(text)).toEqual({
      A: [
        "AWS::EC2::Subnet { VpcId: !ImportValue VpcId, CidrBlock: !Select [1, !Cidr [10.0.0.0/16, 4, 8]],",
        "AvailabilityZone: !Select [0, !GetAZs ], AvailabilityZoneId: !Select [1, !GetAZs ],",
        "Tags: [{ Key: Name, Value: !Join [, [!Ref AWS::Region, -a]] }, { Key: B, Value: !Sub ${AWS::StackName}-b }] }",
      ].join(" "),
    });
    const inPython = python(`
zone = cdk.Fn.select(0, cdk.Fn.get_azs("eu-west-1"))
ec2.CfnSubnet(self, "A", availability_zone=zone, vpc_id=cdk.Fn.get_att("Vpc", "VpcId"), tags=[cdk.CfnTag(key="R", value=cdk.Aws.REGION)])`);
    expect(resources(inPython)).toEqual({
      A: "AWS::EC2::Subnet { AvailabilityZone: !Select [0, !GetAZs eu-west-1], VpcId: !GetAtt Vpc.VpcId, Tags: [{ Key: R, Value: !Ref AWS::Region }] }",
    });
  });

  test("irregular names and nested properties", () => {
    const text = typescript(`
new ec2.CfnSecurityGroup(this, 'Sg', {
  groupDescription: 'x',
  securityGroupIngress: [{ ipProtocol: 'tcp', cidrIpv6: '::/0', fromPort: 443, toPort: 443 }],
});
new ec2.CfnEIPAssociation(this, 'Ea', { eip: '1.2.3.4' });`);
    expect(resources(text)).toEqual({
      Sg: "AWS::EC2::SecurityGroup { GroupDescription: x, SecurityGroupIngress: [{ IpProtocol: tcp, CidrIpv6: ::/0, FromPort: 443, ToPort: 443 }] }",
      Ea: "AWS::EC2::EIPAssociation { EIP: 1.2.3.4 }",
    });
    const inPython = python(`
ec2.CfnSecurityGroup(self, "Sg", group_description="x", security_group_ingress=[
    ec2.CfnSecurityGroup.IngressProperty(ip_protocol="tcp", cidr_ipv6="::/0"),
    {"ipProtocol": "tcp", "cidrIp": "10.0.0.0/8"},
    {"ip_protocol": "udp"},
])`);
    expect(resources(inPython)).toEqual({
      Sg: "AWS::EC2::SecurityGroup { GroupDescription: x, SecurityGroupIngress: [{ IpProtocol: tcp, CidrIpv6: ::/0 }, { IpProtocol: tcp, CidrIp: 10.0.0.0/8 }, { IpProtocol: udp }] }",
    });
  });

  test("whatever isn't plain is unknown, and spreads leave the construct open", () => {
    const text = typescript(`
const shared = { enableDnsSupport: true };
new ec2.CfnVPC(this, 'A', { cidrBlock: props.cidr ?? '10.0.0.0/16', ...shared });
new ec2.CfnVPC(this, 'B', { ...props.vpc, cidrBlock: compute('x') });
new ec2.CfnVPC(this, 'C', props.vpc);
new ec2.CfnVPC(this, 'D', { cidrBlock: undefined });`);
    expect(resources(text)).toEqual({
      A: "AWS::EC2::VPC { EnableDnsSupport: true, CidrBlock: ? }",
      B: "AWS::EC2::VPC { CidrBlock: ? } open",
      C: "AWS::EC2::VPC {} open",
      D: "AWS::EC2::VPC { CidrBlock: !Ref AWS::NoValue }",
    });
    expect(resources(python(`ec2.CfnVPC(self, "A", cidr_block=cidr, **options)`))).toEqual({
      A: "AWS::EC2::VPC { CidrBlock: ? } open",
    });
  });

  test("a variable that is given another value is what it is at that point", () => {
    const text = typescript(`
let cidr = '10.0.0.0/24';
new ec2.CfnSubnet(this, 'A', { cidrBlock: cidr });
cidr = '10.0.1.0/24';
new ec2.CfnSubnet(this, 'B', { cidrBlock: cidr });
if (props.wide) cidr = '10.0.2.0/23';
new ec2.CfnSubnet(this, 'C', { cidrBlock: cidr });`);
    expect(resources(text)).toEqual({
      A: "AWS::EC2::Subnet { CidrBlock: 10.0.0.0/24 }",
      B: "AWS::EC2::Subnet { CidrBlock: 10.0.1.0/24 }",
      C: "AWS::EC2::Subnet { CidrBlock: !If [props.wide, 10.0.2.0/23, 10.0.1.0/24] }",
    });
  });

  test("what is set after the construct was made", () => {
    const text = typescript(`
const subnet = new ec2.CfnSubnet(this, 'A', { cidrBlock: '10.0.0.0/24' });
subnet.mapPublicIpOnLaunch = true;
subnet.addPropertyOverride('AvailabilityZone', 'eu-west-1a');
const vpc = new ec2.CfnVPC(this, 'Vpc');
subnet.addDependency(vpc);
const open = new ec2.CfnVPC(this, 'Open');
open.addDeletionOverride('Properties.CidrBlock');`);
    expect(resources(text)).toEqual({
      A: "AWS::EC2::Subnet { CidrBlock: 10.0.0.0/24, MapPublicIpOnLaunch: true, AvailabilityZone: eu-west-1a } after Vpc",
      Vpc: "AWS::EC2::VPC {}",
      Open: "AWS::EC2::VPC {} open",
    });
    const inPython = python(`
a = ec2.CfnVPC(self, "A")
b = ec2.CfnVPC(self, "B")
b.node.add_dependency(a)`);
    expect(resources(inPython)).toMatchObject({ B: "AWS::EC2::VPC {} after A" });
  });
});

describe("branches, loops and functions", () => {
  test("the branches of an if exclude each other", () => {
    const text = typescript(`
if (props.prod) {
  new ec2.CfnVPC(this, 'Vpc', { cidrBlock: '10.0.0.0/16' });
} else if (props.stage === 'test') {
  new ec2.CfnVPC(this, 'Vpc', { cidrBlock: '10.1.0.0/16' });
} else {
  new ec2.CfnVPC(this, 'Vpc', { cidrBlock: '10.2.0.0/16' });
}`);
    const { template } = read(text);
    expect(Object.values(resources(text))).toEqual([
      "AWS::EC2::VPC { CidrBlock: 10.0.0.0/16 } if props.prod",
      "AWS::EC2::VPC { CidrBlock: 10.1.0.0/16 } if !props.prod && props.stage === 'test'",
      "AWS::EC2::VPC { CidrBlock: 10.2.0.0/16 } if !props.prod && !(props.stage === 'test')",
    ]);
    expect(show(template.conditions.get("!props.prod")?.body)).toBe("!Not [!Condition props.prod]");
    expect(show(template.conditions.get("!props.prod && props.stage === 'test'")?.body)).toBe(
      "!And [!Condition !props.prod, !Condition props.stage === 'test']",
    );
  });

  test("what follows an early return, cases of a switch, choices in values", () => {
    const text = typescript(`
switch (props.kind) {
  case 'a': new ec2.CfnEIP(this, 'A'); break;
  default: new ec2.CfnEIP(this, 'B');
}
if (!props.prod) return;
new ec2.CfnVPC(this, 'Vpc', { cidrBlock: props.wide ? '10.0.0.0/8' : '10.0.0.0/16' });`);
    expect(resources(text)).toEqual({
      A: "AWS::EC2::EIP {} if props.kind === 'a'",
      B: "AWS::EC2::EIP {} if !(props.kind === 'a')",
      Vpc: "AWS::EC2::VPC { CidrBlock: !If [props.wide, 10.0.0.0/8, 10.0.0.0/16] } if props.prod",
    });
    const inPython = python(`
if prod:
    ec2.CfnEIP(self, "A")
elif kind == "b":
    ec2.CfnEIP(self, "B")
ec2.CfnVPC(self, "Vpc", cidr_block="10.0.0.0/8" if wide else "10.0.0.0/16")`);
    expect(resources(inPython)).toEqual({
      A: "AWS::EC2::EIP {} if prod",
      B: 'AWS::EC2::EIP {} if not prod and kind == "b"',
      Vpc: "AWS::EC2::VPC { CidrBlock: !If [wide, 10.0.0.0/8, 10.0.0.0/16] }",
    });
  });

  test("constructs in loops are open, and so is the template", () => {
    const texts = [
      typescript(`
let n = 0;
for (const zone of zones) {
  new ec2.CfnSubnet(this, \`S\${n}\`, { cidrBlock: \`10.0.\${n}.0/24\`, availabilityZone: zone, mapPublicIpOnLaunch: true });
  n++;
}
new ec2.CfnSubnet(this, 'After', { cidrBlock: \`10.0.\${n}.0/24\` });`),
      python(`
n = 0
for zone in zones:
    ec2.CfnSubnet(self, f"S{n}", cidr_block=f"10.0.{n}.0/24", availability_zone=zone, map_public_ip_on_launch=True)
    n += 1
ec2.CfnSubnet(self, "After", cidr_block=f"10.0.{n}.0/24")`),
    ];
    for (const text of texts) {
      expect(read(text).template.open).toBe(true);
      expect(Object.values(resources(text))).toEqual([
        "AWS::EC2::Subnet { CidrBlock: ?, AvailabilityZone: ?, MapPublicIpOnLaunch: true } open",
        "AWS::EC2::Subnet { CidrBlock: ? }",
      ]);
    }
    const withCallback = typescript(
      "zones.forEach((zone) => new ec2.CfnSubnet(this, zone, { cidrBlock: '10.0.0.0/24' }));",
    );
    expect(resources(withCallback)).toEqual({ zone: "AWS::EC2::Subnet { CidrBlock: 10.0.0.0/24 } open" });
  });

  test("a method that is called once is read in place, others are open", () => {
    const text = `import * as ec2 from 'aws-cdk-lib/aws-ec2';
class Net extends Stack {
  constructor() {
    const vpc = this.makeVpc('10.0.0.0/16');
    this.subnet('A', '10.0.0.0/24');
    this.subnet('B', '10.0.1.0/24');
    new ec2.CfnInternetGateway(this, 'Igw', { tags: [{ key: 'vpc', value: vpc.ref }] });
  }
  private makeVpc(cidr: string) {
    return new ec2.CfnVPC(this, 'Vpc', { cidrBlock: cidr });
  }
  private subnet(id: string, cidr: string) {
    new ec2.CfnSubnet(this, id, { cidrBlock: cidr, mapPublicIpOnLaunch: true });
  }
}`;
    expect(resources(text)).toEqual({
      Igw: "AWS::EC2::InternetGateway { Tags: [{ Key: vpc, Value: !Ref Vpc }] }",
      Vpc: "AWS::EC2::VPC { CidrBlock: 10.0.0.0/16 }",
      id: "AWS::EC2::Subnet { CidrBlock: ?, MapPublicIpOnLaunch: true } open",
    });
    expect(read(text).template.open).toBe(true);
  });
});

describe("scopes", () => {
  test("ids are unique in the file, and references stay in their class", () => {
    const text = `import * as ec2 from 'aws-cdk-lib/aws-ec2';
class A extends Stack { constructor() { const vpc = new ec2.CfnVPC(this, 'Vpc'); this.own = vpc; } }
class B extends Stack { constructor() {
  const vpc = new ec2.CfnVPC(this, 'Vpc');
  new ec2.CfnSubnet(this, 'S', { vpcId: vpc.ref });
  new ec2.CfnSubnet(this, 'T', { vpcId: this.own.ref });
} }`;
    expect(resources(text)).toEqual({
      Vpc: "AWS::EC2::VPC {}",
      "B/Vpc": "AWS::EC2::VPC {}",
      S: "AWS::EC2::Subnet { VpcId: !Ref B/Vpc }",
      T: "AWS::EC2::Subnet { VpcId: ? }",
    });
  });

  test("a public field may be used elsewhere, as an output may", () => {
    const text = `import * as ec2 from 'aws-cdk-lib/aws-ec2';
class Net extends Stack {
  readonly table: ec2.CfnRouteTable;
  private readonly hidden: ec2.CfnRouteTable;
  constructor() {
    this.table = new ec2.CfnRouteTable(this, 'Table', { vpcId: 'vpc-1' });
    this.hidden = new ec2.CfnRouteTable(this, 'Hidden', { vpcId: 'vpc-1' });
  }
}`;
    expect([...read(text).template.outputs.values()].map(({ value }) => show(value))).toEqual(["!Ref Table"]);
    const inPython = python(`
self.table = ec2.CfnRouteTable(self, "Table", vpc_id="vpc-1")
self._hidden = ec2.CfnRouteTable(self, "Hidden", vpc_id="vpc-1")`);
    expect([...read(inPython).template.outputs.values()].map(({ value }) => show(value))).toEqual(["!Ref Table"]);
  });

  test("parameters, conditions and outputs", () => {
    const text = typescript(`
const cidr = new cdk.CfnParameter(this, 'Cidr', { type: 'String', default: '10.0.0.0/16' });
const isProd = new cdk.CfnCondition(this, 'IsProd', { expression: cdk.Fn.conditionEquals(cdk.Aws.REGION, 'eu-west-1') });
const vpc = new ec2.CfnVPC(this, 'Vpc', { cidrBlock: cidr.valueAsString });
vpc.cfnOptions.condition = isProd;
new ec2.CfnSubnet(this, 'A', { vpcId: cdk.Fn.conditionIf(isProd.logicalId, vpc.ref, 'vpc-1').toString() });
new cdk.CfnOutput(this, 'VpcId', { value: vpc.ref, exportName: 'vpc' });`);
    const { template } = read(text);
    expect(template.parameters.get("Cidr")).toMatchObject({ type: "String" });
    expect(show(template.parameters.get("Cidr")?.default)).toBe("10.0.0.0/16");
    expect(show(template.conditions.get("IsProd")?.body)).toBe("!Equals [!Ref AWS::Region, eu-west-1]");
    expect(show(template.outputs.get("VpcId")?.value)).toBe("!Ref Vpc");
    expect(resources(text)).toEqual({
      Vpc: "AWS::EC2::VPC { CidrBlock: !Ref Cidr } if IsProd",
      A: "AWS::EC2::Subnet { VpcId: !If [IsProd, !Ref Vpc, vpc-1] }",
    });
    expect(template.open).toBe(false);
  });

  test.each([
    ["another construct of the library", "new ec2.Vpc(this, 'L2');"],
    ["a construct from elsewhere", "new Network(this, 'Net');"],
    ["a function from elsewhere that gets the scope", "addRoutes(this);"],
    ["a function from elsewhere that gets a construct", "addRoutes(new ec2.CfnVPC(this, 'Vpc'));"],
  ])("%s may add resources", (_, statement) => {
    expect(read(typescript(statement)).template.open).toBe(true);
  });

  test.each(["cdk.Tags.of(this).add('a', 'b');", "console.log(this);", "const d = cdk.Duration.days(1);"])(
    "%s adds none",
    (statement) => {
      expect(read(typescript(statement)).template.open).toBe(false);
    },
  );
});

test("comments, CRLF and characters beyond the basic plane keep the spans right", () => {
  const text = typescript(
    "// 🛰️ up\nconst vpc = new ec2.CfnVPC(this, 'Vpc', { /* 𝒳 */ cidrBlock: '10.0.0.0/16' });",
  ).replaceAll("\n", "\r\n");
  const document = read(text);
  const vpc = document.template.resources.get("Vpc");
  const value = vpc?.properties.properties[0]?.value;
  if (!vpc || !value) throw new Error("The VPC was not read.");
  const { start, end } = document.layout.rangeOf(value.span);
  expect(text.slice(start, end)).toBe("'10.0.0.0/16'");
});
