/** Serves a folder over HTTP to any origin, as an extension gallery's CDN does. */
import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const types: Readonly<Record<string, string>> = {
  ".js": "text/javascript",
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".css": "text/css",
};

export interface ServedFolder {
  readonly url: string;
  /** Paths that were asked for and found. */
  readonly served: ReadonlySet<string>;
  close(): void;
}

export function serveFolder(folder: string): Promise<ServedFolder> {
  const served = new Set<string>();
  const server = createServer((request, response) => {
    const pathname = normalize(decodeURIComponent((request.url ?? "/").replace(/\?.*/, "")));
    const file = join(folder, pathname);
    const found = statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
    response.writeHead(found ? 200 : 404, {
      "Access-Control-Allow-Origin": "*",
      "Content-Type": types[extname(file)] ?? "application/octet-stream",
    });
    if (!found) return response.end();
    served.add(pathname);
    createReadStream(file).pipe(response);
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      if (!address || typeof address === "string") return reject(new Error("The server has no address."));
      resolve({ served, url: `http://127.0.0.1:${address.port}`, close: () => server.close() });
    });
  });
}
