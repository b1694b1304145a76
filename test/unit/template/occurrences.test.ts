import { describe, expect, test } from "vitest";
import { type NameKind, occurrencesOf } from "../../../server/src/template/occurrences.ts";
import { snapshotOf } from "../../support/snapshot.ts";

/** The occurrences of a name, each as the line in which it stands with the name in brackets. */
function occurrences(text: string, kind: NameKind, name: string): readonly string[] {
  const { snapshot } = snapshotOf(text, text.startsWith("{") ? "json" : "yaml");
  return occurrencesOf(snapshot.template)
    .of(kind, name)
    .map(({ span }) => {
      const { start, end } = snapshot.document.layout.rangeOf(span);
      const from = text.lastIndexOf("\n", start - 1) + 1;
      const line = `${text.slice(from, start)}[${text.slice(start, end)}]${text.slice(end).split("\n")[0]}`;
      return line.trim();
    });
}

const yaml = `Parameters:
  Range: { Type: String, Default: 10.0.0.0/16 }
Mappings:
  Zones: { a: { b: c } }
Conditions:
  IsProd: !Equals [!Ref Range, x]
  Other: !Not [!Condition IsProd]
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Condition: IsProd
    DependsOn: [Igw, "Other"]
    Properties:
      CidrBlock: !Ref Range
      Tags:
        - { Key: a, Value: !Sub "\${AWS::Region} \${Range} \${ Igw.InternetGatewayId } \${!Range} \${Own}" }
        - Key: b
          Value: !Sub
            - |
              line \${Range}
              and \${Mine}
            - Mine: !FindInMap [Zones, a, b]
        - { Key: c, Value: !If [IsProd, !GetAtt Igw.InternetGatewayId, { "Fn::GetAtt": ["Igw", "InternetGatewayId"] }] }
  Igw: { Type: AWS::EC2::InternetGateway }
Outputs:
  Id: { Value: !Ref Vpc, Condition: IsProd }
`;

describe("where names stand", () => {
  test("a parameter in Ref, in one line and in several of Sub", () =>
    expect(occurrences(yaml, "parameter", "Range")).toEqual([
      "[Range]: { Type: String, Default: 10.0.0.0/16 }",
      "IsProd: !Equals [!Ref [Range], x]",
      "CidrBlock: !Ref [Range]",
      '- { Key: a, Value: !Sub "${AWS::Region} ${[Range]} ${ Igw.InternetGatewayId } ${!Range} ${Own}" }',
      "line ${[Range]}",
    ]));

  test("a resource in DependsOn, GetAtt of both forms and Sub", () =>
    expect(occurrences(yaml, "resource", "Igw")).toEqual([
      "[Igw]: { Type: AWS::EC2::InternetGateway }",
      'DependsOn: [[Igw], "Other"]',
      '- { Key: a, Value: !Sub "${AWS::Region} ${Range} ${ [Igw].InternetGatewayId } ${!Range} ${Own}" }',
      expect.stringContaining("!GetAtt [Igw].InternetGatewayId"),
      expect.stringContaining('["[Igw]", "InternetGatewayId"]'),
    ]));

  test("a condition in conditions, If, resources and outputs; DependsOn names resources alone", () => {
    expect(occurrences(yaml, "condition", "IsProd")).toEqual([
      "[IsProd]: !Equals [!Ref Range, x]",
      "Other: !Not [!Condition [IsProd]]",
      "Condition: [IsProd]",
      expect.stringContaining("!If [[IsProd],"),
      "Id: { Value: !Ref Vpc, Condition: [IsProd] }",
    ]);
    expect(occurrences(yaml, "condition", "Other")).toEqual(["[Other]: !Not [!Condition IsProd]"]);
    expect(occurrences(yaml, "resource", "Other")).toEqual(['DependsOn: [Igw, "[Other]"]']);
  });

  test("a mapping in FindInMap; variables of Sub's own are no names of the template", () => {
    expect(occurrences(yaml, "mapping", "Zones")).toHaveLength(2);
    expect(occurrences(yaml, "resource", "Mine")).toEqual([]);
    expect(occurrences(yaml, "resource", "Own")).toHaveLength(1);
    expect(occurrences(yaml, "resource", "AWS::Region")).toEqual([]);
  });

  test("a variable of Sub's own, by the Sub that declares it", () => {
    const { snapshot } = snapshotOf(yaml);
    expect(occurrencesOf(snapshot.template).ownVariables.map(({ name, role }) => [name, role])).toEqual([
      ["Mine", "declaration"],
      ["Mine", "reference"],
    ]);
  });

  test("a resource behind which SAM makes another, and one in a script, where it is there", () => {
    const text = `Resources:
  Api: { Type: AWS::Serverless::Api }
  A: { Type: AWS::EC2::Instance, Properties: { Stage: !Ref Api.Stage, UserData: "cfn-init --resource Api --resource Nobody" } }
`;
    expect(occurrences(text, "resource", "Api").slice(1)).toEqual([
      expect.stringContaining("!Ref [Api].Stage"),
      expect.stringContaining("--resource [Api] --resource Nobody"),
    ]);
    expect(occurrences(text, "resource", "Nobody")).toEqual([]);
  });

  test("in JSON without its quotes", () =>
    expect(
      occurrences(
        '{ "Resources": { "A": { "Type": "AWS::EC2::VPC", "Properties": { "X": { "Fn::Sub": "\\"${B}\\" ${B.Y}" } } },\n"B": { "Type": "AWS::EC2::VPC" } } }',
        "resource",
        "B",
      ),
    ).toEqual([
      '"[B]": { "Type": "AWS::EC2::VPC" } } }',
      expect.stringContaining('"\\"${[B]}\\" ${B.Y}"'),
      expect.stringContaining('"\\"${B}\\" ${[B].Y}"'),
    ]));

  test("a name that a loop puts together is not written as it is", () => {
    const { snapshot } = snapshotOf(`Transform: AWS::LanguageExtensions
Resources:
  Fn::ForEach::Zones:
    - Zone
    - [a, c]
    - Subnet\${Zone}: { Type: AWS::EC2::Subnet, DependsOn: Vpc }
  Vpc: { Type: AWS::EC2::VPC }
`);
    const { of } = occurrencesOf(snapshot.template);
    expect(of("resource", "Subneta").map(({ written }) => written)).toEqual([false]);
    expect(of("resource", "Vpc").map(({ written }) => written)).toEqual([true, true, true]);
  });
});
