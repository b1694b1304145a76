/** Refactorings as code actions, over the protocol. */
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

const template = `Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0$0.0.0/16
`;

const capabilities = (codeAction: object) => ({
  workspace: { configuration: true },
  textDocument: { diagnostic: {}, codeAction },
});

async function ask(server: TestServer, name: string, only?: readonly string[]) {
  const { uri, at } = await server.open(name, template);
  const actions = await server.request<Action[]>("textDocument/codeAction", {
    textDocument: { uri },
    range: { start: at, end: at },
    context: { diagnostics: [], ...(only && { only }) },
  });
  return { uri, actions };
}

const edits = [
  {
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    newText: "Parameters:\n  VpcCidrBlock:\n    Type: String\n    Default: 10.0.0.0/16\n",
  },
  {
    range: { start: { line: 4, character: 17 }, end: { line: 4, character: 28 } },
    newText: "!Ref VpcCidrBlock",
  },
];

describe("a client that asks for edits later", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({
      capabilities: capabilities({ dataSupport: true, resolveSupport: { properties: ["edit"] } }),
    });
  });
  afterAll(() => server.stop());

  test("is told of the kinds", () =>
    expect(server.capabilities.codeActionProvider).toMatchObject({
      codeActionKinds: expect.arrayContaining(["refactor.extract", "refactor.inline", "refactor.rewrite"]),
      resolveProvider: true,
    }));

  test("gets them when one is chosen", async () => {
    const { uri, actions } = await ask(server, "later.yaml", ["refactor.extract"]);
    expect(actions.map(({ title, kind, edit }) => ({ title, kind, edit }))).toEqual([
      { title: "Extract 10.0.0.0/16 to the parameter VpcCidrBlock", kind: "refactor.extract", edit: undefined },
    ]);
    const resolved = await server.request<Action>("codeAction/resolve", actions[0]);
    expect(resolved.edit?.changes[uri]).toEqual(edits);
  });

  test("gets none of another kind", async () => {
    const { actions } = await ask(server, "other.yaml", ["refactor.move"]);
    expect(actions).toEqual([]);
  });
});

test("a client that cannot ask later gets the edits at once, in its language", async () => {
  const server = await startTestServer({ capabilities: capabilities({}), locale: "ja" });
  const { uri, actions } = await ask(server, "eager.yaml", ["refactor"]);
  const extract = actions.find(({ kind }) => kind === "refactor.extract");
  expect(extract?.title).toBe("10.0.0.0/16 をパラメーター VpcCidrBlock にする");
  expect(extract?.edit?.changes[uri]).toEqual(edits);
  await server.stop();
});
