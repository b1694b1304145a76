// Runs the project's TypeScript tools on plain Node: esbuild turns one into a module beside node_modules, and that
// module is imported.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cache = join(root, "node_modules", ".cache", "routewise");

/** Keeps `import.meta.url` and its kin pointing at the source file although the code runs from the cache folder. */
const sourceLocations = {
  name: "source-locations",
  setup({ onLoad }) {
    onLoad({ filter: /\.(ts|mts|mjs)$/ }, ({ path }) => {
      if (path.includes(`${join(root, "node_modules")}`)) return undefined;
      const places = { url: pathToFileURL(path).href, dirname: dirname(path), filename: path };
      const contents = readFileSync(path, "utf8").replace(/\bimport\.meta\.(url|dirname|filename)\b/g, (_, name) =>
        JSON.stringify(places[name]),
      );
      return { contents, loader: path.endsWith(".mjs") ? "js" : "ts" };
    });
  },
};

/**
 * Bundles the tool at `entry` (a path relative to the root) with the project's own modules, leaving packages outside.
 * @returns where the runnable module lies, and a hash of its code
 */
export async function bundleTool(entry) {
  const result = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: "node",
    target: "node20",
    format: "esm",
    packages: "external",
    charset: "utf8",
    logLevel: "error",
    plugins: [sourceLocations],
  });
  const code = result.outputFiles[0].text;
  const hash = createHash("sha256").update(code).digest("hex").slice(0, 16);
  const name = relative(root, resolve(root, entry)).replaceAll(/[\\/]/g, "-");
  const file = join(cache, `${basename(name, ".ts")}.${hash}.mjs`);
  mkdirSync(cache, { recursive: true });
  writeFileSync(file, code);
  return { file, hash };
}

/** Imports the tool at `entry` and returns its exports. */
export async function loadTool(entry) {
  const { file } = await bundleTool(entry);
  return import(pathToFileURL(file).href);
}
