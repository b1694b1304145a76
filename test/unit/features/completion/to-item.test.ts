import { describe, expect, test } from "vitest";
import { blankCompletions } from "../../../../server/src/features/completion/completion.ts";
import { toCompletionItem } from "../../../../server/src/features/completion/to-item.ts";
import { completeAt, completionContext } from "../../../support/check-completion.ts";

const snippet = {
  id: "eip",
  prefix: "rw-eip",
  title: { en: "An address", ja: "アドレス" },
  description: { en: "One Elastic IP.", ja: "Elastic IP 1 つ。" },
  topics: [],
  bodies: {
    yaml: "Eip:\n  Type: AWS::EC2::EIP",
    json: '"Eip": { "Type": "AWS::EC2::EIP" }',
    typescript: "",
    python: "",
  },
};

describe("a document that holds nothing yet", () => {
  const blank = (text: string, languageId = "yaml", uri = "file:///a.yaml") =>
    blankCompletions({ uri, languageId, text }, text.length, completionContext({ snippets: [snippet] })).items;

  test("may become a template", () => {
    expect(blank("").map(({ label, newText }) => [label, newText])).toEqual([
      ["rw-eip", 'AWSTemplateFormatVersion: "2010-09-09"\nResources:\n  Eip:\n    Type: AWS::EC2::EIP'],
    ]);
    expect(blank("rw\n")[0]?.range).toEqual({ start: 0, end: 2 });
    expect(blank("", "json", "file:///a.json")[0]?.newText).toMatch(/^\{\n {2}"AWSTemplateFormatVersion"/);
  });

  test("but nothing is offered in documents of others", () => {
    expect(blank("services:\n  web:\n    image: x\n  ")).toEqual([]);
    expect(blank("", "typescript", "file:///a.ts")).toEqual([]);
  });
});

const target = {
  uri: "file:///a.yaml",
  positionAt: (offset: number) => ({ line: 0, character: offset }),
  runsCommands: false,
  insertReplace: false,
  commitCharacters: false,
  labelDetails: false,
};

test("items as the protocol has them", () => {
  const { item } = completeAt(`Resources:\n  Vpc:\n    Type: AWS::EC2::VPC\n    Properties:\n      $0\n`);
  const made = toCompletionItem(item("EnableDnsSupport"), { ...target, runsCommands: true });
  expect(made).toMatchObject({
    label: "EnableDnsSupport",
    textEdit: { newText: "EnableDnsSupport: " },
    command: { command: "editor.action.triggerSuggest" },
    data: { uri: "file:///a.yaml", subject: { kind: "property", path: ["EnableDnsSupport"] } },
  });
  const elsewhere = toCompletionItem(item("EnableDnsSupport"), { ...target, runsCommands: false });
  expect(elsewhere.command).toBeUndefined();
});

describe("what a client may be able to do", () => {
  const text = `Resources:
  Vpc: { Type: AWS::EC2::VPC }
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref V$0pc } }
  Name: { Type: AWS::EC2::EIP, Properties: { Tags: [{ Key: Name, Value: !Sub "\${}" }] } }
`;
  test("replace what stands behind the cursor, or insert before it", () => {
    const item = toCompletionItem(completeAt(text).item("Vpc"), { ...target, insertReplace: true });
    const start = text.indexOf("V$0pc");
    expect(item.textEdit).toMatchObject({
      newText: "Vpc",
      insert: { start: { character: start }, end: { character: start + 1 } },
      replace: { start: { character: start }, end: { character: start + 3 } },
    });
    expect(toCompletionItem(completeAt(text).item("Vpc"), target).textEdit).not.toHaveProperty("insert");
  });
  test("but never leave half of an address or of what is quoted", () => {
    const able = { ...target, insertReplace: true };
    const block = text
      .replace("$0", "")
      .replace("AWS::EC2::VPC }", "AWS::EC2::VPC, Properties: { CidrBlock: 10.$01.0.0/16 } }");
    expect(toCompletionItem(completeAt(block).item("10.0.0.0/16"), able).textEdit).not.toHaveProperty("insert");
    const quoted = text.replace("V$0pc", '"V$0pc"');
    const item = toCompletionItem(completeAt(quoted).item("Vpc"), able);
    expect(item.textEdit).toMatchObject({ newText: '"Vpc"' });
    expect(item.textEdit).not.toHaveProperty("insert");
  });
  test("show what every item is, not only the one that is chosen", () => {
    const vpc = completeAt(text).item("Vpc");
    expect(toCompletionItem(vpc, { ...target, labelDetails: true }).labelDetails).toEqual({
      description: "AWS::EC2::VPC",
    });
    expect(toCompletionItem(vpc, target)).toMatchObject({ detail: "AWS::EC2::VPC" });
    expect(toCompletionItem(vpc, target).labelDetails).toBeUndefined();
  });
  test("go on to an attribute with a dot", () => {
    const marked = text.replace("$0", "").replace("${}", "${$0}");
    const vpc = completeAt(marked).item("Vpc");
    expect(toCompletionItem(vpc, { ...target, commitCharacters: true }).commitCharacters).toEqual(["."]);
    expect(toCompletionItem(vpc, target).commitCharacters).toBeUndefined();
  });
});
