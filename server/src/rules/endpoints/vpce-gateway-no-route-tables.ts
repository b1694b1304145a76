import { holdsUnder } from "../../network/guards.ts";
import type { RouteTable, VpcEndpoint } from "../../network/model.ts";
import { refTo } from "../../template/edit.ts";
import { propertyOf } from "../../template/expression.ts";
import { defineRule, type Fix } from "../rule.ts";
import { listed } from "../wording.ts";
import { vpcOf } from "./endpoint-parts.ts";
import { givenIds, isForGatewayService, waysOfType } from "./endpoint-types.ts";
import { isPublicTable } from "./gateway-tables.ts";

/** https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html */
export const vpceGatewayNoRouteTables = defineRule({
  id: "vpce-gateway-no-route-tables",
  group: "endpoints",
  severity: "warning",
  topic: "privatelink-s3",
  messages: {
    none: {
      en: "{id} is in no route table, so nothing goes through it: traffic to the service takes the same way as without the endpoint. List the route tables in RouteTableIds.",
      ja: "{id} はどのルートテーブルにも入っておらず、通る通信がない。サービスへの通信は、エンドポイントがないときと同じ経路のまま。RouteTableIds にルートテーブルを書くこと。",
    },
  },
  check({ network, evaluator }, report) {
    for (const endpoint of network.endpoints) {
      const { id, resource } = endpoint;
      // Whoever gets the id may add route tables later.
      if (network.isExposed(id) || !isForGatewayService(evaluator, endpoint)) continue;
      for (const { because } of waysOfType(endpoint, "Gateway")) {
        for (const guard of givenIds(network, endpoint, "RouteTableIds").absent) {
          report({
            at: resource.idSpan,
            message: "none",
            data: { id },
            because: [...because, { guard }],
            fixes: () => additions(endpoint),
          });
        }
      }
    }
  },
});

/** The private route tables; all of them as a second choice where there are public ones as well. */
function additions(endpoint: VpcEndpoint): readonly Fix[] {
  if (propertyOf(endpoint.resource.properties, "RouteTableIds")) return [];
  const all = (vpcOf(endpoint)?.routeTables ?? []).filter(
    ({ gatewayAssociations, guard }) => gatewayAssociations.length === 0 && holdsUnder(guard, endpoint.guard),
  );
  const inner = all.filter((table) => !isPublicTable(table));
  const choices = inner.length === 0 || inner.length === all.length ? [all] : [inner, all];
  return choices
    .filter((tables) => tables.length > 0)
    .map((tables, index) => addition(endpoint, tables, index === 0 && inner.length > 0));
}

function addition({ id }: VpcEndpoint, tables: readonly RouteTable[], preferred: boolean): Fix {
  const names = listed(tables.map((table) => table.id));
  const value = tables.map((table) => refTo(table.id));
  return {
    title: { en: `Route ${names.en} through ${id}`, ja: `${names.ja} に ${id} へのルートを入れる` },
    edits: [{ kind: "set-property", resource: id, path: ["RouteTableIds"], value }],
    preferred,
  };
}
