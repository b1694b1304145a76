/** What is measured of one server with one document, all in milliseconds. */

import { type ServerCommand, type ServerProcess, startServer } from "../tools/server-process.ts";
import type { BenchDocument } from "./templates.ts";

/** Median, 95th percentile, greatest. */
export interface Spread {
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

export interface Measured {
  readonly start: number;
  readonly firstDiagnostics: number;
  readonly hover: Spread;
  readonly completion: Spread;
  /** One character typed, until the diagnostics of that version are there. */
  readonly keystroke: Spread;
  readonly memoryMb: number;
}

const rounds = 40;
const warmUp = 5;

export async function measure(server: ServerCommand, document: BenchDocument): Promise<Measured> {
  const process = await startServer(server);
  try {
    const uri = `file:///bench/network.${document.notation}`;
    const opened = performance.now();
    await process.diagnosticsAfter(uri, () =>
      process.notify("textDocument/didOpen", {
        textDocument: { uri, languageId: document.notation, version: 1, text: document.text },
      }),
    );
    const firstDiagnostics = performance.now() - opened;
    const places = document.subnets.map((id) => placeIn(document.text, id));
    const ask = (method: string, pick: "type" | "cidr") => (round: number) =>
      process.request(method, {
        textDocument: { uri },
        position: places[round % places.length]?.[pick],
      });
    return {
      start: process.startMs,
      firstDiagnostics,
      hover: await repeat(ask("textDocument/hover", "type")),
      completion: await repeat(ask("textDocument/completion", "cidr")),
      keystroke: await keystrokes(process, uri, document),
      memoryMb: process.memoryMb(),
    };
  } finally {
    await process.stop();
  }
}

interface Position {
  readonly line: number;
  readonly character: number;
}

/** Two places in a subnet: inside its type's name, and inside its CIDR block. */
function placeIn(text: string, id: string): { readonly type: Position; readonly cidr: Position } {
  const start = text.search(new RegExp(`^ *"?${id}"?:`, "m"));
  const inside = (needle: string, by: number): Position => positionAt(text, text.indexOf(needle, start) + by);
  return { type: inside("AWS::EC2::Subnet", 12), cidr: inside("10.0.", 5) };
}

function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  return { line: before.split("\n").length - 1, character: offset - (before.lastIndexOf("\n") + 1) };
}

async function repeat(work: (round: number) => Promise<unknown>): Promise<Spread> {
  const times: number[] = [];
  for (let round = 0; round < rounds + warmUp; round++) {
    const started = performance.now();
    await work(round);
    if (round >= warmUp) times.push(performance.now() - started);
  }
  return spread(times);
}

/** Types a digit into the CIDR block of a subnet in the middle, and takes it out again, in turn. */
async function keystrokes(process: ServerProcess, uri: string, document: BenchDocument): Promise<Spread> {
  const middle = document.subnets[Math.floor(document.subnets.length / 2)] ?? "";
  const { cidr } = placeIn(document.text, middle);
  const after = { line: cidr.line, character: cidr.character + 1 };
  let version = 1;
  const type = async (typing: boolean): Promise<void> => {
    version += 1;
    const range = typing ? { start: cidr, end: cidr } : { start: cidr, end: after };
    const contentChanges = [{ range, text: typing ? "1" : "" }];
    await process.diagnosticsAfter(uri, () =>
      process.notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges }),
    );
  };
  return repeat((round) => type(round % 2 === 0));
}

function spread(times: readonly number[]): Spread {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), max: sorted.at(-1) ?? 0 };
}
