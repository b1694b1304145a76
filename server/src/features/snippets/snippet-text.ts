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

/** Modules of the CDK by the names that the snippets use, and where they are: `aws-cdk-lib/aws-ec2`. */
const modules: ReadonlyMap<string, string> = new Map([
  ["cdk", ""],
  ["apigateway", "aws-apigateway"],
  ["appsync", "aws-appsync"],
  ["cloudwatch", "aws-cloudwatch"],
  ["directconnect", "aws-directconnect"],
  ["dynamodb", "aws-dynamodb"],
  ["ec2", "aws-ec2"],
  ["globalaccelerator", "aws-globalaccelerator"],
  ["iam", "aws-iam"],
  ["logs", "aws-logs"],
  ["route53", "aws-route53"],
  ["route53resolver", "aws-route53resolver"],
  ["s3", "aws-s3"],
  ["storagegateway", "aws-storagegateway"],
  ["targets", "aws-route53-targets"],
]);

function importLine(name: string, path: string, style: "python" | "commonjs" | "typescript"): string {
  if (style === "python") {
    return path === "" ? `import aws_cdk as ${name}` : `from aws_cdk import ${path.replaceAll("-", "_")} as ${name}`;
  }
  const from = path === "" ? "aws-cdk-lib" : `aws-cdk-lib/${path}`;
  return style === "commonjs" ? `const ${name} = require("${from}");` : `import * as ${name} from "${from}";`;
}

/** Import lines that the snippet needs and the code lacks; none for templates. */
export function missingImports(snippet: Snippet, language: SnippetLanguage, code: string): readonly string[] {
  if (language !== "typescript" && language !== "python") return [];
  const body = snippet.bodies[language];
  const usesRequire = /^\s*(?:const|var|let)\b.*\brequire\(/m.test(code) && !/^\s*import\b/m.test(code);
  const style = language === "python" ? "python" : usesRequire ? "commonjs" : "typescript";
  return [...modules].flatMap(([name, path]) => {
    const isUsed = new RegExp(`\\b${name}\\.[A-Z]`).test(body);
    const isBound = new RegExp(`\\b(?:as|import|const|let|var)\\s+${name}\\b`).test(code);
    return isUsed && !isBound ? [importLine(name, path, style)] : [];
  });
}
