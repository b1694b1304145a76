/** The built server over stdio, for the tests of the protocol: one document at a time, places by `$0`. */
import { fileURLToPath } from "node:url";
import { type ServerProcess, startServer } from "../../tools/server-process.ts";
import { parseMarks } from "./marks.ts";

export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface OpenDocument {
  readonly uri: string;
  /** Where `$0` stood, if it did. */
  readonly at: Position;
  readonly text: string;
}

export interface TestServer extends ServerProcess {
  /** Opens marked text under a name such as `a.yaml`. */
  open(name: string, marked: string, languageId?: string): Promise<OpenDocument>;
}

const server = fileURLToPath(new URL("../../dist/server.js", import.meta.url));

/** Starts `node dist/server.js --stdio`; the caller stops it. */
export async function startTestServer(
  options: {
    locale?: string;
    capabilities?: unknown;
    settings?: unknown;
    initializationOptions?: unknown;
    rootUri?: string;
  } = {},
): Promise<TestServer> {
  const process_ = await startServer({
    name: "routewise",
    command: [process.execPath, server, "--stdio"],
    configuration: { routewise: options.settings ?? {} },
    ...options,
  });
  return {
    ...process_,
    async open(name, marked, languageId = name.split(".").at(-1) ?? "yaml") {
      const { text, cursor = 0 } = parseMarks(marked);
      const uri = `file:///test/${name}`;
      await process_.notify("textDocument/didOpen", { textDocument: { uri, languageId, version: 1, text } });
      const before = text.slice(0, cursor);
      const line = before.split("\n").length - 1;
      return { uri, text, at: { line, character: cursor - (before.lastIndexOf("\n") + 1) } };
    },
  };
}
