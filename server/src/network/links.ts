/** Reads what a property refers to. */
import type { Resource, Template } from "../template/template.ts";
import type { ReferenceValue, UnknownValue } from "../template/value.ts";
import { type Read, readText } from "./facts.ts";
import type { Entity, Link } from "./model.ts";
import { exposes } from "./references.ts";

/**
 * Attributes that stand for the resource as `Ref` does; of all types `Id` is one. From the "Return values" sections of
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_EC2.html and AWS_ElasticLoadBalancingV2.html
 */
const identityAttributes: Readonly<Record<string, readonly string[]>> = {
  "AWS::EC2::VPC": ["VpcId"],
  "AWS::EC2::Subnet": ["SubnetId"],
  "AWS::EC2::RouteTable": ["RouteTableId"],
  "AWS::EC2::InternetGateway": ["InternetGatewayId"],
  "AWS::EC2::VPNGateway": ["VPNGatewayId"],
  "AWS::EC2::CarrierGateway": ["CarrierGatewayId"],
  "AWS::EC2::NatGateway": ["NatGatewayId"],
  "AWS::EC2::EIP": ["AllocationId", "PublicIp"],
  "AWS::EC2::SecurityGroup": ["GroupId"],
  "AWS::ElasticLoadBalancingV2::LoadBalancer": ["LoadBalancerArn"],
  "AWS::ElasticLoadBalancingV2::Listener": ["ListenerArn"],
  "AWS::ElasticLoadBalancingV2::TargetGroup": ["TargetGroupArn"],
};

/** A reader of links to the given entities. */
export function readLink<T extends Entity>(template: Template, targets: ReadonlyMap<string, T>): Read<Link<T>> {
  return (value) => {
    switch (value.kind) {
      case "reference":
        return referred(template, targets, value);
      case "unknown":
        return elsewhere(template, value);
      case "known": {
        const text = readText(value);
        if (text === undefined) return undefined;
        return { kind: "elsewhere", key: `literal ${text}`, named: { kind: "id", text } };
      }
    }
  };
}

/** A parameter may be given an empty text, which some templates take for "none". */
export function mayBeEmpty(link: Link<Entity>): boolean {
  return link.kind === "elsewhere" && link.key.startsWith("parameter ");
}

function referred<T extends Entity>(
  template: Template,
  targets: ReadonlyMap<string, T>,
  { logicalId, attribute }: ReferenceValue,
): Link<T> | undefined {
  const resource = template.resources.get(logicalId);
  if (resource === undefined) return undefined;
  const entity = targets.get(logicalId);
  if (entity !== undefined && isIdentity(resource, attribute)) return { kind: "entity", entity };
  return givesAnyId(resource, attribute)
    ? { kind: "elsewhere", key: `resource ${logicalId}.${attribute ?? ""}` }
    : { kind: "other", resource, attribute };
}

function isIdentity({ type }: Resource, attribute: string | undefined): boolean {
  return attribute === undefined || attribute === "Id" || (identityAttributes[type]?.includes(attribute) ?? false);
}

/** Custom resources and parameters may give back the id of anything. */
function givesAnyId({ type }: Resource, attribute: string | undefined): boolean {
  return exposes(type) && !(type === "AWS::SSM::Parameter" && attribute === undefined);
}

/**
 * A value that is some id, though not one of a resource of this template; undefined where it may be one, or may not be
 * there at all. The key is the reason and the text of the expression, so that equal keys are equal values.
 */
function elsewhere(template: Template, { reason, span }: UnknownValue): Link<never> | undefined {
  const text = span.block.text.slice(span.start, span.end).replace(/[\s"']+/g, "");
  const key = `${reason.kind} ${text}`;
  switch (reason.kind) {
    case "parameter":
      return { kind: "elsewhere", key, named: { kind: "parameter", text: reason.name } };
    case "import":
    case "dynamic-reference":
      return { kind: "elsewhere", key };
    case "attribute":
      return template.resources.get(reason.logicalId)?.type.startsWith("AWS::EC2::")
        ? undefined
        : { kind: "elsewhere", key };
    default:
      return undefined;
  }
}
