#!/usr/bin/env node
/** Entry of the command line: `node dist/cli.js check .`, or `npx routewise check`. */
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "./run.ts";

// A reader that has seen enough (`| head`) is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  process.exit(error.code === "EPIPE" ? 0 : 2);
});

run(process.argv.slice(2), {
  cwd: process.cwd(),
  environment: process.env,
  dist: dirname(fileURLToPath(import.meta.url)),
  version: process.env.ROUTEWISE_VERSION ?? "0.0.0",
  out: { isTerminal: process.stdout.isTTY === true, write: (text) => void process.stdout.write(text) },
  err: { isTerminal: process.stderr.isTTY === true, write: (text) => void process.stderr.write(text) },
  async readInput() {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk);
    return Buffer.concat(chunks).toString("utf8");
  },
}).then(
  (code) => {
    // Not `process.exit`: what a pipe has not taken yet would be lost.
    process.exitCode = code;
  },
  (error) => {
    process.stderr.write(`routewise: ${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 2;
  },
);
