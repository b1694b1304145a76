/** Ports and protocols as EC2 takes them. */
import type { Localized } from "../../base/localized.ts";
import type { Range } from "../numbers.ts";

/** A port has 16 bits: https://www.rfc-editor.org/rfc/rfc9293.html#section-3.1 */
export const portNumbers: Range = { from: 0, to: 65535 };

/** Whether EC2 knows the protocol: a name, a number, or -1 for all. The text is as the network normalises it. */
export function isProtocol(protocol: string): boolean {
  if (["tcp", "udp", "icmp", "icmpv6", "-1"].includes(protocol)) return true;
  return /^\d{1,3}$/.test(protocol) && Number(protocol) <= 255;
}

/** How a protocol is called in messages. */
export function protocolName(protocol: string): Localized {
  switch (protocol) {
    case "tcp":
    case "udp":
    case "icmp":
      return { en: protocol.toUpperCase(), ja: protocol.toUpperCase() };
    case "icmpv6":
      return { en: "ICMPv6", ja: "ICMPv6" };
    case "-1":
      return { en: "all protocols", ja: "全プロトコル" };
    default:
      return { en: `protocol ${protocol}`, ja: `プロトコル ${protocol}` };
  }
}
