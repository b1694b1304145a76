/** VPC and subnet addressing: the rules, in the order of their settings and pages. */
import type { Rule } from "../rule.ts";
import { azHardcoded } from "./az-hardcoded.ts";
import { cidrFamilyMismatch } from "./cidr-family-mismatch.ts";
import { cidrHostBits } from "./cidr-host-bits.ts";
import { cidrSyntax } from "./cidr-syntax.ts";
import { cidrZeroPrefixInDisguise } from "./cidr-zero-prefix-in-disguise.ts";
import { fnCidrDoesNotFit } from "./fn-cidr-does-not-fit.ts";
import { privateIpOutsideSubnet } from "./private-ip-outside-subnet.ts";
import { subnetAssignIpv6WithoutCidr } from "./subnet-assign-ipv6-without-cidr.ts";
import { subnetCidrSize } from "./subnet-cidr-size.ts";
import { subnetIpv6NoDependson } from "./subnet-ipv6-no-dependson.ts";
import { subnetIpv6Not64 } from "./subnet-ipv6-not-64.ts";
import { subnetMapPublicIpOnPrivate } from "./subnet-map-public-ip-on-private.ts";
import { subnetOutsideVpc } from "./subnet-outside-vpc.ts";
import { subnetOverlap } from "./subnet-overlap.ts";
import { subnetsAllInOneAz } from "./subnets-all-in-one-az.ts";
import { vpcCidrDockerBridge } from "./vpc-cidr-docker-bridge.ts";
import { vpcCidrNotPrivate } from "./vpc-cidr-not-private.ts";
import { vpcCidrSize } from "./vpc-cidr-size.ts";
import { vpcCidrUnusableRange } from "./vpc-cidr-unusable-range.ts";
import { vpcDnsHostnamesWithoutSupport } from "./vpc-dns-hostnames-without-support.ts";
import { vpcSecondaryCidrOverlap } from "./vpc-secondary-cidr-overlap.ts";
import { vpcSecondaryCidrRestricted } from "./vpc-secondary-cidr-restricted.ts";

export const addressingRules: readonly Rule[] = [
  vpcCidrSize,
  cidrSyntax,
  cidrHostBits,
  cidrZeroPrefixInDisguise,
  cidrFamilyMismatch,
  vpcCidrUnusableRange,
  vpcSecondaryCidrRestricted,
  vpcSecondaryCidrOverlap,
  subnetCidrSize,
  subnetOutsideVpc,
  subnetOverlap,
  fnCidrDoesNotFit,
  subnetIpv6Not64,
  subnetIpv6NoDependson,
  vpcDnsHostnamesWithoutSupport,
  privateIpOutsideSubnet,
  vpcCidrNotPrivate,
  vpcCidrDockerBridge,
  azHardcoded,
  subnetsAllInOneAz,
  subnetMapPublicIpOnPrivate,
  subnetAssignIpv6WithoutCidr,
];
