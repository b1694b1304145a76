/**
 * `npm run bench`: this server and yaml-language-server over the same documents, in turn, in one run. Prints a table;
 * judges nothing, for machines differ. `--sizes 10,100` measures fewer
 * templates, `--programs` the CDK programs alone; a run over everything is kept in `results.md`.
 */
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { cpus, loadavg, totalmem } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import type { ServerCommand } from "../tools/server-process.ts";
import { type Measured, measure, type Spread } from "./measure.ts";
import { measureProgram } from "./measure-program.ts";
import { benchProgram, type ProgramLanguage } from "./programs.ts";
import { benchDocument, type Notation, type SizeName, sizes } from "./templates.ts";

const require = createRequire(import.meta.url);
const root = dirname(dirname(import.meta.filename));

const servers: readonly ServerCommand[] = [
  { name: "routewise", command: [process.execPath, join(root, "dist/server.js"), "--stdio"], configuration: {} },
  {
    name: "yaml-language-server",
    command: [
      process.execPath,
      join(dirname(require.resolve("yaml-language-server/package.json")), "bin/yaml-language-server"),
      "--stdio",
    ],
    configuration: {
      yaml: {
        validate: true,
        hover: true,
        completion: true,
        schemaStore: { enable: false },
        customTags: ["!Ref scalar", "!GetAtt scalar", "!Select sequence", "!GetAZs scalar"],
      },
    },
  },
];

const { values } = parseArgs({ options: { sizes: { type: "string" }, programs: { type: "boolean" } } });
const wanted = values.sizes?.split(",");
const names = Object.keys(sizes).filter(
  (name): name is SizeName => !wanted || wanted.includes(name.split(" ")[0] ?? ""),
);

const lines: string[] = [];
function say(line: string): void {
  lines.push(line);
  console.log(line);
}

say(
  `${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, ${today()}.`,
);
say("Milliseconds, median / 95th percentile; memory in MB at the end.");
say(
  `Node alone starts in ${round(await bareStart())} ms; load of the machine before the run: ${loadavg()[0]?.toFixed(1)}.`,
);
say("");
if (!values.programs) await measureTemplates();
await measurePrograms();
if (!wanted && !values.programs) {
  const head =
    "# Results of the last full run\n\nMade by `npm run bench`; only figures of one run can be compared.\n\n";
  writeFileSync(join(import.meta.dirname, "results.md"), `${head}${lines.join("\n")}\n`);
}

async function measureTemplates(): Promise<void> {
  const columns = [
    "resources",
    "start",
    "first diagnostics",
    "hover",
    "completion",
    "definition",
    "symbols",
    "keystroke with completion",
    "burst of 20",
    "edit to diagnostics",
    "memory",
  ];
  say(`| document | server | ${columns.join(" | ")} |`);
  say(`|${" --- |".repeat(columns.length + 2)}`);
  for (const size of names) {
    for (const notation of ["yaml", "json"] satisfies Notation[]) {
      const document = benchDocument(size, notation);
      for (const server of servers) {
        say(
          `| ${size} ${notation} | ${server.name} | ${document.resources} | ${row(await measure(server, document))} |`,
        );
      }
    }
  }
}

/** No other server reads CDK programs without running them. */
async function measurePrograms(): Promise<void> {
  const [routewise] = servers;
  if (!routewise) return;
  say("");
  say("| CDK program | lines | keystroke to diagnostics | hover | read as a whole | growth in memory |");
  say(`|${" --- |".repeat(6)}`);
  for (const language of ["typescript", "python"] satisfies ProgramLanguage[]) {
    const program = benchProgram(language);
    const { keystroke, hover, whole, growthMb } = await measureProgram(routewise, program);
    const figures = [pair(keystroke), pair(hover), pair(whole), round(growthMb)];
    say(`| ${language} | ${program.lines} | ${figures.join(" | ")} |`);
  }
}

/** The median of a few starts of Node with nothing to do: the floor under every start of a server. */
async function bareStart(): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 7; round++) {
    const started = performance.now();
    await new Promise((resolve) => spawn(process.execPath, ["-e", "0"]).once("exit", resolve));
    times.push(performance.now() - started);
  }
  return times.sort((a, b) => a - b)[3] ?? 0;
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

function row(measured: Measured): string {
  return [
    round(measured.start),
    round(measured.firstDiagnostics),
    pair(measured.hover),
    pair(measured.completion),
    pair(measured.definition),
    pair(measured.symbols),
    pair(measured.typing),
    pair(measured.burst),
    pair(measured.keystroke),
    round(measured.memoryMb),
  ].join(" | ");
}

function pair({ p50, p95 }: Spread): string {
  return `${round(p50)} / ${round(p95)}`;
}

function round(value: number): string {
  return value < 10 ? value.toFixed(1) : String(Math.round(value));
}
