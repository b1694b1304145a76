/** The meaning of a value: finds out what kind of value it is, and asks the file of that kind. */
import type { Span } from "../../../base/span.ts";
import type { Place, Snapshot, ValueUse } from "../../../workspace/snapshot.ts";
import type { HoverContext } from "../property.ts";
import { addressExplanation, blockMeaning } from "./address.ts";
import { asnExplanation } from "./asn.ts";
import { endpointServiceExplanation, endpointServiceMember } from "./endpoint-service.ts";
import { type Explanation, explanationText } from "./explanation.ts";
import { icmpCodeExplanation, icmpTypeExplanation } from "./icmp.ts";
import { kindAt, placeOf, type ValueKind } from "./places.ts";
import { portExplanation, portMember } from "./port.ts";
import { prefixListExplanation } from "./prefix-list.ts";
import { protocolExplanation } from "./protocol.ts";
import { preSharedKeyExplanation, tunnelCidrExplanation } from "./tunnel.ts";
import { memberExplanation, wordExplanation } from "./word.ts";
import { argumentOf, type WrittenValue, writtenAt } from "./written.ts";
import { selectedZoneExplanation, zoneExplanation } from "./zone.ts";

type Explain = (value: WrittenValue, context: HoverContext) => Explanation | undefined;

const byKind: Readonly<Record<ValueKind, Explain>> = {
  port: portExplanation,
  "icmp-type": icmpTypeExplanation,
  "icmp-code": icmpCodeExplanation,
  protocol: protocolExplanation,
  asn: asnExplanation,
  "tunnel-cidr": tunnelCidrExplanation,
  "pre-shared-key": preSharedKeyExplanation,
  "endpoint-service": endpointServiceExplanation,
  zone: zoneExplanation,
  "prefix-list": prefixListExplanation,
};

/** What a property's value means, of which `span` is a part; undefined where nothing is known of it. */
export function valueMeaning(use: ValueUse, span: Span, snapshot: Snapshot, context: HoverContext): string | undefined {
  const value = writtenAt(use, span, snapshot);
  return value && textFor(value, context);
}

/** What a value outside of any property means: only addresses show by themselves what they are. */
export function looseMeaning(text: string, snapshot: Snapshot, context: HoverContext): string | undefined {
  return textFor(argumentOf(text, "", snapshot), context);
}

/** What an argument of a CDK function or construct means. */
export function argumentMeaning(
  { text, symbols, ends }: Extract<Place, { kind: "code-argument" }>,
  snapshot: Snapshot,
  context: HoverContext,
): string | undefined {
  const place = symbols.find((symbol) => kindAt(symbol) ?? context.knowledge.values.groupAt(symbol)) ?? "";
  return textFor(argumentOf(text, place, snapshot, ends), context);
}

/** What a member of a CDK class means: `ec2.SubnetType.PUBLIC`, `ec2.Port.HTTPS`. */
export function memberMeaning(symbol: string, context: HoverContext): string | undefined {
  const { knowledge } = context;
  const found =
    memberExplanation(symbol, context) ?? portMember(symbol, context) ?? endpointServiceMember(symbol, context);
  const topic = found?.topic ?? knowledge.topicForSymbol(symbol)?.id;
  return found && explanationText({ ...found, topic }, context, knowledge.seeAlso(symbol));
}

/** For `!Select [0, !GetAZs ""]` where a zone is wanted. */
export function zoneListMeaning(use: ValueUse, context: HoverContext): string | undefined {
  if (kindAt(placeOf(use.resource, use.path)) !== "zone") return undefined;
  const found = selectedZoneExplanation(context);
  return found && explanationText(found, context);
}

function textFor(value: WrittenValue, context: HoverContext): string | undefined {
  const kind = kindAt(value.place);
  const ofKind = kind && byKind[kind](value, context);
  // A property of ports may take a word as well: `traffic-port`.
  const found =
    ofKind ?? wordExplanation(value, context) ?? blockMeaning(value, context) ?? addressExplanation(value, context);
  return (found && explanationText(found, context)) || undefined;
}
