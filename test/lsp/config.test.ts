/** `.routewise.yaml` over the protocol: what it changes for templates, and what the editor says in it. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import { groupTitles } from "../../server/src/rules/group-titles.ts";
import { startTestServer, type TestServer } from "../support/lsp.ts";

const template = `Parameters:
  VpcCidr:
    Type: String
    Default: 10.0.0.0/16
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: !Ref VpcCidr
  A:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.1.0.0/24
`;

interface Diagnostic {
  readonly code: string;
  readonly message: string;
  readonly severity: number;
}

const running: TestServer[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) {
    expect(server.errors).toEqual([]);
    await server.stop();
  }
});

async function start(options: Parameters<typeof startTestServer>[0] = {}): Promise<TestServer> {
  const server = await startTestServer({ rootUri: "file:///test", ...options });
  running.push(server);
  return server;
}

async function diagnostics(server: TestServer, uri: string): Promise<readonly Diagnostic[]> {
  const { items } = await server.request<{ items: readonly Diagnostic[] }>("textDocument/diagnostic", {
    textDocument: { uri },
  });
  return items;
}

const outside = "subnet-outside-vpc";

/** Severity of the finding that the subnet lies outside, or nothing. */
async function outsideIn(server: TestServer, uri: string): Promise<number | undefined> {
  return (await diagnostics(server, uri)).find(({ code }) => code === outside)?.severity;
}

async function type(server: TestServer, uri: string, version: number, text: string): Promise<void> {
  await server.notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges: [{ text }] });
}

describe("a file that is open", () => {
  test("counts as it is typed, and its last good text while it is broken", async () => {
    const server = await start();
    const { uri } = await server.open("stacks/vpc.yaml", template);
    expect(await outsideIn(server, uri)).toBe(2);
    const config = await server.open(".routewise.yaml", `rules:\n  ${outside}: off\n`);
    expect(await outsideIn(server, uri)).toBeUndefined();
    await type(server, config.uri, 2, `rules:\n  ${outside}: hint\n`);
    expect(await outsideIn(server, uri)).toBe(4);
    await type(server, config.uri, 3, `rules: {\n`);
    expect(await outsideIn(server, uri)).toBe(4);
    expect((await diagnostics(server, config.uri)).map(({ code }) => code)).toContain("syntax");
    await type(server, config.uri, 4, "groups:\n  addressing: information\n");
    expect(await outsideIn(server, uri)).toBe(3);
    await server.notify("textDocument/didClose", { textDocument: { uri: config.uri } });
    expect(await outsideIn(server, uri)).toBe(2);
  });

  test("assumes parameters in place of their defaults", async () => {
    const server = await start();
    const { uri } = await server.open("assumed.yaml", template);
    const [before] = (await diagnostics(server, uri)).filter(({ code }) => code === outside);
    expect(before?.message).toMatch(/^With the default of VpcCidr \(10\.0\.0\.0\/16\), /);
    const config = await server.open(".routewise.yaml", "parameters:\n  VpcCidr: 10.2.0.0/16\n");
    const [after] = (await diagnostics(server, uri)).filter(({ code }) => code === outside);
    expect(after?.message).toMatch(/^With the assumed value of VpcCidr \(10\.2\.0\.0\/16\), /);
    await type(server, config.uri, 2, "parameters:\n  VpcCidr: 10.1.0.0/16\n");
    expect(await outsideIn(server, uri)).toBeUndefined();
  });

  test("leaves files out", async () => {
    const server = await start();
    await server.open(".routewise.yaml", "ignorePaths:\n  - legacy/\n");
    const { uri } = await server.open("legacy/vpc.yaml", template);
    expect(await diagnostics(server, uri)).toEqual([]);
    const other = await server.open("vpc.yaml", template);
    expect(await outsideIn(server, other.uri)).toBe(2);
  });

  test("yields to the editor's settings", async () => {
    const server = await start({ settings: { rules: { [outside]: "error" }, groups: { addressing: "off" } } });
    await server.open(".routewise.yaml", `rules:\n  ${outside}: off\n`);
    const { uri } = await server.open("settings.yaml", template);
    // What rests on a default is at most a warning.
    expect(await outsideIn(server, uri)).toBe(2);
  });

  test("counts for nothing outside of the workspace", async () => {
    const server = await start({ rootUri: "file:///elsewhere" });
    await server.open(".routewise.yaml", `rules:\n  ${outside}: off\n`);
    const { uri } = await server.open("vpc.yaml", template);
    expect(await outsideIn(server, uri)).toBe(2);
  });
});

test("files on disk: the nearest counts, and is read again when the client says that it changed", async () => {
  const folder = await mkdtemp(join(tmpdir(), "routewise-config-"));
  try {
    const uriOf = (path: string) => pathToFileURL(join(folder, path)).href;
    await mkdir(join(folder, "inner"));
    await writeFile(join(folder, ".routewise.yaml"), `rules:\n  ${outside}: off\n`);
    const server = await start({ rootUri: pathToFileURL(folder).href });
    const open = (path: string) =>
      server.notify("textDocument/didOpen", {
        textDocument: { uri: uriOf(path), languageId: "yaml", version: 1, text: template },
      });
    await open("inner/vpc.yaml");
    expect(await outsideIn(server, uriOf("inner/vpc.yaml"))).toBeUndefined();
    await writeFile(join(folder, "inner/.routewise.yaml"), `rules:\n  ${outside}: hint\n`);
    await server.notify("workspace/didChangeWatchedFiles", {
      changes: [{ uri: uriOf("inner/.routewise.yaml"), type: 1 }],
    });
    expect(await outsideIn(server, uriOf("inner/vpc.yaml"))).toBe(4);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

describe("in the file itself", () => {
  const wrong = "rules:\n  subnet-outside-vcp: of\n";

  test.each([
    ["en", "There is no rule subnet-outside-vcp. Did you mean subnet-outside-vpc?"],
    ["ja", "subnet-outside-vcp というルールはない。候補は subnet-outside-vpc。"],
  ])("problems, in the user's language (%s)", async (locale, message) => {
    const server = await start({ locale });
    const { uri } = await server.open(".routewise.yaml", wrong);
    const found = await diagnostics(server, uri);
    expect(found.map(({ code }) => code)).toEqual(["unknown-rule", "wrong-severity"]);
    expect(found[0]?.message).toBe(message);
  });

  test("cures", async () => {
    const server = await start();
    const { uri } = await server.open(".routewise.yaml", wrong);
    const at = { line: 1, character: 4 };
    const actions = await server.request<readonly { title: string; edit: unknown }[]>("textDocument/codeAction", {
      textDocument: { uri },
      range: { start: at, end: at },
      context: { diagnostics: [] },
    });
    expect(actions).toMatchObject([
      { title: "Change to subnet-outside-vpc", edit: { changes: { [uri]: [{ newText: "subnet-outside-vpc" }] } } },
    ]);
  });

  test.each([
    ["$0", ["groups", "rules", "parameters", "ignorePaths"]],
    ["rules:\n  subnet-outs$0", [outside]],
    ["rules: {}\ngroups:\n  rout$0\n", ["routing"]],
    ["rules:\n  subnet-outside-vpc: $0\n", ["error", "warning", "information", "hint", "off"]],
    ["parameters:\n  A: $0\n", []],
    ["# rules: $0", []],
  ])("completion: %j", async (marked, labels) => {
    const server = await start();
    const { uri, at } = await server.open(".routewise.yaml", marked);
    const { items } = await server.request<{ items: readonly { label: string; detail: string }[] }>(
      "textDocument/completion",
      { textDocument: { uri }, position: at },
    );
    const found = items.map(({ label }) => label);
    if (labels.length === 1) expect(found).toContain(labels[0]);
    else expect(found).toEqual(labels);
    expect(items.every(({ detail }) => detail.length > 0)).toBe(true);
  });

  test("hover: a rule's title and page, a group, a severity", async () => {
    const server = await start({ locale: "ja" });
    for (const [marked, expected] of [
      ["rules:\n  subnet-out$0side-vpc: off", "グループ `addressing`"],
      ["groups:\n  rou$0ting: off", groupTitles.routing.ja],
      ["groups:\n  routing: of$0f", "検査しない。"],
    ] as const) {
      const { uri, at } = await server.open(".routewise.yaml", marked);
      const hover = await server.request<{ contents: { value: string } } | null>("textDocument/hover", {
        textDocument: { uri },
        position: at,
      });
      expect(hover?.contents.value).toContain(expected);
      await server.notify("textDocument/didClose", { textDocument: { uri } });
    }
  });

  test("yields to an extension that applies the schema, but for what no schema says", async () => {
    const server = await start({ initializationOptions: { validatesConfig: true } });
    const { uri } = await server.open(".routewise.yaml", `${wrong}ignorePaths:\n  - ../x\n`);
    expect((await diagnostics(server, uri)).map(({ code }) => code)).toEqual(["bad-pattern"]);
    const position = { line: 0, character: 0 };
    const completion = { textDocument: { uri }, position };
    expect(await server.request("textDocument/completion", completion)).toMatchObject({ items: [] });
    expect(await server.request("textDocument/hover", completion)).toBeNull();
    await server.notify("routewise/configValidation", { elsewhere: false });
    expect((await diagnostics(server, uri)).map(({ code }) => code)).toContain("unknown-rule");
  });
});
