/** The templates that lie in the workspace's folders: which files they are, and when they are read again. */
import ignore from "ignore";
import type { Connection } from "vscode-languageserver";
import { pathBelow } from "../config/locations.ts";
import { excludedFolders, mostBytes, mostFiles, templateEndings } from "../workspace/template-index/candidates.ts";
import { createTemplateIndex, type TemplateIndex } from "../workspace/template-index/template-index.ts";
import { pause } from "./pause.ts";
import type { WorkspaceFiles } from "./workspace-files.ts";

/** The index of stored templates, followed over changes on disk and of the workspace's folders. */
export function followTemplates(connection: Connection, files: WorkspaceFiles): TemplateIndex {
  let watches = false;
  const index = createTemplateIndex({
    async list() {
      if (!watches) files.watch(`**/*.{${templateEndings.join(",")}}`);
      watches = true;
      const found = await files.find({ endings: templateEndings, excludedFolders, most: 2 * mostFiles });
      const isIgnored = await gitIgnored(files);
      return found.filter((uri) => !isIgnored(uri));
    },
    read: (uri) => files.read(uri, mostBytes),
    pause,
  });
  files.onChange((uri) => index.changed(uri));
  files.onRootsChange(() => index.reset());
  connection.onShutdown(() => index.dispose());
  return index;
}

/** By the `.gitignore` in each folder of the workspace: what is built is no source. */
async function gitIgnored(files: WorkspaceFiles): Promise<(uri: string) => boolean> {
  const matchers = await Promise.all(
    files.roots().map(async (root) => {
      const uri = `${root.replace(/\/+$/, "")}/.gitignore`;
      const text = await files.read(uri, 100_000);
      return text === undefined ? undefined : { uri, matcher: ignore().add(text) };
    }),
  );
  return (uri) =>
    matchers.some((each) => {
      const path = each && pathBelow(each.uri, uri);
      return each !== undefined && path !== undefined && ignore.isPathValid(path) && each.matcher.ignores(path);
    });
}
