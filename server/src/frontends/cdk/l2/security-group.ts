/**
 * `ec2.SecurityGroup`: rules stand in its own lists where the CDK can put them there, else they are resources.
 * https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_ec2.SecurityGroup.html
 */
import { type CodeEntry, type CodeValue, type Located, nothing, opaque, scalar } from "../code-value.ts";
import { entry, type Reading } from "../reading.ts";
import { addImplied, type Maker, openEnd } from "./implied.ts";
import type { GroupRule, MadeSecurityGroup } from "./made.ts";
import type { Peer } from "./peers.ts";
import type { PortRule } from "./ports.ts";
import { optionsOf } from "./subnet-selection.ts";
import { either, type Given, type GivenProperties, listOf, objectOf } from "./values.ts";
import { vpcIdOf } from "./vpc-id.ts";

export function makeSecurityGroup(
  reading: Reading,
  maker: Maker,
  entries: readonly CodeEntry[],
  open: boolean,
): MadeSecurityGroup {
  const given = optionsOf(entries);
  const vpc = given.get("vpc");
  const made: MadeSecurityGroup = {
    kind: "security-group",
    id: maker.id,
    maker,
    properties: {
      GroupDescription: given.get("description") ?? opaque,
      GroupName: given.get("securityGroupName"),
      VpcId: vpcIdOf(reading, vpc),
    },
    allowsAllOutbound: open ? "unknown" : flag(given.get("allowAllOutbound"), true),
    allowsAllIpv6Outbound: open ? "unknown" : flag(given.get("allowAllIpv6Outbound"), false),
    isInline: flag(given.get("disableInlineRules"), false) !== true,
    rules: [],
    outbound: [],
  };
  reading.made.set(maker.id, made);
  return made;
}

function flag(given: Located | undefined, otherwise: boolean): boolean | "unknown" {
  if (!given) return otherwise;
  return given.value.kind === "scalar" && typeof given.value.value === "boolean" ? given.value.value : "unknown";
}

/** @param description `undefined`: the CDK writes one of its own */
export function addRule(
  group: MadeSecurityGroup,
  direction: "ingress" | "egress",
  [peer, port]: readonly [Peer, PortRule],
  description: Located | undefined,
  maker: Maker,
): void {
  if (direction === "egress" && !takesOutbound(group, peer, maker)) return;
  const isKnown = peer.text !== undefined && port.text !== undefined;
  const word = direction === "ingress" ? "from" : "to";
  const isInline = group.isInline && peer.isInline && port.isInline;
  // The CDK writes "from" for both directions in a group's own lists.
  const text = `${isInline ? "from" : word} ${peer.text}:${port.text}`;
  const ownDescription: Given = isKnown && peer.family !== "other" ? scalar(text) : opaque;
  const rule: GroupRule = {
    direction,
    properties: { ...peer[direction], ...port.properties, Description: description ?? ownDescription },
    isInline,
    maker,
    key: isKnown ? `${word} ${peer.text}:${port.text}` : undefined,
  };
  const isThere = group.rules.some(
    (other) =>
      rule.key !== undefined &&
      other.key === rule.key &&
      (other.maker.guard === group.maker.guard || other.maker.guard === maker.guard),
  );
  if (!isThere) group.rules.push(rule);
}

/** A group that lets everything out takes no rule for it. */
function takesOutbound(group: MadeSecurityGroup, { family }: Peer, { guard, range }: Maker): boolean {
  if (family === "ipv6") return group.allowsAllIpv6Outbound === false;
  if (group.allowsAllOutbound !== false) return false;
  group.outbound.push({ guard, range });
  return true;
}

/**
 * The group that a construct makes for itself.
 * @param passed what it hands on of its own properties
 */
export function makeOwnGroup(
  reading: Reading,
  maker: Maker,
  id: string,
  passed: Readonly<Record<string, Located | undefined>>,
): MadeSecurityGroup {
  const at = maker.callee;
  const entries = Object.entries(passed).flatMap(([key, value]) => (value ? [entry(key, at, value, at)] : []));
  return makeSecurityGroup(reading, { ...maker, id }, entries, false);
}

/** The resources of a group, when all statements are read. */
export function finishSecurityGroup(reading: Reading, group: MadeSecurityGroup): void {
  const { id, maker, rules } = group;
  const inline = (direction: GroupRule["direction"]): readonly (CodeValue | Located)[] =>
    rules.filter((rule) => rule.isInline && rule.direction === direction).map((rule) => inlineRule(group, rule));
  // Code elsewhere may add rules: the end of each list is open.
  const atEnd = openEnd(maker);
  addImplied(reading, maker, {
    id,
    type: "AWS::EC2::SecurityGroup",
    properties: {
      ...group.properties,
      SecurityGroupIngress: listOf([...inline("ingress"), atEnd], maker.callee),
      SecurityGroupEgress: listOf(
        [...(group.isInline ? defaultOutbound(group) : []), ...inline("egress"), atEnd],
        maker.callee,
      ),
    },
    open: true,
  });
  if (!group.isInline) {
    for (const [index, rule] of defaultOutbound(group).entries()) {
      const properties = rule.kind === "object" ? withoutPlace(rule) : {};
      addRuleResource(reading, group, "egress", properties, maker, `${id}/to ALL TRAFFIC ${index}`);
    }
  }
  const counts = new Map<string, number>();
  for (const rule of rules.filter(({ isInline }) => !isInline)) {
    const name = `${id}/${rule.key ?? (rule.direction === "ingress" ? "from ?" : "to ?")}`;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    const ruleId = count === 1 ? name : `${name} ${count}`;
    addRuleResource(reading, group, rule.direction, rule.properties, rule.maker, ruleId);
  }
}

function withoutPlace(rule: CodeValue & { kind: "object" }): GivenProperties {
  return Object.fromEntries(rule.entries.map(({ key, value }) => [key, value]));
}

function addRuleResource(
  reading: Reading,
  group: MadeSecurityGroup,
  direction: GroupRule["direction"],
  properties: GivenProperties,
  maker: Maker,
  id: string,
): void {
  const at = maker.callee;
  addImplied(
    reading,
    { ...maker, id: group.id },
    {
      id,
      type: direction === "ingress" ? "AWS::EC2::SecurityGroupIngress" : "AWS::EC2::SecurityGroupEgress",
      properties: {
        GroupId: { kind: "intrinsic", name: "GetAtt", nameRange: at, argument: groupIdArgument(group, at) },
        ...properties,
      },
    },
  );
}

function groupIdArgument({ id }: MadeSecurityGroup, at: Located["range"]): Located {
  return { value: listOf([scalar(id), scalar("GroupId")], at), range: at };
}

/** Under the condition of its own statement, where that isn't the group's. */
function inlineRule(group: MadeSecurityGroup, { properties, maker }: GroupRule): Located {
  const { callee, range, guard } = maker;
  const value = objectOf(properties, callee);
  const isAlways = guard === undefined || guard === group.maker.guard;
  return { value: isAlways ? value : either(guard, value, nothing, callee), range };
}

/** What a group lets out before any rule is added. */
function defaultOutbound(group: MadeSecurityGroup): readonly CodeValue[] {
  const { allowsAllOutbound, allowsAllIpv6Outbound, maker, outbound } = group;
  const at = maker.callee;
  const all = { IpProtocol: scalar("-1") };
  if (allowsAllOutbound === "unknown" || allowsAllIpv6Outbound === "unknown") return [opaque];
  const ipv6 = { ...all, CidrIpv6: scalar("::/0"), Description: scalar("Allow all outbound ipv6 traffic by default") };
  return [
    ...(allowsAllOutbound
      ? [
          objectOf(
            { ...all, CidrIp: scalar("0.0.0.0/0"), Description: scalar("Allow all outbound traffic by default") },
            at,
          ),
        ]
      : closing(outbound, group)),
    ...(allowsAllIpv6Outbound ? [objectOf(ipv6, at)] : []),
  ];
}

/** A rule that matches nothing stands for "no traffic", until there is another. */
function closing(outbound: MadeSecurityGroup["outbound"], { maker }: MadeSecurityGroup): readonly CodeValue[] {
  const at = maker.callee;
  if (outbound.some(({ guard }) => guard === undefined || guard === maker.guard)) return [];
  if (outbound.length > 0) return [opaque];
  return [
    objectOf(
      {
        IpProtocol: scalar("icmp"),
        FromPort: scalar(252),
        ToPort: scalar(86),
        CidrIp: scalar("255.255.255.255/32"),
        Description: scalar("Disallow all traffic"),
      },
      at,
    ),
  ];
}
