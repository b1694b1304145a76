/**
 * The network that a template describes. Entities with typed edges; every fact carries the guard (which outcomes of
 * the template's conditions) under which it holds, the span it was read from, and the provenance of its value.
 *
 * Invariants: built once per template by `buildNetwork`; total; immutable; derived answers (effective route table,
 * subnet kind, free blocks) are functions of `network/` that rules, hovers and hints share.
 */
import type { Cidr } from "../base/cidr.ts";
import type { Span } from "../base/span.ts";
import type { Resource } from "../template/template.ts";
import type { Evaluator, Guard, Provenance } from "../template/value.ts";
import type { Listener, ListenerRule, LoadBalancer, TargetGroup } from "./load-balancing-model.ts";

/** Something read from the template that holds under a guard. */
export interface Fact<T> {
  readonly value: T;
  readonly guard: Guard;
  readonly span: Span;
  /** Non-empty when the value rests on defaults, mappings or computation. */
  readonly from: readonly Provenance[];
}

/** What is known of one property: the ways it comes out. */
export interface Facts<T> {
  readonly known: readonly Fact<T>[];
  /** Guards under which it is there, but unknown. */
  readonly unknown: readonly Guard[];
  /** Guards under which it is not there (never written, or AWS::NoValue). */
  readonly absent: readonly Guard[];
}

/** A CIDR property: its text as it came out, and the block if the text is one. */
export interface CidrText {
  readonly text: string;
  readonly cidr: Cidr | undefined;
  /** Bits are set below the prefix; `cidr` is the canonical network. */
  readonly hasHostBits: boolean;
}

/** A resource of the network. `id` is the logical ID. */
export interface Entity {
  readonly id: string;
  readonly resource: Resource;
  /** Under which the resource exists (its Condition). */
  readonly guard: Guard;
}

/** A reference to something that may be in this template: by entity, or by whatever else is known of it. */
export type Link<T extends Entity> =
  | { readonly kind: "entity"; readonly entity: T }
  /** Known resource of this template of another kind than expected, e.g. an attachment where a gateway is meant. */
  | { readonly kind: "other"; readonly resource: Resource; readonly attribute: string | undefined }
  /** Lies elsewhere: parameter, import, literal id. `key` is equal for the same parameter or literal. */
  | { readonly kind: "elsewhere"; readonly key: string; readonly named?: LinkName | undefined };

/** What the template has for something that lies elsewhere. */
export type LinkName = { readonly kind: "parameter" | "id"; readonly text: string };

export interface Vpc extends Entity {
  readonly kind: "vpc";
  /** The primary block. */
  readonly cidr: Facts<CidrText>;
  readonly secondary: readonly VpcCidrAssociation[];
  readonly dnsSupport: Facts<boolean>;
  readonly dnsHostnames: Facts<boolean>;
  readonly subnets: readonly Subnet[];
  readonly routeTables: readonly RouteTable[];
  readonly attachments: readonly GatewayAttachment[];
  readonly endpoints: readonly VpcEndpoint[];
  /**
   * Its id may be used by resources outside this template (output, export, nested stack, custom resource): then
   * nothing about the VPC can be said to be missing.
   */
  readonly exposed: boolean;
}

/** AWS::EC2::VPCCidrBlock. */
export interface VpcCidrAssociation extends Entity {
  readonly kind: "vpc-cidr";
  readonly vpc: Facts<Link<Vpc>>;
  readonly cidr: Facts<CidrText>;
  readonly ipv6: Facts<CidrText>;
  /** AmazonProvidedIpv6CidrBlock, an IPAM pool or a bring-your-own pool: an IPv6 block comes at deployment. */
  readonly providesIpv6: boolean;
}

/** A zone: equal keys are the same zone; different keys of the same kind are different zones. */
export interface Zone {
  /** `literal`: a name or id; `index`: GetAZs index of the same region; `expression`: equal text only. */
  readonly kind: "literal" | "index" | "expression";
  readonly key: string;
  /** For people: `ap-northeast-1a`, `zone 0`. */
  readonly label: string;
}

export interface Subnet extends Entity {
  readonly kind: "subnet";
  readonly vpc: Facts<Link<Vpc>>;
  readonly cidr: Facts<CidrText>;
  readonly ipv6: Facts<CidrText>;
  /** An IPv6 block is given, known or not. */
  readonly hasIpv6: boolean;
  readonly zone: Facts<Zone>;
  readonly mapPublicIp: Facts<boolean>;
  readonly associations: readonly RouteTableAssociation[];
  /** Its id leaves the template (output, export, nested stack, custom resource). */
  readonly exposed: boolean;
  /** Name tag, `aws-cdk:subnet-type` tag, where known. */
  readonly nameTag: string | undefined;
  readonly cdkSubnetType: string | undefined;
}

export interface RouteTable extends Entity {
  readonly kind: "route-table";
  readonly vpc: Facts<Link<Vpc>>;
  readonly routes: readonly Route[];
  readonly associations: readonly RouteTableAssociation[];
  /** Associated with a gateway (edge association). */
  readonly gatewayAssociations: readonly Entity[];
  /** VPNGatewayRoutePropagation puts routes in. */
  readonly propagates: boolean;
  readonly exposed: boolean;
  readonly nameTag: string | undefined;
  /** Made and used elsewhere for all it is known (e.g. vpc.DefaultRouteTable has no resource). */
}

export interface RouteTableAssociation extends Entity {
  readonly kind: "association";
  readonly subnet: Facts<Link<Subnet>>;
  readonly table: Facts<Link<RouteTable>>;
}

export type Destination =
  | { readonly kind: "cidr"; readonly cidr: CidrText; readonly family: 4 | 6; readonly property: string }
  | { readonly kind: "prefix-list"; readonly property: string; readonly key: string | undefined };

export const routeTargetProperties = [
  "CarrierGatewayId",
  "CoreNetworkArn",
  "EgressOnlyInternetGatewayId",
  "GatewayId",
  "InstanceId",
  "LocalGatewayId",
  "NatGatewayId",
  "NetworkInterfaceId",
  "TransitGatewayId",
  "VpcEndpointId",
  "VpcPeeringConnectionId",
  "OdbNetworkArn",
] as const;
export type RouteTargetProperty = (typeof routeTargetProperties)[number];

export interface RouteTarget {
  readonly property: RouteTargetProperty;
  /** What the property refers to: any resource of the template, or something elsewhere. */
  readonly link: Link<Entity>;
}

export interface Route extends Entity {
  readonly kind: "route";
  readonly table: Facts<Link<RouteTable>>;
  /** All destination properties, also where several are written. */
  readonly destinations: Facts<Destination>;
  /** All target properties, also where several are written. */
  readonly targets: Facts<RouteTarget>;
}

export interface Gateway extends Entity {
  readonly kind:
    | "internet-gateway"
    | "vpn-gateway"
    | "egress-only-internet-gateway"
    | "transit-gateway"
    | "carrier-gateway";
  /** Where it is attached; for an egress-only gateway its own VpcId. */
  readonly attachments: readonly GatewayAttachment[];
  readonly vpc: Facts<Link<Vpc>>;
  readonly exposed: boolean;
}

/** AWS::EC2::VPCGatewayAttachment, or the VpcId of an egress-only gateway. */
export interface GatewayAttachment extends Entity {
  readonly kind: "attachment";
  readonly vpc: Facts<Link<Vpc>>;
  readonly internetGateway: Facts<Link<Gateway>>;
  readonly vpnGateway: Facts<Link<Gateway>>;
}

export interface NatGateway extends Entity {
  readonly kind: "nat-gateway";
  readonly connectivity: Facts<"public" | "private">;
  readonly regional: Facts<boolean>;
  readonly subnet: Facts<Link<Subnet>>;
  readonly allocation: Facts<Link<ElasticIp>>;
}

export interface ElasticIp extends Entity {
  readonly kind: "elastic-ip";
  readonly exposed: boolean;
  /** Resources that refer to it. */
  readonly users: readonly Resource[];
}

export interface SecurityGroupRule {
  readonly direction: "ingress" | "egress";
  /** The group's own resource for inline rules, else the standalone rule's. */
  readonly resource: Resource;
  /** The group whose list it stands in; undefined for a standalone rule. */
  readonly inlineIn: SecurityGroup | undefined;
  /** The group that it belongs to. */
  readonly group: Facts<Link<SecurityGroup>>;
  readonly guard: Guard;
  /** The item of the list, or the logical ID of a standalone rule. */
  readonly span: Span;
  readonly protocol: Facts<string>;
  readonly fromPort: Facts<number>;
  readonly toPort: Facts<number>;
  readonly cidr: Facts<CidrText>;
  readonly cidrIpv6: Facts<CidrText>;
  readonly peerGroup: Facts<Link<SecurityGroup>>;
  /** SourceSecurityGroupName, of groups in a default VPC. */
  readonly peerGroupName: Facts<Link<SecurityGroup>>;
  readonly prefixList: Facts<Link<Entity>>;
  readonly description: Facts<string>;
}

export interface SecurityGroup extends Entity {
  readonly kind: "security-group";
  readonly vpc: Facts<Link<Vpc>>;
  /** Inline ones first, then standalone ones. */
  readonly rules: readonly SecurityGroupRule[];
  /** Under which a list of rules, or an item of it, is there, but cannot be read. */
  readonly unreadRules: Readonly<Record<SecurityGroupRule["direction"], readonly Guard[]>>;
}

export interface NetworkAclEntry extends Entity {
  readonly kind: "acl-entry";
  readonly acl: Facts<Link<NetworkAcl>>;
  readonly egress: Facts<boolean>;
  readonly ruleNumber: Facts<number>;
  readonly protocol: Facts<number>;
  readonly action: Facts<"allow" | "deny">;
  readonly cidr: Facts<CidrText>;
  readonly ipv6: Facts<CidrText>;
  readonly fromPort: Facts<number>;
  readonly toPort: Facts<number>;
  readonly icmpType: Facts<number>;
  readonly icmpCode: Facts<number>;
}

/** AWS::EC2::SubnetNetworkAclAssociation. */
export interface NetworkAclAssociation extends Entity {
  readonly kind: "acl-association";
  readonly subnet: Facts<Link<Subnet>>;
  readonly acl: Facts<Link<NetworkAcl>>;
}

export interface NetworkAcl extends Entity {
  readonly kind: "network-acl";
  readonly vpc: Facts<Link<Vpc>>;
  readonly entries: readonly NetworkAclEntry[];
  readonly subnets: readonly Subnet[];
}

export interface VpcEndpoint extends Entity {
  readonly kind: "vpc-endpoint";
  readonly vpc: Facts<Link<Vpc>>;
  readonly type: Facts<"Gateway" | "Interface" | "GatewayLoadBalancer" | "Resource" | "ServiceNetwork">;
  readonly serviceName: Facts<string>;
  readonly subnets: Facts<Link<Subnet>>;
  readonly routeTables: Facts<Link<RouteTable>>;
}

export interface VpcPeering extends Entity {
  readonly kind: "vpc-peering";
  readonly requester: Facts<Link<Vpc>>;
  readonly accepter: Facts<Link<Vpc>>;
}

/** AWS::EC2::TransitGatewayAttachment and AWS::EC2::TransitGatewayVpcAttachment. */
export interface TransitGatewayAttachment extends Entity {
  readonly kind: "transit-gateway-attachment";
  readonly transitGateway: Facts<Link<Gateway>>;
  readonly vpc: Facts<Link<Vpc>>;
  readonly subnets: Facts<Link<Subnet>>;
}

export interface Network {
  readonly evaluator: Evaluator;
  readonly vpcs: readonly Vpc[];
  readonly vpcCidrs: readonly VpcCidrAssociation[];
  readonly subnets: readonly Subnet[];
  readonly routeTables: readonly RouteTable[];
  readonly associations: readonly RouteTableAssociation[];
  readonly routes: readonly Route[];
  readonly gateways: readonly Gateway[];
  readonly attachments: readonly GatewayAttachment[];
  readonly natGateways: readonly NatGateway[];
  readonly elasticIps: readonly ElasticIp[];
  readonly securityGroups: readonly SecurityGroup[];
  /** Standalone rules of groups that are not in the template, too. */
  readonly securityGroupRules: readonly SecurityGroupRule[];
  readonly networkAcls: readonly NetworkAcl[];
  /** Entries of ACLs that are not in the template, too. */
  readonly networkAclEntries: readonly NetworkAclEntry[];
  readonly networkAclAssociations: readonly NetworkAclAssociation[];
  readonly endpoints: readonly VpcEndpoint[];
  readonly peerings: readonly VpcPeering[];
  readonly transitGatewayAttachments: readonly TransitGatewayAttachment[];
  readonly loadBalancers: readonly LoadBalancer[];
  /** Those of classic load balancers, too. */
  readonly listeners: readonly Listener[];
  readonly listenerRules: readonly ListenerRule[];
  readonly targetGroups: readonly TargetGroup[];
  /** Any entity by logical ID. */
  readonly byId: ReadonlyMap<string, Entity>;
  /** Logical IDs that a resource depends on, transitively: DependsOn, Ref, GetAtt, `${X}` in Sub. Does not hold itself. */
  dependencies(resource: Resource): ReadonlySet<string>;
  /** Resources (and "Outputs.X") that refer to the logical ID directly. */
  usersOf(logicalId: string): readonly Resource[];
  /**
   * The id or an attribute leaves the template: outputs, exports, nested stacks, custom resources, macros.
   *
   * @param harmless attributes with which nobody can change the resource, such as its DNS name
   */
  isExposed(logicalId: string, harmless?: readonly string[]): boolean;
}

/** How traffic leaves a subnet. */
export type SubnetKind =
  /** Default route to an internet gateway. */
  | "public"
  /** Default route to a NAT gateway, NAT instance, transit gateway, firewall endpoint… */
  | "private-with-egress"
  /** A complete route table without a default route. */
  | "isolated"
  | "unknown";
