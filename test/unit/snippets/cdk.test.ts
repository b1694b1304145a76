import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";
import { transform } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { plainText } from "../../../server/src/features/snippets/snippet-text.ts";
import { collectSnippets } from "../../../tools/build-snippets.ts";
import { findingsOf } from "../../support/check-rule.ts";

const run = promisify(execFile);
const require = createRequire(import.meta.url);
const root = join(import.meta.dirname, "../../..");
const snippets = await collectSnippets();

/** Snippets that make the VPC themselves; the others stand behind one that does. */
const OWN_VPC = new Set(["two-az-vpc", "nat-per-az"]);

/** What the snippet adds to a stack, at the least. */
const MAKES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  "two-az-vpc": { "AWS::EC2::VPC": 1, "AWS::EC2::Subnet": 4, "AWS::EC2::NatGateway": 0 },
  "subnet-pair": { "AWS::EC2::Subnet": 2, "AWS::EC2::NatGateway": 1, "AWS::EC2::EIP": 1, "AWS::EC2::Route": 2 },
  "nat-per-az": { "AWS::EC2::VPC": 1, "AWS::EC2::NatGateway": 2, "AWS::EC2::EIP": 2 },
  "interface-endpoint": { "AWS::EC2::VPCEndpoint": 1, "AWS::EC2::SecurityGroup": 1 },
  "gateway-endpoint": { "AWS::EC2::VPCEndpoint": 2 },
  "vpc-peering": { "AWS::EC2::VPCPeeringConnection": 1, "AWS::EC2::Route": 4 },
  "security-group-pair": {
    "AWS::EC2::SecurityGroup": 2,
    "AWS::EC2::SecurityGroupIngress": 1,
    "AWS::EC2::SecurityGroupEgress": 1,
  },
  "network-acl-ephemeral": {
    "AWS::EC2::NetworkAcl": 1,
    "AWS::EC2::NetworkAclEntry": 4,
    "AWS::EC2::SubnetNetworkAclAssociation": 2,
  },
};

const AROUND = `
  const subnetConfiguration = [
    { name: "Public", subnetType: ec2.SubnetType.PUBLIC, cidrMask: 24 },
    { name: "Private", subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS, cidrMask: 24 },
  ];
  const around = { maxAzs: 2, natGateways: 2, subnetConfiguration };
  const vpc = new ec2.Vpc(this, "Vpc", { ...around, ipAddresses: ec2.IpAddresses.cidr("10.0.0.0/16") });
  const peerVpc = new ec2.Vpc(this, "PeerVpc", { ...around, ipAddresses: ec2.IpAddresses.cidr("10.1.0.0/16") });
  void vpc;
  void peerVpc;
`;

/** One program: an app that returns, per snippet, how many resources of each type its stack has. */
function program(): string {
  const stacks = snippets.map(({ id, bodies }) => {
    const body = plainText(bodies.typescript);
    return `stack(${JSON.stringify(id)}, function (this: cdk.Stack) {${OWN_VPC.has(id) ? "" : AROUND}\n${body}});`;
  });
  return `
import * as cdk from "aws-cdk-lib";
import * as ec2 from "aws-cdk-lib/aws-ec2";
const app = new cdk.App({ outdir: process.argv[2] });
function stack(id: string, fill: (this: cdk.Stack) => void): void {
  fill.call(new cdk.Stack(app, id));
}
stack("around", function (this: cdk.Stack) {${AROUND}});
${stacks.join("\n")}
const counts: Record<string, Record<string, number>> = {};
for (const { stackName, template } of app.synth().stacks) {
  const types = (Object.values(template.Resources ?? {}) as { Type: string }[]).map((resource) => resource.Type);
  counts[stackName] = Object.fromEntries([...new Set(types)].map((type) => [type, types.filter((t) => t === type).length]));
}
console.log(JSON.stringify(counts));
`;
}

let folder = "";

beforeAll(async () => {
  // Below the project, so that aws-cdk-lib is found.
  const cache = join(root, "node_modules/.cache/routewise");
  await mkdir(cache, { recursive: true });
  folder = await mkdtemp(join(cache, "snippets-"));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe("in TypeScript", () => {
  test("the snippets have the types that aws-cdk-lib wants", { timeout: 120_000 }, async () => {
    await writeFile(join(folder, "app.ts"), program());
    const compiler = join(require.resolve("typescript/package.json"), "../bin/tsc");
    const options = [
      "--noEmit",
      "--ignoreConfig",
      "--strict",
      "--skipLibCheck",
      "--target",
      "es2022",
      "--module",
      "nodenext",
      "--types",
      "node",
    ];
    const answer = await run(process.execPath, [compiler, ...options, join(folder, "app.ts")]).catch(
      (failure: { stdout: string }) => failure,
    );
    expect(answer.stdout).toBe("");
  });

  test("the snippets synthesize to what they promise", { timeout: 120_000 }, async () => {
    const { code } = await transform(program(), { loader: "ts", format: "cjs" });
    const file = join(folder, "app.cjs");
    await writeFile(file, code);
    const { stdout } = await run(process.execPath, [file, join(folder, "cdk.out")]);
    const counts: Record<string, Record<string, number>> = JSON.parse(stdout);
    const around = counts.around ?? {};
    const made = Object.fromEntries(
      Object.entries(MAKES).map(([id, types]) => {
        const before = OWN_VPC.has(id) ? {} : around;
        const found = Object.keys(types).map((type) => [type, (counts[id]?.[type] ?? 0) - (before[type] ?? 0)]);
        return [id, Object.fromEntries(found)];
      }),
    );
    expect(made).toEqual(MAKES);
    await expectNoFindings(join(folder, "cdk.out"));
  });
});

/** The networks that our own patterns make are right by our own measure. */
async function expectNoFindings(out: string): Promise<void> {
  const templates = (await readdir(out)).filter((name) => name.endsWith(".template.json"));
  expect(templates.length).toBe(snippets.length + 1);
  for (const name of templates) {
    const found = findingsOf(await readFile(join(out, name), "utf8")).map(({ message }) => message.en);
    expect([name, ...found]).toEqual([name]);
  }
}

/** Prints, as JSON, the attributes and keyword arguments that a Python source names; fails on a syntax error. */
const NAMES = `
import ast, json, sys
tree = ast.parse(sys.stdin.read())
names = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
names |= {node.arg for node in ast.walk(tree) if isinstance(node, ast.keyword) and node.arg}
print(json.dumps(sorted(names)))
`;

describe("in Python", async () => {
  const python = await run("python3", ["--version"]).then(
    () => "python3",
    () => undefined,
  );
  if (python === undefined) console.log("python3 is not installed: the Python snippets are not parsed");

  test.skipIf(python === undefined).each(snippets.map(({ id, bodies }) => [id, bodies] as const))(
    "%s parses and names what the TypeScript names",
    async (_, bodies) => {
      const parsing = run("python3", ["-c", NAMES]);
      parsing.child.stdin?.end(plainText(bodies.python));
      const names: string[] = JSON.parse((await parsing).stdout);
      // aws-cdk-lib's Python names are the TypeScript ones in snake case, and types of structs are named in full.
      const known = new Set((plainText(bodies.typescript).match(/[A-Za-z_][\w]*/g) ?? []).map(camelCase));
      const structs = ["SubnetConfiguration", "SubnetSelection"];
      expect(names.filter((name) => !known.has(camelCase(name)) && !structs.includes(name))).toEqual([]);
    },
  );
});

function camelCase(name: string): string {
  return /^[A-Z]/.test(name) ? name : name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
