/** From the files of a cloud assembly to notes on lines of the sources. */
import { describe, expect, test } from "vitest";
import { appOf } from "../../../../server/src/features/synthesized/app.ts";
import { type AppFiles, readApp } from "../../../../server/src/features/synthesized/read-app.ts";
import { app, appFiles, type Content, manifest, metadata, overlapping } from "../../../support/synthesized.ts";

const program = `class Net extends Stack {
  constructor(scope, id) {
    super(scope, id);
    const vpc = new ec2.CfnVPC(this, "Vpc", { cidrBlock });
    new ec2.CfnSubnet(this, "A", { vpcId: vpc.ref, cidrBlock: first });
    new ec2.CfnSubnet(this, "B", { vpcId: vpc.ref, cidrBlock: second });
  }
}
`;
/** Lines that lie elsewhere than the ids do, so that it shows which of both was asked. */
const stacks = {
  "Net/A": ["new Net (/work/app/lib/net.ts:2:3)", "<anonymous> (/work/app/bin/app.ts:1:1)"],
  "Net/B": ["...new Subnet in aws-cdk-lib...", "new Net (/work/app/lib/net.ts:3:5)"],
};
const output = (files: Readonly<Record<string, Content>> = {}): Readonly<Record<string, Content>> => ({
  "cdk.json": "{}",
  "lib/net.ts": program,
  "bin/app.ts": 'new Net(app, "Net");\n',
  "cdk.out/manifest.json": manifest("Net"),
  "cdk.out/Net.template.json": overlapping("Net"),
  "cdk.out/Net.metadata.json": metadata(stacks),
  ...files,
});

/** `lib/net.ts:3:5 subnet-overlap`, lines and columns as people count them. */
async function shown(files: AppFiles): Promise<readonly string[]> {
  const read = await readApp(app, files);
  return [...read.files.values()].flatMap(({ notes }) =>
    notes.map(({ tool, rule, place }) => {
      const column = place.character === undefined ? "" : `:${place.character + 1}`;
      const where = `${place.uri.slice(app.folder.length + 1)}:${place.line + 1}${column}`;
      return [where, ...(tool === undefined ? [] : [tool]), rule].join(" ");
    }),
  );
}

const without = (files: Readonly<Record<string, Content>>, ...names: readonly string[]) =>
  Object.fromEntries(Object.entries(files).filter(([name]) => !names.includes(name)));

describe("where a finding is shown", () => {
  test("on the innermost line of the creation stack that is the author's", async () => {
    expect(await shown(appFiles(output()))).toEqual(["lib/net.ts:3:5 subnet-overlap"]);
  });

  test("the other subnet and the template are places that belong to it", async () => {
    const { files } = await readApp(app, appFiles(output()));
    const [note] = [...files.values()].flatMap(({ notes }) => notes);
    expect(note?.message.en).toContain("B 10.0.0.128/25 overlaps A 10.0.0.0/24");
    expect(note?.related.map(({ place }) => place)).toEqual([
      { uri: "file:///work/app/lib/net.ts", line: 1, character: 2 },
    ]);
    expect(note?.written.uri).toBe("file:///work/app/cdk.out/Net.template.json");
    const lines = JSON.stringify(overlapping("Net"), undefined, 1).split("\n");
    expect(lines[note?.written.line ?? 0]?.slice(note?.written.character)).toMatch(/^"10\.0\.0\.128\/25"/);
  });

  test("by the construct's path, where there is no stack", async () => {
    expect(await shown(appFiles(without(output(), "cdk.out/Net.metadata.json")))).toEqual([
      "lib/net.ts:6:5 subnet-overlap",
    ]);
  });

  test("by the path that the metadata has for a logical ID, where the template does not say it", async () => {
    const template = JSON.stringify(overlapping("Net")).replaceAll("aws:cdk:path", "other");
    const ids = {
      "/Net/A": [{ type: "aws:cdk:logicalId", data: "A" }],
      "/Net/B": [{ type: "aws:cdk:logicalId", data: "B" }],
    };
    const files = output({ "cdk.out/Net.template.json": template, "cdk.out/Net.metadata.json": ids });
    expect(await shown(appFiles(files))).toEqual(["lib/net.ts:6:5 subnet-overlap"]);
  });

  test("by the trace of old versions, which is in the manifest", async () => {
    const old = {
      "/Net/B": [
        {
          type: "aws:cdk:logicalId",
          data: "B",
          trace: [
            "new CfnSubnet (/work/app/node_modules/aws-cdk-lib/ec2.js:1:1)",
            "new Net (/work/app/lib/net.ts:3:5)",
          ],
        },
      ],
    };
    const files = without(
      output({ "cdk.out/manifest.json": manifest("Net", { metadata: old }) }),
      "cdk.out/Net.metadata.json",
    );
    expect(await shown(appFiles(files))).toEqual(["lib/net.ts:3:5 subnet-overlap"]);
  });

  test("in Python, where the line alone is known", async () => {
    const files = {
      "cdk.json": "{}",
      "net/net.py": "import aws_cdk\n\n\nvpc = 1\n",
      "cdk.out/manifest.json": manifest("Net"),
      "cdk.out/Net.template.json": overlapping("Net"),
      "cdk.out/Net.metadata.json": metadata({
        "Net/B": [
          "...jsii runtime...",
          "__call__ (/work/app/.venv/lib/python3.12/site-packages/jsii/_runtime.py:118)",
          "__init__ (/work/app/net/net.py:4)",
        ],
      }),
    };
    expect(await shown(appFiles(files))).toEqual(["net/net.py:4 subnet-overlap"]);
  });

  test("in JavaScript that somebody wrote; what a compiler made of TypeScript is passed over for the path", async () => {
    const made = metadata({ "Net/B": ["new Net (/work/app/lib/net.js:3:5)"] });
    const written = without(output({ "lib/net.js": program, "cdk.out/Net.metadata.json": made }), "lib/net.ts");
    expect(await shown(appFiles(written))).toEqual(["lib/net.js:3:5 subnet-overlap"]);
    for (const folder of ["lib", "out/lib", "dist/lib"]) {
      const compiled = output({
        [`${folder}/net.js`]: program,
        "cdk.out/Net.metadata.json": metadata({ "Net/B": [`new Net (/work/app/${folder}/net.js:3:5)`] }),
      });
      expect(await shown(appFiles(compiled))).toEqual(["lib/net.ts:6:5 subnet-overlap"]);
    }
  });

  test("in the program of the same path in the app, where it was synthesized in another folder", async () => {
    const elsewhere = metadata({ "Net/B": ["new Net (/private/work/app/lib/net.ts:3:5)"] });
    expect(await shown(appFiles(output({ "cdk.out/Net.metadata.json": elsewhere })))).toEqual([
      "lib/net.ts:3:5 subnet-overlap",
    ]);
  });

  test("in a program of the workspace outside of the app's folder", async () => {
    const files = output({
      "/work/shared/net.ts": program,
      "cdk.out/Net.metadata.json": metadata({ "Net/B": ["new Net (/work/shared/net.ts:3:5)"] }),
    });
    const read = await readApp(app, appFiles(files));
    expect([...read.files.keys()]).toEqual(["file:///work/shared/net.ts"]);
    expect((await readApp(app, appFiles(files, { "/work/shared/net.ts": 3000 }))).outdated).toBe(true);
  });

  test("nowhere outside of the workspace", async () => {
    const files = output({
      "/etc/net.ts": program,
      "cdk.out/Net.metadata.json": metadata({ "Net/B": ["new Net (/etc/net.ts:3:5)"] }),
      "lib/net.ts": "class Net extends Stack {}\n",
      "bin/app.ts": "",
    });
    expect(await shown(appFiles(files))).toEqual([]);
  });
});

describe("which templates are read", () => {
  test("those of stages, which are assemblies of their own", async () => {
    const files = output({
      "cdk.out/manifest.json": {
        artifacts: { "assembly-Prod": { type: "cdk:cloud-assembly", properties: { directoryName: "assembly-Prod" } } },
      },
      "cdk.out/assembly-Prod/manifest.json": manifest("ProdNet", { displayName: "Prod/Net" }),
      "cdk.out/assembly-Prod/ProdNet.template.json": overlapping("Prod/Net"),
      "cdk.out/assembly-Prod/ProdNet.metadata.json": metadata({ "Prod/Net/B": ["new Net (/work/app/lib/net.ts:3:5)"] }),
    });
    expect(await shown(appFiles(files))).toEqual(["lib/net.ts:3:5 subnet-overlap"]);
  });

  test("those of nested stacks, which only the stack around them names", async () => {
    const parent = {
      Resources: {
        Inner: { Type: "AWS::CloudFormation::Stack", Metadata: { "aws:asset:path": "NetInner.nested.template.json" } },
      },
    };
    const files = output({
      "cdk.out/Net.template.json": parent,
      "cdk.out/NetInner.nested.template.json": overlapping("Net/Inner"),
      "cdk.out/Net.metadata.json": metadata({ "Net/Inner/B": ["new Inner (/work/app/lib/net.ts:3:5)"] }),
    });
    expect(await shown(appFiles(files))).toEqual(["lib/net.ts:3:5 subnet-overlap"]);
  });

  test("in the folder that cdk.json names", () => {
    expect(appOf("file:///work/app/cdk.json", '{"output": "build/out/"}')?.output).toBe("file:///work/app/build/out");
    expect(appOf("file:///work/app/cdk.json", "{")?.output).toBe("file:///work/app/cdk.out");
    expect(appOf("file:///work/app/cdk.json", '{"output": "/etc"}')).toBeUndefined();
  });

  test("nothing outside of the output or of the workspace", async () => {
    const stack = { properties: { templateFile: "../Net.template.json" } };
    const files = output({
      "cdk.out/manifest.json": manifest("Net", stack),
      "Net.template.json": overlapping("Net"),
    });
    expect(await shown(appFiles(files))).toEqual([]);
    const outside = { folder: app.folder, output: "file:///other/cdk.out" };
    expect(
      (await readApp(outside, appFiles({ "/other/cdk.out/manifest.json": manifest("Net") }))).time,
    ).toBeUndefined();
  });
});

describe("age", () => {
  test.each(["lib/net.ts", "bin/app.ts", "cdk.json"])("a newer %s takes everything with it", async (path) => {
    const read = await readApp(app, appFiles(output(), { [path]: 2001 }));
    expect(read).toMatchObject({ outdated: true, time: 2000 });
    expect(read.files.size).toBe(0);
  });

  test("a source of the very same moment does not", async () => {
    expect(await shown(appFiles(output(), { "lib/net.ts": 2000 }))).toHaveLength(1);
  });

  test("neither do tests, declarations, what a compiler has made and what lies in the output", async () => {
    const newer = ["test/net.test.ts", "lib/net.d.ts", "cdk.out/asset.1/index.js", "lib/net.js"];
    const files = output(Object.fromEntries(newer.map((path) => [path, ""])));
    const times = Object.fromEntries(newer.map((path) => [path, 3000]));
    expect(await shown(appFiles(files, times))).toHaveLength(1);
  });

  test("where nothing was synthesized there is nothing", async () => {
    expect(await readApp(app, appFiles({ "cdk.json": "{}", "lib/net.ts": program }))).toMatchObject({
      time: undefined,
      outdated: false,
    });
  });
});

describe("reports of other tools", () => {
  const report = {
    version: "55.0.0",
    pluginReports: [
      {
        pluginName: "AwsSolutions",
        conclusion: "failure",
        violations: [
          {
            ruleName: "AwsSolutions-VPC7",
            description: "The VPC does not have an associated Flow Log.",
            suggestedFix: "Add one.",
            severity: "error",
            violatingConstructs: [
              {
                constructPath: "Net/Vpc",
                stackTraces: ["new Net (/work/app/lib/net.ts:2:3)\n<anonymous> (/x.ts:1:1)"],
              },
              // Without a stack of its own: the one of the template's metadata, else the path.
              { constructPath: "Net/A" },
              { constructPath: "Net/Vpc/Resource" },
            ],
          },
        ],
        suppressedViolations: [
          { ruleName: "AwsSolutions-EC23", description: "Acknowledged", violatingConstructs: [{}] },
        ],
      },
    ],
  };

  test("are shown in their words, at the constructs that they name", async () => {
    const files = output({ "cdk.out/validation-report.json": report, "cdk.out/Net.template.json": { Resources: {} } });
    expect(await shown(appFiles(files))).toEqual([
      "lib/net.ts:2:3 AwsSolutions AwsSolutions-VPC7",
      "lib/net.ts:2:3 AwsSolutions AwsSolutions-VPC7",
      "lib/net.ts:4:17 AwsSolutions AwsSolutions-VPC7",
    ]);
    const { files: noted } = await readApp(app, appFiles(files));
    const [note] = [...noted.values()].flatMap(({ notes }) => notes);
    expect(note).toMatchObject({
      severity: "error",
      message: {
        en: "The VPC does not have an associated Flow Log.\nAdd one.",
        ja: "The VPC does not have an associated Flow Log.\nAdd one.",
      },
    });
  });

  test("do not count where a later synthesis has written none", async () => {
    const files = output({ "cdk.out/validation-report.json": report, "cdk.out/Net.template.json": { Resources: {} } });
    expect(await shown(appFiles(files, { "cdk.out/validation-report.json": 1999 }))).toEqual([]);
  });
});

describe("files that are half written, or made to harm", () => {
  const whole = JSON.stringify(manifest("Net"));
  test.each([
    ["a manifest that is not whole", { "cdk.out/manifest.json": whole.slice(0, 60) }],
    ["a manifest of another kind", { "cdk.out/manifest.json": "[1, null]" }],
    [
      "artifacts that are none",
      { "cdk.out/manifest.json": { artifacts: [null, 7, { type: "aws:cloudformation:stack" }] } },
    ],
    ["a template that is not whole", { "cdk.out/Net.template.json": JSON.stringify(overlapping("Net")).slice(0, 200) }],
    ["a template of another kind", { "cdk.out/Net.template.json": '"text"' }],
    [
      "an assembly that holds itself",
      {
        "cdk.out/manifest.json": {
          artifacts: { a: { type: "cdk:cloud-assembly", properties: { directoryName: "." } } },
        },
      },
    ],
  ])("%s says nothing", async (_, files: Readonly<Record<string, Content>>) => {
    expect(await shown(appFiles(output(files)))).toEqual([]);
  });

  test.each([
    ["that is not whole", '{"/Net/B": [{"type": "aws:cdk:crea'],
    ["of other kinds", { "/Net/B": 7, "/Net/A": [null, { type: "aws:cdk:creationStack", data: { a: 1 } }] }],
    [
      "with places that cannot be",
      metadata({ "Net/B": ["new Net (/work/app/lib/../../../etc/passwd:1:1)", "x".repeat(9000)] }),
    ],
  ])("metadata %s leaves the path", async (_, content: Content) => {
    expect(await shown(appFiles(output({ "cdk.out/Net.metadata.json": content })))).toEqual([
      "lib/net.ts:6:5 subnet-overlap",
    ]);
  });

  test.each([
    '{"pluginReports": [{"pluginName": 7}]}',
    '{"pluginReports": [{"pluginName": "Tool", "violations": [{"description": "x"}, null, {"description": "y", "violatingConstructs": [null, 3]}]}]}',
    '{"pluginReports": {"a": 1}}',
    "{",
  ])("the report %s adds nothing", async (report) => {
    expect(await shown(appFiles(output({ "cdk.out/validation-report.json": report })))).toEqual([
      "lib/net.ts:3:5 subnet-overlap",
    ]);
  });
});
