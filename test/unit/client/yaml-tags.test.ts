/** The tags for Red Hat's YAML extension, held against its own language server. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { getLanguageService } from "yaml-language-server";
import {
  cloudFormationTags,
  hasCloudFormationTags,
  isUnresolvedFunction,
  looksLikeTemplate,
  missingTags,
  withoutTags,
  withTags,
} from "../../../client/src/companions/yaml-tags.ts";
import { intrinsicNames } from "../../../server/src/template/expression.ts";

const everyFunction = `AWSTemplateFormatVersion: "2010-09-09"
Conditions:
  A: !Equals [!Ref Stage, prod]
  B: !And [!Condition A, !Not [!Condition A]]
  C: !Or
    - !Condition A
    - Condition: B
Resources:
  Included: !Transform { Name: AWS::Include, Parameters: { Location: s3://bucket/file.yaml } }
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: !FindInMap [Blocks, !Ref AWS::Region, Vpc]
  Subnet:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !If [A, !Ref Vpc, !ImportValue network-vpc]
      CidrBlock: !Select [0, !Cidr [!GetAtt Vpc.CidrBlock, 4, 8]]
      AvailabilityZone: !Select
        - 0
        - !GetAZs
          Ref: AWS::Region
      Tags:
        - { Key: Name, Value: !Sub "\${AWS::StackName}-a" }
        - { Key: Zones, Value: !Join [",", !GetAZs ""] }
        - Key: Parts
          Value: !Select [1, !Split [".", !GetAtt [Vpc, CidrBlock]]]
        - Key: Owner
          Value: !ImportValue
            Fn::Sub: "\${Network}-owner"
        - Key: Text
          Value: !Sub
            - "\${x}"
            - x: !Base64 text
        - Key: Data
          Value: !Base64
            Fn::Sub: "\${AWS::Region}"
`;

async function messages(customTags: readonly string[], text: string): Promise<readonly string[]> {
  const service = getLanguageService({
    schemaRequestService: async () => "{}",
    workspaceContext: { resolveRelativePath: (path: string) => path },
  });
  service.configure({ validate: true, customTags: [...customTags], schemas: [] });
  const document = TextDocument.create("file:///w/template.yaml", "yaml", 1, text);
  return (await service.doValidation(document, false)).map(({ message }) => message);
}

describe("the language server of the YAML extension", () => {
  test("marks the functions as we expect it to, unless it is told", async () => {
    const found = await messages([], everyFunction);
    expect(found.length).toBeGreaterThan(10);
    expect(found.filter((message) => !isUnresolvedFunction(message))).toEqual([]);
  });

  test("marks nothing with our tags", async () => {
    expect(await messages(cloudFormationTags, everyFunction)).toEqual([]);
  });

  test("needs every one of them", async () => {
    for (const tag of cloudFormationTags) {
      const rest = cloudFormationTags.filter((each) => each !== tag);
      expect(await messages(rest, everyFunction), tag).not.toEqual([]);
    }
  });
});

test.each(["together.md", "together.ja.md"])("docs/%s lists them", (name) => {
  const text = readFileSync(fileURLToPath(new URL(`../../../docs/${name}`, import.meta.url)), "utf8");
  const [, list = ""] = /"yaml\.customTags": (\[[^\]]+\])/.exec(text) ?? [];
  expect(JSON.parse(list)).toEqual(cloudFormationTags);
});

test("the tags are functions that the server reads", () => {
  const names = cloudFormationTags.map((tag) => /^!(\w+) /.exec(tag)?.[1]);
  expect(names.filter((name) => !intrinsicNames.some((each) => each === name))).toEqual([]);
});

test.each([
  ["Unresolved tag: !Ref", true],
  ["Unresolved tag: !GetAtt", true],
  ["Unresolved tag: !reference", false],
  ["Unresolved tag: !Refs", false],
  ["Incorrect type. Expected string.", false],
])("%j is about a function of CloudFormation: %s", (message, expected) => {
  expect(isUnresolvedFunction(message)).toBe(expected);
});

test.each([
  [everyFunction, true],
  ["Resources:\n  Vpc:\n    Type: 'AWS::EC2::VPC'\n", true],
  ["resources:\n  Resources:\n    Vpc:\n      Type: AWS::EC2::VPC\n", false],
  ["services:\n  web:\n    image: !Ref image\n", false],
  ["Resources:\n  - !Ref a\n", false],
])("a template is told by its resources (%#)", (text, expected) => {
  expect(looksLikeTemplate(text)).toBe(expected);
});

describe("the setting", () => {
  test.each([[undefined], [null], ["!Ref"], [{ "!Ref": "scalar" }], [[1, null]], [[]]])(
    "%j has no tags, and gets them all",
    (setting) => {
      expect(hasCloudFormationTags(setting)).toBe(false);
      expect(missingTags(setting)).toEqual(cloudFormationTags);
    },
  );

  test("tags of others count as dealt with, in any spelling", () => {
    for (const tag of ["!Ref", "!Ref scalar", "!Sub Sequence", "!If sequence:string"]) {
      expect(hasCloudFormationTags(["!include", tag]), tag).toBe(true);
    }
    for (const tag of ["!ENV scalar", "!Ref sequence", "!ref"]) {
      expect(hasCloudFormationTags([tag]), tag).toBe(false);
    }
  });

  test("what is there stays, and is not named twice", () => {
    const setting = ["!include", "!Ref", "!FindInMap sequence:string"];
    const missing = missingTags(setting);
    expect(missing).not.toContain("!Ref scalar");
    expect(missing).not.toContain("!FindInMap sequence");
    expect(withTags(setting, missing).slice(0, 3)).toEqual(setting);
    expect(missingTags(withTags(setting, missing))).toEqual([]);
  });

  test("taking the tags out leaves what others have", () => {
    const setting = ["!include", "!Ref"];
    const added = missingTags(setting);
    expect(withoutTags([...withTags(setting, added), "!later"], added)).toEqual([...setting, "!later"]);
    expect(withoutTags(withTags(undefined, added), added)).toBeUndefined();
  });
});
