/** Loops over lists that are written out are read round by round; everything else stays open. */
import { describe, expect, test } from "vitest";
import { propertyOf } from "../../../../server/src/template/expression.ts";
import { edited, python, read, resources, typescript } from "./support.ts";

const twoSubnets = {
  S0: "AWS::EC2::Subnet { CidrBlock: 10.0.0.0/24 }",
  S1: "AWS::EC2::Subnet { CidrBlock: 10.0.1.0/24 }",
};

const subnet = "new ec2.CfnSubnet(this, `S${i}`, { cidrBlock: `10.0.${i}.0/24` });";
const pythonSubnet = 'ec2.CfnSubnet(self, f"S{i}", cidr_block=f"10.0.{i}.0/24")';

describe("rounds of a loop", () => {
  test.each([
    ["for of", `for (const i of [0, 1]) { ${subnet} }`],
    ["for of without a block", `for (const i of [0, 1]) ${subnet}`],
    ["over a constant", `const all = [0, 1];\nfor (const i of all) { ${subnet} }`],
    ["index and item", `for (const [i, zone] of ['a', 'b'].entries()) { ${subnet} }`],
    ["properties of objects", `for (const { i } of [{ i: 0 }, { i: 1 }]) { ${subnet} }`],
    ["properties by another name", `for (const { number: i } of [{ number: 0 }, { number: 1 }]) { ${subnet} }`],
    [
      "entries of an object",
      `for (const [, i] of Object.entries({ a: 0, b: 1 })) { ${subnet} }`.replace("[, i]", "[name, i]"),
    ],
    ["values of an object", `for (const i of Object.values({ a: 0, b: 1 })) { ${subnet} }`],
    ["a counter beside it", `let i = 0;\nfor (const zone of ['a', 'b']) { ${subnet}\n i++; }`],
    ["forEach", `[0, 1].forEach((i) => { ${subnet} });`],
    ["forEach with an index", `['a', 'b'].forEach((zone, i) => ${subnet.slice(0, -1)});`],
    ["map", `const made = [0, 1].map((i) => ${subnet.slice(0, -1)});`],
  ])("TypeScript: %s", (_, statements) => {
    const text = typescript(statements);
    expect(resources(text)).toEqual(twoSubnets);
    expect(read(text).template.open).toBe(false);
  });

  test.each([
    ["for in", `for i in [0, 1]:\n    ${pythonSubnet}`],
    ["a tuple", `for i in (0, 1):\n    ${pythonSubnet}`],
    ["enumerate", `for i, zone in enumerate(["a", "b"]):\n    ${pythonSubnet}`],
    ["range", `for i in range(2):\n    ${pythonSubnet}`],
    ["range with both ends", `for i in range(0, 2):\n    ${pythonSubnet}`],
    ["pairs", `for name, i in [("a", 0), ("b", 1)]:\n    ${pythonSubnet}`],
    ["items of a dictionary", `for name, i in {"a": 0, "b": 1}.items():\n    ${pythonSubnet}`],
  ])("Python: %s", (_, statements) => {
    const text = python(statements);
    expect(resources(text)).toEqual(twoSubnets);
    expect(read(text).template.open).toBe(false);
  });

  test("references lead to the constructs of their round", () => {
    const text = typescript(`
const tables = ['a', 'b'].map((name) => new ec2.CfnRouteTable(this, name, { vpcId: 'vpc-1' }));
for (const [index, name] of ['a', 'b'].entries()) {
  const subnet = new ec2.CfnSubnet(this, \`S\${name}\`, { vpcId: 'vpc-1' });
  new ec2.CfnSubnetRouteTableAssociation(this, \`R\${name}\`, { subnetId: subnet.ref, routeTableId: tables[index].ref });
}`);
    expect(resources(text)).toMatchObject({
      Ra: "AWS::EC2::SubnetRouteTableAssociation { SubnetId: !Ref Sa, RouteTableId: !Ref a }",
      Rb: "AWS::EC2::SubnetRouteTableAssociation { SubnetId: !Ref Sb, RouteTableId: !Ref b }",
    });
  });

  test.each([
    ["a list from elsewhere", `for (const i of props.all) { ${subnet} }`],
    ["a list that was changed", `const all = [0, 1];\nall.push(2);\nfor (const i of all) { ${subnet} }`],
    ["rounds that end early", `for (const i of [0, 1]) { if (props.small) break; ${subnet} }`],
    ["keys", `for (const i in [0, 1]) { ${subnet} }`],
    ["a while loop", `let i = 0;\nwhile (i < 2) { ${subnet}\n i++; }`],
  ])("unknown: %s", (_, statements) => {
    const { template } = read(typescript(statements));
    expect(template.open).toBe(true);
    expect([...template.resources.values()].map(({ open }) => open)).toEqual([true]);
  });
});

describe("what a loop makes is edited where it differs only", () => {
  const loop =
    "for (const cidr of ['10.0.0.0/24', '10.0.0.0/25']) {\n  new ec2.CfnSubnet(this, cidr, { cidrBlock: cidr, mapPublicIpOnLaunch: true });\n}";

  test("an item of the list is a value like any other", () => {
    expect(
      edited(typescript(loop), ({ template }) => {
        const value = propertyOf(template.resources.get("10.0.0.0/25")?.properties, "CidrBlock")?.value;
        return value ? [{ kind: "replace-value", span: value.span, value: "10.0.1.0/25" }] : [];
      }),
    ).toBe(typescript(loop.replace("10.0.0.0/25", "10.0.1.0/25")));
  });

  test("what all rounds share is left alone", () => {
    const text = typescript(loop);
    const id = "10.0.0.0/24";
    const shared = propertyOf(read(text).template.resources.get(id)?.properties, "MapPublicIpOnLaunch")?.value;
    if (!shared) throw new Error("The property was not read.");
    expect(edited(text, [{ kind: "set-property", resource: id, path: ["VpcId"], value: "vpc-1" }])).toBeUndefined();
    expect(edited(text, [{ kind: "remove-resource", resource: id }])).toBeUndefined();
    expect(edited(text, [{ kind: "replace-value", span: shared.span, value: false }])).toBeUndefined();
  });
});
