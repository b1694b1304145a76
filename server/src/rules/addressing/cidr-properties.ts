/** The properties of resources that take a CIDR block, and the values they come to. */
import { type ParsedCidr, parseCidr } from "../../base/cidr.ts";
import { memoised } from "../../base/memoised.ts";
import type { Span } from "../../base/span.ts";
import { type Expression, propertyOf } from "../../template/expression.ts";
import type { Resource } from "../../template/template.ts";
import type { Evaluator, Guard, KnownValue, Provenance } from "../../template/value.ts";
import { waysOf } from "../basis.ts";

export interface CidrProperty {
  /** Property names from `Properties` down; `*` is every item of a list. */
  readonly path: readonly string[];
  readonly family: 4 | 6 | "either";
  /** The sibling property that takes the other family. */
  readonly counterpart?: string | undefined;
  /**
   * What EC2 does with bits set below the prefix, where that is documented: it keeps the canonical network.
   * `filter`: a security group or network ACL, in which a block decides who gets through.
   */
  readonly use?: "network" | "filter" | undefined;
}

const securityGroupRule = (...path: readonly string[]): readonly CidrProperty[] => [
  { path: [...path, "CidrIp"], family: 4, counterpart: "CidrIpv6", use: "filter" },
  { path: [...path, "CidrIpv6"], family: 6, counterpart: "CidrIp", use: "filter" },
];

const destination = (use?: "network"): readonly CidrProperty[] => [
  { path: ["DestinationCidrBlock"], family: 4, counterpart: "DestinationIpv6CidrBlock", use },
  { path: ["DestinationIpv6CidrBlock"], family: 6, counterpart: "DestinationCidrBlock", use },
];

const eitherFamily = (...path: readonly string[]): CidrProperty => ({ path, family: "either" });

const byType: ReadonlyMap<string, readonly CidrProperty[]> = new Map<string, readonly CidrProperty[]>([
  ["AWS::EC2::VPC", [{ path: ["CidrBlock"], family: 4, use: "network" }]],
  [
    "AWS::EC2::VPCCidrBlock",
    [
      { path: ["CidrBlock"], family: 4, counterpart: "Ipv6CidrBlock", use: "network" },
      { path: ["Ipv6CidrBlock"], family: 6, counterpart: "CidrBlock", use: "network" },
    ],
  ],
  [
    "AWS::EC2::Subnet",
    [
      { path: ["CidrBlock"], family: 4, counterpart: "Ipv6CidrBlock", use: "network" },
      { path: ["Ipv6CidrBlock"], family: 6, counterpart: "CidrBlock", use: "network" },
    ],
  ],
  ["AWS::EC2::SubnetCidrBlock", [{ path: ["Ipv6CidrBlock"], family: 6, use: "network" }]],
  ["AWS::EC2::Route", destination("network")],
  [
    "AWS::EC2::NetworkAclEntry",
    [
      { path: ["CidrBlock"], family: 4, counterpart: "Ipv6CidrBlock", use: "filter" },
      { path: ["Ipv6CidrBlock"], family: 6, counterpart: "CidrBlock", use: "filter" },
    ],
  ],
  ["AWS::EC2::SecurityGroupIngress", securityGroupRule()],
  ["AWS::EC2::SecurityGroupEgress", securityGroupRule()],
  [
    "AWS::EC2::SecurityGroup",
    [...securityGroupRule("SecurityGroupIngress", "*"), ...securityGroupRule("SecurityGroupEgress", "*")],
  ],
  ["AWS::EC2::PrefixList", [eitherFamily("Entries", "*", "Cidr")]],
  ["AWS::EC2::TransitGatewayRoute", [eitherFamily("DestinationCidrBlock")]],
  ["AWS::EC2::TransitGateway", [eitherFamily("TransitGatewayCidrBlocks", "*")]],
  ["AWS::EC2::VPNConnectionRoute", [{ path: ["DestinationCidrBlock"], family: 4 }]],
  ["AWS::EC2::ClientVpnEndpoint", [{ path: ["ClientCidrBlock"], family: 4 }]],
  ["AWS::EC2::ClientVpnRoute", [eitherFamily("DestinationCidrBlock")]],
  ["AWS::EC2::ClientVpnAuthorizationRule", [eitherFamily("TargetNetworkCidr")]],
]);

/** A CIDR property of a resource, as one of the texts it may come to. */
export interface CidrUse {
  readonly resource: Resource;
  readonly property: CidrProperty;
  /** As for an edit: names and list indexes from `Properties` down. */
  readonly path: readonly (string | number)[];
  readonly text: string;
  /** What the text is as a CIDR block. */
  readonly parsed: ParsedCidr;
  readonly span: Span;
  readonly guard: Guard;
  readonly from: readonly Provenance[];
}

/** Every known text in a CIDR property. Placeholders (empty, `{{…}}`, wildcards of other tools) are no texts. */
export const cidrUses = memoised((evaluator: Evaluator): readonly CidrUse[] => {
  const uses: CidrUse[] = [];
  for (const resource of evaluator.template.resources.values()) {
    for (const { property, expression, path } of cidrExpressions(resource)) {
      for (const { value, span, guard, from } of waysOf(evaluator, resource, expression)) {
        if (value.kind !== "known" || typeof value.data !== "string" || isPlaceholder(value.data)) continue;
        uses.push({ resource, property, path, text: value.data, parsed: parsedText(value), span, guard, from });
      }
    }
  }
  return uses;
});

/** Literals are the same values in every version of a document, so each is parsed once. */
const parsedText = memoised(({ data }: KnownValue): ParsedCidr => parseCidr(String(data)));

/** The expressions of a resource's CIDR properties. */
const cidrExpressions = memoised((resource: Resource) =>
  (byType.get(resource.type) ?? []).flatMap((property) =>
    at(resource.properties, property.path, []).map((placed) => ({ property, ...placed })),
  ),
);

interface Placed {
  readonly expression: Expression;
  readonly path: readonly (string | number)[];
}

/** The expressions at a path. Lists and objects that come out of functions are not entered. */
function at(
  expression: Expression,
  [step, ...rest]: readonly string[],
  path: readonly (string | number)[],
): readonly Placed[] {
  if (step === undefined) return [{ expression, path }];
  if (step === "*") {
    // CloudFormation takes a single value where a list is meant.
    if (expression.kind === "object") return at(expression, rest, path);
    if (expression.kind !== "list") return [];
    return expression.items.flatMap((item, index) => at(item, rest, [...path, index]));
  }
  const found = propertyOf(expression, step);
  return found ? at(found.value, rest, [...path, step]) : [];
}

/** Text that something else fills in before CloudFormation sees it, or a default that stands for "not given". */
function isPlaceholder(text: string): boolean {
  return text.trim() === "" || /\{\{|\$\{|<[^>]*>|%\w+%|__\w+__/.test(text);
}
