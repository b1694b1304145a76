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

test.each([
  [
    "stack.ts",
    "typescript",
    'import * as ec2 from "aws-cdk-lib/aws-ec2";\nnew ec2.CfnVPC(this, "V", {\n  cidrBlock: "x",\n});\n',
  ],
  [
    "stack.py",
    "python",
    'from aws_cdk import aws_ec2 as ec2\ndef made(scope):\n    ec2.CfnVPC(scope, "V", cidr_block="x")\n',
  ],
  ["plain.py", "python", "if True:\n    print(1)\n"],
  ["service.yaml", "yaml", "kind: Service\nspec:\n  ports:\n    - port: 80\n"],
  ["package.json", "json", '{\n  "name": "a",\n  "files": {\n    "b": 1\n  }\n}\n'],
])("null of %s: an empty answer would take folds and colours away", async (name, languageId, text) => {
  server = await startTestServer({ capabilities: {} });
  const uri = `file:///test/${name}`;
  // Programs are read once their parser is there, and their diagnostics come then.
  await server.diagnosticsAfter(uri, async () => {
    await server.open(name, text, languageId);
  });
  const [start, end] = [
    { line: 0, character: 0 },
    { line: 2, character: 0 },
  ];
  for (const [method, params] of [
    ["documentSymbol", {}],
    ["foldingRange", {}],
    ["documentLink", {}],
    ["selectionRange", { positions: [start] }],
    ["semanticTokens/full", {}],
    ["semanticTokens/range", { range: { start, end } }],
  ] as const) {
    const answer = await server.request(`textDocument/${method}`, { textDocument: { uri }, ...params });
    expect([method, answer]).toEqual([method, null]);
  }
});
