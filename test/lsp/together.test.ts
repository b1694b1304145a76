/** Beside AWS's own language server: its documentation stands in one hover, not in two. */
import { afterEach, describe, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../support/lsp.ts";

const template = `AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Subnet:
    Type: AWS::EC2::Subnet
    Properties:
      Outpost$0Arn: !Ref Outpost
`;

let server: TestServer;
afterEach(() => server.stop());

async function hoverOf(uri: string, position: unknown): Promise<string | undefined> {
  const hover = await server.request<{ contents: { value: string } } | null>("textDocument/hover", {
    textDocument: { uri },
    position,
  });
  return hover?.contents.value;
}

describe("a property's hover", () => {
  test("quotes AWS, unless another extension does", async () => {
    server = await startTestServer({ initializationOptions: { quotesAwsElsewhere: true } });
    const { uri, at } = await server.open("together.yaml", template);
    const short = await hoverOf(uri, at);
    expect(short).toContain("OutpostArn");
    expect(short).not.toContain("*AWS:*");
    await server.notify("routewise/awsQuotes", { elsewhere: false });
    expect(await hoverOf(uri, at)).toContain("*AWS:*");
  });
});
