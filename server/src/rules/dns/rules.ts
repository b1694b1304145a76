/** Route 53: zones, records, Resolver: the rules, in the order of their settings and pages. */
import type { Rule } from "../rule.ts";
import { aliasCloudfrontZoneId } from "./alias-cloudfront-zone-id.ts";
import { aliasLoadBalancerAttributes } from "./alias-load-balancer-attributes.ts";
import { privateZoneVpcDns } from "./private-zone-vpc-dns.ts";
import { recordAliasWithTtl } from "./record-alias-with-ttl.ts";
import { recordCnameAtApex } from "./record-cname-at-apex.ts";
import { recordCnameCoexists } from "./record-cname-coexists.ts";
import { recordOutsideZone } from "./record-outside-zone.ts";
import { recordRoutingWithoutSetId } from "./record-routing-without-set-id.ts";
import { recordValueFormat } from "./record-value-format.ts";
import { resolverEndpointTwoIps } from "./resolver-endpoint-two-ips.ts";
import { resolverForwardWithoutTargets } from "./resolver-forward-without-targets.ts";
import { resolverSgPort53 } from "./resolver-sg-port-53.ts";
import { weightedTtlDiffers } from "./weighted-ttl-differs.ts";

export const dnsRules: readonly Rule[] = [
  resolverEndpointTwoIps,
  resolverSgPort53,
  resolverForwardWithoutTargets,
  recordCnameAtApex,
  recordCnameCoexists,
  recordOutsideZone,
  recordRoutingWithoutSetId,
  recordAliasWithTtl,
  recordValueFormat,
  aliasCloudfrontZoneId,
  aliasLoadBalancerAttributes,
  privateZoneVpcDns,
  weightedTtlDiffers,
];
