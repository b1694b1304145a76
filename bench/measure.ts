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
  readonly definition: Spread;
  readonly symbols: Spread;
  /** One character typed, until the completion of that version is there. */
  readonly typing: Spread;
  /** 20 characters typed without waiting, until a hover behind them is answered. */
  readonly burst: Spread;
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
    const ask = (method: string, pick: keyof Places) => (round: number) =>
      process.request(method, {
        textDocument: { uri },
        position: places[round % places.length]?.[pick],
      });
    const typist = createTypist(process, uri, document);
    return {
      start: process.startMs,
      firstDiagnostics,
      hover: await repeat(ask("textDocument/hover", "type")),
      completion: await repeat(ask("textDocument/completion", "cidr")),
      definition: await repeat(ask("textDocument/definition", "reference")),
      symbols: await repeat(() => process.request("textDocument/documentSymbol", { textDocument: { uri } })),
      typing: await repeat((round) => typist.completes(round % 2 === 0)),
      burst: await repeat(() => typist.bursts(), 8),
      keystroke: await repeat((round) => typist.checks(round % 2 === 0)),
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

interface Places {
  /** Inside the name of its type. */
  readonly type: Position;
  /** Inside its CIDR block. */
  readonly cidr: Position;
  /** Inside the name of the VPC that it refers to. */
  readonly reference: Position;
}

/** Places in a subnet. */
function placeIn(text: string, id: string): Places {
  const start = text.search(new RegExp(`^ *"?${id}"?:`, "m"));
  const inside = (needle: string, by: number): Position => positionAt(text, text.indexOf(needle, start) + by);
  const reference = /(?:!Ref|"Ref":) "?Vpc/.exec(text.slice(start));
  const name = start + (reference?.index ?? 0) + (reference?.[0].length ?? 0) - 1;
  return { type: inside("AWS::EC2::Subnet", 12), cidr: inside("10.0.", 5), reference: positionAt(text, name) };
}

export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  return { line: before.split("\n").length - 1, character: offset - (before.lastIndexOf("\n") + 1) };
}

export async function repeat(work: (round: number) => Promise<unknown>, count = rounds): Promise<Spread> {
  const times: number[] = [];
  for (let round = 0; round < count + warmUp; round++) {
    const started = performance.now();
    await work(round);
    if (round >= warmUp) times.push(performance.now() - started);
  }
  return spread(times);
}

interface Typist {
  /** Types a digit into the CIDR block of a subnet in the middle, or takes it out again, and asks for completions. */
  completes(typing: boolean): Promise<void>;
  /** The same, and asks for diagnostics. */
  checks(typing: boolean): Promise<void>;
  /** Types 20 characters into the description, each a change of its own, asks for a hover, and takes them out again. */
  bursts(): Promise<void>;
}

/** Puts a text in the place of as many characters of a line, in an open document. */
export type Change = (start: Position, length: number, text: string) => Promise<void>;

/** The changes of a document that was opened in its first version. */
export function createChanges(process: ServerProcess, uri: string): Change {
  let version = 1;
  return (start, length, text) => {
    version += 1;
    const end = { line: start.line, character: start.character + length };
    return process.notify("textDocument/didChange", {
      textDocument: { uri, version },
      contentChanges: [{ range: { start, end }, text }],
    });
  };
}

function createTypist(process: ServerProcess, uri: string, document: BenchDocument): Typist {
  const middle = document.subnets[Math.floor(document.subnets.length / 2)] ?? "";
  const { cidr, type } = placeIn(document.text, middle);
  const change = createChanges(process, uri);
  const digit = (typing: boolean) => change(cidr, typing ? 0 : 1, typing ? "1" : "");

  return {
    async completes(typing) {
      await digit(typing);
      await process.request("textDocument/completion", { textDocument: { uri }, position: cidr });
    },
    async checks(typing) {
      await process.diagnosticsAfter(uri, () => digit(typing));
    },
    async bursts() {
      const at = positionAt(document.text, document.text.indexOf("A network to measure with"));
      for (let character = 0; character < 20; character++) await change(at, 0, "x");
      await process.request("textDocument/hover", { textDocument: { uri }, position: type });
      await change(at, 20, "");
    },
  };
}

function spread(times: readonly number[]): Spread {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), max: sorted.at(-1) ?? 0 };
}
