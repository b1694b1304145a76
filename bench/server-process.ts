/** A language server as a process of its own, spoken to as an editor does. */
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-jsonrpc/node";

export interface ServerCommand {
  readonly name: string;
  readonly command: readonly string[];
  /** Answers to workspace/configuration, by section. */
  readonly configuration: Readonly<Record<string, unknown>>;
}

export interface ServerProcess {
  /** From the process's start to the answer of `initialize`. */
  readonly startMs: number;
  request<T>(method: string, params: unknown): Promise<T>;
  notify(method: string, params: unknown): Promise<void>;
  /** Sends a change and resolves when the document's next diagnostics are there: pulled where the server offers it, else pushed. */
  diagnosticsAfter(uri: string, change: () => Promise<void>): Promise<void>;
  /** Resident memory in MB. */
  memoryMb(): number;
  stop(): Promise<void>;
}

interface Capabilities {
  readonly capabilities: { readonly diagnosticProvider?: unknown };
}

const clientCapabilities = {
  general: { positionEncodings: ["utf-16"] },
  workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
  textDocument: {
    synchronization: {},
    hover: { contentFormat: ["markdown"] },
    completion: { completionItem: { snippetSupport: true, documentationFormat: ["markdown"] } },
    publishDiagnostics: { relatedInformation: true, versionSupport: true },
    diagnostic: {},
  },
};

export async function startServer(server: ServerCommand): Promise<ServerProcess> {
  const started = performance.now();
  const [program = "node", ...rest] = server.command;
  const child = spawn(program, rest, { stdio: ["pipe", "pipe", "ignore"] });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const waiting = new Map<string, () => void>();
  connection.onNotification("textDocument/publishDiagnostics", ({ uri }: { uri: string }) => {
    waiting.get(decodeURIComponent(uri))?.();
    waiting.delete(decodeURIComponent(uri));
  });
  connection.onRequest("workspace/configuration", ({ items }: { items: { section?: string }[] }) =>
    items.map(({ section }) => server.configuration[section ?? ""] ?? null),
  );
  connection.onRequest(() => null);
  connection.onNotification(() => {});
  connection.listen();
  const { capabilities } = await connection.sendRequest<Capabilities>("initialize", {
    processId: process.pid,
    rootUri: null,
    capabilities: clientCapabilities,
  });
  const startMs = performance.now() - started;
  await connection.sendNotification("initialized", {});
  const pulls = capabilities.diagnosticProvider !== undefined;
  return {
    startMs,
    request: (method, params) => connection.sendRequest(method, params),
    notify: (method, params) => connection.sendNotification(method, params),
    async diagnosticsAfter(uri, change) {
      if (pulls) {
        await change();
        await connection.sendRequest("textDocument/diagnostic", { textDocument: { uri } });
        return;
      }
      const pushed = new Promise<void>((resolve) => waiting.set(uri, resolve));
      await change();
      await pushed;
    },
    memoryMb: () => residentMb(child),
    stop: () => stop(connection, child),
  };
}

function residentMb({ pid }: ChildProcess): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}

async function stop(connection: MessageConnection, child: ChildProcess): Promise<void> {
  const exited = new Promise((resolve) => child.once("exit", resolve));
  await connection.sendRequest("shutdown").catch(() => undefined);
  await connection.sendNotification("exit").catch(() => undefined);
  connection.dispose();
  child.kill();
  await exited;
}
