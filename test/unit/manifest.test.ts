/** The manifest against the code and the texts it promises, in both languages. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (path: string) => readFileSync(join(root, path), "utf8");
const manifestText = read("package.json");
const manifest = JSON.parse(manifestText);
const clientSource = readdirSync(join(root, "client/src"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => read(join("client/src", name)))
  .join("\n");

describe("texts", () => {
  const placeholders = [...manifestText.matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key).sort();

  test.each(["package.nls.json", "package.nls.ja.json"])("%s has every text of the manifest and no other", (file) => {
    expect(Object.keys(JSON.parse(read(file))).sort()).toEqual([...new Set(placeholders)]);
  });

  test("every text of the client has its Japanese", () => {
    const english = [...clientSource.matchAll(/l10n\.t\(\s*"((?:[^"\\]|\\.)*)"/g)].map(([, text]) => text);
    expect(english.length).toBeGreaterThan(0);
    expect(Object.keys(JSON.parse(read("l10n/bundle.l10n.ja.json"))).sort()).toEqual([...new Set(english)].sort());
  });
});

test("commands are declared and registered alike", () => {
  const declared: string[] = manifest.contributes.commands.map(({ command }: { command: string }) => command);
  const registered = [...clientSource.matchAll(/registerCommand\(\s*"([\w.]+)"/g)].map(([, id]) => id);
  expect(registered.sort()).toEqual(declared.sort());
});

test("files that the manifest names are there", () => {
  const icons: string[] = [
    manifest.icon,
    ...manifest.contributes.viewsContainers.activitybar.map(({ icon }: { icon: string }) => icon),
    ...manifest.contributes.views.routewise.map(({ icon }: { icon: string }) => icon),
  ];
  expect(icons.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test.each(["README.md", "README.ja.md"])("%s lists every setting", (file) => {
  const text = read(file);
  const settings = Object.keys(manifest.contributes.configuration.properties);
  expect(settings.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
});
