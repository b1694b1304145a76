/**
 * Where traffic goes: the route table that is in force for a subnet, its default routes, and what that makes of the
 * subnet. Every answer holds under a guard; together the guards of one answer cover all cases in which the subnet exists.
 * https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html
 */

import { type Cidr, formatCidr } from "../base/cidr.ts";
import { memoised } from "../base/memoised.ts";
import type { Guard } from "../template/value.ts";
import { remaining } from "./guards.ts";
import type {
  Destination,
  Fact,
  Network,
  Route,
  RouteTable,
  RouteTableAssociation,
  RouteTarget,
  Subnet,
  SubnetKind,
} from "./model.ts";

export interface EffectiveRouteTable {
  /** `main`: no association, so the main route table of the VPC; `unknown`: another template may decide. */
  readonly table: RouteTable | "main" | "unknown";
  readonly guard: Guard;
  /** What makes it so; none for the main route table. */
  readonly association?: RouteTableAssociation | undefined;
}

/** The route tables that may be in force for the subnet, each with the cases in which it is. */
export function effectiveRouteTables(network: Network, subnet: Subnet): readonly EffectiveRouteTable[] {
  return tablesInForce(network)(subnet);
}

const tablesInForce = memoised((network: Network) =>
  memoised((subnet: Subnet): readonly EffectiveRouteTable[] => {
    const { conditions, template } = network.evaluator;
    const explicit = subnet.associations.flatMap((association) => tablesOf(network, association, subnet));
    const rest = remaining(
      conditions,
      subnet.guard,
      explicit.map(({ guard }) => guard),
    );
    const table = subnet.exposed || template.open || mayBeAssociated(network) ? "unknown" : "main";
    const implicit = rest?.map((guard): EffectiveRouteTable => ({ table, guard }));
    return [...explicit, ...(implicit ?? [{ table: "unknown" as const, guard: subnet.guard }])];
  }),
);

function tablesOf(
  { evaluator: { conditions } }: Network,
  association: RouteTableAssociation,
  subnet: Subnet,
): readonly EffectiveRouteTable[] {
  const { known, unknown } = association.table;
  const tables: readonly Pick<EffectiveRouteTable, "table" | "guard">[] = [
    ...known.map(({ value, guard }) => ({ table: value.kind === "entity" ? value.entity : "unknown", guard }) as const),
    ...unknown.map((guard) => ({ table: "unknown", guard }) as const),
  ];
  return association.subnet.known.flatMap(({ value, guard }) => {
    const under = value.kind === "entity" && value.entity === subnet ? conditions.both(guard, subnet.guard) : undefined;
    if (under === undefined) return [];
    return tables.flatMap((each) => {
      const both = conditions.both(under, each.guard);
      return both === undefined ? [] : [{ table: each.table, guard: both, association }];
    });
  });
}

/** An association whose subnet cannot be read may be the one of any subnet. */
const mayBeAssociated = memoised(({ associations }: Network): boolean =>
  associations.some(({ subnet }) => subnet.unknown.length > 0),
);

export interface DefaultRoute {
  readonly route: Route;
  readonly destination: Fact<Destination>;
  readonly family: 4 | 6;
}

/** Two halves make a whole. */
const halves = [
  ["0.0.0.0/1", "128.0.0.0/1"],
  ["::/1", "8000::/1"],
] as const;

/** The destinations that make default routes: everything, or both halves of everything. */
export const defaultRouteFacts = memoised(({ routes }: RouteTable): readonly DefaultRoute[] => {
  const wide = routes.flatMap((route) =>
    route.destinations.known.flatMap((destination) => {
      const cidr = blockOf(destination.value);
      return cidr && cidr.prefix <= 1 ? [{ route, destination, family: cidr.family, text: formatCidr(cidr) }] : [];
    }),
  );
  const texts = new Set(wide.map(({ text }) => text));
  const whole = halves.filter((pair) => pair.every((half) => texts.has(half))).flat();
  return wide
    .filter(({ destination, text }) => blockOf(destination.value)?.prefix === 0 || whole.some((half) => half === text))
    .map(({ route, destination, family }) => ({ route, destination, family }));
});

/** The routes of `defaultRouteFacts`, each once. */
export function defaultRoutes(table: RouteTable): readonly Route[] {
  return [...new Set(defaultRouteFacts(table).map(({ route }) => route))];
}

function blockOf(destination: Destination): Cidr | undefined {
  return destination.kind === "cidr" ? destination.cidr.cidr : undefined;
}

/**
 * Whether all routes of the table are known to be in the template: it does not leave the template, nothing propagates
 * into it, and no destination or table of a route is unknown.
 */
export function isComplete(network: Network, table: RouteTable): boolean {
  return !network.evaluator.template.open && everyRouteIsPlaced(network) && isClosed(table);
}

/** Whether it is known for each route in which table it is. */
export const everyRouteIsPlaced = memoised(({ routes }: Network): boolean =>
  routes.every((route) => route.table.unknown.length === 0),
);

const isClosed = memoised(
  ({ exposed, propagates, routes }: RouteTable): boolean =>
    !exposed && !propagates && routes.every(({ destinations }) => destinations.unknown.length === 0),
);

/** What makes a subnet what it is. */
export interface SubnetReason {
  readonly table: RouteTable | "main" | "unknown";
  readonly route?: Route | undefined;
  readonly target?: Fact<RouteTarget> | undefined;
}

export interface SubnetCase {
  readonly kind: SubnetKind;
  readonly guard: Guard;
  readonly because: SubnetReason;
}

/** What the subnet is, case by case. */
export function subnetKinds(network: Network, subnet: Subnet): readonly SubnetCase[] {
  return effectiveRouteTables(network, subnet).flatMap(({ table, guard }): readonly SubnetCase[] => {
    if (table === "unknown") return [{ kind: "unknown", guard, because: { table } }];
    if (table === "main") return [{ kind: ofMainTable(subnet), guard, because: { table } }];
    return casesOf(network)(table)(guard);
  });
}

/** What the subnet is in all cases; `unknown` where cases differ. */
export function subnetKind(network: Network, subnet: Subnet): Pick<SubnetCase, "kind" | "because"> {
  const [first, ...more] = subnetKinds(network, subnet);
  if (first === undefined) return { kind: "unknown", because: { table: "unknown" } };
  return more.every(({ kind }) => kind === first.kind) ? first : { kind: "unknown", because: first.because };
}

/**
 * The main route table has only local routes until somebody adds others. CloudFormation has no attribute for its id, so
 * only those who get the VPC's id can.
 */
function ofMainTable(subnet: Subnet): SubnetKind {
  const closed = subnet.vpc.known.every(({ value }) => value.kind === "entity" && !value.entity.exposed);
  return closed && subnet.vpc.known.length > 0 && subnet.vpc.unknown.length === 0 ? "isolated" : "unknown";
}

/** Best first: one way to the Internet makes a subnet public, whatever else it has. */
const ranks: readonly SubnetKind[] = ["public", "unknown", "private-with-egress"];

/** Most subnets share their tables with others. */
const casesOf = memoised((network: Network) =>
  memoised((table: RouteTable) => memoised((guard: Guard) => casesOfTable(network, table, guard))),
);

function casesOfTable(network: Network, table: RouteTable, under: Guard): readonly SubnetCase[] {
  const { conditions } = network.evaluator;
  const ways = defaultRouteFacts(table).flatMap(({ route, destination }) => {
    const guard = conditions.both(under, destination.guard);
    if (guard === undefined) return [];
    const targets = route.targets.known.flatMap((target): readonly SubnetCase[] => {
      const both = conditions.both(guard, target.guard);
      return both ? [{ kind: kindThrough(target.value), guard: both, because: { table, route, target } }] : [];
    });
    const unknown = route.targets.unknown.flatMap((other): readonly SubnetCase[] => {
      const both = conditions.both(guard, other);
      return both ? [{ kind: "unknown", guard: both, because: { table, route } }] : [];
    });
    return [...targets, ...unknown];
  });
  const cases: SubnetCase[] = [];
  for (const kind of ranks) {
    for (const way of ways.filter((each) => each.kind === kind)) {
      const before = cases.map(({ guard }) => guard);
      for (const guard of remaining(conditions, way.guard, before) ?? []) cases.push({ ...way, guard });
    }
  }
  const rest = remaining(
    conditions,
    under,
    cases.map(({ guard }) => guard),
  );
  const kind = isComplete(network, table) ? "isolated" : "unknown";
  return [...cases, ...(rest ?? []).map((guard): SubnetCase => ({ kind, guard, because: { table } }))];
}

/** What a default route to the target makes of a subnet. */
export function kindThrough({ property, link }: RouteTarget): SubnetKind {
  if (property === "CarrierGatewayId") return "public";
  if (property !== "GatewayId") return "private-with-egress";
  if (link.kind === "elsewhere") return link.key.startsWith("literal igw-") ? "public" : "unknown";
  const type = link.kind === "entity" ? link.entity.resource.type : link.resource.type;
  if (type === "AWS::EC2::InternetGateway") return "public";
  return type === "AWS::EC2::VPNGateway" ? "private-with-egress" : "unknown";
}
