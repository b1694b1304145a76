/** Which files an app's synthesis depends on, as far as their names tell, and whether any is newer than what came of it. */
import { excludedFolders } from "../../workspace/template-index/candidates.ts";

/** Endings of program files, without the dot. */
export const sourceEndings = ["ts", "tsx", "mts", "cts", "js", "jsx", "mjs", "cjs", "py"] as const;

/** Folders that hold what tools made or fetched, and none of an author's programs. */
export const sourceExcludes: readonly string[] = [...excludedFolders, "build"];

/** Whether the file is a program that somebody wrote, by its name. */
export function isSource(uri: string): boolean {
  return /\.(?:[mc]?[jt]s|[jt]sx|py)$/.test(uri) && !/\.d\.[mc]?ts$/.test(uri);
}

/** Whether the program tests others: what is edited there changes no template. */
export function isTest(uri: string): boolean {
  return /\/(?:tests?|__tests__)\/|[._](?:test|spec)\.\w+$|\/(?:test_[^/]*|conftest)\.py$/.test(uri);
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
