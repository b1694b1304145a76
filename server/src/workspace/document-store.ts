/**
 * The open documents and their snapshots. A document's reader keeps what can be reused between versions; a snapshot
 * is made at most once per version and settings, and everything goes when the document closes.
 */
import type { RuleContext } from "../rules/rule.ts";
import { createSnapshot } from "./create-snapshot.ts";
import { languageOf } from "./languages.ts";
import type { CheckSettings, DocumentLanguage, DocumentReader, Settings, Snapshot } from "./snapshot.ts";

/** What the store needs of a text document: the protocol's own type has it. */
export interface SourceDocument {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  getText(): string;
}

export interface Services {
  readonly spec: RuleContext["spec"];
  /** Undefined where the text is surely nothing of ours, and while the parsers of its language are not loaded. */
  createReader(language: DocumentLanguage, text: string): DocumentReader | undefined;
  /** What the settings come to for a document; without it, the settings themselves. */
  settingsFor?(uri: string, settings: Settings): CheckSettings;
  /** Told of a rule that threw: a bug of ours that must not cost the user the other findings. */
  onRuleFailure(ruleId: string, error: unknown): void;
}

interface OpenDocument {
  readonly language: DocumentLanguage;
  readonly reader: DocumentReader;
  snapshot: Snapshot | undefined;
  /** The version for which `snapshot` is, also where that version is no template (then `snapshot` is undefined). */
  version: number | undefined;
}

export interface DocumentStore {
  /** The snapshot of the document's present version; undefined where it is nothing of ours. */
  snapshot(document: SourceDocument): Snapshot | undefined;
  /**
   * Reads other texts of the document, under the same settings, beside the open one: for edits that are tried out.
   * Readings share what they can; none is kept.
   */
  trial(snapshot: Snapshot): (text: string) => Snapshot | undefined;
  close(uri: string): void;
  settings(): Settings;
  /** Snapshots made under other settings are dropped. */
  changeSettings(settings: Settings): void;
  /** Forgets all snapshots and readers, e.g. when the parsers of a language have arrived. */
  reset(): void;
}

export function createDocumentStore(services: Services, initial: Settings): DocumentStore {
  const open = new Map<string, OpenDocument>();
  let settings = initial;

  function close(uri: string): void {
    open.get(uri)?.reader.dispose();
    open.delete(uri);
  }

  function settingsOf(uri: string): CheckSettings {
    return services.settingsFor?.(uri, settings) ?? settings;
  }

  function entryFor(document: SourceDocument, text: string): OpenDocument | undefined {
    const language = languageOf({ uri: document.uri, languageId: document.languageId, text });
    const existing = open.get(document.uri);
    if (existing && existing.language === language) return existing;
    if (existing) close(document.uri);
    if (language === undefined || (isCode(language) && !settings.cdk)) return undefined;
    const reader = services.createReader(language, text);
    if (!reader) return undefined;
    const entry: OpenDocument = { language, reader, snapshot: undefined, version: undefined };
    open.set(document.uri, entry);
    return entry;
  }

  return {
    snapshot(document) {
      const known = open.get(document.uri);
      if (known && known.version === document.version) return known.snapshot;
      const text = document.getText();
      const entry = entryFor(document, text);
      if (!entry) return undefined;
      const read = entry.reader.read(text);
      entry.version = document.version;
      entry.snapshot =
        read &&
        createSnapshot(
          { uri: document.uri, version: document.version, language: entry.language, text, read },
          services,
          settingsOf(document.uri),
        );
      return entry.snapshot;
    },
    trial({ uri, version, languageId: language }) {
      let reader: DocumentReader | undefined;
      return (text) => {
        reader ??= services.createReader(language, text);
        const read = reader?.read(text);
        return read && createSnapshot({ uri, version, language, text, read }, services, settingsOf(uri));
      };
    },
    close,
    settings: () => settings,
    changeSettings(changed) {
      settings = changed;
      for (const [uri, entry] of open) {
        if (isCode(entry.language) && !settings.cdk) close(uri);
        else entry.version = undefined;
      }
    },
    reset() {
      for (const uri of [...open.keys()]) close(uri);
    },
  };
}

function isCode(language: DocumentLanguage): boolean {
  return language !== "yaml" && language !== "json";
}
