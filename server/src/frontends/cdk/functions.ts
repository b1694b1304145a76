/** The functions and pseudo parameters of CloudFormation as the CDK's core spells them: `Fn.select`, `Aws.REGION`. */
import type { Call, CodeRange } from "../../syntax/code/ast.ts";
import type { IntrinsicName } from "../../template/expression.ts";
import { type CodeValue, type Located, opaque, scalar } from "./code-value.ts";
import { camelCase } from "./names.ts";

type Shape = "list" | "first";

/** By the method's name: the function, and how the arguments become the function's. */
const functions: ReadonlyMap<string, readonly [IntrinsicName, Shape]> = new Map([
  ["base64", ["Base64", "first"]],
  ["cidr", ["Cidr", "list"]],
  ["conditionAnd", ["And", "list"]],
  ["conditionContains", ["Contains", "list"]],
  ["conditionEachMemberEquals", ["EachMemberEquals", "list"]],
  ["conditionEachMemberIn", ["EachMemberIn", "list"]],
  ["conditionEquals", ["Equals", "list"]],
  ["conditionIf", ["If", "list"]],
  ["conditionNot", ["Not", "list"]],
  ["conditionOr", ["Or", "list"]],
  ["findInMap", ["FindInMap", "list"]],
  ["getAtt", ["GetAtt", "list"]],
  ["getAzs", ["GetAZs", "first"]],
  ["importValue", ["ImportValue", "first"]],
  ["join", ["Join", "list"]],
  ["len", ["Length", "first"]],
  ["ref", ["Ref", "first"]],
  ["refAll", ["RefAll", "first"]],
  ["select", ["Select", "list"]],
  ["split", ["Split", "list"]],
  ["sub", ["Sub", "list"]],
  ["toJsonString", ["ToJsonString", "first"]],
  ["valueOf", ["ValueOf", "list"]],
  ["valueOfAll", ["ValueOfAll", "list"]],
]);

/** The spelling of a function in the CDK's core: `Select` -> `select`. Undefined where there is none. */
export function functionSpelling(name: IntrinsicName): string | undefined {
  return [...functions].find(([, [intrinsic]]) => intrinsic === name)?.[0];
}

/** `Fn.method(…)` with its arguments evaluated. */
export function intrinsic(method: string, call: Call, args: readonly Located[], nameRange: CodeRange): CodeValue {
  const known = functions.get(camelCase(method));
  if (!known) return opaque;
  const [name, shape] = known;
  const inside: CodeRange = call.parentheses;
  const first: Located = args[0] ?? { value: scalar(""), range: { start: call.end, end: call.end } };
  if (shape === "first" || (name === "Sub" && args.length === 1)) {
    return { kind: "intrinsic", name, nameRange, argument: first };
  }
  const items = name === "FindInMap" ? withDefault(args) : name === "Split" ? args.slice(0, 2) : args;
  return { kind: "intrinsic", name, nameRange, argument: { value: { kind: "list", items }, range: inside } };
}

/** The fourth argument of findInMap is what CloudFormation calls DefaultValue. */
function withDefault(args: readonly Located[]): readonly Located[] {
  const fallback = args[3];
  if (!fallback) return args;
  const { range } = fallback;
  const entries = [{ key: "DefaultValue", keyRange: range, range, value: fallback }];
  return [...args.slice(0, 3), { value: { kind: "object", entries, open: false }, range }];
}

const pseudoParameters: Readonly<Record<string, string>> = {
  account: "AWS::AccountId",
  accountId: "AWS::AccountId",
  noValue: "AWS::NoValue",
  notificationArns: "AWS::NotificationARNs",
  partition: "AWS::Partition",
  region: "AWS::Region",
  stackId: "AWS::StackId",
  stackName: "AWS::StackName",
  urlSuffix: "AWS::URLSuffix",
};

/** `Aws.ACCOUNT_ID`, `this.region`, `Stack.of(this).account`. */
export function pseudoParameter(name: string, range: CodeRange): CodeValue | undefined {
  const spelling = /^[A-Z_]+$/.test(name) ? camelCase(name.toLowerCase()) : camelCase(name);
  const found = Object.hasOwn(pseudoParameters, spelling) ? pseudoParameters[spelling] : undefined;
  return found === undefined ? undefined : refTo(found, range);
}

export function refTo(id: string, range: CodeRange, nameRange: CodeRange = range): CodeValue {
  return { kind: "intrinsic", name: "Ref", nameRange, argument: { value: scalar(id), range } };
}

/**
 * `stack.availabilityZones[i]`: where the stack's environment is not given, exactly this call; where it is, the i-th
 * zone of its region, which is the same zone.
 * https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.Stack.html#availabilityzones
 */
export function zoneAt(index: Located, range: CodeRange): CodeValue {
  const region: Located = { value: scalar(""), range };
  const zones: Located = { value: { kind: "intrinsic", name: "GetAZs", nameRange: range, argument: region }, range };
  return {
    kind: "intrinsic",
    name: "Select",
    nameRange: range,
    argument: { value: { kind: "list", items: [index, zones] }, range },
  };
}
