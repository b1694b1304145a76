/** What the handlers of one connection share. */
import type { Connection, TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Language } from "../base/localized.ts";
import { isIgnored } from "../config/ignored-paths.ts";
import type { ConfigFiles } from "../workspace/config-files.ts";
import type { DocumentStore } from "../workspace/document-store.ts";
import type { FeatureSwitches } from "../workspace/feature-switches.ts";
import type { ParameterFiles } from "../workspace/parameter-files.ts";
import type { Settings, Snapshot } from "../workspace/snapshot.ts";
import type { TemplateIndex } from "../workspace/template-index/template-index.ts";
import type { ClientAbilities } from "./capabilities.ts";
import type { ServerData } from "./data.ts";
import type { Guarded, Log } from "./guarded.ts";
import type { SynthesizedOutput } from "./synthesized-output.ts";
import type { WorkspaceFiles } from "./workspace-files.ts";

/** Before `initialize` there is none of it. */
export interface Session {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly client: ClientAbilities;
  readonly log: Log;
  readonly guarded: Guarded;
  /** Resolves when the data is loaded. Rejects where the installation is broken. */
  readonly data: Promise<ServerData>;
  /** Resolves when the data is loaded and the settings are known. */
  readonly store: Promise<DocumentStore>;
  /** The files of the team. */
  readonly configs: ConfigFiles;
  readonly files: WorkspaceFiles;
  /** The templates of the workspace as they are stored; `workspaceTemplates` puts those in that are open. */
  readonly templates: TemplateIndex;
  /** What `cdk synth` has left behind in the workspace. */
  readonly synthesized: SynthesizedOutput;
  /** Those whose values are assumed for templates. */
  readonly parameterFiles: ParameterFiles;
  /** Whether another extension completes and validates `.routewise.yaml` by our schema. */
  validatesConfig(): boolean;
  /** Whether another extension shows AWS's documentation in hovers over template files. */
  quotesAwsElsewhere(): boolean;
  /** The settings as last read. */
  settings(): Settings;
  /** Changes whenever the same text may give other diagnostics: settings, parsers that arrived. */
  generation(): number;
  /** The language of texts for the user. */
  language(): Language;
}

/** A document of ours with its snapshot. */
export interface Opened {
  readonly document: TextDocument;
  readonly snapshot: Snapshot;
}

/** What is switched on, once the settings are known. */
export async function featuresOf(session: Session): Promise<FeatureSwitches> {
  await session.store;
  return session.settings().features;
}

/** Whether the user wants the file left alone. Known once the settings are. */
export function isExcluded({ configs, settings }: Session, uri: string): boolean {
  const path = configs.pathInWorkspace(uri);
  return path !== undefined && isIgnored(settings().exclude, path);
}

/** The document and its snapshot; undefined where it is not open, left alone or nothing of ours. */
export async function opened(session: Session, uri: string): Promise<Opened | undefined> {
  const store = await session.store;
  if (isExcluded(session, uri)) return undefined;
  await Promise.all([session.configs.load(uri), session.parameterFiles.load(uri)]);
  const document = session.documents.get(uri);
  const snapshot = document && store.snapshot(document);
  return document && snapshot && { document, snapshot };
}
