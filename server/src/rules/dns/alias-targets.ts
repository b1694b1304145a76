/**
 * What alias records lead to: the attribute with the DNS name, and the hosted zone that goes with it.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-route53-recordset-aliastarget.html
 */
import { readBoolean, readText } from "../../network/facts.ts";
import type { Evaluator } from "../../template/value.ts";
import { type Given, waysOfProperty } from "../basis.ts";
import { waysIn } from "../ways-at.ts";
import type { DnsRecord } from "./records.ts";

export type AliasTargetKind = { readonly type: string; readonly name: string } & (
  | { readonly zone: string }
  | { readonly zoneAttribute: string }
);

/** Every distribution has the same zone. */
export const cloudFrontZone = "Z2FDTNDATAQYW2";
/** https://docs.amazonaws.cn/en_us/aws/latest/userguide/route53.html */
export const cloudFrontZoneOfChina = "Z3RFFRIM2A3IF5";

export const loadBalancers = ["AWS::ElasticLoadBalancingV2::LoadBalancer", "AWS::ElasticLoadBalancing::LoadBalancer"];

export const aliasTargets: readonly AliasTargetKind[] = [
  { type: "AWS::CloudFront::Distribution", name: "DomainName", zone: cloudFrontZone },
  { type: "AWS::ElasticLoadBalancingV2::LoadBalancer", name: "DNSName", zoneAttribute: "CanonicalHostedZoneID" },
  { type: "AWS::ElasticLoadBalancing::LoadBalancer", name: "DNSName", zoneAttribute: "CanonicalHostedZoneNameID" },
];

/** One way in which the alias target of a record comes out. */
export interface AliasWay {
  readonly target: Given;
  readonly names: readonly Given[];
  readonly zones: readonly Given[];
  readonly health: readonly Given[];
}

export function aliasesOf(evaluator: Evaluator, { resource }: DnsRecord): readonly AliasWay[] {
  return waysOfProperty(evaluator, resource, "AliasTarget").map((target) => ({
    target,
    names: waysIn(evaluator, target, ["DNSName"]),
    zones: waysIn(evaluator, target, ["HostedZoneId"]),
    health: waysIn(evaluator, target, ["EvaluateTargetHealth"]).filter(({ value }) => readBoolean(value) === true),
  }));
}

/** Whether a name of an alias is that of a distribution: `china` by its end, `undefined` for anything else. */
export function distributionOf({ template }: Evaluator, { value }: Given): "world" | "china" | "either" | undefined {
  if (value.kind === "reference") {
    const type = template.resources.get(value.logicalId)?.type;
    return type === "AWS::CloudFront::Distribution" && value.attribute === "DomainName" ? "either" : undefined;
  }
  const text = readText(value)?.trim().toLowerCase().replace(/\.$/, "");
  if (text?.endsWith(".cloudfront.net")) return "world";
  return text?.endsWith(".cloudfront.cn") ? "china" : undefined;
}
