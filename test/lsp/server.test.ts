/** The built server over stdio: each method answers, in the user's language, and nothing else comes out of stdout. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../support/lsp.ts";

const overlapping = `AWSTemplateFormatVersion: "2010-09-09"
Resources:
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
      CidrBlock: 10.0.$00.128/25
`;

interface Diagnostic {
  readonly code: string;
  readonly source: string;
  readonly message: string;
  readonly severity: number;
  readonly range: { readonly start: { readonly line: number } };
  readonly codeDescription?: { readonly href: string };
  readonly data?: { readonly facts: readonly string[] };
}
interface Report {
  readonly kind: string;
  readonly resultId?: string;
  readonly items: readonly Diagnostic[];
}

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => {
  expect(server.errors).toEqual([]);
  await server.stop();
});

const pull = (uri: string, previousResultId?: string): Promise<Report> =>
  server.request("textDocument/diagnostic", { textDocument: { uri }, previousResultId });

describe("diagnostics", () => {
  test("are pulled, with our source, the rule's id and the address of its page", async () => {
    const { uri } = await server.open("pull.yaml", overlapping);
    const { kind, items } = await pull(uri);
    expect(kind).toBe("full");
    const overlap = items.find(({ code }) => code === "subnet-overlap");
    expect(overlap).toMatchObject({ source: "routewise", severity: 1, range: { start: { line: 15 } } });
    expect(overlap?.message).toContain("10.0.0.128/25");
    expect(overlap?.codeDescription?.href).toMatch(/subnet-overlap/);
    expect(overlap?.data?.facts).toContain("cidrplan.no-overlap");
  });

  test("are not sent twice for the same text", async () => {
    const { uri } = await server.open("unchanged.yaml", overlapping);
    const first = await pull(uri);
    expect(await pull(uri, first.resultId)).toMatchObject({ kind: "unchanged" });
  });

  test("follow an edit of the unsaved text", async () => {
    const { uri, at } = await server.open("edited.yaml", overlapping);
    await server.notify("textDocument/didChange", {
      textDocument: { uri, version: 2 },
      contentChanges: [{ range: { start: at, end: { ...at, character: at.character + 1 } }, text: "9" }],
    });
    expect((await pull(uri)).items.map(({ code }) => code)).not.toContain("subnet-overlap");
  });

  test.each([
    ["docker-compose.yml", "services:\n  web:\n    image: nginx\n    ports: ['80:80']\n"],
    [
      "workflow.yml",
      "on: push\njobs:\n  build:\n    runs-on: ubuntu-latest\n    steps: [{ uses: actions/checkout@v4 }]\n",
    ],
    ["pod.yaml", "apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec: { containers: [] }\n"],
    ["package.json", '{ "name": "a", "version": "1.0.0" }\n'],
  ])("and everything else stay away from %s", async (name, text) => {
    const { uri } = await server.open(name, text);
    const position = { line: 1, character: 3 };
    expect((await pull(uri)).items).toEqual([]);
    expect(await server.request("textDocument/hover", { textDocument: { uri }, position })).toBeNull();
    expect(await completionLabels(uri, position)).toEqual([]);
  });
});

interface Hover {
  readonly contents: { readonly value: string };
}
const hoverAt = (uri: string, position: unknown): Promise<Hover | null> =>
  server.request("textDocument/hover", { textDocument: { uri }, position });

async function completionLabels(uri: string, position: unknown): Promise<string[]> {
  const answer = await server.request<{ items: { label: string }[] } | { label: string }[] | null>(
    "textDocument/completion",
    { textDocument: { uri }, position, context: { triggerKind: 1 } },
  );
  return (Array.isArray(answer) ? answer : (answer?.items ?? [])).map(({ label }) => label);
}

test("hover on a CIDR block tells its size and its place in the VPC", async () => {
  const { uri, at } = await server.open("hover.yaml", overlapping);
  const hover = await hoverAt(uri, at);
  expect(hover?.contents.value).toContain("123 usable");
  expect(hover?.contents.value).toMatch(/Overlaps \*A\*/);
});

test("completion offers the VPC where a subnet wants one", async () => {
  const { uri, at } = await server.open(
    "complete.yaml",
    overlapping
      .replace("$0", "")
      .replace(
        "  B:\n    Type: AWS::EC2::Subnet\n    Properties:\n      VpcId: !Ref Vpc",
        "  B:\n    Type: AWS::EC2::Subnet\n    Properties:\n      VpcId: !Ref $0",
      ),
  );
  expect(await completionLabels(uri, at)).toContain("Vpc");
});

test("a quick fix moves the subnet, and the finding is gone", async () => {
  const { uri, text } = await server.open("fix.yaml", overlapping);
  const finding = (await pull(uri)).items.find(({ code }) => code === "subnet-overlap");
  const actions = await server.request<
    { kind: string; isPreferred?: boolean; edit: { changes: Record<string, { range: Range; newText: string }[]> } }[]
  >("textDocument/codeAction", { textDocument: { uri }, range: finding?.range, context: { diagnostics: [finding] } });
  const fix = actions.find(({ isPreferred }) => isPreferred) ?? actions[0];
  expect(fix?.kind).toBe("quickfix");
  const edits = fix?.edit.changes[uri] ?? [];
  expect(edits.length).toBeGreaterThan(0);
  const { uri: fixed } = await server.open("fixed.yaml", applied(text, edits));
  expect((await pull(fixed)).items).toEqual([]);
});

interface Range {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

function applied(text: string, edits: readonly { range: Range; newText: string }[]): string {
  const lines = text.split("\n");
  const offset = ({ line, character }: Range["start"]): number =>
    lines.slice(0, line).reduce((sum, { length }) => sum + length + 1, 0) + character;
  return edits
    .map(({ range, newText }) => ({ start: offset(range.start), end: offset(range.end), newText }))
    .sort((a, b) => b.start - a.start)
    .reduce((result, { start, end, newText }) => result.slice(0, start) + newText + result.slice(end), text);
}

describe("the reference", () => {
  test("lists topics by section, in the language asked for", async () => {
    const list = await server.request<{ sections: { title: string; topics: { id: string; title: string }[] }[] }>(
      "routewise/topics",
      { language: "ja" },
    );
    const topics = list.sections.flatMap((section) => section.topics);
    expect(topics.find(({ id }) => id === "nat-gateway")?.title).toBe("NAT ゲートウェイ");
  });

  test("gives a topic with numbered sources and its snippet, and null for what is not there", async () => {
    const page = await server.request<{ body: string; sources: unknown[] } | null>("routewise/page", {
      kind: "topic",
      id: "nat-gateway",
    });
    expect(page?.body).toContain("[^1]");
    expect(page?.sources.length).toBeGreaterThan(0);
    expect(await server.request("routewise/page", { kind: "topic", id: "no-such-topic" })).toBeNull();
  });

  test("has a page for each rule that is found", async () => {
    const { uri } = await server.open("page.yaml", overlapping);
    for (const { code } of (await pull(uri)).items) {
      expect(await server.request("routewise/page", { kind: "rule", id: code })).toMatchObject({ id: code });
    }
  });

  test("is searched, in the language asked for", async () => {
    const answer = await server.request<{ language: string; hits: { id: string; title: unknown }[] }>(
      "routewise/search",
      { query: "ルートテ", language: "ja" },
    );
    expect(answer.language).toBe("ja");
    expect(answer.hits[0]).toMatchObject({
      id: "route-table",
      title: { text: "ルートテーブル", marks: [{ start: 0, end: 4 }] },
    });
  });

  test("knows the page and the finding of a place, and null where nothing is known", async () => {
    const { uri, at } = await server.open("page-at.yaml", overlapping);
    expect(await server.request("routewise/pageAt", { uri, position: at })).toMatchObject({
      page: { kind: "topic" },
      findings: [{ kind: "rule", id: "subnet-overlap" }],
    });
    const position = { line: 1, character: 3 };
    expect(await server.request("routewise/pageAt", { uri, position })).toBeNull();
  });

  test("inserts a snippet indented for its place", async () => {
    const { uri, at } = await server.open("insert.yaml", "Resources:\n  Vpc: { Type: AWS::EC2::VPC }\n  $0\n");
    const insertion = await server.request<{ text: string } | null>("routewise/snippetInsertion", {
      id: "two-az-vpc",
      uri,
      languageId: "yaml",
      position: at,
    });
    expect(insertion?.text).toContain("AWS::EC2::VPC");
  });
});

test("a server for a Japanese editor speaks Japanese, and pushes where the client cannot pull", async () => {
  const japanese = await startTestServer({
    locale: "ja-JP",
    capabilities: { textDocument: { publishDiagnostics: {} } },
  });
  try {
    expect(japanese.capabilities).not.toHaveProperty("diagnosticProvider");
    const pushed = japanese.nextPush();
    const { uri, at } = await japanese.open("ja.yaml", overlapping);
    const { diagnostics } = await pushed;
    expect(diagnostics.map(({ code }) => code)).toContain("subnet-overlap");
    expect(diagnostics.map(({ message }) => message).join()).toMatch(/重複/);
    const hover = await japanese.request<Hover>("textDocument/hover", { textDocument: { uri }, position: at });
    expect(hover.contents.value).toContain("利用可能 123");
  } finally {
    await japanese.stop();
  }
});

test("hostile texts get an answer, and the server lives on", async () => {
  const texts = [
    "[".repeat(50_000),
    "Resources:\n  A: &a [*a, *a]\n",
    `{"Resources": {"A": {"Type": "AWS::EC2::VPC"`,
    "\u0000\uFEFF\t\r",
    "x".repeat(1_000_000),
    `AWSTemplateFormatVersion: 1\n${"- \n".repeat(150_000)}`,
    `AWSTemplateFormatVersion: 1\n${"k: v\n".repeat(20_000)}`,
    "Resources: {A: {Type: 'AWS::EC2::Subnet', Properties: {CidrBlock: !Select [9, !Cidr [!Ref A, -1, x]]}}}",
  ];
  for (const [index, text] of texts.entries()) {
    const { uri } = await server.open(`hostile-${index}.${text.startsWith("{") ? "json" : "yaml"}`, text);
    expect((await pull(uri)).kind).toBe("full");
  }
  const { uri, at } = await server.open("alive.yaml", overlapping);
  expect(await hoverAt(uri, at)).not.toBeNull();
});
