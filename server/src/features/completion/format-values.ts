/** Values outside of properties: what the format of a template lists, and what outputs, conditions and defaults are made of. */
import { CompletionItemKind } from "vscode-languageserver-types";
import type { Localized } from "../../base/localized.ts";
import type { NewValue } from "../../template/edit.ts";
import { propertyOf } from "../../template/expression.ts";
import { textOfScalar } from "../../template/parameters.ts";
import type { FormatPath, Place, ValueUse } from "../../workspace/snapshot.ts";
import { formatAt, formatValues } from "../format/sections.ts";
import { conditionCallOffers } from "./conditions.ts";
import { wantOf } from "./fitting.ts";
import { formatKeyOffers, groupedParameterOffers } from "./format-keys.ts";
import { functionNameOffers, functionOffers } from "./functions.ts";
import { isJson, type Offer, type Spot } from "./item.ts";
import { hasArgumentBehind } from "./layout-text.ts";
import { usesOfParameter } from "./parameter-uses.ts";
import { anyReferenceOffers } from "./references.ts";
import { literalOffers, valueOffers } from "./values.ts";
import { say } from "./wording.ts";

type ValuePlace = Extract<Place, { kind: "other-value" }>;

export function* formatValueOffers(spot: Spot, place: ValuePlace): Generator<Offer> {
  const { path = [], index, text } = place;
  const { template } = spot.snapshot;
  const shared = sharedUse(spot, path);
  if (shared !== undefined) {
    yield* valueOffers(spot, wantOf(shared, spot.context.spec, index !== undefined));
    return;
  }
  const node = formatAt(path);
  if (node === undefined) return;
  // Behind the dash of a list, the first name of an object may stand.
  if (node.shape === "list-of-objects") {
    if (index !== undefined && !isJson(spot)) yield* formatKeyOffers(spot, { path, present: [], text });
    return;
  }
  if (spot.typed.startsWith("!") && hasArgumentBehind(spot)) {
    if (node.takes === "value") yield* functionNameOffers(spot, undefined);
    return;
  }
  const present = listed(spot, path);
  for (const { value, text: meaning, isDefault } of formatValues(path, template) ?? []) {
    if (present.has(String(value)) && String(value) !== text) continue;
    const detail = isDefault ? say("default", spot.context.language) : undefined;
    yield valueOffer(spot, value, { detail, meaning });
  }
  switch (node.takes) {
    case "value":
      if (path.at(-1) === "Name") {
        yield* exportNameOffers(spot, path);
        // The name may not rest on a resource, and is no list.
        for (const offer of functionOffers(spot, undefined))
          if (!/GetAtt|GetAZs|Cidr|Split/.test(offer.label)) yield offer;
        break;
      }
      yield* anyReferenceOffers(spot);
      yield* functionOffers(spot, undefined);
      break;
    case "condition":
    case "rule-condition":
      yield* conditionCallOffers(spot, node.takes, path[1]);
      break;
    case "parameter":
      yield* groupedParameterOffers(spot, text);
      break;
    case "parameter-value":
      yield* parameterValueOffers(spot, path);
      break;
    default:
  }
}

/** What SAM resources share, as if it were written in one of them. */
function sharedUse({ snapshot: { template } }: Spot, [section, kind = "", ...path]: FormatPath): ValueUse | undefined {
  const globals = template.globals;
  const body = propertyOf(globals?.body, kind)?.value;
  if (section !== "Globals" || globals === undefined || body?.kind !== "object") return undefined;
  const { id, idSpan, span } = globals;
  const type = `AWS::Serverless::${kind}`;
  return {
    resource: { id, idSpan, span, type, typeSpan: idSpan, dependsOn: [], properties: body, body, open: true },
    path,
  };
}

/** Where several may be listed, what is there already. */
function listed({ snapshot: { template } }: Spot, path: readonly string[]): ReadonlySet<string> {
  return new Set(path[0] === "Transform" ? template.transforms : []);
}

interface Told {
  readonly detail?: string | undefined;
  readonly meaning?: Localized | undefined;
}

function valueOffer(spot: Spot, value: string | number | boolean, { detail, meaning }: Told): Offer {
  return {
    label: String(value),
    kind: CompletionItemKind.EnumMember,
    rank: 1,
    text: spot.snapshot.document.renderValue(value, spot.offset),
    detail,
    documentation: meaning?.[spot.context.language],
  };
}

/** `!Sub "${AWS::StackName}-VpcId"`: unique as long as the stack's name is. */
function* exportNameOffers(spot: Spot, [, output = ""]: readonly string[]): Generator<Offer> {
  const name = `\${AWS::StackName}-${output}`;
  const value: NewValue = { call: "Sub", argument: name };
  const text = spot.snapshot.document.renderValue(value, spot.offset);
  const detail = say("exportName", spot.context.language);
  yield { label: isJson(spot) ? name : text, kind: CompletionItemKind.Value, rank: 1, text, detail, filter: output };
}

/** A default or an allowed value: what the other key says, what the properties take in which the parameter stands. */
function* parameterValueOffers(spot: Spot, [, id = "", key]: readonly string[]): Generator<Offer> {
  const { template } = spot.snapshot;
  const parameter = template.parameters.get(id);
  if (parameter === undefined) return;
  const allowed = (parameter.allowedValues ?? []).map(textOfScalar).filter((each) => each !== undefined && each !== "");
  if (key === "Default" && allowed.length > 0) {
    for (const each of allowed) yield valueOffer(spot, each ?? "", {});
    return;
  }
  const written = new Set(key === "AllowedValues" ? allowed : []);
  for (const offer of literalsFor(spot, usesOfParameter(template, id))) {
    if (!written.has(offer.label)) yield offer;
  }
  if (key === "Default") yield* usualDefaults(spot, parameter.type);
}

function* literalsFor(spot: Spot, uses: readonly ValueUse[]): Generator<Offer> {
  for (const use of uses) yield* literalOffers(spot, { ...wantOf(use, spot.context.spec), wholeList: false });
}

/**
 * Public parameters with the newest images of Amazon Linux:
 * https://docs.aws.amazon.com/linux/al2023/ug/ec2.html; the same names as `AmazonLinux2023ImageSsmParameter` of aws-cdk-lib 2.276 gives
 */
const newestImages = ["x86_64", "arm64"].map(
  (architecture) => `/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-${architecture}`,
);

function* usualDefaults(spot: Spot, type: string): Generator<Offer> {
  if (type !== "AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>") return;
  const detail = say("newestImage", spot.context.language);
  for (const name of newestImages) yield { ...valueOffer(spot, name, { detail }), kind: CompletionItemKind.Value };
}
