import { describe, expect, test } from "vitest";
import { createCloudFormationReader } from "../../../../server/src/frontends/cloudformation/reader.ts";
import { getAtt, type NewValue, refTo, type TemplateEdit } from "../../../../server/src/template/edit.ts";
import { type Expression, propertyOf } from "../../../../server/src/template/expression.ts";
import type { ReadDocument } from "../../../../server/src/workspace/snapshot.ts";
import { applyEdits } from "../../../support/apply-edits.ts";

function read(text: string): ReadDocument {
  const document = createCloudFormationReader(/^\s*\{/.test(text) ? "json" : "yaml").read(text);
  if (!document) throw new Error("no template");
  return document;
}

/** The text after the edits; undefined where they are declined. */
function edited(text: string, ...edits: TemplateEdit[]): string | undefined {
  const written = read(text).render(edits);
  return written && applyEdits(text, written);
}

/** Sets `Subnet`'s property; only the lines that differ are shown. */
function changed(text: string, ...edits: TemplateEdit[]): string {
  const result = edited(text, ...edits);
  if (result === undefined) return "declined";
  const before = text.split("\n");
  const now = result.split("\n");
  let start = 0;
  while (start < before.length && before[start] === now[start]) start += 1;
  let end = 0;
  while (end < before.length - start && end < now.length - start && before.at(-1 - end) === now.at(-1 - end)) end += 1;
  return now.slice(start, now.length - end).join("\n");
}

function argumentOf(expression: Expression): Expression {
  if (expression.kind !== "call") throw new Error("no call");
  return expression.argument;
}

function itemOf(expression: Expression, index: number): Expression {
  const item = expression.kind === "list" ? expression.items[index] : undefined;
  if (!item) throw new Error("no item");
  return item;
}

const set = (value: NewValue, ...path: (string | number)[]): TemplateEdit => ({
  kind: "set-property",
  resource: "Subnet",
  path,
  value,
});
const remove = (...path: (string | number)[]): TemplateEdit => ({ kind: "remove-property", resource: "Subnet", path });
const rename = (to: string, ...path: (string | number)[]): TemplateEdit => ({
  kind: "rename-property",
  resource: "Subnet",
  path,
  to,
});
const dependsOn = (target: string): TemplateEdit => ({ kind: "add-depends-on", resource: "Subnet", target });
const add = (more: Partial<Extract<TemplateEdit, { kind: "add-resource" }>> = {}): TemplateEdit => ({
  kind: "add-resource",
  id: "Igw",
  type: "AWS::EC2::InternetGateway",
  properties: {},
  ...more,
});

const yaml = (properties: string) => `# A network
Resources:
  Vpc:
    Type: AWS::EC2::VPC # the one

  Subnet: # keeps
    Type: AWS::EC2::Subnet
    # its comments
    Properties:
${properties}

  # Behind it
  Last:
    Type: AWS::EC2::EIP
Outputs:
  O: {Value: !Ref Vpc}
`;

describe("YAML: set a property", () => {
  test.each<[string, string, TemplateEdit, string]>([
    ["a text", "      Cidr: 10.0.0.0/24", set("10.0.1.0/24", "Cidr"), "      Cidr: 10.0.1.0/24"],
    ["a comment stays", "      Cidr: 10.0.0.0/24 # note", set("10.0.1.0/24", "Cidr"), "      Cidr: 10.0.1.0/24 # note"],
    ["quotes stay", "      Cidr: '10.0.0.0/24'", set("10.0.1.0/24", "Cidr"), "      Cidr: '10.0.1.0/24'"],
    ["a function in place of a text", "      VpcId: vpc-1", set(refTo("Vpc"), "VpcId"), "      VpcId: !Ref Vpc"],
    ["a text in place of a function", "      A: !Ref B", set("x", "A"), "      A: x"],
    ["in place of a function without argument", "      A: !GetAZs\n      B: 1", set("x", "A"), "      A: x"],
    ["an attribute", "      A: 1", set(getAtt("Vpc", "CidrBlock"), "A"), "      A: !GetAtt Vpc.CidrBlock"],
    ["where nothing is typed", "      A: ", set("x", "A"), "      A: x"],
    ["where nothing is typed behind the colon", "      A:\n      B: 1", set(true, "A"), "      A: true"],
    ["one more, last", "      A: 1", set(refTo("Vpc"), "VpcId"), "      VpcId: !Ref Vpc"],
    ["one more, below a list", "      A:\n        - 1 # c", set(2, "B"), "      B: 2"],
    ["one more, below a block scalar", "      A: |\n        text\n", set(2, "B"), "      B: 2"],
    [
      "an object",
      "      A: 1",
      set({ object: { B: "x", C: { object: { D: 1 } } } }, "Opts"),
      "      Opts:\n        B: x\n        C:\n          D: 1",
    ],
    [
      "a list of objects",
      "      A: 1",
      set([{ object: { Key: "Name", Value: refTo("X") } }], "Tags"),
      "      Tags:\n        - Key: Name\n          Value: !Ref X",
    ],
    [
      "a list level with its key, where the document writes so",
      "      A:\n      - 1",
      set(["a", "b"], "Ids"),
      "      Ids:\n      - a\n      - b",
    ],
    ["an inner property", "      Opts:\n        A: 1", set(2, "Opts", "B"), "        B: 2"],
    ["an inner property of nothing", "      A: 1", set(2, "Opts", "B"), "      Opts:\n        B: 2"],
    ["in braces", "      Opts: {A: 1}", set("::/0", "Opts", "B"), '      Opts: {A: 1, B: "::/0"}'],
    ["in empty braces", "      Opts: {}", set("x", "Opts", "B"), "      Opts: { B: x }"],
    ["in an item", "      Tags:\n        - Key: a", set("b", "Tags", 0, "Value"), "          Value: b"],
    ["an item", "      Ids:\n        - a", set("b", "Ids", 0), "        - b"],
    ["one more item", "      Ids:\n        - a", set("b", "Ids", 1), "        - b"],
    ["one more item in brackets", "      Ids: [a]", set(refTo("B"), "Ids", 1), "      Ids: [a, !Ref B]"],
    ["a list in place of a text", "      Ids: a", set(["a", "b"], "Ids"), "      Ids: [a, b]"],
    ["a text in place of a block list", "      Ids:\n        - a\n        - b", set("x", "Ids"), "      Ids: x"],
    ["into a function", "      Opts: !If [C, {A: 1}, {}]", set("x", "Opts", "A"), "declined"],
  ])("%s", (_, properties, edit, expected) => {
    expect(changed(yaml(properties), edit)).toBe(expected);
  });

  test("the first property, with `Properties` above it", () => {
    const text = "Resources:\n  Subnet:\n    Type: AWS::EC2::Subnet # c\n  B: {Type: AWS::EC2::EIP}\n";
    expect(changed(text, set(refTo("Vpc"), "VpcId"))).toBe("    Properties:\n      VpcId: !Ref Vpc");
  });

  test("several at once become edits that do not touch", () => {
    const text = "Resources:\n  Subnet:\n    Type: AWS::EC2::Subnet\n";
    expect(edited(text, set(1, "A"), set(2, "B"), set(3, "C", "D"), set(4, "C", "E"))).toBe(
      `${text.trimEnd()}\n    Properties:\n      A: 1\n      B: 2\n      C:\n        D: 3\n        E: 4\n`,
    );
  });

  test("line breaks are the document's", () => {
    const text = "Resources:\r\n  Subnet:\r\n    Type: AWS::EC2::Subnet\r\n    Properties:\r\n      A: 1\r\n";
    expect(edited(text, set({ object: { C: 1 } }, "B"))).toBe(`${text}      B:\r\n        C: 1\r\n`);
  });

  test("functions are written as the document writes them", () => {
    const text = yaml("      A:\n        Ref: X\n      B:\n        Fn::GetAtt: [X, Y]").replace(
      "!Ref Vpc",
      "{Ref: Vpc}",
    );
    expect(changed(text, set(refTo("Vpc"), "VpcId"))).toBe("      VpcId:\n        Ref: Vpc");
    expect(changed(text, set([getAtt("Vpc", "C")], "L"))).toBe(
      "      L:\n        - Fn::GetAtt:\n            - Vpc\n            - C",
    );
    expect(read(text).renderValue(refTo("Vpc"), 0)).toBe("{ Ref: Vpc }");
  });
});

describe("YAML: texts that would be read as something else are quoted", () => {
  test.each([
    ["::/0", '"::/0"'],
    ["22:22", '"22:22"'],
    ["yes", '"yes"'],
    ["*", '"*"'],
    ["010", '"010"'],
    ["1.0", '"1.0"'],
    ["1e3", '"1e3"'],
    ["0x1F", '"0x1F"'],
    ["true", '"true"'],
    ["Null", '"Null"'],
    ["~", '"~"'],
    ["", '""'],
    ["2010-09-09", '"2010-09-09"'],
    ["a: b", '"a: b"'],
    ["a #b", '"a #b"'],
    ["-", '"-"'],
    ["- a", '"- a"'],
    ["a:", '"a:"'],
    [" a", '" a"'],
    ["[a]", '"[a]"'],
    ["{{resolve:ssm:a}}", '"{{resolve:ssm:a}}"'],
    ["@a", '"@a"'],
    ["a\nb", '"a\\nb"'],
    ['say "a"', '"say \\"a\\""'],
    ["10.0.0.0/16", "10.0.0.0/16"],
    ["2001:db8::/32", "2001:db8::/32"],
    ["AWS::EC2::VPC", "AWS::EC2::VPC"],
    ["ap-northeast-1a", "ap-northeast-1a"],
    ["NAT for A", "NAT for A"],
    ["-1x", '"-1x"'],
  ])("%j", (value, expected) => {
    const text = yaml("      A: 1");
    expect(changed(text, set(value, "B"))).toBe(`      B: ${expected}`);
    const result = read(edited(text, set(value, "B")) ?? "");
    const written = propertyOf(result.template.resources.get("Subnet")?.properties, "B")?.value;
    expect(written).toMatchObject({ kind: "scalar", value });
  });

  test("with the document's quotes", () => {
    expect(changed(yaml("      A: 'x'"), set("it's *", "B"))).toBe("      B: 'it''s *'");
  });
});

describe("YAML: other edits", () => {
  test("remove a property, its comment stays with nothing else", () => {
    const text = yaml("      A: 1\n      # about B\n      B: # here\n        - 1\n      C: 3");
    expect(edited(text, remove("B"))).toBe(yaml("      A: 1\n      # about B\n      C: 3"));
    expect(edited(text, remove("C"))).toBe(yaml("      A: 1\n      # about B\n      B: # here\n        - 1"));
  });

  test("remove the only property", () => {
    expect(edited(yaml("      A: 1"), remove("A"))).not.toContain("Properties");
    expect(changed(yaml("      A:\n        B: 1"), remove("A", "B"))).toBe("      A: {}");
    expect(changed(yaml("      A:\n        - 1"), remove("A", 0))).toBe("      A: []");
  });

  test("remove in lists and braces", () => {
    expect(changed(yaml("      A: {B: 1, C: 2}"), remove("A", "B"))).toBe("      A: {C: 2}");
    expect(changed(yaml("      A: {B: 1, C: 2}"), remove("A", "C"))).toBe("      A: {B: 1}");
    expect(changed(yaml("      A: [1, 2, 3]"), remove("A", 1))).toBe("      A: [1, 3]");
    expect(edited(yaml("      A:\n        - B: 1\n          C: 2\n        - D: 3"), remove("A", 0))).toBe(
      yaml("      A:\n        - D: 3"),
    );
    expect(changed(yaml("      A:\n        - B: 1\n          C: 2"), remove("A", 0, "B"))).toBe("        - C: 2");
  });

  test("rename a property", () => {
    expect(changed(yaml("      A: !Ref X # c"), rename("B", "A"))).toBe("      B: !Ref X # c");
    expect(changed(yaml("      'A': [1]"), rename("B", "A"))).toBe("      'B': [1]");
    expect(changed(yaml("      A: 1\n      B: 2"), rename("B", "A"))).toBe("declined");
  });

  test.each([
    ["none", "", "\n    DependsOn: X"],
    ["one", "\n    DependsOn: Vpc", "\n    DependsOn: [Vpc, X]"],
    ["a list", "\n    DependsOn: [Vpc]", "\n    DependsOn: [Vpc, X]"],
    ["a block list", "\n    DependsOn:\n      - Vpc", "\n    DependsOn:\n      - Vpc\n      - X"],
    ["it already", "\n    DependsOn: X", "\n    DependsOn: X"],
  ])("DependsOn where there is %s", (_, before, expected) => {
    const text = (lines: string) => yaml("      A: 1").replace("AWS::EC2::Subnet", `AWS::EC2::Subnet${lines}`);
    expect(edited(text(before), dependsOn("X"))).toBe(text(expected));
  });

  test("add a resource, last and behind another", () => {
    const text = yaml("      A: 1");
    expect(changed(text, add())).toBe("\n  Igw:\n    Type: AWS::EC2::InternetGateway");
    expect(edited(text, add())).toContain("AWS::EC2::EIP\n\n  Igw:\n    Type: AWS::EC2::InternetGateway\nOutputs:");
    const full = add({
      after: "Vpc",
      condition: "C",
      dependsOn: ["A", "B"],
      properties: { VpcId: refTo("Vpc"), Tags: [{ object: { Key: "a", Value: "::/0" } }] },
    });
    expect(changed(text, full)).toBe(`  Igw:
    Type: AWS::EC2::InternetGateway
    Condition: C
    DependsOn:
      - A
      - B
    Properties:
      VpcId: !Ref Vpc
      Tags:
        - Key: a
          Value: "::/0"
`);
    expect(edited(text, full)).toContain("VPC # the one\n\n  Igw:");
  });

  test("add a resource where there is no section, and none in it", () => {
    const head = "AWSTemplateFormatVersion: 2010-09-09\n";
    const resource = "Resources:\n  Igw:\n    Type: AWS::EC2::InternetGateway";
    expect(edited(head, add())).toBe(`${head}${resource}\n`);
    expect(edited(head.trimEnd(), add())).toBe(`${head}${resource}`);
    expect(edited(`${head}Resources:\nOutputs:\n  O: {Value: 1}\n`, add())).toBe(
      `${head}${resource}\nOutputs:\n  O: {Value: 1}\n`,
    );
    expect(edited(`${head}Resources: {}\n`, add())).toBe(
      `${head}Resources: { Igw: { Type: AWS::EC2::InternetGateway } }\n`,
    );
  });

  test("a resource of the name is there already", () => {
    expect(changed(yaml("      A: 1"), add({ id: "Vpc" }))).toBe("declined");
  });

  test("add a resource and a property that refers to it", () => {
    const result = edited(yaml("      A: 1"), add(), { kind: "set-property", resource: "Igw", path: ["X"], value: 1 });
    expect(result).toContain("  Igw:\n    Type: AWS::EC2::InternetGateway\n    Properties:\n      X: 1\nOutputs:");
  });

  test("remove a resource", () => {
    expect(edited(yaml("      A: 1"), { kind: "remove-resource", resource: "Vpc" })).toBe(
      yaml("      A: 1").replace("  Vpc:\n    Type: AWS::EC2::VPC # the one\n", ""),
    );
    expect(changed("Resources:\n  A: {Type: AWS::EC2::VPC}\n", { kind: "remove-resource", resource: "A" })).toBe(
      "declined",
    );
  });

  test.each<[string, string, (value: Expression) => TemplateEdit, string]>([
    ["a function", "A", ({ span }) => ({ kind: "replace-value", span, value: "10.1.0.0/16" }), "      A: 10.1.0.0/16"],
    [
      "a part of a text",
      "A",
      ({ span }) => ({ kind: "replace-text", span: { ...span, start: span.end - 3, end: span.end - 1 }, text: "20" }),
      '      A: !Sub "10.${N}.0.0/20"',
    ],
    [
      "one part of a dotted name",
      "B",
      (call) => ({ kind: "replace-value", span: itemOf(argumentOf(call), 0).span, value: "Other" }),
      "      B: !GetAtt Other.Cidr",
    ],
    [
      "an item",
      "C",
      (list) => ({ kind: "replace-value", span: itemOf(list, 1).span, value: refTo("Z") }),
      "      C: [x, !Ref Z]",
    ],
  ])("replace %s by its span", (_, key, edit, expected) => {
    const text = yaml('      A: !Sub "10.${N}.0.0/16"\n      B: !GetAtt Vpc.Cidr\n      C: [x, y]');
    const document = read(text);
    const value = propertyOf(document.template.resources.get("Subnet")?.properties, key)?.value;
    const edits = value && document.render([edit(value)]);
    expect(edits && applyEdits(text, edits)).toContain(`${expected}\n`);
  });

  test("a span of another version is declined", () => {
    const span = read(yaml("      A: 1")).template.resources.get("Subnet")?.typeSpan;
    if (!span) throw new Error("no span");
    expect(read(yaml("      A: 1")).render([{ kind: "replace-value", span, value: "x" }])).toBeUndefined();
  });

  test("what an alias brings in is not edited", () => {
    const text =
      "Base: &base {A: 1}\nResources:\n  Subnet:\n    Type: AWS::EC2::Subnet\n    Properties:\n      <<: *base\n      B: 2\n";
    expect(changed(text, set(2, "A"))).toBe("declined");
    expect(changed(text, set(3, "B"))).toBe("      B: 3");
  });

  test("a value as it would stand inline", () => {
    const { renderValue } = read(yaml("      A: 1"));
    expect(renderValue(refTo("Vpc"), 0)).toBe("!Ref Vpc");
    expect(
      renderValue(
        { call: "Select", argument: [3, { call: "Cidr", argument: [getAtt("Vpc", "CidrBlock"), 16, 8] }] },
        0,
      ),
    ).toBe("!Select [3, !Cidr [!GetAtt Vpc.CidrBlock, 16, 8]]");
    expect(renderValue({ call: "Base64", argument: { call: "Sub", argument: "x" } }, 0)).toBe("!Base64 { Fn::Sub: x }");
  });
});

const json = (properties: string) => `{
  "Resources": {
    "Vpc": { "Type": "AWS::EC2::VPC" },
    "Subnet": {
      "Type": "AWS::EC2::Subnet",
      "Properties": {
        ${properties}
      }
    }
  },
  "Outputs": {}
}
`;

describe("JSON", () => {
  test.each<[string, string, TemplateEdit, string]>([
    ["a text", '"A": "x"', set("y", "A"), '        "A": "y"'],
    ["a function", '"A": "x"', set(refTo("Vpc"), "A"), '        "A": { "Ref": "Vpc" }'],
    ["an attribute", '"A": "x"', set(getAtt("Vpc", "C"), "A"), '        "A": { "Fn::GetAtt": ["Vpc", "C"] }'],
    ["one more", '"A": "x"', set(true, "B"), '        "A": "x",\n        "B": true'],
    [
      "an object",
      '"A": 1',
      set([{ object: { Key: "a", Value: "b" } }], "Tags"),
      '        "A": 1,\n        "Tags": [\n          {\n            "Key": "a",\n            "Value": "b"\n          }\n        ]',
    ],
    ["inside on one line", '"A": { "B": 1 }', set(2, "A", "C"), '        "A": { "B": 1, "C": 2 }'],
    ["in empty braces", '"A": {}', set(2, "A", "C"), '        "A": {\n          "C": 2\n        }'],
    ["one more item", '"A": [1]', set(2, "A", 1), '        "A": [1, 2]'],
    ["remove the first", '"A": 1,\n        "B": 2', remove("A"), ""],
    ["remove the last", '"A": 1,\n        "B": 2', remove("B"), '        "A": 1'],
    ["rename", '"A": 1', rename("B", "A"), '        "B": 1'],
    ["DependsOn", '"A": 1', dependsOn("Vpc"), '      "DependsOn": "Vpc",'],
  ])("%s", (_, properties, edit, expected) => {
    expect(changed(json(properties), edit)).toBe(expected);
  });

  test("remove the only property", () => {
    expect(edited(json('"A": 1'), remove("A"))).toBe(
      json("").replace(',\n      "Properties": {\n        \n      }', ""),
    );
  });

  test("add and remove a resource", () => {
    const text = json('"A": 1');
    expect(changed(text, add({ properties: { V: refTo("Vpc") } }))).toBe(`    },
    "Igw": {
      "Type": "AWS::EC2::InternetGateway",
      "Properties": {
        "V": { "Ref": "Vpc" }
      }`);
    expect(edited(text, add({ after: "Vpc" }))).toContain(
      '"AWS::EC2::VPC" },\n    "Igw": {\n      "Type": "AWS::EC2::InternetGateway"\n    },\n    "Subnet"',
    );
    expect(edited(text, { kind: "remove-resource", resource: "Vpc" })).toBe(
      text.replace('"Vpc": { "Type": "AWS::EC2::VPC" },\n    ', ""),
    );
    expect(edited('{"AWSTemplateFormatVersion": "x", "Resources": {}}', add())).toBe(
      '{"AWSTemplateFormatVersion": "x", "Resources": {"Igw": {"Type": "AWS::EC2::InternetGateway"}}}',
    );
  });

  test("a value as it would stand inline", () => {
    expect(read(json('"A": 1')).renderValue(refTo("Vpc"), 0)).toBe('{ "Ref": "Vpc" }');
  });
});
