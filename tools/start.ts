/**
 * `npm start`: the extension in a VS Code with the examples open.
 *
 * Where `code` is on the PATH, that is a window of it with the extension in development. Elsewhere the VS Code host is
 * started with the package installed, its address is printed, and a browser is opened if there is one.
 * `--no-open` only prints the address; both keep serving until Ctrl-C. Further: `--port N`, `--lang en|ja` (language of
 * what the extension says), `--theme dark|light|hc|hc-light`, `--folder PATH` (another folder than the examples),
 * `--no-build` (take the package as it is).
 */
import { spawn, spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { startHost } from "./host/launch.ts";
import { isTheme, themes } from "./host/workbench.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const { values } = parseArgs({
  options: {
    "no-build": { type: "boolean" },
    "no-open": { type: "boolean" },
    port: { type: "string" },
    lang: { type: "string" },
    theme: { type: "string" },
    folder: { type: "string", default: join(root, "examples") },
  },
});
if (values.theme !== undefined && !isTheme(values.theme)) {
  throw new Error(`--theme is one of ${Object.keys(themes).join(", ")}`);
}
const folder = resolve(values.folder);

if (!values["no-build"]) run("npm", ["run", "-s", "package"]);
if (!values["no-open"] && values.port === undefined && onPath("code")) {
  run("code", ["--new-window", `--extensionDevelopmentPath=${root}`, folder]);
} else {
  const host = await startHost({
    vsix: join(root, "dist/routewise.vsix"),
    ...(values.port === undefined ? {} : { port: Number(values.port) }),
    settings: {
      ...(values.lang === undefined ? {} : { "routewise.language": values.lang }),
      ...(values.theme === undefined ? {} : { "workbench.colorTheme": themes[values.theme] }),
    },
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => process.exit(0));
  console.log(`\nRoutewise is at ${host.url(folder)}\nCtrl-C ends it.`);
  if (!values["no-open"]) openBrowser(host.url(folder));
}

function run(command: string, args: string[]): void {
  const { status } = spawnSync(command, args, { cwd: root, stdio: "inherit", shell: process.platform === "win32" });
  if (status !== 0) process.exit(status ?? 1);
}

function onPath(command: string): boolean {
  const lookup = process.platform === "win32" ? "where" : "which";
  return spawnSync(lookup, [command], { stdio: "ignore" }).status === 0;
}

/** Opens the address in the user's browser; without a display, or without a browser, the printed address has to do. */
function openBrowser(url: string): void {
  if (process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return;
  const candidates = { darwin: ["open"], win32: ["explorer"] }[String(process.platform)] ?? [
    "xdg-open",
    "chromium",
    "google-chrome",
  ];
  const command = candidates.find(onPath);
  if (command) spawn(command, [url], { stdio: "ignore", detached: true }).unref();
}
