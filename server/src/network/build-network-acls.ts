/** Network ACLs, their entries and the subnets that they filter for. */
import { propertyOf } from "../template/expression.ts";
import { isMap } from "../template/values.ts";
import { type BuildContext, byId, entitiesOf } from "./build-context.ts";
import { joined, readBoolean, readCidr, readInteger, readOneOf, valueFacts } from "./facts.ts";
import type { Entity, Facts, NetworkAcl, NetworkAclAssociation, NetworkAclEntry, Subnet, Vpc } from "./model.ts";

interface NetworkAclDraft extends NetworkAcl {
  readonly entries: NetworkAclEntry[];
  readonly subnets: Subnet[];
}

export interface NetworkAcls {
  readonly networkAcls: readonly NetworkAcl[];
  readonly networkAclEntries: readonly NetworkAclEntry[];
  readonly networkAclAssociations: readonly NetworkAclAssociation[];
}

export function buildNetworkAcls(context: BuildContext, vpcs: readonly Vpc[], subnets: readonly Subnet[]): NetworkAcls {
  const [vpcById, subnetById] = [byId(vpcs), byId(subnets)];
  const acls = context.of("AWS::EC2::NetworkAcl").map(
    (entity): NetworkAclDraft => ({
      id: entity.id,
      resource: entity.resource,
      guard: entity.guard,
      kind: "network-acl",
      vpc: context.link(entity, "VpcId", vpcById),
      entries: [],
      subnets: [],
    }),
  );
  const aclById = byId(acls);
  const entries = context.of("AWS::EC2::NetworkAclEntry").map((entity) => aclEntry(context, entity, aclById));
  for (const entry of entries) {
    for (const { id } of entitiesOf(entry.acl)) aclById.get(id)?.entries.push(entry);
  }
  const associations = context.of("AWS::EC2::SubnetNetworkAclAssociation").map(
    (entity): NetworkAclAssociation => ({
      id: entity.id,
      resource: entity.resource,
      guard: entity.guard,
      kind: "acl-association",
      subnet: context.link(entity, "SubnetId", subnetById),
      acl: context.link(entity, "NetworkAclId", aclById),
    }),
  );
  for (const association of associations) {
    for (const { id } of entitiesOf(association.acl)) {
      const acl = aclById.get(id);
      acl?.subnets.push(...entitiesOf(association.subnet).filter((subnet) => !acl.subnets.includes(subnet)));
    }
  }
  return { networkAcls: acls, networkAclEntries: entries, networkAclAssociations: associations };
}

function aclEntry(context: BuildContext, entity: Entity, acls: ReadonlyMap<string, NetworkAcl>): NetworkAclEntry {
  return {
    id: entity.id,
    resource: entity.resource,
    guard: entity.guard,
    kind: "acl-entry",
    acl: context.link(entity, "NetworkAclId", acls),
    egress: context.facts(entity, "Egress", readBoolean),
    ruleNumber: context.facts(entity, "RuleNumber", readInteger),
    protocol: context.facts(entity, "Protocol", readInteger),
    action: context.facts(entity, "RuleAction", readOneOf("allow", "deny")),
    cidr: context.facts(entity, "CidrBlock", readCidr),
    ipv6: context.facts(entity, "Ipv6CidrBlock", readCidr),
    fromPort: innerNumber(context, entity, "PortRange", "From"),
    toPort: innerNumber(context, entity, "PortRange", "To"),
    icmpType: innerNumber(context, entity, "Icmp", "Type"),
    icmpCode: innerNumber(context, entity, "Icmp", "Code"),
  };
}

/** A number in a property that is an object. */
function innerNumber(context: BuildContext, entity: Entity, property: string, name: string): Facts<number> {
  const { evaluator } = context;
  const written = propertyOf(entity.resource.properties, property);
  if (written === undefined) return context.facts(entity, property, readInteger);
  return joined(
    evaluator.alternatives(written.value, entity.guard).map(({ value, guard }): Facts<number> => {
      if (value.kind === "absent") return { known: [], unknown: [], absent: [guard] };
      return value.kind === "known" && isMap(value.data)
        ? valueFacts(evaluator, value.data.get(name), guard, readInteger)
        : { known: [], unknown: [guard], absent: [] };
    }),
  );
}
