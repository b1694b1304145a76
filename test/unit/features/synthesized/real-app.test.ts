/** A real app, synthesized by the installed aws-cdk-lib: what its assembly looks like is nowhere written down. */
import { execFileSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { appOf } from "../../../../server/src/features/synthesized/app.ts";
import { readApp, type SynthesizedApp } from "../../../../server/src/features/synthesized/read-app.ts";
import { snapshotOf } from "../../../support/snapshot.ts";

const programs = {
  "app.js": `const { App } = require("aws-cdk-lib");
const { Net, Edge } = require("./lib/stacks");
const app = new App();
new Net(app, "Net");
new Edge(app, "Prod");
app.synth();
`,
  "lib/stacks.js": `const { NestedStack, Stack, Stage } = require("aws-cdk-lib");
const ec2 = require("aws-cdk-lib/aws-ec2");
const { subnets } = require("./subnets");
class Net extends Stack {
  constructor(scope, id) {
    super(scope, id);
    const vpc = new ec2.Vpc(this, "Vpc", { maxAzs: 2, natGateways: Number("1") }); // nat
    const group = new ec2.SecurityGroup(this, "Admin", { vpc }); // group
    for (const port of ports()) group.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(port));
    subnets(new NestedStack(this, "Nested"), "10.1");
  }
}
class Edge extends Stage {
  constructor(scope, id) {
    super(scope, id);
    subnets(new Stack(this, "Edge"), "10.2");
  }
}
const ports = () => "22".split(",").map(Number);
module.exports = { Net, Edge };
`,
  "lib/subnets.js": `const ec2 = require("aws-cdk-lib/aws-ec2");
exports.subnets = (scope, start) => {
  const vpc = new ec2.CfnVPC(scope, "Own", { cidrBlock: start + ".0.0/16" });
  [".0.0/24", ".0.0/25"].map((end, index) =>
    new ec2.CfnSubnet(scope, "Subnet" + index, { vpcId: vpc.ref, cidrBlock: start + end })); // overlap
};
`,
};

let folder: string;
let read: SynthesizedApp;

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "routewise-app-")));
  mkdirSync(join(folder, "lib"));
  for (const [name, text] of Object.entries(programs)) writeFileSync(join(folder, name), text);
  const modules = fileURLToPath(new URL("../../../../node_modules", import.meta.url));
  execFileSync(process.execPath, ["--stack-trace-limit=50", "app.js"], {
    cwd: folder,
    env: { ...process.env, NODE_PATH: modules, CDK_OUTDIR: join(folder, "cdk.out") },
    stdio: "pipe",
  });
  const uri = pathToFileURL(folder).href;
  const app = appOf(`${uri}/cdk.json`, undefined);
  if (!app) throw new Error("no app");
  read = await readApp(app, {
    roots: () => [uri],
    read: async (file) => {
      try {
        return readFileSync(fileURLToPath(file), "utf8");
      } catch {
        return undefined;
      }
    },
    times: async (files) => files.map((file) => statSync(fileURLToPath(file), { throwIfNoEntry: false })?.mtimeMs),
    sources: async () =>
      readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".js"))
        .map((name) => pathToFileURL(join(folder, name)).href),
    check: async (_, text) => snapshotOf(text, "json").snapshot,
    pause: async () => {},
  });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The notes on the line with this comment, by file. */
function at(name: keyof typeof programs, comment: string) {
  const line = programs[name].split("\n").findIndex((each) => each.endsWith(`// ${comment}`));
  const file = read.files.get(pathToFileURL(join(folder, name)).href);
  return (file?.notes ?? []).filter(({ place }) => place.line === line);
}

test("what the library makes inside of a construct is shown on the construct's line", () => {
  expect(at("lib/stacks.js", "nat").map(({ rule }) => rule)).toContain("nat-single-az");
  expect(at("lib/stacks.js", "group").map(({ rule }) => rule)).toContain("sg-ingress-open-admin-port");
});

test("a loop in a helper: once for the nested stack, once for the stack of a stage", () => {
  const ours = at("lib/subnets.js", "overlap").filter(({ rule }) => rule === "subnet-overlap");
  expect(ours.map(({ origin }) => origin.path).sort()).toEqual(["Net/Nested/Subnet1", "Prod/Edge/Subnet1"]);
});

test("what the library's own validator has found has its own name", () => {
  const tools = at("lib/subnets.js", "overlap").flatMap(({ tool }) => tool ?? []);
  expect(tools).toContain("CloudFormation Validate");
});

test("every finding has a line of the programs", () => {
  const notes = [...read.files.values()].flatMap((file) => file.notes);
  expect(notes.length).toBeGreaterThan(5);
  expect(notes.filter(({ place }) => place.uri.endsWith("app.js"))).toEqual([]);
});
