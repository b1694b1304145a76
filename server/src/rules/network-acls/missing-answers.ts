/** How connections without answers are reported, and the entry that lets the answers through. */
import { contains, formatCidr } from "../../base/cidr.ts";
import type { Localized } from "../../base/localized.ts";
import type { Network } from "../../network/model.ts";
import { type NewValue, refTo, type TemplateEdit } from "../../template/edit.ts";
import { freshId } from "../fresh-id.ts";
import { propertyAsNewValue } from "../gateways/new-values.ts";
import type { Fix, Report } from "../rule.ts";
import { listed } from "../wording.ts";
import { covers, type Filter, isKnown, type KnownFilter, knownFilters, protocols } from "./filters.ts";
import { type OneWay, oneWayTraffic } from "./return-traffic.ts";
import { entryPlaces, freeBefore, freeBehind } from "./rule-numbers.ts";
import { directionText, portsText } from "./words.ts";

/** https://docs.aws.amazon.com/vpc/latest/userguide/nacl-ephemeral-ports.html */
const everyClient = { From: 1024, To: 65535 };
const usualFirst = 100;

/** Reports connections opened outbound (`egress`) or inbound whose answers the ACL drops. */
export function reportMissingAnswers(
  network: Network,
  egress: boolean,
  report: (report: Report<"noAnswer">) => void,
): void {
  for (const oneWay of oneWayTraffic(network, egress)) {
    const { acl, services, because, family } = oneWay;
    const ports = [...new Set(services.map(({ fromPort = 0, toPort = 0 }) => portsText(fromPort, toPort).en))];
    const overIpv6 = family === 6;
    report({
      at: acl.resource.idSpan,
      message: "noAnswer",
      data: {
        id: acl.id,
        ports: listed(ports),
        family: overIpv6 ? { en: " over IPv6", ja: " (IPv6)" } : { en: "", ja: "" },
        peers: peersText(services),
      },
      related: services.map(({ entry }) => ({
        at: entry.resource.idSpan,
        message: egress
          ? { en: `${entry.id} lets the connections out`, ja: `${entry.id} が接続の送信を許可` }
          : { en: `${entry.id} lets the connections in`, ja: `${entry.id} が接続の受信を許可` },
      })),
      because,
      fixes: () => entriesForAnswers(network, oneWay, !egress),
    });
  }
}

function peersText(services: readonly Filter[]): Localized {
  const blocks = [...new Set(services.map(({ block }) => block && formatCidr(block)))];
  const known = blocks.filter((block) => block !== undefined);
  return known.length === blocks.length ? listed(known) : { en: "the same addresses", ja: "同じ相手" };
}

/** One entry for each block that no other of the blocks holds. */
function entriesForAnswers(network: Network, { acl, family, services }: OneWay, egress: boolean): readonly Fix[] {
  const property = family === 4 ? "CidrBlock" : "Ipv6CidrBlock";
  const last = acl.entries.at(-1)?.id;
  const edits: TemplateEdit[] = [];
  const numbers = new Set(
    entryPlaces(network).flatMap(({ acl: key, egress: direction, number }) =>
      key === `entity ${acl.id}` && direction !== !egress && number ? [number.value] : [],
    ),
  );
  for (const service of widest(services)) {
    const block = propertyAsNewValue(service.entry.resource, property);
    const number = freeNumber(network, acl.id, service, egress, numbers);
    if (block === undefined || number === undefined) return [];
    numbers.add(number);
    const name = `${acl.id}${egress ? "Outbound" : "Inbound"}Ephemeral${edits.length === 0 ? "" : edits.length + 1}`;
    const properties: Record<string, NewValue> = {
      NetworkAclId: refTo(acl.id),
      RuleNumber: number,
      Egress: egress,
      Protocol: protocols.tcp,
      RuleAction: "allow",
      [property]: block,
      PortRange: { object: everyClient },
    };
    edits.push({
      kind: "add-resource",
      id: freshId(network.evaluator.template, name),
      type: "AWS::EC2::NetworkAclEntry",
      properties,
      condition: acl.resource.condition?.name,
      after: last,
    });
  }
  const { en, ja } = directionText(egress);
  const peers = peersText(widest(services));
  return [
    {
      title: {
        en: `Allow ${en} TCP 1024–65535 ${egress ? "to" : "from"} ${peers.en} in ${acl.id}`,
        ja: `${acl.id} に ${peers.ja} ${egress ? "への" : "からの"}${ja} TCP 1024〜65535 の許可を追加する`,
      },
      edits,
      preferred: true,
    },
  ];
}

/** Without those whose block is the same as an earlier one's, or lies in another's. */
function widest(services: readonly Filter[]): readonly Filter[] {
  return services.filter(
    ({ block }, index) =>
      block === undefined ||
      !services.some((other, place) => {
        if (place === index || other.block === undefined || !contains(other.block, block)) return false;
        return !contains(block, other.block) || place < index;
      }),
  );
}

/** Behind all others, but in front of a denial that would hide it. */
function freeNumber(
  network: Network,
  acl: string,
  service: Filter,
  egress: boolean,
  taken: ReadonlySet<number>,
): number | undefined {
  const answers = { ...service, egress, fromPort: everyClient.From, toPort: everyClient.To };
  if (!isKnown(answers)) return taken.size === 0 ? usualFirst : freeBehind(taken, Math.max(...taken));
  const hiding = (other: KnownFilter): boolean =>
    other.acl === `entity ${acl}` && other.egress === egress && other.action === "deny" && covers(other, answers);
  const denial = knownFilters(network).flat().find(hiding);
  if (denial) return freeBefore(taken, denial.number.value);
  return taken.size === 0 ? usualFirst : freeBehind(taken, Math.max(...taken));
}
