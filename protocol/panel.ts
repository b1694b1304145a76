/** Messages between the extension and the reference panel. Types only. */
import type { Page, TopicListResult, UserLanguage } from "./requests.ts";

export type ToPanel =
  | { readonly type: "topics"; readonly list: TopicListResult }
  | { readonly type: "page"; readonly page: Page }
  | { readonly type: "missing"; readonly id: string }
  | { readonly type: "failed"; readonly message: string };

export type FromPanel =
  | { readonly type: "ready"; readonly open?: PageReference | undefined; readonly language?: UserLanguage | undefined }
  | { readonly type: "open"; readonly page: PageReference; readonly language: UserLanguage }
  | { readonly type: "list"; readonly language: UserLanguage }
  | { readonly type: "insert"; readonly snippet: string; readonly language?: string | undefined }
  | { readonly type: "copy"; readonly text: string };

export interface PageReference {
  readonly kind: "topic" | "rule";
  readonly id: string;
}

/** What the panel keeps over a reload of the window. */
export interface PanelState {
  readonly page: PageReference | undefined;
  readonly language: UserLanguage;
}
