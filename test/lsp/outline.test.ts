/** Symbols, folding, selection, links and tokens over the protocol. */
import { afterEach, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../support/lsp.ts";

const template = `Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0$0.0.0/16
`;

let server: TestServer;
afterEach(async () => {
  expect(server.errors).toEqual([]);
  await server.stop();
});

test("symbols with children, and a flat list for clients without", async () => {
  server = await startTestServer({
    capabilities: { textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } } },
  });
  const { uri } = await server.open("a.yaml", template);
  const range = { start: { line: 1, character: 2 }, end: { line: 4, character: 28 } };
  expect(await server.request("textDocument/documentSymbol", { textDocument: { uri } })).toMatchObject([
    {
      name: "Resources",
      selectionRange: { start: { line: 0, character: 0 }, end: { line: 0, character: 9 } },
      children: [{ name: "Vpc", detail: "VPC · 10.0.0.0/16 · 0 subnets", range }],
    },
  ]);
  await server.stop();
  server = await startTestServer({ capabilities: {} });
  await server.open("a.yaml", template);
  expect(await server.request("textDocument/documentSymbol", { textDocument: { uri } })).toMatchObject([
    { name: "Resources" },
    { name: "Vpc", containerName: "Resources", location: { uri, range } },
  ]);
});

test("folding, within the client's limit, and selection", async () => {
  server = await startTestServer({ capabilities: { textDocument: { foldingRange: { rangeLimit: 2 } } } });
  const { uri, at } = await server.open("a.yaml", template);
  expect(await server.request("textDocument/foldingRange", { textDocument: { uri } })).toEqual([
    { startLine: 0, endLine: 4 },
    { startLine: 1, endLine: 4 },
  ]);
  expect(await server.request("textDocument/selectionRange", { textDocument: { uri }, positions: [at] })).toMatchObject(
    [{ parent: { parent: { range: { start: { line: 4, character: 17 }, end: { line: 4, character: 28 } } } } }],
  );
});

test("links to nested templates, and tokens of a range", async () => {
  server = await startTestServer({ capabilities: {} });
  const { uri } = await server.open(
    "app.yaml",
    "Resources:\n  Child:\n    Type: AWS::CloudFormation::Stack\n    Properties:\n      TemplateURL: ./network.yaml\n",
  );
  expect(await server.request("textDocument/documentLink", { textDocument: { uri } })).toEqual([
    {
      range: { start: { line: 4, character: 19 }, end: { line: 4, character: 33 } },
      target: "file:///test/network.yaml",
    },
  ]);
  const legend = ["function", "variable", "parameter", "enum", "macro", "number", "type"];
  expect(server.capabilities.semanticTokensProvider).toMatchObject({ legend: { tokenTypes: legend } });
  expect(await server.request("textDocument/semanticTokens/full", { textDocument: { uri } })).toEqual({
    data: [1, 2, 5, 1, 1, 1, 10, 26, 6, 0],
  });
  const range = { start: { line: 2, character: 0 }, end: { line: 3, character: 0 } };
  expect(await server.request("textDocument/semanticTokens/range", { textDocument: { uri }, range })).toEqual({
    data: [2, 10, 26, 6, 0],
  });
});
