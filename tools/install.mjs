// Makes `npm start` and `npm test` work on a fresh clone: installs the dependencies where they are missing or
// differ from the lock. It cannot be a `pre` script, because npm skips those under `ignore-scripts=true`.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const installedLock = join(root, "node_modules", ".package-lock.json");

/** Whether every package of the lock is installed in the locked version; packages for other platforms may be absent. */
function upToDate() {
  if (!existsSync(installedLock)) return false;
  const locked = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  const installed = JSON.parse(readFileSync(installedLock, "utf8")).packages;
  return Object.entries(locked).every(
    ([path, { version, optional }]) => path === "" || (installed[path]?.version ?? (optional && version)) === version,
  );
}

if (!upToDate()) {
  console.log("Installing the dependencies (npm ci) …");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const { status } = spawnSync(npm, ["ci", "--loglevel=error"], {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  process.exitCode = status ?? 1;
}
