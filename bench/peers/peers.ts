/**
 * `npm run bench:peers -- [--corpus folder] [--out file]`: Routewise, cfn-lint and cloudformation-validate in one run,
 * over one-fault templates and, where a folder is given, over all templates below it. Prints who finds what, and the
 * time of each; judges nothing.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type FaultPair, writeFaultPairs } from "./fault-templates.ts";
import { isAboutNetworks } from "./network-rules.ts";
import { cfnLint, cloudformationValidate, type PeerFinding, type Run, routewise, type Tool } from "./tools.ts";

const { values } = parseArgs({ options: { corpus: { type: "string" }, out: { type: "string" } } });
const unusedParameter = "W2001";
const lines: string[] = [];

const tools = [routewise, cfnLint, cloudformationValidate].filter((tool) => {
  const missing = tool.missing();
  if (missing !== undefined) print(`${tool.name} is left out: ${missing}.\n`);
  return missing === undefined;
});

print(`${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}\n`);
const folder = mkdtempSync(join(tmpdir(), "routewise-peers-"));
try {
  await faults(writeFaultPairs(folder));
} finally {
  rmSync(folder, { recursive: true });
}
if (values.corpus !== undefined) await corpus(templates(resolve(values.corpus)));
if (values.out !== undefined) writeFileSync(values.out, `${lines.join("\n")}\n`);

async function faults(pairs: readonly FaultPair[]): Promise<void> {
  const files = pairs.flatMap(({ wrong, right }) => [wrong, right]);
  const runs = await runAll(files);
  print(`## ${pairs.length} templates with one fault each\n`);
  print("A tool sees a fault where it says something of the wrong template that it doesn't say of the right one.\n");
  table(
    ["tool", "faults seen", "of these as errors", `seconds for ${files.length} files`, "files without an answer"],
    runs.map(({ tool, run }) => {
      const seen = pairs.map((pair) => told(pair, run)).filter((each) => each.length > 0);
      const errors = seen.filter((each) => each.some(({ level }) => level === "error"));
      return [tool.name, seen.length, errors.length, seconds(run), run.failed.length];
    }),
  );
  table(
    ["fault", ...runs.map(({ tool }) => tool.name)],
    pairs.map((pair) => [pair.rule, ...runs.map(({ run }) => rulesOf(told(pair, run)).join(" ") || "–")]),
  );
}

/** What a run says of the wrong template only; not that a parameter has no user, which is so of examples with less in them. */
function told({ wrong, right }: FaultPair, { findings }: Run): readonly PeerFinding[] {
  const known = new Set(findings.filter(({ file }) => file === right).map(({ rule }) => rule));
  return findings.filter(({ file, rule }) => file === wrong && !known.has(rule) && rule !== unusedParameter);
}

async function corpus(files: readonly string[]): Promise<void> {
  const runs = await runAll(files);
  print(`## ${files.length} templates below ${values.corpus}\n`);
  table(
    ["tool", "templates with a network finding", "errors", "warnings", "others", "seconds", "without an answer"],
    runs.map(({ tool, run }) => {
      const found = run.findings.filter(({ rule }) => isAboutNetworks(tool.name, rule));
      const of = (level: PeerFinding["level"]) => found.filter((each) => each.level === level).length;
      const touched = new Set(found.map(({ file }) => file)).size;
      return [tool.name, touched, of("error"), of("warning"), of("info"), seconds(run), run.failed.length];
    }),
  );
  for (const { tool, run } of runs) {
    const counts = new Map<string, number>();
    for (const { rule } of run.findings) {
      if (isAboutNetworks(tool.name, rule)) counts.set(rule, (counts.get(rule) ?? 0) + 1);
    }
    print(
      `${tool.name}: ${[...counts]
        .sort(([, a], [, b]) => b - a)
        .map(([rule, n]) => `${rule} ${n}`)
        .join(", ")}\n`,
    );
  }
}

/** One tool after the other, so that none takes another's time. */
async function runAll(files: readonly string[]): Promise<readonly { readonly tool: Tool; readonly run: Run }[]> {
  const runs = [];
  for (const tool of tools) runs.push({ tool, run: await tool.run(files) });
  return runs;
}

function rulesOf(findings: readonly PeerFinding[]): readonly string[] {
  return [...new Set(findings.map(({ rule }) => rule))].sort();
}

function seconds({ milliseconds }: Run): string {
  return (milliseconds / 1000).toFixed(1);
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  print([head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n"));
  print("");
}

function print(line: string): void {
  lines.push(line);
  console.log(line);
}

/** Files that are CloudFormation templates by their first look: they name sections and types. */
function templates(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ya?ml|json|template)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => /\bResources\b[\s\S]*\bAWS::/.test(readFileSync(file, "utf8")))
    .sort();
}
