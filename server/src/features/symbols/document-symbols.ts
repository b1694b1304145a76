/** What a template declares, section by section, with what each thing is in the network. */
import type { Language } from "../../base/localized.ts";
import type { Span, TextRange } from "../../base/span.ts";
import { type Declaration, type NameKind, sectionsOf } from "../../template/occurrences.ts";
import type { Output, Parameter } from "../../template/template.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import { describe } from "../describe/entity.ts";
import { entityOf } from "../describe/find.ts";
import { withoutMarks } from "../markdown.ts";

/** `section`, or what the declaration is; a resource of the network by its kind there. */
export type SymbolRole = "section" | NameKind | "vpc" | "subnet" | "route-table" | "route" | "gateway" | "firewall";

export interface TemplateSymbol {
  readonly name: string;
  /** Empty where there is nothing to say. */
  readonly detail: string;
  readonly role: SymbolRole;
  readonly range: TextRange;
  /** The name alone. */
  readonly nameRange: TextRange;
  readonly children: readonly TemplateSymbol[];
}

/** The most that a detail says: what it is, its block or target, and one thing more. */
const mostParts = 3;

/** The sections in the order of the text. None for programs, whose language's own server gives them. */
export function documentSymbols(snapshot: Snapshot, language: Language): readonly TemplateSymbol[] {
  const { document, template } = snapshot;
  const { layout } = document;
  const bySection = new Map(sectionsOf(template).map(([kind, declared]) => [sectionNames[kind], { kind, declared }]));
  return (document.tree?.root?.entries ?? []).map(({ key, span }) => {
    const section = bySection.get(key.text);
    const range = layout.rangeOf(span);
    return {
      name: key.text || "…",
      detail: "",
      role: "section",
      range,
      nameRange: within(range, layout.rangeOf(key.span)),
      children: [...(section?.declared.values() ?? [])]
        // A section written twice has its declarations where they are.
        .filter((declaration) => isInside(range, layout.rangeOf(declaration.idSpan)))
        .map((declaration) => symbolOf(snapshot, section?.kind ?? "resource", declaration, language)),
    };
  });
}

const sectionNames: Readonly<Record<NameKind, string>> = {
  parameter: "Parameters",
  mapping: "Mappings",
  condition: "Conditions",
  rule: "Rules",
  resource: "Resources",
  output: "Outputs",
};

function symbolOf(snapshot: Snapshot, kind: NameKind, declaration: Declaration, language: Language): TemplateSymbol {
  const { layout } = snapshot.document;
  const rangeOf = (span: Span) => layout.rangeOf(span);
  const range = rangeOf(declaration.span);
  return {
    name: declaration.id || "…",
    ...meaningOf(snapshot, kind, declaration, language),
    range,
    nameRange: within(range, rangeOf(declaration.idSpan)),
    children: [],
  };
}

function meaningOf(
  { network }: Snapshot,
  kind: NameKind,
  declaration: Declaration,
  language: Language,
): Pick<TemplateSymbol, "detail" | "role"> {
  if ("typeSpan" in declaration) {
    const entity = entityOf(network, declaration.id);
    if (!entity) return { detail: declaration.type, role: "resource" };
    return {
      detail: describe(entity, network, language).slice(0, mostParts).map(withoutMarks).join(" · "),
      role: roles[entity.kind] ?? "resource",
    };
  }
  if (kind === "parameter" && "noEcho" in declaration) return { detail: parameterDetail(declaration), role: kind };
  if (kind === "output" && "value" in declaration) return { detail: exportName(declaration), role: kind };
  return { detail: "", role: kind };
}

const roles: Readonly<Partial<Record<string, SymbolRole>>> = {
  vpc: "vpc",
  subnet: "subnet",
  "route-table": "route-table",
  route: "route",
  "internet-gateway": "gateway",
  "vpn-gateway": "gateway",
  "egress-only-internet-gateway": "gateway",
  "transit-gateway": "gateway",
  "carrier-gateway": "gateway",
  "nat-gateway": "gateway",
  "security-group": "firewall",
  "network-acl": "firewall",
};

function parameterDetail({ type, default: byDefault, noEcho }: Parameter): string {
  const value = byDefault?.kind === "scalar" && !noEcho ? byDefault.text : "";
  return value === "" ? type : `${type} · ${value}`;
}

function exportName({ exportName: name }: Output): string {
  if (name?.kind === "scalar") return name.text;
  if (name?.kind !== "call" || name.name !== "Sub") return "";
  const text = name.argument.kind === "list" ? name.argument.items[0] : name.argument;
  return text?.kind === "scalar" ? text.text : "";
}

/** Protocols want the name inside the whole. */
function within(range: TextRange, { start, end }: TextRange): TextRange {
  return isInside(range, { start, end }) ? { start, end } : { start: range.start, end: range.start };
}

function isInside(range: TextRange, { start, end }: TextRange): boolean {
  return range.start <= start && end <= range.end;
}
