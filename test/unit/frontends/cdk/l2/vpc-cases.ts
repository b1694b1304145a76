/** Property sets of `ec2.Vpc`: as the CDK takes them, and as TypeScript and Python write them. */
import * as ec2 from "aws-cdk-lib/aws-ec2";
import fc from "fast-check";

interface Group {
  readonly name: string;
  readonly subnetType: keyof typeof ec2.SubnetType;
  readonly cidrMask?: number | undefined;
  readonly reserved?: boolean | undefined;
  readonly mapPublicIpOnLaunch?: boolean | undefined;
  readonly ipv6AssignAddressOnCreation?: boolean | undefined;
}

interface Selection {
  readonly subnetType?: keyof typeof ec2.SubnetType | undefined;
  readonly subnetGroupName?: string | undefined;
  readonly onePerAz?: boolean | undefined;
}

export interface VpcCase {
  readonly cidr: string | undefined;
  readonly isOldCidr: boolean;
  readonly maxAzs: number | undefined;
  readonly availabilityZones: readonly string[] | undefined;
  readonly reservedAzs: number | undefined;
  readonly natGateways: number | undefined;
  readonly natGatewaySubnets: Selection | undefined;
  readonly nat: "gateway" | "gatewayWithAddresses" | "regionalGateway" | undefined;
  readonly groups: readonly Group[] | undefined;
  readonly isDualStack: boolean;
  readonly createInternetGateway: boolean | undefined;
  readonly enableDnsSupport: boolean | undefined;
  readonly enableDnsHostnames: boolean | undefined;
  readonly vpnGateway: boolean | undefined;
  readonly vpnGatewayAsn: number | undefined;
  readonly vpnRoutePropagation: readonly Selection[] | undefined;
  readonly gatewayEndpoints: readonly (readonly ["S3" | "DYNAMODB", Selection | undefined])[];
}

/** Mostly absent: with everything at once, the CDK refuses most of them. */
const rarely = <T>(arbitrary: fc.Arbitrary<T>, freq = 4): fc.Arbitrary<T | undefined> =>
  fc
    .option(arbitrary, { nil: undefined, freq: 1, depthSize: 0 })
    .chain((value) => fc.integer({ min: 1, max: freq }).map((roll) => (roll === 1 ? value : undefined)));
const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 2 });

const subnetType = fc.constantFrom("PUBLIC" as const, "PRIVATE_WITH_EGRESS" as const, "PRIVATE_ISOLATED" as const);
const selection: fc.Arbitrary<Selection> = fc.oneof(
  fc.record({ subnetType, onePerAz: rarely(fc.boolean()) }),
  fc.record({ subnetGroupName: fc.constantFrom("g0", "g1", "Public") }),
);

const groups: fc.Arbitrary<readonly Group[]> = fc
  .array(
    fc.record({
      subnetType: fc.oneof(
        { weight: 9, arbitrary: subnetType },
        { weight: 1, arbitrary: fc.constant("PRIVATE_WITH_NAT" as const) },
      ),
      cidrMask: optional(fc.integer({ min: 18, max: 28 })),
      reserved: rarely(fc.boolean()),
      mapPublicIpOnLaunch: rarely(fc.boolean(), 6),
      ipv6AssignAddressOnCreation: rarely(fc.boolean(), 6),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((all) => all.map((group, index) => ({ ...group, name: `g${index}` })));

export const vpcCases: fc.Arbitrary<VpcCase> = fc.record({
  cidr: optional(
    fc.constantFrom("10.0.0.0/16", "10.1.2.0/20", "172.31.0.0/22", "192.168.0.0/24", "10.9.0.128/17", "10.3.0.0/28"),
  ),
  isOldCidr: fc.integer({ min: 0, max: 4 }).map((roll) => roll === 0),
  maxAzs: optional(fc.integer({ min: 1, max: 3 })),
  availabilityZones: rarely(
    fc.constantFrom(["eu-west-1a"], ["eu-west-1a", "eu-west-1b"], ["eu-west-1c", "eu-west-1a", "eu-west-1b"]),
  ),
  reservedAzs: rarely(fc.integer({ min: 0, max: 2 })),
  natGateways: optional(fc.integer({ min: 0, max: 4 })),
  natGatewaySubnets: rarely(selection, 5),
  nat: rarely(fc.constantFrom("gateway", "gatewayWithAddresses", "regionalGateway")),
  groups: optional(groups),
  isDualStack: fc.integer({ min: 0, max: 3 }).map((roll) => roll === 0),
  createInternetGateway: rarely(fc.boolean(), 6),
  enableDnsSupport: rarely(fc.boolean()),
  enableDnsHostnames: rarely(fc.boolean()),
  vpnGateway: rarely(fc.boolean()),
  vpnGatewayAsn: rarely(fc.constantFrom(64512, 65001), 8),
  vpnRoutePropagation: rarely(fc.array(selection, { minLength: 1, maxLength: 2 })),
  gatewayEndpoints: fc
    .tuple(rarely(fc.constant("S3" as const)), rarely(fc.constant("DYNAMODB" as const)), rarely(selection))
    .map(([s3, dynamo, where]) => [
      ...(s3 ? [[s3, where] as const] : []),
      ...(dynamo ? [[dynamo, undefined] as const] : []),
    ]),
});

const addresses = ["eipalloc-1", "eipalloc-2", "eipalloc-3"];

const selected = ({ subnetType: type, subnetGroupName, onePerAz }: Selection): ec2.SubnetSelection => ({
  ...(type && { subnetType: ec2.SubnetType[type] }),
  ...(subnetGroupName !== undefined && { subnetGroupName }),
  ...(onePerAz !== undefined && { onePerAz }),
});

export function vpcProps(each: VpcCase): ec2.VpcProps {
  const providers = {
    gateway: () => ec2.NatProvider.gateway(),
    gatewayWithAddresses: () => ec2.NatProvider.gateway({ eipAllocationIds: addresses }),
    regionalGateway: () => ec2.NatProvider.regionalGateway(),
  };
  const { cidr, isOldCidr, isDualStack, nat, groups: configured } = each;
  const plain = {
    maxAzs: each.maxAzs,
    availabilityZones: each.availabilityZones && [...each.availabilityZones],
    reservedAzs: each.reservedAzs,
    natGateways: each.natGateways,
    createInternetGateway: each.createInternetGateway,
    enableDnsSupport: each.enableDnsSupport,
    enableDnsHostnames: each.enableDnsHostnames,
    vpnGateway: each.vpnGateway,
    vpnGatewayAsn: each.vpnGatewayAsn,
    ...(cidr !== undefined && (isOldCidr ? { cidr } : { ipAddresses: ec2.IpAddresses.cidr(cidr) })),
    natGatewaySubnets: each.natGatewaySubnets && selected(each.natGatewaySubnets),
    natGatewayProvider: nat && providers[nat](),
    ipProtocol: isDualStack ? ec2.IpProtocol.DUAL_STACK : undefined,
    vpnRoutePropagation: each.vpnRoutePropagation?.map(selected),
    subnetConfiguration: configured?.map((group) => given({ ...group, subnetType: ec2.SubnetType[group.subnetType] })),
    gatewayEndpoints: Object.fromEntries(
      each.gatewayEndpoints.map(([service, where]) => [
        service,
        { service: ec2.GatewayVpcEndpointAwsService[service], ...(where && { subnets: [selected(where)] }) },
      ]),
    ),
  };
  return given(plain);
}

/** Without what is undefined; the compiler can't follow that. */
function given<T extends object, U>(properties: T): U {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined)) as U;
}

/** How a language writes what the properties consist of. */
interface Notation {
  key(camel: string): string;
  boolean(value: boolean): string;
  object(className: string, entries: readonly string[]): string;
  entry(key: string, value: string): string;
  map(entries: readonly (readonly [string, string])[]): string;
  options(entries: readonly string[]): string;
}

const camel: Notation = {
  key: (name) => name,
  boolean: String,
  object: (_, entries) => `{ ${entries.join(", ")} }`,
  entry: (key, value) => `${key}: ${value}`,
  map: (entries) => `{ ${entries.map(([key, value]) => `${key}: ${value}`).join(", ")} }`,
  options: (entries) => `{ ${entries.join(", ")} }`,
};

const snake: Notation = {
  key: (name) => name.replace(/([a-z\d])([A-Z])/g, "$1_$2").toLowerCase(),
  boolean: (value) => (value ? "True" : "False"),
  object: (className, entries) => `ec2.${className}(${entries.join(", ")})`,
  entry: (key, value) => `${key}=${value}`,
  map: (entries) => `{ ${entries.map(([key, value]) => `"${key}": ${value}`).join(", ")} }`,
  options: (entries) => entries.join(", "),
};

export function inTypeScript(each: VpcCase): string {
  return `new ec2.Vpc(this, 'Vpc', { ${propertiesIn(camel, each).join(", ")} });`;
}

export function inPython(each: VpcCase): string {
  return `ec2.Vpc(${["self", '"Vpc"', ...propertiesIn(snake, each)].join(", ")})`;
}

function propertiesIn(to: Notation, each: VpcCase): readonly string[] {
  const plain = (value: unknown): string => {
    if (typeof value === "boolean") return to.boolean(value);
    return Array.isArray(value) ? `[${value.map(plain).join(", ")}]` : JSON.stringify(value);
  };
  const entries = (values: Readonly<Record<string, unknown>>): readonly string[] =>
    Object.entries(values).flatMap(([key, value]) => {
      if (value === undefined) return [];
      return [to.entry(to.key(key), key === "subnetType" ? `ec2.SubnetType.${value}` : plain(value))];
    });
  const written = (key: string, value: string | undefined): readonly string[] =>
    value === undefined ? [] : [to.entry(to.key(key), value)];
  const where = (selection: Selection): string => to.object("SubnetSelection", entries({ ...selection }));
  const { cidr, isOldCidr, nat, gatewayEndpoints } = each;
  const providers = {
    gateway: "gateway()",
    gatewayWithAddresses: `gateway(${to.options(entries({ eipAllocationIds: addresses }))})`,
    regionalGateway: to === camel ? "regionalGateway()" : "regional_gateway()",
  };
  return [
    ...written("cidr", isOldCidr ? cidr && plain(cidr) : undefined),
    ...written("ipAddresses", !isOldCidr && cidr !== undefined ? `ec2.IpAddresses.cidr(${plain(cidr)})` : undefined),
    ...entries({
      maxAzs: each.maxAzs,
      availabilityZones: each.availabilityZones,
      reservedAzs: each.reservedAzs,
      natGateways: each.natGateways,
      createInternetGateway: each.createInternetGateway,
      enableDnsSupport: each.enableDnsSupport,
      enableDnsHostnames: each.enableDnsHostnames,
      vpnGateway: each.vpnGateway,
      vpnGatewayAsn: each.vpnGatewayAsn,
    }),
    ...written("natGatewaySubnets", each.natGatewaySubnets && where(each.natGatewaySubnets)),
    ...written("natGatewayProvider", nat && `ec2.NatProvider.${providers[nat]}`),
    ...written("ipProtocol", each.isDualStack ? "ec2.IpProtocol.DUAL_STACK" : undefined),
    ...written(
      "vpnRoutePropagation",
      each.vpnRoutePropagation && `[${each.vpnRoutePropagation.map(where).join(", ")}]`,
    ),
    ...written(
      "subnetConfiguration",
      each.groups &&
        `[${each.groups.map((group) => to.object("SubnetConfiguration", entries({ ...group }))).join(", ")}]`,
    ),
    ...written(
      "gatewayEndpoints",
      to.map(
        gatewayEndpoints.map(([service, subnets]) => [
          service,
          to.object("GatewayVpcEndpointOptions", [
            to.entry("service", `ec2.GatewayVpcEndpointAwsService.${service}`),
            ...(subnets ? [to.entry("subnets", `[${where(subnets)}]`)] : []),
          ]),
        ]),
      ),
    ),
  ];
}
