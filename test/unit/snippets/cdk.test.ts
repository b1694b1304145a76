import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";
import { transform } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { missingImports, plainText } from "../../../server/src/features/snippets/snippet-text.ts";
import { collectSnippets } from "../../../tools/build-snippets.ts";
import { findingsOf } from "../../support/check-rule.ts";

const run = promisify(execFile);
const require = createRequire(import.meta.url);
const root = join(import.meta.dirname, "../../..");
const snippets = await collectSnippets();

/** Snippets that make the VPC themselves; the others stand behind one that does. */
const OWN_VPC = new Set(["two-az-vpc", "nat-per-az", "nat-instance"]);

/** How many the snippet adds to a stack, where that is the point of it. */
const MAKES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  "two-az-vpc": { "AWS::EC2::VPC": 1, "AWS::EC2::Subnet": 4, "AWS::EC2::NatGateway": 0 },
  "subnet-pair": { "AWS::EC2::Subnet": 2, "AWS::EC2::NatGateway": 1, "AWS::EC2::EIP": 1, "AWS::EC2::Route": 2 },
  "nat-per-az": { "AWS::EC2::VPC": 1, "AWS::EC2::NatGateway": 2, "AWS::EC2::EIP": 2 },
  "gateway-endpoint": { "AWS::EC2::VPCEndpoint": 2 },
  "s3-endpoints": { "AWS::EC2::VPCEndpoint": 2 },
  "vpc-peering": { "AWS::EC2::VPCPeeringConnection": 1, "AWS::EC2::Route": 4 },
  "transit-gateway": { "AWS::EC2::TransitGatewayVpcAttachment": 1, "AWS::EC2::Route": 2 },
  "network-acl-ephemeral": { "AWS::EC2::NetworkAclEntry": 4, "AWS::EC2::SubnetNetworkAclAssociation": 2 },
  "client-vpn": { "AWS::EC2::ClientVpnTargetNetworkAssociation": 2 },
};

const AROUND_IMPORTS = [
  'import * as cdk from "aws-cdk-lib";',
  'import * as acm from "aws-cdk-lib/aws-certificatemanager";',
  'import * as elbv2 from "aws-cdk-lib/aws-elasticloadbalancingv2";',
  'import * as lambda from "aws-cdk-lib/aws-lambda";',
];

/** What stands around: the snippets take the names as their placeholders' defaults. */
const AROUND = `
  const subnetConfiguration = [
    { name: "Public", subnetType: ec2.SubnetType.PUBLIC, cidrMask: 24 },
    { name: "Private", subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS, cidrMask: 24 },
    { name: "Isolated", subnetType: ec2.SubnetType.PRIVATE_ISOLATED, cidrMask: 24 },
  ];
  const network = { maxAzs: 2, natGateways: 2, subnetConfiguration };
  const vpc = new ec2.Vpc(this, "Vpc", { ...network, ipAddresses: ec2.IpAddresses.cidr("10.0.0.0/16") });
  const peerVpc = new ec2.Vpc(this, "PeerVpc", { ...network, ipAddresses: ec2.IpAddresses.cidr("10.1.0.0/16") });
  const instance = new ec2.Instance(this, "Instance", {
    vpc,
    instanceType: new ec2.InstanceType("t3.small"),
    machineImage: ec2.MachineImage.latestAmazonLinux2023(),
  });
  const sourceInterface = new ec2.CfnNetworkInterface(this, "SourceInterface", { subnetId: vpc.isolatedSubnets[0].subnetId });
  const loadBalancer = new elbv2.NetworkLoadBalancer(this, "LoadBalancer", { vpc });
  const certificate = new acm.Certificate(this, "Certificate", { domainName: "api.example.com" });
  const hostedZone = new route53.HostedZone(this, "HostedZone", { zoneName: "example.com" });
  const handler = new lambda.Function(this, "Handler", {
    runtime: lambda.Runtime.NODEJS_22_X,
    handler: "index.handler",
    code: lambda.Code.fromInline("exports.handler = async () => ({ statusCode: 200 });"),
  });
  const restApi = new apigateway.RestApi(this, "AroundApi");
  restApi.root.addMethod("GET", new apigateway.MockIntegration());
  for (const used of [peerVpc, instance, sourceInterface, loadBalancer, certificate, hostedZone, handler]) void used;
`;

/** One program: an app that returns, per snippet, how many resources of each type its stack has. */
function program(): string {
  const stacks = snippets.map(({ id, bodies }) => {
    const body = plainText(bodies.typescript);
    return `stack(${JSON.stringify(id)}, function (this: cdk.Stack) {${OWN_VPC.has(id) ? "" : AROUND}\n{\n${body}\n}});`;
  });
  const imports = new Set(snippets.flatMap((snippet) => missingImports(snippet, "typescript", "")));
  for (const line of AROUND_IMPORTS) imports.add(line);
  return `
${[...imports].join("\n")}
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
    for (const { id, bodies } of snippets) {
      const before = OWN_VPC.has(id) ? {} : around;
      const added = Object.keys(counts[id] ?? {}).filter((type) => (counts[id]?.[type] ?? 0) > (before[type] ?? 0));
      const yaml = new Set([...bodies.yaml.matchAll(/^ {2}Type: (AWS::\S+)/gm)].map(([, type = ""]) => type));
      expect([id, ...[...yaml].filter((type) => !added.includes(type))]).toEqual([id]);
    }
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

/** Structs that have to be named in Python, and are plain objects in TypeScript. */
const STRUCTS: ReadonlySet<string> = new Set([
  "ArnComponents",
  "Attribute",
  "EndpointConfiguration",
  "PortRange",
  "QuotaSettings",
  "StageOptions",
  "SubnetConfiguration",
  "SubnetSelection",
  "ThrottleSettings",
]);

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
      const isStruct = (name: string): boolean => name.endsWith("Property") || STRUCTS.has(name);
      expect(names.filter((name) => !known.has(camelCase(name)) && !isStruct(name))).toEqual([]);
    },
  );
});

function camelCase(name: string): string {
  return /^[A-Z]/.test(name) ? name : name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
