/**
 * `npm run package:cli`: dist/routewise-<version>.tgz, the command line as an npm package without dependencies. What it
 * carries is listed here; it is run once from where it was staged, so that nothing it needs can be missing.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const staging = join(root, "dist/package-cli");
const sizeLimit = 4 * 1024 * 1024;

const carried = [
  "LICENSE",
  "README.ja.md",
  "README.md",
  "dist/THIRD-PARTY-NOTICES.txt",
  "dist/cdk.json",
  "dist/cli.js",
  "dist/knowledge.json",
  "dist/package.json",
  "dist/snippets.json",
  "dist/spec/THIRD-PARTY-NOTICES-spec.txt",
  "dist/spec/spec.json",
  "dist/wasm",
  "docs/command-line.md",
];

rmSync(staging, { recursive: true, force: true });
for (const path of carried) {
  mkdirSync(dirname(join(staging, path)), { recursive: true });
  cpSync(join(root, path), join(staging, path), { recursive: true });
}
const { name, version, license, repository, homepage, bugs, keywords, bin, engines } = JSON.parse(
  readFileSync(join(root, "package.json"), "utf8"),
);
const manifest = {
  name,
  version,
  description: "Checks the AWS networks that CloudFormation templates and CDK programs describe.",
  license,
  repository,
  homepage,
  bugs,
  keywords,
  bin,
  engines: { node: engines.node },
};
writeFileSync(join(staging, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);

run(process.execPath, [join(staging, bin.routewise), "check", join(root, "examples"), "--fail-on", "never", "--quiet"]);
// Through the shell on Windows, where npm is a script.
run("npm", ["pack", staging, "--pack-destination", join(root, "dist"), "--silent"], process.platform === "win32");

const tarball = join(root, `dist/${name}-${version}.tgz`);
const { size } = statSync(tarball);
console.log(`package: ${(size / 1024 / 1024).toFixed(2)} MB, ${relative(root, tarball)}`);
if (size > sizeLimit) throw new Error("The package is larger than 4 MB.");

function run(command: string, args: readonly string[], shell = false): void {
  const { status } = spawnSync(command, args, { stdio: ["ignore", "ignore", "inherit"], shell });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${status}.`);
}
