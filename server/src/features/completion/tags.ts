/** Keys and values of tags. */
import { CompletionItemKind } from "vscode-languageserver-types";
import { propertyOf } from "../../template/expression.ts";
import { textOfScalar } from "../../template/parameters.ts";
import { expressionsAt, type Want } from "./fitting.ts";
import { isJson, type Offer, type Spot } from "./item.ts";
import { say } from "./wording.ts";

/** Keys of tags: Name, and those that other resources have; a name for the tag Name. */
export function* tagOffers(spot: Spot, { use }: Want): Generator<Offer> {
  const { document, template } = spot.snapshot;
  const { language } = spot.context;
  const { resource, path } = use;
  if (path.length !== 2 || path[0] !== "Tags") return;
  const tags = expressionsAt(resource.properties, ["Tags"]);
  const around = tags.findLast(({ span }) => document.layout.rangeOf(span).start <= spot.offset);
  const ownKey = textOfScalar(propertyOf(around, "Key")?.value);
  if (path[1] === "Value") {
    if (ownKey !== "Name") return;
    const name = `\${AWS::StackName}-${resource.id}`;
    const text = document.renderValue({ call: "Sub", argument: name }, spot.offset);
    const detail = say("nameOf", language);
    yield { label: isJson(spot) ? name : text, kind: CompletionItemKind.Value, rank: 1, text, detail };
    return;
  }
  if (path[1] !== "Key") return;
  const written = new Set(
    tags.filter((tag) => tag !== around).map((tag) => textOfScalar(propertyOf(tag, "Key")?.value)),
  );
  const holders = new Map<string, string[]>([["Name", []]]);
  for (const other of template.resources.values()) {
    if (other === resource) continue;
    for (const key of expressionsAt(other.properties, ["Tags", "Key"])) {
      const text = textOfScalar(key);
      if (text) holders.set(text, [...(holders.get(text) ?? []), other.id]);
    }
  }
  for (const [key, names] of holders) {
    if (written.has(key)) continue;
    const detail = key === "Name" ? say("nameTag", language) : say("otherTag", language, { names: shortList(names) });
    const text = document.renderValue(key, spot.offset);
    yield { label: key, kind: CompletionItemKind.Value, rank: 1, text, detail };
  }
}

function shortList(names: readonly string[]): string {
  return names.length > 3 ? `${names.slice(0, 3).join(", ")} …` : names.join(", ");
}
