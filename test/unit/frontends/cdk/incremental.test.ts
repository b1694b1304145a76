import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CodeLanguage } from "../../../../server/src/syntax/code/parsers.ts";
import type { Expression } from "../../../../server/src/template/expression.ts";
import type { ReadDocument } from "../../../../server/src/workspace/snapshot.ts";
import { python, read, readerFor, show, shown, typescript } from "./support.ts";

const inTypeScript = typescript(`
const vpc = new ec2.CfnVPC(this, 'Vpc', { cidrBlock: '10.0.0.0/16' });
const a = new ec2.CfnSubnet(this, 'A', {
  vpcId: vpc.ref,
  cidrBlock: '10.0.0.0/24', // first
});
if (props.wide) {
  new ec2.CfnSubnet(this, 'B', { vpcId: vpc.ref, cidrBlock: \`10.0.1.0/\${24}\` });
}
const table = new ec2.CfnRouteTable(this, 'Table', { vpcId: vpc.ref });
new ec2.CfnSubnetRouteTableAssociation(this, 'Assoc', { subnetId: a.ref, routeTableId: table.ref });`);

const inPython = python(`
vpc = ec2.CfnVPC(self, "Vpc", cidr_block="10.0.0.0/16")
a = ec2.CfnSubnet(
    self,
    "A",
    vpc_id=vpc.ref,
    cidr_block="10.0.0.0/24",  # first
)
if wide:
    ec2.CfnSubnet(self, "B", vpc_id=vpc.ref, cidr_block=f"10.0.1.0/{24}")
table = ec2.CfnRouteTable(self, "Table", vpc_id=vpc.ref)
ec2.CfnSubnetRouteTableAssociation(self, "Assoc", subnet_id=a.ref, route_table_id=table.ref)`);

const programs: readonly (readonly [CodeLanguage, string])[] = [
  ["typescript", inTypeScript],
  ["python", inPython],
];

/** Everything that is read, with the text that each span covers. */
function everything({ template, layout }: ReadDocument): unknown {
  const spans = (expression: Expression): unknown => {
    const range = layout.rangeOf(expression.span);
    if (expression.kind === "list") return [range, expression.items.map(spans)];
    if (expression.kind === "call") return [range, spans(expression.argument)];
    if (expression.kind !== "object") return range;
    return [range, expression.properties.map(({ keySpan, value }) => [layout.rangeOf(keySpan), spans(value)])];
  };
  return {
    resources: shown(template),
    spans: [...template.resources.values()].map(({ properties, idSpan }) => [
      layout.rangeOf(idSpan),
      spans(properties),
    ]),
    conditions: [...template.conditions.values()].map(({ id, body }) => `${id} ${show(body)}`),
    open: template.open,
  };
}

const edit = fc.record({
  at: fc.nat(2000),
  removed: fc.nat(40),
  inserted: fc.constantFrom(
    "",
    "x",
    "\n",
    "'",
    '"',
    "(",
    ")",
    "{",
    "}",
    ",",
    " 10.0.2.0/24",
    "if (x) {\n",
    "🛰️",
    "const y = 1;\n",
  ),
});

describe.each(programs)("%s", (language, program) => {
  test("any sequence of edits and their undoing gives what reading at once gives", () => {
    const atOnce = everything(read(program, language));
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
        const reader = readerFor(language);
        const versions = [program];
        for (const { at, removed, inserted } of edits) {
          const text = versions.at(-1) ?? "";
          const start = Math.min(at, text.length);
          versions.push(text.slice(0, start) + inserted + text.slice(start + removed));
        }
        // Forwards, then back to the start.
        for (const text of [...versions, ...versions.toReversed().slice(1)]) reader.read(text);
        const document = reader.read(program);
        reader.dispose();
        expect(document && everything(document)).toEqual(atOnce);
      }),
      { numRuns: 25 },
    );
  });

  test("an edit that leaves the program whole gives what reading at once gives", () => {
    const lines = program.split("\n");
    const first = lines.findIndex((line) => line.includes("super")) + 1;
    fc.assert(
      fc.property(fc.nat(lines.length - first - 3), fc.constantFrom("10.0.9.0/24", "10.0.0.0/25"), (offset, cidr) => {
        const reader = readerFor(language);
        reader.read(program);
        const comment = language === "python" ? "# moved" : "// moved";
        const changed = lines
          .toSpliced(first, 0, `        ${comment} ${offset}`)
          .join("\n")
          .replace("10.0.0.0/24", cidr);
        const document = reader.read(changed);
        reader.dispose();
        expect(document && everything(document)).toEqual(everything(read(changed, language)));
      }),
      { numRuns: 20 },
    );
  });

  test("every beginning of the program is read without a complaint, and every offset has a place or none", () => {
    const reader = readerFor(language);
    for (let length = 0; length <= program.length; length += 7) {
      const document = reader.read(program.slice(0, length));
      document?.placeAt(length);
      document?.placeAt(Math.floor(length / 2));
    }
    const document = reader.read(program);
    for (let offset = 0; offset <= program.length; offset += 1) document?.placeAt(offset);
    expect(document && shown(document.template)).toEqual(shown(read(program, language).template));
  });
});

describe("while a construct is broken", () => {
  const half = inTypeScript.replace("cidrBlock: '10.0.0.0/24', // first", "cidrBlock: ");

  test("it keeps its last good reading, open", () => {
    const reader = readerFor("typescript");
    reader.read(inTypeScript);
    const document = reader.read(half);
    expect(document && shown(document.template)).toMatchObject({
      A: "AWS::EC2::Subnet { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } open",
      Table: "AWS::EC2::RouteTable { VpcId: !Ref Vpc }",
    });
  });

  test("those that refer to it keep doing so", () => {
    const reader = readerFor("python");
    reader.read(inPython);
    const document = reader.read(
      inPython.replace(
        'vpc = ec2.CfnVPC(self, "Vpc", cidr_block="10.0.0.0/16")',
        'vpc = ec2.CfnVPC(self, "Vpc", cidr_block="10.',
      ),
    );
    expect(document && shown(document.template).Table).toMatch(/VpcId: !Ref Vpc/);
    expect(document?.template.resources.get("Vpc")?.open).toBe(true);
  });

  test("its spans follow the text around it", () => {
    const reader = readerFor("typescript");
    reader.read(inTypeScript);
    reader.read(half);
    const moved = half.replace("const vpc", "// one line more\n    const vpc");
    const document = reader.read(moved);
    const subnet = document?.template.resources.get("A");
    if (!document || !subnet) throw new Error("The subnet is lost.");
    const { start, end } = document.layout.rangeOf(subnet.idSpan);
    expect(moved.slice(start, end)).toBe("A");
  });

  test("a deleted construct is gone", () => {
    const reader = readerFor("typescript");
    reader.read(inTypeScript);
    const without = `${inTypeScript.replace(/ {4}const table.*\n/, "")}\nconst broken = (`;
    const document = reader.read(without);
    expect([...(document?.template.resources.keys() ?? [])]).not.toContain("Table");
    expect(document?.template.open).toBe(true);
  });

  test("once it is whole again, nothing is left of it", () => {
    const reader = readerFor("typescript");
    for (const text of [inTypeScript, half, inTypeScript.replace("10.0.0.0/24", "10.0.5.0/24")]) reader.read(text);
    const document = reader.read(inTypeScript.replace("10.0.0.0/24", "10.0.5.0/24"));
    expect(document && shown(document.template).A).toBe("AWS::EC2::Subnet { VpcId: !Ref Vpc, CidrBlock: 10.0.5.0/24 }");
  });
});

describe("constructs of higher levels", () => {
  const before = "const vpc = new ec2.Vpc(this, 'Vpc', { natGateways: 1";
  const after = `});
const web = new ec2.SecurityGroup(this, 'Web', { vpc });
web.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(443), 'Visitors');
new ec2.CfnSubnet(this, 'Extra', { vpcId: vpc.vpcId, cidrBlock: '10.0.250.0/24' });`;

  test("a Vpc that is being typed keeps what it made, also under its conditions", () => {
    const reader = readerFor("typescript");
    const good = reader.read(typescript(`${before} ${after}`));
    const broken = reader.read(typescript(`${before}, cidr: ( ${after}`));
    const [ids, kept] = [good, broken].map((document) => [...(document?.template.resources.keys() ?? [])]);
    expect(ids).toContain("Vpc/PublicSubnet3/RouteTable");
    expect(new Set(kept)).toEqual(new Set(ids));
    expect([...(broken?.template.conditions.keys() ?? [])].sort()).toEqual(
      [...(good?.template.conditions.keys() ?? [])].sort(),
    );
    expect(broken?.template.open).toBe(true);
    expect(broken?.template.resources.get("Vpc")?.open).toBe(true);
    expect(shown(broken?.template ?? read("").template).Extra).toContain("VpcId: !Ref Vpc");
  });

  test("what is deleted is gone, also beside something broken", () => {
    const reader = readerFor("typescript");
    reader.read(typescript(`${before} ${after}`));
    const deleted = reader.read(typescript("const x = new ec2.CfnEIP(this, 'Eip', {"));
    expect([...(deleted?.template.resources.keys() ?? [])].filter((id) => id.startsWith("Vpc"))).toEqual([]);
  });
});
