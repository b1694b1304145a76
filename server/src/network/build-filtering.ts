/** Security groups. */
import { propertyOf } from "../template/expression.ts";
import type { Guard, Value } from "../template/value.ts";
import { isList, isMap } from "../template/values.ts";
import { type BuildContext, byId, entitiesOf } from "./build-context.ts";
import { type Read, readCidr, readInteger, readText, valueFacts } from "./facts.ts";
import { readLink } from "./links.ts";
import type { Entity, Facts, Link, SecurityGroup, SecurityGroupRule, Vpc } from "./model.ts";

interface SecurityGroupDraft extends SecurityGroup {
  readonly rules: SecurityGroupRule[];
}

export interface SecurityGroups {
  readonly securityGroups: readonly SecurityGroup[];
  readonly securityGroupRules: readonly SecurityGroupRule[];
}

type Direction = SecurityGroupRule["direction"];
const directions = ["ingress", "egress"] as const;
const ruleProperties = { ingress: "SecurityGroupIngress", egress: "SecurityGroupEgress" } as const;
const ruleTypes = { ingress: "AWS::EC2::SecurityGroupIngress", egress: "AWS::EC2::SecurityGroupEgress" } as const;

/** EC2 takes numbers and names. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html */
const protocolNames: Readonly<Record<string, string>> = {
  "1": "icmp",
  "6": "tcp",
  "17": "udp",
  "58": "icmpv6",
  all: "-1",
};

export function buildSecurityGroups(context: BuildContext, vpcs: readonly Vpc[]): SecurityGroups {
  const vpcById = byId(vpcs);
  const groups = context.of("AWS::EC2::SecurityGroup").map(
    (entity): SecurityGroupDraft => ({
      ...entity,
      kind: "security-group",
      vpc: context.link(entity, "VpcId", vpcById),
      rules: [],
    }),
  );
  const groupById = byId(groups);
  const all: SecurityGroupRule[] = [];
  for (const group of groups) {
    const inline = directions.flatMap((direction) => inlineRules(context, group, direction, groupById));
    group.rules.push(...inline);
    all.push(...inline);
  }
  for (const direction of directions) {
    for (const entity of context.of(ruleTypes[direction])) {
      const rule = standaloneRule(context, entity, direction, groupById);
      for (const { id } of entitiesOf(context.link(entity, "GroupId", groupById))) groupById.get(id)?.rules.push(rule);
      all.push(rule);
    }
  }
  return { securityGroups: groups, securityGroupRules: all };
}

function inlineRules(
  context: BuildContext,
  group: SecurityGroup,
  direction: Direction,
  groups: ReadonlyMap<string, SecurityGroup>,
): readonly SecurityGroupRule[] {
  const { evaluator } = context;
  const property = propertyOf(group.resource.properties, ruleProperties[direction]);
  if (property === undefined) return [];
  return evaluator.alternatives(property.value, group.guard).flatMap(({ value, guard }) => {
    if (value.kind !== "known") return [];
    const items = isList(value.data) ? value.data : [value];
    return items
      .flatMap((item) => evaluator.alternativesOf(item, guard))
      .flatMap(({ value: item, guard: itemGuard }) => {
        if (item.kind !== "known" || !isMap(item.data)) return [];
        const { data } = item;
        const facts = <T>(name: string, read: Read<T>) => valueFacts(evaluator, data.get(name), itemGuard, read);
        return [{ ...ruleFacts(context, direction, groups, facts), ...place(group, itemGuard, item), direction }];
      });
  });
}

function place(
  { resource }: Entity,
  guard: Guard,
  { span }: Value,
): Pick<SecurityGroupRule, "resource" | "guard" | "span"> {
  return { resource, guard, span };
}

function standaloneRule(
  context: BuildContext,
  entity: Entity,
  direction: Direction,
  groups: ReadonlyMap<string, SecurityGroup>,
): SecurityGroupRule {
  const { resource, guard } = entity;
  const facts = <T>(name: string, read: Read<T>) => context.facts(entity, name, read);
  return { ...ruleFacts(context, direction, groups, facts), resource, guard, span: resource.idSpan, direction };
}

function ruleFacts(
  { template }: BuildContext,
  direction: Direction,
  groups: ReadonlyMap<string, SecurityGroup>,
  facts: <T>(name: string, read: Read<T>) => Facts<T>,
): Omit<SecurityGroupRule, "resource" | "guard" | "span" | "direction"> {
  const side = direction === "ingress" ? "Source" : "Destination";
  const peer: Facts<Link<SecurityGroup>> = facts(`${side}SecurityGroupId`, readLink(template, groups));
  return {
    protocol: facts("IpProtocol", (value) => {
      const text = readText(value)?.toLowerCase();
      return text === undefined ? undefined : (protocolNames[text] ?? text);
    }),
    fromPort: facts("FromPort", readInteger),
    toPort: facts("ToPort", readInteger),
    cidr: facts("CidrIp", readCidr),
    cidrIpv6: facts("CidrIpv6", readCidr),
    peerGroup: peer,
    prefixList: facts(`${side}PrefixListId`, readText),
  };
}
