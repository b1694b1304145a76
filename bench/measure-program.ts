/** What is measured of this server with one CDK program, all in milliseconds. */
import { type ServerCommand, startServer } from "../tools/server-process.ts";
import { createChanges, positionAt, repeat, type Spread } from "./measure.ts";
import type { BenchProgram } from "./programs.ts";

export interface MeasuredProgram {
  /** The whole program read anew, once the server is warm: closed, opened, diagnostics. */
  readonly whole: Spread;
  /** One character typed, until the diagnostics of that version are there. */
  readonly keystroke: Spread;
  readonly hover: Spread;
  /** What the process grew by, from before the program was opened. */
  readonly growthMb: number;
}

export async function measureProgram(server: ServerCommand, program: BenchProgram): Promise<MeasuredProgram> {
  const process = await startServer(server);
  try {
    // Loads the engine, so that only what programs need is counted.
    const other = "file:///bench/small.yaml";
    await process.diagnosticsAfter(other, () => open(other, "yaml", "Resources:\n  Vpc:\n    Type: AWS::EC2::VPC\n"));
    const before = process.memoryMb();

    const uri = `file:///bench/stacks.${program.language === "python" ? "py" : "ts"}`;
    const openProgram = () => process.diagnosticsAfter(uri, () => open(uri, program.language, program.text));
    await openProgram();

    const middle = Math.floor(program.text.length / 2);
    const block = positionAt(program.text, program.text.indexOf("0.0/16", middle));
    const construct = positionAt(program.text, program.text.indexOf("ec2.Vpc(", middle) + 5);
    const change = createChanges(process, uri);
    const keystroke = await repeat((round) =>
      process.diagnosticsAfter(uri, () => (round % 2 === 0 ? change(block, 0, "1") : change(block, 1, ""))),
    );
    const hover = await repeat(() =>
      process.request("textDocument/hover", { textDocument: { uri }, position: construct }),
    );
    const whole = await repeat(async () => {
      await process.notify("textDocument/didClose", { textDocument: { uri } });
      await openProgram();
    });
    return { whole, keystroke, hover, growthMb: process.memoryMb() - before };
  } finally {
    await process.stop();
  }

  function open(uri: string, languageId: string, text: string): Promise<void> {
    return process.notify("textDocument/didOpen", { textDocument: { uri, languageId, version: 1, text } });
  }
}
