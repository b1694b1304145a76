/** Which files a check is about. */
import { readdir, stat } from "node:fs/promises";
import { isAbsolute, join, relative, resolve, sep } from "node:path";

export interface FileToCheck {
  /** Absolute. */
  readonly file: string;
  /** As it is shown: relative to the working folder where it lies below, with `/` on every system. */
  readonly path: string;
  /** Named by the user, not met in a folder: then it is said where there is nothing to check in it. */
  readonly named: boolean;
}

export interface FoundFiles {
  readonly files: readonly FileToCheck[];
  /** Paths that are not there, as shown. */
  readonly missing: readonly string[];
}

/** Endings of files that may hold a template or a program. */
const endings = /\.(?:ya?ml|jsonc?|template|cfn|[cm]?[jt]s|[jt]sx|py)$/i;

/**
 * Folders that are never ours to check unless they are named: what package managers bring, and what the CDK writes, which
 * says again what the program says. Names that begin with a dot are left out, too.
 */
const foreignFolders: ReadonlySet<string> = new Set([
  "node_modules",
  "cdk.out",
  "__pycache__",
  "venv",
  "bower_components",
]);

/** The files below the paths, each once, in the order of the paths and of their names. */
export async function findFiles(paths: readonly string[], cwd: string): Promise<FoundFiles> {
  const files = new Map<string, FileToCheck>();
  const missing: string[] = [];
  const add = (file: string, named: boolean) => {
    const known = files.get(file);
    if (!known || (named && !known.named)) files.set(file, { file, path: shownPath(file, cwd), named });
  };
  for (const path of paths) {
    const absolute = resolve(cwd, path);
    const stats = await stat(absolute).catch(() => undefined);
    if (!stats) missing.push(shownPath(absolute, cwd));
    else if (stats.isDirectory()) for (const file of await filesBelow(absolute)) add(file, false);
    else add(absolute, true);
  }
  return { files: [...files.values()], missing };
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  // A folder that may not be read is passed over, as one that is foreign.
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    // Links are not followed: they lead in circles, or to what is checked where it lies.
    if (entry.isDirectory() && !entry.name.startsWith(".") && !foreignFolders.has(entry.name)) {
      found.push(...(await filesBelow(path)));
    } else if (entry.isFile() && endings.test(entry.name)) {
      found.push(path);
    }
  }
  return found;
}

/** A path as people write it where they are. */
export function shownPath(file: string, cwd: string): string {
  const below = relative(cwd, file);
  const path = below === "" || below.startsWith("..") || isAbsolute(below) ? file : below;
  return path.split(sep).join("/");
}
