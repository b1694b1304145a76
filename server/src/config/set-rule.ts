/** Writes a rule's severity into the text of a `.routewise.yaml`. */
import type { TextEdit } from "../base/span.ts";
import { createParser } from "../syntax/document.ts";
import type { Entry, MappingNode } from "../syntax/tree.ts";
import type { SeverityName } from "./config.ts";
import { parseConfig } from "./parse-config.ts";

/** The edit that makes the file say so, comments and order kept; undefined where the text is broken or says it in a way that can't be edited. */
export function setRule(text: string, ruleId: string, severity: SeverityName): TextEdit | undefined {
  if (parseConfig(text).broken) return undefined;
  const edit = editFor(text, ruleId, severity);
  const changed = text.slice(0, edit.range.start) + edit.newText + text.slice(edit.range.end);
  const { config, broken, problems } = parseConfig(changed);
  const isNew = problems.length > parseConfig(text).problems.length;
  return !broken && !isNew && config.rules[ruleId] === severity ? edit : undefined;
}

function editFor(text: string, ruleId: string, severity: SeverityName): TextEdit {
  const { root, layout, style } = createParser("yaml").parse(text);
  const insertion = (at: number, newText: string): TextEdit => ({ range: { start: at, end: at }, newText });
  const rules = root && ownEntry(root, "rules");
  if (!rules) {
    const gap = text === "" || text.endsWith("\n") ? "" : style.eol;
    return insertion(text.length, `${gap}rules:${style.eol}  ${ruleId}: ${severity}${style.eol}`);
  }
  const { value } = rules;
  const range = layout.rangeOf(value.span);
  if (value.kind !== "mapping") {
    // `rules:` with nothing below it yet.
    const key = layout.rangeOf(rules.key.span);
    const line = /^[^\r\n]*/.exec(text.slice(key.end))?.[0].trimEnd() ?? "";
    return insertion(key.end + line.length, `${style.eol}  ${ruleId}: ${severity}`);
  }
  const known = ownEntry(value, ruleId);
  if (known) {
    const old = layout.rangeOf(known.value.span);
    return { range: old, newText: `${/\s/.test(text[old.start - 1] ?? "") ? "" : " "}${severity}` };
  }
  const last = value.entries.at(-1);
  if (value.flow || !last) return insertion(range.start + 1, ` ${ruleId}: ${severity}${last ? "," : " "}`);
  const indent = range.start - (text.lastIndexOf("\n", range.start - 1) + 1);
  const end = layout.rangeOf(last.span).end;
  const rest = /^[^\r\n]*/.exec(text.slice(end))?.[0].trimEnd() ?? "";
  return insertion(end + rest.length, `${style.eol}${" ".repeat(indent)}${ruleId}: ${severity}`);
}

function ownEntry(mapping: MappingNode, key: string): Entry | undefined {
  return mapping.entries.findLast((entry) => !entry.merged && entry.key.text === key);
}
