/**
 * `npm run corpus -- <folder> [--out findings.json] [--slow 5000] [--fixes]`: every template below a folder through the built
 * server, as an editor would: opened, diagnostics pulled, a hover, a completion and the quick fixes of each finding
 * asked for. Prints a line per finding and a count per rule; ends with 1 if the server reported an error, took longer
 * than allowed for an answer, or died. With `--fixes` it makes every fix instead, and holds the findings against each other.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { tryFixesOf } from "./corpus-fixes.ts";
import { startServer } from "./server-process.ts";

interface Position {
  readonly line: number;
  readonly character: number;
}
interface Finding {
  readonly code: string;
  readonly severity: 1 | 2 | 3 | 4;
  readonly message: string;
  readonly range: { readonly start: Position; readonly end: Position };
}

const severityNames = { 1: "error", 2: "warning", 3: "info", 4: "hint" } as const;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: "string" }, slow: { type: "string", default: "5000" }, fixes: { type: "boolean" } },
});
const [folder] = positionals;
if (folder === undefined)
  throw new Error("usage: npm run corpus -- <folder> [--out findings.json] [--slow milliseconds] [--fixes]");

if (values.fixes) process.exit((await tryFixesOf(templates(resolve(folder)))) > 0 ? 1 : 0);

const server = await startServer({
  name: "routewise",
  command: [process.execPath, fileURLToPath(new URL("../dist/server.js", import.meta.url)), "--stdio"],
  configuration: {},
});
const slowest = { file: "", method: "", milliseconds: 0 };
const tooSlow: string[] = [];
const all: { file: string; finding: Finding; fixes: number }[] = [];

for (const file of templates(resolve(folder))) {
  const text = readFileSync(file, "utf8");
  const uri = pathToFileURL(file).href;
  const languageId = /\.(json|template)$/.test(file) && text.trimStart().startsWith("{") ? "json" : "yaml";
  const ask = async <T>(method: string, params: object): Promise<T> => {
    const started = performance.now();
    const answer = await server.request<T>(method, { textDocument: { uri }, ...params });
    const milliseconds = performance.now() - started;
    if (milliseconds > slowest.milliseconds) Object.assign(slowest, { file, method, milliseconds });
    if (milliseconds > Number(values.slow)) tooSlow.push(`${file}: ${method} took ${Math.round(milliseconds)} ms`);
    return answer;
  };
  await server.notify("textDocument/didOpen", { textDocument: { uri, languageId, version: 1, text } });
  const { items } = await ask<{ items: Finding[] }>("textDocument/diagnostic", {});
  for (const finding of items) {
    const context = { diagnostics: [finding] };
    const fixes = await ask<unknown[]>("textDocument/codeAction", { range: finding.range, context });
    all.push({ file, finding, fixes: fixes.length });
  }
  for (const position of places(text)) {
    await ask("textDocument/hover", { position });
    await ask("textDocument/completion", { position, context: { triggerKind: 1 } });
  }
  await server.notify("textDocument/didClose", { textDocument: { uri } });
}
await server.stop();

const counts = new Map<string, number>();
for (const { file, finding, fixes } of all) {
  const severity = severityNames[finding.severity];
  counts.set(`${severity} ${finding.code}`, (counts.get(`${severity} ${finding.code}`) ?? 0) + 1);
  console.log(
    `${severity} ${finding.code} ${file.slice(resolve(folder).length + 1)}:${finding.range.start.line + 1} (${fixes} fixes) ${finding.message}`,
  );
}
console.log(
  [...counts]
    .sort()
    .map(([rule, n]) => `${n} ${rule}`)
    .join("\n"),
);
console.log(`slowest: ${slowest.method} ${Math.round(slowest.milliseconds)} ms ${slowest.file}`);
if (values.out) writeFileSync(values.out, JSON.stringify(all, null, 1));
for (const problem of [...server.errors, ...tooSlow]) console.error(problem);
if (server.errors.length + tooSlow.length > 0) process.exitCode = 1;

function templates(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ya?ml|json|template)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** A dozen places spread over a text: in the middle of words, where hovers are, and at ends of lines. */
function places(text: string): Position[] {
  const lines = text.split("\n");
  const step = Math.max(1, Math.floor(lines.length / 12));
  return lines.flatMap((line, index) =>
    index % step === 0 ? [{ line: index, character: index % 2 === 0 ? line.length : Math.floor(line.length / 2) }] : [],
  );
}
