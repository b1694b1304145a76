/** What a `.routewise.yaml` says, and what is wrong with one. */
import type { Localized } from "../base/localized.ts";
import type { TextRange } from "../base/span.ts";

/** The file's name; it counts for everything in its folder and below. */
export const configFileName = ".routewise.yaml";

/** What a rule or a group can be set to, as it is written. */
export const severityNames = ["error", "warning", "information", "hint", "off"] as const;
export type SeverityName = (typeof severityNames)[number];

export interface Config {
  /** By rule id. Only ids that exist. */
  readonly rules: Readonly<Record<string, SeverityName>>;
  /** By group. Only groups that exist. */
  readonly groups: Readonly<Record<string, SeverityName>>;
  /** Values to assume for parameters instead of their defaults; lists are joined with commas, as in a deployment. */
  readonly parameters: ReadonlyMap<string, string>;
  /** What `AWS::Region` is assumed to be. */
  readonly region: string | undefined;
  /** Patterns of `.gitignore`, relative to the file's folder, in order. Only valid ones. */
  readonly ignorePaths: readonly string[];
}

export const emptyConfig: Config = { rules: {}, groups: {}, parameters: new Map(), region: undefined, ignorePaths: [] };

export type ConfigProblemCode =
  | "syntax"
  | "not-a-mapping"
  | "duplicate-key"
  | "unknown-key"
  | "unknown-rule"
  | "unknown-group"
  | "wrong-severity"
  | "wrong-value"
  | "not-assumable"
  | "bad-pattern";

export interface ConfigProblem {
  readonly code: ConfigProblemCode;
  /** UTF-16 code units of the whole text. */
  readonly range: TextRange;
  readonly message: Localized;
  /** Where the text cannot be read at all; what is only not understood is a warning, and the rest counts. */
  readonly severity: "error" | "warning";
  /** What was probably meant, to be written in place of the range. */
  readonly replacement?: string | undefined;
}

export interface ParsedConfig {
  /** What could be read; where `broken`, perhaps not all that is meant. */
  readonly config: Config;
  /** By place. */
  readonly problems: readonly ConfigProblem[];
  /** The text is no YAML: whoever has an older reading keeps that one. */
  readonly broken: boolean;
}
