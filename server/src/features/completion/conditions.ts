/** Conditions where they are written: the functions that give one, and the template's own. */
import { CompletionItemKind } from "vscode-languageserver-types";
import { functionStyle } from "./functions.ts";
import { callFilter, isJson, type Offer, type Spot } from "./item.ts";
import { hasValueBehind } from "./layout-text.ts";
import { say } from "./wording.ts";

interface ConditionForm {
  readonly name: string;
  /** Arguments in snippet syntax. */
  readonly short: string;
  readonly long: string;
  /** Only in the section Rules. */
  readonly rules?: true;
}

const forms: readonly ConditionForm[] = [
  { name: "Equals", short: '[!Ref $1, "$2"]', long: '[{ "Ref": "$1" }, "$2"]' },
  { name: "Not", short: "[$1]", long: "[$1]" },
  { name: "And", short: "[$1, $2]", long: "[$1, $2]" },
  { name: "Or", short: "[$1, $2]", long: "[$1, $2]" },
  { name: "Contains", short: '[["$2"], !Ref $1]', long: '[["$2"], { "Ref": "$1" }]', rules: true },
  { name: "EachMemberIn", short: "[$1, $2]", long: "[$1, $2]", rules: true },
  { name: "EachMemberEquals", short: '[$1, "$2"]', long: '[$1, "$2"]', rules: true },
];

/** Functions that CloudFormation knows in the long form alone. */
const longOnly: ReadonlySet<string> = new Set(["Contains", "EachMemberIn", "EachMemberEquals"]);

/** @param own the condition that is written, which cannot rest on itself */
export function* conditionCallOffers(
  spot: Spot,
  takes: "condition" | "rule-condition",
  own: string | undefined,
): Generator<Offer> {
  const { document, template } = spot.snapshot;
  if (takes === "condition") {
    for (const { id } of template.conditions.values()) {
      if (id === own) continue;
      const text = document.renderValue({ call: "Condition", argument: id }, spot.offset);
      yield {
        label: isJson(spot) || !text.startsWith("!") ? `Condition ${id}` : text,
        kind: CompletionItemKind.Event,
        rank: 1,
        text,
        detail: say("condition", spot.context.language),
        subject: { kind: "name", id },
        filter: callFilter(spot, id),
      };
    }
  }
  for (const { name, short, long, rules } of forms) {
    if (rules && takes !== "rule-condition") continue;
    const isShort = !longOnly.has(name) && (spot.typed.startsWith("!") || functionStyle(spot) === "short");
    const label = isShort ? `!${name}` : `Fn::${name}`;
    yield {
      label,
      kind: CompletionItemKind.Function,
      rank: 2,
      text: isShort ? `${label} ${short}` : `{ "${label}": ${long} }`,
      snippet: true,
      filter: isShort ? undefined : name,
      subject: { kind: "function", name },
      again: true,
    };
  }
}

/** The same as keys, in the long form. */
export function* conditionKeyOffers(spot: Spot, takes: "condition" | "rule-condition"): Generator<Offer> {
  const { template } = spot.snapshot;
  const key = (name: string, argument: string, rank: number): Offer => {
    const label = name === "Condition" ? name : `Fn::${name}`;
    const quoted = isJson(spot) ? `"${label}"` : label;
    const behind = hasValueBehind(spot)
      ? { text: quoted }
      : { text: `${quoted}: ${argument}`, snippet: true, again: true };
    const kind = CompletionItemKind.Function;
    return { label, kind, rank, ...behind, filter: name, subject: { kind: "function", name } };
  };
  for (const { name, short, long, rules } of forms) {
    if (!rules || takes === "rule-condition") yield key(name, isJson(spot) ? long : short, 1);
  }
  if (takes === "condition" && template.conditions.size > 0) {
    yield key("Condition", isJson(spot) ? '"$1"' : "$1", 2);
  }
}
