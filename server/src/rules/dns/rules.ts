/** Route 53: zones, records, Resolver: the rules, in the order of their settings and pages. */
import type { Rule } from "../rule.ts";
import { privateZoneVpcDns } from "./private-zone-vpc-dns.ts";
import { resolverEndpointTwoIps } from "./resolver-endpoint-two-ips.ts";

export const dnsRules: readonly Rule[] = [resolverEndpointTwoIps, privateZoneVpcDns];
