/** Reads knowledge/values/*.yaml: what single values mean. The format is told in knowledge/README.md. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

type Fields = Readonly<Record<string, unknown>>;

const groupKeys = ["at", "range", "en", "ja", "sources", "topic", "facts", "values"];
const valueKeys = ["name", "en", "ja", "sources", "topic", "facts"];

/**
 * The groups of all files, as `createValues` reads them; none where there is no such folder.
 * Throws with the file and the reason where a text names a fact or topic that does not exist, or where two texts are
 * there for the same value.
 */
export function readValues(
  folder: string,
  known: { readonly facts: readonly string[]; readonly topics: readonly string[] },
): readonly unknown[] {
  if (!existsSync(folder)) return [];
  const taken = new Set<string>();
  const once = (what: string, file: string) => {
    if (taken.has(what)) throw new Error(`${file}: ${what} is there twice.`);
    taken.add(what);
  };
  const files = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
  return files.sort().flatMap((name) => {
    const file = `knowledge/values/${name}`;
    const kind = name.replace(/\.yaml$/, "");
    return list(parse(readFileSync(join(folder, name), "utf8")), file).map((item) => {
      const group = fields(item, file, groupKeys);
      const at = list(group.at ?? [], `${file}: at`);
      const places = at.length === 0 ? [kind] : at;
      for (const place of at) once(`the group of ${String(place)}`, file);
      const values = Object.entries(fields(group.values ?? {}, file)).map(([written, body]) => {
        const value = fields(body, `${file}: ${written}`, valueKeys);
        const match = written.split(",").map((each) => each.trim().toLowerCase());
        for (const place of places) for (const each of match) once(`${String(place)} ${each}`, file);
        return {
          match,
          name: typeof value.name === "string" ? { en: value.name, ja: value.name } : value.name,
          text: { en: value.en, ja: value.ja },
          ...common(value, group, `${file}: ${written}`, known),
        };
      });
      const text = group.en === undefined ? undefined : { en: group.en, ja: group.ja };
      return { kind, at, range: group.range, text, ...common(group, {}, file, known), values };
    });
  });
}

/** Sources and topic are those of the group where a value has none of its own. */
function common(
  own: Fields,
  group: Fields,
  where: string,
  known: { facts: readonly string[]; topics: readonly string[] },
) {
  const facts = list(own.facts ?? [], `${where}: facts`);
  const topic = own.topic ?? group.topic;
  const missing = facts.find((fact) => !known.facts.includes(String(fact)));
  if (missing !== undefined) throw new Error(`${where} names "${String(missing)}", which is no fact.`);
  if (topic !== undefined && !known.topics.includes(String(topic))) {
    throw new Error(`${where} names "${String(topic)}", which is no topic.`);
  }
  return { sources: list(own.sources ?? group.sources ?? [], `${where}: sources`), topic, facts };
}

function list(value: unknown, where: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error(`${where} is not a list.`);
  return value;
}

function fields(value: unknown, where: string, allowed?: readonly string[]): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Error(`${where}: not a mapping.`);
  const stray = allowed && Object.keys(value).find((key) => !allowed.includes(key));
  if (stray !== undefined) throw new Error(`${where}: "${stray}" is no field.`);
  return { ...value };
}
