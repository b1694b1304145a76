/** TOML as plain data. */
import { parse } from "smol-toml";

export type ParsedToml =
  | { readonly ok: true; readonly data: unknown }
  | { readonly ok: false; readonly reason: string };

/** The first line of what is wrong is the reason, in the parser's words. */
export function parseToml(text: string): ParsedToml {
  try {
    return { ok: true, data: parse(text) };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error) };
  }
}
