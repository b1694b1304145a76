/** Exports, imports and nested stacks over the protocol, in a workspace on disk. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../support/lsp.ts";

const network = `Parameters:
  VpcCidr: { Type: String, Default: 10.0.0.0/16 }
  Stage: { Type: String }
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: !Ref VpcCidr } }
Outputs:
  VpcId:
    Value: !Ref Vpc
    Export: { Name: !Sub "\${AWS::StackName}-VpcId" }
`;
const app = `Parameters:
  NetworkStack: { Type: String }
Resources:
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Servers
      VpcId: !ImportValue { "Fn::Sub": "\${NetworkStack}-VpcId" }
  Child:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: ./network.yaml
      Parameters:
        Stage: prod
  Second: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: b, VpcId: !GetAtt Child.Outputs.VpcId } }
`;

let folder: string;
let server: TestServer;
let appUri: string;
let networkUri: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "routewise-across-"));
  await mkdir(join(folder, "node_modules"));
  await writeFile(join(folder, "network.yaml"), network);
  await writeFile(join(folder, "app.yaml"), app);
  await writeFile(join(folder, "node_modules/copy.yaml"), network);
  await writeFile(join(folder, "pod.yaml"), "kind: Pod\n");
  appUri = pathToFileURL(join(folder, "app.yaml")).href;
  networkUri = pathToFileURL(join(folder, "network.yaml")).href;
  server = await startTestServer({ rootUri: pathToFileURL(folder).href, capabilities: {} });
  await server.notify("textDocument/didOpen", {
    textDocument: { uri: appUri, languageId: "yaml", version: 1, text: app },
  });
});
afterAll(async () => {
  expect(server.errors).toEqual([]);
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

/** The place of a text, a character inside. */
function placeOf(text: string, words: string) {
  const offset = text.indexOf(words) + 1;
  const before = text.slice(0, offset);
  return { line: before.split("\n").length - 1, character: offset - (before.lastIndexOf("\n") + 1) };
}

function lineIn(text: string, { range }: { readonly range: { readonly start: { readonly line: number } } }): string {
  return text.split("\n")[range.start.line]?.trim() ?? "";
}

interface Location {
  readonly uri: string;
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
}

const ask = <T>(method: string, uri: string, text: string, words: string, more = {}) =>
  server.request<T>(method, { textDocument: { uri }, position: placeOf(text, words), ...more });

test.each([
  ["an import to the export", "ImportValue", 'Export: { Name: !Sub "${AWS::StackName}-VpcId" }'],
  ["a nested stack to its template", "./network", "Parameters:"],
  ["its output", "VpcId }", "VpcId:"],
  ["its parameter", "Stage: prod", "Stage: { Type: String }"],
])("definition of %s", async (_, words, line) => {
  const [found, ...more] = await ask<readonly Location[]>("textDocument/definition", appUri, app, words);
  expect(more).toEqual([]);
  expect(found?.uri).toBe(networkUri);
  expect(found && lineIn(network, found)).toBe(line);
});

test("references of an export, from the file that has it and is not open elsewhere", async () => {
  await server.notify("textDocument/didOpen", {
    textDocument: { uri: networkUri, languageId: "yaml", version: 1, text: network },
  });
  const found = await ask<readonly Location[]>("textDocument/references", networkUri, network, "VpcId:", {
    context: { includeDeclaration: false },
  });
  expect(found.map((each) => [each.uri === appUri, lineIn(app, each)])).toEqual([
    [true, 'VpcId: !ImportValue { "Fn::Sub": "${NetworkStack}-VpcId" }'],
    [true, expect.stringContaining("!GetAtt Child.Outputs.VpcId")],
  ]);
});

test("a hover says what an import brings, and who imports an output", async () => {
  type Hover = { readonly contents: { readonly value: string } };
  const imported = await ask<Hover>("textDocument/hover", appUri, app, "ImportValue");
  expect(imported.contents.value).toMatch(/export of \*VpcId\* in `network\.yaml`[\s\S]*10\.0\.0\.0\/16/);
  const output = await ask<Hover>("textDocument/hover", networkUri, network, "VpcId:");
  expect(output.contents.value).toContain("Imported by `app.yaml` (*Group*)");
});

test("symbols of the workspace, by a part of the name or the type; nothing of what tools fetched", async () => {
  type Symbols = readonly { readonly name: string; readonly containerName: string; readonly location: Location }[];
  const found = await server.request<Symbols>("workspace/symbol", { query: "vpc" });
  expect(found.map(({ name, containerName }) => `${name}: ${containerName}`)).toContain(
    "Vpc: network.yaml · AWS::EC2::VPC",
  );
  expect(found.every(({ location: { uri } }) => uri === networkUri || uri === appUri)).toBe(true);
  expect(
    (await server.request<Symbols>("workspace/symbol", { query: "securitygroup" })).map(({ name }) => name),
  ).toEqual(["Group", "Second"]);
});

test("what is typed and not saved counts", async () => {
  await server.notify("textDocument/didChange", {
    textDocument: { uri: networkUri, version: 2 },
    contentChanges: [{ text: network.replace("-VpcId", "-Network") }],
  });
  const definition = await ask<readonly Location[] | null>("textDocument/definition", appUri, app, "ImportValue");
  expect((definition ?? []).filter(({ uri }) => uri === networkUri)).toEqual([]);
});
