/** A literal that belongs to one region becomes an entry of a mapping by region. */
import type { Template } from "../../template/template.ts";
import { literalAt } from "./extract-parameter.ts";
import { type Refactoring, type Selection, shortText } from "./refactoring.ts";

/** Only where the region is known: a region that is not in the mapping cannot be deployed to. */
export function extractToMapping(selection: Selection): readonly Refactoring[] {
  const literal = literalAt(selection);
  const { template, evaluator } = selection.snapshot;
  if (!literal || template.source !== "cloudformation" || typeof literal.scalar.value === "boolean") return [];
  const { text } = literal.scalar;
  const region = regionIn(text) ?? (isRegional(text) ? evaluator.options.region : undefined);
  if (region === undefined) return [];
  const id = freshMapping(template, `${literal.word}ByRegion`);
  const shown = shortText(text);
  return [
    {
      id: "extract-mapping",
      kind: "refactor.extract",
      title: {
        en: `Extract ${shown} to the mapping ${id}, for ${region}`,
        ja: `${shown} をマッピング ${id} の ${region} の値にする`,
      },
      edits: () => [
        {
          kind: "replace-value",
          span: literal.scalar.span,
          value: { call: "FindInMap", argument: [id, { call: "Ref", argument: "AWS::Region" }, literal.word] },
        },
        {
          kind: "add-declaration",
          section: "Mappings",
          id,
          body: { [region]: { object: { [literal.word]: text } } },
        },
      ],
    },
  ];
}

/** The region that a zone, an ARN or the name of an endpoint service belongs to. */
function regionIn(text: string): string | undefined {
  if (/\s/.test(text)) return undefined;
  const [region] = /\b[a-z]{2}(?:-[a-z]+)+-\d(?=[a-z]?\b)/.exec(text) ?? [];
  return region;
}

/** Ids of images and the like differ from region to region. */
function isRegional(text: string): boolean {
  return /^[a-z]+-[0-9a-f]{8,17}$/.test(text);
}

function freshMapping({ mappings }: Template, name: string): string {
  let id = name;
  for (let number = 2; mappings.has(id); number += 1) id = `${name}${number}`;
  return id;
}
