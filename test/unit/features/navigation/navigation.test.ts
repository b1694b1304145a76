import { describe, expect, test } from "vitest";
import type { TextRange } from "../../../../server/src/base/span.ts";
import { definitions } from "../../../../server/src/features/navigation/definition.ts";
import { references } from "../../../../server/src/features/navigation/references.ts";
import { snapshotOf } from "../../../support/snapshot.ts";

const head = `Metadata:
  AWS::CloudFormation::Interface:
    ParameterGroups:
      - Parameters: [Range]
    ParameterLabels:
      Range: { default: Block }
Parameters:
  Range: { Type: String, Default: 10.0.0.0/16 }
Mappings:
  Zones:
    a: { b: c }
Conditions:
  IsProd: !Equals [!Ref Range, x]
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: !Ref Range
`;
const yaml = (properties: string): string => `${head}  Net:
    Type: AWS::EC2::Subnet
    Properties:
${properties}
`;

/** The line of a range with the range in brackets. */
function shown(text: string, { start, end }: TextRange): string {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const to = text.indexOf("\n", end);
  return `${text.slice(from, start)}[${text.slice(start, end)}]${text.slice(end, to < 0 ? undefined : to)}`.trim();
}

function definitionOf(marked: string, notation: "yaml" | "json" = "yaml"): readonly string[] {
  const { snapshot, text, cursor } = snapshotOf(marked, notation);
  return definitions(snapshot, cursor).map(({ name }) => shown(text, name));
}

function referencesOf(marked: string): readonly string[] {
  const { snapshot, text, cursor } = snapshotOf(marked);
  return references(snapshot, cursor).map(
    ({ range, isDeclaration }) => (isDeclaration ? "* " : "") + shown(text, range),
  );
}

describe("definition", () => {
  test.each([
    ["Ref of a resource", "      VpcId: !Ref V$0pc", "[Vpc]:"],
    [
      "Ref of a parameter, long",
      "      CidrBlock: { Ref: Range$0 }",
      "[Range]: { Type: String, Default: 10.0.0.0/16 }",
    ],
    ["a name in Sub", "      CidrBlock: !Sub '${Ra$0nge}'", "[Range]: { Type: String, Default: 10.0.0.0/16 }"],
    ["a name in several lines of Sub", "      CidrBlock: !Sub |\n        a ${$0Vpc}", "[Vpc]:"],
    ["the resource of GetAtt", "      CidrBlock: !GetAtt $0Vpc.CidrBlock", "[Vpc]:"],
    ["the property that an attribute repeats", "      CidrBlock: !GetAtt Vpc.Cidr$0Block", "[CidrBlock]: !Ref Range"],
    ["the same in Sub", "      CidrBlock: !Sub '${Vpc.Cid$0rBlock}'", "[CidrBlock]: !Ref Range"],
    ["an attribute of AWS's own", "      CidrBlock: !GetAtt Vpc.Default$0NetworkAcl", "[Vpc]:"],
    ["a condition", "      CidrBlock: !If [IsP$0rod, a, b]", "[IsProd]: !Equals [!Ref Range, x]"],
    ["a mapping", "      CidrBlock: !FindInMap [Zo$0nes, a, b]", "[Zones]:"],
    ["its first key", "      CidrBlock: !FindInMap [Zones, $0a, b]", "[a]: { b: c }"],
    ["its second key", "      CidrBlock: !FindInMap [Zones, a, b$0]", "a: { [b]: c }"],
    [
      "a variable of Sub's own",
      "      CidrBlock: !Sub ['${Mi$0ne}', { Mine: x }]",
      "CidrBlock: !Sub ['${Mine}', { [Mine]: x }]",
    ],
  ])("of %s", (_, property, target) => expect(definitionOf(yaml(property))).toEqual([target]));

  test("of names of resources and outputs in attributes", () => {
    expect(definitionOf(`${head}  A: { Type: AWS::EC2::EIP, DependsOn: [V$0pc] }\n`)).toEqual(["[Vpc]:"]);
    expect(definitionOf(`${head}  A: { Type: AWS::EC2::EIP, Condition: IsProd$0 }\n`)).toEqual([
      "[IsProd]: !Equals [!Ref Range, x]",
    ]);
    expect(definitionOf(`${head}Outputs: { A: { Value: !Ref Vpc, Condition: $0IsProd } }\n`)).toHaveLength(1);
  });

  test("of parameters in the console's groups and labels", () => {
    for (const place of ["Parameters: [Ran$0ge]", "Ran$0ge: { default: Block }"]) {
      const marked = yaml("      VpcId: !Ref Vpc").replace(place.replace("$0", ""), place);
      expect(definitionOf(marked)).toEqual(["[Range]: { Type: String, Default: 10.0.0.0/16 }"]);
    }
  });

  test("of the declaration itself, so that editors offer its uses instead", () =>
    expect(definitionOf(yaml("      VpcId: !Ref Vpc").replace("  Vpc:", "  V$0pc:"))).toEqual(["[Vpc]:"]));

  test("of nothing: pseudo parameters, unknown names and keys, values, escaped text", () => {
    for (const property of [
      "      CidrBlock: !Ref AWS::Reg$0ion",
      "      CidrBlock: !Ref Nobo$0dy",
      "      CidrBlock: !FindInMap [Zones, z$0, b]",
      "      CidrBlock: 10.0$0.0.0/24",
      "      CidrBlock: !Sub '${!Ra$0nge}'",
      "      CidrBlock: !Ref $0",
      "      CidrBlock: !Sub '${$0",
    ])
      expect(definitionOf(yaml(property))).toEqual([]);
  });

  test("in JSON, inside strings", () =>
    expect(
      definitionOf(
        '{ "Resources": {\n"A": { "Type": "AWS::EC2::VPC" },\n"B": { "Type": "AWS::EC2::Subnet", "Properties": { "Tags": [{ "Key": "a", "Value": { "Fn::Sub": "\\"${$0A}\\"" } }] } } } }',
        "json",
      ),
    ).toEqual(['"[A]": { "Type": "AWS::EC2::VPC" },']));
});

describe("references", () => {
  test("of a parameter, from any of its places", () => {
    const all = [
      "* [Range]: { Type: String, Default: 10.0.0.0/16 }",
      "IsProd: !Equals [!Ref [Range], x]",
      "CidrBlock: !Ref [Range]",
      "CidrBlock: !Sub '${[Range]}/${AWS::Region}'",
      "[Range]: { default: Block }",
      "- Parameters: [[Range]]",
    ];
    const text = yaml("      CidrBlock: !Sub '${Range}/${AWS::Region}'");
    for (const at of [text.indexOf("Range"), text.indexOf("Range: { Type"), text.lastIndexOf("Range}")]) {
      expect(referencesOf(`${text.slice(0, at + 2)}$0${text.slice(at + 2)}`)).toEqual(all);
    }
  });

  test("of a name that nobody declares", () =>
    expect(referencesOf(yaml("      VpcId: !Ref Nobo$0dy"))).toEqual(["VpcId: !Ref [Nobody]"]));

  test("of a variable of Sub's own", () =>
    expect(referencesOf(yaml("      CidrBlock: !Sub ['${Mi$0ne} ${Mine}', { Mine: x }]"))).toEqual([
      "* CidrBlock: !Sub ['${Mine} ${Mine}', { [Mine]: x }]",
      "CidrBlock: !Sub ['${[Mine]} ${Mine}', { Mine: x }]",
      "CidrBlock: !Sub ['${Mine} ${[Mine]}', { Mine: x }]",
    ]));

  test("through an alias, each place once", () =>
    expect(
      referencesOf(`Resources:
  Vpc: { Type: AWS::EC2::VPC }
  A: &a { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vp$0c } }
  B: *a
`),
    ).toHaveLength(2));
});
