/** What synthesis says of a program that is open, beside what its text says. */
import { describe, expect, test } from "vitest";
import type { CdkApp } from "../../../../server/src/features/synthesized/app.ts";
import {
  type DocumentNote,
  notesInDocument,
  outdatedNotes,
} from "../../../../server/src/features/synthesized/notes-in-document.ts";
import { type PlacedNote, readApp } from "../../../../server/src/features/synthesized/read-app.ts";
import { codeSnapshotOf } from "../../../support/snapshot.ts";
import { appFiles, app as cdkApp, manifest, metadata, overlapping } from "../../../support/synthesized.ts";

const program = (second: string, before = "") => `import { Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';

export class Net extends Stack {
  constructor(scope, id) {
    super(scope, id);
    const vpc = new ec2.CfnVPC(this, 'Vpc', { cidrBlock: '10.0.0.0/16' });
    new ec2.CfnSubnet(this, 'A', { vpcId: vpc.ref, cidrBlock: '10.0.0.0/24' });
${before}    new ec2.CfnSubnet(this, 'B', {
      vpcId: vpc.ref,
      cidrBlock: ${second},
    });
  }
}
`;
const hidden = program("computed()");

/** The notes on a program that was synthesized as it stands. */
async function noted(text: string, extra: Readonly<Record<string, object>> = {}, app: CdkApp = cdkApp) {
  const line = text.split("\n").findIndex((each) => each.includes("'B'")) + 1;
  const read = await readApp(
    app,
    appFiles({
      "cdk.json": "{}",
      "lib/net.ts": text,
      "cdk.out/manifest.json": manifest("Net"),
      "cdk.out/Net.template.json": overlapping("Net"),
      "cdk.out/Net.metadata.json": metadata({ "Net/B": [`new Net (/work/app/lib/net.ts:${line}:5)`] }),
      ...extra,
    }),
  );
  const file = read.files.get("file:///work/app/lib/net.ts");
  if (!file) throw new Error("Nothing is said of the program.");
  return file;
}

const seen = (text: string, notes: readonly DocumentNote[]) =>
  notes.map(({ note, range }) => `${note.tool ?? "ours"} ${note.rule}: ${text.slice(range.start, range.end)}`);

test("what the text hides is shown at the construct, and says where it comes from", async () => {
  const { snapshot } = await codeSnapshotOf(hidden, "typescript");
  const { notes } = notesInDocument(snapshot, await noted(hidden));
  expect(seen(hidden, notes)).toEqual(["ours subnet-overlap: new ec2.CfnSubnet"]);
  expect(notes[0]?.message.en).toMatch(/ \(From the synthesized template: Net\/B\.\)$/);
  expect(notes[0]?.message.ja).toMatch(/ \(合成されたテンプレートより: Net\/B\)$/);
});

test("what the text says as well is said once", async () => {
  const text = program("'10.0.0.128/25'");
  const { snapshot } = await codeSnapshotOf(text, "typescript");
  expect(snapshot.findings.map(({ rule }) => rule)).toEqual(["subnet-overlap"]);
  expect(notesInDocument(snapshot, await noted(text)).notes).toEqual([]);
});

test("another rule at the same construct is not the same", async () => {
  const text = program("'10.0.0.128/25'");
  const { snapshot } = await codeSnapshotOf(text, "typescript");
  const file = await noted(text);
  const other = { ...file, notes: file.notes.map((note): PlacedNote => ({ ...note, rule: "subnet-outside-vpc" })) };
  expect(notesInDocument(snapshot, other).notes).toHaveLength(1);
});

test("what a method adds to a construct belongs to the construct", async () => {
  const text = `import { Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
class Net extends Stack {
  constructor(scope, id) {
    super(scope, id);
    const vpc = new ec2.Vpc(this, 'Vpc');
    const admin = new ec2.SecurityGroup(this, 'Admin', { vpc });
    admin.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(22));
  }
}
`;
  const { snapshot } = await codeSnapshotOf(text, "typescript");
  expect(snapshot.findings.map(({ rule }) => rule)).toContain("sg-ingress-open-admin-port");
  const template = {
    Resources: {
      AdminC75D2A91: {
        Type: "AWS::EC2::SecurityGroup",
        Properties: {
          GroupDescription: "admin",
          SecurityGroupIngress: [
            { CidrIp: "0.0.0.0/0", FromPort: 22, ToPort: 22, IpProtocol: "tcp", Description: "admin" },
          ],
        },
        Metadata: { "aws:cdk:path": "Net/Admin/Resource" },
      },
    },
  };
  const stack = metadata({ "Net/Admin/Resource": ["...", "new Net (/work/app/lib/net.ts:7:19)"] });
  const file = await noted(text, { "cdk.out/Net.template.json": template, "cdk.out/Net.metadata.json": stack });
  expect(file.notes.map(({ rule }) => rule)).toEqual(["sg-ingress-open-admin-port"]);
  // The name with which the author knows it, not the one that the CDK has made of that.
  expect(file.notes[0]?.message.en).toMatch(/^Admin /);
  expect(notesInDocument(snapshot, file).notes).toEqual([]);
});

test("an edit takes it away, and taking the edit back brings it back", async () => {
  const file = await noted(hidden);
  const { snapshot: edited } = await codeSnapshotOf(`// first\n${hidden}`, "typescript");
  expect(notesInDocument(edited, file).notes).toEqual([]);
  const { snapshot: back } = await codeSnapshotOf(hidden, "typescript");
  expect(notesInDocument(back, file).notes).toHaveLength(1);
});

test("line ends that an editor has made the same, and the mark at a file's beginning, are no edit", async () => {
  const { snapshot } = await codeSnapshotOf(hidden, "typescript");
  const stored = await noted(hidden);
  const windows = { ...stored, text: `\uFEFF${hidden.replaceAll("\n", "\r\n")}` };
  expect(seen(hidden, notesInDocument(snapshot, windows).notes)).toEqual(["ours subnet-overlap: new ec2.CfnSubnet"]);
});

test("the same from several stacks is one note with all their names", async () => {
  const { snapshot } = await codeSnapshotOf(hidden, "typescript");
  const names = ["Net", "Net-dev", "Net-prod", "Net-test"];
  const [first = "", ...others] = names;
  const stacks = manifest(first, {}, Object.assign({}, ...others.map((name) => manifest(name).artifacts)));
  const extra = Object.fromEntries(
    names.flatMap((name) => [
      [`cdk.out/${name}.template.json`, overlapping(name)],
      [`cdk.out/${name}.metadata.json`, metadata({ [`${name}/B`]: ["new Net (/work/app/lib/net.ts:9:5)"] })],
    ]),
  );
  const { notes } = notesInDocument(snapshot, await noted(hidden, { ...extra, "cdk.out/manifest.json": stacks }));
  expect(notes).toHaveLength(1);
  expect(notes[0]?.message.en).toContain("(From the synthesized template: Net/B, Net-dev/B, Net-prod/B and 1 more.)");
  expect(notes[0]?.message.ja).toContain("(合成されたテンプレートより: Net/B、Net-dev/B、Net-prod/B ほか 1 件)");
});

describe("ignores", () => {
  const ignoring = program("computed()", "    // routewise-ignore subnet-overlap moved soon\n");

  test("silence what synthesis says, and are of use then", async () => {
    const { snapshot } = await codeSnapshotOf(ignoring, "typescript");
    const unused = snapshot.findings.find(({ rule }) => rule === "ignore-unused");
    expect(unused).toBeDefined();
    const file = await noted(ignoring);
    const { notes, hides } = notesInDocument(snapshot, file);
    expect(notes).toEqual([]);
    expect(unused && hides(unused)).toBe(true);
    // Nothing else is hidden, and not for another rule.
    const { hides: others } = notesInDocument(snapshot, { ...file, notes: [] });
    expect(unused && others(unused)).toBe(false);
  });

  test("are not of no use because somebody is typing, or has stored what was typed", async () => {
    const { snapshot } = await codeSnapshotOf(`// first\n${ignoring}`, "typescript");
    const [unused, ...others] = snapshot.findings.toSorted((a) => (a.rule === "ignore-unused" ? -1 : 1));
    const { hides } = notesInDocument(snapshot, await noted(ignoring));
    expect(unused && hides(unused)).toBe(true);
    expect(unused && outdatedNotes.hides(unused)).toBe(true);
    expect(others.filter(hides)).toEqual([]);
  });

  test("do not silence other tools", async () => {
    const { snapshot } = await codeSnapshotOf(ignoring, "typescript");
    const report = {
      pluginReports: [
        {
          pluginName: "Tool",
          violations: [
            { ruleName: "subnet-overlap", description: "B", violatingConstructs: [{ constructPath: "Net/B" }] },
          ],
        },
      ],
    };
    const { notes } = notesInDocument(snapshot, await noted(ignoring, { "cdk.out/validation-report.json": report }));
    expect(seen(ignoring, notes)).toEqual(["Tool subnet-overlap: new ec2.CfnSubnet"]);
    expect(notes[0]?.message).toEqual({ en: "B", ja: "B" });
  });
});

test("in Python the construct of the line is marked, else the line", async () => {
  const text = `import aws_cdk as cdk
from aws_cdk import aws_ec2 as ec2


class Net(cdk.Stack):
    def __init__(self, scope, id, **kwargs):
        super().__init__(scope, id, **kwargs)
        vpc = ec2.CfnVPC(self, "Vpc", cidr_block="10.0.0.0/16")
        self.b = ec2.CfnSubnet(self, "B", vpc_id=vpc.ref, cidr_block=computed())
        make(self)
`;
  const { snapshot } = await codeSnapshotOf(text, "python");
  for (const [line, expected] of [
    [9, "self.b = ec2.CfnSubnet"],
    [10, "make(self)"],
  ] as const) {
    const file = await noted(text, {
      "net.py": {},
      "cdk.out/Net.metadata.json": metadata({ "Net/B": [`__init__ (/work/app/lib/net.ts:${line})`] }),
    });
    expect(seen(text, notesInDocument(snapshot, file).notes)).toEqual([`ours subnet-overlap: ${expected}`]);
  }
});

test("a line that the text does not have is passed over", async () => {
  const { snapshot } = await codeSnapshotOf(hidden, "typescript");
  const stack = metadata({ "Net/B": ["new Net (/work/app/lib/net.ts:999:5)"] });
  expect(notesInDocument(snapshot, await noted(hidden, { "cdk.out/Net.metadata.json": stack })).notes).toEqual([]);
});
