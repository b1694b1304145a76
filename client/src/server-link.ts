/** The custom requests to the server, typed. Each waits until the server runs. */
import type { CancellationToken, Disposable } from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import {
  type DocumentStatusParams,
  type DocumentStatusResult,
  documentStatusRequest,
  type Page,
  type PageAtParams,
  type PageAtResult,
  type PageParams,
  type ParameterFileListParams,
  type ParameterFileListResult,
  pageAtRequest,
  pageRequest,
  parameterFileListRequest,
  type SearchParams,
  type SearchResult,
  type SnippetInsertion,
  type SnippetInsertParams,
  type SnippetListParams,
  type SnippetListResult,
  type SynthesizedParams,
  searchRequest,
  snippetInsertRequest,
  snippetListRequest,
  synthesizedNotification,
  type TopicListParams,
  type TopicListResult,
  topicListRequest,
} from "../../protocol/requests.ts";

/** `idle` as long as nobody needed it; `stopped` is also a server that could not be started, or crashed too often. */
export type ServerState = "idle" | "starting" | "running" | "stopped";

export interface ServerLink {
  state(): ServerState;
  onDidChangeState(listener: () => void): Disposable;
  /** Resolves when the server answers questions. */
  ready(): Promise<void>;
  topics(params: TopicListParams): Promise<TopicListResult | null>;
  page(params: PageParams): Promise<Page | null>;
  /** Rejects where the token is cancelled, as `pageAt` does. */
  search(params: SearchParams, token: CancellationToken): Promise<SearchResult | null>;
  pageAt(params: PageAtParams, token: CancellationToken): Promise<PageAtResult | null>;
  snippets(params: SnippetListParams): Promise<SnippetListResult>;
  snippetInsertion(params: SnippetInsertParams): Promise<SnippetInsertion | null>;
  status(params: DocumentStatusParams): Promise<DocumentStatusResult>;
  parameterFiles(params: ParameterFileListParams): Promise<ParameterFileListResult>;
  /** Tells the server where to look, and starts it where nothing has yet. */
  synthesized(params: SynthesizedParams): Promise<void>;
}

export function createServerLink(client: BaseLanguageClient): ServerLink {
  let wasNeeded = false;
  client.onDidChangeState(({ newState }) => {
    if (newState === State.Starting) wasNeeded = true;
  });

  /** `start` resolves at once where the client runs already. */
  async function ask<R>(method: string, params: object, token?: CancellationToken): Promise<R> {
    await client.start();
    // A token that is undefined would count as a second parameter.
    return token ? client.sendRequest<R>(method, params, token) : client.sendRequest<R>(method, params);
  }
  return {
    state() {
      if (client.state === State.Running) return "running";
      if (client.state === State.Starting) return "starting";
      return wasNeeded ? "stopped" : "idle";
    },
    onDidChangeState: (listener) => client.onDidChangeState(listener),
    ready: () => client.start(),
    topics: (params) => ask(topicListRequest, params),
    page: (params) => ask(pageRequest, params),
    search: (params, token) => ask(searchRequest, params, token),
    pageAt: (params, token) => ask(pageAtRequest, params, token),
    snippets: (params) => ask(snippetListRequest, params),
    snippetInsertion: (params) => ask(snippetInsertRequest, params),
    status: (params) => ask(documentStatusRequest, params),
    parameterFiles: (params) => ask(parameterFileListRequest, params),
    async synthesized(params) {
      await client.start();
      await client.sendNotification(synthesizedNotification, params);
    },
  };
}
