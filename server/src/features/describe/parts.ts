/** Small pieces of descriptions: links, blocks, routes, names. */
import { formatCidr, usableAddresses } from "../../base/cidr.ts";
import type { Language } from "../../base/localized.ts";
import type { CidrText, Entity, Facts, Link, Route, RouteTarget } from "../../network/model.ts";
import { code, name } from "../markdown.ts";
import { phrase } from "./phrases.ts";

/** `0.0.0.0/0 → *Nat*` */
export function routeText(route: Route, language: Language): string {
  const destination = route.destinations.known
    .map(({ value }) => (value.kind === "cidr" ? code(value.cidr.text) : code(value.key ?? "pl-…")))
    .at(0);
  return phrase("routesTo", language, { destination: destination ?? "…", target: targetText(route.targets, language) });
}

/** The first known target of a route. */
export function targetText(targets: Facts<RouteTarget>, language: Language): string {
  const first = targets.known[0];
  return first ? oneLink(first.value.link, language) : "…";
}

/** The first known entity of a link property, by the parameter or id that names it where it lies elsewhere. */
export function linkText<T extends Entity>(facts: Facts<Link<T>>, language: Language): string {
  const first = facts.known[0];
  return first ? oneLink(first.value, language) : phrase("atDeployment", language);
}

function oneLink<T extends Entity>(target: Link<T>, language: Language): string {
  if (target.kind === "entity") return name(target.entity.id);
  if (target.kind === "other") return name(target.resource.id);
  const { named } = target;
  if (named === undefined) return phrase("atDeployment", language);
  return named.kind === "parameter" ? name(named.text) : code(named.text);
}

/** The first known block of a CIDR property, in code. */
export function cidrText(facts: Facts<CidrText>): string {
  const first = facts.known[0];
  if (!first) return "";
  return code(first.value.cidr ? formatCidr(first.value.cidr) : first.value.text);
}

export function inPlace<T extends Entity>(facts: Facts<Link<T>>, language: Language): string {
  return phrase("in", language, { place: linkText(facts, language) });
}

/** Names, the first four of them. */
export function someNames(entities: readonly { readonly id: string }[], language: Language): string {
  const shown = entities.slice(0, 4).map(({ id }) => name(id));
  if (entities.length > shown.length) shown.push(phrase("more", language, { n: entities.length - shown.length }));
  return shown.join(", ");
}

/** "10.0.1.0/24, 251 usable addresses" */
export function blockAndUsable(facts: Facts<CidrText>, language: Language): string | undefined {
  const cidr = facts.known[0]?.value.cidr;
  if (!cidr) return undefined;
  return cidr.family === 4
    ? phrase("usable", language, { block: code(formatCidr(cidr)), n: usableAddresses(cidr).toLocaleString("en") })
    : code(formatCidr(cidr));
}
