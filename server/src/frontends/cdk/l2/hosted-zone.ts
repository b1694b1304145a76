/** `route53.PublicHostedZone`, `PrivateHostedZone`, `HostedZone`: their names and the VPCs that they answer in. */
import { type CodeEntry, type CodeValue, type Located, nothing, opaque, scalar } from "../code-value.ts";
import { refTo } from "../functions.ts";
import type { Reading } from "../reading.ts";
import { attributesOf, madeOf } from "./attributes.ts";
import { argumentsByName } from "./call-arguments.ts";
import { literalText } from "./enums.ts";
import { addImplied, type Maker, openEnd } from "./implied.ts";
import type { MadeZone, MethodCall } from "./made.ts";
import { optionsOf } from "./subnet-selection.ts";
import { either, itemsOf, listOf, objectOf } from "./values.ts";
import { vpcIdOf } from "./vpc-id.ts";

export function makeHostedZone(reading: Reading, maker: Maker, entries: readonly CodeEntry[], open: boolean): void {
  const given = optionsOf(entries);
  const zoneName = given.get("zoneName");
  const text = literalText(zoneName?.value);
  const one = given.get("vpc");
  const several = itemsOf(given.get("vpcs"));
  const isKnown = !open && (several !== undefined || !given.has("vpcs"));
  const made: MadeZone = {
    kind: "zone",
    id: maker.id,
    name: text?.replace(/\.$/, ""),
    vpcs: (one ? [one] : (several ?? [])).map((vpc) => ({ value: association(reading, vpc), range: vpc.range })),
    attribute: (name, node) =>
      name === "zoneName" && zoneName ? zoneName.value : attributesOf(maker.id, { hostedZoneId: "Ref" })(name, node),
    method: (inReading, call) => zoneMethod(inReading, made, call),
    finish: (inReading) =>
      addImplied(inReading, maker, {
        id: maker.id,
        type: "AWS::Route53::HostedZone",
        properties: {
          Name: zoneName && { value: text === undefined ? opaque : scalar(withDot(text)), range: zoneName.range },
          // One without any is public, as far as is seen here.
          VPCs: made.vpcs.length > 0 && isKnown ? listOf([...made.vpcs, openEnd(maker)], maker.callee) : undefined,
        },
        open: true,
      }),
  };
  reading.made.set(maker.id, made);
}

function zoneMethod(reading: Reading, made: MadeZone, call: MethodCall): CodeValue | undefined {
  const { name, callee, node, frame } = call;
  if (name !== "addVpc" || frame.repeated) return undefined;
  const vpc = argumentsByName(reading, node, frame, ["vpc"]).get("vpc");
  if (!vpc) return opaque;
  const value = association(reading, vpc);
  const { guard } = frame;
  made.vpcs.push({ value: guard === undefined ? value : either(guard, value, nothing, callee), range: vpc.range });
  return opaque;
}

function association(reading: Reading, vpc: Located): CodeValue {
  return objectOf({ VPCId: vpcIdOf(reading, vpc), VPCRegion: refTo("AWS::Region", vpc.range) }, vpc.range);
}

export function withDot(name: string): string {
  return name.endsWith(".") ? name : `${name}.`;
}

/** Undefined where it isn't a zone of this program. */
export function zoneGiven(reading: Reading, given: Located | undefined): MadeZone | undefined {
  const made = madeOf(reading, given);
  return made?.kind === "zone" ? made : undefined;
}
