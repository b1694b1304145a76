import { isMap, isScalar, isSeq, type Node, parseDocument } from "yaml";

/**
 * Writes the YAML body of a snippet as the JSON of the same entries: functions in their long form, placeholders kept.
 * Gives the members without the braces around them. Throws where the YAML has errors.
 */
export function bodyToJson(yaml: string): string {
  const document = parseDocument(yaml, { logLevel: "silent" });
  const [error] = document.errors;
  if (error !== undefined) throw error;
  const json = writeJson(toValue(document.contents), "");
  return unquoteNumbers(unescapeDollars(json))
    .replaceAll(JSON.stringify(quoted).slice(1, -1), "")
    .split("\n")
    .slice(1, -1)
    .map((line) => line.slice(2))
    .join("\n");
}

/** JSON as people write it in templates: a function call that fits stands in one line. */
function writeJson(value: unknown, indent: string): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    const inline = `[${value.map((item) => writeJson(item, deeper)).join(", ")}]`;
    if (!inline.includes("\n") && inline.length <= 60 && value.every((item) => typeof item !== "object")) return inline;
    return `[\n${value.map((item) => deeper + writeJson(item, deeper)).join(",\n")}\n${indent}]`;
  }
  const entries = Object.entries(value);
  const [[name, argument] = []] = entries;
  if (entries.length === 1 && name !== undefined && /^(Ref|Condition|Fn::\w+)$/.test(name)) {
    const inline = `{ ${JSON.stringify(name)}: ${inlineJson(argument)} }`;
    if (inline.length <= 80) return inline;
  }
  const members = entries.map(([key, member]) => `${deeper}${JSON.stringify(key)}: ${writeJson(member, deeper)}`);
  return `{\n${members.join(",\n")}\n${indent}}`;
}

function inlineJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inlineJson).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([key, member]) => `${JSON.stringify(key)}: ${inlineJson(member)}`)
    .join(", ")} }`;
}

function toValue(node: unknown): unknown {
  const value = untagged(node);
  const tag = tagOf(node);
  if (tag === undefined) return value;
  const argument = tag === "GetAtt" && typeof value === "string" ? splitOnce(value) : value;
  return { [tag === "Ref" || tag === "Condition" ? tag : `Fn::${tag}`]: argument };
}

function tagOf(node: unknown): string | undefined {
  const tag = isScalar(node) || isMap(node) || isSeq(node) ? (node as Node).tag : undefined;
  return tag?.startsWith("!") && !tag.startsWith("!!") ? tag.slice(1) : undefined;
}

function untagged(node: unknown): unknown {
  if (isMap(node)) return Object.fromEntries(node.items.map((pair) => [String(pair.key), toValue(pair.value)]));
  if (isSeq(node)) return node.items.map(toValue);
  if (!isScalar(node)) return null;
  const isText = node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE";
  return isText && typeof node.value === "string" ? node.value + quoted : node.value;
}

/** Marks what YAML has in quotes: a placeholder there is a text, whatever its default looks like. */
const quoted = "\u0000";

function splitOnce(name: string): readonly string[] {
  const dot = name.indexOf(".");
  return dot < 0 ? [name] : [name.slice(0, dot), name.slice(dot + 1)];
}

/** `\${AWS::Region}`, which the snippet syntax reads as text, has its backslash doubled by JSON. */
function unescapeDollars(json: string): string {
  return json.replaceAll("\\\\$", "\\$");
}

/** A placeholder that stands for a number, and its repetitions as whole values, are numbers in JSON, too. */
function unquoteNumbers(json: string): string {
  const numbers = new Set([...json.matchAll(/"\$\{(\d+):\d+\}"/g)].map((match) => match[1]));
  return json.replace(/"(\$(?:\{(\d+):\d+\}|(\d+)))"/g, (quoted, bare: string, braced?: string, repeated?: string) =>
    numbers.has(braced ?? repeated) ? bare : quoted,
  );
}
