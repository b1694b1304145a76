/**
 * Makes dist/routewise.vsix from a staged copy: what the package carries is listed here and nothing else gets in.
 * The manifest loses what only the project needs; above all `type: module`, with which VS Code for the web would load
 * the client as an ES module. The command line is a package of its own (package-cli.ts).
 */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { createVSIX } from "@vscode/vsce";
import { ruleTexts, withRuleNames } from "./config-schema.ts";
import { ruleTitles } from "./rule-titles.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const staging = join(root, "dist/package");
const packagePath = join(root, "dist/routewise.vsix");
const sizeLimit = 8 * 1024 * 1024;

const carried = [
  "CHANGELOG.md",
  "LICENSE",
  "README.ja.md",
  "README.md",
  "dist/THIRD-PARTY-NOTICES.txt",
  "dist/browser",
  "dist/cdk.json",
  "dist/client.cjs",
  "dist/config.schema.json",
  "dist/engine.js",
  "dist/knowledge.json",
  "dist/package.json",
  "dist/server.js",
  "dist/snippets.json",
  "dist/spec",
  "dist/wasm",
  "dist/webview",
  "l10n",
  "media/activity-bar.svg",
  "media/icon.png",
  "media/walkthrough",
  "package.nls.ja.json",
  "package.nls.json",
  "syntaxes",
];

/** What must never be in the package, whatever the lists above say. */
const forbidden = /\.(ts|mts|cts|tsx|map|tsbuildinfo)$|(^|\/)(test|node_modules|tools|bench|src)\//;
const required = [
  "dist/browser/client.js",
  "dist/browser/server.js",
  "dist/cdk.json",
  "dist/client.cjs",
  "dist/config.schema.json",
  "dist/engine.js",
  "dist/knowledge.json",
  "dist/package.json",
  "dist/server.js",
  "dist/snippets.json",
  "dist/spec/spec.json",
  "dist/wasm/tree-sitter.wasm",
  "dist/webview/reference.js",
  "media/icon.png",
  "media/walkthrough/example.yaml",
  "package.nls.ja.json",
];

rmSync(staging, { recursive: true, force: true });
for (const path of carried.filter((path) => existsSync(join(root, path)))) {
  mkdirSync(dirname(join(staging, path)), { recursive: true });
  cpSync(join(root, path), join(staging, path), { recursive: true });
}
const { type, bin, scripts, dependencies, devDependencies, ...manifest } = JSON.parse(
  readFileSync(join(root, "package.json"), "utf8"),
);
writeFileSync(join(staging, "package.json"), JSON.stringify(withRuleNames(manifest), null, 2));
for (const [name, language] of [
  ["package.nls.json", "en"],
  ["package.nls.ja.json", "ja"],
] as const) {
  const texts = JSON.parse(readFileSync(join(root, name), "utf8"));
  writeFileSync(join(staging, name), JSON.stringify({ ...texts, ...ruleTexts(ruleTitles(), language) }, null, 2));
}

// Everything staged is meant to go in; without this file vsce warns that nobody has thought about it.
writeFileSync(join(staging, ".vscodeignore"), "");

const files = readdirSync(staging, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(staging, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
const wrong = files.filter((file) => forbidden.test(file));
if (wrong.length > 0) throw new Error(`These must not be in the package:\n${wrong.join("\n")}`);
const missing = required.filter((file) => !files.includes(file));
if (missing.length > 0) throw new Error(`These are missing from the package:\n${missing.join("\n")}`);

await createVSIX({ cwd: staging, packagePath, dependencies: false });
const { size } = statSync(packagePath);
console.log(`package: ${files.length} files, ${(size / 1024 / 1024).toFixed(2)} MB, ${relative(root, packagePath)}`);
if (size > sizeLimit) throw new Error("The package is larger than 8 MB.");
