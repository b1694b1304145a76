/** Which parameter file the settings give to a template. */
import ignore from "ignore";
import { pathBelow, rootOf } from "./locations.ts";

/**
 * The address of the file; undefined where the settings name none, or the template lies outside of all folders.
 *
 * @param choices patterns of templates, as in `.gitignore`, with paths of files; both from the folder that holds the
 * template. The one that names it without wildcards counts most, else the last that matches.
 * @param roots URIs of the workspace's folders
 */
export function chosenParameterFile(
  templateUri: string,
  roots: readonly string[],
  choices: Readonly<Record<string, string>>,
): string | undefined {
  const root = rootOf(templateUri, roots);
  const path = root === undefined ? undefined : pathBelow(`${root}/`, templateUri);
  if (root === undefined || path === undefined || !ignore.isPathValid(path)) return undefined;
  const file =
    choices[path] ??
    Object.entries(choices).findLast(([pattern]) => ignore({ ignorecase: false }).add(pattern).ignores(path))?.[1];
  if (file === undefined || file.trim() === "") return undefined;
  return `${root}/${file
    .replace(/^\.?\/+/, "")
    .split("/")
    .map(encodeURIComponent)
    .join("/")}`;
}
