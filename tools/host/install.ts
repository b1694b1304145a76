/**
 * Installs a real VS Code into `.host/` from the npm registry, once: the workbench, server and extension host that the
 * package `code-server` carries. No compiler, no install scripts, no other download.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const recipe = fileURLToPath(new URL(".", import.meta.url));
const root = join(recipe, "../..");
const host = join(root, ".host");
const vscode = "node_modules/code-server/lib/vscode";
const npmFlags = [
  "--ignore-scripts",
  "--no-audit",
  "--no-fund",
  "--loglevel=error",
  "--no-update-notifier",
  "--omit-lockfile-registry-resolved",
];

/** Makes sure that the host is there and current, and returns the script that Node runs to start it. */
export function installHost(): string {
  const entry = join(host, vscode, "out/server-main.js");
  const stamp = join(host, "recipe");
  const wanted = recipeHash();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return entry;

  console.log("Installing the VS Code host into .host (about 350 MB, once) …");
  // Built aside and moved at the end, so that an interrupted or a second installation leaves nothing half done.
  mkdirSync(join(root, "node_modules/.cache"), { recursive: true });
  const staging = mkdtempSync(join(root, "node_modules/.cache/host-"));
  for (const name of ["package.json", "package-lock.json"]) copyFileSync(join(recipe, name), join(staging, name));
  npm(staging, "ci", "--omit=dev");
  // The runtime packages of VS Code itself; npm ci refuses the shrinkwrap that pins them, npm install takes it.
  npm(join(staging, vscode), "install", "--omit=dev");
  replaceNativeParts(staging);
  writeFileSync(join(staging, "recipe"), wanted);
  rmSync(host, { recursive: true, force: true });
  renameSync(staging, host);
  return entry;
}

function recipeHash(): string {
  const hash = createHash("sha256");
  for (const name of ["package.json", "package-lock.json", "spdlog.cjs", "install.ts"]) {
    hash.update(readFileSync(join(recipe, name)));
  }
  return hash.digest("hex");
}

function npm(cwd: string, command: string, ...flags: string[]): void {
  const windows = process.platform === "win32";
  const { status } = spawnSync("npm", [command, ...npmFlags, ...flags], { cwd, stdio: "inherit", shell: windows });
  if (status !== 0) throw new Error(`npm ${command} failed in ${cwd}`);
}

/** Native addons would need a compiler or a download; these are the ones that matter, and each has a plain stand-in. */
function replaceNativeParts(staging: string): void {
  const modules = join(staging, vscode, "node_modules/@vscode");
  copyFileSync(join(recipe, "spdlog.cjs"), join(modules, "spdlog/index.js"));
  for (const watchdog of [join(modules, "native-watchdog"), join(modules, "../native-watchdog")].filter(existsSync)) {
    writeFileSync(join(watchdog, "index.js"), "exports.start = () => {};\n");
  }
  const name = process.platform === "win32" ? "rg.exe" : "rg";
  const ripgrep = join(
    staging,
    "node_modules/@vscode/ripgrep-universal/bin",
    `${process.platform}-${process.arch}`,
    name,
  );
  if (existsSync(ripgrep)) {
    mkdirSync(join(modules, "ripgrep/bin"), { recursive: true });
    cpSync(ripgrep, join(modules, "ripgrep/bin", name));
    chmodSync(join(modules, "ripgrep/bin", name), 0o755);
  }
}
