/** One VS Code host with the package installed serves all tests of the workbench; each opens a workspace of its own. */
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import { type Host, startHost } from "../../../tools/host/launch.ts";

declare module "vitest" {
  interface ProvidedContext {
    port: number;
  }
}

let host: Host | undefined;

export async function setup(project: TestProject): Promise<void> {
  host = await startHost({
    vsix: fileURLToPath(new URL("../../../dist/routewise.vsix", import.meta.url)),
    settings: { "editor.minimap.enabled": false },
  });
  project.provide("port", host.port);
}

export function teardown(): void {
  host?.stop();
}
