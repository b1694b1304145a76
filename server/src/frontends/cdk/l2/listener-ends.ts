/** Ports and protocols of listeners and target groups, where one may follow from the other; policies for TLS. */
import { type CodeValue, type Located, opaque, scalar } from "../code-value.ts";
import { enumText, literalText, memberOfEnum } from "./enums.ts";
import type { Given } from "./values.ts";

const usualPorts: Readonly<Record<string, number>> = { HTTP: 80, HTTPS: 443 };
const usualProtocols: Readonly<Record<string, string>> = {
  80: "HTTP",
  8000: "HTTP",
  8008: "HTTP",
  8080: "HTTP",
  443: "HTTPS",
  8443: "HTTPS",
};

export interface Ends {
  readonly port: Located | undefined;
  readonly protocol: CodeValue | Located;
}

/** Port and protocol as application load balancers have them: one of the two follows from the other. */
export function applicationEnds(options: ReadonlyMap<string, Located>): Ends {
  const port = options.get("port");
  const given = options.get("protocol");
  const name = memberOfEnum(given, "ApplicationProtocol");
  if (given) {
    const number = name === undefined ? undefined : usualPorts[name];
    return {
      port: port ?? (number === undefined ? undefined : { value: scalar(number), range: given.range }),
      protocol: { value: name === undefined ? opaque : scalar(name), range: given.range },
    };
  }
  const text = literalText(port?.value);
  const usual = text === undefined ? undefined : usualProtocols[text];
  return { port, protocol: usual === undefined ? opaque : scalar(usual) };
}

/** `Protocol.TCP`, as network load balancers have it. */
export function networkProtocol(given: Located | undefined, otherwise: string): CodeValue | Located {
  if (!given) return scalar(otherwise);
  if (given.value.kind === "scalar") return given;
  const name = memberOfEnum(given, "Protocol");
  return { value: name === undefined ? opaque : scalar(name), range: given.range };
}

/** Members of `elbv2.SslPolicy`: the recommended ones, and those that take versions below TLS 1.2. */
export const sslPolicies: Readonly<Record<string, string>> = {
  FIPS_TLS13_10: "ELBSecurityPolicy-TLS13-1-0-FIPS-2023-04",
  FIPS_TLS13_10_PQ: "ELBSecurityPolicy-TLS13-1-0-FIPS-PQ-2025-09",
  FIPS_TLS13_11: "ELBSecurityPolicy-TLS13-1-1-FIPS-2023-04",
  FORWARD_SECRECY: "ELBSecurityPolicy-FS-2018-06",
  FORWARD_SECRECY_TLS11: "ELBSecurityPolicy-FS-1-1-2019-08",
  LEGACY: "ELBSecurityPolicy-TLS-1-0-2015-04",
  RECOMMENDED: "ELBSecurityPolicy-2016-08",
  RECOMMENDED_TLS: "ELBSecurityPolicy-TLS13-1-2-2021-06",
  TLS11: "ELBSecurityPolicy-TLS-1-1-2017-01",
  TLS12: "ELBSecurityPolicy-TLS-1-2-2017-01",
  TLS13_10: "ELBSecurityPolicy-TLS13-1-0-2021-06",
  TLS13_10_PQ: "ELBSecurityPolicy-TLS13-1-0-PQ-2025-09",
  TLS13_11: "ELBSecurityPolicy-TLS13-1-1-2021-06",
  TLS13_12_RES_PQ: "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
};

/** Undefined where none is given: then a feature flag decides. */
export function sslPolicy(given: Located | undefined): Given {
  return enumText(given, "SslPolicy", sslPolicies);
}
