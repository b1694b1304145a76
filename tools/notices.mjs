// The licences of what the package carries from others, gathered from the bundles themselves so that none is missed.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./load.mjs";

/** Packages that are carried as files rather than through an import; dist/spec has a notice of its own. */
const carried = ["@vscode/tree-sitter-wasm", "@vscode/codicons"];

/** Writes dist/THIRD-PARTY-NOTICES.txt for every package named in `metafiles` and for the carried ones. */
export function writeNotices(metafiles) {
  const folders = new Set(carried.map((name) => `node_modules/${name}`));
  for (const input of metafiles.flatMap(({ inputs }) => Object.keys(inputs))) {
    const folder = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
    if (folder) folders.add(folder);
  }
  const notices = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
    return `${name} ${version} (${license})\n\n${licenceText(join(root, folder)) ?? `Licensed under ${license}.`}`;
  });
  writeFileSync(
    join(root, "dist/THIRD-PARTY-NOTICES.txt"),
    `Routewise carries code and data of these packages.\n\n${notices.join(`\n\n${"-".repeat(80)}\n\n`)}\n`,
  );
}

/** The package's own licence and notice files, the copyright lines included. */
function licenceText(folder) {
  if (!existsSync(folder)) return undefined;
  const files = readdirSync(folder).filter((name) => /^(licen[cs]e|notice|copying)(-\w+)?(\.(md|txt))?$/i.test(name));
  return files.length > 0
    ? files.map((name) => readFileSync(join(folder, name), "utf8").trim()).join("\n\n")
    : undefined;
}
