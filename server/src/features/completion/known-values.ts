/** Values of which the knowledge base knows what they mean: ports, protocols, autonomous systems, tunnel blocks, Regions. */
import { CompletionItemKind } from "vscode-languageserver-types";
import { blockAround, type Cidr, formatCidr, parseCidr, sameCidr } from "../../base/cidr.ts";
import type { ValueText } from "../../knowledge/values.ts";
import { insideAddresses, reservedInside } from "../../network/tunnel-options.ts";
import { type Expression, propertyOf } from "../../template/expression.ts";
import { textOfScalar } from "../../template/parameters.ts";
import { resourcesOfType } from "../../template/resources-by-type.ts";
import { textOf } from "../../template/values.ts";
import { kindAt, placeOf, placesOf } from "../hover/values/places.ts";
import { expressionsAt, itemType, type Want } from "./fitting.ts";
import type { Offer, Spot } from "./item.ts";
import { regionNames, regionReference } from "./regions.ts";
import { say } from "./wording.ts";

export function* knownValueOffers(spot: Spot, want: Want): Generator<Offer> {
  const { property } = want;
  if (property === undefined || itemType(property).kind !== "primitive") return;
  switch (kindAt(placeOf(want.use.resource, want.use.path))) {
    case "port":
      yield* portOffers(spot, want);
      return;
    case "protocol":
      yield* protocolOffers(spot, want);
      return;
    case "asn":
      yield* asnOffers(spot, want);
      return;
    case "tunnel-cidr":
      yield* tunnelOffers(spot, want);
      return;
    default:
  }
  if (/^(?:\w+)?Region(?:Name)?$/.test(property.name) && property.allowedValues === undefined) {
    yield { ...regionReference(spot), rank: 1 };
    yield* regionNames(spot);
  }
  yield* numberOffers(spot, want);
}

interface Known {
  readonly rank?: number;
  readonly detail?: string | undefined;
  readonly about?: ValueText | undefined;
}

function offer(spot: Spot, { property }: Want, value: string | number, { rank = 1, detail, about }: Known): Offer {
  const { language } = spot.context;
  const type = property && itemType(property);
  const isNumber = type?.kind === "primitive" && (type.type === "integer" || type.type === "number");
  return {
    label: String(value),
    kind: CompletionItemKind.Value,
    rank,
    text: spot.snapshot.document.renderValue(isNumber ? Number(value) : String(value), spot.offset),
    detail: detail ?? about?.name?.[language],
    documentation: about?.text[language],
    filter: about?.name ? `${value} ${about.name.en}` : undefined,
  };
}

/** What people open first. */
const firstPorts = [443, 80, 22, 3389, 53, 3306, 5432, 1433, 6379, 2049, 8080, 8443];
const portsOfProtocol: Readonly<Record<string, readonly number[]>> = {
  HTTP: [80, 8080],
  HTTPS: [443, 8443],
  TLS: [443],
  GENEVE: [6081],
  UDP: [53, 123, 514],
  "17": [53, 123, 514],
};
/** The two ends of a range of ports. */
const otherEnds: Readonly<Record<string, string>> = { ToPort: "FromPort", To: "From" };

function* portOffers(spot: Spot, want: Want): Generator<Offer> {
  const { values } = spot.context.knowledge;
  const name = want.use.path.at(-1) ?? "";
  const start = otherEnds[name] && besideText(spot, want, otherEnds[name]);
  if (start !== undefined && start !== "") {
    yield offer(spot, want, start, {
      detail: say("samePort", spot.context.language),
      about: values.find("ports", start),
    });
    for (const end of ["65535", "60999"]) {
      const range = values.find("port-ranges", `${start}-${end}`);
      if (range) yield offer(spot, want, end, { about: range });
    }
  }
  const protocol = besideText(spot, want, "Protocol") ?? besideText(spot, want, "IpProtocol") ?? "";
  const own = portsOfProtocol[protocol.toUpperCase()];
  const numbers = values.ofKind("ports").flatMap(({ match }) => match.filter((text) => /^\d+$/.test(text)).map(Number));
  const isRange = Object.hasOwn(otherEnds, name) || Object.values(otherEnds).includes(name);
  for (const [index, port] of [...new Set([...(own ?? []), ...firstPorts, ...numbers])].entries()) {
    if (own !== undefined && /^(?:GENEVE|UDP|17)$/i.test(protocol) && index >= own.length) break;
    const about = values.find("ports", String(port));
    yield offer(spot, want, port, { rank: index < firstPorts.length ? 1 : 2, about });
  }
  if (isRange && start === undefined) {
    yield offer(spot, want, 1024, { rank: 2, about: values.find("port-ranges", "1024-65535") });
  }
}

/** Numbers and names of protocols, with what they are; what the spec suggests comes first. */
function* protocolOffers(spot: Spot, want: Want): Generator<Offer> {
  const { values } = spot.context.knowledge;
  const { property } = want;
  const suggested = (property?.allowedValues ?? property?.suggestedValues ?? []).map(String);
  for (const value of suggested) yield offer(spot, want, value, { about: values.find("protocols", value) });
  if (property?.allowedValues !== undefined) return;
  for (const about of values.ofKind("protocols")) {
    const number = about.match.find((text) => /^-?\d+$/.test(text));
    if (number === undefined || about.match.some((text) => suggested.includes(text))) continue;
    yield offer(spot, want, number, { rank: 2, about });
  }
}

/** https://docs.aws.amazon.com/vpn/latest/s2svpn/cgw-options.html (read 2026-11-23): private numbers, 16 and 32 bits wide */
const privateNumbers = { short: [64_512, 65_534], long: [4_200_000_000, 4_294_967_294] } as const;

/** The default where nobody has it, then private numbers that nobody in the template has. */
function* asnOffers(spot: Spot, want: Want): Generator<Offer> {
  const { language } = spot.context;
  const { property, use } = want;
  const taken = new Set(textsAt(spot, asnPaths, use.resource.id));
  const fallback = property?.default;
  const isLong = use.path.at(-1)?.endsWith("Extended") ?? false;
  if (fallback !== undefined && !taken.has(String(fallback))) {
    yield offer(spot, want, String(fallback), { detail: say("default", language) });
  }
  const from = isLong ? privateNumbers.long[0] : privateNumbers.short[0];
  for (let n: number = from, found = 0; found < 2 && n < from + 1000; n += 1) {
    if (taken.has(String(n)) || String(n) === String(fallback)) continue;
    found += 1;
    yield offer(spot, want, n, { detail: say("privateAsn", language, { bits: isLong ? 32 : 16 }) });
  }
  // BgpAsn ends below the numbers for which there is BgpAsnExtended.
  const takesLong = !isLong && (property?.maximum === undefined || property.maximum >= privateNumbers.long[0]);
  if (takesLong && use.path.at(-1) !== "BgpAsn") {
    yield offer(spot, want, privateNumbers.long[0], { rank: 2, detail: say("privateAsn", language, { bits: 32 }) });
  }
}

type Paths = ReadonlyMap<string, readonly (readonly string[])[]>;

/** The known texts at the paths, in all resources but one's own. */
function* textsAt({ snapshot: { template, evaluator } }: Spot, paths: Paths, own?: string): Generator<string> {
  for (const resource of resourcesOfType(template, ...paths.keys())) {
    if (resource.id === own) continue;
    for (const expression of (paths.get(resource.type) ?? []).flatMap((path) =>
      expressionsAt(resource.properties, path),
    )) {
      const text = textOf(evaluator.resolve(expression));
      if (text !== undefined) yield text;
    }
  }
}

const asnPaths = pathsOf(placesOf("asn"));
const tunnelPaths = pathsOf(placesOf("tunnel-cidr"));

/** Property paths by resource type. */
function pathsOf(places: readonly string[]): Paths {
  const paths = new Map<string, (readonly string[])[]>();
  for (const place of places) {
    const [type = "", ...path] = place.split(".");
    paths.set(type, [...(paths.get(type) ?? []), path]);
  }
  return paths;
}

/** Inside blocks that no tunnel of the template has, and AWS does not keep. */
function* tunnelOffers(spot: Spot, want: Want): Generator<Offer> {
  const { language } = spot.context;
  const family = want.use.path.at(-1)?.includes("Ipv6") ? 6 : 4;
  const { within, prefix } = insideAddresses[family];
  const written = [...textsAt(spot, tunnelPaths)].flatMap((text) => {
    const parsed = parseCidr(text);
    return parsed.ok ? [parsed.cidr] : [];
  });
  const taken = [...reservedInside, ...written];
  let block: Cidr = family === 4 ? { ...within, prefix } : blockAround(within.base, 6, prefix);
  const step = 1n << BigInt((family === 4 ? 32 : 128) - prefix);
  // A block of its own third octet is easier to tell from the others.
  const stride = family === 4 ? 256n : step;
  for (let tries = 0, found = 0; found < 3 && tries < 300; tries += 1) {
    if (tries > 0) block = { ...block, base: block.base + stride };
    if (taken.some((other) => sameCidr(other, block))) continue;
    found += 1;
    const detail = say(family === 4 ? "freeTunnel4" : "freeTunnel6", language);
    yield offer(spot, want, formatCidr(block), { detail });
  }
}

/** The default of a number with bounds, and the numbers that mean something of their own. */
function* numberOffers(spot: Spot, want: Want): Generator<Offer> {
  const group = spot.context.knowledge.values.groupAt(placeOf(want.use.resource, want.use.path));
  const { property } = want;
  if (group?.range === undefined || property?.allowedValues !== undefined) return;
  const { language } = spot.context;
  const { range, text } = group;
  if (range.default !== undefined) {
    const detail = say("default", language);
    yield { ...offer(spot, want, range.default, { detail }), documentation: text?.[language] };
  }
  for (const about of group.values) {
    const number = about.match.find((each) => /^-?\d+$/.test(each));
    if (number === undefined || Number(number) === range.default) continue;
    const said = about.text[language];
    yield { ...offer(spot, want, number, { about }), detail: said.length <= 60 ? said : undefined };
  }
}

/** The text of another property of the same object; undefined where it is not there or not known. */
function besideText(spot: Spot, { use }: Want, name: string): string | undefined {
  const { evaluator } = spot.snapshot;
  const read = (holder: Expression): string | undefined => {
    const value = propertyOf(holder, name)?.value;
    return value && (textOfScalar(value) ?? textOf(evaluator.resolve(value)));
  };
  const holder = holderAt(spot, use.resource.properties, use.path.slice(0, -1));
  const own = holder && read(holder);
  if (own !== undefined || use.path.length < 2) return own;
  // A network ACL writes the ports into an object of their own.
  const around = holderAt(spot, use.resource.properties, use.path.slice(0, -2));
  return around && read(around);
}

/** The object at the path that is around the cursor, where lists hold several. */
function holderAt(spot: Spot, properties: Expression, path: readonly string[]): Expression | undefined {
  const { layout } = spot.snapshot.document;
  const holders = expressionsAt(properties, path);
  return (
    holders.findLast(({ span }) => {
      const { start, end } = layout.rangeOf(span);
      return start <= spot.offset && spot.offset <= end + 1;
    }) ?? holders.findLast(({ span }) => layout.rangeOf(span).start <= spot.offset)
  );
}
