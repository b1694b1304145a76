/** Ref and GetAtt. */
import type { ResolveContext } from "../context.ts";
import { distribute } from "../distribute.ts";
import { type CallExpression, type Expression, propertyOf } from "../expression.ts";
import { parameterValue } from "../parameters.ts";
import type { Resource } from "../template.ts";
import type { Value } from "../value.ts";
import { invalidCall, known, movedTo, textOf, unknown } from "../values.ts";

export function ref(context: ResolveContext, call: CallExpression): Value {
  const { argument, span } = call;
  // A plain name needs no resolving; AWS::LanguageExtensions allows a function here.
  const name = argument.kind === "scalar" ? argument.text : undefined;
  if (name !== undefined) return named(context, name, span);
  return distribute(context, [context.resolve(argument)], span, ([value]) => {
    const text = textOf(value);
    if (text !== undefined) return named(context, text, span);
    return value?.kind === "unknown" ? unknown(value.reason, span) : invalidCall("Ref", span);
  });
}

/** What `Ref` and `${Name}` give for a name. */
export function named(context: ResolveContext, name: string, span: CallExpression["span"]): Value {
  const parameter = parameterValue(context, name, span);
  if (parameter !== undefined) return parameter;
  return context.template.resources.has(name)
    ? { kind: "reference", logicalId: name, from: [], span }
    : unknown({ kind: "undefined-name", name }, span);
}

export function getAtt(context: ResolveContext, call: CallExpression): Value {
  const { argument, span } = call;
  const parts = argument.kind === "list" ? argument.items : dotted(argument);
  if (parts === undefined || parts.length !== 2) return invalidCall("GetAtt", span);
  const values = parts.map((part) => (typeof part === "string" ? known(part, span) : context.resolve(part)));
  return distribute(context, values, span, ([id, attribute]) => {
    const [idText, attributeText] = [textOf(id), textOf(attribute)];
    if (idText !== undefined && attributeText !== undefined) return attributeOf(context, idText, attributeText, span);
    const hindered = [id, attribute].find((part) => part?.kind === "unknown");
    return hindered?.kind === "unknown" ? unknown(hindered.reason, span) : invalidCall("GetAtt", span);
  });
}

function dotted(argument: Expression): readonly string[] | undefined {
  if (argument.kind !== "scalar" || typeof argument.value !== "string") return undefined;
  const dot = argument.value.indexOf(".");
  return dot < 1 ? undefined : [argument.value.slice(0, dot), argument.value.slice(dot + 1)];
}

/**
 * Attributes that give back what a property of the resource says, and whether as the only item of a list.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpc.html (and -subnet.html,
 * -securitygroup.html), section "Return values".
 */
const echoes: Readonly<Record<string, Readonly<Record<string, { readonly property: string; readonly list?: true }>>>> =
  {
    "AWS::EC2::VPC": { CidrBlock: { property: "CidrBlock" } },
    "AWS::EC2::Subnet": {
      CidrBlock: { property: "CidrBlock" },
      AvailabilityZone: { property: "AvailabilityZone" },
      VpcId: { property: "VpcId" },
      Ipv6CidrBlocks: { property: "Ipv6CidrBlock", list: true },
    },
    "AWS::EC2::SecurityGroup": { VpcId: { property: "VpcId" } },
  };

/** Attributes that are data and no identity, and that only the deployment knows. */
const dataAttributes: Readonly<Record<string, readonly string[]>> = {
  "AWS::EC2::VPC": ["CidrBlockAssociations", "Ipv6CidrBlocks"],
};

/** What `GetAtt` and `${Name.Attribute}` give. */
export function attributeOf(
  context: ResolveContext,
  logicalId: string,
  attribute: string,
  span: CallExpression["span"],
): Value {
  const resource = context.template.resources.get(logicalId);
  if (resource === undefined) return unknown({ kind: "undefined-name", name: logicalId }, span);
  const later = unknown({ kind: "attribute", logicalId, attribute }, span);
  const echo = echoes[resource.type]?.[attribute];
  if (echo === undefined) {
    return isData(resource, attribute) ? later : { kind: "reference", logicalId, attribute, from: [], span };
  }
  const property = propertyOf(resource.properties, echo.property);
  if (property === undefined) return later;
  return distribute(context, [movedTo(context.resolve(property.value), span)], span, ([value]) => {
    if (value === undefined || value.kind === "absent") return later;
    if (value.kind === "known" && (value.data === null || value.data === "")) return later;
    return echo.list === true && value.kind !== "unknown" ? known([value], span) : value;
  });
}

/** Outputs of nested stacks and of custom resources are whatever their authors return. */
function isData(resource: Resource, attribute: string): boolean {
  const { type } = resource;
  if (type.startsWith("Custom::") || type === "AWS::CloudFormation::CustomResource") return true;
  if (type === "AWS::CloudFormation::Stack") return attribute.startsWith("Outputs.");
  return dataAttributes[type]?.includes(attribute) ?? false;
}
