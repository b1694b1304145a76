/** Which documents are served, which are somebody's work, and which only show what once was or what lies elsewhere. */
import { type Uri, workspace } from "vscode";
import { servedLanguages } from "../../protocol/languages.ts";

/** No scheme: unsaved and virtual documents and cells of notebooks are understood as files are. */
export const servedDocuments: readonly { readonly language: string; readonly pattern?: string }[] = [
  ...Object.keys(servedLanguages).map((language) => ({ language })),
  // Endings that no extension of the editor's own knows.
  { language: "plaintext", pattern: "**/*.{template,cfn}" },
];

const alwaysWorkedOn: ReadonlySet<string> = new Set(["file", "untitled", "vscode-notebook-cell", "vscode-remote"]);

/**
 * The text of a commit. The editor keeps one of every open file for the marks of changes beside its lines, so serving
 * them would double the work, and every name of the workspace would exist twice. The right side of a diff is the file.
 */
export function isCommitted(uri: Uri): boolean {
  return uri.scheme === "git";
}

/**
 * Whether findings are wanted. The sides of a reviewed pull request, an older version or a template out of a deployed
 * stack have hovers, but nobody can repair them there, and with the file beside them every finding would count twice.
 */
export function isWorkedOn(uri: Uri): boolean {
  return alwaysWorkedOn.has(uri.scheme) || workspace.fs.isWritableFileSystem(uri.scheme) === true;
}
