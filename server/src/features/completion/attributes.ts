/** Attributes of resources: what stands behind `!GetAtt`. */
import { CompletionItemKind } from "vscode-languageserver-types";
import { listedFirst } from "../../base/listed-first.ts";
import type { AttributeSpec } from "../../spec/spec.ts";
import { textOfScalar } from "../../template/parameters.ts";
import type { Resource } from "../../template/template.ts";
import type { Place } from "../../workspace/snapshot.ts";
import { cidrFamilyOf, mayReferTo, type Want, wantOf } from "./fitting.ts";
import { isJson, type Offer, type Spot } from "./item.ts";
import { nameText, resourceName } from "./references.ts";

/** Behind `!GetAtt`: the resource, then its attribute. */
export function* getAttOffers(spot: Spot, place: Extract<Place, { kind: "intrinsic-argument" }>): Generator<Offer> {
  const { snapshot, context } = spot;
  const want = place.use && wantOf(place.use, context.spec);
  if (place.index > 0) {
    const { argument } = place.call;
    const [first] = argument.kind === "list" ? argument.items : [];
    const resource = snapshot.template.resources.get(textOfScalar(first) ?? "");
    for (const attribute of resource ? fittingAttributes(spot, resource, want) : []) {
      yield {
        label: attribute.name,
        kind: CompletionItemKind.Field,
        // Parts of an attribute come behind it.
        rank: attribute.name.includes(".") ? 2 : 1,
        text: isBehindDot(spot) ? attribute.name : nameText(spot, attribute.name),
        detail: resource?.type,
        subject: { kind: "attribute", type: resource?.type ?? "", attribute: attribute.name },
      };
    }
    return;
  }
  const dotted = isDottedCall(spot, place);
  const preferred = want?.property?.relation?.types ?? [];
  for (const resource of listedFirst(snapshot.template.resources.values(), preferred, ({ type }) => type)) {
    if (want !== undefined && !mayReferTo(want.use.resource, resource, snapshot)) continue;
    const attributes = fittingAttributes(spot, resource, want);
    const [only] = attributes;
    if (only === undefined) continue;
    if (dotted && attributes.length === 1) {
      const label = `${resource.id}.${only.name}`;
      yield { ...resourceName(spot, resource, 1), label, text: nameText(spot, label) };
    } else {
      const again = dotted ? "." : "";
      yield { ...resourceName(spot, resource, 2), text: nameText(spot, `${resource.id}${again}`), again: dotted };
    }
  }
}

/** `"Sg.` in JSON: the text has its quotes around the name already. */
function isBehindDot({ snapshot, range }: Spot): boolean {
  return snapshot.text[range.start - 1] === ".";
}

/** `!GetAtt Name` on its way to `!GetAtt Name.Attribute`: the attribute is not there yet. */
function isDottedCall(spot: Spot, { call }: Extract<Place, { kind: "intrinsic-argument" }>): boolean {
  if (call.form !== "short" || isJson(spot)) return false;
  const { layout } = spot.snapshot.document;
  const written = spot.snapshot.text.slice(layout.rangeOf(call.argument.span).start, spot.range.start);
  return !written.includes("[") && !/^\s*\./.test(spot.snapshot.text.slice(spot.range.end, spot.range.end + 2));
}

function fittingAttributes(spot: Spot, resource: Resource, want: Want | undefined): readonly AttributeSpec[] {
  const all = spot.context.spec.attributes(resource.type);
  if (want?.property === undefined) return all;
  const { property, wholeList } = want;
  const spellings = property.relation?.spellings[resource.type];
  if (property.relation !== undefined) return all.filter(({ name }) => spellings?.includes(name) ?? false);
  if (property.allowedValues !== undefined) return [];
  const family = cidrFamilyOf(want);
  return all.filter(({ name, type }) => {
    if ((type.kind === "list") !== wholeList) return false;
    return family === undefined || (/cidr/i.test(name) && /ipv6/i.test(name) === (family === 6));
  });
}
