/** Literals that a program hands to the CDK: the `443` of `ec2.Port.tcp(443)` and of `listener.port`. */
import { type Call, type CodeNode, nodesAt } from "../../syntax/code/ast.ts";
import type { Place } from "../../workspace/snapshot.ts";
import { scalarAt } from "./expressions.ts";
import type { MadeVpc } from "./l2/made.ts";
import { hasGroupAt, vpcRoom } from "./l2/vpc-room.ts";
import { camelCase } from "./names.ts";
import { type OtherConstruct, type Reading, spanOf } from "./reading.ts";
import { calleeSymbols } from "./symbols.ts";

/** Undefined where no literal stands, or where it is handed to nothing and is no block of addresses. */
export function argumentPlace(reading: Reading, offset: number): Place | undefined {
  const path = nodesAt(reading.program, offset);
  const literal = path.at(-1);
  const text = literal && literalText(literal);
  if (!literal || text === undefined) return undefined;
  const argument = argumentAround(reading, path) ?? groupElsewhere(path);
  if (argument) {
    const vpc = vpcAround(reading, offset);
    const construct = vpc?.id ?? innermost(reading, offset)?.id;
    const room = vpc && vpcRoom(vpc, offset);
    return { kind: "code-argument", ...argument, construct, room, span: spanOf(reading, literal), text };
  }
  if (!/^[\d.]+\/\d+$/.test(text)) return undefined;
  const expression = scalarAt(reading, text, literal);
  return { kind: "other-value", expression, span: expression.span, text };
}

function innermost({ others }: Reading, offset: number): OtherConstruct | undefined {
  return others
    .filter(({ range }) => range.start <= offset && offset <= range.end)
    .reduce<OtherConstruct | undefined>(
      (best, each) => (best && best.range.end - best.range.start <= each.range.end - each.range.start ? best : each),
      undefined,
    );
}

/** The VPC among whose arguments the offset is, or one of whose groups of subnets is written there. */
function vpcAround(reading: Reading, offset: number): MadeVpc | undefined {
  const around = innermost(reading, offset);
  const made = around && reading.made.get(around.id);
  if (around) return made?.kind === "vpc" ? made : undefined;
  for (const each of reading.made.values()) if (each.kind === "vpc" && hasGroupAt(each, offset)) return each;
  return undefined;
}

/** A group of subnets that is written outside of any call, to be handed over by its name. */
function groupElsewhere(path: readonly CodeNode[]): { readonly symbols: readonly string[] } | undefined {
  const [object, value] = path.slice(-2);
  if (object?.kind !== "object") return undefined;
  const isMask = object.entries.some((each) => each.value === value && camelCase(each.key) === "cidrMask");
  return isMask ? { symbols: ["ec2.SubnetConfiguration.cidrMask"] } : undefined;
}

function literalText(node: CodeNode): string | undefined {
  if (node.kind === "string") return node.value;
  return node.kind === "number" ? String(node.value) : undefined;
}

/** Goes outwards through lists and objects to the call that gets the literal. */
function argumentAround(
  reading: Reading,
  path: readonly CodeNode[],
): Pick<Extract<Place, { kind: "code-argument" }>, "symbols" | "ends"> | undefined {
  const names: string[] = [];
  for (let index = path.length - 2; index >= 0; index -= 1) {
    const [node, inner] = [path[index], path[index + 1]];
    if (node?.kind === "object" || node?.kind === "call") {
      const entries = node.kind === "object" ? node.entries : node.keywords;
      const entry = entries.find(({ value }) => value === inner);
      if (entry) names.unshift(camelCase(entry.key));
      else if (node.kind === "object") return undefined;
    }
    if (node?.kind === "call") return handedTo(reading, node, names);
    if (node?.kind !== "object" && node?.kind !== "list") return undefined;
  }
  return undefined;
}

/** Where the owner of a method is not known, the method's name alone: `.addListener.port`. */
function handedTo(reading: Reading, call: Call, names: readonly string[]) {
  const method = call.callee.kind === "member" ? [`.${camelCase(call.callee.name)}`] : [];
  const symbols = [...calleeSymbols(reading, call), ...method].map((callee) => [callee, ...names].join("."));
  const [from, to, ...more] = names.length === 0 ? call.args.map(literalText) : [];
  const hasEnds = from !== undefined && to !== undefined && more.length === 0;
  return { symbols, ...(hasEnds && { ends: { from, to } }) };
}
