/** What an ignore takes out of the findings, in every notation, and what is said of one that is of no use. */
import { describe, expect, test } from "vitest";
import { createSnapshot } from "../../../server/src/workspace/create-snapshot.ts";
import { found, repaired, snapshotIn } from "../../support/check-ignores.ts";
import { spec } from "../../support/snapshot.ts";

const rule = "cidr-host-bits";

/** A VPC whose block has host bits, with texts at the places where comments may stand. */
function yaml({ aboveId = "", behindId = "", above = "", behind = "", attributes = "", end = "" } = {}): string {
  return `Resources:
${aboveId}  Vpc:${behindId}
    Type: AWS::EC2::VPC
${attributes}    Properties:
${above}      CidrBlock: 10.0.0.1/16${behind}
  Other:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.1.0.1/16
${end}`;
}

const own = `${rule} "10.0.0.1/16"`;
const other = `${rule} "10.1.0.1/16"`;

test("both are found without", async () => expect(await found(yaml())).toEqual([own, other]));

describe("a comment", () => {
  test.each([
    ["behind the finding", { behind: ` # routewise-ignore ${rule} agreed with the office` }],
    ["above the finding", { above: `      # routewise-ignore ${rule}\n` }],
    ["above, with other comments between", { above: `      # routewise-ignore ${rule}\n      # and more\n` }],
    ["behind the logical ID", { behindId: ` # routewise-ignore ${rule}` }],
    ["above the logical ID", { aboveId: `  # routewise-ignore ${rule} why\n` }],
    ["with several rules", { behind: ` # routewise-ignore subnet-overlap, ${rule} why` }],
    ["with a colon", { behind: ` # routewise-ignore: ${rule}` }],
  ])("%s", async (_, places) => {
    const left = await found(yaml(places));
    expect(left).not.toContain(own);
    expect(left).toContain(other);
  });

  test("above a logical ID in the middle of the section", async () => {
    const text = yaml().replace("  Other:", `  # routewise-ignore ${rule}\n  Other:`);
    expect(await found(text)).toEqual([own]);
  });

  test.each([
    ["in a quoted text", { attributes: `    Metadata: { a: "# routewise-ignore ${rule}" }\n` }],
    [
      "in a block of text",
      { attributes: `    Metadata:\n      a: |\n        # routewise-ignore ${rule}\n        x\n` },
    ],
    ["that only mentions the word", { behind: ` # see routewise-ignore ${rule}` }],
    ["that begins with another word", { behind: ` # routewise-ignored ${rule}` }],
  ])("%s is none", async (_, places) => expect(await found(yaml(places))).toEqual([own, other]));

  test("in flow style and in a file that is parsed whole", async () => {
    const text = `# first\n{ Resources: {\n  Vpc: { Type: "AWS::EC2::VPC", Properties: { CidrBlock: 10.0.0.1/16 } }, # routewise-ignore ${rule}\n} }\n`;
    expect(await found(text)).toEqual([]);
  });
});

describe("metadata", () => {
  const metadata = (items: string) => `    Metadata:\n      routewise:\n        ignore: ${items}\n`;

  test.each([
    `[{ rule: ${rule}, reason: agreed }]`,
    `\n          - rule: ${rule}\n            reason: agreed`,
    `[${rule}]`,
    rule,
  ])("of a resource: %s", async (items) => expect(await found(yaml({ attributes: metadata(items) }))).toEqual([other]));

  test("of the template", async () => {
    expect(await found(yaml({ end: `Metadata:\n  routewise:\n    ignore: [{ rule: ${rule} }]\n` }))).toEqual([]);
  });

  test("in JSON", async () => {
    const vpc = { Type: "AWS::EC2::VPC", Properties: { CidrBlock: "10.0.0.1/16" } };
    const ignore = [{ rule, reason: "agreed" }];
    const template = (metadata: object) =>
      JSON.stringify({ Resources: { Vpc: { ...vpc, ...metadata } } }, undefined, 2);
    expect(await found(template({}))).toEqual([`${rule} "\\"10.0.0.1/16\\""`]);
    expect(await found(template({ Metadata: { routewise: { ignore } } }))).toEqual([]);
  });
});

describe("programs", () => {
  test("TypeScript: behind the line, above it, and for a construct as a whole", async () => {
    const program = (above: string, behind: string) => `import { aws_ec2 as ec2, Stack } from "aws-cdk-lib";
class Network extends Stack {
  constructor(scope: any, id: string) {
    super(scope, id);
    ${above}
    new ec2.CfnVPC(this, "Vpc", {
      cidrBlock: "10.0.0.1/16", ${behind}
    });
  }
}
`;
    expect(await found(program("", ""))).toHaveLength(1);
    expect(await found(program(`// routewise-ignore ${rule} agreed`, ""))).toEqual([]);
    expect(await found(program("", `// routewise-ignore ${rule}`))).toEqual([]);
    expect(await found(program("", `/* routewise-ignore ${rule} */`))).toEqual([]);
    expect(await found(program(`const text = "// routewise-ignore ${rule}";`, ""))).toHaveLength(1);
  });

  test("Python", async () => {
    const program = (comment: string) => `from aws_cdk import Stack, aws_ec2 as ec2
class Network(Stack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        ${comment}
        ec2.CfnVPC(self, "Vpc", cidr_block="10.0.0.1/16")
`;
    expect(await found(program(""))).toHaveLength(1);
    expect(await found(program(`# routewise-ignore ${rule} agreed`))).toEqual([]);
  });
});

describe("of no use", () => {
  test("a rule that finds nothing there is a hint that fades, and can be taken out", async () => {
    const text = yaml({ behind: " # routewise-ignore subnet-overlap, cidr-host-bits agreed" });
    const { findings } = await snapshotIn(text);
    const [hint] = findings.filter((finding) => finding.rule === "ignore-unused");
    expect(hint).toMatchObject({ severity: "hint", tags: ["unnecessary"] });
    expect(hint?.message.en).toBe("subnet-overlap finds nothing here any more; this ignore can go.");
    expect(await repaired(text, "ignore-unused")).toEqual(
      new Map([["Remove this ignore", yaml({ behind: " # routewise-ignore cidr-host-bits agreed" })]]),
    );
  });

  test.each([
    ["behind a line", { behind: " # routewise-ignore subnet-overlap why" }],
    ["above", { above: "      # routewise-ignore subnet-overlap why\n" }],
    [
      "the only metadata",
      { attributes: "    Metadata:\n      routewise:\n        ignore: [{ rule: subnet-overlap }]\n" },
    ],
  ])("taken out whole: %s", async (_, places) => {
    expect(await repaired(yaml(places), "ignore-unused")).toEqual(new Map([["Remove this ignore", yaml()]]));
  });

  test("one of several in metadata, which keep what else they hold", async () => {
    const attributes = (items: string) => `    Metadata:\n      a: 1\n      routewise:\n        ignore:\n${items}`;
    const kept = `          - rule: ${rule}\n`;
    const text = yaml({ attributes: attributes(`${kept}          - rule: subnet-overlap\n`) });
    expect([...(await repaired(text, "ignore-unused")).values()]).toEqual([yaml({ attributes: attributes(kept) })]);
  });

  test("an unknown rule: what was meant, and a fix that writes it", async () => {
    const text = yaml({ behind: " # routewise-ignore cidr-hostbits agreed" });
    expect(await found(text)).toEqual([own, 'ignore-unknown-rule "cidr-hostbits"', other]);
    const fixes = await repaired(text, "ignore-unknown-rule");
    expect([...fixes.keys()]).toEqual(["Change to cidr-host-bits", "Remove this ignore"]);
    expect(fixes.get("Change to cidr-host-bits")).toBe(yaml({ behind: ` # routewise-ignore ${rule} agreed` }));
  });

  test("no rule at all", async () => {
    expect(await found(yaml({ behind: " # routewise-ignore" }))).toContain('ignore-unknown-rule "# routewise-ignore"');
  });

  test("above an empty line, where nothing is covered", async () => {
    const text = yaml({ aboveId: `  # routewise-ignore ${rule}\n\n` });
    expect(await found(text)).toEqual([`ignore-unused "${rule}"`, own, other]);
  });

  test("a hint can't be ignored, and silence about it asks for a setting", async () => {
    const text = yaml({ behind: " # routewise-ignore ignore-unused, ignore-unknown-rule" });
    expect(await found(text)).toEqual([
      own,
      'ignore-unknown-rule "ignore-unused"',
      'ignore-unknown-rule "ignore-unknown-rule"',
      other,
    ]);
  });

  test.each([
    ["the rule is switched off", { rules: { [rule]: "off" } }],
    ["its group is", { rules: {}, groups: { addressing: "off" } }],
    ["the hints are", { rules: { "ignore-unused": "off" } }],
  ])("is not said where %s", async (_, settings) => {
    const snapshot = await snapshotIn(
      yaml({ end: "  # routewise-ignore cidr-host-bits\n  C: { Type: AWS::EC2::VPC }\n" }),
    );
    const { uri, version, languageId: language, text, document: read } = snapshot;
    const services = { spec, createReader: () => undefined, onRuleFailure: () => undefined };
    const { findings } = createSnapshot({ uri, version, language, text, read }, services, settings);
    expect(findings.map((finding) => finding.rule)).not.toContain("ignore-unused");
  });
});
