/** Behind the lenses that count references: the editor's own view of them wants its own types. */
import { commands, Location, Position, Range, Uri } from "vscode";
import type { ShowReferencesArguments } from "../../../protocol/requests.ts";

export async function showReferences(...[uri, at, locations]: ShowReferencesArguments): Promise<void> {
  await commands.executeCommand(
    "editor.action.showReferences",
    Uri.parse(uri),
    new Position(at.line, at.character),
    locations.map(
      ({ uri: target, range: { start, end } }) =>
        new Location(Uri.parse(target), new Range(start.line, start.character, end.line, end.character)),
    ),
  );
}
