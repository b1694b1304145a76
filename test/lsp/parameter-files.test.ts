/** Values of parameter files over the protocol: chosen by the settings, offered by fit, live while they are typed. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../support/lsp.ts";

const template = `Parameters:
  VpcCidr: { Type: String, Default: 10.0.0.0/16 }
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: !Ref VpcCidr } }
  A: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
`;

let folder: string;
let server: TestServer;
let uri: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "routewise-parameters-"));
  await mkdir(join(folder, "params"));
  await writeFile(join(folder, "params/prod.json"), '["VpcCidr=10.9.0.0/16"]');
  await writeFile(join(folder, "network.yaml"), template);
  uri = pathToFileURL(join(folder, "network.yaml")).href;
  server = await startTestServer({
    rootUri: pathToFileURL(folder).href,
    settings: { parameterFiles: { "network.yaml": "params/prod.json" } },
  });
  await server.notify("textDocument/didOpen", {
    textDocument: { uri, languageId: "yaml", version: 1, text: template },
  });
});
afterAll(async () => {
  expect(server.errors).toEqual([]);
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

async function messages(): Promise<readonly string[]> {
  const { items } = await server.request<{ items: readonly { code: string; message: string }[] }>(
    "textDocument/diagnostic",
    { textDocument: { uri } },
  );
  return items.filter(({ code }) => code === "subnet-outside-vpc").map(({ message }) => message);
}

test("the chosen file's values are assumed, and findings say so", async () => {
  const [message] = await messages();
  expect(message).toMatch(/^With the assumed value of VpcCidr \(10\.9\.0\.0\/16\), A 10\.0\.0\.0\/24 lies outside Vpc/);
});

test("the status names the file, and the offers say how well each fits", async () => {
  const file = pathToFileURL(join(folder, "params/prod.json")).href;
  expect(await server.request("routewise/status", { uri })).toEqual({
    source: "cloudformation",
    vpcs: 1,
    subnets: 1,
    findings: 1,
    parameters: 1,
    parameterFile: { uri: file, isRead: true },
  });
  expect(await server.request("routewise/parameterFiles", { uri })).toEqual({
    template: "network.yaml",
    files: [{ path: "params/prod.json", given: 1, missing: [], unknown: [] }],
  });
});

test("what is typed into the file counts at once, and its last good text while it is broken", async () => {
  const file = pathToFileURL(join(folder, "params/prod.json")).href;
  const type = async (version: number, text: string) => {
    await server.notify("textDocument/didChange", {
      textDocument: { uri: file, version },
      contentChanges: [{ text }],
    });
    await server.request("routewise/status", { uri });
  };
  await server.notify("textDocument/didOpen", {
    textDocument: { uri: file, languageId: "json", version: 1, text: '["VpcCidr=10.9.0.0/16"]' },
  });
  await type(2, '["VpcCidr=10.0.0.0/16"]');
  expect(await messages()).toEqual([]);
  await type(3, '["VpcCidr=10.0.0.0/16", ');
  expect(await messages()).toEqual([]);
  await type(4, '["VpcCidr=10.8.0.0/16"]');
  expect((await messages())[0]).toContain("10.8.0.0/16");
});

test("nothing for what is no template", async () => {
  expect(await server.request("routewise/status", { uri: "file:///nowhere.yaml" })).toBeNull();
  expect(await server.request("routewise/parameterFiles", { uri: "file:///nowhere.yaml" })).toEqual({
    template: null,
    files: [],
  });
});

test("findings that are switched off are not counted", async () => {
  const silent = await startTestServer({ settings: { diagnostics: { enabled: false } } });
  try {
    const textDocument = { uri: "file:///silent.yaml", languageId: "yaml", version: 1, text: template };
    await silent.notify("textDocument/didOpen", { textDocument });
    expect(await silent.request("routewise/status", { uri: textDocument.uri })).toMatchObject({
      subnets: 1,
      findings: null,
    });
  } finally {
    await silent.stop();
  }
});
