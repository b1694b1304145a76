/** The linters that are compared, each as its user runs it: a command over files, its findings read off its output. */
import { type ChildProcess, fork, spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

export type Level = "error" | "warning" | "info";

export interface PeerFinding {
  readonly file: string;
  readonly rule: string;
  readonly level: Level;
}

export interface Run {
  readonly findings: readonly PeerFinding[];
  readonly milliseconds: number;
  /** Files that gave no answer: an error, or longer than the time allowed. */
  readonly failed: readonly string[];
}

export interface Tool {
  readonly name: string;
  /** Why it can't run here; undefined where it can. */
  missing(): string | undefined;
  run(files: readonly string[]): Promise<Run>;
}

const commandLine = join(dirname(dirname(import.meta.dirname)), "dist/cli.js");
/** A validator that takes longer for one template is stopped; linters in editors are. */
const patienceMs = 15_000;

export const routewise: Tool = {
  name: "routewise",
  missing: () => (existsSync(commandLine) ? undefined : "it is not built"),
  async run(files) {
    const started = performance.now();
    const { stdout } = await output(process.execPath, [
      commandLine,
      ...["check", "--format", "json", "--fail-on", "never", ...files],
    ]);
    return { findings: readRoutewise(JSON.parse(stdout)), milliseconds: performance.now() - started, failed: [] };
  },
};

export const cfnLint: Tool = {
  name: "cfn-lint",
  missing() {
    const { status } = spawnSync("cfn-lint", ["--version"], { stdio: "ignore" });
    return status === 0 ? undefined : "cfn-lint is not on the PATH of this machine";
  },
  async run(files) {
    const started = performance.now();
    const { stdout } = await output("cfn-lint", ["--format", "json", "--regions", "us-east-1", "--", ...files]);
    return { findings: readCfnLint(JSON.parse(stdout || "[]")), milliseconds: performance.now() - started, failed: [] };
  },
};

export const cloudformationValidate: Tool = {
  name: "cloudformation-validate",
  missing: () => undefined,
  async run(files) {
    const started = performance.now();
    const findings: PeerFinding[] = [];
    const failed: string[] = [];
    let worker: ChildProcess | undefined;
    for (const file of files) {
      worker ??= fork(join(import.meta.dirname, "validate-worker.mjs"));
      const answer = await ask(worker, file);
      if (answer) {
        findings.push(...answer);
      } else {
        failed.push(file);
        worker.kill("SIGKILL");
        worker = undefined;
      }
    }
    worker?.kill();
    return { findings, milliseconds: performance.now() - started, failed };
  },
};

/** The worker's findings for a file; undefined where it fails or takes too long. */
function ask(worker: ChildProcess, file: string): Promise<readonly PeerFinding[] | undefined> {
  return new Promise((resolve) => {
    const finish = (answer: readonly PeerFinding[] | undefined) => {
      clearTimeout(timer);
      worker.removeAllListeners();
      resolve(answer);
    };
    const timer = setTimeout(() => finish(undefined), patienceMs);
    worker.once("exit", () => finish(undefined));
    worker.once("message", (message) => finish(readValidate(file, message)));
    worker.send(file);
  });
}

function output(command: string, args: readonly string[]): Promise<{ readonly stdout: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "inherit"] });
    const parts: Buffer[] = [];
    child.stdout.on("data", (part: Buffer) => parts.push(part));
    child.on("error", reject);
    child.on("close", () => resolve({ stdout: Buffer.concat(parts).toString("utf8") }));
  });
}

interface RoutewiseReport {
  readonly files: readonly {
    readonly path: string;
    readonly findings: readonly { readonly rule: string; readonly severity: string }[];
  }[];
}

function readRoutewise({ files }: RoutewiseReport): readonly PeerFinding[] {
  return files.flatMap(({ path, findings }) =>
    findings.map(({ rule, severity }) => ({ file: path, rule, level: levelOf(severity) })),
  );
}

function readCfnLint(
  matches: readonly { readonly Filename: string; readonly Level: string; readonly Rule: { readonly Id: string } }[],
): readonly PeerFinding[] {
  return matches.map(({ Filename, Level, Rule }) => ({ file: Filename, rule: Rule.Id, level: levelOf(Level) }));
}

function readValidate(file: string, message: unknown): readonly PeerFinding[] | undefined {
  if (!Array.isArray(message)) return undefined;
  return message.map(({ rule, severity }: { readonly rule: string; readonly severity: string }) => ({
    file,
    rule,
    level: levelOf(severity),
  }));
}

function levelOf(word: string): Level {
  if (/^(error|fatal)$/i.test(word)) return "error";
  return /^warn/i.test(word) ? "warning" : "info";
}
