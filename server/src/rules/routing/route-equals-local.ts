import { type Cidr, contains, formatCidr, sameCidr } from "../../base/cidr.ts";
import type { Destination, Fact, Network, Route, RouteTargetProperty, Vpc } from "../../network/model.ts";
import { primaryBlocks, secondaryBlocks, together, type VpcBlock } from "../addressing/vpc-blocks.ts";
import { type Basis, linkedEntities } from "../basis.ts";
import { defineRule } from "../rule.ts";
import { destinationLabel } from "./destinations.ts";
import { targetLabel } from "./route-targets.ts";

/** "Rules and considerations" of https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html */
export const routeEqualsLocal = defineRule({
  id: "route-equals-local",
  group: "routing",
  severity: "error",
  topic: "route-table",
  messages: {
    target: {
      en: "{id} routes {destination}, which lies in {vpc} {block}, to {target}. The local route takes that; only a network interface, NAT gateway or Gateway Load Balancer endpoint may come before it. CloudFormation will fail.",
      ja: "{id} は {vpc} {block} の範囲内の {destination} を {target} に向けているが、そこは local ルートの担当。その前に置けるターゲットはネットワークインターフェイス、NAT ゲートウェイ、Gateway Load Balancer エンドポイントだけで、作成は失敗する。",
    },
    part: {
      en: "{id} routes {destination}, a part of {vpc} {block} that is no subnet. A route that comes before the local one takes the whole block of a subnet. CloudFormation will fail.",
      ja: "{id} の宛先 {destination} は {vpc} {block} の一部だが、どのサブネットの CIDR とも一致しない。local ルートより優先するルートの宛先はサブネットの CIDR ブロック全体でなければならず、作成は失敗する。",
    },
  },
  check({ network }, report) {
    for (const { route, destination, cidr, vpc, block, because: placed } of localRoutes(network)) {
      for (const target of route.targets.known) {
        const because = [...placed, target];
        if (together(network, because) === undefined) continue;
        const isMiddlebox = middleboxes.has(target.value.property);
        if (isMiddlebox && (sameCidr(block.cidr, cidr) || mayBeSubnet(network, vpc, cidr))) continue;
        report({
          at: destination.span,
          message: isMiddlebox ? "part" : "target",
          data: {
            id: route.id,
            destination: destinationLabel(destination.value),
            vpc: vpc.id,
            block: formatCidr(block.cidr),
            target: targetLabel(target.value),
          },
          related: [
            {
              at: block.fact.span,
              message: {
                en: `${vpc.id} has ${formatCidr(block.cidr)}`,
                ja: `${vpc.id} の CIDR は ${formatCidr(block.cidr)}`,
              },
            },
          ],
          because,
        });
      }
    }
  },
});

/** EC2's own message names instances, too: their first network interface is meant. */
const middleboxes: ReadonlySet<RouteTargetProperty> = new Set([
  "InstanceId",
  "NatGatewayId",
  "NetworkInterfaceId",
  "VpcEndpointId",
]);

interface LocalRoute {
  readonly route: Route;
  readonly destination: Fact<Destination>;
  readonly cidr: Cidr;
  readonly vpc: Vpc;
  readonly block: VpcBlock;
  readonly because: readonly Basis[];
}

/** Routes whose destination is a block of their own VPC, or lies in one. */
function localRoutes({ routes }: Network): readonly LocalRoute[] {
  return routes.flatMap((route) =>
    vpcsWithBasis(route).flatMap(({ vpc, because }) =>
      route.destinations.known.flatMap((destination) => {
        const cidr = destination.value.kind === "cidr" ? destination.value.cidr.cidr : undefined;
        if (!cidr) return [];
        return [...primaryBlocks(vpc), ...secondaryBlocks(vpc)]
          .filter((block) => contains(block.cidr, cidr))
          .map((block) => ({
            route,
            destination,
            cidr,
            vpc,
            block,
            because: [...because, destination, ...block.because],
          }));
      }),
    ),
  );
}

function vpcsWithBasis(route: Route): readonly { readonly vpc: Vpc; readonly because: readonly Basis[] }[] {
  return linkedEntities(route.table).flatMap(({ entity: table, fact: inTable }) =>
    linkedEntities(table.vpc).map(({ entity: vpc, fact: inVpc }) => ({
      vpc,
      because: [route, table, inTable, inVpc],
    })),
  );
}

/** Whether the block is that of a subnet, or of one that cannot be read here. */
function mayBeSubnet({ subnets, evaluator: { template } }: Network, vpc: Vpc, block: Cidr): boolean {
  if (vpc.exposed || template.open) return true;
  if (subnets.some((subnet) => subnet.vpc.unknown.length > 0)) return true;
  return vpc.subnets.some(
    ({ cidr }) =>
      cidr.unknown.length > 0 ||
      cidr.known.some(({ value }) => value.cidr === undefined || sameCidr(value.cidr, block)),
  );
}
