/** What an entry filters, in words. */
import { formatCidr } from "../../base/cidr.ts";
import { type Localized, sameInAll } from "../../base/localized.ts";
import { every, hasIcmpTypes, hasPorts, type KnownFilter, protocols } from "./filters.ts";

export const directionWords = {
  ingress: { en: "inbound", ja: "インバウンド" },
  egress: { en: "outbound", ja: "アウトバウンド" },
} as const;

export function directionText(egress: boolean): Localized {
  return directionWords[egress ? "egress" : "ingress"];
}

/** `TCP 22 from 10.0.0.0/8` */
export function trafficText(filter: KnownFilter): Localized {
  const block = formatCidr(filter.block);
  const { en, ja } = protocolText(filter);
  return filter.egress
    ? { en: `${en} to ${block}`, ja: `${block} への ${ja}` }
    : { en: `${en} from ${block}`, ja: `${block} からの ${ja}` };
}

/** `443`, `1024–65535` */
export function portsText(from: number, to: number): Localized {
  return from === to ? sameInAll(String(from)) : { en: `${from}–${to}`, ja: `${from}〜${to}` };
}

/** `TCP`, `protocol 50`; also what else a protocol number means here. */
export function protocolName(protocol: number): Localized {
  switch (protocol) {
    case protocols.all:
      return { en: "all traffic", ja: "全トラフィック" };
    case protocols.tcp:
      return sameInAll("TCP");
    case protocols.udp:
      return sameInAll("UDP");
    case protocols.icmp:
      return sameInAll("ICMP");
    case protocols.icmpv6:
      return sameInAll("ICMPv6");
    default:
      return { en: `protocol ${protocol}`, ja: `プロトコル ${protocol}` };
  }
}

function protocolText(filter: KnownFilter): Localized {
  const { protocol, fromPort = 0, toPort = 0, icmpType = every } = filter;
  const { en, ja } = protocolName(protocol);
  if (hasPorts(protocol)) {
    const ports = portsText(fromPort, toPort);
    return { en: `${en} ${ports.en}`, ja: `${ja} ${ports.ja}` };
  }
  if (!hasIcmpTypes(filter) || icmpType === every) return { en, ja };
  return { en: `${en} type ${icmpType}`, ja: `${ja} タイプ ${icmpType}` };
}
