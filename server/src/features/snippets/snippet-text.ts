/** Writes a snippet for the place where it is to stand. Knows no document; the place is told. */
import type { SnippetLanguage } from "../../../../protocol/requests.ts";
import type { Snippet } from "./snippet-data.ts";

export interface SnippetStyle {
  readonly language: SnippetLanguage;
  /**
   * What the snippet is written into: an empty document (everything around the resources comes along), a template
   * without `Resources`, or that section itself. Code is the same everywhere.
   */
  readonly place: "document" | "template" | "resources";
  /** Put before every line but the first. */
  readonly indent: string;
  /** One level of indentation in the document: spaces or a tab. */
  readonly unit: string;
  readonly eol: "\n" | "\r\n";
}

/** The snippet in snippet syntax, without a line break at its end. */
export function renderSnippet(snippet: Snippet, style: SnippetStyle): string {
  const lines = around(snippet.bodies[style.language].trimEnd().split("\n"), style);
  return reindented(lines, style.unit)
    .map((line, index) => (index === 0 || line === "" ? line : style.indent + line))
    .join(style.eol);
}

function around(body: readonly string[], { language, place }: SnippetStyle): readonly string[] {
  if (place === "resources" || language === "typescript" || language === "python") return body;
  const deeper = (levels: number) => body.map((line) => (line === "" ? line : "  ".repeat(levels) + line));
  if (language === "yaml") {
    const section = ["Resources:", ...deeper(1)];
    return place === "template" ? section : ['AWSTemplateFormatVersion: "2010-09-09"', ...section];
  }
  if (place === "template") return ['"Resources": {', ...deeper(1), "}"];
  return ["{", '  "AWSTemplateFormatVersion": "2010-09-09",', '  "Resources": {', ...deeper(2), "  }", "}"];
}

/**
 * Writes each level of indentation as `unit`. What follows the dash of a YAML sequence item is aligned with the text
 * behind the dash, whatever the unit is.
 */
function reindented(lines: readonly string[], unit: string): readonly string[] {
  const levels: { readonly from: number; readonly to: string }[] = [{ from: 0, to: "" }];
  return lines.map((line) => {
    const text = line.trimStart();
    if (text === "") return "";
    const from = line.length - text.length;
    while (levels.length > 1 && (levels.at(-1)?.from ?? 0) > from) levels.pop();
    const around = levels.at(-1) ?? { from: 0, to: "" };
    const to = around.from === from ? around.to : around.to + unit;
    if (around.from !== from) levels.push({ from, to });
    if (text.startsWith("- ")) levels.push({ from: from + 2, to: `${to}  ` });
    return to + text;
  });
}

/** The text with every placeholder replaced by its default: what stands there when nothing is changed. */
export function plainText(snippetText: string): string {
  const defaults = new Map<string, string>();
  for (const [, index = "", text = ""] of snippetText.matchAll(/(?<!\\)\$\{(\d+):([^}]*)\}/g))
    defaults.set(index, text);
  return snippetText
    .replace(/(?<!\\)\$(?:\{(\d+)(?::[^}]*)?\}|(\d+))/g, (_, braced?: string, bare?: string) => {
      return defaults.get(braced ?? bare ?? "") ?? "";
    })
    .replace(/\\([$}\\])/g, "$1");
}

/** Modules of the CDK that the snippets name, and how each is brought in. */
const modules: Readonly<
  Record<string, { readonly typescript: string; readonly commonjs: string; readonly python: string }>
> = {
  cdk: {
    typescript: 'import * as cdk from "aws-cdk-lib";',
    commonjs: 'const cdk = require("aws-cdk-lib");',
    python: "import aws_cdk as cdk",
  },
  ec2: {
    typescript: 'import * as ec2 from "aws-cdk-lib/aws-ec2";',
    commonjs: 'const ec2 = require("aws-cdk-lib/aws-ec2");',
    python: "from aws_cdk import aws_ec2 as ec2",
  },
};

/** Import lines that the snippet needs and the code lacks; none for templates. */
export function missingImports(snippet: Snippet, language: SnippetLanguage, code: string): readonly string[] {
  if (language !== "typescript" && language !== "python") return [];
  const body = snippet.bodies[language];
  const usesRequire = /^\s*(?:const|var|let)\b.*\brequire\(/m.test(code) && !/^\s*import\b/m.test(code);
  return Object.entries(modules).flatMap(([name, lines]) => {
    const isUsed = new RegExp(`\\b${name}\\.`).test(body);
    const isBound = new RegExp(`\\b(?:as|import|const|let|var)\\s+${name}\\b`).test(code);
    if (!isUsed || isBound) return [];
    return [language === "python" ? lines.python : usesRequire ? lines.commonjs : lines.typescript];
  });
}
