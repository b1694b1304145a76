/** Where the `.routewise.yaml` of a document is looked for. Addresses are URIs, so that every file system will do. */
import { configFileName } from "./config.ts";

/**
 * The places to look at, the nearest first: the document's own folder, then upwards to the innermost root that holds
 * it. Empty for a document outside of all roots. The first file that exists counts, alone.
 *
 * @param roots URIs of the folders that the workspace consists of
 */
export function configUrisFor(documentUri: string, roots: readonly string[]): readonly string[] {
  const root = rootOf(documentUri, roots);
  if (root === undefined) return [];
  const uris: string[] = [];
  for (let folder = parentOf(documentUri); ; folder = parentOf(folder)) {
    uris.push(`${folder}/${configFileName}`);
    if (comparable(folder).length <= comparable(root).length) return uris;
  }
}

/** The innermost folder that holds the document, without a slash at its end. */
export function rootOf(documentUri: string, roots: readonly string[]): string | undefined {
  const around = roots.map(withoutSlash).filter((folder) => isBelow(documentUri, folder));
  return around.sort((a, b) => b.length - a.length)[0];
}

/** The document's path relative to the folder of a `.routewise.yaml`; undefined where it does not lie below it. */
export function pathBelow(configUri: string, documentUri: string): string | undefined {
  const folder = parentOf(configUri);
  if (!isBelow(documentUri, folder)) return undefined;
  const path = documentUri.slice(folder.length + 1).replace(/[?#].*$/, "");
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Whether the address is that of a `.routewise.yaml`. */
export function isConfigUri(uri: string): boolean {
  return uri.endsWith(`/${configFileName}`);
}

/** The folder of a file, without a slash at its end. */
export function parentOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf("/"));
}

function withoutSlash(uri: string): string {
  return uri.replace(/\/+$/, "");
}

/** Whether the address lies in the folder; both as clients write them. */
export function isBelow(uri: string, folder: string): boolean {
  return comparable(uri).startsWith(`${comparable(folder)}/`);
}

/** Clients differ in how they write the drive of Windows: `file:///c%3A/…`, `file:///C:/…`. */
export function comparable(uri: string): string {
  return uri.replace(/^(file:\/\/\/)([A-Za-z])(?:%3A|:)/i, (_, scheme: string, drive: string) => {
    return `${scheme}${drive.toLowerCase()}:`;
  });
}
