/** Calls: constructs being made, CloudFormation's functions, methods of constructs, the program's own functions. */
import type { Call, CodeExpression, CodeRange, FunctionStatement, Member } from "../../syntax/code/ast.ts";
import { type CodeValue, type Construct, type Located, opaque, scalar } from "./code-value.ts";
import { identityOf, idText, makeConstruct, propertiesOf } from "./constructs.ts";
import { makeCoreConstruct } from "./core-constructs.ts";
import { intrinsic } from "./functions.ts";
import { symbolOf } from "./imports.ts";
import { builtList, iterate } from "./iteration.ts";
import { higherLevelMethod, makeHigherLevel } from "./l2/make.ts";
import { memberOf } from "./members.ts";
import { camelCase } from "./names.ts";
import {
  type Binding,
  entry,
  type Frame,
  type OtherConstruct,
  type Reading,
  textOf,
  uniqueId,
  variableName,
} from "./reading.ts";

export function evaluateCall(reading: Reading, node: Call, frame: Frame): CodeValue {
  const { callee } = node;
  if (callee.kind === "member") {
    const owner = isNode(callee.object) ? callee.object.object : callee.object;
    const object = reading.evaluate(owner, frame);
    if (object.value.kind === "construct") return method(reading, object.value.construct, callee, node, frame);
    if (object.value.kind === "other-construct") {
      const result = higherLevelMethod(reading, object, callee, node, frame);
      if (result) return result;
    }
    if (object.value.kind === "this") {
      const own = frame.methods.find(({ name }) => name === callee.name);
      if (own) return callFunction(reading, own, node, frame);
    }
    if (/^(toString|to_string)$/.test(callee.name) && node.args.length === 0 && isToken(object.value)) {
      return object.value;
    }
    if (/^(push|unshift|pop|splice|append|extend|insert|update|set)$/.test(callee.name)) mutated(callee, frame);
    if (object.value.kind === "list") {
      const result = iterate(reading, callee.name, object.value, node, frame);
      if (result) return result;
    }
    const isObject = owner.kind === "name" && owner.name === "Object" && !frame.variables.has("Object");
    if (/^(entries|items|keys|values)$/.test(callee.name) && (isObject || node.args.length === 0)) {
      const name = `${isObject ? "Object." : ""}${callee.name}`;
      const listed = builtList(name, object, argumentsOf(reading, node, frame), node);
      if (listed || isObject) return listed ?? opaque;
    }
    if (object.value.kind === "list" || object.value.kind === "scalar" || object.value.kind === "mapping") {
      argumentsOf(reading, node, frame);
      return opaque;
    }
    return otherCall(reading, memberOf(reading, callee, object, frame).value, node, frame);
  }
  const { value } = reading.evaluate(callee, frame);
  if (value.kind === "function") return callFunction(reading, value.statement, node, frame);
  if (callee.kind === "name" && /^(enumerate|range)$/.test(callee.name) && !frame.variables.has(callee.name)) {
    const args = argumentsOf(reading, node, frame);
    return builtList(callee.name, undefined, args, node) ?? opaque;
  }
  return otherCall(reading, value, node, frame);
}

/** `x.node.addDependency(y)` */
function isNode(node: CodeExpression): node is Member {
  return node.kind === "member" && node.name === "node";
}

function isToken(value: CodeValue): boolean {
  return value.kind === "scalar" || value.kind === "intrinsic" || value.kind === "parameter";
}

function otherCall(reading: Reading, value: CodeValue, node: Call, frame: Frame): CodeValue {
  if (value.kind === "class") {
    // A construct of this file: what it makes is read with its class.
    argumentsOf(reading, node, frame);
    return opaque;
  }
  if (value.kind !== "library") {
    const located = argumentsOf(reading, node, frame);
    if (handsOver(reading, node, located)) reading.open = true;
    return opaque;
  }
  const { module, name } = value;
  if (module === "" && name.startsWith("Fn.") && node.callee.kind === "member") {
    return intrinsic(node.callee.name, node, argumentsOf(reading, node, frame), node.callee.nameRange);
  }
  if (module === "" && /^Token\.as/.test(camelCase(name))) {
    return argumentsOf(reading, node, frame)[0]?.value ?? opaque;
  }
  if (module === "" && name === "Stack.of") {
    argumentsOf(reading, node, frame);
    return { kind: "this" };
  }
  if (/(^CfnTag|Property)$/.test(name)) return struct(reading, node, frame);
  if (!looksLikeConstruct(node, reading) || isValueClass(module, name)) {
    return madeBy(reading, module, name, node, frame);
  }
  if (isPlainObject(node) || (module !== "" && isWithoutArguments(node))) return struct(reading, node, frame);
  if (module === "" && /^(CfnParameter|CfnCondition|CfnOutput|CfnMapping|CfnResource)$/.test(name)) {
    return makeCoreConstruct(reading, name, node, frame);
  }
  const names = module === "" ? undefined : reading.catalog.resource(module, name);
  if (names) return { kind: "construct", construct: makeConstruct(reading, names, module, name, node, frame) };
  return otherConstruct(reading, module, name, node, frame);
}

/** Classes whose objects are values, not constructs: `new targets.InstanceTarget(instance)`. */
function isValueClass(module: string, name: string): boolean {
  return name === "InterfaceVpcEndpointService" || /_(targets|endpoints|integrations)$/.test(module);
}

/** `ec2.Port.tcp(443)`, `ec2.NatProvider.gateway({ … })`. */
function madeBy(reading: Reading, module: string, name: string, node: Call, frame: Frame): CodeValue {
  const positional = node.args.map((arg) => reading.evaluate(arg, frame));
  const named = node.keywords.map((item) => entry(item.key, item.keyRange, reading.evaluate(item.value, frame), item));
  const last = positional.at(-1)?.value;
  const args = [...positional, ...named.map(({ value }) => value)];
  return { kind: "made", module, name, args, options: last?.kind === "object" ? last.entries : named };
}

/** `new X(scope, "id", …)`, `X(scope, "id", …)`: static methods and plain objects of the library are no constructs. */
function looksLikeConstruct(node: Call, reading: Reading): boolean {
  if (reading.dialect === "camel") return node.isNew;
  const { callee } = node;
  return /^_?[A-Z]/.test(callee.kind === "member" ? callee.name : callee.kind === "name" ? callee.name : "");
}

/** `ec2.SubnetConfiguration(name=…)` (Python): an object whose class is only a name for its shape. */
function isPlainObject(node: Call): boolean {
  const { scope, id } = identityOf(node);
  return !node.isNew && !scope && !id && node.keywords.length > 0;
}

/** `ec2.FlowLogOptions()` (Python): constructs have a scope at least. */
function isWithoutArguments({ isNew, args, keywords, broken }: Call): boolean {
  return !isNew && !broken && args.length === 0 && keywords.length === 0;
}

/** Scopes; they add nothing to a network by themselves. */
const scopes = /^(App|Stage|Stack|NestedStack)$/;

function otherConstruct(reading: Reading, module: string, name: string, node: Call, frame: Frame): CodeValue {
  const { entries, open } = propertiesOf(reading, node, frame);
  if (module === "" && scopes.test(name)) return { kind: "this" };
  const { scope, id } = identityOf(node);
  if (
    !id ||
    scope?.kind === "string" ||
    scope?.kind === "number" ||
    !/^(string|template|name|member|operation|call|choice)$/.test(id.kind)
  ) {
    return opaque;
  }
  const symbol = symbolOf(module, name);
  const other: OtherConstruct = {
    id: uniqueId(reading, idText(reading, id, frame, name), frame.className),
    idRange: id.kind === "string" ? id.content : id,
    symbol,
    callee: node.callee,
    range: node,
  };
  reading.others.push(other);
  reading.open = true;
  makeHigherLevel(reading, { ...other, guard: frame.guard }, entries, {
    open,
    isPlain: !frame.repeated && !node.broken,
    hasOwnZones: frame.methods.some((each) => camelCase(each.name) === "availabilityZones"),
  });
  return { kind: "other-construct", symbol, id: other.id };
}

/** `ec2.CfnSecurityGroup.IngressProperty(…)`, `CfnTag(…)`: an object of properties. */
function struct(reading: Reading, node: Call, frame: Frame): CodeValue {
  const entries = node.keywords.map((item) =>
    entry(item.key, item.keyRange, reading.evaluate(item.value, frame), item),
  );
  for (const arg of node.args) reading.evaluate(arg, frame);
  return { kind: "object", entries, open: node.hasKeywordSpread || node.args.length > 0 };
}

export function argumentsOf(reading: Reading, node: Call, frame: Frame): readonly Located[] {
  return [...node.args, ...node.keywords.map(({ value }) => value)].map((arg) => reading.evaluate(arg, frame));
}

/** Whether code that isn't read gets hold of a scope or a construct: it may add to the network. */
function handsOver(reading: Reading, node: Call, args: readonly Located[]): boolean {
  const callee = textOf(reading, node.callee);
  if (/^(super\b|console\.|print$|len$|str$|isinstance$|NagSuppressions\b|Object\.|JSON\.|logger?\.)/.test(callee)) {
    return false;
  }
  return args.some(({ value }) => carries(value));
}

function carries(value: CodeValue): boolean {
  if (value.kind === "list") return value.items.some((item) => carries(item.value));
  if (value.kind === "object") return value.entries.some((item) => carries(item.value.value));
  return value.kind === "construct" || value.kind === "this" || value.kind === "other-construct";
}

/** A list or object that a variable holds has been changed. */
function mutated(callee: Member, frame: Frame): void {
  const name = variableName(callee.object);
  const map = name?.startsWith("this.") ? frame.fields : frame.variables;
  const key = name?.replace(/^this\./, "");
  const before = key === undefined ? undefined : map.get(key);
  if (key === undefined || !before || !["list", "object"].includes(before.located.value.kind)) return;
  map.set(key, { located: { value: opaque, range: before.located.range }, keepsRange: false });
}

/** A function of the program: read in place where this is its only call, else once by itself. */
function callFunction(reading: Reading, fn: FunctionStatement, node: Call, frame: Frame): CodeValue {
  const args = argumentsOf(reading, node, frame);
  // Its declaration looks like a call, too.
  const isOnlyCall = (reading.callCounts.get(fn.name) ?? 0) <= 2;
  if (!isOnlyCall || frame.running.includes(fn)) return opaque;
  reading.inlined.add(fn);
  const variables = new Map<string, Binding>(frame.variables);
  for (const parameter of fn.parameters) variables.delete(parameter);
  const bind = (parameter: string | undefined, located: Located | undefined): void => {
    if (parameter && located) variables.set(parameter, { located, keepsRange: true });
  };
  node.args.forEach((_, index) => {
    bind(fn.parameters[index], args[index]);
  });
  node.keywords.forEach(({ key }, index) => {
    bind(key, args[node.args.length + index]);
  });
  const inner: Frame = {
    ...frame,
    variables,
    within: fn,
    running: [...frame.running, fn],
    returned: [],
  };
  reading.run(fn.body, inner);
  const [only, ...more] = inner.returned;
  return only && more.length === 0 ? only.value : opaque;
}

function method(reading: Reading, construct: Construct, callee: Member, node: Call, frame: Frame): CodeValue {
  const args = argumentsOf(reading, node, frame);
  switch (camelCase(callee.name)) {
    case "addDependency":
    case "addDependsOn":
    case "addResourceDependency":
      for (const { value, range } of args) {
        if (value.kind === "construct") construct.dependsOn.push({ construct: value.construct, range });
      }
      return opaque;
    case "addPropertyOverride": {
      const [path, value] = args;
      if (path?.value.kind === "scalar" && value && !path.value.text.includes(".")) {
        construct.properties.push(entry(path.value.text, path.range, value, node));
      } else {
        construct.open = true;
      }
      return opaque;
    }
    case "addOverride":
    case "addDeletionOverride":
    case "addPropertyDeletionOverride":
    case "removeDependency":
      construct.open = true;
      return opaque;
    case "getAtt": {
      const attribute = args[0];
      if (attribute?.value.kind !== "scalar") return opaque;
      const id = { value: scalar(construct.id), range: callee.object };
      const argument: Located = { value: { kind: "list", items: [id, attribute] }, range: node };
      return { kind: "intrinsic", name: "GetAtt", nameRange: callee.nameRange, argument };
    }
    default:
      return opaque;
  }
}

/** `x.cidrBlock = …`, `x.cfnOptions.condition = …` after the construct was made. */
export function assignToConstruct(
  construct: Construct,
  target: Member,
  value: Located,
  range: CodeRange,
  nested: boolean,
): void {
  if (!nested && construct.names.properties?.property(target.name)) {
    construct.properties.push(entry(target.name, target.nameRange, value, range));
    return;
  }
  if (nested && camelCase(target.name) === "condition") {
    if (value.value.kind === "condition") construct.explicitCondition = { id: value.value.id, range: value.range };
    return;
  }
  construct.open = true;
}
