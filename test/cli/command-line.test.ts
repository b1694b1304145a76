/** The built command line, as a process of its own over a temporary folder. */
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

const cli = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));

const subnets = (...blocks: readonly string[]) => `Parameters:
  VpcCidr:
    Type: String
    Default: 10.0.0.0/16
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: !Ref VpcCidr
${blocks
  .map(
    (block, index) => `  Subnet${index}:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: ${block} # ${index}
`,
  )
  .join("")}`;

const clean = subnets("10.0.0.0/24", "10.0.1.0/24");
const overlapping = subnets("10.0.0.0/24", "10.0.0.0/25");

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "routewise-cli-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function write(files: Readonly<Record<string, string | Buffer>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
}

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function routewise(args: readonly string[], input = "", environment: NodeJS.ProcessEnv = {}): Promise<Ran> {
  return new Promise((resolve) => {
    const env = { PATH: process.env.PATH, LANG: "C", ...environment };
    const child = execFile(process.execPath, [cli, ...args], { cwd: folder, env }, (error, out, err) => {
      const code = error === null ? 0 : typeof error.code === "number" ? error.code : -1;
      resolve({ code, out, err });
    });
    child.stdin?.end(input);
  });
}

describe("exit codes", () => {
  test("0 for a clean folder, and for one without templates", async () => {
    await write({ "package.json": '{ "name": "a" }', "deploy/pod.yaml": "kind: Pod\n" });
    expect(await routewise(["check"])).toEqual({
      code: 0,
      out: "",
      err: "There is no template and no CDK program to check.\n",
    });
    await write({ "a.yaml": clean });
    expect(await routewise(["check"])).toEqual({ code: 0, out: "Nothing found in 1 file.\n", err: "" });
  });

  test("1 for findings as grave as --fail-on", async () => {
    await write({ "a.yaml": overlapping });
    expect((await routewise(["check", "."])).code).toBe(1);
    expect((await routewise(["check", "--fail-on", "error"])).code).toBe(1);
    expect((await routewise(["check", "--fail-on", "never"])).code).toBe(0);
    // Rests on a default, so it is no more than a warning.
    await write({ "a.yaml": subnets("10.1.0.0/24") });
    expect((await routewise(["check"])).code).toBe(1);
    expect((await routewise(["check", "--fail-on", "error"])).code).toBe(0);
  });

  test("2 for a wrong usage and for what is not there; the rest is checked all the same", async () => {
    await write({ "a.yaml": overlapping });
    const wrong = await routewise(["check", "--frmat", "json"]);
    expect(wrong).toMatchObject({ code: 2, out: "" });
    expect(wrong.err).toContain("--frmat");
    const missing = await routewise(["check", "nowhere", "a.yaml"]);
    expect(missing.code).toBe(2);
    expect(missing.err).toBe("routewise: nowhere: There is no such file or folder.\n");
    expect(missing.out).toContain("subnet-overlap");
  });
});

describe("what is checked", () => {
  test("templates and programs below the folders; not what packages bring or the CDK writes", async () => {
    const program = `import * as ec2 from 'aws-cdk-lib/aws-ec2';
new ec2.CfnVPC(this, 'Vpc', { cidrBlock: '10.0.0.0/8' });
`;
    await write({
      "a.yaml": overlapping,
      "b.template": overlapping,
      "lib/stack.ts": program,
      "node_modules/x/a.yaml": overlapping,
      "cdk.out/Stack.template.json":
        '{ "Resources": { "Vpc": { "Type": "AWS::EC2::VPC", "Properties": { "CidrBlock": "10.0.0.0/8" } } } }',
      ".cache/a.yaml": overlapping,
      "notes.md": overlapping,
    });
    const { out } = await routewise(["check", "--quiet"]);
    const files = out.split("\n").map((line) => line.replace(/:\d+:\d+ .*$/, ""));
    expect(files).toEqual(["a.yaml", "b.template", "lib/stack.ts", ""]);
    expect((await routewise(["check", "cdk.out", "--quiet"])).out).toContain("cdk.out/Stack.template.json:");
  });

  test("a file that is named and nothing of ours is told of, and does no harm", async () => {
    await write({ "compose.yaml": "services: {}\n", "a.yaml": clean });
    const { code, out, err } = await routewise(["check", "compose.yaml", "a.yaml"]);
    expect(code).toBe(0);
    expect(err).toMatch(/^routewise: compose\.yaml: This is neither/);
    expect(out).toBe("Nothing found in 1 file.\n");
  });

  test("standard input, under a name", async () => {
    const { code, out } = await routewise(["check", "--stdin-filename", "net/a.yaml", "--quiet"], overlapping);
    expect(code).toBe(1);
    expect(out).toMatch(/^net\/a\.yaml:19:18 error subnet-overlap /);
  });

  test("what is not valid is checked as far as it can be read, and told of", async () => {
    await write({ "a.yaml": `${overlapping}  Broken: [\n` });
    const { out, err } = await routewise(["check", "--quiet"]);
    expect(out).toContain("subnet-overlap");
    expect(err).toBe("");
    expect((await routewise(["check"])).err).toMatch(/^routewise: a\.yaml:\d+:\d+: The file is not valid here/);
  });
});

describe(".routewise.yaml", () => {
  test("switches rules off, leaves files out, and counts for what is below it", async () => {
    await write({
      ".routewise.yaml": "ignorePaths: [old/]\n",
      "a.yaml": overlapping,
      "old/a.yaml": overlapping,
      "quiet/.routewise.yaml": "rules:\n  subnet-overlap: off\n",
      "quiet/deep/a.yaml": overlapping,
    });
    const { out } = await routewise(["check", "--quiet"]);
    expect(out.match(/^\S+?(?=:)/gm)).toEqual(["a.yaml"]);
    const named = await routewise(["check", "old/a.yaml"]);
    expect(named).toMatchObject({ code: 0, out: "" });
  });

  test("and ignores in the text keep a finding from being told, and from being fixed", async () => {
    const text = overlapping.replace("# 1", "# routewise-ignore subnet-overlap for the test");
    await write({ "a.yaml": text });
    expect(await routewise(["check", "--fix"])).toEqual({ code: 0, out: "Nothing found in 1 file.\n", err: "" });
    expect(await readFile(join(folder, "a.yaml"), "utf8")).toBe(text);
  });

  test("is another one where one is named", async () => {
    await write({ "strict.yaml": "rules:\n  subnet-overlap: hint\n", "a.yaml": overlapping });
    expect(await routewise(["check", "--config", "strict.yaml"])).toMatchObject({
      code: 0,
      out: expect.stringContaining("hint subnet-overlap"),
    });
    expect((await routewise(["check", "--config", "nowhere.yaml"])).code).toBe(2);
  });

  test("that says what nobody understands is told of with its place", async () => {
    await write({ ".routewise.yaml": "rules:\n  subnet-overlp: off\n", "a.yaml": clean });
    const slip = await routewise(["check"]);
    expect(slip.code).toBe(0);
    expect(slip.err).toMatch(/^routewise: \.routewise\.yaml:2:3: .*subnet-overlap/);
    await write({ ".routewise.yaml": "rules: [\n" });
    expect((await routewise(["check"])).code).toBe(2);
  });
});

test("parameter files say what a deployment gives, the later one last", async () => {
  await write({
    "a.yaml": subnets("10.1.0.0/24"),
    "prod.json": '[{ "ParameterKey": "VpcCidr", "ParameterValue": "10.1.0.0/16" }]',
    "other.json": '["VpcCidr=10.2.0.0/16"]',
    "broken.json": "{",
  });
  expect((await routewise(["check", "--parameters", "prod.json"])).code).toBe(0);
  const other = await routewise(["check", "--parameters", "prod.json", "--parameters", "other.json"]);
  expect(other.code).toBe(1);
  expect(other.out).toContain("VpcCidr (10.2.0.0/16), Subnet0 10.1.0.0/24 lies outside Vpc");
  expect(await routewise(["check", "--parameters", "broken.json"])).toMatchObject({
    code: 2,
    err: expect.stringMatching(/^routewise: broken\.json: The parameter file cannot be read: .*JSON/),
  });
});

describe("--fix", () => {
  test("writes what can be fixed, and leaves the rest of the text as it is", async () => {
    const text = `# Kept\r\n${subnets("10.0.0.0/24", "10.0.0.0/25", "'10.0.0.128/25'").replaceAll("\n", "\r\n")}`;
    await write({ "a.yaml": text, "b.yaml": clean });
    const { code, out } = await routewise(["check", "--fix"]);
    expect(code).toBe(0);
    expect(out).toContain("a.yaml: fixed subnet-overlap: Move Subnet1 to 10.0.1.0/25 (next free)\n");
    expect(out).toContain("2 findings fixed.\n");
    const fixed = text.replace("10.0.0.0/25 #", "10.0.1.0/25 #").replace("'10.0.0.128/25'", "'10.0.1.128/25'");
    expect(await readFile(join(folder, "a.yaml"), "utf8")).toBe(fixed);
    expect(await readFile(join(folder, "b.yaml"), "utf8")).toBe(clean);
    expect(await routewise(["check", "--fix"])).toMatchObject({ code: 0, out: "Nothing found in 2 files.\n" });
  });

  test("fixes programs, too", async () => {
    const program = `from aws_cdk import aws_ec2 as ec2

vpc = ec2.CfnVPC(self, "Vpc", cidr_block="10.0.0.0/16")
a = ec2.CfnSubnet(self, "A", vpc_id=vpc.ref, cidr_block="10.0.0.0/24")
b = ec2.CfnSubnet(self, "B", vpc_id=vpc.ref, cidr_block='10.0.0.0/25')  # b
c = ec2.CfnSubnet(self, "C", vpc_id=vpc.ref, cidr_block="10.0.0.128/25")
`;
    await write({ "stack.py": program });
    expect((await routewise(["check", "--fix"])).out).toContain("2 findings fixed.");
    const fixed = program.replace("10.0.0.0/25", "10.0.1.0/25").replace("10.0.0.128/25", "10.0.1.128/25");
    expect(await readFile(join(folder, "stack.py"), "utf8")).toBe(fixed);
  });

  test("does not touch a file that is no UTF-8", async () => {
    const bytes = Buffer.concat([Buffer.from("# caf\xe9\n", "latin1"), Buffer.from(overlapping)]);
    await write({ "a.yaml": bytes });
    const { code, err } = await routewise(["check", "--fix"]);
    expect(code).toBe(2);
    expect(err).toMatch(/^routewise: a\.yaml: The file is not UTF-8/);
    expect(await readFile(join(folder, "a.yaml"))).toEqual(bytes);
  });
});

describe("formats", () => {
  test("json and sarif are JSON alone, with the same findings", async () => {
    await write({ "net/a.yaml": overlapping });
    const json = JSON.parse((await routewise(["check", "--format", "json"])).out);
    const [found] = json.files[0].findings;
    expect(json.files[0].path).toBe("net/a.yaml");
    expect(found).toMatchObject({ rule: "subnet-overlap", severity: "error", line: 19, column: 18, endColumn: 29 });
    expect(found.fixes[0]).toMatchObject({ preferred: true, edits: [{ line: 19, newText: "10.0.1.0/25" }] });
    const sarif = JSON.parse((await routewise(["check", "--format", "sarif"])).out);
    const [result] = sarif.runs[0].results;
    expect(result.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: "net/a.yaml", uriBaseId: "ROOT" },
      region: { startLine: 19, startColumn: 18, endLine: 19, endColumn: 29 },
    });
    const [rule] = sarif.runs[0].tool.driver.rules;
    expect(rule.helpUri).toMatch(/^https:\/\/.*subnet-overlap/);
    expect(rule.help.text).toContain("InvalidSubnet.Conflict");
  });

  test("github and junit", async () => {
    await write({ "a.yaml": overlapping });
    expect((await routewise(["check", "--format", "github"])).out).toMatch(
      /^::error file=a\.yaml,line=19,col=18,endColumn=29,title=subnet-overlap::Subnet1 10\.0\.0\.0\/25 overlaps/,
    );
    expect((await routewise(["check", "--format", "junit"])).out).toContain(
      '<testsuites name="Routewise" tests="1" failures="1"',
    );
  });

  test("text is in the language of the locale, and has no colours where nobody watches", async () => {
    await write({ "a.yaml": overlapping });
    const { out } = await routewise(["check"], "", { LANG: "ja_JP.UTF-8" });
    expect(out).toContain("a.yaml:19:18 エラー subnet-overlap\n  Subnet1 10.0.0.0/25 は");
    expect(out).not.toContain("\u001B");
  });
});

describe("other commands", () => {
  test("rules lists them, explain shows a page", async () => {
    expect((await routewise(["rules"])).out).toMatch(/^ {2}subnet-overlap +\S.* \(error\)$/m);
    const { code, out } = await routewise(["explain", "subnet-overlap"]);
    expect(code).toBe(0);
    expect(out).toMatch(/^Two subnets of one VPC overlap\nsubnet-overlap · error · /);
    expect(out).toMatch(/\[1\] .*\n {4}https:\/\/docs\.aws\.amazon\.com\//);
    expect(await routewise(["explain", "subnet-overlp"])).toEqual({
      code: 2,
      out: "",
      err: 'routewise: There is no rule "subnet-overlp". Did you mean subnet-overlap?\n',
    });
  });

  test("the help and the version", async () => {
    const { version } = JSON.parse(
      await readFile(fileURLToPath(new URL("../../package.json", import.meta.url)), "utf8"),
    );
    expect(await routewise(["--version"])).toEqual({ code: 0, out: `${version}\n`, err: "" });
    expect((await routewise(["--help"])).out).toContain("--fail-on");
    expect(await routewise([])).toMatchObject({ code: 2, out: "", err: expect.stringContaining("Usage:") });
  });
});
