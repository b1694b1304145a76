/** Custom requests between client and server. Types and method names only; both sides import this, it imports nothing. */
import type { PageFigure } from "./figures.ts";

export type UserLanguage = "en" | "ja";

/** What the client tells the server when it starts. All optional: another editor's client knows none of it. */
export interface InitializationOptions {
  /** The client runs `command:` links in hovers. */
  readonly commandLinks?: boolean;
  /** For links that open pages of the reference from outside a hover: `vscode`, `vscode-insiders`. */
  readonly uriScheme?: string;
  readonly extensionId?: string;
  /** The client answers `readFileRequest`: it knows every file system that it shows, the server none but its own. */
  readonly readsFiles?: boolean;
  /** The client runs `showReferencesCommand`. */
  readonly showsReferences?: boolean;
  /** The client answers `findFilesRequest`, for the same reason. */
  readonly findsFiles?: boolean;
  /** The client answers `fileTimesRequest`. */
  readonly timesFiles?: boolean;
  /** Another extension completes and validates `.routewise.yaml` by the schema that the extension contributes. */
  readonly validatesConfig?: boolean;
  /** Another extension shows AWS's documentation in hovers over template files. */
  readonly quotesAwsElsewhere?: boolean;
}

/** Commands that texts of the server may link to, with one argument each. */
export const commands = {
  /** [topicId] */
  openTopic: "routewise.openTopic",
  /** [ruleId] */
  openRule: "routewise.openRule",
} as const;

/** The client's own command behind a lens that counts references: shows them beside the text. */
export const showReferencesCommand = "routewise.showReferences";
export type ShowReferencesArguments = readonly [
  uri: string,
  at: Place,
  locations: readonly { readonly uri: string; readonly range: { readonly start: Place; readonly end: Place } }[],
];
interface Place {
  readonly line: number;
  readonly character: number;
}

/** Section of the settings, as the client's configuration has it. */
export interface ConfiguredSettings {
  readonly language?: "auto" | UserLanguage;
  readonly rules?: Readonly<Record<string, string>>;
  readonly groups?: Readonly<Record<string, string>>;
  readonly cdk?: { readonly enabled?: boolean; readonly synthesizedOutput?: boolean };
}

/** From the server to the client: the text of a file, unsaved changes left out. */
export const readFileRequest = "routewise/readFile";
export interface ReadFileParams {
  readonly uri: string;
  /** Larger files count as missing. */
  readonly mostBytes?: number | undefined;
}
/** Null where there is no such file, or it can't be read. */
export type ReadFileResult = string | null;

/** From the server to the client: addresses of files in the workspace, but for those that the user's settings exclude. */
export const findFilesRequest = "routewise/findFiles";
export interface FindFilesParams {
  /** Endings of the files' names, without the dot. */
  readonly endings: readonly string[];
  /** Whole names that are looked for as well. */
  readonly names?: readonly string[] | undefined;
  /** Names of folders that are left out wherever they lie. */
  readonly excludedFolders: readonly string[];
  /** URI of a folder to look into; without it, all folders of the workspace. */
  readonly folder?: string | undefined;
  readonly most: number;
}
export type FindFilesResult = readonly string[];

/** From the server to the client: when files were last written. */
export const fileTimesRequest = "routewise/fileTimes";
export interface FileTimesParams {
  readonly uris: readonly string[];
}
/** Milliseconds since 1970, in the order asked; null where there is no such file. */
export type FileTimesResult = readonly (number | null)[];

/** From the client to the server: a CDK app was synthesized by our command, for editors that do not watch its output. */
export const synthesizedNotification = "routewise/synthesized";
export interface SynthesizedParams {
  /** URI of the folder with the `cdk.json`. */
  readonly folder: string;
}

/** From the client to the server, whenever `InitializationOptions.validatesConfig` is no longer true or false. */
export const configValidationNotification = "routewise/configValidation";
export interface ConfigValidationParams {
  readonly elsewhere: boolean;
}

/** From the client to the server, whenever `InitializationOptions.quotesAwsElsewhere` is no longer true or false. */
export const awsQuotesNotification = "routewise/awsQuotes";
export interface AwsQuotesParams {
  readonly elsewhere: boolean;
}

/** From the client to the server: what Routewise sees in a document. */
export const documentStatusRequest = "routewise/status";
export interface DocumentStatusParams {
  readonly uri: string;
}
/** Null where the document is nothing that Routewise understands. */
export type DocumentStatusResult = DocumentStatus | null;
export interface DocumentStatus {
  readonly source: "cloudformation" | "cdk";
  readonly vpcs: number;
  readonly subnets: number;
  /** Errors and warnings; remarks are left out. Null where the user has switched findings off. */
  readonly findings: number | null;
  /** How many parameters the template declares. */
  readonly parameters: number;
  /** The file whose values are assumed; null where the defaults count. */
  readonly parameterFile: ParameterFileInUse | null;
}
export interface ParameterFileInUse {
  readonly uri: string;
  /** False where there is no such file, or it is no parameter file. */
  readonly isRead: boolean;
}

/** From the client to the server: the files of the workspace that may give values to a template's parameters. */
export const parameterFileListRequest = "routewise/parameterFiles";
export interface ParameterFileListParams {
  readonly uri: string;
}
export interface ParameterFileListResult {
  /** The template's path from its workspace folder, as the setting names it; null where it lies outside. */
  readonly template: string | null;
  /** The best first. */
  readonly files: readonly ParameterFileOffer[];
}
export interface ParameterFileOffer {
  /** From the workspace folder. */
  readonly path: string;
  /** How many of the template's parameters it gives. */
  readonly given: number;
  /** Parameters without default that it does not give. */
  readonly missing: readonly string[];
  /** Names that the template does not declare. */
  readonly unknown: readonly string[];
}

export const topicListRequest = "routewise/topics";
export interface TopicListParams {
  /** Without it, the user's language. */
  readonly language?: UserLanguage | undefined;
}
export interface TopicListResult {
  readonly language: UserLanguage;
  readonly sections: readonly TopicSection[];
  /** Every rule that has a page. */
  readonly rules: readonly PageLink[];
}
export interface TopicSection {
  /** The same in every language. */
  readonly id: string;
  readonly title: string;
  readonly topics: readonly TopicSummary[];
}
export interface TopicSummary {
  readonly id: string;
  readonly title: string;
  readonly tagline: string;
  /** Facts that differ from the study notes. */
  readonly corrections: number;
  /** Rules that guard the topic. */
  readonly rules: number;
}

export interface PageReference {
  readonly kind: "topic" | "rule";
  readonly id: string;
}

export const pageRequest = "routewise/page";
export interface PageParams extends PageReference {
  readonly language?: UserLanguage | undefined;
}
/** Undefined result: there is no such page. */
export interface Page extends PageReference {
  readonly language: UserLanguage;
  readonly title: string;
  readonly tagline: string;
  readonly figures: readonly PageFigure[];
  /** Markdown. Citations stand as `[^n]`, n from 1 in `sources`; other pages are linked as `#topic/id`, `#rule/id`. */
  readonly body: string;
  readonly sources: readonly PageSource[];
  readonly corrections: readonly PageCorrection[];
  /** Rules that guard the topic; of a rule, those that it names as related. */
  readonly rules: readonly PageLink[];
  /** What a reader checks by eye, because no rule guards the topic yet; Markdown, empty where rules do. */
  readonly lookFor: readonly string[];
  readonly related: readonly PageLink[];
  /** In which languages the topic's snippet can be had; empty where there is none. */
  readonly snippet: PageSnippet | undefined;
}
export interface PageSource {
  readonly title: string;
  readonly url: string;
  /** ISO date on which it was read. */
  readonly checked: string;
}
export interface PageCorrection {
  readonly noted: string;
  readonly truth: string;
  readonly since: string | undefined;
  readonly kind: "wrong" | "outdated" | "imprecise";
}
export interface PageLink extends PageReference {
  readonly title: string;
}
export interface PageSnippet {
  readonly id: string;
  readonly title: string;
  readonly languages: readonly { readonly language: SnippetLanguage; readonly text: string }[];
}

/** Topics and rules that a text leads to; asked for at each keystroke, so the client cancels what it no longer wants. */
export const searchRequest = "routewise/search";
export interface SearchParams {
  readonly query: string;
  readonly language?: UserLanguage | undefined;
}
export interface SearchResult {
  readonly language: UserLanguage;
  /** The best first. */
  readonly hits: readonly SearchHit[];
}
export interface SearchHit extends PageReference {
  readonly title: MarkedText;
  /** The section of a topic in words, the id of a rule. */
  readonly context: string;
  /** `TopicSection.id`; of a rule, that of its topic. */
  readonly section: string | undefined;
  readonly excerpt: MarkedText | undefined;
  readonly corrections: number;
  readonly rules: number;
}
/** Text in which parts are to stand out. Offsets are UTF-16 code units; the marks are in order and do not overlap. */
export interface MarkedText {
  readonly text: string;
  readonly marks: readonly { readonly start: number; readonly end: number }[];
}

/** The page for what stands at a place of a document. */
export const pageAtRequest = "routewise/pageAt";
export interface PageAtParams {
  readonly uri: string;
  readonly position: { readonly line: number; readonly character: number };
  readonly language?: UserLanguage | undefined;
}
/** Undefined result: nothing is known there. */
export interface PageAtResult {
  readonly page: PageReference;
  /** Pages of the rules that found something at this place. */
  readonly findings: readonly PageLink[];
}

export type SnippetLanguage = "yaml" | "json" | "typescript" | "python";

export const snippetListRequest = "routewise/snippets";
export interface SnippetListParams {
  readonly language?: UserLanguage | undefined;
}
export type SnippetListResult = readonly {
  readonly id: string;
  readonly title: string;
  readonly description: string;
}[];

/** The text of a snippet as it is to be inserted in a document, and where. */
export const snippetInsertRequest = "routewise/snippetInsertion";
export interface SnippetInsertParams {
  readonly id: string;
  readonly uri: string;
  readonly languageId: string;
  readonly position: { readonly line: number; readonly character: number };
}
/** Undefined result: the document's language has no such snippet. */
export interface SnippetInsertion {
  /** In snippet syntax, indented as the place wants. */
  readonly text: string;
  readonly position: { readonly line: number; readonly character: number };
  /** Text to put in elsewhere, in the same step: imports that the code lacks. Positions are of the document as it is. */
  readonly edits?: readonly {
    readonly position: { readonly line: number; readonly character: number };
    readonly text: string;
  }[];
}
