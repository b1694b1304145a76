/**
 * `npm run bench`: this server and yaml-language-server over the same documents, in turn, in one run. Prints a table;
 * judges nothing, for machines differ. `--sizes 10,100` measures fewer.
 */
import { createRequire } from "node:module";
import { cpus, totalmem } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import type { ServerCommand } from "../tools/server-process.ts";
import { type Measured, measure, type Spread } from "./measure.ts";
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

const { values } = parseArgs({ options: { sizes: { type: "string" } } });
const wanted = values.sizes?.split(",");
const names = Object.keys(sizes).filter(
  (name): name is SizeName => !wanted || wanted.includes(name.split(" ")[0] ?? ""),
);

console.log(`${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`);
console.log("Milliseconds, median / 95th percentile; memory in MB at the end.\n");
const columns = [
  "resources",
  "start",
  "first diagnostics",
  "hover",
  "completion",
  "keystroke to diagnostics",
  "memory",
];
console.log(`| document | server | ${columns.join(" | ")} |\n|${" --- |".repeat(columns.length + 2)}`);
for (const size of names) {
  for (const notation of ["yaml", "json"] satisfies Notation[]) {
    const document = benchDocument(size, notation);
    for (const server of servers) {
      console.log(
        `| ${size} ${notation} | ${server.name} | ${document.resources} | ${row(await measure(server, document))} |`,
      );
    }
  }
}

function row(measured: Measured): string {
  return [
    round(measured.start),
    round(measured.firstDiagnostics),
    pair(measured.hover),
    pair(measured.completion),
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
