import { describe, expect, test } from "vitest";
import type { NewValue, TemplateEdit } from "../../../../server/src/template/edit.ts";
import { getAtt, refTo } from "../../../../server/src/template/edit.ts";
import type { Expression } from "../../../../server/src/template/expression.ts";
import { propertyOf } from "../../../../server/src/template/expression.ts";
import type { ReadDocument } from "../../../../server/src/workspace/snapshot.ts";
import { edited, python, read, typescript } from "./support.ts";

function valueAt(document: ReadDocument, resource: string, property: string): Expression {
  const found = propertyOf(document.template.resources.get(resource)?.properties, property);
  if (!found) throw new Error(`${resource} has no ${property}.`);
  return found.value;
}

function replace(resource: string, property: string, value: NewValue) {
  return (document: ReadDocument): readonly TemplateEdit[] => [
    { kind: "replace-value", span: valueAt(document, resource, property).span, value },
  ];
}

const set = (resource: string, path: readonly (string | number)[], value: NewValue): TemplateEdit => ({
  kind: "set-property",
  resource,
  path,
  value,
});

describe("replacing a value", () => {
  test("keeps the quotes of what it replaces", () => {
    const text = typescript(`new ec2.CfnSubnet(this, 'A', { cidrBlock: "10.0.0.0/24" });`);
    expect(edited(text, replace("A", "CidrBlock", "10.0.1.0/24"))).toBe(text.replace("10.0.0.0/24", "10.0.1.0/24"));
    const inPython = python(`ec2.CfnSubnet(self, "A", cidr_block='10.0.0.0/24')`);
    expect(edited(inPython, replace("A", "CidrBlock", "10.0.1.0/24"))).toBe(
      inPython.replace("10.0.0.0/24", "10.0.1.0/24"),
    );
  });

  test("where a constant is used, replaces the use alone", () => {
    const text = typescript("const cidr = '10.0.0.0/24';\nnew ec2.CfnSubnet(this, 'A', { cidrBlock: cidr });");
    expect(edited(text, replace("A", "CidrBlock", "10.0.1.0/24"))).toBe(
      text.replace("cidrBlock: cidr", "cidrBlock: '10.0.1.0/24'"),
    );
    const shorthand = typescript("const cidrBlock = '10.0.0.0/24';\nnew ec2.CfnSubnet(this, 'A', { cidrBlock });");
    expect(edited(shorthand, replace("A", "CidrBlock", "10.0.1.0/24"))).toBe(
      shorthand.replace("{ cidrBlock }", "{ cidrBlock: '10.0.1.0/24' }"),
    );
  });

  test("by a reference, through the construct's variable", () => {
    const text = typescript(`
this.vpc = new ec2.CfnVPC(this, 'Vpc');
const eip = new ec2.CfnEIP(this, 'Eip');
new ec2.CfnNatGateway(this, 'Nat', { allocationId: 'x', subnetId: 'y' });`);
    expect(edited(text, replace("Nat", "AllocationId", getAtt("Eip", "AllocationId")))).toBe(
      text.replace("'x'", "eip.attrAllocationId"),
    );
    expect(edited(text, replace("Nat", "SubnetId", refTo("Vpc")))).toBe(text.replace("'y'", "this.vpc.ref"));
    const inPython = python(`
self.vpc = ec2.CfnVPC(self, "Vpc")
eip = ec2.CfnEIP(self, "Eip")
ec2.CfnNatGateway(self, "Nat", allocation_id="x", subnet_id="y")`);
    expect(edited(inPython, replace("Nat", "AllocationId", getAtt("Eip", "AllocationId")))).toBe(
      inPython.replace('"x"', "eip.attr_allocation_id"),
    );
    expect(edited(inPython, replace("Nat", "SubnetId", refTo("Vpc")))).toBe(inPython.replace('"y"', "self.vpc.ref"));
  });

  test("names a construct that has no variable yet, and declines what isn't there yet", () => {
    const text = typescript(`
new ec2.CfnEIP(this, 'NatEip');
new ec2.CfnNatGateway(this, 'Nat', { allocationId: 'x' });
const late = new ec2.CfnEIP(this, 'Late');`);
    expect(edited(text, replace("Nat", "AllocationId", getAtt("NatEip", "AllocationId")))).toBe(
      text
        .replace("new ec2.CfnEIP(this, 'NatEip')", "const natEip = new ec2.CfnEIP(this, 'NatEip')")
        .replace("'x'", "natEip.attrAllocationId"),
    );
    expect(edited(text, replace("Nat", "AllocationId", getAtt("Late", "AllocationId")))).toBeUndefined();
  });

  test("by a function", () => {
    const text = typescript("new ec2.CfnSubnet(this, 'A', { availabilityZone: 'x' });");
    const zone: NewValue = { call: "Select", argument: [0, { call: "GetAZs", argument: "" }] };
    expect(edited(text, replace("A", "AvailabilityZone", zone))).toBe(
      text.replace("'x'", "cdk.Fn.select(0, cdk.Fn.getAzs())"),
    );
    const inPython = python('ec2.CfnSubnet(self, "A", availability_zone="x")');
    expect(edited(inPython, replace("A", "AvailabilityZone", zone))).toBe(
      inPython.replace('"x"', "cdk.Fn.select(0, cdk.Fn.get_azs())"),
    );
  });

  test("replaces part of a text inside a literal, and only there", () => {
    const text = typescript(
      "const c = '10.0.9.0/24';\nnew ec2.CfnSubnet(this, 'A', { cidrBlock: '10.0.0.0/24', vpcId: c });",
    );
    const part = (property: string) => (document: ReadDocument) => {
      const { span } = valueAt(document, "A", property);
      return [{ kind: "replace-text" as const, span: { ...span, start: span.end - 3, end: span.end - 1 }, text: "25" }];
    };
    expect(edited(text, part("CidrBlock"))).toBe(text.replace("10.0.0.0/24", "10.0.0.0/25"));
    expect(edited(text, part("VpcId"))).toBeUndefined();
  });
});

describe("setting a property", () => {
  test("that is there", () => {
    const text = typescript("new ec2.CfnVPC(this, 'Vpc', { enableDnsSupport: false });");
    expect(edited(text, [set("Vpc", ["EnableDnsSupport"], true)])).toBe(text.replace("false", "true"));
    const inPython = python('ec2.CfnVPC(self, "Vpc", enable_dns_support=False)');
    expect(edited(inPython, [set("Vpc", ["EnableDnsSupport"], true)])).toBe(inPython.replace("False", "True"));
  });

  test("on one line", () => {
    const text = typescript("new ec2.CfnVPC(this, 'Vpc', { cidrBlock: '10.0.0.0/16' });");
    expect(edited(text, [set("Vpc", ["EnableDnsSupport"], true)])).toBe(
      text.replace("/16' }", "/16', enableDnsSupport: true }"),
    );
    const inPython = python('ec2.CfnVPC(self, "Vpc")');
    expect(edited(inPython, [set("Vpc", ["EnableDnsSupport"], true)])).toBe(
      inPython.replace('"Vpc")', '"Vpc", enable_dns_support=True)'),
    );
  });

  test("where there are none yet", () => {
    const without = typescript("new ec2.CfnEIP(this, 'Eip');");
    expect(edited(without, [set("Eip", ["Domain"], "vpc")])).toBe(
      without.replace("'Eip')", "'Eip', { domain: 'vpc' })"),
    );
    const empty = typescript("new ec2.CfnEIP(this, 'Eip', {});");
    expect(edited(empty, [set("Eip", ["Domain"], "vpc")])).toBe(empty.replace("{})", "{ domain: 'vpc' })"));
  });

  test("on lines of their own, with a trailing comma or without, and with comments", () => {
    const trailing = typescript("new ec2.CfnVPC(this, 'Vpc', {\n  cidrBlock: '10.0.0.0/16', // all of it\n});");
    expect(edited(trailing, [set("Vpc", ["EnableDnsSupport"], true)])).toBe(
      trailing.replace("// all of it\n", "// all of it\n      enableDnsSupport: true,\n"),
    );
    const bare = typescript("new ec2.CfnVPC(this, 'Vpc', {\n  cidrBlock: '10.0.0.0/16' // all of it\n});");
    expect(edited(bare, [set("Vpc", ["EnableDnsSupport"], true)])).toBe(
      bare.replace("/16' // all of it\n", "/16', // all of it\n      enableDnsSupport: true\n"),
    );
    const inPython = python('ec2.CfnVPC(\n    self,\n    "Vpc",\n    cidr_block="10.0.0.0/16",\n)');
    expect(edited(inPython, [set("Vpc", ["EnableDnsSupport"], true)])).toBe(
      inPython.replace('/16",\n', '/16",\n            enable_dns_support=True,\n'),
    );
  });

  test("two of them at once", () => {
    const text = typescript("new ec2.CfnVPC(this, 'Vpc', { cidrBlock: '10.0.0.0/16' });");
    expect(edited(text, [set("Vpc", ["EnableDnsSupport"], true), set("Vpc", ["EnableDnsHostnames"], true)])).toBe(
      text.replace("/16' }", "/16', enableDnsSupport: true, enableDnsHostnames: true }"),
    );
  });

  test("inside others, making what is missing", () => {
    const text = typescript("new ec2.CfnSecurityGroup(this, 'Sg', { securityGroupIngress: [{ ipProtocol: 'tcp' }] });");
    expect(edited(text, [set("Sg", ["SecurityGroupIngress", 0, "FromPort"], 443)])).toBe(
      text.replace("'tcp' }", "'tcp', fromPort: 443 }"),
    );
    expect(edited(text, [set("Sg", ["SecurityGroupEgress", 0, "IpProtocol"], "-1")])).toBe(
      text.replace("}] }", "}], securityGroupEgress: [{ ipProtocol: '-1' }] }"),
    );
    expect(edited(text, [set("Sg", ["SecurityGroupIngress", 1], { object: { IpProtocol: "udp" } })])).toBe(
      text.replace("}] }", "}, { ipProtocol: 'udp' }] }"),
    );
    const inPython = python(
      'ec2.CfnSecurityGroup(self, "Sg", security_group_ingress=[ec2.CfnSecurityGroup.IngressProperty(ip_protocol="tcp")])',
    );
    expect(edited(inPython, [set("Sg", ["SecurityGroupIngress", 0, "FromPort"], 443)])).toBe(
      inPython.replace('"tcp")', '"tcp", from_port=443)'),
    );
    expect(edited(inPython, [set("Sg", ["SecurityGroupEgress", 0, "IpProtocol"], "-1")])).toBe(
      inPython.replace(
        '"tcp")])',
        '"tcp")], security_group_egress=[ec2.CfnSecurityGroup.EgressProperty(ip_protocol="-1")])',
      ),
    );
  });

  test("is declined where the properties aren't written out", () => {
    expect(
      edited(typescript("new ec2.CfnVPC(this, 'Vpc', props.vpc);"), [set("Vpc", ["CidrBlock"], "x")]),
    ).toBeUndefined();
    const text = typescript("new ec2.CfnSecurityGroup(this, 'Sg', { securityGroupIngress: rules });");
    expect(edited(text, [set("Sg", ["SecurityGroupIngress", 0, "FromPort"], 443)])).toBeUndefined();
  });
});

describe("removing and renaming", () => {
  const text = typescript(`
new ec2.CfnSubnet(this, 'A', {
  cidrBlock: '10.0.0.0/24',
  // where it lies
  vpcId: 'vpc-1',
  mapPublicIpOnLaunch: true
});`);

  test("a property on a line of its own takes the line along, and no comment of another", () => {
    const remove = (name: string): TemplateEdit[] => [{ kind: "remove-property", resource: "A", path: [name] }];
    expect(edited(text, remove("CidrBlock"))).toBe(text.replace("cidrBlock: '10.0.0.0/24',\n      ", ""));
    expect(edited(text, remove("MapPublicIpOnLaunch"))).toBe(text.replace(",\n      mapPublicIpOnLaunch: true", ""));
  });

  test("properties on one line", () => {
    const inPython = python('ec2.CfnSubnet(self, "A", cidr_block="x", vpc_id="y", availability_zone="z")');
    const remove = (name: string): TemplateEdit[] => [{ kind: "remove-property", resource: "A", path: [name] }];
    expect(edited(inPython, remove("CidrBlock"))).toBe(inPython.replace('cidr_block="x", ', ""));
    expect(edited(inPython, remove("AvailabilityZone"))).toBe(inPython.replace(', availability_zone="z"', ""));
    const only = typescript("new ec2.CfnEIP(this, 'A', { domain: 'vpc' });");
    expect(edited(only, remove("Domain"))).toBe(only.replace("{ domain: 'vpc' }", "{}"));
  });

  test("a property keeps its value under another name", () => {
    const rename: TemplateEdit[] = [
      { kind: "rename-property", resource: "A", path: ["VpcId"], to: "AvailabilityZone" },
    ];
    expect(edited(text, rename)).toBe(text.replace("vpcId:", "availabilityZone:"));
    const shorthand = typescript("const vpcId = 'x';\nnew ec2.CfnSubnet(this, 'A', { vpcId });");
    expect(edited(shorthand, rename)).toBe(shorthand.replace("{ vpcId }", "{ availabilityZone: vpcId }"));
    const inPython = python('ec2.CfnSubnet(self, "A", vpc_id="x")');
    expect(edited(inPython, rename)).toBe(inPython.replace("vpc_id=", "availability_zone="));
  });
});

describe("whole constructs", () => {
  test("a dependency stands behind the later of the two", () => {
    const text = typescript(`
const a = new ec2.CfnEIP(this, 'A'); // first
new ec2.CfnEIP(this, 'B');`);
    expect(edited(text, [{ kind: "add-depends-on", resource: "A", target: "B" }])).toBe(
      text.replace("new ec2.CfnEIP(this, 'B');", "const b = new ec2.CfnEIP(this, 'B');\n    a.addDependency(b);"),
    );
    const inPython = python('a = ec2.CfnEIP(self, "A")\nb = ec2.CfnEIP(self, "B")');
    expect(edited(inPython, [{ kind: "add-depends-on", resource: "B", target: "A" }])).toBe(
      inPython.replace('"B")\n', '"B")\n        b.add_dependency(a)\n'),
    );
  });

  test("a new construct stands behind its neighbour and refers to others by their variables", () => {
    const text = typescript(`
const table = new ec2.CfnRouteTable(this, 'Table', { vpcId: 'vpc-1' });
const igw = new ec2.CfnInternetGateway(this, 'Igw');
other();`);
    const route: TemplateEdit = {
      kind: "add-resource",
      id: "DefaultRoute",
      type: "AWS::EC2::Route",
      properties: { RouteTableId: refTo("Table"), DestinationCidrBlock: "0.0.0.0/0", GatewayId: refTo("Igw") },
      after: "Igw",
    };
    expect(edited(text, [route])).toBe(
      text.replace(
        "'Igw');\n",
        [
          "'Igw');",
          "    new ec2.CfnRoute(this, 'DefaultRoute', {",
          "      routeTableId: table.ref,",
          "      destinationCidrBlock: '0.0.0.0/0',",
          "      gatewayId: igw.ref,",
          "    });",
          "",
        ].join("\n"),
      ),
    );
    const inPython = python(
      'table = ec2.CfnRouteTable(self, "Table", vpc_id="v")\nigw = ec2.CfnInternetGateway(self, "Igw")',
    );
    expect(edited(inPython, [route])).toBe(
      `${inPython}`.replace(
        '"Igw")\n',
        [
          '"Igw")',
          "        ec2.CfnRoute(",
          "            self,",
          '            "DefaultRoute",',
          "            route_table_id=table.ref,",
          '            destination_cidr_block="0.0.0.0/0",',
          "            gateway_id=igw.ref,",
          "        )",
          "",
        ].join("\n"),
      ),
    );
  });

  test("a new construct that another is to use stands before it and has a variable", () => {
    const text = typescript("new ec2.CfnNatGateway(this, 'Nat', { subnetId: 's' });");
    const edits: TemplateEdit[] = [
      { kind: "add-resource", id: "NatEip", type: "AWS::EC2::EIP", properties: { Domain: "vpc" }, after: "Nat" },
      set("Nat", ["AllocationId"], getAtt("NatEip", "AllocationId")),
    ];
    expect(edited(text, edits)).toBe(
      text.replace(
        "new ec2.CfnNatGateway(this, 'Nat', { subnetId: 's' });",
        [
          "const natEip = new ec2.CfnEIP(this, 'NatEip', {",
          "      domain: 'vpc',",
          "    });",
          "    new ec2.CfnNatGateway(this, 'Nat', { subnetId: 's', allocationId: natEip.attrAllocationId });",
        ].join("\n"),
      ),
    );
  });

  test("new constructs that depend on one another, and an import that has to grow", () => {
    const text = `import { CfnVPC } from 'aws-cdk-lib/aws-ec2';\nnew CfnVPC(stack, 'Vpc', {});\n`;
    const edits: TemplateEdit[] = [
      { kind: "add-resource", id: "Igw", type: "AWS::EC2::InternetGateway", properties: {}, after: "Vpc" },
      {
        kind: "add-resource",
        id: "Attachment",
        type: "AWS::EC2::VPCGatewayAttachment",
        properties: { VpcId: refTo("Vpc"), InternetGatewayId: refTo("Igw") },
        after: "Igw",
      },
    ];
    expect(edited(text, edits)).toBe(
      [
        "import { CfnVPC, CfnInternetGateway, CfnVPCGatewayAttachment } from 'aws-cdk-lib/aws-ec2';",
        "const vpc = new CfnVPC(stack, 'Vpc', {});",
        "const igw = new CfnInternetGateway(stack, 'Igw');",
        "new CfnVPCGatewayAttachment(stack, 'Attachment', {",
        "  vpcId: vpc.ref,",
        "  internetGatewayId: igw.ref,",
        "});",
        "",
      ].join("\n"),
    );
  });

  test("a construct that nothing uses goes with its line", () => {
    const text = typescript("const a = new ec2.CfnEIP(this, 'A');\nconst b = new ec2.CfnEIP(this, 'B');\nuse(b);");
    expect(edited(text, [{ kind: "remove-resource", resource: "A" }])).toBe(
      text.replace("    const a = new ec2.CfnEIP(this, 'A');\n", ""),
    );
    expect(edited(text, [{ kind: "remove-resource", resource: "B" }])).toBeUndefined();
  });

  test("edits of a construct that isn't there are declined", () => {
    expect(edited(typescript("new ec2.CfnEIP(this, 'A');"), [set("B", ["Domain"], "vpc")])).toBeUndefined();
  });
});

test("values for completion: by the variable where it can be seen, else by the logical ID", () => {
  const text = typescript("const vpc = new ec2.CfnVPC(this, 'Vpc');\nnew ec2.CfnSubnet(this, 'A', {});");
  const document = read(text);
  expect(document.renderValue(refTo("Vpc"), text.indexOf("'A'"))).toBe("vpc.ref");
  expect(document.renderValue(refTo("Vpc"), 0)).toBe("cdk.Fn.ref('Vpc')");
  expect(document.renderValue(getAtt("Vpc", "CidrBlock"), text.indexOf("'A'"))).toBe("vpc.attrCidrBlock");
  expect(document.renderValue("10.0.0.0/24", 0)).toBe("'10.0.0.0/24'");
  const inPython = python('vpc = ec2.CfnVPC(self, "Vpc")\nec2.CfnSubnet(self, "A")');
  expect(read(inPython).renderValue(getAtt("Vpc", "CidrBlock"), inPython.indexOf('"A"'))).toBe("vpc.attr_cidr_block");
  expect(read(inPython).renderValue(true, 0)).toBe("True");
});
