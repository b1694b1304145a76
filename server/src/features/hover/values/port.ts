/** Ports and ranges of ports; ICMP types and codes, which CloudFormation writes in the properties of ports. */
import type { Localized } from "../../../base/localized.ts";
import { code } from "../../markdown.ts";
import type { HoverContext } from "../property.ts";
import { count, type Explanation, entryExplanation, factsOf, speaker, wholeNumber } from "./explanation.ts";
import { icmpCodeExplanation, icmpTypeExplanation } from "./icmp.ts";
import { isIcmp, protocolName } from "./protocol.ts";
import { ruleLine } from "./rule-line.ts";
import type { WrittenValue } from "./written.ts";

const words = {
  range: { en: "`{from}` – `{to}` · {n} ports", ja: "`{from}` – `{to}` · {n} ポート" },
  backwards: {
    en: "⚠ The range ends before it begins.",
    ja: "⚠ 範囲の終わりが始まりより小さい。",
  },
  none: {
    en: "⚠ Not a port. Ports are 0 to 65535.",
    ja: "⚠ ポート番号ではない。有効なのは 0〜65535。",
  },
  ignored: {
    en: "The rule covers all protocols: every port is open, and port numbers are ignored.",
    ja: "全プロトコルが対象のルール。ポート指定は無視され、すべてのポートが対象になる。",
  },
  allPorts: {
    en: "A rule for protocol {protocol} covers all ports, whatever range is written.",
    ja: "プロトコル {protocol} のルールでは、範囲の指定にかかわらずすべてのポートが対象になる。",
  },
  minusOne: {
    en: "⚠ `-1` stands for all ICMP types or codes. TCP and UDP take 0 to 65535.",
    ja: "⚠ `-1` は ICMP の全タイプ・全コードを表す値。TCP / UDP では 0〜65535 を指定する。",
  },
} as const satisfies Readonly<Record<string, Localized>>;

/** What the CDK names instead of a number. Source: aws-cdk-lib, aws-ec2/lib/port.d.ts. */
const cdkPorts: Readonly<Record<string, string>> = {
  SSH: "22",
  SMTP: "25",
  DNS_UDP: "53",
  DNS_TCP: "53",
  HTTP: "80",
  POP3: "110",
  IMAP: "143",
  LDAP: "389",
  HTTPS: "443",
  SMB: "445",
  IMAPS: "993",
  POP3S: "995",
  MSSQL: "1433",
  NFS: "2049",
  MYSQL_AURORA: "3306",
  RDP: "3389",
  POSTGRES: "5432",
};

/** `ec2.Port.HTTPS` */
export function portMember(symbol: string, context: HoverContext): Explanation | undefined {
  const member = /^ec2\.Port\.([A-Z0-9_]+)$/.exec(symbol)?.[1];
  const port = member === undefined ? undefined : cdkPorts[member];
  const entry = port === undefined ? undefined : context.knowledge.values.find("ports", port);
  return port === undefined || !entry ? undefined : entryExplanation(port, entry, context);
}

export function portExplanation(value: WrittenValue, context: HoverContext): Explanation | undefined {
  const port = wholeNumber(value.text);
  if (port === undefined) return undefined;
  const { language } = context;
  const say = speaker(words, language);
  const protocol = protocolBeside(value);
  if (protocol !== undefined && isIcmp(protocol)) {
    const explain = isEnd(value) ? icmpCodeExplanation : icmpTypeExplanation;
    return explain(value, context, protocol);
  }
  const here = ruleLine(value, language);
  if (protocol !== undefined && /^(-1|all)$/i.test(protocol)) {
    return { heading: code(value.text), lines: [say("ignored"), here] };
  }
  const name = protocol === undefined ? undefined : protocolName(protocol, context);
  if (protocol !== undefined && value.place.includes("SecurityGroup") && !/^(tcp|udp|6|17)$/i.test(protocol)) {
    return { heading: code(value.text), lines: [say("allPorts", { protocol: name ?? code(protocol) }), here] };
  }
  if (port === -1) {
    // Health checks of Global Accelerator: the listener's port.
    const entry = context.knowledge.values.findAt(value.place, value.text);
    return entry
      ? entryExplanation(value.text, entry, context)
      : { heading: code(value.text), lines: [say("minusOne")] };
  }
  if (port < 0 || port > 65535) return { heading: code(value.text), lines: [say("none")] };
  const range = rangeAround(value, port);
  if (range && range.from !== range.to) return rangeExplanation(range, here, context);
  const entry = context.knowledge.values.find("ports", String(port));
  return entry && entryExplanation(value.text, entry, context, here);
}

function protocolBeside(value: WrittenValue): string | undefined {
  return value.sibling("IpProtocol") ?? value.sibling("Protocol") ?? value.sibling("", "Protocol");
}

/** Pairs of properties that hold the ends of a range. */
const otherEnd: Readonly<Record<string, string>> = { FromPort: "ToPort", ToPort: "FromPort", From: "To", To: "From" };

function isEnd({ place }: WrittenValue): boolean {
  return /\.To(Port)?$/.test(place);
}

interface PortRange {
  readonly from: number;
  readonly to: number;
}

function rangeAround(value: WrittenValue, port: number): PortRange | undefined {
  if (value.ends) return rangeOf(wholeNumber(value.ends.from), wholeNumber(value.ends.to));
  const other = otherEnd[value.place.split(".").at(-1) ?? ""];
  const written = other === undefined ? undefined : value.sibling(other);
  const end = written === undefined ? undefined : wholeNumber(written);
  return isEnd(value) ? rangeOf(end, port) : rangeOf(port, end);
}

function rangeOf(from: number | undefined, to: number | undefined): PortRange | undefined {
  if (from === undefined || to === undefined) return undefined;
  return Math.min(from, to) < 0 || Math.max(from, to) > 65535 ? undefined : { from, to };
}

function rangeExplanation({ from, to }: PortRange, here: string | undefined, context: HoverContext): Explanation {
  const { knowledge, language } = context;
  const say = speaker(words, language);
  const known = knowledge.values.find("port-ranges", `${from}-${to}`);
  const title = say("range", { from: String(from), to: String(to), n: count(to - from + 1) });
  if (to < from) return { heading: `${code(`${from}`)} – ${code(`${to}`)}`, lines: [say("backwards")] };
  return {
    heading: known?.name ? `${title} · ${known.name[language]}` : title,
    lines: [known ? known.text[language] : endsLine(from, to, context), here],
    facts: known && factsOf(known, knowledge),
    sources: known?.sources ?? [],
    topic: known?.topic,
  };
}

/** `80` HTTP, `443` HTTPS: what the ends of a range that has no name of its own are. */
function endsLine(from: number, to: number, { knowledge, language }: HoverContext): string | undefined {
  const named = [from, to].flatMap((port) => {
    const name = knowledge.values.find("ports", String(port))?.name;
    return name ? [`${code(String(port))} ${name[language]}`] : [];
  });
  return named.length > 0 ? named.join(language === "ja" ? "、" : ", ") : undefined;
}
