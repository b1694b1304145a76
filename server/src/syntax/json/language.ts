import type { BlockLanguage } from "../block.ts";
import { outlineJson } from "./outline.ts";
import { parseJsonBlock, parseJsonWhole } from "./parse.ts";

/** JSON with comments, read by the scanner of `jsonc-parser`. */
export const jsonLanguage: BlockLanguage = {
  name: "json",
  outline: outlineJson,
  parseBlock: parseJsonBlock,
  parseWhole: parseJsonWhole,
};
