/** What the tests in the extension host share: templates as files of the workspace, and waiting for an answer. */
import { setInterval } from "node:timers/promises";
import * as vscode from "vscode";

export const extensionId = "routewise.routewise";

/** Writes `text` into the workspace as `name` and shows it. */
export async function show(name: string, text: string): Promise<vscode.TextEditor> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error("The suite needs a workspace folder.");
  const uri = vscode.Uri.joinPath(folder.uri, name);
  // Written anew under an open document, the file is empty for a moment, and so may the document be.
  const isShown = vscode.workspace.textDocuments.some(
    (document) => document.uri.toString() === uri.toString() && document.getText() === text,
  );
  if (!isShown) await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
}

/** Where `needle` begins in the document, moved on by `offset` characters. Throws where it is not there. */
export function placeOf(document: vscode.TextDocument, needle: string, offset = 0): vscode.Position {
  const at = document.getText().indexOf(needle);
  if (at < 0) throw new Error(`The document has no ${needle}`);
  return document.positionAt(at + offset);
}

/** Asks until there is an answer; the server may still be starting. Rejects with `what` when patience ends. */
export async function eventually<T>(what: string, ask: () => Thenable<T | undefined> | T | undefined): Promise<T> {
  const deadline = Date.now() + 10_000;
  for await (const _ of setInterval(50)) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > deadline) break;
  }
  throw new Error(`Waited in vain for ${what}`);
}

/** The findings of our server in a document, as soon as there are any that `wanted` accepts. */
export function findings(
  uri: vscode.Uri,
  wanted: (finding: vscode.Diagnostic) => boolean = () => true,
): Promise<vscode.Diagnostic[]> {
  return eventually("findings", () => {
    const found = ourFindings(uri).filter(wanted);
    return found.length > 0 ? found : undefined;
  });
}

/** What our server says about a document now. */
export function ourFindings(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === "routewise");
}

/** The rule id of a finding, whether or not it comes with a page. */
export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === "object" ? code.value : code);
}

/** The text of all hovers at a place, as soon as it has `wanted` in it. */
export function hoverText(document: vscode.TextDocument, at: vscode.Position, wanted: RegExp): Promise<string> {
  return eventually(`a hover with ${wanted}`, async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      "vscode.executeHoverProvider",
      document.uri,
      at,
    );
    const text = hovers
      .flatMap(({ contents }) => contents)
      .map((content) => (typeof content === "string" ? content : content.value))
      .join("\n");
    return wanted.test(text) ? text : undefined;
  });
}

/** The completion items at a place, as soon as one of them has a label that `wanted` accepts. */
export function completions(
  document: vscode.TextDocument,
  at: vscode.Position,
  wanted: RegExp,
): Promise<vscode.CompletionItem[]> {
  return eventually(`a completion ${wanted}`, async () => {
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      "vscode.executeCompletionItemProvider",
      document.uri,
      at,
    );
    return items.some((item) => wanted.test(labelOf(item))) ? items : undefined;
  });
}

/** The text of an item's label. */
export function labelOf({ label }: vscode.CompletionItem): string {
  return typeof label === "string" ? label : label.label;
}

/** The quick fixes at a finding, as soon as one of them has a title that `wanted` accepts. */
export function fixes(uri: vscode.Uri, range: vscode.Range, wanted: RegExp): Promise<vscode.CodeAction[]> {
  return eventually(`a quick fix ${wanted}`, async () => {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      uri,
      range,
      vscode.CodeActionKind.QuickFix.value,
      // Resolve them, as the editor does before it applies one.
      20,
    );
    const ours = actions.filter(({ title }) => wanted.test(title));
    return ours.length > 0 ? ours : undefined;
  });
}

/** The inlay hints of the whole document, as soon as one has a label that `wanted` accepts. */
export function inlayHints(document: vscode.TextDocument, wanted: RegExp): Promise<vscode.InlayHint[]> {
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  return eventually(`an inlay hint ${wanted}`, async () => {
    const found = await vscode.commands.executeCommand<vscode.InlayHint[]>(
      "vscode.executeInlayHintProvider",
      document.uri,
      whole,
    );
    return found.some(({ label }) => wanted.test(String(label))) ? found : undefined;
  });
}
