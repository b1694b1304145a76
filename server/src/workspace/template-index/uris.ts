/** Addresses of files as text: how two of them are compared, and where a relative path leads. */
import { comparable } from "../../config/locations.ts";

/** The same for every way in which clients write the address of one file: escapes, the drive of Windows. */
export function uriKey(uri: string): string {
  try {
    return decodeURIComponent(comparable(uri));
  } catch {
    return comparable(uri);
  }
}

/** The last part of an address, for people. */
export function fileName(uri: string): string {
  const key = uriKey(uri);
  return key.slice(key.lastIndexOf("/") + 1);
}

/** Where a path leads from a file; undefined where it is no relative path (`https://…`, `s3://…`, `/…`) or leaves the root. */
export function resolvePath(fromUri: string, path: string): string | undefined {
  if (path === "" || /^[/\\]|^[A-Za-z][\w+.-]*:/.test(path)) return undefined;
  const [, root = "", folders = ""] = /^([\w+.-]+:(?:\/\/[^/]*)?\/)(.*)$/.exec(fromUri.replace(/[?#].*$/, "")) ?? [];
  const steps = folders.split("/").slice(0, -1);
  for (const step of path.split(/[/\\]/)) {
    if (step === "" || step === ".") continue;
    if (step === "..") {
      if (steps.pop() === undefined) return undefined;
    } else steps.push(encodeURIComponent(step));
  }
  return root === "" || steps.length === 0 ? undefined : root + steps.join("/");
}
