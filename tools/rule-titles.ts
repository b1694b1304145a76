import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Language } from "../server/src/base/localized.ts";
import type { TitleOf } from "./config-schema.ts";

const pages = fileURLToPath(new URL("../knowledge/rules", import.meta.url));

/** A rule's title as the first heading of its page has it, in Markdown. Throws where there is no such page. */
export function ruleTitle(id: string, language: Language): string {
  const [, title] = /^# (.+)$/m.exec(readFileSync(join(pages, id, `${language}.md`), "utf8")) ?? [];
  if (title === undefined) throw new Error(`knowledge/rules/${id}/${language}.md has no title.`);
  return title;
}

/** Titles as plain text. */
export function ruleTitles(): TitleOf {
  const plain = (id: string, language: Language) => ruleTitle(id, language).replaceAll("`", "");
  return (id) => ({ en: plain(id, "en"), ja: plain(id, "ja") });
}
