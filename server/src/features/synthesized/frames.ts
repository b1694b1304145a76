/**
 * Stacks as a cloud assembly keeps them: lines of V8 as aws-cdk-lib has shortened them, and frames of the program that
 * drives it through jsii.
 *
 * Seen: `new Net (/app/lib/net.ts:21:17)`, `/app/lib/net.ts:7 (:)` for a function without a name,
 * `__init__ (/app/net.py:12)` from Python, `...new Vpc2 in aws-cdk-lib...` for what was left out, and in old versions
 * plain V8 lines. The form is not documented, so whatever is not understood is passed over.
 */

/** A place as a stack names it: lines and columns count from 1. */
export interface StackFrame {
  /** An absolute path of the machine on which the app was synthesized, or a `file:` URI. */
  readonly path: string;
  readonly line: number;
  readonly column: number | undefined;
}

/** Longer lines are no frames. */
const mostCharacters = 2000;

const frame = /^(?:.*? \()?((?:file:\/\/|[A-Za-z]:[\\/]|\/).*?):(\d+)(?::(\d+))?\)?(?: \(:\))?$/;

/** The frame that a line of a stack says; undefined for one without a place. */
export function parseFrame(line: string): StackFrame | undefined {
  const text = line.trim().replace(/^at (?:async )?/, "");
  if (text.length > mostCharacters || text.startsWith("...")) return undefined;
  const [, path, row, column] = frame.exec(text) ?? [];
  if (path === undefined || Number(row) < 1) return undefined;
  return { path, line: Number(row), column: column === undefined || Number(column) < 1 ? undefined : Number(column) };
}

/** Whether the file belongs to a library or to what runs the program, by its path alone. */
export function isLibrary({ path }: StackFrame): boolean {
  return /[\\/](?:node_modules|site-packages|dist-packages|__pypackages__)[\\/]|[\\/]lib[\\/]python\d[^\\/]*[\\/]/.test(
    path,
  );
}

/** The `file:` URI of the path in a frame, as an editor would write it. */
export function frameUri(path: string): string {
  if (path.startsWith("file://")) return path;
  const slashed = path.replace(/\\/g, "/");
  const steps = (slashed.startsWith("/") ? slashed.slice(1) : slashed).split("/");
  const [first = "", ...rest] = steps;
  const drive = /^[A-Za-z]:$/.test(first) ? first : encodeURIComponent(first);
  return `file:///${[drive, ...rest.map(encodeURIComponent)].join("/")}`;
}
