import { formatCidr } from "../../base/cidr.ts";
import { overlappingPairs } from "../../base/cidr-free.ts";
import type { Gateway, Network, TransitGatewayAttachment, Vpc } from "../../network/model.ts";
import { primaryBlocks, secondaryBlocks, type VpcBlock } from "../addressing/vpc-blocks.ts";
import { type Basis, linkedEntities } from "../basis.ts";
import { defineRule } from "../rule.ts";
import { automatic, tableLinks } from "./transit-gateway-tables.ts";

/** A block of a VPC that is attached, and the table that routes its attachment. */
interface AttachedBlock extends VpcBlock {
  readonly attachment: TransitGatewayAttachment;
  readonly vpc: Vpc;
  readonly gateway: Gateway;
  /** `default`, or the logical ID of a table. */
  readonly table: string;
  readonly tableBasis: readonly Basis[];
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-transitgatewayattachment.html */
export const tgwVpcCidrOverlap = defineRule({
  id: "tgw-vpc-cidr-overlap",
  group: "connectivity",
  severity: "warning",
  topic: "transit-gateway-routing",
  messages: {
    overlap: {
      en: "{vpc} ({cidr}) and {other} ({otherCidr}) overlap, and both are attached to {gateway} with one route table. The range of the one attached later isn't propagated, so it can't be reached. Give one of them another range.",
      ja: "{vpc} ({cidr}) と {other} ({otherCidr}) はアドレス帯が重複しているのに、{gateway} の同じルートテーブルにつながっている。後からアタッチした方のルートは伝播されず、そこへは届かない。どちらかを別の範囲にすること。",
    },
  },
  check({ network }, report) {
    if (network.transitGatewayAttachments.length < 2) return;
    for (const blocks of byHubAndTable(network)) {
      for (const [one, two] of overlappingPairs(blocks, ({ cidr }) => cidr)) {
        if (one.vpc === two.vpc) continue;
        const order =
          network.transitGatewayAttachments.indexOf(one.attachment) <
          network.transitGatewayAttachments.indexOf(two.attachment);
        const [first, second] = order ? [one, two] : [two, one];
        report({
          at: second.attachment.resource.idSpan,
          message: "overlap",
          data: {
            vpc: first.vpc.id,
            cidr: formatCidr(first.cidr),
            other: second.vpc.id,
            otherCidr: formatCidr(second.cidr),
            gateway: first.gateway.id,
          },
          related: [first, second].map(({ owner, cidr, fact }) => ({
            at: fact.span,
            message: { en: `${owner.id} takes ${formatCidr(cidr)}`, ja: `${owner.id} は ${formatCidr(cidr)}` },
          })),
          because: [...first.because, ...second.because, ...first.tableBasis, ...second.tableBasis],
        });
      }
    }
  },
});

/** The blocks of all VPCs that are attached to the same hub and routed by the same table. */
function byHubAndTable(network: Network): readonly (readonly AttachedBlock[])[] {
  // A private NAT gateway hides the addresses of its VPC.
  const hidden = new Set(
    network.natGateways
      .filter(({ connectivity }) => connectivity.known.some(({ value }) => value === "private"))
      .flatMap(({ subnet }) => linkedEntities(subnet).flatMap(({ entity }) => linkedEntities(entity.vpc)))
      .map(({ entity }) => entity),
  );
  const groups = new Map<string, AttachedBlock[]>();
  const associated = tablesByAttachment(network);
  if (!associated) return [];
  for (const attachment of network.transitGatewayAttachments) {
    for (const { entity: gateway, fact: toGateway } of linkedEntities(attachment.transitGateway)) {
      for (const { entity: vpc, fact: toVpc } of linkedEntities(attachment.vpc)) {
        if (hidden.has(vpc)) continue;
        for (const { table, because } of associated.get(attachment.id) ?? defaultTable(network, attachment, gateway)) {
          const tableBasis = [attachment, gateway, toGateway, toVpc, ...because];
          const blocks = [...primaryBlocks(vpc), ...secondaryBlocks(vpc)];
          const key = `${gateway.id} ${table}`;
          groups.set(key, [
            ...(groups.get(key) ?? []),
            ...blocks.map((block) => ({ ...block, attachment, vpc, gateway, table, tableBasis })),
          ]);
        }
      }
    }
  }
  return [...groups.values()];
}

interface InTable {
  readonly table: string;
  readonly because: readonly Basis[];
}

/** The tables of the attachments that name one; undefined where that cannot be told. */
function tablesByAttachment(network: Network): ReadonlyMap<string, readonly InTable[]> | undefined {
  const found = new Map<string, InTable[]>();
  for (const association of tableLinks(network, "Association")) {
    if (association.attachment.unknown.length > 0) return undefined;
    for (const { entity, fact } of linkedEntities(association.attachment)) {
      const tables = linkedEntities(association.table).map(({ entity: table, fact: toTable }) => ({
        table: table.id,
        because: [association, fact, toTable],
      }));
      found.set(entity.id, [...(found.get(entity.id) ?? []), ...tables]);
    }
  }
  return found;
}

/** Where the hub does both by itself, and nobody else can associate the attachment. */
function defaultTable(network: Network, attachment: TransitGatewayAttachment, gateway: Gateway): readonly InTable[] {
  if (network.isExposed(attachment.id)) return [];
  const ways = (["Association", "Propagation"] as const).map((what) => {
    const { known, absent } = automatic(network, gateway, what);
    return [...known.filter(({ value }) => value === "enable"), ...absent.map((guard) => ({ guard }))];
  });
  const [associates = [], propagates = []] = ways;
  return associates.flatMap((one) => propagates.map((other) => ({ table: "default", because: [one, other] })));
}
