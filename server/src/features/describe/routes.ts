/** The effective route table of a subnet, or the routes of a route table, in one line. */
import { formatCidr } from "../../base/cidr.ts";
import type { Language } from "../../base/localized.ts";
import type { Network, RouteTable, Subnet } from "../../network/model.ts";
import { effectiveRouteTables } from "../../network/routing.ts";
import { code, name } from "../markdown.ts";
import { entityOf } from "./find.ts";
import { routeText } from "./parts.ts";
import { phrase } from "./phrases.ts";

/** More routes than these are a table to open, not a line to read. */
const mostRoutes = 6;

/** Undefined for anything but a subnet with a known table, and a route table. */
export function routeLines(id: string, network: Network, language: Language): string | undefined {
  const entity = entityOf(network, id);
  if (entity?.kind === "route-table") return tableLine(entity, language);
  if (entity?.kind !== "subnet") return undefined;
  const lines = tablesOf(entity, network).map((table) => tableLine(table, language));
  return lines.length > 0 ? lines.join("\n\n") : undefined;
}

function tablesOf(subnet: Subnet, network: Network): readonly RouteTable[] {
  const tables = effectiveRouteTables(network, subnet).flatMap(({ table }) =>
    typeof table === "object" ? [table] : [],
  );
  return [...new Set(tables)];
}

/** "*PrivateRoutes*: 10.0.0.0/16 → local · 0.0.0.0/0 → *Nat*" */
function tableLine(table: RouteTable, language: Language): string {
  const local = table.vpc.known.flatMap(({ value }) => (value.kind === "entity" ? value.entity.cidr.known : []));
  const routes = [
    ...local.flatMap((fact) => localRoute(fact.value.cidr, language)),
    ...table.routes.slice(0, mostRoutes).map((route) => routeText(route, language)),
  ];
  if (table.routes.length > mostRoutes) {
    routes.push(phrase("more", language, { n: table.routes.length - mostRoutes }));
  }
  return `${name(table.id)}: ${routes.join(" · ")}`;
}

function localRoute(cidr: Parameters<typeof formatCidr>[0] | undefined, language: Language): string[] {
  if (!cidr) return [];
  return [phrase("routesTo", language, { destination: code(formatCidr(cidr)), target: phrase("local", language) })];
}
