/** What stands at an offset of a template, in the template's terms. */
import type { Entry, SyntaxTree } from "../../syntax/tree.ts";
import type { Resource, Template } from "../../template/template.ts";
import type { FormatPath, Place, SectionName, ValueUse } from "../../workspace/snapshot.ts";
import { resourceOf } from "./declarations.ts";
import { expressionOf } from "./expressions.ts";
import { type Focus, focusAt, isEmpty } from "./focus.ts";
import { isLoopKey } from "./loops.ts";
import { placeInCall } from "./place-in-call.ts";
import { expressionAt, type Situation, trail, typedAt } from "./situation.ts";

const sections: ReadonlySet<string> = new Set<SectionName>([
  "Parameters",
  "Mappings",
  "Conditions",
  "Rules",
  "Resources",
  "Outputs",
  "Metadata",
  "Transform",
  "AWSTemplateFormatVersion",
  "Description",
  "Hooks",
]);

/** Undefined where nothing of the template stands. */
export function placeAt(tree: SyntaxTree, template: Template, offset: number): Place | undefined {
  const focus = focusAt(tree, offset);
  if (!focus) return undefined;
  const situation: Situation = { tree, template, focus: outOfLoops(focus), offset, typed: typedAt(tree, focus) };
  const [section, declaration] = situation.focus.steps;
  if (section?.kind !== "entry") {
    const mapping = focus.kind === "key" || focus.kind === "new-key" ? focus.mapping : undefined;
    return { kind: "section-name", present: mapping?.entries.map(({ key }) => key.text) ?? [], ...situation.typed };
  }
  const name = section.entry.key.text;
  if (!isSection(name)) return otherPlace(situation, 1);
  if (declaration === undefined) return placeInSection(situation, name);
  if (declaration.kind !== "entry") return otherPlace(situation, 1);
  switch (name) {
    case "Resources":
      return placeInResource(situation, declaration.entry);
    case "Parameters":
      return placeInParameter(situation, declaration.entry.key.text);
    case "Outputs":
      return placeInOutput(situation);
    default:
      return otherPlace(situation, 2);
  }
}

/** Inside a loop of declarations as if there were none: its body is made of declarations, too. */
function outOfLoops(focus: Focus): Focus {
  const [section, loop, item, ...inner] = focus.steps;
  if (section === undefined || loop?.kind !== "entry" || !isLoopKey(loop.entry.key.text)) return focus;
  // The variable and the collection stand before the body.
  if (item?.kind !== "item" || item.index !== 2) return focus;
  return outOfLoops({ ...focus, steps: [section, ...inner] });
}

function isSection(name: string): name is SectionName {
  return sections.has(name);
}

function placeInSection(situation: Situation, section: SectionName): Place | undefined {
  const { focus, template, typed } = situation;
  if (focus.kind === "new-key") {
    const hasNames = section !== "AWSTemplateFormatVersion" && section !== "Description" && section !== "Transform";
    return hasNames ? { kind: "new-declaration", section, ...typed } : undefined;
  }
  if (focus.kind !== "key") return otherPlace(situation, 1);
  if (isEmpty(focus.entry.value) && !isFollowedByColon(situation))
    return { kind: "new-declaration", section, ...typed };
  const of = declared(template, section, typed.text);
  return of && { kind: "declaration", section, of, ...typed };
}

function isFollowedByColon({ tree, focus }: Situation): boolean {
  return /^[ \t]*:/.test(tree.layout.text.slice(focus.range.end, focus.range.end + 80));
}

function declared(template: Template, section: SectionName, id: string) {
  switch (section) {
    case "Parameters":
      return template.parameters.get(id);
    case "Mappings":
      return template.mappings.get(id);
    case "Conditions":
      return template.conditions.get(id);
    case "Rules":
      return template.rules.get(id);
    case "Resources":
      return template.resources.get(id);
    case "Outputs":
      return template.outputs.get(id);
    default:
      return undefined;
  }
}

function placeInResource(situation: Situation, entry: Entry): Place | undefined {
  const { focus, template, typed } = situation;
  const resource = template.resources.get(entry.key.text) ?? repeatedResource(situation, entry);
  if (!resource) return undefined;
  const attribute = focus.steps[2];
  if (attribute === undefined) {
    if (focus.kind !== "key" && focus.kind !== "new-key") return undefined;
    return { kind: "attribute-key", resource, present: keysOf(focus), ...typed };
  }
  if (attribute.kind !== "entry") return undefined;
  switch (attribute.entry.key.text) {
    case "Type":
      return { kind: "resource-type", resource, ...typed };
    case "DependsOn":
      return { kind: "depends-on", resource, ...typed };
    case "Condition":
      return { kind: "condition-name", resource, ...typed };
    case "Properties":
      return placeInProperties(situation, resource);
    default:
      return otherPlace(situation, 3);
  }
}

/** What a loop makes of the entry: its first turn, or the resource as it stands where the turns are not known. */
function repeatedResource({ template }: Situation, entry: Entry): Resource | undefined {
  if (isLoopKey(entry.key.text) || entry.key.text.startsWith("Fn::")) return undefined;
  const { block, start } = entry.key.span;
  for (const resource of template.resources.values()) {
    if (resource.idSpan.block === block && resource.idSpan.start === start) return resource;
  }
  return resourceOf(entry);
}

function keysOf(focus: Focus): readonly string[] {
  if (focus.kind !== "key" && focus.kind !== "new-key") return [];
  const entries = focus.mapping?.entries ?? [];
  return entries.filter((entry) => focus.kind !== "key" || entry !== focus.entry).map(({ key }) => key.text);
}

function placeInProperties(situation: Situation, resource: Resource): Place | undefined {
  const { focus, typed } = situation;
  const { path, index, call } = trail(focus.steps, 3);
  const use: ValueUse = { resource, path };
  const inCall = placeInCall(situation, call, use);
  if (inCall) return inCall.place;
  if (focus.kind === "key" || focus.kind === "new-key") {
    const value = focus.kind === "key" && isFollowedByColon(situation) ? expressionOf(focus.entry.value) : undefined;
    return { kind: "property-key", resource, path, present: keysOf(focus), value, ...typed };
  }
  const expression = expressionAt(situation);
  return { kind: "property-value", resource, path, index, expression, ...typed };
}

function placeInParameter(situation: Situation, id: string): Place | undefined {
  const { focus, template, typed } = situation;
  const parameter = template.parameters.get(id);
  if (!parameter) return undefined;
  const attribute = focus.steps[2];
  if (attribute === undefined) {
    if (focus.kind !== "key" && focus.kind !== "new-key") return undefined;
    return { kind: "parameter-key", parameter, present: keysOf(focus), ...typed };
  }
  if (attribute.kind === "entry" && attribute.entry.key.text === "Type") {
    return { kind: "parameter-type", parameter, ...typed };
  }
  return otherPlace(situation, 3);
}

function placeInOutput(situation: Situation): Place | undefined {
  const { focus, typed } = situation;
  const attribute = focus.steps[2];
  if (attribute?.kind === "entry" && attribute.entry.key.text === "Condition") {
    return { kind: "condition-name", ...typed };
  }
  return otherPlace(situation, 3);
}

/** Keys and values outside of resources' properties. */
function otherPlace(situation: Situation, from: number): Place | undefined {
  const { focus, typed } = situation;
  const inside = trail(focus.steps, from);
  const inCall = placeInCall(situation, inside.call, undefined);
  if (inCall) return inCall.place;
  const outer = focus.steps.slice(0, from).flatMap((step) => (step.kind === "entry" ? [step.entry.key.text] : []));
  const path: FormatPath = [...outer, ...inside.path];
  if (focus.kind === "key" || focus.kind === "new-key") {
    return { kind: "format-key", path, present: keysOf(focus), ...typed };
  }
  return { kind: "other-value", expression: expressionAt(situation), path, index: inside.index, ...typed };
}
