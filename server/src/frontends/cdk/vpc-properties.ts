/** The properties of `ec2.Vpc`, as far as they decide what it makes; undefined where that can't be told. */
import { parseAddress } from "../../base/cidr.ts";
import type { CodeEntry, CodeValue, Located } from "./code-value.ts";
import { camelCase } from "./names.ts";
import { defaultGroups, type SubnetGroup } from "./vpc-layout.ts";

export interface VpcProperties {
  readonly cidr: { readonly address: number; readonly prefix: number };
  readonly groups: readonly SubnetGroup[];
  /** Zones given one by one. */
  readonly zones: readonly Located[] | undefined;
  /** How many of the stack's zones at the most. */
  readonly maxZones: number;
  readonly reservedZones: number;
  readonly natGateways: number | undefined;
  /** Where the NAT gateways stand, or what does their work, is decided in another way. */
  readonly hasOwnNat: boolean;
  readonly dnsHostnames: Located | undefined;
  readonly dnsSupport: Located | undefined;
}

/** Properties that change nothing about the subnets, gateways and routes that are expanded. */
const indifferent: ReadonlySet<string> = new Set([
  "vpcName",
  "gatewayEndpoints",
  "flowLogs",
  "restrictDefaultSecurityGroup",
  "vpnGateway",
  "vpnGatewayAsn",
  "vpnConnections",
  "vpnRoutePropagation",
  "defaultInstanceTenancy",
  "enableDnsHostnames",
  "enableDnsSupport",
]);

export function vpcProperties(entries: readonly CodeEntry[]): VpcProperties | undefined {
  const given = new Map(entries.map(({ key, value }) => [camelCase(key), value]));
  const read = new Set<string>(indifferent);
  const take = (key: string): Located | undefined => {
    read.add(key);
    const found = given.get(key);
    return found?.value.kind === "nothing" ? undefined : found;
  };
  const numberOf = (key: string, otherwise: number | undefined): number | undefined | "unknown" => {
    const found = take(key);
    if (!found) return otherwise;
    return found.value.kind === "scalar" && typeof found.value.value === "number" ? found.value.value : "unknown";
  };

  const addresses = take("ipAddresses")?.value;
  const plain = take("cidr")?.value;
  const cidrText = addresses
    ? addresses.kind === "made" && addresses.name === "IpAddresses.cidr"
      ? textOf(addresses.args[0]?.value)
      : undefined
    : plain
      ? textOf(plain)
      : "10.0.0.0/16";
  const cidr = cidrText === undefined ? undefined : addressOf(cidrText);
  const natGateways = numberOf("natGateways", undefined);
  const maxZones = numberOf("maxAzs", 3);
  const reservedZones = numberOf("reservedAzs", 0);
  if (!cidr || natGateways === "unknown" || typeof maxZones !== "number" || typeof reservedZones !== "number") {
    return undefined;
  }
  const configured = take("subnetConfiguration")?.value;
  const groups = configured ? groupsOf(configured) : defaultGroups(natGateways);
  const zones = take("availabilityZones")?.value;
  const hasOwnNat = [take("natGatewayProvider"), take("natGatewaySubnets")].some((value) => value !== undefined);
  if (!groups || (zones && zones.kind !== "list")) return undefined;
  if ([...given.keys()].some((key) => !read.has(key))) return undefined;
  return {
    cidr,
    groups,
    zones: zones?.kind === "list" ? zones.items : undefined,
    maxZones,
    reservedZones,
    natGateways,
    hasOwnNat,
    dnsHostnames: given.get("enableDnsHostnames"),
    dnsSupport: given.get("enableDnsSupport"),
  };
}

function textOf(value: CodeValue | undefined): string | undefined {
  return value?.kind === "scalar" && typeof value.value === "string" ? value.value : undefined;
}

function addressOf(text: string): VpcProperties["cidr"] | undefined {
  const parts = /^([\d.]+)\/(\d+)$/.exec(text);
  const address = parseAddress(parts?.[1] ?? "");
  const prefix = Number(parts?.[2]);
  return address?.family === 4 && prefix <= 32 ? { address: Number(address.value), prefix } : undefined;
}

const types: Readonly<Record<string, SubnetGroup["type"]>> = {
  PUBLIC: "public",
  PRIVATE: "private",
  PRIVATE_WITH_NAT: "private",
  PRIVATE_WITH_EGRESS: "private",
  ISOLATED: "isolated",
  PRIVATE_ISOLATED: "isolated",
};

function groupsOf(value: CodeValue): readonly SubnetGroup[] | undefined {
  if (value.kind !== "list") return undefined;
  const groups = value.items.map(({ value: item }) =>
    item.kind === "object" && !item.open ? groupOf(item.entries) : undefined,
  );
  return groups.every((group) => group !== undefined) ? groups : undefined;
}

function groupOf(entries: readonly CodeEntry[]): SubnetGroup | undefined {
  const given = new Map(entries.map(({ key, value }) => [camelCase(key), value.value]));
  const plain = (key: string): string | number | boolean | null | undefined => {
    const value = given.get(key);
    return value?.kind === "scalar" ? value.value : undefined;
  };
  const isUnknown = (key: string): boolean => {
    const value = given.get(key);
    return value !== undefined && value.kind !== "scalar" && value.kind !== "nothing";
  };
  const subnetType = given.get("subnetType");
  const typeName = subnetType?.kind === "library" ? /^SubnetType\.(\w+)$/.exec(subnetType.name)?.[1] : undefined;
  const type = typeName === undefined ? undefined : types[typeName];
  const name = plain("name");
  if (
    type === undefined ||
    typeof name !== "string" ||
    ["cidrMask", "reserved", "mapPublicIpOnLaunch"].some(isUnknown)
  ) {
    return undefined;
  }
  const mask = plain("cidrMask");
  const mapPublicIp = plain("mapPublicIpOnLaunch");
  return {
    name,
    type,
    mask: typeof mask === "number" ? mask : undefined,
    reserved: plain("reserved") === true,
    mapPublicIp: typeof mapPublicIp === "boolean" ? mapPublicIp : undefined,
  };
}
