/** Snapshots of marked text for tests of features, with the project's own data. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCloudFormationReader } from "../../server/src/frontends/cloudformation/reader.ts";
import { createKnowledge, type Knowledge } from "../../server/src/knowledge/knowledge.ts";
import type { CodeLanguage } from "../../server/src/syntax/code/parsers.ts";
import { createSnapshot } from "../../server/src/workspace/create-snapshot.ts";
import { defaultSettings } from "../../server/src/workspace/settings.ts";
import type { DocumentLanguage, ReadDocument, Settings, Snapshot } from "../../server/src/workspace/snapshot.ts";
import { buildKnowledge } from "../../tools/build-knowledge.ts";
import { cdkReaders } from "./cdk.ts";
import { parseMarks } from "./marks.ts";
import { testSpec } from "./spec.ts";

export interface MarkedSnapshot {
  readonly snapshot: Snapshot;
  readonly text: string;
  /** Offset of `$0`; 0 where the text has none. */
  readonly cursor: number;
}

export const spec = await testSpec();

const settings: Settings = defaultSettings("en");

/** Reads marked text as a template. Throws where it is none: the fixture is wrong then. */
export function snapshotOf(marked: string, language: "yaml" | "json" = "yaml"): MarkedSnapshot {
  const { text, cursor = 0 } = parseMarks(marked);
  const read = createCloudFormationReader(language).read(text);
  if (!read) throw new Error(`The fixture is no template:\n${text}`);
  return { snapshot: readSnapshot(text, read, language), text, cursor };
}

/** Reads other texts of the snapshot's language, as `DocumentStore.trial` does. */
export function rereader({ languageId }: Snapshot): (text: string) => Snapshot | undefined {
  return (text) => {
    const read = createCloudFormationReader(languageId === "json" ? "json" : "yaml").read(text);
    return read && readSnapshot(text, read, languageId);
  };
}

/** Reads marked text as a CDK program. Throws where it is none. */
export async function codeSnapshotOf(marked: string, language: CodeLanguage): Promise<MarkedSnapshot> {
  const { text, cursor = 0 } = parseMarks(marked);
  codeReaders ??= cdkReaders();
  const read = (await codeReaders)(language).read(text);
  if (!read) throw new Error(`The fixture is no CDK program:\n${text}`);
  return { snapshot: readSnapshot(text, read, language), text, cursor };
}

/** Loaded by the first test that needs them. */
let codeReaders: ReturnType<typeof cdkReaders> | undefined;

function readSnapshot(text: string, read: ReadDocument, language: DocumentLanguage): Snapshot {
  const services = {
    spec,
    createReader: () => undefined,
    onRuleFailure: (ruleId: string, error: unknown) => {
      throw new Error(`${ruleId} failed`, { cause: error });
    },
  };
  const uri = `file:///test/source.${language}`;
  return createSnapshot({ uri, version: 1, language, text, read }, services, settings);
}

/** The knowledge base as the sources of this moment make it, made once per test file. */
export const knowledge = await builtKnowledge();

async function builtKnowledge(): Promise<Knowledge> {
  const folder = await mkdtemp(join(tmpdir(), "routewise-knowledge-"));
  try {
    await buildKnowledge(folder);
    const data: unknown = JSON.parse(await readFile(join(folder, "knowledge.json"), "utf8"));
    return createKnowledge(data);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
