/**
 * Builds the knowledge base: reads knowledge/** and writes one knowledge.json for the server and the panels.
 * A text that names something that does not exist stops the build with the file and the name.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { citedFacts } from "../server/src/knowledge/citations.ts";
import { createKnowledge } from "../server/src/knowledge/knowledge.ts";
import { readValues } from "./build-values.ts";
import { readFigures } from "./knowledge/read-figures.ts";

const projectKnowledge = fileURLToPath(new URL("../knowledge", import.meta.url));

/** Writes `knowledge.json` below `outDir`. Rejects with the file and the reason where the knowledge base has a fault. */
export async function buildKnowledge(outDir: string): Promise<void> {
  writeFileSync(join(outDir, "knowledge.json"), JSON.stringify(readKnowledgeBase(projectKnowledge)));
}

type Fields = Readonly<Record<string, unknown>>;

interface Section {
  readonly title: unknown;
  readonly topics: readonly string[];
}

/**
 * The data of the knowledge base in `folder`, as `createKnowledge` reads it.
 * Throws with the file and the reason where it has a fault.
 */
export function readKnowledgeBase(folder: string): unknown {
  const sections = readSections(join(folder, "topics", "sections.yaml"));
  const planned = sections.flatMap((section) => section.topics);
  const written = foldersIn(join(folder, "topics"));
  demandAll(written, planned, (id) => `knowledge/topics/sections.yaml does not list the topic "${id}"`);

  const facts = written.flatMap((id) => readFacts(folder, id));
  demandUnique(facts.map((fact) => String(fact.id)));
  const factIds = facts.map((fact) => String(fact.id));
  const rulePages = readRulePages(join(folder, "rules"), factIds);
  const rulesWithPage = rulePages.map((page) => page.id);

  const topics = sections.flatMap((section) =>
    section.topics
      .filter((id) => written.includes(id))
      .map((id) => {
        const file = `knowledge/topics/${id}`;
        const fields = asFields(parseYaml(join(folder, "topics", id, "topic.yaml")), `${file}/topic.yaml`);
        if (fields.id !== id) throw new Error(`${file}/topic.yaml has the id "${String(fields.id)}".`);
        const body = readPage(join(folder, "topics", id), file);
        demandCited(body, factIds, file);
        const texts = (name: string) => asTexts(fields[name] ?? [], `${file}/topic.yaml: ${name}`);
        demandAll(texts("hover"), factIds, (fact) => `${file}/topic.yaml shows "${fact}" in hovers, which is no fact`);
        for (const name of ["related", "compare"]) {
          demandAll(texts(name), planned, (other) => `${file}/topic.yaml: ${name} names "${other}", which is no topic`);
        }
        return {
          ...fields,
          section: section.title,
          cfnTypes: texts("cfnTypes"),
          cdkSymbols: texts("cdkSymbols"),
          alsoOn: texts("alsoOn"),
          hover: texts("hover"),
          related: texts("related").filter((other) => written.includes(other)),
          compare: texts("compare").filter((other) => written.includes(other)),
          rules: texts("rules").filter((rule) => rulesWithPage.includes(rule)),
          body,
        };
      }),
  );
  demandOnePage(topics, "cfnTypes");
  demandOnePage(topics, "cdkSymbols");

  const values = readValues(join(folder, "values"), { facts: factIds, topics: planned });
  const figures = readFigures(join(folder, "figures"), planned);
  const data: unknown = JSON.parse(JSON.stringify({ facts, topics, rulePages, values, figures }));
  createKnowledge(data);
  return data;
}

function readSections(file: string): readonly Section[] {
  const sections = parseYaml(file);
  if (!Array.isArray(sections)) throw new Error("knowledge/topics/sections.yaml is not a list.");
  return sections.map((section: unknown) => {
    const fields = asFields(section, "knowledge/topics/sections.yaml");
    return { title: fields.title, topics: asTexts(fields.topics, "knowledge/topics/sections.yaml: topics") };
  });
}

/** The facts of a topic as the server reads them: languages together, the topic and the priority filled in. */
function readFacts(folder: string, topic: string): readonly Fields[] {
  const name = `knowledge/facts/${topic}.yaml`;
  const facts = parseYaml(join(folder, "facts", `${topic}.yaml`));
  if (!Array.isArray(facts)) throw new Error(`${name} is not a list.`);
  return facts.map((fact: unknown) => {
    const { en, ja, priority = 5, appliesTo = [], ...rest } = asFields(fact, name);
    return { ...rest, topic, text: { en, ja }, appliesTo, priority };
  });
}

function readRulePages(
  folder: string,
  factIds: readonly string[],
): readonly { readonly id: string; readonly title: Fields; readonly body: Fields }[] {
  if (!existsSync(folder)) return [];
  return foldersIn(folder).map((id) => {
    const file = `knowledge/rules/${id}`;
    const page = readPage(join(folder, id), file);
    demandCited(page, factIds, file);
    const en = splitTitle(page.en, `${file}/en.md`);
    const ja = splitTitle(page.ja, `${file}/ja.md`);
    return { id, title: { en: en.title, ja: ja.title }, body: { en: en.body, ja: ja.body } };
  });
}

/** The first heading is the title; the body is what follows. */
function splitTitle(markdown: string, file: string): { readonly title: string; readonly body: string } {
  const match = /^# (.+)\n([\s\S]*)$/.exec(markdown.trimStart());
  if (!match) throw new Error(`${file} does not begin with a title ("# …").`);
  const [, title = "", body = ""] = match;
  return { title: title.trim(), body: body.trim() };
}

function readPage(folder: string, name: string): { readonly en: string; readonly ja: string } {
  const read = (language: string) => {
    const file = join(folder, `${language}.md`);
    if (!existsSync(file)) throw new Error(`${name}/${language}.md is missing.`);
    return readFileSync(file, "utf8").replaceAll("\r\n", "\n").trim();
  };
  return { en: read("en"), ja: read("ja") };
}

function foldersIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

function parseYaml(file: string): unknown {
  const name = file.slice(file.lastIndexOf("knowledge"));
  if (!existsSync(file)) throw new Error(`${name} is missing.`);
  try {
    const data: unknown = parse(readFileSync(file, "utf8"));
    return data;
  } catch (error) {
    throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function asFields(value: unknown, where: string): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Error(`${where}: not a mapping.`);
  return { ...value };
}

function asTexts(value: unknown, where: string): readonly string[] {
  if (!Array.isArray(value)) throw new Error(`${where} is not a list.`);
  return value.map((item: unknown) => {
    if (typeof item !== "string") throw new Error(`${where} holds something that is no text.`);
    return item;
  });
}

function demandAll(ids: readonly string[], known: readonly string[], complaint: (id: string) => string): void {
  const missing = ids.find((id) => !known.includes(id));
  if (missing !== undefined) throw new Error(`${complaint(missing)}.`);
}

/** Whatever a page cites, in either language, must be a fact. */
function demandCited(page: Readonly<Record<"en" | "ja", string>>, factIds: readonly string[], file: string): void {
  for (const [language, text] of Object.entries(page)) {
    demandAll(citedFacts(text), factIds, (fact) => `${file}/${language}.md cites "${fact}", which is no fact`);
  }
}

function demandUnique(factIds: readonly string[]): void {
  const twice = factIds.find((id, index) => factIds.indexOf(id) !== index);
  if (twice !== undefined) throw new Error(`knowledge/facts: "${twice}" is there twice.`);
}

/** Each type, property or symbol leads to one page; otherwise a look-up would depend on the order of the topics. */
function demandOnePage(
  topics: readonly (Fields & Readonly<Record<"cfnTypes" | "cdkSymbols", readonly string[]>>)[],
  kind: "cfnTypes" | "cdkSymbols",
): void {
  const owner = new Map<string, unknown>();
  for (const topic of topics) {
    for (const place of topic[kind]) {
      if (owner.has(place)) {
        throw new Error(`${place} is claimed by two topics: "${String(owner.get(place))}" and "${String(topic.id)}".`);
      }
      owner.set(place, topic.id);
    }
  }
}
