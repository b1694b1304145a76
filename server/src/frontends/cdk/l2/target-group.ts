/** `elbv2.ApplicationTargetGroup`, `NetworkTargetGroup` and what is registered with them. */
import { type CodeEntry, type CodeValue, type Located, opaque, scalar } from "../code-value.ts";
import { refTo } from "../functions.ts";
import type { Reading } from "../reading.ts";
import { attributesOf, constructId, madeOf } from "./attributes.ts";
import { argumentOf } from "./call-arguments.ts";
import { allowBetween } from "./connections.ts";
import { durationSeconds, enumText, literalText, memberOfEnum } from "./enums.ts";
import { addImplied, type Maker, openEnd } from "./implied.ts";
import { applicationEnds, networkProtocol } from "./listener-ends.ts";
import type { Balancer, Listener, MadeTargetGroup, MethodCall } from "./made.ts";
import { methodMaker } from "./options.ts";
import { readPort, tcpPort } from "./ports.ts";
import { optionsOf } from "./subnet-selection.ts";
import { type Given, type GivenProperties, itemsOf, listOf, objectOf } from "./values.ts";
import { vpcIdOf } from "./vpc-id.ts";

const targetTypes: Readonly<Record<string, string>> = { INSTANCE: "instance", IP: "ip", LAMBDA: "lambda", ALB: "alb" };

export function makeTargetGroupAlone(
  reading: Reading,
  maker: Maker,
  entries: readonly CodeEntry[],
  open: boolean,
  type: Balancer["type"],
): void {
  makeTargetGroup(reading, maker, optionsOf(entries), open, type);
}

/**
 * @param options by TypeScript's names
 * @param open there may be more options than these
 */
export function makeTargetGroup(
  reading: Reading,
  maker: Maker,
  options: ReadonlyMap<string, Located>,
  open: boolean,
  type: Balancer["type"],
): MadeTargetGroup {
  const ends =
    type === "application"
      ? applicationEnds(options)
      : { port: options.get("port"), protocol: networkProtocol(options.get("protocol"), "TCP") };
  const number = Number(literalText(ends.port?.value));
  const made: MadeTargetGroup = {
    kind: "target-group",
    id: maker.id,
    type,
    port: ends.port && Number.isInteger(number) ? tcpPort(number, ends.port.range) : undefined,
    targets: [],
    targetTypes: [],
    members: [],
    listeners: [],
    method: (inReading, call) => targetMethod(inReading, made, call),
    finish: (inReading) => addTargetGroup(inReading, maker, made, { options, open, ...ends }),
  };
  reading.made.set(maker.id, made);
  const targets = options.get("targets");
  if (targets) {
    const items = itemsOf(targets);
    if (!items) made.targetTypes.push(undefined);
    for (const item of items ?? []) addTarget(reading, made, item, maker);
  }
  return made;
}

export const targetGroupAttribute = (id: string) => attributesOf(id, { targetGroupArn: "Ref" });

interface Written {
  readonly options: ReadonlyMap<string, Located>;
  readonly open: boolean;
  readonly port: Located | undefined;
  readonly protocol: CodeValue | Located;
}

function addTargetGroup(reading: Reading, maker: Maker, made: MadeTargetGroup, written: Written): void {
  const { options, open } = written;
  const at = maker.callee;
  const type = open ? undefined : targetTypeOf(made, options.get("targetType"));
  const isFunctions = literalText(type && ("kind" in type ? type : type.value)) === "lambda";
  addImplied(reading, maker, {
    id: maker.id,
    type: "AWS::ElasticLoadBalancingV2::TargetGroup",
    properties: {
      TargetType: type,
      Port: isFunctions ? undefined : written.port,
      Protocol: isFunctions ? undefined : written.protocol,
      VpcId: isFunctions || !options.has("vpc") ? undefined : vpcIdOf(reading, options.get("vpc")),
      Targets: listOf([...made.targets, openEnd(maker)], at),
      ...healthCheck(options.get("healthCheck"), open),
    },
    // Its health check may be set later.
    open: true,
  });
}

/** Undefined where it isn't known. */
function targetTypeOf({ targetTypes: types }: MadeTargetGroup, given: Located | undefined): Given {
  const written = enumText(given, "TargetType", targetTypes);
  if (written) return written;
  const [first] = types;
  return first !== undefined && types.every((each) => each === first) ? scalar(first) : undefined;
}

/** What is checked in each target; unknown where it can't be told. */
function healthCheck(given: Located | undefined, open: boolean): GivenProperties {
  if (open || (given && (given.value.kind !== "object" || given.value.open))) return {};
  const check = optionsOf(given?.value.kind === "object" ? given.value.entries : []);
  const protocol = check.get("protocol");
  const name = memberOfEnum(protocol, "Protocol");
  return {
    HealthCheckEnabled: check.get("enabled"),
    HealthCheckPath: check.get("path"),
    HealthCheckPort: check.get("port"),
    HealthCheckProtocol: protocol && { value: name === undefined ? opaque : scalar(name), range: protocol.range },
    HealthCheckIntervalSeconds: durationSeconds(check.get("interval")),
    HealthCheckTimeoutSeconds: durationSeconds(check.get("timeout")),
    HealthyThresholdCount: check.get("healthyThresholdCount"),
    UnhealthyThresholdCount: check.get("unhealthyThresholdCount"),
  };
}

/** `group.addTarget(…)`, `group.registerConnectable(…)`. */
function targetMethod(reading: Reading, made: MadeTargetGroup, call: MethodCall): CodeValue | undefined {
  const { name, node, frame } = call;
  if (name !== "addTarget" && name !== "registerConnectable") return undefined;
  const args = node.args.map((arg) => reading.evaluate(arg, frame));
  const maker = methodMaker(made.id, call);
  if (frame.repeated || frame.guard !== undefined) {
    made.targetTypes.push(undefined);
  } else if (name === "addTarget") {
    for (const arg of args) addTarget(reading, made, arg, maker);
  } else if (args[0]) {
    register(reading, made, { target: args[0], port: args[1] ? readPort(args[1]) : made.port }, maker);
  }
  return opaque;
}

/** A target of the library's own classes, or something that registers itself. */
function addTarget(reading: Reading, made: MadeTargetGroup, given: Located, maker: Maker): void {
  const { value, range } = given;
  if (value.kind === "made") {
    const [type, id, port] = plainTarget(value, range);
    made.targetTypes.push(type);
    if (type !== undefined) made.targets.push({ value: objectOf({ Id: id, Port: port }, range), range });
    return;
  }
  const target = madeOf(reading, given);
  if (target?.kind !== "connectable" || !target.registers) {
    made.targetTypes.push(undefined);
    return;
  }
  const { type, arns, port } = target.registers;
  made.targetTypes.push(type);
  arns.push({ value: refTo(made.id, range), range });
  const member = { target: given, port: port === "of-group" ? made.port : undefined };
  if (made.type === "application") register(reading, made, member, maker);
}

/** `new targets.InstanceTarget(instance, 8080)`: its type, id and port; no type where it isn't known. */
function plainTarget(
  value: CodeValue & { kind: "made" },
  range: Located["range"],
): readonly [string | undefined, Given, Given] {
  const port = argumentOf(value, 1, "port");
  switch (value.name) {
    case "InstanceTarget": {
      const instance = argumentOf(value, 0, "instance");
      const id = instance && constructId(instance);
      return ["instance", { value: id === undefined ? opaque : refTo(id, range), range }, port];
    }
    case "InstanceIdTarget":
      return ["instance", argumentOf(value, 0, "instanceId") ?? opaque, port];
    case "IpTarget":
      return argumentOf(value, 2, "availabilityZone")
        ? [undefined, opaque, port]
        : ["ip", argumentOf(value, 0, "ipAddress") ?? opaque, port];
    default:
      return [undefined, opaque, port];
  }
}

/** A listener and a target that come together here: the load balancer may then reach the target. */
export function register(
  reading: Reading,
  made: MadeTargetGroup,
  joining: { readonly listener: Listener } | MadeTargetGroup["members"][number],
  maker: Maker,
): void {
  const pairs =
    "listener" in joining
      ? made.members.map((member) => ({ member, listener: joining.listener }))
      : made.listeners.map((listener) => ({ member: joining, listener }));
  if ("listener" in joining) made.listeners.push(joining.listener);
  else made.members.push(joining);
  if (made.type !== "application") return;
  for (const { member, listener } of pairs) {
    const { balancer } = listener;
    if (!member.port || balancer.id === "") continue;
    const from: Located = {
      value: { kind: "other-construct", symbol: "elbv2.ApplicationLoadBalancer", id: balancer.id },
      range: maker.callee,
    };
    const description: Located = { value: scalar("Load balancer to target"), range: maker.callee };
    allowBetween(reading, from, member.target, { port: member.port, description, maker });
  }
}
