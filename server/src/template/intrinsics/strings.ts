/** Sub, Join, Split, Base64, ToJsonString. */
import type { ResolveContext } from "../context.ts";
import { distribute } from "../distribute.ts";
import { type CallExpression, type Expression, propertyOf } from "../expression.ts";
import type { Value } from "../value.ts";
import {
  computed,
  hindrance,
  invalidCall,
  isDynamic,
  isList,
  isMap,
  itemsOf,
  known,
  movedTo,
  provenanceOf,
  textOf,
  unknown,
} from "../values.ts";
import { attributeOf, named } from "./references.ts";

/** A piece of a `Sub` text. Offsets are into the text. */
export type SubPiece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "variable"; readonly name: string; readonly start: number; readonly end: number };

/** Cuts a `Sub` text at its `${…}`; `${!Literal}` is text. `start` and `end` enclose the name without the braces. */
export function subPieces(text: string): readonly SubPiece[] {
  const pieces: SubPiece[] = [];
  let done = 0;
  for (const match of text.matchAll(/\$\{([^}]*)\}/g)) {
    const inner = match[1] ?? "";
    if (match.index > done) pieces.push({ kind: "text", text: text.slice(done, match.index) });
    const start = match.index + 2;
    pieces.push(
      inner.startsWith("!")
        ? { kind: "text", text: `\${${inner.slice(1)}}` }
        : { kind: "variable", name: inner.trim(), start, end: start + inner.length },
    );
    done = match.index + match[0].length;
  }
  if (done < text.length) pieces.push({ kind: "text", text: text.slice(done) });
  return pieces;
}

export function sub(context: ResolveContext, call: CallExpression): Value {
  const { argument, span } = call;
  const [text, variables] = argument.kind === "list" ? argument.items : [argument];
  if (text?.kind === "opaque" || text?.kind === "call") return movedTo(unreadable(context, text), span);
  if (text?.kind !== "scalar" || text.value === null) return invalidCall("Sub", span);
  if (isDynamic(text.text)) return unknown({ kind: "dynamic-reference" }, span);
  const pieces = subPieces(text.text);
  const values = pieces.map((piece) =>
    piece.kind === "text" ? known(piece.text, text.span) : variable(context, piece.name, variables, span),
  );
  const [only] = values;
  const passesThrough = pieces.length === 1 && pieces[0]?.kind === "variable" && only !== undefined;
  return distribute(context, values, span, (parts) => {
    const [part] = parts;
    if (passesThrough && part !== undefined && (part.kind !== "known" || typeof part.data === "string")) {
      return part.kind === "absent" ? invalidCall("Sub", span) : movedTo(part, span);
    }
    const joined = joinTexts(parts, "");
    if (joined === undefined) return unknown(hindrance(parts) ?? { kind: "invalid-call", function: "Sub" }, span);
    if (passesThrough) return known(joined, span, provenanceOf(parts));
    return pieces.some((piece) => piece.kind === "variable")
      ? computed("Sub", joined, span, parts)
      : known(joined, span);
  });
}

/** `Sub` takes a text as written; what a function or macro makes of it is not known here. */
function unreadable(context: ResolveContext, text: Expression): Value {
  const value = context.resolve(text);
  return value.kind === "unknown" ? value : invalidCall("Sub", text.span);
}

function variable(
  context: ResolveContext,
  name: string,
  variables: Expression | undefined,
  span: CallExpression["span"],
): Value {
  const own = propertyOf(variables, name);
  if (own !== undefined) return context.resolve(own.value);
  const dot = name.indexOf(".");
  return dot < 0 ? named(context, name, span) : attributeOf(context, name.slice(0, dot), name.slice(dot + 1), span);
}

function joinTexts(parts: readonly Value[], delimiter: string): string | undefined {
  const texts = parts.map(textOf);
  return texts.every((text) => text !== undefined) ? texts.join(delimiter) : undefined;
}

export function join(context: ResolveContext, call: CallExpression): Value {
  const { argument, span } = call;
  const [delimiter, list] = argument.kind === "list" ? argument.items : [];
  if (delimiter === undefined || list === undefined) return invalidCall("Join", span);
  return distribute(context, [context.resolve(delimiter), context.resolve(list)], span, (parts) => {
    const between = textOf(parts[0]);
    const items = itemsOf(parts[1]);
    if (between === undefined || items === undefined) {
      return unknown(hindrance(parts) ?? { kind: "invalid-call", function: "Join" }, span);
    }
    return distribute(context, items, span, (plain) => {
      const present = plain.filter((item) => item.kind !== "absent");
      const joined = joinTexts(present, between);
      return joined === undefined
        ? unknown(hindrance(present) ?? { kind: "invalid-call", function: "Join" }, span)
        : computed("Join", joined, span, [...parts, ...present]);
    });
  });
}

export function split(context: ResolveContext, call: CallExpression): Value {
  const { argument, span } = call;
  const [delimiter, source] = argument.kind === "list" ? argument.items : [];
  if (delimiter === undefined || source === undefined) return invalidCall("Split", span);
  return distribute(context, [context.resolve(delimiter), context.resolve(source)], span, (parts) => {
    const [at, text] = parts.map(textOf);
    if (at === undefined || at === "" || text === undefined) {
      return unknown(hindrance(parts) ?? { kind: "invalid-call", function: "Split" }, span);
    }
    const from = computed("Split", null, span, parts).from;
    return known(
      text.split(at).map((piece) => known(piece, span, from)),
      span,
      from,
    );
  });
}

export function base64(context: ResolveContext, call: CallExpression): Value {
  const { argument, span } = call;
  return distribute(context, [context.resolve(argument)], span, (parts) => {
    const text = textOf(parts[0]);
    if (text === undefined) return unknown(hindrance(parts) ?? { kind: "invalid-call", function: "Base64" }, span);
    let bytes = "";
    for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte);
    return computed("Base64", btoa(bytes), span, parts);
  });
}

export function toJsonString(context: ResolveContext, call: CallExpression): Value {
  const { argument, span } = call;
  const value = context.resolve(argument);
  const problem: { found?: Value } = {};
  const plain = toPlain(value, problem);
  if (problem.found === undefined) return computed("ToJsonString", JSON.stringify(plain), span, [value]);
  const { found } = problem;
  const reason = found.kind === "choice" ? undefined : hindrance([found]);
  return unknown(reason ?? { kind: "invalid-call", function: "ToJsonString" }, span);
}

/** Known data as JSON would have it; notes the first part that is not known. */
function toPlain(value: Value, problem: { found?: Value }): unknown {
  if (value.kind !== "known") {
    problem.found ??= value;
    return null;
  }
  const { data } = value;
  if (isList(data)) return data.map((item) => toPlain(item, problem));
  if (!isMap(data)) return data;
  return Object.fromEntries([...data].map(([key, item]) => [key, toPlain(item, problem)]));
}
