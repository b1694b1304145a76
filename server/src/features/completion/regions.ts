/** The Region of the stack, and all Regions by name. */
import { CompletionItemKind } from "vscode-languageserver-types";
import { refTo } from "../../template/edit.ts";
import { callFilter, isJson, type Offer, type Spot } from "./item.ts";
import { say } from "./wording.ts";

export function regionReference(spot: Spot): Offer {
  return {
    label: isJson(spot) ? "Ref AWS::Region" : "!Ref AWS::Region",
    kind: CompletionItemKind.Constant,
    rank: 2,
    text: spot.snapshot.document.renderValue(refTo("AWS::Region"), spot.offset),
    detail: say("pseudo", spot.context.language),
    subject: { kind: "name", id: "AWS::Region" },
    filter: callFilter(spot, "AWS::Region"),
  };
}

export function* regionNames(spot: Spot): Generator<Offer> {
  const { knowledge, language } = spot.context;
  for (const { match, name } of knowledge.values.ofKind("regions")) {
    const [code = ""] = match;
    const text = spot.snapshot.document.renderValue(code, spot.offset);
    yield { label: code, kind: CompletionItemKind.EnumMember, rank: 3, text, detail: name?.[language] };
  }
}
