/** The properties of `ec2.Vpc`, as far as they decide what it makes. */
import { parseAddress } from "../../../base/cidr.ts";
import type { CodeRange } from "../../../syntax/code/ast.ts";
import type { CodeEntry, CodeValue, Located } from "../code-value.ts";
import { optionsOf, readSelection, readSelections, type SubnetSelection, subnetType } from "./subnet-selection.ts";
import { type Block, defaultGroups, type SubnetGroup } from "./vpc-layout.ts";

export interface VpcProperties {
  /** Where the block is written; undefined for the default. */
  readonly cidrAt: Located | undefined;
  readonly block: Block | "unknown";
  readonly dnsHostnames: Located | undefined;
  readonly dnsSupport: Located | undefined;
  readonly tenancy: Located | undefined;
  /** Undefined where it can't be told which subnets there are, or the CDK refuses. */
  readonly network: NetworkProperties | undefined;
}

export interface NetworkProperties {
  readonly cidr: Block | undefined;
  readonly groups: readonly SubnetGroup[];
  /** Zones given one by one. */
  readonly zones: readonly Located[] | undefined;
  /** How many of the stack's zones at the most. */
  readonly maxZones: number;
  readonly reservedZones: number;
  readonly natGateways: number | undefined;
  /** Where that is written. */
  readonly natGatewaysAt: CodeRange | undefined;
  readonly nat: NatChoice;
  readonly natSubnets: SubnetSelection;
  readonly isDualStack: boolean;
  readonly createInternetGateway: boolean;
  readonly vpnGateway: VpnGateway | undefined;
  readonly gatewayEndpoints: readonly CodeEntry[];
}

/** What a `Vpc` makes beside its network, by name; nothing where it can't be told. */
export interface NamedParts {
  readonly flowLogs: readonly CodeEntry[];
  readonly vpnConnections: readonly CodeEntry[];
}

export function namedParts(entries: readonly CodeEntry[]): NamedParts {
  const given = optionsOf(entries);
  const parts = (key: string): readonly CodeEntry[] => {
    const value = given.get(key)?.value;
    return value?.kind === "object" ? value.entries : [];
  };
  return { flowLogs: parts("flowLogs"), vpnConnections: parts("vpnConnections") };
}

/** What private subnets reach the internet through. */
export type NatChoice =
  | { readonly kind: "gateways"; readonly addresses: Located | undefined }
  /** `regional`: one gateway for all zones; `instances`: EC2 instances. */
  | { readonly kind: "regional" | "instances" | "unknown" };

export interface VpnGateway {
  readonly asn: Located | undefined;
  /** The subnets whose tables learn the routes. */
  readonly propagation: readonly SubnetSelection[];
}

/** Properties that change nothing about what is expanded, or are read by what reads the network. */
const indifferent: ReadonlySet<string> = new Set([
  "vpcName",
  "flowLogs",
  "restrictDefaultSecurityGroup",
  "vpnConnections",
  "defaultInstanceTenancy",
  "enableDnsHostnames",
  "enableDnsSupport",
  "ipAddresses",
  "cidr",
]);

/** @param open there may be more properties than these */
export function vpcProperties(entries: readonly CodeEntry[], open: boolean): VpcProperties {
  const given = optionsOf(entries);
  const addresses = given.get("ipAddresses");
  const plain = given.get("cidr");
  const isCidr = addresses?.value.kind === "made" && addresses.value.name === "IpAddresses.cidr";
  const written = addresses?.value.kind === "made" && isCidr ? addresses.value.args[0] : plain;
  const isDefault = !open && !addresses && !plain;
  const block = isDefault ? defaultBlock : (addresses && !isCidr) || open ? undefined : blockOf(written?.value);
  const network = open || (addresses && plain) ? undefined : networkProperties(given, block);
  return {
    cidrAt: isCidr || !addresses ? written : undefined,
    block: block ?? "unknown",
    dnsHostnames: given.get("enableDnsHostnames"),
    dnsSupport: given.get("enableDnsSupport"),
    tenancy: given.get("defaultInstanceTenancy"),
    network,
  };
}

const defaultBlock: Block = { address: 10 * 2 ** 24, prefix: 16 };

function networkProperties(
  given: ReadonlyMap<string, Located>,
  cidr: Block | undefined,
): NetworkProperties | undefined {
  const read = new Set<string>(indifferent);
  const take = (key: string): Located | undefined => {
    read.add(key);
    return given.get(key);
  };
  const plain = <T>(key: string, isOf: (value: unknown) => value is T, otherwise: T): T | "unknown" => {
    const found = take(key);
    if (!found) return otherwise;
    return found.value.kind === "scalar" && isOf(found.value.value) ? found.value.value : "unknown";
  };
  const natGateways = plain("natGateways", isOptionalNumber, undefined);
  const maxZones = plain("maxAzs", isNumber, 3);
  const reservedZones = plain("reservedAzs", isNumber, 0);
  const createInternetGateway = plain("createInternetGateway", isBoolean, true);
  const protocol = take("ipProtocol")?.value;
  const protocolName = protocol?.kind === "library" ? protocol.name : undefined;
  const isDualStack = protocolName === "IpProtocol.DUAL_STACK";
  const ipv6 = take("ipv6Addresses")?.value;
  const configured = take("subnetConfiguration")?.value;
  const groups = configured
    ? groupsOf(configured, isDualStack)
    : defaultGroups(natGateways === "unknown" ? undefined : natGateways);
  const zones = take("availabilityZones")?.value;
  const nat = natChoice(take("natGatewayProvider")?.value);
  const placement = take("natGatewaySubnets");
  const natSubnets = placement ? readSelection(placement.value) : ({ type: "public" } as const);
  const vpn = vpnGateway(take);
  const endpoints = take("gatewayEndpoints")?.value;
  if (
    natGateways === "unknown" ||
    maxZones === "unknown" ||
    reservedZones === "unknown" ||
    createInternetGateway === "unknown" ||
    vpn === "unknown" ||
    !groups ||
    !natSubnets ||
    (protocol && !isDualStack && protocolName !== "IpProtocol.IPV4_ONLY") ||
    (ipv6 && !(isDualStack && ipv6.kind === "made" && ipv6.name === "Ipv6Addresses.amazonProvided")) ||
    (zones &&
      (zones.kind !== "list" || zones.open || (given.has("maxAzs") && maxZones > 0) || !areDifferent(zones.items))) ||
    (nat.kind === "regional" && natGateways !== undefined && natGateways < 1) ||
    isRefused(given) ||
    (endpoints && (endpoints.kind !== "object" || endpoints.open)) ||
    [...given.keys()].some((key) => !read.has(key))
  ) {
    return undefined;
  }
  return {
    cidr,
    groups,
    zones: zones?.kind === "list" ? zones.items : undefined,
    maxZones,
    reservedZones,
    natGateways,
    natGatewaysAt: given.get("natGateways")?.range,
    nat,
    natSubnets,
    isDualStack,
    createInternetGateway,
    vpnGateway: vpn,
    gatewayEndpoints: endpoints?.kind === "object" ? endpoints.entries : [],
  };
}

/** DNS host names need DNS support; a VPN gateway can't have settings and be refused. */
function isRefused(given: ReadonlyMap<string, Located>): boolean {
  const is = (key: string, wanted: boolean): boolean => {
    const value = given.get(key)?.value;
    return value?.kind === "scalar" && value.value === wanted;
  };
  const hasNoSupport = !given.has("enableDnsSupport") || is("enableDnsSupport", false);
  if (is("enableDnsHostnames", true) && hasNoSupport) return true;
  return is("vpnGateway", false) && (given.has("vpnConnections") || given.has("vpnGatewayAsn"));
}

function vpnGateway(take: (key: string) => Located | undefined): VpnGateway | undefined | "unknown" {
  const wanted = take("vpnGateway")?.value;
  const asn = take("vpnGatewayAsn");
  const connections = take("vpnConnections");
  const propagation = take("vpnRoutePropagation");
  if (wanted && !(wanted.kind === "scalar" && typeof wanted.value === "boolean")) return "unknown";
  if (!(wanted?.kind === "scalar" && wanted.value === true) && !asn && !connections) return undefined;
  const selections = propagation ? readSelections(propagation.value) : [{}];
  return selections ? { asn, propagation: selections } : "unknown";
}

function natChoice(value: CodeValue | undefined): NatChoice {
  if (!value) return { kind: "gateways", addresses: undefined };
  if (value.kind !== "made") return { kind: "unknown" };
  switch (value.name) {
    case "NatProvider.gateway":
      return { kind: "gateways", addresses: optionsOf(value.options).get("eipAllocationIds") };
    case "NatProvider.regionalGateway":
      return { kind: "regional" };
    case "NatProvider.instance":
    case "NatProvider.instanceV2":
      return { kind: "instances" };
    default:
      return { kind: "unknown" };
  }
}

const isNumber = (value: unknown): value is number => typeof value === "number";
const isOptionalNumber = (value: unknown): value is number | undefined => value === undefined || isNumber(value);
const isBoolean = (value: unknown): value is boolean => typeof value === "boolean";

/** What stands twice can't be told from two zones of one name. */
function areDifferent(zones: readonly Located[]): boolean {
  const texts = zones.map(({ value }) => (value.kind === "scalar" ? value.text : value));
  return new Set(texts).size === texts.length;
}

function blockOf(value: CodeValue | undefined): Block | undefined {
  const text = value?.kind === "scalar" && typeof value.value === "string" ? value.value : "";
  const parts = /^([\d.]+)\/(\d+)$/.exec(text);
  const address = parseAddress(parts?.[1] ?? "");
  const prefix = Number(parts?.[2]);
  return address?.family === 4 && prefix <= 32 ? { address: Number(address.value), prefix } : undefined;
}

function groupsOf(value: CodeValue, isDualStack: boolean): readonly SubnetGroup[] | undefined {
  if (value.kind !== "list" || value.open) return undefined;
  const groups = value.items.map(({ value: item, range }) => {
    const group = item.kind === "object" && !item.open ? groupOf(item.entries, isDualStack) : undefined;
    return group && { ...group, range };
  });
  return groups.every((group) => group !== undefined) ? groups : undefined;
}

/** Undefined where it can't be told, or the CDK refuses. */
function groupOf(entries: readonly CodeEntry[], isDualStack: boolean): SubnetGroup | undefined {
  const given = optionsOf(entries);
  const plain = (key: string): string | number | boolean | null | undefined => {
    const value = given.get(key)?.value;
    return value?.kind === "scalar" ? value.value : undefined;
  };
  const isUnknown = (key: string): boolean => given.has(key) && given.get(key)?.value.kind !== "scalar";
  const type = subnetType(given.get("subnetType")?.value);
  const name = plain("name");
  const settings = ["cidrMask", "reserved", "mapPublicIpOnLaunch", "ipv6AssignAddressOnCreation"];
  if (type === undefined || typeof name !== "string" || settings.some(isUnknown)) return undefined;
  const mask = plain("cidrMask");
  const reserved = plain("reserved") === true;
  const mapPublicIp = plain("mapPublicIpOnLaunch");
  const assignIpv6 = plain("ipv6AssignAddressOnCreation");
  if (!reserved && mapPublicIp !== undefined && type.type !== "public") return undefined;
  if (!reserved && assignIpv6 !== undefined && !isDualStack) return undefined;
  return {
    name,
    type: type.type,
    hasOwnEgress: type.name === "PRIVATE_WITH_EGRESS",
    mask: typeof mask === "number" ? mask : undefined,
    reserved,
    mapPublicIp: typeof mapPublicIp === "boolean" ? mapPublicIp : undefined,
    assignIpv6: typeof assignIpv6 === "boolean" ? assignIpv6 : undefined,
  };
}
