/**
 * Makes every refactoring that is offered anywhere in a document, each on its own, and says what is wrong with the
 * result: it cannot be written, does not parse, brings a finding, or means something else than before.
 */
import { formatCidr } from "../server/src/base/cidr.ts";
import { createTextChanges } from "../server/src/base/text-changes.ts";
import { type Refactoring, selectionAt } from "../server/src/features/refactoring/refactoring.ts";
import { refactoringsAt } from "../server/src/features/refactoring/refactorings.ts";
import { outcomeOf } from "../server/src/features/repair/outcome.ts";
import type { Entity, Facts, Link, Network } from "../server/src/network/model.ts";
import type { Spec } from "../server/src/spec/spec.ts";
import type { Expression } from "../server/src/template/expression.ts";
import { sectionsOf } from "../server/src/template/occurrences.ts";
import type { Snapshot } from "../server/src/workspace/snapshot.ts";

export interface RefactoringTrial {
  /** How often each refactoring was made, by its id. */
  readonly tried: ReadonlyMap<string, number>;
  /** A line per refactoring that does not do what it should. */
  readonly faults: readonly string[];
}

/** These change how a template says something, never what it says. */
const sameTemplate: readonly string[] = [
  "function-form",
  "function-forms-short",
  "function-forms-long",
  "collection-style",
];
/** These add to the network on purpose. */
const otherNetwork = /^(?:split-vpc|route-pair)/;

export interface RefactoringTrialOptions {
  /** New hints are no fault: they concern tidiness, which a short example leaves out. */
  readonly untidy?: boolean | undefined;
  /** How often each refactoring is made, at most: for texts of which there are many. */
  readonly most?: number | undefined;
}

/** @param read reads another text of the document */
export function tryRefactorings(
  snapshot: Snapshot,
  spec: Spec,
  read: (text: string) => Snapshot | undefined,
  { untidy = false, most = Number.POSITIVE_INFINITY }: RefactoringTrialOptions = {},
): RefactoringTrial {
  const faults: string[] = [];
  const tried = new Map<string, number>();
  const done = new Set<string>();
  for (const offset of places(snapshot)) {
    for (const refactoring of refactoringsAt(selectionAt(snapshot, spec, offset))) {
      if ((tried.get(refactoring.id) ?? 0) >= most) continue;
      const key = `${refactoring.id} ${refactoring.title.en}`;
      const template = refactoring.edits();
      const edits = snapshot.document.render(template);
      const changes = createTextChanges(snapshot.text);
      changes.apply(edits ?? []);
      if (done.has(`${key} ${changes.text}`)) continue;
      done.add(`${key} ${changes.text}`);
      tried.set(refactoring.id, (tried.get(refactoring.id) ?? 0) + 1);
      const wrong = edits ? faultsOf(snapshot, read(changes.text), { refactoring, edits, untidy }) : ["not written"];
      if (changes.text === snapshot.text && edits) wrong.push("nothing changes");
      if (wrong.length === 0) continue;
      const line = snapshot.text.slice(0, offset).split("\n").length;
      faults.push(`${refactoring.id} in line ${line}, "${refactoring.title.en}": ${wrong.join("; ")}`);
    }
  }
  return { tried, faults };
}

interface Made {
  readonly refactoring: Refactoring;
  readonly edits: NonNullable<ReturnType<Snapshot["document"]["render"]>>;
  readonly untidy: boolean;
}

function faultsOf(before: Snapshot, after: Snapshot | undefined, { refactoring, edits, untidy }: Made): string[] {
  if (!after) return ["nothing can read the result"];
  const outcome = outcomeOf(before, after, [], edits);
  // What rests on a default is often left unsaid; once the default is written out, it is said.
  const isFirmer = /with the default of/.test(refactoring.title.en);
  const added = isFirmer ? [] : outcome.added.filter(({ severity }) => !untidy || severity !== "hint");
  const wrong = added.map(({ rule, message }) => `new: ${rule}: ${message.en}`);
  if (!outcome.parses) wrong.push("the result does not parse");
  if (sameTemplate.includes(refactoring.id)) {
    const change = firstDifference(meaningOf(before), meaningOf(after));
    if (change) wrong.push(`the template is another: ${change}`);
  } else if (!otherNetwork.test(refactoring.id)) {
    const change = firstDifference(networkText(before.network), networkText(after.network));
    if (change) wrong.push(`the network is another: ${change}`);
  }
  return wrong;
}

function firstDifference(before: readonly string[], after: readonly string[]): string | undefined {
  const gone = before.find((line) => !after.includes(line));
  const come = after.find((line) => !before.includes(line));
  return gone === undefined && come === undefined ? undefined : `${gone ?? "(nothing)"} -> ${come ?? "(nothing)"}`;
}

/** The starts of all names, keys and values. */
function places({ template, document: { layout } }: Snapshot): readonly number[] {
  const offsets = new Set<number>();
  const visit = (expression: Expression): void => {
    offsets.add(layout.rangeOf(expression.span).start);
    if (expression.kind === "list") for (const item of expression.items) visit(item);
    if (expression.kind === "call") visit(expression.argument);
    if (expression.kind !== "object") return;
    for (const { keySpan, value } of expression.properties) {
      offsets.add(layout.rangeOf(keySpan).start);
      visit(value);
    }
  };
  for (const [, declarations] of sectionsOf(template)) {
    for (const { idSpan, body } of declarations.values()) {
      offsets.add(layout.rangeOf(idSpan).start);
      visit(body);
    }
  }
  return [...offsets].sort((a, b) => a - b);
}

/** What the template says, however it is written: a line per declaration. */
function meaningOf({ template }: Snapshot): readonly string[] {
  return sectionsOf(template).flatMap(([kind, declarations]) =>
    [...declarations.values()].map(({ id, body }) => `${kind} ${id} ${said(body)}`),
  );
}

function said(expression: Expression): string {
  switch (expression.kind) {
    case "scalar":
      return JSON.stringify(expression.value);
    case "list":
      return `[${expression.items.map(said).join(", ")}]`;
    case "object":
      return `{${expression.properties.map(({ key, value }) => `${key}: ${said(value)}`).join(", ")}}`;
    case "call":
      return `${expression.name}(${said(expression.argument)})`;
    case "opaque":
      return expression.reason;
  }
}

/** Blocks, routes and rules of the network: a line for each. */
function networkText(network: Network): readonly string[] {
  const cidr = facts<{ readonly text: string; readonly cidr: Parameters<typeof formatCidr>[0] | undefined }>(
    ({ text, cidr: block }) => (block ? formatCidr(block) : text),
  );
  const toLink = facts<Link<Entity>>(showLink);
  const plain = facts<string | number>(String);
  return [
    ...network.vpcs.map((vpc) => `${vpc.id} ${cidr(vpc.cidr)}`),
    ...network.subnets.map((subnet) => `${subnet.id} in ${toLink(subnet.vpc)} ${cidr(subnet.cidr)}`),
    ...network.associations.map(({ id, subnet, table }) => `${id} ${toLink(subnet)} ${toLink(table)}`),
    ...network.routes.map(
      ({ id, table, destinations, targets }) =>
        `${id} in ${toLink(table)} ${facts<(typeof destinations.known)[number]["value"]>((to) =>
          to.kind === "cidr" ? to.cidr.text : `${to.key}`,
        )(
          destinations,
        )} to ${facts<(typeof targets.known)[number]["value"]>(({ property, link }) => `${property} ${showLink(link)}`)(targets)}`,
    ),
    ...network.securityGroupRules.map((rule) => {
      const ports = `${plain(rule.fromPort)}-${plain(rule.toPort)}`;
      const peer = `${cidr(rule.cidr)} ${cidr(rule.cidrIpv6)} ${toLink(rule.peerGroup)}`;
      return `${rule.direction} of ${toLink(rule.group)}: ${plain(rule.protocol)} ${ports} ${peer} ${plain(rule.description)}`;
    }),
  ];
}

function facts<T>(show: (value: T) => string): (facts: Facts<T>) => string {
  return ({ known, unknown, absent }) =>
    [
      ...known.map(({ value, guard }) => `${show(value)} ${[...guard.outcomes].join()}`),
      ...unknown.map(({ outcomes }) => `? ${[...outcomes].join()}`),
      ...absent.map(({ outcomes }) => `- ${[...outcomes].join()}`),
    ].join(" | ");
}

/** Elsewhere, a parameter may have taken the place of its text. */
function showLink(link: Link<Entity>): string {
  return link.kind === "entity" ? link.entity.id : link.kind === "other" ? `(${link.resource.id})` : "elsewhere";
}
