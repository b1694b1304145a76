import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { configSchema } from "./config-schema.ts";
import { ruleTitles } from "./rule-titles.ts";

/** Writes `config.schema.json`, the schema of `.routewise.yaml`. Throws where a rule has no page. */
export async function buildConfigSchema(outDir: string): Promise<void> {
  writeFileSync(join(outDir, "config.schema.json"), JSON.stringify(configSchema(ruleTitles())));
}
