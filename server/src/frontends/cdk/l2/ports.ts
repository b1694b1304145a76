/** `ec2.Port`: the protocol and ports of a rule. https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_ec2.Port.html */
import { type CodeValue, type Located, scalar } from "../code-value.ts";
import { camelCase } from "../names.ts";
import { argumentOf } from "./call-arguments.ts";
import type { GivenProperties } from "./values.ts";

export interface PortRule {
  readonly properties: GivenProperties;
  /** As the CDK names it in ids and descriptions; undefined where that isn't known. */
  readonly text: string | undefined;
  /** It can stand in a group's own lists: its ports are known at synthesis. */
  readonly isInline: boolean;
}

const named: Readonly<Record<string, readonly ["tcp" | "udp", number]>> = {
  SSH: ["tcp", 22],
  SMTP: ["tcp", 25],
  DNS_UDP: ["udp", 53],
  DNS_TCP: ["tcp", 53],
  HTTP: ["tcp", 80],
  POP3: ["tcp", 110],
  IMAP: ["tcp", 143],
  LDAP: ["tcp", 389],
  HTTPS: ["tcp", 443],
  SMB: ["tcp", 445],
  IMAPS: ["tcp", 993],
  POP3S: ["tcp", 995],
  MSSQL: ["tcp", 1433],
  NFS: ["tcp", 2049],
  MYSQL_AURORA: ["tcp", 3306],
  RDP: ["tcp", 3389],
  POSTGRES: ["tcp", 5432],
};

/** Methods without arguments: protocol, both ends, name. */
const whole: Readonly<Record<string, readonly [string, number | undefined, string]>> = {
  allTcp: ["tcp", 0, "ALL PORTS"],
  allUdp: ["udp", 0, "UDP ALL PORTS"],
  allIcmp: ["icmp", -1, "ALL ICMP"],
  allIcmpV6: ["icmpv6", -1, "ALL ICMPv6"],
  allTraffic: ["-1", undefined, "ALL TRAFFIC"],
  esp: ["50", 50, "ESP 50"],
  ah: ["51", 51, "AH 51"],
};

/** Undefined where it is no port that can be told. */
export function readPort({ value, range }: Located): PortRule | undefined {
  const name = value.kind === "library" || value.kind === "made" ? /^Port\.(\w+)$/.exec(value.name)?.[1] : undefined;
  if (name === undefined) return undefined;
  const at = (each: CodeValue): Located => ({ value: each, range });
  if (value.kind === "library") {
    const [protocol, port] = (Object.hasOwn(named, name) && named[name]) || [];
    if (protocol === undefined || port === undefined) return undefined;
    return rule(at(scalar(protocol)), at(scalar(port)), at(scalar(port)), `${protocol === "udp" ? "UDP " : ""}${port}`);
  }
  if (value.kind !== "made") return undefined;
  const method = camelCase(name);
  const known = Object.hasOwn(whole, method) ? whole[method] : undefined;
  if (known) {
    const [protocol, from, text] = known;
    if (from === undefined) return rule(at(scalar(protocol)), undefined, undefined, text);
    return rule(at(scalar(protocol)), at(scalar(from)), at(scalar(from === 0 ? 65535 : from)), text);
  }
  const given = (index: number, parameter: string): Located =>
    argumentOf(value, index, parameter) ?? at({ kind: "opaque" });
  switch (method) {
    case "tcp":
    case "udp": {
      const port = given(0, "port");
      return rule(at(scalar(method)), port, port, prefixed(method, textOf(port)));
    }
    case "tcpRange":
    case "udpRange": {
      const [from, to] = [given(0, "startPort"), given(1, "endPort")];
      const ends = [textOf(from), textOf(to)];
      const protocol = method === "tcpRange" ? "tcp" : "udp";
      const text = ends.includes(undefined) ? undefined : ends.join("-");
      return rule(at(scalar(protocol)), from, to, prefixed(protocol, text));
    }
    case "icmpPing":
      return rule(at(scalar("icmp")), at(scalar(8)), at(scalar(-1)), "ICMP Type 8");
    case "icmpType":
      return rule(at(scalar("icmp")), given(0, "type"), at(scalar(-1)), icmpText(textOf(given(0, "type"))));
    case "icmpTypeAndCode": {
      const [type, code] = [given(0, "type"), given(1, "code")];
      const text = icmpText(textOf(type));
      const codeText = textOf(code);
      return rule(at(scalar("icmp")), type, code, text && codeText && `${text} Code ${codeText}`);
    }
    default:
      return undefined;
  }
}

export function tcpPort(port: number, range: Located["range"]): PortRule {
  const at = (value: CodeValue): Located => ({ value, range });
  return rule(at(scalar("tcp")), at(scalar(port)), at(scalar(port)), String(port));
}

/** A port that only the deployment may know. */
export function tcpPortAt(port: Located): PortRule {
  return rule({ value: scalar("tcp"), range: port.range }, port, port, textOf(port));
}

function rule(
  protocol: Located,
  from: Located | undefined,
  to: Located | undefined,
  text: string | undefined,
): PortRule {
  return {
    properties: { IpProtocol: protocol, FromPort: from, ToPort: to },
    text,
    isInline: from?.value.kind !== "intrinsic" && to?.value.kind !== "intrinsic",
  };
}

function prefixed(protocol: string, text: string | undefined): string | undefined {
  return text === undefined || protocol !== "udp" ? text : `UDP ${text}`;
}

function icmpText(type: string | undefined): string | undefined {
  return type === undefined ? undefined : `ICMP Type ${type}`;
}

function textOf({ value }: Located): string | undefined {
  if (value.kind === "intrinsic") return "{IndirectPort}";
  return value.kind === "scalar" ? value.text : undefined;
}
