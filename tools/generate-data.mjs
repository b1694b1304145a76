// The data that the server and the panels read: resource specifications, knowledge, snippets. Each is made by a tool of
// its own and only when its code, its inputs or the packages it reads have changed.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bundleTool, root } from "./load.mjs";

const steps = [
  {
    name: "spec",
    tool: "tools/generate-spec.ts",
    run: "generateSpec",
    inputs: ["spec"],
    packages: ["@aws-cdk/aws-service-spec", "@aws-cdk/service-spec-types", "aws-cdk-lib"],
    out: "spec",
  },
  {
    name: "cdk",
    tool: "tools/generate-cdk.ts",
    run: "generateCdk",
    inputs: [],
    packages: ["@aws-cdk/aws-service-spec", "aws-cdk-lib"],
  },
  { name: "knowledge", tool: "tools/build-knowledge.ts", run: "buildKnowledge", inputs: ["knowledge"], packages: [] },
  {
    name: "config",
    tool: "tools/build-config-schema.ts",
    run: "buildConfigSchema",
    inputs: ["knowledge/rules"],
    packages: [],
  },
  { name: "snippets", tool: "tools/build-snippets.ts", run: "buildSnippets", inputs: ["snippets"], packages: [] },
];

/** Runs each step that is out of date, writing below `dist`; all of them, then rejects where one has failed. */
export async function generateData(dist) {
  const failures = [];
  for (const step of steps) {
    await runStep(step, dist).catch((error) => failures.push(`${step.name}: ${error.message}`));
  }
  if (failures.length > 0) throw new Error(failures.join("\n"));
}

async function runStep(step, dist) {
  const { file, hash } = await bundleTool(step.tool);
  const key = `${hash} ${inputsHash(step)}`;
  const stamp = join(dist, ".stamps", step.name);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === key) return;
  const started = performance.now();
  const outDir = step.out ? join(dist, step.out) : dist;
  mkdirSync(outDir, { recursive: true });
  const tool = await import(pathToFileURL(file).href);
  await tool[step.run](outDir);
  mkdirSync(join(dist, ".stamps"), { recursive: true });
  writeFileSync(stamp, key);
  console.log(`build: ${step.name} in ${Math.round(performance.now() - started)} ms`);
}

function inputsHash({ inputs, packages }) {
  const hash = createHash("sha256");
  for (const name of packages) {
    const manifest = join(root, "node_modules", name, "package.json");
    hash.update(`${name}@${existsSync(manifest) ? JSON.parse(readFileSync(manifest, "utf8")).version : "?"}\n`);
  }
  for (const folder of inputs.map((input) => join(root, input)).filter(existsSync)) {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    for (const path of files.map((entry) => join(entry.parentPath, entry.name)).sort()) {
      hash.update(`${path.slice(root.length)}\n`).update(readFileSync(path));
    }
  }
  return hash.digest("hex").slice(0, 16);
}
