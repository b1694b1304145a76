/** `source.fixAll.routewise` and "Fix all of this kind", over the protocol. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Position, startTestServer, type TestServer } from "../support/lsp.ts";

interface Edit {
  readonly range: { readonly start: Position; readonly end: Position };
  readonly newText: string;
}
interface Action {
  readonly title: string;
  readonly kind: string;
  readonly data?: unknown;
  readonly edit?: { readonly changes: Readonly<Record<string, readonly Edit[]>> };
}

const overlaps = `Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
  A:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.0.0.0/24
  B:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.0.0.0/25
  C:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.0.0.128$0/25
`;
const fixedLines = ["      CidrBlock: 10.0.1.0/25", "      CidrBlock: 10.0.1.128/25"];

const capabilities = (codeAction: object) => ({
  workspace: { configuration: true },
  textDocument: { diagnostic: {}, codeAction },
});

function asker(server: TestServer) {
  return async (name: string, only?: readonly string[], text = overlaps) => {
    const document = await server.open(name, text);
    const actions = await server.request<Action[]>("textDocument/codeAction", {
      textDocument: { uri: document.uri },
      range: { start: document.at, end: document.at },
      context: { diagnostics: [], ...(only && { only }) },
    });
    return { ...document, actions };
  };
}

/** What the lines that the edits touch become; each of these edits stays on its line. */
function linesAfter(text: string, edits: readonly Edit[]): readonly string[] {
  return edits.map(({ range, newText }) => {
    const line = text.split("\n")[range.start.line] ?? "";
    return line.slice(0, range.start.character) + newText + line.slice(range.end.character);
  });
}

describe("a client that asks for edits later", () => {
  let server: TestServer;
  let ask: ReturnType<typeof asker>;
  beforeAll(async () => {
    server = await startTestServer({
      capabilities: capabilities({ dataSupport: true, resolveSupport: { properties: ["edit"] } }),
    });
    ask = asker(server);
  });
  afterAll(() => server.stop());

  test("is told of the kinds and that actions are resolved", () => {
    expect(server.capabilities.codeActionProvider).toEqual({
      codeActionKinds: expect.arrayContaining(["quickfix", "source.fixAll.routewise"]),
      resolveProvider: true,
    });
  });

  test.each(["source", "source.fixAll", "source.fixAll.routewise"])("gets everything fixed for %s", async (kind) => {
    const { uri, text, actions } = await ask(`${kind}.yaml`, [kind]);
    expect(actions.map(({ title, kind, edit }) => ({ title, kind, edit }))).toEqual([
      { title: "Fix all in this file (Routewise)", kind: "source.fixAll.routewise", edit: undefined },
    ]);
    const resolved = await server.request<Action>("codeAction/resolve", actions[0]);
    expect(linesAfter(text, resolved.edit?.changes[uri] ?? [])).toEqual(fixedLines);
  });

  test("gets all of one kind under the light bulb, and nothing that fixes the whole file", async () => {
    const { uri, text, actions } = await ask("kind.yaml");
    expect(actions.map(({ kind }) => kind)).not.toContain("source.fixAll.routewise");
    const all = actions.find(({ title }) => title.startsWith("Fix all of this kind: 2 × "));
    expect(all).toMatchObject({ kind: "quickfix" });
    expect(all?.edit).toBeUndefined();
    const resolved = await server.request<Action>("codeAction/resolve", all);
    expect(linesAfter(text, resolved.edit?.changes[uri] ?? [])).toEqual(fixedLines);
  });

  test("gets nothing where one finding is alone of its kind, or none can be fixed", async () => {
    const single = overlaps.slice(0, overlaps.indexOf("  C:")).replace("10.0.0.0/25", "10.0.0.0$0/25");
    const alone = await ask("alone.yaml", undefined, single);
    expect(alone.actions.length).toBeGreaterThan(0);
    expect(alone.actions.filter(({ title }) => title.startsWith("Fix all"))).toEqual([]);
    const clean = "Resources:\n  Vpc:\n    Type: AWS::EC2::VPC\n    Properties:\n      CidrBlock: 10.0.0.0/16$0\n";
    expect((await ask("clean.yaml", ["source.fixAll"], clean)).actions).toEqual([]);
  });
});

test("a client that cannot ask later gets the edits at once", async () => {
  const server = await startTestServer({ capabilities: capabilities({}), locale: "ja" });
  const { uri, text, actions } = await asker(server)("eager.yaml", ["source.fixAll"]);
  expect(actions.map(({ title }) => title)).toEqual(["このファイルの指摘をすべて修正する (Routewise)"]);
  expect(linesAfter(text, actions[0]?.edit?.changes[uri] ?? [])).toEqual(fixedLines);
  await server.stop();
});
