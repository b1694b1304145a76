/** What every feature gets beside the snapshot. */
import type { Language } from "../base/localized.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import type { Spec } from "../spec/spec.ts";

export interface FeatureContext {
  readonly spec: Spec;
  readonly knowledge: Knowledge;
  /** The language of the answer. */
  readonly language: Language;
}

/** Where texts may link to. */
export interface TopicLinks {
  /** A link target that opens the topic's page; undefined where the client has no such page. */
  topic(id: string): string | undefined;
}
