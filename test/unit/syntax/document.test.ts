import fc from "fast-check";
import { parse as parseJson } from "jsonc-parser";
import { describe, expect, test } from "vitest";
import { parseDocument } from "yaml";
import { createParser, type ParsedDocument } from "../../../server/src/syntax/document.ts";
import type { SyntaxNode } from "../../../server/src/syntax/tree.ts";

type Language = "yaml" | "json";

const parse = (text: string, language: Language = "yaml") => createParser(language).parse(text);

/** The data that a tree stands for; of tagged scalars the text, as `yaml` gives it. */
function dataOf(node: SyntaxNode | undefined): unknown {
  if (node === undefined) return undefined;
  if (node.kind === "scalar") return node.tag === undefined ? node.value : node.text;
  if (node.kind === "sequence") return node.items.map(dataOf);
  return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, dataOf(value)]));
}

/** Everything about a tree, in absolute ranges. */
function dump({ layout, root, problems, style }: ParsedDocument): unknown {
  const range = (span: SyntaxNode["span"]) => {
    const { start, end } = layout.rangeOf(span);
    return `${start}-${end}`;
  };
  const node = (each: SyntaxNode): unknown => {
    const tag = [each.tag, each.tagSpan && range(each.tagSpan)];
    if (each.kind === "scalar") return [each.value, each.text, each.style, ...tag, range(each.span)];
    if (each.kind === "sequence") return [each.flow, ...tag, range(each.span), each.items.map(node)];
    const entries = each.entries.map(({ key, value, span, merged }) => [node(key), node(value), range(span), merged]);
    return [each.flow, ...tag, range(each.span), entries];
  };
  return {
    root: root && node(root),
    problems: problems.map(({ code, span, detail }) => [code, range(span), detail]),
    style,
  };
}

function resources(count: number, cidr: (index: number) => string, language: Language): string {
  const all = Array.from({ length: count }, (_, index) => index);
  if (language === "json") {
    const entries = all.map(
      (index) =>
        `    "R${index}": {\n      "Type": "AWS::EC2::VPC",\n      "Properties": { "CidrBlock": "${cidr(index)}" }\n    }`,
    );
    return `{\n  "Parameters": {\n    "P": { "Type": "String" }\n  },\n  "Resources": {\n${entries.join(",\n")}\n  }\n}\n`;
  }
  const entries = all.map(
    (index) => `  R${index}:\n    Type: AWS::EC2::VPC\n    Properties:\n      CidrBlock: ${cidr(index)}\n`,
  );
  return `Parameters:\n  P:\n    Type: String\nResources:\n${entries.join("\n")}Outputs:\n  O:\n    Value: 1\n`;
}

describe("an edit parses what it touches and no more", () => {
  test.each(["yaml", "json"] as const)("in one of 500 resources, %s", (language) => {
    const parser = createParser(language);
    const before = parser.parse(resources(500, () => "10.0.0.0/16", language));
    expect(before.statistics.whole).toBe(false);
    const after = parser.parse(resources(500, (index) => (index === 250 ? "10.1.0.0/16" : "10.0.0.0/16"), language));
    expect(after.statistics).toEqual({
      parsedBlocks: 1,
      reusedBlocks: before.statistics.parsedBlocks - 1,
      whole: false,
    });
  });

  test.each([
    ["an open quote", 'CidrBlock: "10'],
    ["an open bracket", "CidrBlock: !Select [0, !Cidr ["],
    ["a line of its own", "CidrBlock: 1\n      Cid"],
    ["another resource above", "CidrBlock: 1\n\n  New:\n    Type: AWS::EC2::EIP"],
  ])("%s in YAML", (_, lines) => {
    const parser = createParser("yaml");
    const text = resources(20, () => "10.0.0.0/16", "yaml");
    parser.parse(text);
    const { statistics } = parser.parse(text.replace("CidrBlock: 10.0.0.0/16", lines));
    expect(statistics.parsedBlocks).toBeLessThanOrEqual(2);
    expect(statistics.reusedBlocks).toBeGreaterThanOrEqual(21);
  });

  test.each([
    ["an open quote", '"CidrBlock": "10'],
    ["an open brace", '"CidrBlock": { "Ref": "A"'],
    ["a missing comma", '"CidrBlock": 1\n "B": 2'],
    ["a brace too many", '"CidrBlock": 1 }'],
  ])("%s in JSON", (_, lines) => {
    const parser = createParser("json");
    const text = resources(20, () => "10.0.0.0/16", "json");
    parser.parse(text);
    const { statistics } = parser.parse(text.replace('"CidrBlock": "10.0.0.0/16"', lines));
    expect(statistics).toEqual({ parsedBlocks: 1, reusedBlocks: 20, whole: false });
  });

  test("untouched entries are the same objects, wherever they moved", () => {
    const parser = createParser("yaml");
    const text = resources(3, () => "10.0.0.0/16", "yaml");
    const entries = ({ root }: ParsedDocument) => {
      const section = root?.entries.find(({ key }) => key.text === "Resources")?.value;
      return section?.kind === "mapping" ? section.entries : [];
    };
    const before = parser.parse(text);
    const after = parser.parse(`# a comment\n${text.replace("  R1:", "  New:\n    Type: X\n  R1:")}`);
    expect(entries(after).map(({ key }) => key.text)).toEqual(["R0", "New", "R1", "R2"]);
    expect(entries(after)[0]).not.toBe(undefined);
    expect(entries(after)[2]).toBe(entries(before)[1]);
    expect(entries(after)[3]).toBe(entries(before)[2]);
    const span = entries(after)[2]?.key.span;
    if (!span) throw new Error("no span");
    const { start, end } = after.layout.rangeOf(span);
    expect(after.layout.text.slice(start, end)).toBe("R1");
    expect(after.layout.locate(start)).toEqual({ block: span.block, offset: span.start });
  });
});

/** Bits of templates, well-formed or not, from which edits are made. */
const snippet = fc.constantFrom(
  ..."\n|\n  |\n    |\r\n|:|: |,|{|}|[|]|\"|'|#|# c|- |-|\t| |&a |*a|!Ref |!|a|A:|  B: 1\n|<<: *a\n|---\n|...\n|? |%|\\|\uFEFF|é|${X}|>\n|/*|//|null|1".split(
    "|",
  ),
  "|",
  "Resources:\n",
  '"Resources": {',
);

const start: Readonly<Record<Language, string>> = {
  yaml: "A: 1\r\nResources:\n  V:\n    Type: AWS::EC2::VPC\n    P: {a: [1, \"b\"]}\n  # c\n  W: &a\n    T: |\n      x\n    L:\n    - 'q'\n  X: *a\nOutputs:\n  O: !Sub a\n",
  json: '{\n  "A": 1,\n  "Resources": {\n    "V": {\n      "P": [1, "b"]\n    }, // c\n    "W": { "T": {"x": null} }\n  },\n  "Outputs": {\n    "O": "a"\n  }\n}\n',
};

const edits = fc.array(
  fc.record({
    at: fc.nat(400),
    remove: fc.oneof(fc.constant(0), fc.nat(12)),
    insert: fc.oneof(snippet, fc.constant("")),
  }),
  { minLength: 1, maxLength: 8 },
);

describe.each(["yaml", "json"] as const)("%s", (language) => {
  test("any sequence of edits gives the tree that parsing the final text gives", () => {
    fc.assert(
      fc.property(edits, (sequence) => {
        const parser = createParser(language);
        let text = start[language];
        let latest = parser.parse(text);
        for (const { at, remove, insert } of sequence) {
          const from = Math.min(at, text.length);
          text = text.slice(0, from) + insert + text.slice(from + remove);
          latest = parser.parse(text);
        }
        expect(dump(latest)).toEqual(dump(parse(text, language)));
      }),
      { numRuns: language === "yaml" ? 120 : 300 },
    );
  });

  test("spans lie in the text, children in their parents", () => {
    fc.assert(
      fc.property(edits, (sequence) => {
        let text = start[language];
        for (const { at, remove, insert } of sequence) {
          const from = Math.min(at, text.length);
          text = text.slice(0, from) + insert + text.slice(from + remove);
        }
        const { layout, root, problems } = parse(text, language);
        const check = (node: SyntaxNode) => {
          const { start: from, end } = layout.rangeOf(node.span);
          expect(from).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(from);
          expect(end).toBeLessThanOrEqual(text.length);
          if (node.kind === "sequence") node.items.forEach(check);
          if (node.kind === "mapping") for (const entry of node.entries) [entry.key, entry.value].forEach(check);
        };
        if (root) check(root);
        for (const { span } of problems) expect(layout.has(span.block)).toBe(true);
      }),
      { numRuns: 120 },
    );
  });
});

describe("well-formed documents read as the libraries read them", () => {
  const scalar = fc.oneof(
    fc.constantFrom("x", "10.0.0.0/16", "yes", "010", "1", "true", "", "a: b", "it's", '"', "a\nb", "#c", "*", "é"),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
  );
  const key = fc.constantFrom("A", "B", "Type", "Properties", "Fn::Sub", "a b", "1");
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      scalar,
      fc.array(tie("value"), { maxLength: 3 }),
      fc.dictionary(key, tie("value"), { maxKeys: 3 }),
    ),
  }));
  const template = fc.dictionary(
    fc.constantFrom("Resources", "Parameters", "Outputs", "Description", "Metadata"),
    fc.dictionary(fc.constantFrom("One", "Two", "Three"), value, { maxKeys: 3 }),
    { minKeys: 1 },
  );
  const eol = fc.constantFrom("\n", "\r\n");

  test("YAML", () => {
    const options = fc.record({
      indentSeq: fc.boolean(),
      indent: fc.constantFrom(1, 2, 4),
      lineWidth: fc.constantFrom(0, 20),
      singleQuote: fc.boolean(),
      collectionStyle: fc.constantFrom("any" as const, "block" as const, "flow" as const),
    });
    fc.assert(
      fc.property(template, options, eol, (data, style, lineBreak) => {
        const document = parseDocument("");
        document.contents = document.createNode(data) as never;
        const text = document.toString(style).replaceAll("\n", lineBreak);
        const parsed = parse(text);
        const whole = parseDocument(text);
        // `yaml` writes an empty list below its key, where it may not stand.
        fc.pre(whole.errors.length === 0);
        expect(parsed.problems).toEqual([]);
        expect(dataOf(parsed.root)).toEqual(whole.toJS());
      }),
      { numRuns: 150 },
    );
  });

  test("JSON", () => {
    fc.assert(
      fc.property(template, fc.constantFrom(undefined, 1, 2, "\t"), eol, (data, indent, lineBreak) => {
        const text = JSON.stringify(data, undefined, indent).replaceAll("\n", lineBreak);
        const parsed = parse(text, "json");
        expect(parsed.problems).toEqual([]);
        expect(parsed.statistics.whole).toBe(false);
        expect(dataOf(parsed.root)).toEqual(parseJson(text));
      }),
      { numRuns: 300 },
    );
  });
});

/** The data, and the problems as `code: the text they mark`. */
function read(text: string, language: Language = "yaml") {
  const { root, problems, layout, statistics } = parse(text, language);
  const marked = problems.map(({ code, span }) => {
    const { start: from, end } = layout.rangeOf(span);
    return `${code}: ${text.slice(from, end)}`;
  });
  return { data: dataOf(root), problems: marked, whole: statistics.whole };
}

describe("odd YAML", () => {
  test.each<[string, string, unknown]>([
    ["a byte order mark", "\uFEFFA: 1\n", { A: 1 }],
    ["directives and markers", "%YAML 1.1\n# c\n---\nA: 1\n...\n", { A: 1 }],
    ["several documents: the first", "A: 1\n---\nB: 2\n", { A: 1 }],
    ["an empty document first", "---\n---\nB: 2\n", { B: 2 }],
    ["everything indented", "  A: 1\n  Resources:\n    B: {C: 2}\n", { A: 1, Resources: { B: { C: 2 } } }],
    ["quoted sections", '"Resources":\n  "B": 1\n\'Outputs\':\n  C: 2\n', { Resources: { B: 1 }, Outputs: { C: 2 } }],
    [
      "lists level with their keys",
      "Transform:\n- A\n- B\nResources:\n  C:\n  - 1\n",
      { Transform: ["A", "B"], Resources: { C: [1] } },
    ],
    [
      "block scalars with anything in them",
      "Resources:\n  A: |\n    Outputs:\n      B: [\n\n    # text\n  C: >-\n    a\n    b\n",
      { Resources: { A: "Outputs:\n  B: [\n\n# text\n", C: "a b" } },
    ],
    [
      "comments of any indentation",
      "Resources:\n# a\n  A: 1\n      # b\n  B: 2 # c\n# d\n",
      { Resources: { A: 1, B: 2 } },
    ],
    ["braces at the root", "{A: 1, B: [2]}", { A: 1, B: [2] }],
    ["a section in braces", "Resources: {A: 1,\n  B: 2}\nC: 3\n", { Resources: { A: 1, B: 2 }, C: 3 }],
    ["quoted text over lines", 'Resources:\n  A: "x\n    y"\n  B: 1\n', { Resources: { A: "x y", B: 1 } }],
    [
      "quoted text that goes on at the left edge",
      'Resources:\n  A:\n    C: "x\n y"\n  B: 1\n',
      { Resources: { A: { C: "x y" }, B: 1 } },
    ],
    [
      "brackets that close at the left edge",
      "Resources:\n  A: [\n    1,\n  ]\n  B: 1\n",
      { Resources: { A: [1], B: 1 } },
    ],
    ["explicit keys", "? A\n: 1\n? B\n: 2\n", { A: 1, B: 2 }],
    [
      "numbers and words",
      "A: 010\nB: 1.0\nC: yes\nD: ~\nE: 0x1F\nF: '1'\n",
      { A: 10, B: 1, C: "yes", D: null, E: 31, F: "1" },
    ],
    [
      "a merge key",
      "Resources:\n  A: &a {x: 1, y: 2}\n  B:\n    <<: *a\n    y: 3\n",
      { Resources: { A: { x: 1, y: 2 }, B: { x: 1, y: 3 } } },
    ],
    [
      "several merged, the first wins",
      "X: &x {a: 1}\nY: &y {a: 2, b: 3}\nZ:\n  <<: [*x, *y]\n",
      { X: { a: 1 }, Y: { a: 2, b: 3 }, Z: { a: 1, b: 3 } },
    ],
    ["an alias as a key's value", "A: &a [1]\nResources:\n  B: *a\n", { A: [1], Resources: { B: [1] } }],
  ])("%s", (_, text, data) => {
    expect(read(text)).toMatchObject({ data, problems: [] });
  });

  test("what is merged says so", () => {
    const { root } = parse("A: &a {x: 1}\nB:\n  <<: *a\n  y: 2\nC: *a\n");
    const merged = root?.entries.flatMap(({ key, merged: own, value }) => [
      `${key.text} ${own ?? false}`,
      ...(value.kind === "mapping" ? value.entries.map((entry) => `${entry.key.text} ${entry.merged ?? false}`) : []),
    ]);
    expect(merged).toEqual(["A false", "x false", "B false", "x true", "y false", "C true", "x false"]);
  });

  test.each<[string, string, unknown, string[]]>([
    ["a key twice", "Resources:\n  A: 1\n  A: 2\n", { Resources: { A: 2 } }, ["duplicate-key: A"]],
    ["a section twice", "Outputs: {A: 1}\nOutputs: {B: 2}\n", { Outputs: { B: 2 } }, ["duplicate-key: Outputs"]],
    ["an unknown alias", "Resources:\n  A: *b\n", { Resources: { A: null } }, ["unknown-alias: *b"]],
    ["an alias to itself", "Resources:\n  A: &a [*a]\n", { Resources: { A: [null] } }, ["unknown-alias: *a"]],
    ["tabs", "A:\n\tB: 1\n", { A: { B: 1 } }, ["tab-indentation: \t"]],
  ])("%s is a problem", (_, text, data, problems) => {
    expect(read(text)).toMatchObject({ data, problems });
  });
});

describe("odd JSON", () => {
  test.each<[string, string, unknown]>([
    ["a byte order mark", '\uFEFF{"A": 1}', { A: 1 }],
    ["comments", '// a\n{ /* b */ "A": 1, // c\n "Resources": { "B": 2 /* } */ } }', { A: 1, Resources: { B: 2 } }],
    ["tabs", '{\n\t"Resources": {\n\t\t"B":\t2\n\t}\n}', { Resources: { B: 2 } }],
    ["escapes", '{"Resources": {"A\\"}": "\\u00e9\\n{"}}', { Resources: { 'A"}': "é\n{" } }],
  ])("%s", (_, text, data) => {
    expect(read(text, "json")).toEqual({ data, problems: [], whole: false });
  });

  test.each<[string, string, unknown]>([
    ["a key twice", '{"Resources": {"A": 1, "A": 2}}', { Resources: { A: 2 } }],
    ["a trailing comma", '{\n"A": 1,\n}', { A: 1 }],
    ["no end", '{\n  "Resources": {\n    "A": 1,\n    "B": {', { Resources: { A: 1, B: {} } }],
    ["no comma", '{\n  "A": 1\n  "B": 2\n}', { A: 1, B: 2 }],
    ["a value that is still missing", '{\n  "A": ,\n  "B": 2\n}', { A: null, B: 2 }],
    ["a word", '{ "A": tru }', { A: "tru" }],
  ])("%s is a problem", (_, text, data) => {
    const { data: found, problems } = read(text, "json");
    expect(found).toEqual(data);
    expect(problems).not.toEqual([]);
  });

  test("JSON in a YAML document is read as JSON", () => {
    const { style, statistics } = parse('{\n  "Resources": {"A": 1}\n}\n');
    expect([style.language, statistics.whole]).toEqual(["json", false]);
  });
});

describe("texts made to hurt", () => {
  const lines = (line: (index: number) => string, count: number) =>
    Array.from({ length: count }, (_, i) => line(i)).join("\n");
  test.each([
    ["brackets", "[".repeat(100_000)],
    ["brackets in an entry", `Resources:\n  A: ${"[".repeat(100_000)}\n  B: 1\n`],
    ["braces with keys", `A: ${"{a: ".repeat(100_000)}`],
    ["dashes", `A:\n  ${"- ".repeat(100_000)}`],
    ["question marks", "? ".repeat(100_000)],
    ["keys in one line", "a: ".repeat(100_000)],
    ["ever deeper lines", lines((index) => `${" ".repeat(index)}a:`, 1500)],
    ["quotes", `"'`.repeat(50_000)],
    ["open quotes on every line", lines((index) => `  K${index}: "x`, 3000)],
    ["tabs", "\t".repeat(100_000)],
    ["anchors that double", `Resources:\n  A: &a0 [1]\n${lines((i) => `  B${i}: &a${i + 1} [*a${i}, *a${i}]`, 40)}\n`],
    ["one long word", "x".repeat(1_000_000)],
    ["colons", ":".repeat(200_000)],
    ["exclamation marks", "A: !".repeat(50_000)],
    ["comment openings", "/*".repeat(100_000)],
  ])("%s end in a tree, in either language", (_, text) => {
    for (const language of ["yaml", "json"] as const) {
      expect(() => parse(text, language)).not.toThrow();
    }
    expect(() => parse(`{"Resources": {"A": ${text}}}`, "json")).not.toThrow();
  });

  test("what is too deep is a problem, the rest is read", () => {
    const { data, problems } = read(`Resources:\n  A: ${"[".repeat(3000)}\n  B: 1\n`);
    expect(data).toEqual({ Resources: { A: null, B: 1 } });
    expect(problems).toContainEqual(expect.stringMatching(/^too-deep/));
    const json = read(`{"Resources": {"A": ${"[".repeat(3000)}${"]".repeat(3000)}, "B": 1}}`, "json");
    expect(json.data).toMatchObject({ Resources: { B: 1 } });
    expect(json.problems).toContainEqual(expect.stringMatching(/^too-deep/));
  });
});

describe("style", () => {
  test.each([
    ["short functions", "A: !Ref B\n", { intrinsics: "short" }],
    ["long functions", "A:\n    Ref: B\n", { intrinsics: "long", indent: "    " }],
    ["no functions", "A: 1\n", { intrinsics: "short", indent: "  ", eol: "\n", quote: '"' }],
    ["single quotes", "A: 'x'\nB: 'y'\nC: \"z\"\n", { quote: "'" }],
    ["CRLF", "A: 1\r\nB: 2\r\n", { eol: "\r\n" }],
    ["level lists", "A:\n- 1\nB:\n- 2\nC:\n  - 3\n", { indentSequences: false }],
    ["indented lists", "A:\n  - 1\n", { indentSequences: true }],
    ["level lists in items", "A:\n  - B:\n    - 1\n    C:\n    - 2\n", { indentSequences: false }],
  ])("%s", (_, text, style) => {
    expect(parse(text).style).toMatchObject(style);
  });
});
