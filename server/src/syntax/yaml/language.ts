import type { BlockLanguage } from "../block.ts";
import { fitsYaml, outlineYaml } from "./outline.ts";
import { parseYamlBlock, parseYamlWhole } from "./parse.ts";

/** YAML 1.2 as read by `yaml`; entry blocks of a template in block style. */
export const yamlLanguage: BlockLanguage = {
  name: "yaml",
  outline: outlineYaml,
  fits: fitsYaml,
  parseBlock: parseYamlBlock,
  parseWhole: parseYamlWhole,
};
