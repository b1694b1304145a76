import type { BlockLanguage } from "../block.ts";
import { fitsJson, outlineJson } from "./outline.ts";
import { parseJsonBlock, parseJsonWhole } from "./parse.ts";

/** JSON with comments, read by the scanner of `jsonc-parser`. */
export const jsonLanguage: BlockLanguage = {
  name: "json",
  outline: outlineJson,
  fits: fitsJson,
  parseBlock: parseJsonBlock,
  parseWhole: parseJsonWhole,
};
