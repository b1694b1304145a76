/** Listeners of load balancers: what they open, and where they send it. */
import { type CodeEntry, type CodeValue, type Located, nothing, opaque, scalar } from "../code-value.ts";
import { refTo } from "../functions.ts";
import type { Frame, Reading } from "../reading.ts";
import { attributesOf, madeOf } from "./attributes.ts";
import { argumentOf } from "./call-arguments.ts";
import { literalText, plainBoolean } from "./enums.ts";
import { addImplied, type Maker } from "./implied.ts";
import { applicationEnds, type Ends, networkProtocol, sslPolicy } from "./listener-ends.ts";
import type { Balancer, Listener, MadeConnectable, MadeTargetGroup, MethodCall } from "./made.ts";
import { childOf, type IdAndOptions, methodMaker } from "./options.ts";
import { anyIpv4, anyIpv6, type Peer } from "./peers.ts";
import { type PortRule, tcpPort } from "./ports.ts";
import { addRule } from "./security-group.ts";
import { optionsOf } from "./subnet-selection.ts";
import { makeTargetGroup, register } from "./target-group.ts";
import { either, type GivenProperties, itemsOf, listOf, located, objectOf } from "./values.ts";

/** `new elbv2.ApplicationListener(this, "Web", { loadBalancer, port: 80 })`. */
export function makeListenerAlone(
  reading: Reading,
  maker: Maker,
  entries: readonly CodeEntry[],
  open: boolean,
  type: Balancer["type"],
): void {
  const options = optionsOf(entries);
  const made = madeOf(reading, options.get("loadBalancer"));
  const isKnown = made?.kind === "connectable" && made.balancer?.type === type;
  makeListener(reading, maker, isKnown ? made : foreign(type), options, open);
}

/** A load balancer that isn't one of this program. */
function foreign(type: Balancer["type"]): MadeConnectable {
  return {
    kind: "connectable",
    id: "",
    groups: [],
    defaultPort: undefined,
    balancer: { type, vpc: undefined, isDualStack: undefined },
    attribute: () => undefined,
  };
}

/** `balancer.addListener("Web", { port: 80 })`, `balancer.addRedirect()`; undefined for other methods. */
export function listenerMethod(reading: Reading, balancer: MadeConnectable, call: MethodCall): CodeValue | undefined {
  if (call.frame.repeated || call.name !== "addListener") return undefined;
  const made = childOf(reading, balancer.id, call);
  makeListener(reading, made, balancer, made.options, made.open);
  return { kind: "other-construct", symbol: "elbv2.ApplicationListener", id: made.id };
}

function makeListener(
  reading: Reading,
  maker: Maker,
  balancer: MadeConnectable,
  options: ReadonlyMap<string, Located>,
  open: boolean,
): void {
  const { port, protocol } = endsOf(balancer, options, open);
  const number = Number(literalText(port?.value));
  const rule = port && Number.isInteger(number) ? tcpPort(number, port.range) : undefined;
  const listener: Listener = { id: maker.id, balancer, protocol, actions: [] };
  const isOpen = options.has("open") ? plainBoolean(options.get("open")) : true;
  const isApplication = balancer.balancer?.type === "application";
  if (rule && !open && isOpen === true && isApplication) letEveryoneIn(balancer, rule, maker, number);
  reading.made.set(maker.id, {
    kind: "connectable",
    id: maker.id,
    groups: balancer.groups,
    defaultPort: rule,
    listener,
    attribute: attributesOf(maker.id, { listenerArn: "Ref" }),
    method: (inReading, call) => actionMethod(inReading, listener, call),
    finish: (inReading) => addListener(inReading, maker, listener, port, options),
  });
  setDefault(reading, listener, maker, options, open);
}

function addListener(
  reading: Reading,
  maker: Maker,
  { balancer, protocol, actions }: Listener,
  port: Located | undefined,
  options: ReadonlyMap<string, Located>,
): void {
  addImplied(reading, maker, {
    id: maker.id,
    type: "AWS::ElasticLoadBalancingV2::Listener",
    properties: {
      LoadBalancerArn: balancer.id === "" ? opaque : refTo(balancer.id, maker.callee),
      Port: port ?? opaque,
      Protocol: protocol,
      Certificates: options.has("certificates") ? opaque : undefined,
      SslPolicy: sslPolicy(options.get("sslPolicy")),
      // Without one the CDK refuses it: code elsewhere sets it.
      DefaultActions: actions.length > 0 ? listOf(actions, maker.callee) : opaque,
    },
    open: true,
  });
}

function letEveryoneIn(made: MadeConnectable, rule: PortRule, maker: Maker, port: number): void {
  const description: Located = { value: scalar(`Allow from anyone on port ${port}`), range: maker.callee };
  const open = (peer: Peer): void => {
    for (const group of made.groups) addRule(group, "ingress", [peer, rule], description, { ...maker, id: group.id });
  };
  open(anyIpv4(maker.callee));
  if (made.balancer?.isDualStack) open(anyIpv6(maker.callee));
}

/** `defaultTargetGroups`, `defaultAction`. */
function setDefault(
  reading: Reading,
  listener: Listener,
  maker: Maker,
  options: ReadonlyMap<string, Located>,
  open: boolean,
): void {
  const action = options.get("defaultAction");
  const groups = options.get("defaultTargetGroups");
  if (action) listener.actions.push(...actionsOf(reading, listener, maker, action));
  else if (groups) listener.actions.push(forward(reading, listener, maker, groups));
  else if (open) listener.actions.push({ value: opaque, range: maker.callee });
}

/** The methods of listeners that say where traffic goes. */
function actionMethod(reading: Reading, listener: Listener, call: MethodCall): CodeValue | undefined {
  const { name, node, frame } = call;
  const isApplication = listener.balancer.balancer?.type === "application";
  if (!/^(addTargets|addTargetGroups|addAction)$/.test(name)) return undefined;
  if (frame.repeated) {
    listener.actions.push({ value: opaque, range: node });
    return undefined;
  }
  if (name === "addTargetGroups" && !isApplication) {
    // `listener.addTargetGroups("Id", a, b)`
    const [, ...items] = node.args.map((arg) => reading.evaluate(arg, frame));
    const groups: Located = { value: { kind: "list", items }, range: node };
    addDefault(listener, [forward(reading, listener, methodMaker(listener.id, call), groups)], frame);
    return opaque;
  }
  const made = childOf(reading, listener.id, call, name === "addTargets" ? "Group" : "");
  const { value, actions } = actionOf(reading, listener, made, call);
  if (isApplication && (made.options.has("priority") || made.options.has("conditions"))) {
    addListenerRule(reading, { ...made, id: `${listener.id}/${made.name}Rule` }, listener, made, actions);
  } else {
    addDefault(listener, actions, frame);
  }
  return value;
}

function addDefault(listener: Listener, actions: readonly Located[], { guard }: Frame): void {
  for (const { value, range } of actions) {
    listener.actions.push({ value: guard === undefined ? value : either(guard, value, nothing, range), range });
  }
}

/** What a method gives, and the actions that it adds. */
function actionOf(
  reading: Reading,
  listener: Listener,
  made: IdAndOptions & Maker,
  { name, callee, node }: MethodCall,
): { readonly value: CodeValue; readonly actions: readonly Located[] } {
  const { options } = made;
  if (name === "addAction") {
    const action = options.get("action");
    const actions = action ? actionsOf(reading, listener, made, action) : [{ value: opaque, range: node }];
    return { value: opaque, actions };
  }
  if (name === "addTargetGroups") {
    return { value: opaque, actions: [forward(reading, listener, made, options.get("targetGroups"))] };
  }
  const { vpc, type = "application" } = listener.balancer.balancer ?? {};
  const inherited: readonly (readonly [string, Located])[] = [
    ...(vpc ? [["vpc", vpc] as const] : []),
    // A target group of a network load balancer takes the protocol of its listener.
    ...(type === "network" ? [["protocol", located(listener.protocol, callee.nameRange)] as const] : []),
  ];
  const group = makeTargetGroup(reading, made, new Map([...inherited, ...options]), made.open, type);
  const value: CodeValue = { kind: "other-construct", symbol: "elbv2.TargetGroup", id: group.id };
  const list: Located = { value: { kind: "list", items: [{ value, range: node }] }, range: node };
  return { value, actions: [forward(reading, listener, made, list)] };
}

function addListenerRule(
  reading: Reading,
  maker: Maker,
  listener: Listener,
  { options }: IdAndOptions,
  actions: readonly Located[],
): void {
  addImplied(reading, maker, {
    id: maker.id,
    type: "AWS::ElasticLoadBalancingV2::ListenerRule",
    properties: {
      ListenerArn: refTo(listener.id, maker.callee),
      Priority: options.get("priority"),
      Conditions: opaque,
      Actions: listOf(actions, maker.callee),
    },
    open: true,
  });
}

/** `ListenerAction.forward([group])`; other actions are there, but not read any closer. */
function actionsOf(reading: Reading, listener: Listener, maker: Maker, { value, range }: Located): readonly Located[] {
  const isForward = value.kind === "made" && /ListenerAction\.forward$/.test(value.name);
  return [
    isForward ? forward(reading, listener, maker, argumentOf(value, 0, "targetGroups")) : { value: opaque, range },
  ];
}

/** The action that sends everything to the groups, which are told of the listener. */
function forward(reading: Reading, listener: Listener, maker: Maker, groups: Located | undefined): Located {
  const range = groups?.range ?? maker.callee;
  const items = itemsOf(groups) ?? [];
  const made = items.map((item) => targetGroup(reading, item));
  for (const group of made) if (group) register(reading, group, { listener }, maker);
  const arns = made.map((group, index): Located => {
    const at = items[index]?.range ?? range;
    return { value: group ? refTo(group.id, at) : opaque, range: at };
  });
  const [only, ...more] = arns;
  if (!only) return { value: opaque, range };
  const target: GivenProperties =
    more.length === 0
      ? { TargetGroupArn: only }
      : {
          ForwardConfig: objectOf({ TargetGroups: listOf(arns.map(weighted), range) }, range),
        };
  return { value: objectOf({ ...target, Type: scalar("forward") }, range), range };
}

/** One of several groups, of which none counts more than another unless told. */
function weighted(arn: Located): CodeValue {
  return objectOf({ TargetGroupArn: arn, Weight: scalar(1) }, arn.range);
}

function targetGroup(reading: Reading, given: Located): MadeTargetGroup | undefined {
  const made = madeOf(reading, given);
  return made?.kind === "target-group" ? made : undefined;
}

function endsOf({ balancer }: MadeConnectable, options: ReadonlyMap<string, Located>, open: boolean): Ends {
  if (balancer?.type === "application") return applicationEnds(options);
  const given = options.get("protocol");
  if (!given && open) return { port: options.get("port"), protocol: opaque };
  return { port: options.get("port"), protocol: networkProtocol(given, options.has("certificates") ? "TLS" : "TCP") };
}
