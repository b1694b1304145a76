// `node tools/run.mjs <tool.ts> [arguments]` runs a TypeScript tool; the tool sees its own arguments in process.argv.
import { loadTool } from "./load.mjs";

const [tool, ...rest] = process.argv.slice(2);
if (!tool) throw new Error("usage: node tools/run.mjs <tool.ts> [arguments]");
process.argv = [process.argv[0], tool, ...rest];
await loadTool(tool);
