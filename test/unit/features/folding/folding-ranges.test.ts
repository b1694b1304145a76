import { expect, test } from "vitest";
import { foldingAreas } from "../../../../server/src/features/folding/folding-ranges.ts";
import { snapshotOf } from "../../../support/snapshot.ts";

/** The areas over several lines as "first line - last line: kind", one-based; without the closing bracket's line. */
function folds(text: string, notation: "yaml" | "json" = "yaml"): readonly string[] {
  const { snapshot } = snapshotOf(text, notation);
  const lineOf = (offset: number) => text.slice(0, offset).split("\n").length;
  const found = foldingAreas(snapshot).flatMap(({ range, kind, closes }) => {
    const [start, end] = [lineOf(range.start), lineOf(range.end) - (closes ? 1 : 0)];
    return end > start ? [`${start}-${end}: ${kind}`] : [];
  });
  return [...new Set(found)].sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
}

test("sections, declarations, objects, lists with their items, texts over several lines", () =>
  expect(
    folds(`Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
      Tags:
        - Key: Name
          Value: |
            several
            lines
        - Key: b
  Net: { Type: AWS::EC2::Subnet }
Outputs:
  Id:
    Value: !Ref Vpc
`),
  ).toEqual([
    "1-12: value",
    "2-11: value",
    "4-11: value",
    "6-11: value",
    "7-10: value",
    "8-10: value",
    "13-15: value",
    "14-15: value",
  ]));

test("runs of comments, and regions; a comment behind a value is none", () =>
  expect(
    folds(`# one
# two

# alone
Resources: # why
  #region networks
  # a
  # b
  Vpc: { Type: AWS::EC2::VPC }
  #endregion
  # region
  Igw: { Type: AWS::EC2::InternetGateway }
`),
  ).toEqual(["1-2: comment", "5-12: value", "6-10: region", "7-8: comment"]));

test("in JSON and in braces the line of the closing bracket stays", () => {
  expect(
    folds(
      `{
  "Resources": {
    "Vpc": {
      "Type": "AWS::EC2::VPC",
      "Properties": { "CidrBlock": "10.0.0.0/16" }
    }
  }
}
`,
      "json",
    ),
  ).toEqual(["2-6: value", "3-5: value"]);
  expect(folds("Resources:\n  Vpc: {\n    Type: AWS::EC2::VPC\n  }\n")).toEqual(["1-4: value", "2-3: value"]);
  expect(
    folds(
      "Conditions:\n  A:\n    !Equals [a, b]\n  B: !Equals [a,\n    b]\nResources:\n  V: { Type: AWS::EC2::VPC }\n",
    ),
  ).toEqual(["1-5: value", "2-3: value", "4-5: value", "6-7: value"]);
});

test("what only indentation tells: scripts in texts, dashes and tags alone on their line", () =>
  expect(
    folds(`Resources:
  Host:
    Type: AWS::EC2::Instance
    Properties:
      UserData: |
        if true; then
          # why
          yum update

        fi
      Tags:
        -
          Key: a
          Value: b
        - !If
          - IsProd
          - c
          - d
      Name: |
        last
`),
  ).toEqual([
    "1-20: value",
    "2-20: value",
    "4-20: value",
    "5-10: value",
    "6-8: value",
    "11-18: value",
    "12-14: value",
    "13-14: value",
    "15-18: value",
    "16-18: value",
    "19-20: value",
  ]));
