/** Which files may give values to the parameters of a template, and how well they fit. */
import type { ParameterFileOffer } from "../../../../protocol/requests.ts";
import { parseParameters } from "../../config/parameter-files.ts";
import type { Template } from "../../template/template.ts";

/** Where parameters are kept by custom. Every other JSON file of a project would be read for nothing. */
const likely = /param|override|samconfig|deploy|config|stack|env/i;

/** Whether a file is worth reading, by its name and the name of its folder. */
export function mayHoldParameters(path: string): boolean {
  return likely.test(path.split("/").slice(-2).join("/"));
}

export interface CandidateFile {
  /** From the workspace folder. */
  readonly path: string;
  readonly text: string;
}

/**
 * The files that give at least one of the template's parameters, or name the template; those first that name it, then
 * those that leave the least open.
 *
 * @param templatePath from the workspace folder
 */
export function parameterFileOffers(
  template: Template,
  templatePath: string,
  files: readonly CandidateFile[],
): readonly ParameterFileOffer[] {
  const declared = [...template.parameters.values()];
  const ranked = files.flatMap(({ path, text }) => {
    const parsed = parseParameters(path, text);
    if (parsed.kind !== "parameters") return [];
    const { values } = parsed;
    const given = declared.filter(({ id }) => values.has(id)).length;
    const isOwn = parsed.template !== undefined && fromRoot(parsed.template) === templatePath;
    if (given === 0 && !isOwn) return [];
    const missing = declared.filter((each) => each.default === undefined && !values.has(each.id)).map(({ id }) => id);
    const unknown = [...values.keys()].filter((name) => !template.parameters.has(name));
    return [{ isOwn, offer: { path, given, missing, unknown } }];
  });
  return ranked
    .toSorted(
      (a, b) =>
        Number(b.isOwn) - Number(a.isOwn) ||
        a.offer.missing.length - b.offer.missing.length ||
        a.offer.unknown.length - b.offer.unknown.length ||
        b.offer.given - a.offer.given ||
        a.offer.path.localeCompare(b.offer.path),
    )
    .map(({ offer }) => offer);
}

/** Git sync's paths start at the root of the repository, which is as a rule the workspace folder. */
function fromRoot(path: string): string {
  return path.replace(/^\.?\/+/, "");
}
