/**
 * What the author's names say a subnet or route table is meant for. Only the rules about names that contradict routes
 * ask; the tag that CDK writes wins over names.
 */
import { memoised } from "../base/memoised.ts";
import { type Expression, propertyOf } from "../template/expression.ts";
import { subPieces } from "../template/intrinsics/strings.ts";
import type { Resource } from "../template/template.ts";
import type { RouteTable, Subnet } from "./model.ts";

const privateWords: ReadonlySet<string> = new Set(["private", "internal", "isolated", "intra"]);
/** What is meant for databases is as a rule private, but does not claim to be. */
const databaseWords: ReadonlySet<string> = new Set(["db", "database", "rds"]);
/** With one of these a name speaks for a way to or from the Internet, whatever else it says. */
const publicWords: ReadonlySet<string> = new Set(["public", "dmz", "nat", "egress", "ingress", "internet", "igw"]);
const declaredPublicWords: ReadonlySet<string> = new Set(["public", "dmz"]);

/** The name says private, internal, isolated or for databases, and nothing else. */
export function looksPrivate(entity: Subnet | RouteTable): boolean {
  const type = cdkType(entity);
  if (type !== undefined) return type !== "public";
  return wordsOf(entity).some(hintsAtPrivate) && !saysPublic(entity);
}

/** It looks private only because its name speaks of databases; these may well have no public address in a public subnet. */
export function isForDatabases(entity: Subnet | RouteTable): boolean {
  return looksPrivate(entity) && !cdkType(entity) && !wordsOf(entity).some((word) => privateWords.has(word));
}

/** The name speaks for a way to or from the Internet, whatever else it says. */
export function saysPublic(entity: Subnet | RouteTable): boolean {
  const type = cdkType(entity);
  return type === undefined ? wordsOf(entity).some((word) => publicWords.has(word)) : type === "public";
}

/** The name says public or DMZ, and not private. */
export function looksPublic(entity: Subnet | RouteTable): boolean {
  const type = cdkType(entity);
  if (type !== undefined) return type === "public";
  const words = wordsOf(entity);
  return words.some((word) => declaredPublicWords.has(word)) && !words.some(hintsAtPrivate);
}

/** The name says that nothing leads out of it. */
export function looksIsolated(entity: Subnet | RouteTable): boolean {
  const type = cdkType(entity);
  if (type !== undefined) return type === "isolated";
  const words = wordsOf(entity);
  return ["isolated", "intra", "internal"].some((word) => words.includes(word)) && !looksPublic(entity);
}

/** `Public`, `Private`, `Isolated`: https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_ec2.SubnetType.html */
function cdkType(entity: Subnet | RouteTable): string | undefined {
  return entity.kind === "subnet" ? entity.cdkSubnetType?.toLowerCase() : undefined;
}

function hintsAtPrivate(word: string): boolean {
  return privateWords.has(word) || databaseWords.has(word);
}

/** The words of the logical ID and of the Name tag: `PrivateSubnetA` is private, subnet, a. */
const wordsOf = memoised(({ nameTag, resource }: Subnet | RouteTable): readonly string[] => {
  const { id, name, words } = writtenWords(resource);
  return nameTag === undefined || nameTag === name ? words : [...id, ...wordsIn(nameTag)];
});

/** The same as far as a resource is written, which no edit elsewhere changes. */
const writtenWords = memoised((resource: Resource) => {
  const [id, name] = [wordsIn(resource.id), writtenName(resource)];
  return { id, name, words: [...id, ...wordsIn(name)] };
});

/** The words of a logical ID. */
export function wordsOfId(resource: Resource): readonly string[] {
  return writtenWords(resource).id;
}

export function wordsIn(text: string): readonly string[] {
  return text
    .replace(/プライベート|内部/g, " private ")
    .replace(/パブリック|公開/g, " public ")
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== "");
}

/** The literal parts of a Name tag that is put together: `${Env} private` says private. */
function writtenName({ properties }: Resource): string {
  const tags = propertyOf(properties, "Tags")?.value;
  for (const tag of tags?.kind === "list" ? tags.items : []) {
    const key = propertyOf(tag, "Key")?.value;
    if (key?.kind === "scalar" && key.text === "Name") return literalParts(propertyOf(tag, "Value")?.value).join(" ");
  }
  return "";
}

function literalParts(expression: Expression | undefined): readonly string[] {
  if (expression?.kind === "scalar") return [expression.text];
  if (expression?.kind !== "call") return [];
  const { argument, name } = expression;
  const items = argument.kind === "list" ? argument.items : [argument];
  if (name === "Sub") {
    const [text] = items;
    if (text?.kind !== "scalar") return [];
    return subPieces(text.text).flatMap((piece) => (piece.kind === "text" ? [piece.text] : []));
  }
  if (name !== "Join") return [];
  const [, parts] = items;
  return parts?.kind === "list" ? parts.items.flatMap(literalParts) : [];
}
