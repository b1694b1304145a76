import { expect, test } from "vitest";
import { selectionRanges } from "../../../../server/src/features/selection/selection-ranges.ts";
import { snapshotOf } from "../../../support/snapshot.ts";

/** What is selected step by step, without the last ones, which are longer than a line. */
function steps(marked: string, notation: "yaml" | "json" = "yaml"): readonly string[] {
  const { snapshot, text, cursor } = snapshotOf(marked, notation);
  return selectionRanges(snapshot, cursor).map(({ start, end }) => text.slice(start, end));
}

const resource = (property: string): string => `Resources:
  Net:
    Type: AWS::EC2::Subnet
    Properties:
      ${property}
      MapPublicIpOnLaunch: false
`;

test("from a part of a block to the document", () => {
  const text = resource("CidrBlock: 10.0.0.0/24");
  expect(steps(resource("CidrBlock: 10.0$0.0.0/24"))).toEqual([
    "0",
    "10.0.0.0",
    "10.0.0.0/24",
    "CidrBlock: 10.0.0.0/24",
    "CidrBlock: 10.0.0.0/24\n      MapPublicIpOnLaunch: false",
    "Properties:\n      CidrBlock: 10.0.0.0/24\n      MapPublicIpOnLaunch: false",
    text.slice(text.indexOf("Type"), -1),
    text.slice(text.indexOf("Net"), -1),
    text.slice(0, -1),
    text,
  ]);
});

test("a variable in a text with a function", () =>
  expect(steps(resource('VpcId: !Sub "a ${V$0pc} b"')).slice(0, 6)).toEqual([
    "Vpc",
    "${Vpc}",
    "a ${Vpc} b",
    '"a ${Vpc} b"',
    '!Sub "a ${Vpc} b"',
    'VpcId: !Sub "a ${Vpc} b"',
  ]));

test("a key, an item of a list, a value in JSON", () => {
  expect(steps(resource("Ci$0drBlock: x")).slice(0, 2)).toEqual(["CidrBlock", "CidrBlock: x"]);
  expect(steps(resource("Tags: [{ Key: a }, { Key: b$0 }]")).slice(0, 5)).toEqual([
    "b",
    "Key: b",
    "{ Key: b }",
    "[{ Key: a }, { Key: b }]",
    "Tags: [{ Key: a }, { Key: b }]",
  ]);
  expect(steps('{ "Resources": { "Vpc": { "Type": "AWS::$0EC2::VPC" } } }', "json").slice(0, 5)).toEqual([
    "EC2",
    "AWS::EC2::VPC",
    '"AWS::EC2::VPC"',
    '"Type": "AWS::EC2::VPC"',
    '{ "Type": "AWS::EC2::VPC" }',
  ]);
});

test("between entries and in a broken text there is at least the document", () => {
  expect(steps("Resources:\n  Vpc: { Type: AWS::EC2::VPC }\n\n$0\n").at(-1)).toContain("Resources");
  expect(steps("Resources:\n  Vpc:\n    Type: AWS::EC2::VPC\n    Properties:\n      Ci$0\n").length).toBeGreaterThan(1);
});
