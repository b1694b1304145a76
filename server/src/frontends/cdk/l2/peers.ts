/** `ec2.Peer` and groups: the other end of a rule. https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_ec2.Peer.html */
import { type CodeValue, type Located, scalar } from "../code-value.ts";
import { camelCase } from "../names.ts";
import type { Reading } from "../reading.ts";
import { madeOf } from "./attributes.ts";
import { argumentOf } from "./call-arguments.ts";
import { literalText } from "./enums.ts";
import type { MadeSecurityGroup } from "./made.ts";
import { attributeOf, type GivenProperties, itemsOf, listOf } from "./values.ts";

export interface Peer {
  readonly ingress: GivenProperties;
  readonly egress: GivenProperties;
  readonly family: "ipv4" | "ipv6" | "other";
  /** As the CDK names it in ids and descriptions; undefined where that isn't known. */
  readonly text: string | undefined;
  /** It can stand in a group's own lists. */
  readonly isInline: boolean;
}

/** Undefined where it can't be told. */
export function readPeer({ value, range }: Located): Peer | undefined {
  if (value.kind !== "made") return undefined;
  const given = (index: number, name: string): Located =>
    argumentOf(value, index, name) ?? { value: { kind: "opaque" }, range };
  switch (camelCase(value.name)) {
    case "Peer.anyIpv4":
      return anyIpv4(range);
    case "Peer.anyIpv6":
      return anyIpv6(range);
    case "Peer.ipv4":
      return block("ipv4", given(0, "cidrIp"));
    case "Peer.ipv6":
      return block("ipv6", given(0, "cidrIp"));
    case "Peer.prefixList": {
      const list = given(0, "prefixListId");
      return other("PrefixListId", list, false);
    }
    case "Peer.securityGroupId": {
      const owner = argumentOf(value, 1, "sourceSecurityGroupOwnerId");
      const peer = other("SecurityGroupId", given(0, "securityGroupId"), true);
      return { ...peer, ingress: { ...peer.ingress, SourceSecurityGroupOwnerId: owner } };
    }
    default:
      return undefined;
  }
}

export function peerOfGroup(group: MadeSecurityGroup, range: Located["range"]): Peer {
  return {
    ...other("SecurityGroupId", { value: attributeOf(group.id, "GroupId", range), range }, false),
    text: group.id,
  };
}

/** `Peer.anyIpv4()` where a construct says it itself. */
export function anyIpv4(range: Located["range"]): Peer {
  return block("ipv4", { value: scalar("0.0.0.0/0"), range });
}

export function anyIpv6(range: Located["range"]): Peer {
  return block("ipv6", { value: scalar("::/0"), range });
}

function block(family: "ipv4" | "ipv6", cidr: Located): Peer {
  const properties: GivenProperties = family === "ipv4" ? { CidrIp: cidr } : { CidrIpv6: cidr };
  return { ingress: properties, egress: properties, family, text: literalText(cidr.value), isInline: true };
}

function other(property: string, id: Located, isInline: boolean): Peer {
  return {
    ingress: { [`Source${property}`]: id },
    egress: { [`Destination${property}`]: id },
    family: "other",
    text: literalText(id.value),
    isInline,
  };
}

/** The security groups of something that has connections; undefined where they can't be told. */
export function groupsOf(reading: Reading, given: Located): readonly MadeSecurityGroup[] | undefined {
  const made = madeOf(reading, given);
  switch (made?.kind) {
    case "security-group":
      return [made];
    case "connectable":
      return made.groups;
    default:
      return undefined;
  }
}

/** The groups of a list of such things; undefined where one of them can't be told. */
export function groupsIn(reading: Reading, list: Located): readonly MadeSecurityGroup[] | undefined {
  const found = itemsOf(list)?.map((item) => groupsOf(reading, item));
  return found?.every((each) => each !== undefined) ? found.flat() : undefined;
}

/** The list of their ids, as what wears them has it. */
export function groupIds(groups: readonly MadeSecurityGroup[], at: Located["range"]): CodeValue {
  return listOf(
    groups.map(({ id }) => attributeOf(id, "GroupId", at)),
    at,
  );
}
