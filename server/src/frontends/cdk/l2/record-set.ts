/** `route53.ARecord` and its kin: names, and what they lead to. */
import { type CodeEntry, type CodeValue, type Located, opaque, scalar } from "../code-value.ts";
import { refTo } from "../functions.ts";
import type { Reading } from "../reading.ts";
import { attributesOf, madeOf } from "./attributes.ts";
import { argumentOf, staticCall } from "./call-arguments.ts";
import { durationSeconds, literalText, memberOfEnum } from "./enums.ts";
import { withDot, zoneGiven } from "./hosted-zone.ts";
import { addImplied, type Maker } from "./implied.ts";
import type { MadeZone } from "./made.ts";
import { optionsOf } from "./subnet-selection.ts";
import { attributeOf, call, type Given, type GivenProperties, listOf, objectOf } from "./values.ts";

/** The types of records by their constructs. */
export const recordTypes: Readonly<Record<string, string>> = {
  ARecord: "A",
  AaaaRecord: "AAAA",
  CaaRecord: "CAA",
  CaaAmazonRecord: "CAA",
  CnameRecord: "CNAME",
  DsRecord: "DS",
  MxRecord: "MX",
  NsRecord: "NS",
  SrvRecord: "SRV",
  TxtRecord: "TXT",
  ZoneDelegationRecord: "NS",
};

/** @param type undefined for `route53.RecordSet`, which is told */
export function makeRecord(
  reading: Reading,
  maker: Maker,
  entries: readonly CodeEntry[],
  open: boolean,
  type: string | undefined,
): void {
  const given = optionsOf(entries);
  const zone = given.get("zone");
  const made = zoneGiven(reading, zone);
  const recordType = given.get("recordType");
  const told = type ?? memberOfEnum(recordType, "RecordType");
  const name = nameOf(given, made, open);
  addImplied(reading, maker, {
    id: maker.id,
    type: "AWS::Route53::RecordSet",
    properties: {
      HostedZoneId: zone && { value: made ? refTo(made.id, zone.range) : opaque, range: zone.range },
      Name: name ?? opaque,
      Type: recordType
        ? { value: told === undefined ? opaque : scalar(told), range: recordType.range }
        : type === undefined
          ? opaque
          : scalar(type),
      ...(open ? {} : { ...target(reading, given, type), ...routing(given) }),
    },
    open: true,
  });
  reading.made.set(maker.id, {
    kind: "other",
    id: maker.id,
    attribute: attributesOf(maker.id, { domainName: "Ref" }),
  });
}

/** The whole name, with the zone's behind what is given. */
function nameOf(given: ReadonlyMap<string, Located>, zone: MadeZone | undefined, open: boolean): Given {
  const written = given.get("recordName");
  if (!written) return zone?.name === undefined || open ? undefined : scalar(withDot(zone.name));
  const text = literalText(written.value);
  const whole = text === undefined ? undefined : fullName(text, zone?.name);
  return { value: whole === undefined ? opaque : scalar(whole), range: written.range };
}

function fullName(text: string, zone: string | undefined): string | undefined {
  if (text.endsWith(".")) return text;
  if (zone === undefined) return undefined;
  return text === zone || text.endsWith(`.${zone}`) ? `${text}.` : `${text}.${zone}.`;
}

/** Addresses or other values with how long they may be kept, or an alias. */
function target(reading: Reading, given: ReadonlyMap<string, Located>, type: string | undefined): GivenProperties {
  const at = given.get("target");
  const { method, made } = staticCall(at, "RecordTarget") ?? {};
  if (at && method === "fromAlias")
    return { AliasTarget: alias(reading, made && argumentOf(made, 0, "aliasTarget"), at) };
  if (at && !method) return {};
  const domain = given.get("domainName");
  const servers = given.get("nameServers");
  const values = at ? made && listed(made.args, at.range) : domain ? listed([domain], domain.range) : undefined;
  const ttl = given.get("ttl");
  return {
    ResourceRecords: values ?? (type === "NS" ? (given.get("values") ?? opaque) : opaque),
    TTL: ttl ? asText(durationSeconds(ttl)) : scalar(servers ? "172800" : "1800"),
  };
}

function asText(given: Given): Given {
  if (!given || "kind" in given || given.value.kind !== "scalar") return given;
  return { ...given, value: scalar(given.value.text) };
}

function listed(items: readonly Located[], range: Located["range"]): Located {
  return { value: listOf(items, range), range };
}

/** `new targets.LoadBalancerTarget(balancer)`; of others it is only known that it is an alias. */
function alias(reading: Reading, given: Located | undefined, at: Located): Located {
  const unknown: Located = { value: objectOf({ DNSName: opaque, HostedZoneId: opaque }, at.range), range: at.range };
  if (given?.value.kind !== "made") return unknown;
  const { value, range } = given;
  const made = madeOf(reading, argumentOf(value, 0, "loadBalancer"));
  if (value.name !== "LoadBalancerTarget" || made?.kind !== "connectable" || !made.balancer) return unknown;
  const dns = listOf([scalar("dualstack."), attributeOf(made.id, "DNSName", range)], range);
  const properties = {
    DNSName: call("Join", [scalar(""), dns], range),
    HostedZoneId: attributeOf(made.id, "CanonicalHostedZoneID", range),
    EvaluateTargetHealth: optionsOf(value.options).get("evaluateTargetHealth"),
  };
  return { value: objectOf(properties, range), range };
}

/** What chooses between records of one name; each of them has an identifier, if need be one that the CDK makes up. */
function routing(given: ReadonlyMap<string, Located>): GivenProperties {
  const unread = (key: string): CodeValue | undefined => (given.has(key) ? opaque : undefined);
  const properties = {
    Weight: given.get("weight"),
    Region: given.get("region"),
    MultiValueAnswer: given.get("multiValueAnswer"),
    GeoLocation: unread("geoLocation"),
    CidrRoutingConfig: unread("cidrRoutingConfig"),
    Failover: unread("failover"),
  };
  const chooses = Object.values(properties).some((value) => value !== undefined);
  return { ...properties, SetIdentifier: given.get("setIdentifier") ?? (chooses ? opaque : undefined) };
}
