/** What is known of the library's constructs after they were made: what later statements use and change. */
import type { Call, CodeRange, Member } from "../../../syntax/code/ast.ts";
import type { CodeEntry, CodeValue, Located } from "../code-value.ts";
import type { Frame, Reading } from "../reading.ts";
import type { Maker } from "./implied.ts";
import type { PortRule } from "./ports.ts";
import type { GivenProperties } from "./values.ts";
import type { VpcPlan } from "./vpc-plan.ts";

export type Made = MadeVpc | MadeSecurityGroup | MadeConnectable | MadeSubnet | MadeTargetGroup | MadeZone | MadeOther;

/** `object.method(…)`; what is made keeps no reading, so methods are handed theirs. */
export interface MethodCall {
  /** In TypeScript's spelling. */
  readonly name: string;
  readonly callee: Member;
  readonly node: Call;
  readonly frame: Frame;
}

/** Undefined where the method isn't known to do anything. */
export type Method = (reading: Reading, call: MethodCall) => CodeValue | undefined;

/** What can be taken from a construct, by TypeScript's name. */
export type Attribute = (name: string, node: Member) => CodeValue | undefined;

export interface MadeVpc {
  readonly kind: "vpc";
  readonly id: string;
  /** What it makes: one plan, or one for stacks with two zones and one for those with more. None where it isn't known. */
  readonly plans: readonly VpcPlan[];
  /** The condition under which the first of two plans is the right one. */
  readonly twoZones: string | undefined;
  /** What it was given, for what would come of other numbers. */
  readonly entries: readonly CodeEntry[];
  /** There may be more properties than these. */
  readonly open: boolean;
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
  readonly balancer?: Balancer;
  /** It is a listener of a load balancer. */
  readonly listener?: Listener;
  readonly registers?: SelfRegistering;
  readonly attribute: Attribute;
  readonly method?: Method;
  /** Adds what could only be said when all statements were read. */
  readonly finish?: (reading: Reading) => void;
}

/** It registers itself with target groups. */
export interface SelfRegistering {
  readonly type: "instance" | "ip";
  /** The ARNs of the groups. */
  readonly arns: Located[];
  /** Where it takes traffic: at the port of the target group, or somewhere else. */
  readonly port: "of-group" | "unknown";
}

export interface Balancer {
  readonly type: "application" | "network";
  readonly vpc: Located | undefined;
  /** Whether clients may come by IPv6; undefined where that isn't known. */
  readonly isDualStack: boolean | undefined;
}

export interface Listener {
  readonly id: string;
  readonly balancer: MadeConnectable;
  readonly protocol: CodeValue | Located;
  /** The default actions. */
  readonly actions: Located[];
}

export interface MadeTargetGroup {
  readonly kind: "target-group";
  readonly id: string;
  readonly type: Balancer["type"];
  readonly port: PortRule | undefined;
  readonly targets: Located[];
  /** Of the targets: `instance`; nothing where one of them isn't known. */
  readonly targetTypes: (string | undefined)[];
  /** Application load balancers let themselves in to these. */
  readonly members: { readonly target: Located; readonly port: PortRule | undefined }[];
  readonly listeners: Listener[];
  readonly method: Method;
  readonly finish: (reading: Reading) => void;
}

/** A hosted zone. */
export interface MadeZone {
  readonly kind: "zone";
  readonly id: string;
  /** Without the dot at its end; undefined where it isn't known. */
  readonly name: string | undefined;
  readonly vpcs: Located[];
  readonly attribute: Attribute;
  readonly method: Method;
  readonly finish: (reading: Reading) => void;
}

/** Anything else, with what can be taken from it and what its methods do. */
export interface MadeOther {
  readonly kind: "other";
  readonly id: string;
  /** The VPC that it was given. */
  readonly vpc?: Located | undefined;
  readonly attribute?: Attribute;
  readonly method?: Method;
  readonly finish?: (reading: Reading) => void;
}

export interface MadeSubnet {
  readonly kind: "subnet";
  readonly id: string;
}
