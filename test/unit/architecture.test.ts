/**
 * Who may import whom. The table is the one of docs/architecture.md; every import of every source file is held against
 * it, `import type`, dynamic imports and re-exports included. The sources are parsed, not searched.
 */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { Language, type Node, Parser } from "@vscode/tree-sitter-wasm";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

const belowRules = ["base", "template", "spec", "knowledge", "network"];
const belowWorkspace = [...belowRules, "syntax", "frontends", "rules", "config"];
const everythingOfTheServer = [...belowWorkspace, "workspace", "features", "lsp", "protocol", "server.ts"];

/** Layer -> the layers it may import, itself included silently. */
const table: Readonly<Record<string, readonly string[]>> = {
  base: [],
  syntax: ["base"],
  template: ["base"],
  spec: ["base"],
  knowledge: ["base"],
  network: ["base", "template", "spec", "knowledge"],
  rules: belowRules,
  config: ["base", "syntax", "template", "rules"],
  frontends: ["base", "syntax", "template", "spec"],
  workspace: [...belowWorkspace, "protocol"],
  features: [...belowWorkspace, "workspace", "protocol"],
  lsp: everythingOfTheServer.filter((layer) => layer !== "server.ts"),
  "server.ts": [...everythingOfTheServer, "engine.ts"],
  "engine.ts": everythingOfTheServer.filter((layer) => layer !== "server.ts"),
  "node.ts": everythingOfTheServer,
  "browser.ts": [...everythingOfTheServer, "engine.ts"],
  cli: everythingOfTheServer.filter((layer) => layer !== "server.ts"),
  client: ["protocol"],
  webview: ["protocol"],
  protocol: [],
};

/** Contract types that a layer below may name: front ends implement what the snapshot asks of them. */
function isContractType({ file, target, typeOnly }: Import): boolean {
  return typeOnly && layerOf(file) === "frontends" && target === "server/src/workspace/snapshot.ts";
}

const connectionLayers = ["lsp", "server.ts", "engine.ts", "node.ts", "browser.ts"];

interface Import {
  readonly file: string;
  readonly line: number;
  /** As written: a package, or a path made relative to the root. */
  readonly target: string;
  readonly typeOnly: boolean;
}

/** Packages that only some may import: a pattern of the package, and whether this import of it is allowed. */
const packages: readonly {
  readonly what: string;
  readonly pattern: RegExp;
  readonly allowed: (from: Import) => boolean;
}[] = [
  {
    what: "parsers belong to server/src/syntax",
    pattern: /^(yaml|jsonc-parser|@vscode\/tree-sitter-wasm)(\/|$)/,
    allowed: ({ file }) => layerOf(file) === "syntax",
  },
  {
    what: "addresses are parsed in server/src/base/cidr.ts alone",
    pattern: /^ipaddr\.js$/,
    allowed: ({ file }) => file === "server/src/base/cidr.ts",
  },
  {
    what: "the connection belongs to lsp and the entries",
    pattern: /^(vscode-languageserver|vscode-languageserver-protocol|vscode-jsonrpc)(\/|$)/,
    allowed: ({ file }) => connectionLayers.includes(layerOf(file)),
  },
  {
    what: "LSP types begin at features",
    pattern: /^vscode-languageserver-(types|textdocument)$/,
    allowed: ({ file }) => ["workspace", "features", "cli", ...connectionLayers].includes(layerOf(file)),
  },
  {
    what: "server and client run in a browser too: Node's modules only in the entries for Node, in what the extension does on the desktop alone, and in the command line",
    pattern: /^node:|^(fs|path|os|url|module|child_process|worker_threads|crypto|util|buffer)(\/|$)/,
    allowed: ({ file }) =>
      layerOf(file) === "cli" ||
      file.startsWith("client/src/desktop/") ||
      ["server/src/node.ts", "client/src/extension.ts"].includes(file),
  },
  {
    what: "the editor's API belongs to client/src",
    pattern: /^(vscode|vscode-languageclient)(\/|$)/,
    allowed: ({ file }) => layerOf(file) === "client",
  },
  {
    what: "build-time data is generated, never imported",
    pattern: /^(@aws-cdk\/|aws-cdk-lib|constructs)/,
    allowed: () => false,
  },
  {
    what: "components and Markdown are drawn in the panels",
    pattern: /^(@vscode-elements|@vscode\/codicons|markdown-it)(\/|$)/,
    allowed: ({ file }) => layerOf(file) === "webview",
  },
];

const sources = ["server/src", "cli", "client/src", "client/webview", "protocol"].flatMap(sourceFiles);
const languages = new Map<string, Language>();
await Parser.init();
for (const name of ["typescript", "tsx"]) {
  const file = join(root, `node_modules/@vscode/tree-sitter-wasm/wasm/tree-sitter-${name}.wasm`);
  languages.set(name, await Language.load(new Uint8Array(readFileSync(file))));
}
const trees = new Map(sources.map((file) => [file, parse(file)]));
const imports = sources.flatMap(importsOf);

describe("imports", () => {
  test("there is something to check, and the scanner sees every form", () => {
    expect(sources.length).toBeGreaterThan(20);
    const forms = [
      'import a from "./a.ts";',
      'import type { B } from "./b.ts";',
      'export * from "./c.ts";',
      'export { d } from "./d.ts";',
      'const e = await import("./e.ts");',
      'let f: import("./f.ts").F;',
      'import "./g.ts";',
      '// import "./comment.ts";',
      "const text = 'import \"./text.ts\"';",
    ];
    expect(targets(parseText(forms.join("\n"), "typescript")).map(({ target }) => target)).toEqual([
      "./a.ts",
      "./b.ts",
      "./c.ts",
      "./d.ts",
      "./e.ts",
      "./f.ts",
      "./g.ts",
    ]);
  });

  test("every source file lies in a layer of the table", () => {
    expect(sources.filter((file) => !(layerOf(file) in table))).toEqual([]);
  });

  test("layers import only what lies below them", () => {
    const wrong = imports.filter((each) => {
      if (!isOurs(each.target) || isContractType(each)) return false;
      const [from, to] = [layerOf(each.file), layerOf(each.target)];
      return from !== to && !table[from]?.includes(to);
    });
    expect(wrong.map(show)).toEqual([]);
  });

  test("imports stay inside the sources and name the file they mean", () => {
    const wrong = imports.filter(({ target }) => isOurs(target) && !/\.(ts|tsx|css|json)$/.test(target));
    expect(wrong.map(show)).toEqual([]);
    const outside = imports.filter(({ target }) => isOurs(target) && !(layerOf(target) in table));
    expect(outside.map(show)).toEqual([]);
  });

  test.each(packages)("$what", ({ pattern, allowed }) => {
    const wrong = imports.filter((each) => !isOurs(each.target) && pattern.test(each.target) && !allowed(each));
    expect(wrong.map(show)).toEqual([]);
  });

  test("no import cycle between files of the server", () => {
    expect(cycles()).toEqual([]);
  });
});

test("the server has no module-level mutable variables", () => {
  const wrong = sources
    .filter((file) => file.startsWith("server/"))
    .flatMap((file) =>
      topLevel(file)
        .filter((node) => /^(let|var)\b/.test(node.text))
        .map((node) => `${file}:${node.startPosition.row + 1} ${node.text.split("\n")[0]}`),
    );
  expect(wrong).toEqual([]);
});

function sourceFiles(folder: string): string[] {
  try {
    return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|tsx)$/.test(entry.name) && !entry.name.endsWith(".d.ts"))
      .map((entry) =>
        posix.relative(root.replaceAll("\\", "/"), posix.join(entry.parentPath.replaceAll("\\", "/"), entry.name)),
      )
      .sort();
  } catch {
    return [];
  }
}

/** The layer of a path relative to the root: a folder of server/src, an entry beside them, or a part of the client. */
function layerOf(path: string): string {
  const [first = "", second = "", third = ""] = path.split("/");
  if (first === "server" && second === "src") return third;
  if (first === "client") return second === "webview" ? "webview" : "client";
  return first;
}

function isOurs(target: string): boolean {
  return /^(\.\.\/|server\/|cli\/|client\/|protocol\/|tools\/|test\/|bench\/|dist\/)/.test(target);
}

function parse(file: string): Node {
  return parseText(readFileSync(join(root, file), "utf8"), file.endsWith("x") ? "tsx" : "typescript");
}

function parseText(text: string, name: string): Node {
  const parser = new Parser();
  parser.setLanguage(languages.get(name) ?? null);
  const tree = parser.parse(text);
  if (!tree) throw new Error("The source could not be parsed.");
  return tree.rootNode;
}

function topLevel(file: string): Node[] {
  const nodes = trees.get(file)?.namedChildren.filter((node) => node !== null) ?? [];
  return nodes.map((node) =>
    node.type === "export_statement" ? (node.childForFieldName("declaration") ?? node) : node,
  );
}

function importsOf(file: string): Import[] {
  const tree = trees.get(file);
  return tree === undefined
    ? []
    : targets(tree).map(({ target, line, typeOnly }) => ({
        file,
        line,
        typeOnly,
        target: target.startsWith(".") ? posix.join(dirname(file), target) : target,
      }));
}

/** Every module that the tree names: statements with a source, and `import("…")` as a value or a type. */
function targets(tree: Node): Omit<Import, "file">[] {
  return tree.descendantsOfType(["import_statement", "export_statement", "call_expression"]).flatMap((node) => {
    if (!node) return [];
    const literal = node.type === "call_expression" ? dynamicSource(node) : node.childForFieldName("source");
    if (literal?.type !== "string") return [];
    return [
      {
        target: literal.text.slice(1, -1),
        line: node.startPosition.row + 1,
        typeOnly: /^(import|export)\s+type\b/.test(node.text),
      },
    ];
  });
}

function dynamicSource(call: Node): Node | null | undefined {
  if (call.childForFieldName("function")?.type !== "import") return undefined;
  return call.childForFieldName("arguments")?.namedChild(0);
}

/** Cycles of imports that exist at run time: each is found once, from its first file. */
function cycles(): string[] {
  const edges = new Map<string, string[]>();
  for (const { file, target, typeOnly } of imports) {
    if (!typeOnly && isOurs(target)) edges.set(file, [...(edges.get(file) ?? []), target]);
  }
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    const at = path.indexOf(file);
    if (at >= 0) found.push([...path.slice(at), file].join(" -> "));
    if (at >= 0 || done.has(file)) return;
    for (const next of edges.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of edges.keys()) visit(file, []);
  return found;
}

function show({ file, line, target }: Import): string {
  return `${file}:${line} imports ${target}`;
}
