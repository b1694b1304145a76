import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { insertionOf, pageSnippet, snippetList } from "../../../server/src/features/snippets/insertion.ts";
import { readSnippets, type Snippet } from "../../../server/src/features/snippets/snippet-data.ts";
import { plainText } from "../../../server/src/features/snippets/snippet-text.ts";

const snippet: Snippet = {
  id: "group",
  prefix: "rw-group",
  title: { en: "Group", ja: "グループ" },
  description: { en: "A group", ja: "グループ 1 つ" },
  topics: [],
  bodies: {
    yaml: "${1:Group}:\n  Type: AWS::EC2::SecurityGroup\n  Properties:\n    SecurityGroupIngress:\n      - IpProtocol: tcp\n        FromPort: 443\nOther:\n  Type: X\n",
    json: '"${1:Group}": {\n  "Type": "AWS::EC2::SecurityGroup"\n},\n"Other": {\n  "Type": "X"\n}',
    typescript: 'const ${1:group} = new ec2.SecurityGroup(this, "Group", {\n  vpc,\n});\n',
    python: "${1:group} = ec2.SecurityGroup(\n    self,\n    vpc=vpc,\n)\n",
  },
};

/** The document after the snippet went in at the mark `$0`, with its defaults, imports included. */
function inserted(languageId: string, marked: string): string | undefined {
  const offset = marked.indexOf("$0");
  const text = marked.replace("$0", "");
  const insertion = insertionOf([snippet], { id: "group", languageId, text, offset });
  if (insertion === undefined) return undefined;
  let result = text.slice(0, insertion.offset) + plainText(insertion.text) + text.slice(insertion.offset);
  for (const { range, newText } of insertion.edits) {
    result = result.slice(0, range.start) + newText + result.slice(range.end);
  }
  return result;
}

describe("into YAML", () => {
  const entries = `  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      SecurityGroupIngress:
        - IpProtocol: tcp
          FromPort: 443
  Other:
    Type: X
`;

  test("an empty document gets everything around the resources", () => {
    expect(inserted("yaml", "$0")).toBe(`AWSTemplateFormatVersion: "2010-09-09"\nResources:\n${entries}`);
  });

  test("a template without resources gets the section at its end", () => {
    const before = "Description: x\nParameters:\n  P: { Type: String }\n";
    expect(inserted("yaml", `Description: $0x\nParameters:\n  P: { Type: String }\n`)).toBe(
      `${before}Resources:\n${entries}`,
    );
    expect(inserted("yaml", "Description: x$0")).toBe(`Description: x\nResources:\n${entries}`);
  });

  test("behind the resource with the cursor, before the comment of the next", () => {
    const first = "Resources:\n  A:\n    Type: X\n";
    const rest = "\n  # The second\n  B:\n    Type: X\nOutputs: {}\n";
    expect(
      inserted("yaml", "Resources:\n  A:\n    Type: $0X\n\n  # The second\n  B:\n    Type: X\nOutputs: {}\n"),
    ).toBe(first + entries + rest);
  });

  test("at the end of the section where the cursor is elsewhere", () => {
    const before = "Resources:\n  A:\n    Type: X\n";
    expect(inserted("yaml", "Resources:\n  A:\n    Type: X\n\nOutputs:\n  O: $0{}\n")).toBe(
      `${before}${entries}\nOutputs:\n  O: {}\n`,
    );
  });

  test("under a heading with nothing below it", () => {
    expect(inserted("yaml", "Resources:\n  $0")).toBe(`Resources:\n${entries}  `);
    expect(inserted("yaml", "Resources:$0")).toBe(`Resources:\n${entries}`);
  });

  test("in the indentation and the line ends of the document", () => {
    const text = inserted("yaml", "Resources:\r\n    A:\r\n        Type: X\r\n$0") ?? "";
    expect(text).toContain("\r\n    Group:\r\n        Type: AWS::EC2::SecurityGroup\r\n");
    expect(text.replaceAll("\r\n", "")).not.toContain("\n");
    expect(parse(text)).toEqual({
      Resources: {
        A: { Type: "X" },
        Group: {
          Type: "AWS::EC2::SecurityGroup",
          Properties: { SecurityGroupIngress: [{ IpProtocol: "tcp", FromPort: 443 }] },
        },
        Other: { Type: "X" },
      },
    });
  });

  test("resources in braces leave no place", () => {
    expect(inserted("yaml", "Resources: { A: { Type: X } }$0")).toBeUndefined();
  });
});

describe("into JSON", () => {
  const entries = { Group: { Type: "AWS::EC2::SecurityGroup" }, Other: { Type: "X" } };
  const order = (text: string | undefined): string[] => Object.keys(JSON.parse(text ?? "").Resources);

  test("an empty document", () => {
    expect(JSON.parse(inserted("json", "$0") ?? "")).toEqual({
      AWSTemplateFormatVersion: "2010-09-09",
      Resources: entries,
    });
  });

  test.each(["{$0}", "{\n}$0", '{ "Description": "a } b" }$0', '{\n  "Description": "x",\n  "Outputs": {}\n}$0'])(
    "a template without resources: %s",
    (text) => {
      expect(JSON.parse(inserted("json", text) ?? "").Resources).toEqual(entries);
    },
  );

  test.each([
    ['{ "Resources": {$0} }', ["Group", "Other"]],
    ['{\n  "Resources": {\n  }\n}$0', ["Group", "Other"]],
    ['{ "Resources": { "A": { "Type"$0: "X" }, "B": {} } }', ["A", "Group", "Other", "B"]],
    ['{ "Resources": { "A": {},$0 "B": {} }, "Outputs": {} }', ["A", "Group", "Other", "B"]],
    ['{ "Resources": { "A": {}, "B": {} }, "Outputs": {$0} }', ["A", "B", "Group", "Other"]],
    ['{ "Resources": {$0 "A": {} } }', ["Group", "Other", "A"]],
  ])("among resources: %s", (text, ids) => {
    expect(order(inserted("json", text))).toEqual(ids);
  });

  test("a comma that already stands there is used", () => {
    expect(order(inserted("json", '{ "Resources": { "A": {},$0 } }'))).toEqual(["A", "Group", "Other"]);
  });

  test("in the indentation of the document", () => {
    expect(inserted("json", '{\n\t"Resources": {\n\t\t"A": {}$0\n\t}\n}')).toBe(
      '{\n\t"Resources": {\n\t\t"A": {},\n\t\t"Group": {\n\t\t\t"Type": "AWS::EC2::SecurityGroup"\n\t\t},\n\t\t"Other": {\n\t\t\t"Type": "X"\n\t\t}\n\t}\n}',
    );
  });

  test("broken text is no reason to fail", () => {
    for (const text of [
      '{ "Resources": {$0',
      '{ "Resources": [$0] }',
      '{ "Resources"$0',
      "[$0]",
      '{ "Resources": "x$0',
      "x$0",
    ]) {
      expect(() => inserted("json", text)).not.toThrow();
    }
  });
});

describe("into code", () => {
  test("statements in the indentation of the line, and the import that is missing", () => {
    const code =
      'import * as cdk from "aws-cdk-lib";\nclass S extends cdk.Stack {\n  constructor() {\n    super();\n    $0\n  }\n}\n';
    expect(inserted("typescript", code)).toBe(
      'import * as ec2 from "aws-cdk-lib/aws-ec2";\nimport * as cdk from "aws-cdk-lib";\nclass S extends cdk.Stack {\n  constructor() {\n    super();\n' +
        '    const group = new ec2.SecurityGroup(this, "Group", {\n      vpc,\n    });\n  }\n}\n',
    );
  });

  test("behind a line with code, deeper where it opens a block", () => {
    const code = "from aws_cdk import aws_ec2 as ec2\nclass S:\n    def __init__(self):$0\n";
    expect(inserted("python", code)).toBe(
      "from aws_cdk import aws_ec2 as ec2\nclass S:\n    def __init__(self):\n        group = ec2.SecurityGroup(\n            self,\n            vpc=vpc,\n        )\n",
    );
  });

  test.each([
    ["typescript", 'import { aws_ec2 as ec2 } from "aws-cdk-lib";\n$0', 0],
    ["typescript", 'import { Stack } from "aws-cdk-lib";\n$0', 1],
    ["javascript", 'const ec2 = require("aws-cdk-lib/aws-ec2");\n$0', 0],
    ["python", "import aws_cdk.aws_ec2 as ec2\n$0", 0],
    ["python", "from aws_cdk import (\n    aws_ec2 as ec2,\n    Stack,\n)\n$0", 0],
    ["typescript", 'import {\n  aws_ec2 as ec2,\n  Stack,\n} from "aws-cdk-lib";\n$0', 0],
    ["python", "import aws_cdk as cdk\n$0", 1],
  ])("imports once, in %s: %s", (languageId, marked, count) => {
    const text = marked.replace("$0", "");
    const insertion = insertionOf([snippet], { id: "group", languageId, text, offset: text.length });
    expect(insertion?.edits.length).toBe(count);
  });

  test("CommonJS stays CommonJS, and a shebang stays first", () => {
    expect(inserted("javascript", '#!/usr/bin/env node\nconst cdk = require("aws-cdk-lib");\n$0')).toMatch(
      /^#!\/usr\/bin\/env node\nconst ec2 = require\("aws-cdk-lib\/aws-ec2"\);\nconst cdk/,
    );
  });
});

test("other languages and unknown snippets give nothing", () => {
  expect(inserted("markdown", "$0")).toBeUndefined();
  expect(insertionOf([snippet], { id: "nope", languageId: "yaml", text: "", offset: 0 })).toBeUndefined();
});

test("a list and a page in the reader's language", () => {
  expect(snippetList([snippet], "ja")).toEqual([{ id: "group", title: "グループ", description: "グループ 1 つ" }]);
  const page = pageSnippet([snippet], "group", "en");
  expect(page?.title).toBe("Group");
  expect(page?.languages.map(({ language }) => language)).toEqual(["yaml", "json", "typescript", "python"]);
  expect(page?.languages[0]?.text).toMatch(/^Resources:\n {2}Group:/);
  expect(pageSnippet([snippet], "nope", "en")).toBeUndefined();
});

test("defaults are filled in wherever the placeholder is repeated, and escapes taken off", () => {
  expect(plainText("${1:Vpc} $1 ${1} ${2:a}$2b \\${AWS::Region}")).toBe("Vpc Vpc Vpc aab ${AWS::Region}");
});

test("what is no snippet is left out", () => {
  expect(readSnippets([snippet, {}, null, { ...snippet, title: { en: "x" } }])).toEqual([snippet]);
  expect(readSnippets(undefined)).toEqual([]);
});
