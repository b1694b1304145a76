/** Which files an app's synthesis depends on, as far as their names tell, and whether any is newer than what came of it. */
import { pathBelow } from "../../config/locations.ts";
import { excludedFolders } from "../../workspace/template-index/candidates.ts";
import { uriKey } from "../../workspace/template-index/uris.ts";

/** Endings of program files, without the dot. */
export const sourceEndings = ["ts", "tsx", "mts", "cts", "js", "jsx", "mjs", "cjs", "py"] as const;

/** Folders that hold what tools made or fetched, and none of an author's programs. */
export const sourceExcludes: readonly string[] = [...excludedFolders, "build", "site-packages", "__pypackages__"];

/** Whether the file is a program that somebody wrote, by its name. */
export function isSource(uri: string): boolean {
  return /\.(?:[mc]?[jt]s|[jt]sx|py)$/.test(uri) && !/\.d\.[mc]?ts$/.test(uri);
}

/** Whether the program tests others: what is edited there changes no template. */
export function isTest(uri: string): boolean {
  return /\/(?:tests?|__tests__)\/|[._](?:test|spec)\.\w+$|\/(?:test_[^/]*|conftest)\.py$/.test(uri);
}

/**
 * Tells programs of JavaScript that a compiler has made: beside the TypeScript, or in another folder by the same path.
 *
 * @param sources the programs of an app
 * @param folder the app's
 */
export function compiledFrom(sources: readonly string[], folder: string): (uri: string) => boolean {
  const written = new Set(
    sources.flatMap((uri) => /^(.*)\.(?:[mc]?ts|tsx)$/.exec(pathBelow(`${folder}/`, uri) ?? "")?.[1] ?? []),
  );
  return (uri) => {
    const stem = /^(.*)\.[mc]?jsx?$/.exec(uri)?.[1];
    if (stem === undefined || written.size === 0) return false;
    const steps = uriKey(stem).split("/");
    return steps.some((_, index) => written.has(steps.slice(index).join("/")));
  };
}

/**
 * Whether what was synthesized no longer counts.
 *
 * @param synthesized when, in milliseconds since 1970; undefined where it was not
 * @param sources when the sources were written; undefined for those that are gone
 */
export function isOutdated(synthesized: number | undefined, sources: readonly (number | undefined)[]): boolean {
  return synthesized === undefined || sources.some((time) => time !== undefined && time > synthesized);
}
