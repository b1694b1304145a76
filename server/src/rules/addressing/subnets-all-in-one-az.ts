import { memoised } from "../../base/memoised.ts";
import type { Fact, Network, Subnet, Zone } from "../../network/model.ts";
import { wordsOfId } from "../../network/names.ts";
import { subnetKind } from "../../network/routing.ts";
import type { Resource } from "../../template/template.ts";
import { type Basis, canHold, linkedEntities } from "../basis.ts";
import { defineRule, type Fix } from "../rule.ts";
import { listed } from "../wording.ts";

/** https://docs.aws.amazon.com/vpc/latest/userguide/vpc-az.html */
export const subnetsAllInOneAz = defineRule({
  id: "subnets-all-in-one-az",
  group: "addressing",
  severity: "warning",
  topic: "subnet",
  messages: {
    together: {
      en: "{subnets} look like one tier in several zones, but all are in {zone}. If that zone fails, so does the tier. Give each a zone of its own.",
      ja: "{subnets} は 1 つの層を複数の AZ に分けたものに見えるが、すべて {zone} にある。この AZ の障害で層全体が止まるため、別々の AZ に置くこと。",
    },
  },
  check({ network }, report) {
    for (const { subnets, zone } of tiersInOneZone(network)) {
      const [first, second] = subnets;
      if (!first || !second) continue;
      report({
        at: second.zone.span,
        message: "together",
        data: { subnets: listed(subnets.map(({ subnet }) => subnet.id)), zone: zone.label },
        related: subnets
          .filter((each) => each !== second)
          .map(({ subnet, zone: at }) => ({
            at: at.span,
            message: { en: `${subnet.id} is there too`, ja: `${subnet.id} も同じ AZ` },
          })),
        because: subnets.flatMap(({ because }) => because),
        fixes: () => spread(subnets),
      });
    }
  },
});

interface Placed {
  readonly subnet: Subnet;
  readonly zone: Fact<Zone>;
  readonly because: readonly Basis[];
}

/** Subnets of one VPC with the same name but for what numbers them, and of one kind; all of them in one zone. */
function tiersInOneZone(network: Network): readonly { readonly subnets: readonly Placed[]; readonly zone: Zone }[] {
  const tiers = new Map<string, Placed[]>();
  const unplaced = new Set<string>();
  for (const subnet of network.subnets) {
    const [vpc, ...others] = linkedEntities(subnet.vpc);
    if (!vpc || others.length > 0) continue;
    const words = tierWords(subnet.resource);
    // `A` and `B` say nothing of what they are for.
    if (words.length === 0) continue;
    const tier = [vpc.entity.id, subnetKind(network, subnet).kind, ...words].join(" ");
    const [zone, ...zones] = subnet.zone.known;
    const isPlaced = zone && zones.length + subnet.zone.unknown.length + subnet.zone.absent.length === 0;
    if (!isPlaced) {
      unplaced.add(tier);
      continue;
    }
    const placed = { subnet, zone, because: [subnet, vpc.fact, zone] };
    const before = tiers.get(tier);
    if (before) before.push(placed);
    else tiers.set(tier, [placed]);
  }
  return [...tiers].flatMap(([tier, subnets]) => {
    const [first, ...more] = subnets;
    if (!first || more.length === 0 || unplaced.has(tier)) return [];
    const { conditions } = network.evaluator;
    const isOne = more.every(
      ({ subnet, zone }) =>
        zone.value.kind === first.zone.value.kind &&
        zone.value.key === first.zone.value.key &&
        canHold(conditions, subnet.guard, first.subnet.guard),
    );
    return isOne && !isToldElsewhere(network, subnets) ? [{ subnets, zone: first.zone.value }] : [];
  });
}

/** Whatever must be in several zones has a rule of its own, which says what is at stake. */
const inSeveralZones = new Set([
  "AWS::EC2::TransitGatewayAttachment",
  "AWS::EC2::TransitGatewayVpcAttachment",
  "AWS::EC2::VPCEndpoint",
  "AWS::ElasticLoadBalancing::LoadBalancer",
  "AWS::ElasticLoadBalancingV2::LoadBalancer",
]);

function isToldElsewhere({ usersOf }: Network, subnets: readonly Placed[]): boolean {
  const users = subnets.flatMap(({ subnet }) => usersOf(subnet.id).filter(({ type }) => inSeveralZones.has(type)));
  return new Set(users).size < users.length;
}

const counting = new Set([
  "az",
  "zone",
  "one",
  "two",
  "three",
  "four",
  "first",
  "second",
  "third",
  "primary",
  "secondary",
]);

/** `PrivateSubnetA`, `PrivateSubnet2`: private, subnet. */
const tierWords = memoised((resource: Resource): readonly string[] =>
  wordsOfId(resource).filter((word) => word.length > 1 && !counting.has(word)),
);

/** The second and further ones to the next zones of the Region. */
function spread(subnets: readonly Placed[]): readonly Fix[] {
  const [first] = subnets;
  const start = Number(first?.zone.value.kind === "index" ? /\d+$/.exec(first.zone.value.key)?.[0] : Number.NaN);
  // Regions have three zones, or more.
  if (!Number.isInteger(start) || subnets.length > 3) return [];
  const moved = subnets.slice(1).map(({ subnet }, index) => ({ id: subnet.id, zone: (start + index + 1) % 3 }));
  const words = moved.map(({ id, zone }) => `${id} → ${zone}`).join(", ");
  return [
    {
      title: { en: `Spread over zones: ${words}`, ja: `AZ に分散する: ${words}` },
      edits: moved.map(({ id, zone }) => ({
        kind: "set-property",
        resource: id,
        path: ["AvailabilityZone"],
        value: { call: "Select", argument: [zone, { call: "GetAZs", argument: "" }] },
      })),
    },
  ];
}
