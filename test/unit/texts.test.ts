/** Every text that a user can read is there in both languages, and says the same with the same blanks. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (path: string) => readFileSync(join(root, path), "utf8");
const texts = (path: string): Readonly<Record<string, string>> => JSON.parse(read(path));
const sources = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => ({ path: join(folder, name), text: read(join(folder, name)) }));

const japaneseLetters = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
/** `{0}`, `{name}`: each once, since one language may repeat where the other has a pronoun. */
const blanks = (text: string) => [...new Set([...text.matchAll(/\{\w+\}/g)].map(([blank]) => blank))].sort();
const links = (text: string) => [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, target]) => target).sort();
/** Other settings and code that a text names. */
const code = (text: string) => [...new Set([...text.matchAll(/`([^`]+)`/g)].map(([, name]) => name))].sort();

describe("the client's translations", () => {
  const client = sources("client/src");
  const bundle = texts("l10n/bundle.l10n.ja.json");

  test("texts are literals where they are translated, so that none escapes the comparison with the bundle", () => {
    const computed = client.flatMap(({ path, text }) =>
      [...text.matchAll(/l10n\.t\(\s*([^"\s].{0,40})/g)].map(([, start]) => `${path}: ${start}`),
    );
    expect(computed).toEqual([]);
  });

  test("no text goes to the user past the translations", () => {
    const shown =
      /(?:show(?:Information|Warning|Error)Message|setStatusBarMessage|createWebviewPanel)\(\s*(?:viewType,\s*)?["`]/g;
    const named = /\b(?:placeHolder|placeholder|prompt|tooltip|openLabel|saveLabel|title|detail)(?: =|:) "([^"]*)"/g;
    const untranslated = client.flatMap(({ path, text }) => [
      ...[...text.matchAll(shown)].map(([call]) => `${path}: ${call}`),
      // Without a lower-case word it is a name, or nothing.
      ...[...text.matchAll(named)].flatMap(([found, value]) =>
        /\b[a-z]{2,}/.test(value ?? "") ? [`${path}: ${found}`] : [],
      ),
    ]);
    expect(untranslated).toEqual([]);
  });

  test.each(Object.entries(bundle))("%s", (english, japanese) => {
    expect(japanese).toMatch(japaneseLetters);
    expect(blanks(japanese)).toEqual(blanks(english));
  });
});

describe("the manifest's translations", () => {
  const english = texts("package.nls.json");
  const japanese = texts("package.nls.ja.json");
  const keys = Object.keys(english);

  test("no text of the manifest is written out in it", () => {
    const literal: string[] = [];
    const shown = new Set(["title", "description", "markdownDescription", "deprecationMessage", "contents"]);
    const listed = new Set(["enumDescriptions", "markdownEnumDescriptions", "enumItemLabels"]);
    const check = (path: string, text: unknown) => {
      if (typeof text === "string" && !/^%[\w.-]+%$/.test(text)) literal.push(`${path}: ${text}`);
    };
    const visit = (value: unknown, path: string): void => {
      if (typeof value !== "object" || value === null) return;
      for (const [key, child] of Object.entries(value)) {
        const place = `${path}.${key}`;
        if (shown.has(key)) check(place, child);
        if (listed.has(key) && Array.isArray(child)) for (const text of child) check(place, text);
        visit(child, place);
      }
    };
    visit(JSON.parse(read("package.json")).contributes, "contributes");
    // Each language is offered by its own name.
    const names = ["Routewise", "English", "日本語"];
    expect(literal.filter((text) => !names.some((name) => text.endsWith(`: ${name}`)))).toEqual([]);
  });

  test.each(keys)("%s", (key) => {
    const [en, ja] = [english[key] ?? "", japanese[key] ?? ""];
    expect(en).not.toMatch(japaneseLetters);
    // Names of services are the same in both.
    if (ja !== en || / [a-z]/.test(en)) expect(ja).toMatch(japaneseLetters);
    expect(links(ja)).toEqual(links(en));
    expect(code(ja)).toEqual(code(en));
  });
});

describe("texts that stand in the code in both languages", () => {
  const pair = /\ben: ("(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`),\s*ja: ("(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`)/g;
  const pairs = ["server/src", "client/webview", "cli"].flatMap((folder) =>
    sources(folder).flatMap(({ path, text }) =>
      [...text.matchAll(pair)].map(([, en = "", ja = ""]) => ({ path, en, ja })),
    ),
  );

  test("there are some", () => {
    expect(pairs.length).toBeGreaterThan(100);
  });

  test("a sentence of one language does not stand in for the other", () => {
    const wrong = pairs.filter(
      ({ en, ja }) =>
        japaneseLetters.test(en.replace(/\$\{[^}]*\}/g, "")) ||
        // Names, numbers and units are the same in both.
        (en === ja && /[a-z]{3,} [a-z]{3,}/.test(en.replace(/\$\{[^}]*\}/g, ""))),
    );
    expect(wrong).toEqual([]);
  });

  test("numbered and named blanks of messages are filled in both", () => {
    const plain = pairs.filter(({ en, ja }) => en.startsWith('"') && ja.startsWith('"'));
    const unlike = plain.filter(({ en, ja }) => blanks(en).join() !== blanks(ja).join());
    expect(unlike).toEqual([]);
  });
});
