/** The server in a web worker (vscode.dev, github.dev). Its script lies in `dist/browser/`, its data in `dist/`. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { serve } from "./server.ts";

async function fetched(name: string): Promise<Response> {
  const response = await fetch(new URL(`../${name}`, import.meta.url));
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response;
}

serve(createConnection(new BrowserMessageReader(globalThis), new BrowserMessageWriter(globalThis)), {
  readText: async (name) => (await fetched(name)).text(),
  readBytes: async (name) => new Uint8Array(await (await fetched(name)).arrayBuffer()),
});
