import { describe, expect, test } from "vitest";
import { createCloudFormationReader } from "../../../../server/src/frontends/cloudformation/reader.ts";
import type { Expression } from "../../../../server/src/template/expression.ts";
import { propertyOf } from "../../../../server/src/template/expression.ts";
import type { ReadDocument } from "../../../../server/src/workspace/snapshot.ts";

function read(text: string): ReadDocument {
  const document = createCloudFormationReader(/^\s*\{/.test(text) ? "json" : "yaml").read(text);
  if (!document) throw new Error("no template");
  return document;
}

/** An expression in one line: calls as `Name(…)`, opaque ones as `?reason`. */
function shown(expression: Expression | undefined): string {
  switch (expression?.kind) {
    case undefined:
      return "-";
    case "scalar":
      return JSON.stringify(expression.value);
    case "list":
      return `[${expression.items.map(shown).join(", ")}]`;
    case "object":
      return `{${expression.properties.map(({ key, value }) => `${key}: ${shown(value)}`).join(", ")}}`;
    case "call":
      return `${expression.name}(${shown(expression.argument)})`;
    case "opaque":
      return `?${expression.reason}`;
  }
}

/** The value as both forms of YAML and as JSON write it. */
function valueIn(text: string): { document: ReadDocument; value: Expression } {
  const document = read(text);
  const value = propertyOf(document.template.resources.get("R")?.properties, "V")?.value;
  if (!value) throw new Error("no value");
  return { document, value };
}

const inYaml = (value: string) => `Resources:\n  R:\n    Type: AWS::X::Y\n    Properties:\n      V: ${value}\n`;
const inJson = (value: string) => `{"Resources": {"R": {"Type": "AWS::X::Y", "Properties": {"V": ${value}}}}}`;

describe("intrinsic functions", () => {
  test.each([
    ["!Ref A", '{"Ref": "A"}', 'Ref("A")'],
    ["!GetAtt A.B", '{"Fn::GetAtt": ["A", "B"]}', 'GetAtt(["A", "B"])'],
    ["!GetAtt [A, B]", '{"Fn::GetAtt": "A.B"}', 'GetAtt(["A", "B"])'],
    ["!GetAtt A.Outputs.B", '{"Fn::GetAtt": ["A", "Outputs.B"]}', 'GetAtt(["A", "Outputs.B"])'],
    ['!Sub "a-${B}"', '{"Fn::Sub": "a-${B}"}', 'Sub("a-${B}")'],
    ['!Sub ["${B}", {B: !Ref C}]', '{"Fn::Sub": ["${B}", {"B": {"Ref": "C"}}]}', 'Sub(["${B}", {B: Ref("C")}])'],
    [
      "!Select [0, !Cidr [!GetAtt V.CidrBlock, 6, 8]]",
      '{"Fn::Select": [0, {"Fn::Cidr": [{"Fn::GetAtt": ["V", "CidrBlock"]}, 6, 8]}]}',
      'Select([0, Cidr([GetAtt(["V", "CidrBlock"]), 6, 8])])',
    ],
    [
      "!If [C, 1, !Ref AWS::NoValue]",
      '{"Fn::If": ["C", 1, {"Ref": "AWS::NoValue"}]}',
      'If(["C", 1, Ref("AWS::NoValue")])',
    ],
    ["!Join ['', [a, b]]", '{"Fn::Join": ["", ["a", "b"]]}', 'Join(["", ["a", "b"]])'],
    ["!GetAZs ''", '{"Fn::GetAZs": ""}', 'GetAZs("")'],
    ["!Condition C", '{"Condition": "C"}', 'Condition("C")'],
    ["!ImportValue x", '{"Fn::ImportValue": "x"}', 'ImportValue("x")'],
    ["Fn::Nonsense: 1", '{"Fn::Nonsense": 1}', "?Fn::Nonsense"],
    ["{Ref: A, B: 1}", '{"Ref": "A", "B": 1}', '{Ref: "A", B: 1}'],
    ["{Condition: {StringEquals: 1}}", '{"Condition": {"StringEquals": 1}}', "{Condition: {StringEquals: 1}}"],
  ])("%s and %s", (yaml, json, expected) => {
    const yamlValue = yaml.startsWith("Fn::") ? inYaml(`\n        ${yaml}`) : inYaml(yaml);
    expect(shown(valueIn(yamlValue).value)).toBe(expected);
    expect(shown(valueIn(inJson(json)).value)).toBe(expected);
  });

  test("short forms in block style, and tags that are no function", () => {
    expect(shown(valueIn(inYaml("!Join\n        - ','\n        - - !Ref A\n          - b")).value)).toBe(
      'Join([",", [Ref("A"), "b"]])',
    );
    expect(shown(valueIn(inYaml("!Rain::Embed file.txt")).value)).toBe("?!Rain::Embed");
    expect(shown(valueIn(inYaml("!Ref")).value)).toBe("Ref(null)");
  });

  test("spans: a call from its name on, both parts of a dotted attribute", () => {
    for (const [text, call, name, parts] of [
      [inYaml("!GetAtt Vpc.CidrBlock"), "!GetAtt Vpc.CidrBlock", "!GetAtt", ["Vpc", "CidrBlock"]],
      [inYaml("!GetAtt 'Vpc.CidrBlock'"), "!GetAtt 'Vpc.CidrBlock'", "!GetAtt", ["Vpc", "CidrBlock"]],
      [inJson('{"Fn::GetAtt": "Vpc."}'), '{"Fn::GetAtt": "Vpc."}', '"Fn::GetAtt"', ["Vpc", ""]],
    ] as const) {
      const { document, value } = valueIn(text);
      const source = (span: Expression["span"]) => {
        const { start, end } = document.layout.rangeOf(span);
        return text.slice(start, end);
      };
      if (value.kind !== "call" || value.argument.kind !== "list") throw new Error("no call");
      expect(source(value.span)).toBe(call);
      expect(source(value.nameSpan)).toBe(name);
      expect(value.argument.items.map((item) => source(item.span))).toEqual(parts);
    }
  });
});

describe("declarations", () => {
  const { template } = read(`AWSTemplateFormatVersion: 2010-09-09
Transform: [AWS::LanguageExtensions, {Name: AWS::Include, Parameters: {}}]
Parameters:
  Cidr: {Type: String, Default: 10.0.0.0/16, AllowedValues: [10.0.0.0/16, 10.1.0.0/16]}
  Secret: {Type: String, NoEcho: true}
Mappings:
  M: {a: {b: c}}
Conditions:
  C: !Equals [!Ref Cidr, x]
Rules:
  R: {Assertions: []}
Resources:
  A:
    Type: AWS::EC2::VPC
    Condition: C
    DependsOn: B
  B:
    Type: AWS::EC2::Subnet
    DependsOn: [A, C]
    Properties:
      X: 1
Outputs:
  O:
    Condition: C
    Value: !Ref A
    Export: {Name: !Sub "x"}
`);

  test("parameters, mappings, conditions, rules, transforms", () => {
    const cidr = template.parameters.get("Cidr");
    expect([cidr?.type, shown(cidr?.default), cidr?.allowedValues?.map(shown), cidr?.noEcho]).toEqual([
      "String",
      '"10.0.0.0/16"',
      ['"10.0.0.0/16"', '"10.1.0.0/16"'],
      false,
    ]);
    expect(template.parameters.get("Secret")?.noEcho).toBe(true);
    expect(shown(template.mappings.get("M")?.body)).toBe('{a: {b: "c"}}');
    expect(shown(template.conditions.get("C")?.body)).toBe('Equals([Ref("Cidr"), "x"])');
    expect([...template.rules.keys()]).toEqual(["R"]);
    expect(template.transforms).toEqual(["AWS::LanguageExtensions", "AWS::Include"]);
  });

  test("resources and outputs", () => {
    const { resources, outputs } = template;
    expect(
      [...resources].map(([id, r]) => [id, r.type, r.condition?.name, r.dependsOn.map(({ name }) => name)]),
    ).toEqual([
      ["A", "AWS::EC2::VPC", "C", ["B"]],
      ["B", "AWS::EC2::Subnet", undefined, ["A", "C"]],
    ]);
    expect(shown(resources.get("A")?.properties)).toBe("{}");
    expect(shown(resources.get("B")?.properties)).toBe("{X: 1}");
    const output = outputs.get("O");
    expect([shown(output?.value), shown(output?.exportName), output?.condition?.name]).toEqual([
      'Ref("A")',
      'Sub("x")',
      "C",
    ]);
  });

  test("a name declared twice, a section that is none, a resource that is no mapping", () => {
    const text = "Resources:\n  A: {Type: AWS::A::B}\n  A: {Type: AWS::C::D}\n  L: [1]\nResorces: {}\n";
    const { problems, layout } = read(text);
    const shownProblems = problems.map(({ code, span }) => {
      const { start, end } = layout.rangeOf(span);
      return [code, text.slice(start, end), start];
    });
    expect(shownProblems).toEqual([
      ["duplicate-key", "A", 36],
      ["unknown-section", "Resorces", 66],
      ["not-a-mapping", "[1]", 62],
    ]);
  });
});

describe("what cannot be listed in full", () => {
  test.each([
    ["a transform among the properties", "{Fn::Transform: {Name: AWS::Include}, V: 1}", true],
    ["a transform deep inside", "{V: [{Fn::Transform: {Name: X}}]}", true],
    ["properties that are no mapping", "!If [C, {}, {}]", true],
    ["a loop over a parameter", "{'Fn::ForEach::L': [X, !Ref P, {'${X}': 1}]}", true],
    ["a loop over a list", "{'Fn::ForEach::L': [X, [a, b], {'${X}': 1}]}", false],
    ["plain properties", "{V: 1}", false],
    ["properties not typed yet", "", false],
  ])("%s", (_, properties, open) => {
    const { resources } = read(`Resources:\n  R:\n    Type: AWS::X::Y\n    Properties: ${properties}\n`).template;
    expect(resources.get("R")?.open).toBe(open);
  });

  test("loops over literal lists are unrolled, nested ones too", () => {
    const { template } = read(`Resources:
  Fn::ForEach::Zones:
    - Zone
    - [a, b]
    - Subnet\${Zone}:
        Type: AWS::EC2::Subnet
        Properties:
          AvailabilityZone: !Ref Zone
          Tags: [{Key: Name, Value: !Sub "x-\${Zone}-\${AWS::Region}"}]
      Fn::ForEach::Numbers:
        - Number
        - [1, 2]
        - Eip&{Zone}\${Number}: {Type: AWS::EC2::EIP}
  Vpc: {Type: AWS::EC2::VPC}
`);
    expect([...template.resources.keys()]).toEqual(["Subneta", "Eipa1", "Eipa2", "Subnetb", "Eipb1", "Eipb2", "Vpc"]);
    expect(template.open).toBe(false);
    expect(shown(template.resources.get("Subnetb")?.properties)).toBe(
      '{AvailabilityZone: "b", Tags: [{Key: "Name", Value: Sub("x-b-${AWS::Region}")}]}',
    );
  });

  test("a loop over anything else leaves the template open", () => {
    const loop = (collection: string) =>
      read(`Resources:
  Fn::ForEach::L: [X, ${collection}, {"A\${X}": {Type: AWS::EC2::EIP}}]
  Vpc: {Type: AWS::EC2::VPC}`).template;
    expect(loop("!Ref Zones").open).toBe(true);
    expect([...loop("!Ref Zones").resources.keys()]).toEqual(["Vpc"]);
    expect(loop("[]").open).toBe(false);
  });

  test("a transform among the resources leaves the template open", () => {
    const { template } = read("Resources:\n  Fn::Transform: {Name: AWS::Include}\n  A: {Type: AWS::EC2::VPC}\n");
    expect([template.open, [...template.resources.keys()]]).toEqual([true, ["A"]]);
  });
});

describe("while someone types", () => {
  test.each([
    ["an empty value", "CidrBlock: ", "VPC", "{CidrBlock: null, Z: 1}"],
    ["a key without its colon", "Cid", "VPC", "{Cid: null, Z: 1}"],
    ["a function without its argument", "CidrBlock: !Ref", "VPC", "{CidrBlock: Ref(null), Z: 1}"],
    ["an open quote", 'CidrBlock: "10.0.0.0/16', "VPC", '{CidrBlock: "10.0.0.0/16", Z: 1}'],
    ["an open bracket", "CidrBlock: !Select [0, !Cidr [", "VPC", "{CidrBlock: Select(null), Z: 1}"],
  ])("%s", (_, line, type, properties) => {
    const { template } = read(`AWSTemplateFormatVersion: 2010-09-09
Resources:
  Before: {Type: AWS::EC2::EIP}
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      ${line}
      Z: 1
  After: {Type: AWS::EC2::EIP}
Outputs:
  O: {Value: 1}
`);
    expect([...template.resources.keys()]).toEqual(["Before", "Vpc", "After"]);
    expect(template.resources.get("Vpc")?.type).toBe(`AWS::EC2::${type}`);
    expect(shown(template.resources.get("Vpc")?.properties)).toBe(properties);
    expect([...template.outputs.keys()]).toEqual(["O"]);
  });

  test.each([
    ["a new name", "  Sub"],
    ["a word at the left edge", "Sub"],
    ["an entry indented too little", " Sub:\n    Type: AWS::EC2::Subnet"],
    ["an entry that closes more than it opens", "  Sub: {Type: AWS::EC2::Subnet}}}"],
    ["a tab", "\tSub:"],
  ])("%s among the resources", (_, lines) => {
    const { template } = read(`Resources:
  Before: {Type: AWS::EC2::EIP}
${lines}
  After: {Type: AWS::EC2::EIP}
Outputs:
  O: {Value: 1}
`);
    expect(template.resources.get("Before")?.type).toBe("AWS::EC2::EIP");
    expect(template.resources.get("After")?.type).toBe("AWS::EC2::EIP");
    expect([...template.outputs.keys()]).toEqual(["O"]);
  });

  test.each([
    ["a missing value", '"CidrBlock":'],
    ["a missing colon", '"Cid"'],
    ["an open quote", '"CidrBlock": "10.0'],
    ["an open brace", '"CidrBlock": {"Ref": '],
    ["a brace too many", '"CidrBlock": 1 } }'],
    ["no comma", '"CidrBlock": 1'],
  ])("%s in JSON", (_, line) => {
    const { template } = read(`{
  "AWSTemplateFormatVersion": "2010-09-09",
  "Resources": {
    "Before": { "Type": "AWS::EC2::EIP" },
    "Vpc": {
      "Type": "AWS::EC2::VPC",
      "Properties": {
        ${line}
        "Z": 1
      }
    },
    "After": { "Type": "AWS::EC2::EIP" }
  },
  "Outputs": {
    "O": { "Value": 1 }
  }
}
`);
    expect([...template.resources.keys()]).toEqual(["Before", "Vpc", "After"]);
    expect(template.resources.get("Vpc")?.type).toBe("AWS::EC2::VPC");
    expect([...template.outputs.keys()]).toEqual(["O"]);
  });
});

test("an edit keeps the objects of every other resource", () => {
  const text = (cidr: string) => `Parameters:
  P: {Type: String}
Resources:
  A: {Type: AWS::EC2::VPC, Properties: {CidrBlock: ${cidr}}}
  B: {Type: AWS::EC2::EIP}
Outputs:
  O: {Value: 1}
`;
  const reader = createCloudFormationReader("yaml");
  const before = reader.read(text("10.0.0.0/16"))?.template;
  const after = reader.read(text("!Ref P"))?.template;
  expect(shown(after?.resources.get("A")?.properties)).toBe('{CidrBlock: Ref("P")}');
  expect(after?.resources.get("B")).toBe(before?.resources.get("B"));
  expect(after?.parameters.get("P")).toBe(before?.parameters.get("P"));
  expect(after?.outputs.get("O")).toBe(before?.outputs.get("O"));
});
