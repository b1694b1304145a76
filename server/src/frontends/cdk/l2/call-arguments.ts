/** Arguments of a call by the names of the library's parameters, however they are given. */
import type { Call } from "../../../syntax/code/ast.ts";
import type { CodeValue, Located } from "../code-value.ts";
import { camelCase } from "../names.ts";
import type { Frame, Reading } from "../reading.ts";

/** @param names of the parameters, in TypeScript's spelling, in order */
export function argumentsByName(
  reading: Reading,
  node: Call,
  frame: Frame,
  names: readonly string[],
): ReadonlyMap<string, Located> {
  const given = new Map<string, Located>();
  node.args.forEach((arg, index) => {
    const value = reading.evaluate(arg, frame);
    const name = names[index];
    if (name !== undefined) given.set(name, value);
  });
  for (const { key, value } of node.keywords) given.set(camelCase(key), reading.evaluate(value, frame));
  for (const [name, { value }] of given) if (value.kind === "nothing") given.delete(name);
  return given;
}

/** An argument of a static method of the library: by its place, or (Python) by its name. */
export function argumentOf(made: CodeValue & { kind: "made" }, index: number, name: string): Located | undefined {
  const named = made.options.find(({ key }) => camelCase(key) === name)?.value;
  const found = named ?? made.args[index];
  return found?.value.kind === "nothing" ? undefined : found;
}

/** A static call of one of the library's classes, `AclCidr.anyIpv4()`: its method by TypeScript's name. */
export function staticCall(
  given: Located | undefined,
  owner: string,
): { readonly method: string; readonly made: CodeValue & { kind: "made" } } | undefined {
  const value = given?.value;
  if (value?.kind !== "made" || !value.name.startsWith(`${owner}.`)) return undefined;
  return { method: camelCase(value.name.slice(owner.length + 1)), made: value };
}
