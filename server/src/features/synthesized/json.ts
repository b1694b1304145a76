/** JSON that tools wrote, or somebody else: it may be half written, of another version, or made to deceive. */
import { isObject } from "../../workspace/feature-switches.ts";

export type JsonObject = Readonly<Record<string, unknown>>;

/** Undefined where the text is no JSON object. */
export function parseObject(text: string | undefined): JsonObject | undefined {
  if (text === undefined) return undefined;
  try {
    const parsed: unknown = JSON.parse(text);
    return isObject(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** Empty where the value is no object. */
export function objectIn(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

/** Empty where the value is no list. */
export function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Undefined where the value is no text, or an empty one. */
export function textIn(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
