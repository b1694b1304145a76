/** Where the `.routewise.yaml` files come from: what is open, else the files of the workspace. */
import type { TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { configFileName } from "../config/config.ts";
import { type ConfigFiles, createConfigFiles } from "../workspace/config-files.ts";
import type { Log } from "./guarded.ts";
import type { WorkspaceFiles } from "./workspace-files.ts";

export interface ConfigSurroundings {
  readonly documents: TextDocuments<TextDocument>;
  readonly log: Log;
  readonly files: WorkspaceFiles;
  onChange(): void;
}

/** The files, followed over changes in the editor, on disk and of the workspace's folders. */
export function followConfigs({ documents, log, files, onChange }: ConfigSurroundings): ConfigFiles {
  const configs = createConfigFiles({
    read: async (uri) => documents.get(uri)?.getText() ?? files.read(uri),
    roots: () => files.roots(),
    onChange,
    onBroken: (uri) => log.warn(`${uri} is no YAML; what it said before counts on, if there was anything.`),
  });
  files.watch(`**/${configFileName}`);
  files.onChange((uri) => configs.changed(uri));
  files.onRootsChange(() => configs.rootsChanged());
  return configs;
}
