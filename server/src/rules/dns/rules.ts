/** Route 53: zones, records, Resolver: the rules, in the order of their settings and pages. */
import type { Rule } from "../rule.ts";
import { aliasCloudfrontZoneId } from "./alias-cloudfront-zone-id.ts";
import { privateZoneVpcDns } from "./private-zone-vpc-dns.ts";
import { recordAliasWithTtl } from "./record-alias-with-ttl.ts";
import { recordCnameAtApex } from "./record-cname-at-apex.ts";
import { recordRoutingWithoutSetId } from "./record-routing-without-set-id.ts";
import { resolverEndpointTwoIps } from "./resolver-endpoint-two-ips.ts";

export const dnsRules: readonly Rule[] = [
  resolverEndpointTwoIps,
  recordCnameAtApex,
  recordRoutingWithoutSetId,
  recordAliasWithTtl,
  aliasCloudfrontZoneId,
  privateZoneVpcDns,
];
