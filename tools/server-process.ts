/** A language server as a process of its own, spoken to as an editor does: for tests, the bench and runs over many files. */
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
  readonly locale?: string | undefined;
  readonly initializationOptions?: unknown;
  /** The workspace's only folder; without it there is none. */
  readonly rootUri?: string | undefined;
  /** What the client announces; without it, what the bench measures with. */
  readonly capabilities?: unknown;
}

export interface ServerProcess {
  /** From the process's start to the answer of `initialize`. */
  readonly startMs: number;
  request<T>(method: string, params: unknown): Promise<T>;
  notify(method: string, params: unknown): Promise<void>;
  /** Sends a change and resolves when the document's next diagnostics are there: pulled where the server offers it, else pushed. */
  diagnosticsAfter(uri: string, change: () => Promise<void>): Promise<void>;
  /** The next diagnostics that the server pushes, for whatever document. Call it before what causes them. */
  nextPush(): Promise<PushedDiagnostics>;
  /** Resolves when the server next asks the client for it, such as a refresh. Call it before what causes that. */
  nextRequest(method: string): Promise<void>;
  /** What the server offers. */
  readonly capabilities: Readonly<Record<string, unknown>>;
  /** What the server wrote into the editor's log so far, errors only. */
  readonly errors: readonly string[];
  /** Resident memory in MB. */
  memoryMb(): number;
  stop(): Promise<void>;
}

export interface PushedDiagnostics {
  readonly uri: string;
  readonly diagnostics: readonly { readonly code: string; readonly message: string }[];
}

interface Initialized {
  readonly capabilities: Readonly<Record<string, unknown>>;
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
  let onPush: (pushed: PushedDiagnostics) => void = () => {};
  connection.onNotification("textDocument/publishDiagnostics", (pushed: PushedDiagnostics) => {
    const { uri } = pushed;
    onPush(pushed);
    waiting.get(decodeURIComponent(uri))?.();
    waiting.delete(decodeURIComponent(uri));
  });
  connection.onRequest("workspace/configuration", ({ items }: { items: { section?: string }[] }) =>
    items.map(({ section }) => server.configuration[section ?? ""] ?? null),
  );
  const errors: string[] = [];
  connection.onNotification("window/logMessage", ({ type, message }: { type: number; message: string }) => {
    if (type === 1) errors.push(message);
  });
  const asked = new Map<string, () => void>();
  connection.onRequest((method) => {
    asked.get(method)?.();
    asked.delete(method);
    return null;
  });
  connection.onNotification(() => {});
  connection.listen();
  const { capabilities } = await connection.sendRequest<Initialized>("initialize", {
    processId: process.pid,
    rootUri: server.rootUri ?? null,
    capabilities: server.capabilities ?? clientCapabilities,
    ...(server.locale !== undefined && { locale: server.locale }),
    initializationOptions: server.initializationOptions,
  });
  const startMs = performance.now() - started;
  await connection.sendNotification("initialized", {});
  const pulls = "diagnosticProvider" in capabilities;
  return {
    startMs,
    nextPush: () =>
      new Promise((resolve) => {
        onPush = resolve;
      }),
    nextRequest: (method) => new Promise((resolve) => asked.set(method, resolve)),
    capabilities,
    errors,
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
