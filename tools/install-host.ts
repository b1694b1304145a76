/** `node tools/run.mjs tools/install-host.ts` puts the VS Code host in place ahead of its first use. */
import { installHost } from "./host/install.ts";

console.log(installHost());
