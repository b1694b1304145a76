/** Literals that a program hands to the CDK: the `443` of `ec2.Port.tcp(443)` and of `listener.port`. */
import { type Call, type CodeNode, nodesAt } from "../../syntax/code/ast.ts";
import type { Place } from "../../workspace/snapshot.ts";
import { scalarAt } from "./expressions.ts";
import { camelCase } from "./names.ts";
import { type Reading, spanOf } from "./reading.ts";
import { calleeSymbols } from "./symbols.ts";

/** Undefined where no literal stands, or where it is handed to nothing and is no block of addresses. */
export function argumentPlace(reading: Reading, offset: number): Place | undefined {
  const path = nodesAt(reading.program, offset);
  const literal = path.at(-1);
  const text = literal && literalText(literal);
  if (!literal || text === undefined) return undefined;
  const argument = argumentAround(reading, path);
  if (argument) return { kind: "code-argument", ...argument, span: spanOf(reading, literal), text };
  if (!/^[\d.]+\/\d+$/.test(text)) return undefined;
  const expression = scalarAt(reading, text, literal);
  return { kind: "other-value", expression, span: expression.span, text };
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
