/** Gateways, their attachments, NAT gateways and Elastic IPs. */
import type { VpcDraft } from "./build-addressing.ts";
import { type BuildContext, byId, entitiesOf } from "./build-context.ts";
import { noFacts, readOneOf } from "./facts.ts";
import { remaining } from "./guards.ts";
import type { ElasticIp, Fact, Facts, Gateway, GatewayAttachment, Link, NatGateway, Subnet, Vpc } from "./model.ts";

const gatewayKinds: Readonly<Record<string, Gateway["kind"]>> = {
  "AWS::EC2::InternetGateway": "internet-gateway",
  "AWS::EC2::VPNGateway": "vpn-gateway",
  "AWS::EC2::EgressOnlyInternetGateway": "egress-only-internet-gateway",
  "AWS::EC2::TransitGateway": "transit-gateway",
  "AWS::EC2::CarrierGateway": "carrier-gateway",
};

interface GatewayDraft extends Gateway {
  readonly attachments: GatewayAttachment[];
  vpc: Facts<Link<Vpc>>;
}

export interface Gateways {
  readonly gateways: readonly Gateway[];
  readonly attachments: readonly GatewayAttachment[];
}

export function buildGateways(context: BuildContext, vpcs: readonly VpcDraft[]): Gateways {
  const vpcById = byId(vpcs);
  const gateways = Object.entries(gatewayKinds).flatMap(([type, kind]) =>
    context.of(type).map(
      (entity): GatewayDraft => ({
        id: entity.id,
        resource: entity.resource,
        guard: entity.guard,
        kind,
        attachments: [],
        vpc: { known: [], unknown: [], absent: [entity.guard] },
        exposed: context.references.isExposed(entity.id),
      }),
    ),
  );
  const gatewayById = byId(gateways);
  const attachments = context.of("AWS::EC2::VPCGatewayAttachment").map(
    (entity): GatewayAttachment => ({
      id: entity.id,
      resource: entity.resource,
      guard: entity.guard,
      kind: "attachment",
      vpc: context.link<Vpc>(entity, "VpcId", vpcById),
      internetGateway: context.link<Gateway>(entity, "InternetGatewayId", gatewayById),
      vpnGateway: context.link<Gateway>(entity, "VpnGatewayId", gatewayById),
    }),
  );
  // These name their VPC themselves.
  const own = gateways
    .filter(({ kind }) => kind === "egress-only-internet-gateway" || kind === "carrier-gateway")
    .map((gateway): GatewayAttachment => {
      const vpc = context.link<Vpc>(gateway, "VpcId", vpcById);
      gateway.vpc = vpc;
      const { id, resource, guard } = gateway;
      const attachment: GatewayAttachment = {
        id,
        resource,
        guard,
        kind: "attachment",
        vpc,
        internetGateway: noFacts,
        vpnGateway: noFacts,
      };
      gateway.attachments.push(attachment);
      return attachment;
    });
  for (const attachment of attachments) {
    for (const { id } of [...entitiesOf(attachment.internetGateway), ...entitiesOf(attachment.vpnGateway)]) {
      gatewayById.get(id)?.attachments.push(attachment);
    }
  }
  for (const attachment of [...attachments, ...own]) {
    for (const { id } of entitiesOf(attachment.vpc)) vpcById.get(id)?.attachments.push(attachment);
  }
  for (const gateway of gateways) {
    if (gateway.kind === "internet-gateway" || gateway.kind === "vpn-gateway") {
      gateway.vpc = attachedVpcs(context, gateway);
    }
  }
  return { gateways, attachments: [...attachments, ...own] };
}

/** The VPCs of all attachments, each under the guard of its attachment. */
function attachedVpcs({ evaluator: { conditions } }: BuildContext, gateway: GatewayDraft): Facts<Link<Vpc>> {
  const known: Fact<Link<Vpc>>[] = [];
  const unknown: Facts<Link<Vpc>>["unknown"][number][] = [];
  for (const attachment of gateway.attachments) {
    const uses = [...attachment.internetGateway.known, ...attachment.vpnGateway.known].filter(
      ({ value }) => value.kind === "entity" && value.entity === gateway,
    );
    for (const use of uses) {
      for (const fact of attachment.vpc.known) {
        const guard = conditions.both(use.guard, fact.guard);
        if (guard) known.push({ ...fact, guard });
      }
      for (const other of attachment.vpc.unknown) {
        const guard = conditions.both(use.guard, other);
        if (guard) unknown.push(guard);
      }
    }
  }
  const absent = remaining(conditions, gateway.guard, [...known.map(({ guard }) => guard), ...unknown]) ?? [];
  return { known, unknown, absent };
}

export function buildElasticIps({ of, references }: BuildContext): readonly ElasticIp[] {
  return of("AWS::EC2::EIP").map((entity) => ({
    id: entity.id,
    resource: entity.resource,
    guard: entity.guard,
    kind: "elastic-ip",
    exposed: references.isExposed(entity.id),
    users: references.usersOf(entity.id),
  }));
}

export function buildNatGateways(
  context: BuildContext,
  subnets: readonly Subnet[],
  elasticIps: readonly ElasticIp[],
): readonly NatGateway[] {
  const [subnetById, eipById] = [byId(subnets), byId(elasticIps)];
  const readMode = readOneOf("regional", "zonal");
  return context.of("AWS::EC2::NatGateway").map((entity) => ({
    id: entity.id,
    resource: entity.resource,
    guard: entity.guard,
    kind: "nat-gateway",
    connectivity: context.facts(entity, "ConnectivityType", readOneOf("public", "private")),
    regional: context.facts(entity, "AvailabilityMode", (value) => {
      const mode = readMode(value);
      return mode === undefined ? undefined : mode === "regional";
    }),
    subnet: context.link(entity, "SubnetId", subnetById),
    allocation: context.link(entity, "AllocationId", eipById),
  }));
}
