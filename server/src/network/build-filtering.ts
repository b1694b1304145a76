/** Security groups. */
import { propertyOf } from "../template/expression.ts";
import type { Guard } from "../template/value.ts";
import { isList, isMap } from "../template/values.ts";
import { type BuildContext, byId, entitiesOf } from "./build-context.ts";
import { joined, noFacts, type Read, readCidr, readInteger, readText, valueFacts } from "./facts.ts";
import { readLink } from "./links.ts";
import type { Entity, Facts, Link, SecurityGroup, SecurityGroupRule, Vpc } from "./model.ts";

interface SecurityGroupDraft extends SecurityGroup {
  readonly rules: SecurityGroupRule[];
  readonly unreadRules: Record<Direction, Guard[]>;
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
      id: entity.id,
      resource: entity.resource,
      guard: entity.guard,
      kind: "security-group",
      vpc: context.link(entity, "VpcId", vpcById),
      rules: [],
      unreadRules: { ingress: [], egress: [] },
    }),
  );
  const groupById = byId(groups);
  const listById = byId<Entity>(context.of("AWS::EC2::PrefixList"));
  const readFacts = (direction: Direction, facts: ReadProperty) =>
    ruleFacts(context, direction, groupById, listById, facts);
  const all: SecurityGroupRule[] = [];
  for (const group of groups) {
    for (const direction of directions) addInlineRules(context, group, direction, readFacts);
    all.push(...group.rules);
  }
  for (const direction of directions) {
    for (const entity of context.of(ruleTypes[direction])) {
      const facts: ReadProperty = (name, read) => context.facts(entity, name, read);
      const group = groupOfStandalone(context, entity, groupById);
      const { resource, guard } = entity;
      const place = { resource, guard, span: resource.idSpan, direction, inlineIn: undefined, group };
      const rule: SecurityGroupRule = { ...readFacts(direction, facts), ...place };
      for (const { id } of entitiesOf(group)) groupById.get(id)?.rules.push(rule);
      all.push(rule);
    }
  }
  return { securityGroups: groups, securityGroupRules: all };
}

type ReadProperty = <T>(name: string, read: Read<T>) => Facts<T>;
type RuleFacts = Omit<SecurityGroupRule, "resource" | "guard" | "span" | "direction" | "inlineIn" | "group">;

function addInlineRules(
  { evaluator }: BuildContext,
  group: SecurityGroupDraft,
  direction: Direction,
  readFacts: (direction: Direction, facts: ReadProperty) => RuleFacts,
): void {
  const unread = group.unreadRules[direction];
  const property = propertyOf(group.resource.properties, ruleProperties[direction]);
  if (property === undefined) {
    if (group.resource.open) unread.push(group.guard);
    return;
  }
  for (const { value, guard } of evaluator.alternatives(property.value, group.guard)) {
    if (value.kind === "absent") continue;
    const items = value.kind === "known" && isList(value.data) ? value.data : [value];
    for (const { value: item, guard: itemGuard } of items.flatMap((each) => evaluator.alternativesOf(each, guard))) {
      if (item.kind === "absent") continue;
      if (item.kind !== "known" || !isMap(item.data) || isOpen(item.data)) {
        unread.push(itemGuard);
        continue;
      }
      const { data } = item;
      const facts: ReadProperty = (name, read) => valueFacts(evaluator, data.get(name), itemGuard, read);
      group.rules.push({
        ...readFacts(direction, facts),
        resource: group.resource,
        inlineIn: group,
        group: {
          ...noFacts,
          known: [{ value: { kind: "entity", entity: group }, guard: itemGuard, span: item.span, from: [] }],
        },
        guard: itemGuard,
        span: item.span,
        direction,
      });
    }
  }
}

/** What a transform in an item will add is not known. */
function isOpen(item: ReadonlyMap<string, unknown>): boolean {
  return [...item.keys()].some((key) => key.startsWith("Fn::"));
}

/** GroupId, or GroupName of a group in a default VPC. A name in words may be that of any group of the template. */
function groupOfStandalone(
  context: BuildContext,
  entity: Entity,
  groups: ReadonlyMap<string, SecurityGroup>,
): Facts<Link<SecurityGroup>> {
  const [byGroupId, byName] = [context.link(entity, "GroupId", groups), context.link(entity, "GroupName", groups)];
  if (byName.known.length === 0 && byName.unknown.length === 0) return byGroupId;
  const certain = byName.known.filter(({ value }) => value.kind === "entity");
  const vague = byName.known.filter((fact) => !certain.includes(fact)).map(({ guard }) => guard);
  return joined([byGroupId, { known: certain, unknown: [...byName.unknown, ...vague], absent: [] }]);
}

function ruleFacts(
  { template }: BuildContext,
  direction: Direction,
  groups: ReadonlyMap<string, SecurityGroup>,
  prefixLists: ReadonlyMap<string, Entity>,
  facts: ReadProperty,
): RuleFacts {
  const side = direction === "ingress" ? "Source" : "Destination";
  return {
    protocol: facts("IpProtocol", (value) => {
      const text = readText(value)?.toLowerCase();
      return text === undefined ? undefined : (protocolNames[text] ?? text);
    }),
    fromPort: facts("FromPort", readInteger),
    toPort: facts("ToPort", readInteger),
    cidr: facts("CidrIp", readCidr),
    cidrIpv6: facts("CidrIpv6", readCidr),
    peerGroup: facts(`${side}SecurityGroupId`, readLink(template, groups)),
    peerGroupName: direction === "ingress" ? facts("SourceSecurityGroupName", readLink(template, groups)) : noFacts,
    prefixList: facts(`${side}PrefixListId`, readLink(template, prefixLists)),
    description: facts("Description", readText),
  };
}
