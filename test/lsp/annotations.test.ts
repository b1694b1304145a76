/** Inlay hints and code lenses over the protocol. */
import { afterEach, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../support/lsp.ts";

const template = `Parameters:
  Block: { Type: String, Default: 10.0.0.0/16 }
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: !Ref Block
  A:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.0.1.0/24
`;

let server: TestServer;
afterEach(async () => {
  expect(server.errors).toEqual([]);
  await server.stop();
});

function hintsIn(uri: string, lines: readonly [number, number] = [0, 12]): Promise<readonly unknown[] | null> {
  const [start, end] = lines.map((line) => ({ line, character: 0 }));
  return server.request("textDocument/inlayHint", { textDocument: { uri }, range: { start, end } });
}

test("inlay hints of a range, with their tooltips", async () => {
  server = await startTestServer({});
  const { uri } = await server.open("a.yaml", template);
  expect(await hintsIn(uri)).toMatchObject([
    {
      position: { line: 6, character: 27 },
      label: "10.0.0.0/16",
      paddingLeft: true,
      tooltip: { kind: "markdown", value: "`10.0.0.0/16` (default of *Block*)" },
    },
    { position: { line: 11, character: 28 }, label: "251 usable" },
  ]);
  expect(await hintsIn(uri, [0, 3])).toEqual([]);
});

test("inlay hints by kind and language; none in what is no template", async () => {
  server = await startTestServer({ settings: { language: "ja", inlayHints: { computedBlocks: false } } });
  const { uri } = await server.open("a.yaml", template);
  expect(await hintsIn(uri)).toMatchObject([{ label: "利用可能 251" }]);
  const other = await server.open("b.yaml", "services: {}\n");
  expect(await hintsIn(other.uri)).toBeNull();
});

interface Lens {
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
  readonly command?: { readonly title: string; readonly command: string; readonly arguments?: unknown };
}

function lensesIn(uri: string): Promise<readonly Lens[] | null> {
  return server.request("textDocument/codeLens", { textDocument: { uri } });
}

test("code lenses of the network, on by default, switched off one by one", async () => {
  server = await startTestServer({});
  const { uri } = await server.open("a.yaml", template);
  expect(await lensesIn(uri)).toMatchObject([
    {
      range: { start: { line: 3, character: 2 } },
      command: { title: "10.0.0.0/16 · 1 subnet · 99 % free", command: "" },
    },
    {
      range: { start: { line: 7, character: 2 } },
      command: { title: "isolated · on the VPC's main route table · 251 usable", command: "" },
    },
  ]);
  await server.stop();
  server = await startTestServer({ settings: { codeLens: { subnets: false } } });
  await server.open("a.yaml", template);
  expect(await lensesIn(uri)).toMatchObject([{ command: { title: "10.0.0.0/16 · 1 subnet · 99 % free" } }]);
});

test.each([true, false])("a lens that counts references, where the client shows them: %s", async (showsReferences) => {
  const codeLens = { references: true, vpcs: false, subnets: false };
  server = await startTestServer({ settings: { codeLens }, initializationOptions: { showsReferences } });
  const { uri } = await server.open("a.yaml", template);
  const [block, vpc] = (await lensesIn(uri)) ?? [];
  expect(block?.command).toBeUndefined();
  expect(await server.request<Lens>("codeLens/resolve", vpc)).toMatchObject({
    command: showsReferences
      ? {
          title: "1 reference",
          command: "routewise.showReferences",
          arguments: [
            uri,
            { line: 3, character: 2 },
            [{ uri, range: { start: { line: 10, character: 18 }, end: { line: 10, character: 21 } } }],
          ],
        }
      : { title: "1 reference", command: "" },
  });
});

test("a change of the settings counts at once, and the client is asked to ask again", async () => {
  const settings: Record<string, unknown> = {};
  server = await startTestServer({
    settings,
    capabilities: {
      workspace: {
        configuration: true,
        inlayHint: { refreshSupport: true },
        codeLens: { refreshSupport: true },
      },
    },
  });
  const { uri } = await server.open("a.yaml", template);
  expect(await hintsIn(uri)).toHaveLength(2);
  expect(await lensesIn(uri)).toHaveLength(2);
  Object.assign(settings, { inlayHints: { values: false, computedBlocks: false }, codeLens: { vpcs: false } });
  const refreshed = ["workspace/inlayHint/refresh", "workspace/codeLens/refresh"].map(server.nextRequest);
  await server.notify("workspace/didChangeConfiguration", { settings: null });
  await Promise.all(refreshed);
  expect(await hintsIn(uri)).toHaveLength(1);
  expect(await lensesIn(uri)).toHaveLength(1);
});

const wrong = `${template}  B:
    Type: AWS::EC2::Subnet
    Properties: { VpcId: !Ref Vpc, CidrBlock: 10.9.0.0/24 }
`;

/** What the server says of the document, feature by feature. */
async function everything(uri: string) {
  const at = { textDocument: { uri }, position: { line: 4, character: 14 } };
  const range = { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } };
  const report = await server.request<{ items: unknown[] }>("textDocument/diagnostic", at);
  const completion = await server.request<{ items: unknown[] } | null>("textDocument/completion", at);
  const actions = await server.request<unknown[]>("textDocument/codeAction", {
    ...at,
    range,
    context: { diagnostics: [], only: ["quickfix"] },
  });
  return {
    hover: (await server.request("textDocument/hover", at)) !== null,
    completion: (completion?.items.length ?? 0) > 0,
    diagnostics: report.items.length > 0,
    fixes: actions.length > 0,
    hints: (await hintsIn(uri)) !== null,
  };
}

const all = { hover: true, completion: true, diagnostics: true, fixes: true, hints: true };

test.each([
  ["nothing", {}, all],
  ["hovers", { hover: { enabled: false } }, { ...all, hover: false }],
  ["completion", { completion: { enabled: false } }, { ...all, completion: false }],
  ["diagnostics and their fixes", { diagnostics: { enabled: false } }, { ...all, diagnostics: false, fixes: false }],
  [
    "everything in files that are left out",
    { exclude: ["a.yaml"] },
    { hover: false, completion: false, diagnostics: false, fixes: false, hints: false },
  ],
  ["nothing where the patterns mean other files", { exclude: ["b.yaml", "sub/"] }, all],
])("switched off: %s", async (_, settings, expected) => {
  server = await startTestServer({ settings, rootUri: "file:///test" });
  const { uri } = await server.open("a.yaml", wrong);
  expect(await everything(uri)).toEqual(expected);
});
