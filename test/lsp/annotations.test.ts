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

function hintsIn(uri: string, lines: readonly [number, number] = [0, 12]): Promise<unknown> {
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
