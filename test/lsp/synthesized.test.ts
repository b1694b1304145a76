/** The output of `cdk synth` over the protocol, in a folder on disk whose files get their ages here. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Position, startTestServer, type TestServer } from "../support/lsp.ts";
import { manifest, metadata, overlapping } from "../support/synthesized.ts";

const program = `import { Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';

export class Net extends Stack {
  constructor(scope, id) {
    super(scope, id);
    const vpc = new ec2.CfnVPC(this, 'Vpc', { cidrBlock: '10.0.0.0/16' });
    new ec2.CfnSubnet(this, 'A', { vpcId: vpc.ref, cidrBlock: '10.0.0.0/24' });
    new ec2.CfnSubnet(this, 'B', { vpcId: vpc.ref, cidrBlock: computed() });
  }
}
`;

interface Diagnostic {
  readonly source: string;
  readonly code: string;
  readonly severity: number;
  readonly message: string;
  readonly range: { readonly start: object; readonly end: object };
  readonly relatedInformation: readonly { readonly location: { readonly uri: string }; readonly message: string }[];
}

interface Action {
  readonly title: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly edit: {
    readonly changes: Readonly<
      Record<string, readonly { readonly range: { readonly start: Position }; readonly newText: string }[]>
    >;
  };
}

let server: TestServer;
let folder: string;
let uri: string;

/** @param age in seconds */
function write(path: string, content: string | object, age: number): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content, undefined, 1));
  const written = Date.now() / 1000 - age;
  utimesSync(file, written, written);
  return pathToFileURL(file).href;
}

/** @param text the program from which it is synthesized */
function synthesize(age: number, text = program): void {
  const line = text.split("\n").findIndex((each) => each.includes("'B'")) + 1;
  write("cdk.out/Net.template.json", overlapping("Net"), age);
  write("cdk.out/Net.metadata.json", metadata({ "Net/B": [`new Net (${join(folder, "lib/net.ts")}:${line}:5)`] }), age);
  write("cdk.out/manifest.json", manifest("Net"), age);
  const violation = {
    ruleName: "VPC7",
    description: "No flow log.",
    severity: "warning",
    violatingConstructs: [{ constructPath: "Net/Vpc" }],
  };
  write(
    "cdk.out/validation-report.json",
    { pluginReports: [{ pluginName: "AwsSolutions", violations: [violation] }] },
    age - 1,
  );
}

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "routewise-synth-")));
  write("cdk.json", {}, 1000);
  uri = write("lib/net.ts", program, 1000);
});
afterEach(async () => {
  expect(server.errors).toEqual([]);
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function start(settings: object = {}): Promise<void> {
  server = await startTestServer({
    settings,
    rootUri: pathToFileURL(folder).href,
    capabilities: {
      workspace: { configuration: true, diagnostics: { refreshSupport: true } },
      textDocument: { diagnostic: {}, publishDiagnostics: { relatedInformation: true } },
    },
  });
  await server.notify("textDocument/didOpen", {
    textDocument: { uri, languageId: "typescript", version: 1, text: program },
  });
}

async function diagnostics(of = uri): Promise<readonly Diagnostic[]> {
  const { items } = await server.request<{ items: readonly Diagnostic[] }>("textDocument/diagnostic", {
    textDocument: { uri: of },
  });
  return items;
}

/** Asks as editors do: again whenever the server says that the answer may be another. */
async function until(wanted: (items: readonly Diagnostic[]) => boolean, of = uri): Promise<readonly Diagnostic[]> {
  for (;;) {
    const refreshed = server.nextRequest("workspace/diagnostic/refresh");
    const items = await diagnostics(of);
    if (wanted(items)) return items;
    await refreshed;
  }
}

const edit = (version: number, text: string) =>
  server.notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges: [{ text }] });
const changed = (...paths: readonly string[]) =>
  server.notify("workspace/didChangeWatchedFiles", {
    changes: paths.map((path) => ({ uri: pathToFileURL(join(folder, path)).href, type: 2 })),
  });
const codes = (items: readonly Diagnostic[]) => items.map(({ source, code }) => `${source} ${code}`);

test("findings of the template and of other tools on the lines of the program", async () => {
  synthesize(100);
  await start({ language: "ja" });
  const items = await until((found) => found.length > 0);
  expect(codes(items)).toEqual(["AwsSolutions VPC7", "routewise subnet-overlap"]);
  const [tool, ours] = items;
  expect(ours).toMatchObject({
    severity: 1,
    range: { start: { line: 8, character: 4 }, end: { line: 8, character: 21 } },
    codeDescription: { href: expect.stringContaining("subnet-overlap") },
    relatedInformation: [
      { location: { uri, range: { start: { line: 7, character: 4 } } } },
      {
        location: { uri: pathToFileURL(join(folder, "cdk.out/Net.template.json")).href },
        message: "合成されたテンプレート",
      },
    ],
  });
  expect(ours?.message).toMatch(/\(合成されたテンプレートより: Net\/B\)$/);
  expect(tool).toMatchObject({
    severity: 2,
    message: "No flow log.",
    range: { start: { line: 6, character: 16 } },
    relatedInformation: [{ message: "アプリの合成時に AwsSolutions が報告 (対象: Net/Vpc)" }],
  });
});

test("an edit takes them away at once, its undoing brings them back; a newer file takes them for good", async () => {
  synthesize(100);
  await start();
  await until((found) => found.length === 2);
  await edit(2, `\n${program}`);
  expect(await diagnostics()).toEqual([]);
  await edit(3, program);
  expect(await diagnostics()).toHaveLength(2);
  // Another program of the app was saved.
  write("lib/other.ts", "export const size = 24;\n", 0);
  await changed("lib/other.ts");
  await until((found) => found.length === 0);
});

test("a finding is ignored where it is shown, and the ignore is not called useless until the next synthesis", async () => {
  synthesize(100);
  await start();
  const items = await until((found) => found.length === 2);
  const range = items[1]?.range;
  const actions = await server.request<readonly Action[]>("textDocument/codeAction", {
    textDocument: { uri },
    range,
    context: { diagnostics: [] },
  });
  const ignore = actions.find(({ title }) => title.startsWith("Ignore subnet-overlap"));
  expect(ignore?.diagnostics).toEqual([items[1]]);
  const [comment] = Object.values(ignore?.edit.changes ?? {}).flat();
  expect(comment?.newText).toContain("// routewise-ignore subnet-overlap");
  const lines = program.split("\n");
  const { line = 0, character = 0 } = comment?.range.start ?? {};
  const text = lines
    .with(line, `${lines[line]?.slice(0, character)}${comment?.newText}${lines[line]?.slice(character)}`)
    .join("\n");
  await edit(2, text);
  expect(await diagnostics()).toEqual([]);
  write("lib/net.ts", text, 0);
  const refreshed = server.nextRequest("workspace/diagnostic/refresh");
  await changed("lib/net.ts");
  await refreshed;
  expect(await diagnostics()).toEqual([]);
  synthesize(-10, text);
  await changed("cdk.out/manifest.json");
  expect(codes(await until((found) => found.length > 0))).toEqual(["AwsSolutions VPC7"]);
});

/** The first refresh tells that programs can be read; then there is an answer, without findings. */
async function startWithoutOutput(): Promise<void> {
  await start();
  const refreshed = server.nextRequest("workspace/diagnostic/refresh");
  await diagnostics();
  await refreshed;
  expect(await diagnostics()).toEqual([]);
}

test("they are there as soon as somebody has synthesized", async () => {
  await startWithoutOutput();
  synthesize(10);
  await changed("cdk.out/manifest.json", "cdk.out/validation-report.json");
  await until((found) => found.length === 2);
});

test("our command's word is enough for it", async () => {
  await startWithoutOutput();
  synthesize(10);
  await server.notify("routewise/synthesized", { folder: pathToFileURL(folder).href });
  await until((found) => found.length === 2);
});

test("output that is older than a source is left alone", async () => {
  synthesize(2000);
  // Another app, whose turn comes afterwards: once its findings are there, the first one was read.
  write("z/cdk.json", {}, 1000);
  const other = write("z/lib/net.ts", program, 1000);
  write("z/cdk.out/manifest.json", manifest("Net"), 100);
  write("z/cdk.out/Net.template.json", overlapping("Net"), 100);
  write("z/cdk.out/Net.metadata.json", metadata({ "Net/B": [`new Net (${join(folder, "z/lib/net.ts")}:9:5)`] }), 100);
  await start();
  await server.notify("textDocument/didOpen", {
    textDocument: { uri: other, languageId: "typescript", version: 1, text: program },
  });
  await until((found) => found.length > 0, other);
  expect(await diagnostics()).toEqual([]);
});

test("the user can switch it off, and on again", async () => {
  synthesize(100);
  const cdk = { synthesizedOutput: true };
  await start({ cdk });
  await until((found) => found.length === 2);
  cdk.synthesizedOutput = false;
  await server.notify("workspace/didChangeConfiguration", { settings: null });
  await until((found) => found.length === 0);
  cdk.synthesizedOutput = true;
  await server.notify("workspace/didChangeConfiguration", { settings: null });
  await until((found) => found.length === 2);
});

test("rules that are switched off stay silent about templates; the tools go on", async () => {
  synthesize(100);
  await start({ rules: { "subnet-overlap": "off" } });
  expect(codes(await until((found) => found.length > 0))).toEqual(["AwsSolutions VPC7"]);
});
