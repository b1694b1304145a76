/** Messages between the extension and the reference panel. Types only. */
import type {
  Page,
  PageAtResult,
  PageReference,
  SearchResult,
  SnippetLanguage,
  TopicListResult,
  UserLanguage,
} from "./requests.ts";

export type ToPanel =
  | { readonly type: "topics"; readonly list: TopicListResult }
  | { readonly type: "page"; readonly page: Page }
  | { readonly type: "missing"; readonly page: PageReference }
  | { readonly type: "failed"; readonly message: string }
  | { readonly type: "hits"; readonly query: string; readonly result: SearchResult }
  /** Turn to a page that was asked for elsewhere: the link of a hover, a command. */
  | { readonly type: "show"; readonly page: PageReference }
  /** What the cursor of the editor stands on; sent only while the panel follows it. */
  | { readonly type: "cursor"; readonly at: PageAtResult }
  | { readonly type: "editor"; readonly editor: EditorInFront | undefined }
  /** Send the page as a document of its own. */
  | { readonly type: "print" };

export type FromPanel =
  | { readonly type: "ready"; readonly language: UserLanguage; readonly follow: boolean }
  | { readonly type: "open"; readonly page: PageReference; readonly language: UserLanguage }
  | { readonly type: "list"; readonly language: UserLanguage }
  | { readonly type: "search"; readonly query: string; readonly language: UserLanguage }
  | { readonly type: "follow"; readonly on: boolean; readonly language: UserLanguage }
  | { readonly type: "insert"; readonly snippet: string }
  | { readonly type: "copy"; readonly text: string }
  /** A whole HTML document, named for a file. */
  | { readonly type: "print"; readonly name: string; readonly html: string };

/** The editor that a snippet would go into. */
export interface EditorInFront {
  /** File name. */
  readonly name: string;
  /** The language of snippets that fits; undefined where none does. */
  readonly language: SnippetLanguage | undefined;
}

/** What the panel keeps over a reload of the window. */
export interface PanelState {
  readonly language: UserLanguage;
  readonly history: HistoryState;
  readonly query: string;
  readonly filters: ListFilters;
  readonly follow: boolean;
  /** Whether a narrow panel shows the page and not the list. */
  readonly reading: boolean;
}

/** The pages that the reader came through. */
export interface HistoryState {
  readonly visits: readonly Visit[];
  /** Place in `visits` of the page that is shown; -1 before the first. */
  readonly at: number;
}

export interface Visit {
  readonly page: PageReference;
  /** How far the page was scrolled down, in CSS pixels. */
  readonly scroll: number;
  /** The cursor led here, not the reader. */
  readonly followed: boolean;
}

export interface ListFilters {
  /** `TopicSection.id`; undefined for all. */
  readonly section: string | undefined;
  /** Only what has changed since the study notes. */
  readonly changed: boolean;
  /** Only what rules guard. */
  readonly checked: boolean;
}
