import type { Localized } from "../../base/localized.ts";
import type { Network, Subnet, Zone } from "../../network/model.ts";
import { refTo } from "../../template/edit.ts";
import { propertyOf } from "../../template/expression.ts";
import { resourcesOfType } from "../../template/resources-by-type.ts";
import type { Resource } from "../../template/template.ts";
import type { Value } from "../../template/value.ts";
import { isList } from "../../template/values.ts";
import { type Basis, type Given, linkKey, waysOfProperty, waysOfValue } from "../basis.ts";
import { keySpan } from "../routing/route-parts.ts";
import { defineRule, type Fix } from "../rule.ts";
import { waysIn } from "../ways-at.ts";

/** https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/best-practices-resolver-endpoint-high-availability.html */
const fewest = 2;

export const resolverEndpointTwoIps = defineRule({
  id: "resolver-endpoint-two-ips",
  group: "dns",
  severity: "error",
  topic: "transit-gateway-dns",
  messages: {
    tooFew: {
      en: "{id} has {count}. Route 53 wants two or more IP addresses on a Resolver endpoint, whatever CloudFormation's minimum, so the stack will fail. Add one in a subnet of another zone.",
      ja: "{id} の IP アドレスは {count}。CloudFormation の下限にかかわらず、Route 53 は Resolver エンドポイントに 2 個以上を求め、作成は失敗する。別の AZ のサブネットに追加すること。",
    },
    oneZone: {
      en: "{id} has all of its IP addresses in {zone}. If that zone fails, names are no longer resolved. Put one of them into a subnet of another zone.",
      ja: "{id} の IP アドレスがすべて {zone} にある。この AZ に障害が起きると名前解決が止まる。1 つは別の AZ のサブネットに置くこと。",
    },
  },
  check({ network, template, evaluator }, report) {
    for (const resource of resourcesOfType(template, "AWS::Route53Resolver::ResolverEndpoint")) {
      const { id } = resource;
      for (const list of waysOfProperty(evaluator, resource, "IpAddresses")) {
        if (list.value.kind !== "known" || !isList(list.value.data)) continue;
        // Addresses that a condition takes out count as well: the most that there can be.
        const addresses = list.value.data.filter((item) => waysOfValue(evaluator, item, list.guard).length > 0);
        const at = keySpan(resource, "IpAddresses");
        if (addresses.length < fewest) {
          report({
            at,
            message: "tooFew",
            data: { id, count: counted(addresses.length) },
            because: [list],
            fixes: () => furtherAddresses(network, resource, list, addresses),
          });
          continue;
        }
        const shared = sharedZone(network, list, addresses);
        if (!shared) continue;
        report({
          at,
          message: "oneZone",
          data: { id, zone: shared.zone ? shared.zone.label : { en: "one zone", ja: "1 つの AZ" } },
          severity: "warning",
          because: [list, ...shared.because],
        });
      }
    }
  },
});

function counted(addresses: number): Localized {
  return addresses === 0 ? { en: "no IP address", ja: "0 個" } : { en: "one IP address", ja: "1 個" };
}

/** One more address, in each subnet of the same VPC that lies in another zone; only where one address is written. */
function furtherAddresses(
  network: Network,
  { id, properties }: Resource,
  list: Given,
  addresses: readonly Value[],
): readonly Fix[] {
  const written = propertyOf(properties, "IpAddresses")?.value;
  const [only] = addresses;
  const first = only && placeOf(network, list, only);
  if (!first || written?.kind !== "list" || written.items.length !== 1) return [];
  const [vpc, zone] = [vpcOf(first.subnet), zoneOf(first.subnet)];
  if (vpc === undefined || !zone) return [];
  return network.subnets
    .filter((subnet) => vpcOf(subnet) === vpc && subnet.guard.outcomes.size === 0)
    .flatMap((subnet) => {
      const other = zoneOf(subnet);
      if (!other || other.value.kind !== zone.value.kind || other.value.key === zone.value.key) return [];
      return [
        {
          title: { en: `Add an address in ${subnet.id}`, ja: `${subnet.id} に IP アドレスを追加する` },
          edits: [
            {
              kind: "set-property",
              resource: id,
              path: ["IpAddresses", 1],
              value: { object: { SubnetId: refTo(subnet.id) } },
            },
          ],
        },
      ];
    });
}

function vpcOf({ vpc }: Subnet): string | undefined {
  const [only, ...more] = vpc.known;
  return only && more.length === 0 ? linkKey(only.value) : undefined;
}

interface Place {
  readonly subnet: Subnet;
  readonly way: Given;
}

/** The one zone of all addresses; without a name where all are in one subnet of an unknown zone. */
function sharedZone(
  network: Network,
  list: Given,
  addresses: readonly Value[],
): { readonly zone: Zone | undefined; readonly because: readonly Basis[] } | undefined {
  const places = addresses.map((address) => placeOf(network, list, address));
  const known = places.filter((place) => place !== undefined);
  const [first] = known;
  if (!first || known.length < places.length) return undefined;
  const because = known.flatMap(({ subnet, way }) => [way, subnet]);
  const zones = known.map(({ subnet }) => zoneOf(subnet));
  const [zone] = zones;
  if (known.every(({ subnet }) => subnet === first.subnet)) return { zone: zone?.value, because };
  const isOne = zones.every((each) => each?.value.kind === zone?.value.kind && each?.value.key === zone?.value.key);
  if (!zone || !isOne) return undefined;
  return { zone: zone.value, because: [...because, ...zones.flatMap((each) => (each ? [each] : []))] };
}

/** The subnet of an address, where there is one in all cases. */
function placeOf({ evaluator, subnets }: Network, list: Given, address: Value): Place | undefined {
  const [only, ...more] = waysOfValue(evaluator, address, list.guard).flatMap((way) =>
    waysIn(evaluator, way, ["SubnetId"]),
  );
  if (!only || more.length > 0 || only.value.kind !== "reference") return undefined;
  const { logicalId } = only.value;
  const subnet = subnets.find(({ id }) => id === logicalId);
  return subnet && { subnet, way: only };
}

/** The zone of a subnet, where it is the same in all cases. */
function zoneOf({ zone }: Subnet) {
  const [only, ...more] = zone.known;
  return more.length > 0 || zone.unknown.length > 0 || zone.absent.length > 0 ? undefined : only;
}
