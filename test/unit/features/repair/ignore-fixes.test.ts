/** What the fixes that ignore a finding make of a text. Each result parses, and the finding is gone. */
import { describe, expect, test } from "vitest";
import { ignoreFixes } from "../../../../server/src/features/repair/ignore-fixes.ts";
import { applyEdits } from "../../../support/apply-edits.ts";
import { found, ignored, snapshotIn } from "../../../support/check-ignores.ts";
import { knowledge } from "../../../support/snapshot.ts";

const rule = "cidr-host-bits";

/** Checks the texts by the fixes' titles, and that each leaves nothing to be said. */
async function check(before: string, expected: Readonly<Record<string, string>>): Promise<void> {
  const texts = await ignored(before, rule);
  expect(Object.fromEntries(texts)).toEqual(expected);
  const others = (await found(before)).filter((each) => !each.startsWith(rule));
  for (const text of texts.values()) expect(await found(text)).toEqual(others);
}

const here = `Ignore ${rule} here`;
const whole = `Ignore ${rule} for all of Vpc`;

test("YAML: behind the line, and behind the logical ID", async () => {
  const vpc = (id = "", line = "") => `Resources:
  Vpc:${id}
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.1/16${line}
`;
  await check(vpc(), {
    [here]: vpc("", ` # routewise-ignore ${rule}`),
    [whole]: vpc(` # routewise-ignore ${rule}`),
  });
});

test("YAML: a comment that is there stays, and ours stands above", async () => {
  const vpc = (above = "", aboveId = "") => `Resources:
${aboveId}  Vpc: # the office
    Type: AWS::EC2::VPC
    Properties:
${above}      CidrBlock: 10.0.0.1/16 # agreed
`;
  await check(vpc(), {
    [here]: vpc(`      # routewise-ignore ${rule}\n`),
    [whole]: vpc("", `  # routewise-ignore ${rule}\n`),
  });
});

test("YAML: a comment of ours names one more rule", async () => {
  const vpc = (rules: string) => `Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.1/16 # routewise-ignore ${rules} agreed
`;
  const texts = await ignored(vpc("subnet-overlap"), rule);
  expect(texts.get(here)).toBe(vpc(`subnet-overlap, ${rule}`));
});

test("YAML: Windows' line breaks, and a line that would grow too long", async () => {
  const long = `{ CidrBlock: 10.0.0.1/16, Tags: [{ Key: Name, Value: ${"a".repeat(60)} }] }`;
  const vpc = (above = "", id = "") =>
    `Resources:\r\n  Vpc:${id}\r\n    Type: AWS::EC2::VPC\r\n${above}    Properties: ${long}\r\n`;
  await check(vpc(), {
    [here]: vpc(`    # routewise-ignore ${rule}\r\n`),
    [whole]: vpc("", ` # routewise-ignore ${rule}`),
  });
});

test("YAML in flow style: a line that is the resource's own", async () => {
  const vpc = (comment = "") =>
    `Resources:\n  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.1/16 } }${comment}\n`;
  await check(vpc(), { [whole]: vpc(` # routewise-ignore ${rule}`) });
});

test("JSON: in the resource's metadata, which are made where there are none", async () => {
  const vpc = (metadata = "") => `{
  "Resources": {
    "Vpc": {
      "Type": "AWS::EC2::VPC",
      "Properties": {
        "CidrBlock": "10.0.0.1/16"
      }${metadata}
    }
  }
}
`;
  await check(vpc(), {
    [whole]: vpc(`,
      "Metadata": {
        "routewise": {
          "ignore": [
            {
              "rule": "${rule}"
            }
          ]
        }
      }`),
  });
});

test("JSON: beside another note", async () => {
  const vpc = (more = "") => `{
  "Resources": {
    "Vpc": {
      "Type": "AWS::EC2::VPC",
      "Metadata": {
        "routewise": {
          "ignore": [
            { "rule": "subnet-overlap", "reason": "agreed" }${more}
          ]
        }
      },
      "Properties": { "CidrBlock": "10.0.0.1/16" }
    }
  }
}
`;
  const texts = await ignored(vpc(), rule);
  expect([...texts]).toEqual([[whole, vpc(`,\n            {\n              "rule": "${rule}"\n            }`)]]);
});

test("TypeScript", async () => {
  const program = (id = "", line = "") => `import { aws_ec2 as ec2, Stack } from "aws-cdk-lib";
class Network extends Stack {
  constructor(scope: any, id: string) {
    super(scope, id);
    new ec2.CfnVPC(this, "Vpc", {${id}
      cidrBlock: "10.0.0.1/16",${line}
    });
  }
}
`;
  await check(program(), {
    [here]: program("", ` // routewise-ignore ${rule}`),
    [whole]: program(` // routewise-ignore ${rule}`),
  });
});

test("Python", async () => {
  const program = (id = "", line = "") => `from aws_cdk import Stack, aws_ec2 as ec2
class Network(Stack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        ec2.CfnVPC(self, "Vpc",${id}
            cidr_block="10.0.0.1/16",${line}
        )
`;
  await check(program(), {
    [here]: program("", `  # routewise-ignore ${rule}`),
    [whole]: program(`  # routewise-ignore ${rule}`),
  });
});

describe("the wrong example of every rule", () => {
  test.each(knowledge.rulePages.map(({ id }) => id))("%s", async (id) => {
    const example = /```(?:yaml|json) wrong\n([\s\S]*?)```/.exec(knowledge.rulePage(id)?.body.en ?? "")?.[1] ?? "";
    const before = await snapshotIn(example);
    const count = (snapshot: typeof before) => snapshot.findings.filter(({ rule }) => rule === id).length;
    const finding = before.findings.find((each) => each.rule === id);
    if (!finding) throw new Error("The example has no finding.");
    const fixes = ignoreFixes(before, finding);
    expect(fixes.length).toBeGreaterThan(0);
    for (const { title, edits } of fixes) {
      const after = await snapshotIn(applyEdits(before.text, edits));
      expect(after.document.problems.length, title.en).toBeLessThanOrEqual(before.document.problems.length);
      expect(count(after), title.en).toBeLessThan(count(before));
      const others = (snapshot: typeof before) =>
        snapshot.findings.map(({ rule }) => rule).filter((rule) => rule !== id);
      expect(others(after), title.en).toEqual(others(before));
    }
  });
});
