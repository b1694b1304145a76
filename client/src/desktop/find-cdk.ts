/** Which `cdk` synthesizes an app: the one that the project has installed, else the user's. */
import { access } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";

const names = process.platform === "win32" ? ["cdk.cmd", "cdk.exe", "cdk.bat"] : ["cdk"];

/**
 * Its path; undefined where there is none.
 *
 * @param folder path of the app
 * @param root path of the workspace folder: workspaces of npm keep their programs further up
 * @param searchPath the variable PATH
 */
export async function findCdk(folder: string, root: string, searchPath = ""): Promise<string | undefined> {
  const installed: string[] = [];
  for (let at = folder; ; at = dirname(at)) {
    installed.push(join(at, "node_modules", ".bin"));
    if (at === root || dirname(at) === at) break;
  }
  const folders = [...installed, ...searchPath.split(delimiter).filter((each) => each !== "")];
  for (const path of folders.flatMap((each) => names.map((name) => join(each, name)))) {
    if (await exists(path)) return path;
  }
  return undefined;
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
