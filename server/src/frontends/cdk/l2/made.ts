/** What is known of the library's constructs after they were made: what later statements use and change. */
import type { CodeRange, Member } from "../../../syntax/code/ast.ts";
import type { CodeValue } from "../code-value.ts";
import type { Maker } from "./implied.ts";
import type { PortRule } from "./ports.ts";
import type { GivenProperties } from "./values.ts";
import type { VpcPlan } from "./vpc-plan.ts";

export type Made = MadeVpc | MadeSecurityGroup | MadeConnectable | MadeSubnet;

export interface MadeVpc {
  readonly kind: "vpc";
  readonly id: string;
  /** What it makes: one plan, or one for stacks with two zones and one for those with more. None where it isn't known. */
  readonly plans: readonly VpcPlan[];
  /** The condition under which the first of two plans is the right one. */
  readonly twoZones: string | undefined;
}

/** A rule in the lists of a group, or (not inline) a resource of its own. */
export interface GroupRule {
  readonly direction: "ingress" | "egress";
  readonly properties: GivenProperties;
  readonly isInline: boolean;
  /** What makes it: `group.addIngressRule(…)`. */
  readonly maker: Maker;
  /** Rules of one key are one rule; undefined where that can't be told. */
  readonly key: string | undefined;
}

/** Filled while the program is read; becomes a resource when it is read to the end. */
export interface MadeSecurityGroup {
  readonly kind: "security-group";
  readonly id: string;
  readonly maker: Maker;
  readonly properties: GivenProperties;
  readonly allowsAllOutbound: boolean | "unknown";
  readonly allowsAllIpv6Outbound: boolean | "unknown";
  readonly isInline: boolean;
  readonly rules: GroupRule[];
  /** Where rules for IPv4 or groups were given for what goes out: then everything else is no longer closed by a rule. */
  readonly outbound: { readonly guard: string | undefined; readonly range: CodeRange }[];
}

/** Something else that has security groups. */
export interface MadeConnectable {
  readonly kind: "connectable";
  readonly id: string;
  readonly groups: readonly MadeSecurityGroup[];
  readonly defaultPort: PortRule | undefined;
  /** It is a load balancer of this kind. */
  readonly balancer?: "application" | "network";
  /** What can be taken from it, by TypeScript's name. */
  attribute(name: string, node: Member): CodeValue | undefined;
}

export interface MadeSubnet {
  readonly kind: "subnet";
  readonly id: string;
}
