/** The custom requests to the server, typed. Each waits until the server runs. */
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  type Page,
  type PageParams,
  pageRequest,
  type SnippetInsertion,
  type SnippetInsertParams,
  type SnippetListParams,
  type SnippetListResult,
  snippetInsertRequest,
  snippetListRequest,
  type TopicListParams,
  type TopicListResult,
  topicListRequest,
} from "../../protocol/requests.ts";

export interface ServerLink {
  topics(params: TopicListParams): Promise<TopicListResult | null>;
  page(params: PageParams): Promise<Page | null>;
  snippets(params: SnippetListParams): Promise<SnippetListResult>;
  snippetInsertion(params: SnippetInsertParams): Promise<SnippetInsertion | null>;
}

export function createServerLink(client: BaseLanguageClient): ServerLink {
  /** `start` resolves at once where the client runs already. */
  async function ask<R>(method: string, params: object): Promise<R> {
    await client.start();
    return client.sendRequest<R>(method, params);
  }
  return {
    topics: (params) => ask(topicListRequest, params),
    page: (params) => ask(pageRequest, params),
    snippets: (params) => ask(snippetListRequest, params),
    snippetInsertion: (params) => ask(snippetInsertRequest, params),
  };
}
