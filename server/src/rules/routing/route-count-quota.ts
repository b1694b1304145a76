import type { Network, RouteTable } from "../../network/model.ts";
import { waysOfProperty } from "../basis.ts";
import { listWeight } from "../list-weight.ts";
import { defineRule } from "../rule.ts";

/** By default, for each family. https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html (2026-11-23) */
const mostRoutes = 500;

export const routeCountQuota = defineRule({
  id: "route-count-quota",
  group: "routing",
  severity: "info",
  topic: "route-table",
  messages: {
    many: {
      en: "{id} counts {count} {family} routes, more than the quota of {most} that an account has by default; a prefix list counts with its MaxEntries. Have the quota raised first, or summarise the routes.",
      ja: "{id} の {family} ルートは {count} 個と数えられ、アカウントの既定のクォータ {most} を超える。プレフィックスリストは MaxEntries の分だけ数えられる。先にクォータを引き上げるか、ルートを集約すること。",
    },
  },
  check({ network }, report) {
    for (const table of network.routeTables) {
      for (const family of [4, 6] as const) {
        const counted = certainRoutes(network, table, family);
        const count = counted.reduce((sum, { weight }) => sum + weight, 0);
        if (count <= mostRoutes) continue;
        report({
          at: table.resource.idSpan,
          message: "many",
          data: { id: table.id, count, family: `IPv${family}`, most: mostRoutes },
          related: counted
            .filter(({ weight }) => weight > 1)
            .map(({ route, weight }) => ({
              at: route.resource.idSpan,
              message: { en: `Counts as ${weight} routes`, ja: `${weight} ルート分` },
            })),
          because: [table, ...counted.map(({ from }) => ({ from }))],
        });
      }
    }
  },
});

/** Routes that are there whenever their table is, with what they count. */
function certainRoutes(network: Network, table: RouteTable, family: 4 | 6) {
  return table.routes.flatMap((route) => {
    if (route.guard.outcomes.size > 0) return [];
    const [destination, ...more] = route.destinations.known;
    if (!destination || more.length > 0) return [];
    const { value, from } = destination;
    if (value.kind === "cidr") return value.family === family ? [{ route, weight: 1, from }] : [];
    const [named, ...others] = waysOfProperty(network.evaluator, route.resource, "DestinationPrefixListId");
    if (named?.value.kind !== "reference" || others.length > 0) return [];
    const weight = listWeight(network.evaluator, named.value.logicalId, family);
    return weight ? [{ route, ...weight }] : [];
  });
}
