/** Ignoring over the protocol: the actions of a finding, and the hint on what is of no use. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../support/lsp.ts";

const rule = "cidr-host-bits";
const template = `Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.$00.1/16
`;

interface Action {
  readonly title: string;
  readonly isPreferred?: boolean;
  readonly edit?: { readonly documentChanges?: readonly Readonly<Record<string, unknown>>[] };
}

const capabilities = {
  workspace: { configuration: true, workspaceEdit: { documentChanges: true, resourceOperations: ["create"] } },
  textDocument: { diagnostic: {}, codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } },
};

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ rootUri: "file:///test", capabilities });
});
afterAll(async () => {
  expect(server.errors).toEqual([]);
  await server.stop();
});

async function actionsAt(name: string, marked: string, only?: readonly string[]): Promise<readonly Action[]> {
  const { uri, at } = await server.open(name, marked);
  return server.request<readonly Action[]>("textDocument/codeAction", {
    textDocument: { uri },
    range: { start: at, end: at },
    context: { diagnostics: [], ...(only && { only }) },
  });
}

describe("the actions of a finding", () => {
  test("repairs come first, then ways to ignore it, none of which is preferred", async () => {
    const actions = await actionsAt("order.yaml", template);
    const titles = actions.map(({ title }) => title);
    expect(titles.slice(-3)).toEqual([
      `Ignore ${rule} here`,
      `Ignore ${rule} for all of Vpc`,
      `Turn off ${rule} in .routewise.yaml`,
    ]);
    expect(titles.length).toBeGreaterThan(3);
    expect(actions.slice(-3).some(({ isPreferred }) => isPreferred)).toBe(false);
  });

  test("are none where only other kinds are asked for", async () => {
    expect(await actionsAt("kind.yaml", template, ["source.organizeImports"])).toEqual([]);
  });

  test("the team's file is made where there is none", async () => {
    const [off] = (await actionsAt("create.yaml", template)).slice(-1);
    expect(off?.edit?.documentChanges).toEqual([
      { kind: "create", uri: "file:///test/.routewise.yaml", options: { ignoreIfExists: true } },
      {
        textDocument: { uri: "file:///test/.routewise.yaml", version: null },
        edits: [
          {
            range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
            newText: `rules:\n  ${rule}: off\n`,
          },
        ],
      },
    ]);
  });

  test("the team's file is edited where it is, at the version at hand", async () => {
    const config = await server.open(".routewise.yaml", "rules:\n  subnet-overlap: hint # why\n");
    const [off] = (await actionsAt("edit.yaml", template)).slice(-1);
    expect(off?.edit?.documentChanges).toEqual([
      {
        textDocument: { uri: config.uri, version: 1 },
        edits: [
          {
            range: { start: { line: 1, character: 28 }, end: { line: 1, character: 28 } },
            newText: `\n  ${rule}: off`,
          },
        ],
      },
    ]);
    await server.notify("textDocument/didClose", { textDocument: { uri: config.uri } });
  });
});

test("an ignore takes the finding away, and one of no use is a hint that fades and leads to no page", async () => {
  const ignoring = template.replace("$0", "").replace("/16", `/16 # routewise-ignore ${rule}, subnet-overlap`);
  const { uri } = await server.open("ignored.yaml", ignoring);
  const { items } = await server.request<{ items: readonly object[] }>("textDocument/diagnostic", {
    textDocument: { uri },
  });
  expect(items).toMatchObject([{ code: "ignore-unused", severity: 4, tags: [1] }]);
  expect(items[0]).not.toHaveProperty("codeDescription");
});

test("the hint's fix takes the ignore out", async () => {
  const unused = template.replace("10.0.$00.1/16", "10.0.0.0/16 # routewise-ignore cidr-h$0ost-bits why");
  const [remove] = await actionsAt("unused.yaml", unused);
  expect(remove).toMatchObject({
    title: "Remove this ignore",
    isPreferred: true,
    edit: { documentChanges: [{ edits: [{ newText: "", range: { start: { line: 4, character: 28 } } }] }] },
  });
});

test("in Japanese", async () => {
  const japanese = await startTestServer({ locale: "ja", rootUri: "file:///test", capabilities });
  const { uri, at } = await japanese.open("ja.yaml", template);
  const actions = await japanese.request<readonly Action[]>("textDocument/codeAction", {
    textDocument: { uri },
    range: { start: at, end: at },
    context: { diagnostics: [] },
  });
  expect(actions.map(({ title }) => title).slice(-3)).toEqual([
    `ここでは ${rule} を無視する`,
    `Vpc 全体で ${rule} を無視する`,
    `.routewise.yaml で ${rule} を無効にする`,
  ]);
  await japanese.stop();
});
