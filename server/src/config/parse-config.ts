/**
 * Reads a `.routewise.yaml`. Total: what is not understood is a problem with its place, and the rest still counts, so
 * that one slip in a team's file does not bring back everything it had switched off.
 */
import type { Localized } from "../base/localized.ts";
import { mostSimilar } from "../base/similar.ts";
import type { Layout, Span, TextRange } from "../base/span.ts";
import { createParser } from "../syntax/document.ts";
import type { Entry, MappingNode, ScalarNode, SyntaxNode, SyntaxProblem } from "../syntax/tree.ts";
import {
  type Config,
  type ConfigProblem,
  type ConfigProblemCode,
  emptyConfig,
  type ParsedConfig,
  type SeverityName,
  severityNames,
} from "./config.ts";
import { patternFault } from "./ignored-paths.ts";
import { configKeys } from "./keys.ts";
import { knownGroups, knownRules } from "./known-names.ts";
import * as messages from "./messages.ts";

/** Reads the text of a `.routewise.yaml`; an empty one says nothing, and nothing is wrong with it. */
export function parseConfig(text: string): ParsedConfig {
  const { root, layout, problems: syntaxProblems } = createParser("yaml").parse(text);
  const reading: Reading = { layout, problems: syntaxProblems.flatMap((problem) => ofSyntax(problem, layout)) };
  const broken = syntaxProblems.some(({ code }) => code !== "duplicate-key");
  if (!root) {
    if (!broken && hasContent(text)) {
      report(reading, "not-a-mapping", { start: 0, end: text.trimEnd().length }, messages.notAMapping());
    }
    return { config: emptyConfig, problems: reading.problems, broken };
  }
  const config = readRoot(reading, root);
  return { config, problems: reading.problems.toSorted((a, b) => a.range.start - b.range.start), broken };
}

interface Reading {
  readonly layout: Layout;
  readonly problems: ConfigProblem[];
}

function report(
  { problems }: Reading,
  code: ConfigProblemCode,
  range: TextRange,
  message: Localized,
  replacement?: string,
): void {
  problems.push({ code, range, message, severity: "warning", ...(replacement !== undefined && { replacement }) });
}

function rangeOf({ layout }: Reading, { span }: { readonly span: Span }): TextRange {
  return layout.rangeOf(span);
}

function ofSyntax({ code, span, detail }: SyntaxProblem, layout: Layout): ConfigProblem[] {
  const range = layout.rangeOf(span);
  return code === "duplicate-key"
    ? [{ code, range, message: messages.duplicateKey(), severity: "warning" }]
    : [{ code: "syntax", range, message: messages.syntax(code, detail), severity: "error" }];
}

function hasContent(text: string): boolean {
  return text.split("\n").some((line) => !/^\uFEFF?\s*(?:#|---|\.\.\.|$)/.test(line));
}

function readRoot(reading: Reading, root: MappingNode): Config {
  const config = { ...emptyConfig };
  for (const { key, value } of root.entries) {
    switch (key.text) {
      case "rules":
        config.rules = readSeverities(reading, value, "rules");
        break;
      case "groups":
        config.groups = readSeverities(reading, value, "groups");
        break;
      case "parameters":
        Object.assign(config, readParameters(reading, value));
        break;
      case "ignorePaths":
        config.ignorePaths = readPatterns(reading, value);
        break;
      default: {
        const meant = mostSimilar(key.text, configKeys);
        report(reading, "unknown-key", rangeOf(reading, key), messages.unknownKey(key.text, meant), meant);
      }
    }
  }
  return config;
}

/** The entries of a mapping; nothing where nothing is typed yet, and a problem where something else stands. */
function entriesOf(reading: Reading, node: SyntaxNode, expected: Localized): readonly Entry[] {
  if (node.kind === "mapping") return node.entries;
  if (!isNothing(node)) report(reading, "wrong-value", rangeOf(reading, node), messages.expected(expected));
  return [];
}

function isNothing(node: SyntaxNode): boolean {
  return node.kind === "scalar" && node.value === null;
}

function readSeverities(
  reading: Reading,
  node: SyntaxNode,
  key: "rules" | "groups",
): Readonly<Record<string, SeverityName>> {
  const severities: [string, SeverityName][] = [];
  for (const entry of entriesOf(reading, node, messages.severityMapping(key))) {
    const known = isKnownName(reading, entry.key, key);
    const severity = readSeverity(reading, entry.value);
    if (known && severity !== undefined) severities.push([entry.key.text, severity]);
  }
  return Object.fromEntries(severities);
}

function isKnownName(reading: Reading, { text, span }: ScalarNode, key: "rules" | "groups"): boolean {
  const [names, others] = key === "rules" ? [knownRules, knownGroups] : [knownGroups, knownRules];
  if (names.has(text)) return true;
  const code = key === "rules" ? "unknown-rule" : "unknown-group";
  const range = reading.layout.rangeOf(span);
  if (others.has(text)) {
    report(reading, code, range, messages.belongsElsewhere(text, key));
  } else {
    const meant = mostSimilar(text, names);
    report(reading, code, range, messages.unknownName(key, text, meant), meant);
  }
  return false;
}

function readSeverity(reading: Reading, node: SyntaxNode): SeverityName | undefined {
  // Nothing typed yet: the next word will say it.
  if (isNothing(node)) return undefined;
  const text = node.kind === "scalar" ? node.text : "";
  const severity = severityNames.find((name) => name === text);
  if (severity !== undefined) return severity;
  const meant = text === "" ? undefined : (otherWords.get(text.toLowerCase()) ?? mostSimilar(text, severityNames));
  report(reading, "wrong-severity", rangeOf(reading, node), messages.wrongSeverity(text, meant), meant);
  return undefined;
}

/** What other linters call it. */
const otherWords: ReadonlyMap<string, SeverityName> = new Map([
  ["info", "information"],
  ["note", "information"],
  ["warn", "warning"],
  ["false", "off"],
  ["no", "off"],
  ["none", "off"],
  ["ignore", "off"],
  ["disabled", "off"],
]);

function readParameters(reading: Reading, node: SyntaxNode): Pick<Config, "parameters" | "region"> {
  const parameters = new Map<string, string>();
  let region: string | undefined;
  for (const { key, value } of entriesOf(reading, node, messages.parameterMapping)) {
    const text = readValue(reading, value);
    if (key.text === "AWS::Region") region = text;
    else if (key.text.startsWith("AWS::")) {
      report(reading, "not-assumable", rangeOf(reading, key), messages.notAssumable(key.text));
    } else if (text !== undefined) parameters.set(key.text, text);
  }
  return { parameters, region };
}

/** A parameter's value as the text that a deployment would be given. */
function readValue(reading: Reading, node: SyntaxNode): string | undefined {
  if (isNothing(node)) return undefined;
  if (node.kind === "scalar" && node.tag === undefined) return node.text;
  if (node.kind === "sequence") {
    const items = node.items.flatMap((item) => (item.kind === "scalar" && item.tag === undefined ? [item.text] : []));
    if (items.length === node.items.length) return items.join(",");
  }
  report(reading, "wrong-value", rangeOf(reading, node), messages.expected(messages.plainValue));
  return undefined;
}

function readPatterns(reading: Reading, node: SyntaxNode): readonly string[] {
  if (isNothing(node)) return [];
  if (node.kind !== "sequence") {
    report(reading, "wrong-value", rangeOf(reading, node), messages.expected(messages.patternList));
    return [];
  }
  return node.items.flatMap((item) => {
    if (isNothing(item)) return [];
    const fault = item.kind === "scalar" ? patternFault(item.text) : messages.expected(messages.patternList);
    if (fault) report(reading, "bad-pattern", rangeOf(reading, item), fault);
    return item.kind === "scalar" && !fault ? [item.text] : [];
  });
}
