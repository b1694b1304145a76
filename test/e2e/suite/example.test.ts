import { deepEqual, equal, ok } from "node:assert/strict";
import * as vscode from "vscode";
import { findings, hoverText, placeOf, ruleOf } from "./support.ts";

const isExample = (document: vscode.TextDocument | undefined) =>
  document?.isUntitled === true && document.getText().includes("AppC:");

describe("the example", () => {
  it("opens as an unsaved template that is served, once, and shows what a step is about", async () => {
    await vscode.commands.executeCommand("routewise.openExample");
    const editor = vscode.window.activeTextEditor;
    ok(editor && isExample(editor.document), "the example is in front");
    equal(editor.document.languageId, "yaml");
    deepEqual((await findings(editor.document.uri)).map(ruleOf), ["subnet-overlap"]);
    await hoverText(editor.document, placeOf(editor.document, "  PublicA:", 3), /251/);

    await vscode.commands.executeCommand("routewise.openExample", "completion");
    const again = vscode.window.activeTextEditor;
    equal(again?.document, editor.document, "it is not opened twice");
    const line = again?.document.lineAt(again.selection.active.line).text;
    equal(line, "      CidrBlock: ", "the cursor stands where the block is missing");
  });
});
