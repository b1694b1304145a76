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

test("items as the protocol has them", () => {
  const { item } = completeAt(`Resources:\n  Vpc:\n    Type: AWS::EC2::VPC\n    Properties:\n      $0\n`);
  const target = { uri: "file:///a.yaml", positionAt: (offset: number) => ({ line: 0, character: offset }) };
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
