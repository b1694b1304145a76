import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { rename, renameable } from "../../../../server/src/features/navigation/rename.ts";
import { occurrencesOf } from "../../../../server/src/template/occurrences.ts";
import type { Snapshot } from "../../../../server/src/workspace/snapshot.ts";
import { applyEdits } from "../../../support/apply-edits.ts";
import { rereader, snapshotOf } from "../../../support/snapshot.ts";

const template = `Parameters:
  Range: { Type: String }
Conditions:
  IsProd: !Equals [!Ref Range, x]
Resources:
  Vpc: { Type: AWS::EC2::VPC, Condition: IsProd, Properties: { CidrBlock: !Ref Range } }
  Net:
    Type: AWS::EC2::Subnet
    DependsOn: "Vpc"
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: !GetAtt Vpc.CidrBlock
      Tags: [{ Key: Name, Value: !Sub "\${Vpc} \${Vpc.CidrBlock} Vpc \${!Vpc}" }]
`;

function renamed(marked: string, to: string, notation: "yaml" | "json" = "yaml"): string {
  const { snapshot, text, cursor } = snapshotOf(marked, notation);
  const answer = rename(snapshot, cursor, to);
  if (!answer) return "nothing";
  return "refusal" in answer ? answer.refusal.en : applyEdits(text, answer.edits);
}

const renamedJson = (marked: string, to: string): string => renamed(marked, to, "json");

const on = (name: string): string => template.replace(name, `${name.slice(0, 1)}$0${name.slice(1)}`);

test("a logical ID everywhere, and not in texts that only look like it", () =>
  expect(renamed(on("Vpc:"), "Network")).toBe(
    template
      .replace("  Vpc:", "  Network:")
      .replace('"Vpc"', '"Network"')
      .replace("!Ref Vpc", "!Ref Network")
      .replace("!GetAtt Vpc.", "!GetAtt Network.")
      .replace("${Vpc} ${Vpc.CidrBlock}", "${Network} ${Network.CidrBlock}"),
  ));

test("a condition, from one of its uses", () =>
  expect(renamed(on("IsProd, Properties"), "Live")).toBe(template.replaceAll("IsProd", "Live")));

describe("refuses", () => {
  test.each([
    ["a name that is no logical ID", "My-Vpc", "letters and digits"],
    ["an empty name", "", "letters and digits"],
    ["what YAML reads as a number", "12", "YAML reads 12"],
    ["what YAML reads as a truth value", "No", "YAML reads No"],
    ["the name of another resource", "Net", "Net is there already"],
    ["the name of a parameter", "Range", "Range is there already"],
  ])("%s", (_, to, reason) => expect(renamed(on("Vpc:"), to)).toContain(reason));

  test("names that nobody declares, and those of a loop", () => {
    expect(renamed("Resources:\n  A: { Type: AWS::EC2::EIP, DependsOn: No$0body }\n", "B")).toContain(
      "Nothing in this",
    );
    expect(
      renamed(
        `Transform: AWS::LanguageExtensions
Resources:
  Fn::ForEach::Zones:
    - Zone
    - [a, c]
    - Subnet\${Zone}: { Type: AWS::EC2::Subnet }
  Use: { Type: AWS::EC2::EIP, DependsOn: Subnet$0a }
`,
        "Other",
      ),
    ).toContain("put together by a loop");
  });

  test("what AWS names: pseudo parameters, attributes", () => {
    for (const marked of [
      template.replace("!Ref Range }", "!Ref AWS::Reg$0ion }"),
      template.replace("Vpc} ", "AWS::Reg$0ion} "),
      template.replace("Vpc.CidrBlock\n", "Vpc.Cidr$0Block\n"),
    ])
      expect(renamed(marked, "Other")).toContain("a name that AWS gives");
  });

  test("while a name is declared twice, as one of the two would be left out", () =>
    expect(renamed(`${on("Vpc:")}  Net: { Type: AWS::EC2::Subnet }\n`, "Other")).toContain("declares a name twice"));

  test("a name that a Sub around it has for itself", () => {
    const own = `Resources:
  V$0pc: { Type: AWS::EC2::VPC }
  A: { Type: AWS::EC2::EIP, Properties: { Tags: [{ Key: a, Value: !Sub ["\${Vpc} \${Mine}", { Mine: x }] }] } }
`;
    expect(renamed(own, "Mine")).toContain("variable Mine of its own");
    expect(renamed(own, "Other")).toContain('"${Other} ${Mine}"');
  });

  test("nothing where there is no name", () =>
    expect(renamed(template.replace("Key: Name", "Key: Na$0me"), "Other")).toBe("nothing"));

  test("a condition may have the name of a resource", () =>
    expect(renamed(on("IsProd:"), "Net")).toContain("Condition: Net"));
});

describe("a variable of Sub's own", () => {
  const yaml =
    'Resources: { A: { Type: AWS::EC2::EIP, Properties: { Tags: [{ Value: !Sub ["${Mi$0ne} ${A} ${Mine}", { Mine: x, Two: y }] }] } } }';
  const json =
    '{ "Resources": { "A": { "Type": "AWS::EC2::EIP", "Properties": { "Tags": [{ "Value": { "Fn::Sub": ["${Mine} \\"${Mine}\\"", { "Mi$0ne": "x" }] } }] } } } }';

  test("with its key, from the text or the key, in YAML and JSON", () => {
    expect(renamed(yaml, "Own")).toContain('["${Own} ${A} ${Own}", { Own: x, Two: y }]');
    expect(renamed(yaml.replace("$0", "").replace("{ Mine", "{ Mi$0ne"), "Own")).toContain("{ Own: x, Two: y }");
    expect(renamedJson(json, "Own")).toContain('["${Own} \\"${Own}\\"", { "Own": "x" }]');
  });

  test("not to what the text names already", () => {
    for (const name of ["Two", "A"]) expect(renamed(yaml, name)).toContain(`${name} is there already`);
  });
});

test("a parameter in Rules and in what SAM's functions share", () =>
  expect(
    renamed(
      `Transform: AWS::Serverless-2016-10-31
Globals: { Function: { VpcConfig: { SubnetIds: [!Ref Net] } } }
Parameters: { N$0et: { Type: "AWS::EC2::Subnet::Id" } }
Rules: { R: { Assertions: [{ Assert: !Equals [{ "Fn::ValueOf": [Net, VpcId] }, x] }] } }
Resources: { F: { Type: AWS::Serverless::Function } }
`,
      "Home",
    ),
  ).toBe(`Transform: AWS::Serverless-2016-10-31
Globals: { Function: { VpcConfig: { SubnetIds: [!Ref Home] } } }
Parameters: { Home: { Type: "AWS::EC2::Subnet::Id" } }
Rules: { R: { Assertions: [{ Assert: !Equals [{ "Fn::ValueOf": [Home, VpcId] }, x] }] } }
Resources: { F: { Type: AWS::Serverless::Function } }
`));

test("a resource that user data names for the helper scripts", () => {
  const script = (name: string) => `          cfn-init -v --stack \${AWS::StackName} --resource ${name} --region x
          echo "path=Resources.${name}.Metadata.AWS::CloudFormation::Init" --resource Elsewhere
`;
  const server = (name: string, key = name) => `Resources:
  ${key}:
    Type: AWS::EC2::Instance
    Properties:
      UserData:
        Fn::Base64: !Sub |
${script(name)}`;
  expect(renamed(server("Server", "Ser$0ver"), "Web")).toBe(server("Web"));
  const json = (name: string, key = name) =>
    `{ "Resources": { "${key}": { "Type": "AWS::EC2::Instance", "Properties": { "UserData": { "Fn::Join": ["", ["cfn-signal", " --resource ${name}\\n"]] } } } } }`;
  expect(renamedJson(json("Server", "Ser$0ver"), "Web")).toBe(json("Web"));
});

test("the range that is renamed is the name alone", () => {
  const { snapshot, text, cursor } = snapshotOf(template.replace('"Vpc"', '"V$0pc"'));
  const found = renameable(snapshot, cursor);
  expect(found && "range" in found && text.slice(found.range.start - 1, found.range.end + 1)).toBe('"Vpc"');
});

describe("every name of the examples", () => {
  const folder = join(import.meta.dirname, "../../../../examples");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    /\.(ya?ml|json)$/.test(file),
  );

  test.each(files)("%s", (file) => {
    const text = readFileSync(join(folder, file), "utf8");
    const language = file.endsWith("json") ? "json" : "yaml";
    let snapshot: Snapshot;
    try {
      ({ snapshot } = snapshotOf(text, language));
    } catch {
      return;
    }
    for (const occurrence of occurrencesOf(snapshot.template).all) {
      if (occurrence.role !== "declaration") continue;
      const before = occurrencesOf(snapshot.template).of(occurrence.kind, occurrence.name);
      const { start } = snapshot.document.layout.rangeOf(occurrence.span);
      const answer = rename(snapshot, start, "Renamed0");
      if (!answer || "refusal" in answer) continue;
      const after = rereader(snapshot)(applyEdits(text, answer.edits));
      expect(after && occurrencesOf(after.template).of(occurrence.kind, "Renamed0")).toHaveLength(before.length);
      expect(after?.findings.map(({ rule }) => rule)).toEqual(snapshot.findings.map(({ rule }) => rule));
    }
  });
});
