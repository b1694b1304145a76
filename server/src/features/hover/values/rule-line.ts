/** What the rule around a port or protocol does, in one line. */
import type { Language, Localized } from "../../../base/localized.ts";
import { code } from "../../markdown.ts";
import { speaker } from "./explanation.ts";
import type { WrittenValue } from "./written.ts";

const words = {
  in: { en: "Here: lets {what} in from {peer}.", ja: "ここでは: {peer} からの {what} を許可。" },
  out: { en: "Here: lets {what} out to {peer}.", ja: "ここでは: {peer} への {what} を許可。" },
  allowIn: {
    en: "Here: rule {n} allows {what} in from {peer}.",
    ja: "ここでは: ルール {n} が {peer} からの {what} を許可。",
  },
  allowOut: {
    en: "Here: rule {n} allows {what} out to {peer}.",
    ja: "ここでは: ルール {n} が {peer} への {what} を許可。",
  },
  denyIn: {
    en: "Here: rule {n} denies {what} in from {peer}.",
    ja: "ここでは: ルール {n} が {peer} からの {what} を拒否。",
  },
  denyOut: {
    en: "Here: rule {n} denies {what} out to {peer}.",
    ja: "ここでは: ルール {n} が {peer} への {what} を拒否。",
  },
  everything: { en: "all traffic", ja: "すべてのトラフィック" },
  anybody: { en: "anywhere (`{cidr}`)", ja: "任意の相手 (`{cidr}`)" },
} as const satisfies Readonly<Record<string, Localized>>;

/** Undefined where the value is no part of such a rule, or where the rule's other parts are not known. */
export function ruleLine(value: WrittenValue, language: Language): string | undefined {
  const say = speaker(words, language);
  if (/^AWS::EC2::SecurityGroup/.test(value.place)) {
    const peer = value.sibling("CidrIp") ?? value.sibling("CidrIpv6");
    const what = traffic(value.sibling("IpProtocol"), value.sibling("FromPort"), value.sibling("ToPort"), language);
    if (peer === undefined || what === undefined) return undefined;
    return joinKana(say(value.place.includes("Egress") ? "out" : "in", { what, peer: peerText(peer, language) }));
  }
  if (!value.place.startsWith("AWS::EC2::NetworkAclEntry.")) return undefined;
  const outwards = value.place === "AWS::EC2::NetworkAclEntry.Protocol" ? [] : [""];
  const rule = (name: string) => value.sibling(...outwards, name);
  const peer = rule("CidrBlock") ?? rule("Ipv6CidrBlock");
  const action = rule("RuleAction");
  const [from, to] = [value.sibling(...outwards, "PortRange", "From"), value.sibling(...outwards, "PortRange", "To")];
  const what = traffic(rule("Protocol"), from, to, language);
  const n = rule("RuleNumber");
  if (peer === undefined || what === undefined || n === undefined || !/^(allow|deny)$/.test(action ?? "")) {
    return undefined;
  }
  const egress = rule("Egress") === "true";
  // Without it the rule is for what comes in.
  if (value.isWritten(...outwards, "Egress") && rule("Egress") === undefined) return undefined;
  const key = action === "allow" ? (egress ? "allowOut" : "allowIn") : egress ? "denyOut" : "denyIn";
  return joinKana(say(key, { n: code(n), what, peer: peerText(peer, language) }));
}

/** The spaces that stand around code have no place between Japanese words. */
function joinKana(text: string): string {
  return text.replace(/(?<=[\u3040-\u9fff]) (?=[\u3040-\u9fff])/g, "");
}

function peerText(cidr: string, language: Language): string {
  return cidr === "0.0.0.0/0" || cidr === "::/0" ? speaker(words, language)("anybody", { cidr }) : code(cidr);
}

const names: Readonly<Record<string, string>> = {
  "6": "TCP",
  "17": "UDP",
  "1": "ICMP",
  "58": "ICMPv6",
  icmpv6: "ICMPv6",
};

function traffic(
  protocol: string | undefined,
  from: string | undefined,
  to: string | undefined,
  language: Language,
): string | undefined {
  if (protocol === undefined) return undefined;
  if (protocol === "-1") return speaker(words, language)("everything");
  const name = names[protocol] ?? protocol.toUpperCase();
  if (!/^(TCP|UDP)$/.test(name)) return name;
  if (from === undefined || to === undefined) return undefined;
  return `${name} ${code(from === to ? from : `${from}-${to}`)}`;
}
