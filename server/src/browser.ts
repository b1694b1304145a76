/** The server in a web worker (vscode.dev, github.dev). */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import * as engine from "./engine.ts";
import { serve } from "./server.ts";

/** The part of a worker's own scope that is used here; the server is compiled without the DOM's types. */
declare const self: {
  addEventListener(
    type: "message",
    listener: (event: { readonly data: unknown }) => void,
    options: { readonly once: true },
  ): void;
};

// The client's first message is the address of `dist/`: an editor may start a worker from a blob, whose own address
// tells nothing. Everything after it is the protocol's.
self.addEventListener("message", ({ data: dist }) => serveFrom(String(dist)), { once: true });

function serveFrom(dist: string): void {
  async function fetched(name: string): Promise<Response> {
    const response = await fetch(`${dist}/${name}`);
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    return response;
  }
  serve(
    createConnection(new BrowserMessageReader(globalThis), new BrowserMessageWriter(globalThis)),
    {
      readText: async (name) => (await fetched(name)).text(),
      readBytes: async (name) => new Uint8Array(await (await fetched(name)).arrayBuffer()),
    },
    (use) => use(engine),
  );
}
