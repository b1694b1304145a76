/** Definition, references, highlights and rename over the protocol. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../support/lsp.ts";

const template = `Resources:
  Vpc:
    Type: AWS::EC2::VPC
  Net:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref V$0pc
`;
const declared = { start: { line: 1, character: 2 }, end: { line: 1, character: 5 } };
const used = { start: { line: 6, character: 18 }, end: { line: 6, character: 21 } };

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({
    locale: "ja",
    capabilities: { textDocument: { definition: { linkSupport: true } }, workspace: { workspaceEdit: {} } },
  });
});
afterAll(async () => {
  expect(server.errors).toEqual([]);
  await server.stop();
});

test("definition, as a link where the client takes one", async () => {
  const { uri, at } = await server.open("definition.yaml", template);
  const asked = { textDocument: { uri }, position: at };
  expect(await server.request("textDocument/definition", asked)).toEqual([
    {
      originSelectionRange: used,
      targetUri: uri,
      targetRange: { start: declared.start, end: { line: 2, character: 23 } },
      targetSelectionRange: declared,
    },
  ]);
  expect(await server.request("textDocument/declaration", asked)).toEqual([{ uri, range: declared }]);
});

test("references, with and without the declaration, and highlights", async () => {
  const { uri, at } = await server.open("references.yaml", template);
  const asked = { textDocument: { uri }, position: at };
  const references = (includeDeclaration: boolean) =>
    server.request("textDocument/references", { ...asked, context: { includeDeclaration } });
  expect(await references(true)).toEqual([
    { uri, range: declared },
    { uri, range: used },
  ]);
  expect(await references(false)).toEqual([{ uri, range: used }]);
  expect(await server.request("textDocument/documentHighlight", asked)).toEqual([
    { range: declared, kind: 3 },
    { range: used, kind: 2 },
  ]);
});

test("rename, and a refusal in the user's language", async () => {
  const { uri, at } = await server.open("rename.yaml", template);
  const asked = { textDocument: { uri }, position: at };
  expect(await server.request("textDocument/prepareRename", asked)).toEqual({ range: used, placeholder: "Vpc" });
  expect(await server.request("textDocument/rename", { ...asked, newName: "Network" })).toEqual({
    changes: {
      [uri]: [
        { range: declared, newText: "Network" },
        { range: used, newText: "Network" },
      ],
    },
  });
  await expect(server.request("textDocument/rename", { ...asked, newName: "Net" })).rejects.toThrow(
    "Net はすでに使われている",
  );
});

test("what AWS names is refused before anybody types", async () => {
  const { uri, at } = await server.open("given.yaml", template.replace("V$0pc", "AWS::Reg$0ion"));
  const asked = { textDocument: { uri }, position: at };
  await expect(server.request("textDocument/prepareRename", asked)).rejects.toThrow("AWS::Region は AWS が決めた名前");
});

test("nothing in a program, whose language's server knows better", async () => {
  const { uri, at } = await server.open(
    "stack.ts",
    'import * as ec2 from "aws-cdk-lib/aws-ec2";\nconst v$0pc = new ec2.Vpc(this, "Vpc");\n',
    "typescript",
  );
  const found = await server.request("textDocument/definition", { textDocument: { uri }, position: at });
  expect(found ?? []).toEqual([]);
});
