/** Runs a program of the user's with everything that it starts, until it ends or somebody wants it to. */
import { spawn } from "node:child_process";

export interface ProgramToRun {
  /** Path or name of the program. */
  readonly program: string;
  /** None that anybody could have typed: on Windows they go through the command line. */
  readonly args: readonly string[];
  /** Path of the folder in which it runs. */
  readonly folder: string;
  readonly environment: NodeJS.ProcessEnv;
  onOutput(text: string): void;
}

export interface RunningProgram {
  /** The exit code; undefined where a signal ended it. Rejects where the program could not be started. */
  readonly ended: Promise<number | undefined>;
  /** Ends it with all that it has started. */
  stop(): void;
}

const isWindows = process.platform === "win32";
/** How long a program may take to end by itself. */
const patienceMilliseconds = 3000;

export function runProgram({ program, args, folder, environment, onOutput }: ProgramToRun): RunningProgram {
  const child = spawn(isWindows ? `"${program}"` : program, args, {
    cwd: folder,
    env: environment,
    stdio: ["ignore", "pipe", "pipe"],
    windowsHide: true,
    // What npm installs on Windows are batch files, which only a shell can start.
    shell: isWindows,
    // The leader of a group, which can be ended as a whole.
    detached: !isWindows,
  });
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", onOutput);
  let force: ReturnType<typeof setTimeout> | undefined;
  const ended = new Promise<number | undefined>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? undefined));
  }).finally(() => clearTimeout(force));
  return {
    ended,
    stop() {
      const { pid } = child;
      if (pid === undefined || child.exitCode !== null || force) return;
      if (isWindows) {
        spawn("taskkill", ["/pid", String(pid), "/T", "/F"], { windowsHide: true, stdio: "ignore" });
        return;
      }
      signal(pid, "SIGTERM");
      force = setTimeout(() => signal(pid, "SIGKILL"), patienceMilliseconds);
    },
  };
}

function signal(group: number, name: NodeJS.Signals): void {
  try {
    process.kill(-group, name);
  } catch {
    // It has ended meanwhile.
  }
}
