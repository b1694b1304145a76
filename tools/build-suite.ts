/** Bundles the tests that run inside VS Code's extension host: one CommonJS file each, mocha and the API left outside. */
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Builds the suite and returns the file whose `run` VS Code calls. */
export async function buildSuite(): Promise<string> {
  const outdir = join(root, "dist/e2e");
  rmSync(outdir, { recursive: true, force: true });
  const folder = join(root, "test/e2e/suite");
  const entries = readdirSync(folder).filter((name) => name === "index.ts" || name.endsWith(".test.ts"));
  await build({
    entryPoints: entries.map((name) => join(folder, name)),
    outdir,
    outExtension: { ".js": ".cjs" },
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    external: ["vscode", "mocha"],
    sourcemap: "inline",
    logLevel: "warning",
  });
  return join(outdir, "index.cjs");
}
