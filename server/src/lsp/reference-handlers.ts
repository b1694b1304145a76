/** Requests of the reference panel and of the snippet command. */
import type { Connection } from "vscode-languageserver";
import {
  type Page,
  type PageAtParams,
  type PageAtResult,
  type PageParams,
  pageAtRequest,
  pageRequest,
  type SearchParams,
  type SearchResult,
  type SnippetInsertion,
  type SnippetInsertParams,
  type SnippetListParams,
  type SnippetListResult,
  searchRequest,
  snippetInsertRequest,
  snippetListRequest,
  type TopicListParams,
  type TopicListResult,
  topicListRequest,
} from "../../../protocol/requests.ts";
import { pageAt } from "../features/reference/page-at.ts";
import { rulePage, topicList, topicPage } from "../features/reference/pages.ts";
import { insertionOf, pageSnippet, snippetList } from "../features/snippets/insertion.ts";
import { allRules } from "../rules/index.ts";
import type { WithSession } from "./handlers.ts";
import { opened } from "./session.ts";

export function registerReference(connection: Connection, withSession: WithSession): void {
  connection.onRequest(topicListRequest, (params: TopicListParams, token) =>
    withSession<TopicListResult | null>("topics", null, token, async (session) => {
      const { knowledge } = await session.data;
      return topicList(knowledge, params.language ?? session.language());
    }),
  );

  connection.onRequest(pageRequest, (params: PageParams, token) =>
    withSession<Page | null>("page", null, token, async (session) => {
      const { knowledge, snippets } = await session.data;
      const language = params.language ?? session.language();
      const page =
        params.kind === "topic"
          ? topicPage(knowledge, params.id, language, (id) => pageSnippet(snippets, id, language))
          : rulePage(
              knowledge,
              params.id,
              language,
              allRules.find((rule) => rule.id === params.id),
            );
      return page ?? null;
    }),
  );

  connection.onRequest(searchRequest, (params: SearchParams, token) =>
    withSession<SearchResult | null>("search", null, token, async (session) => {
      const { search } = await session.data;
      // Of the searches that piled up while the data were read, only the last is still wanted.
      return token.isCancellationRequested ? null : search(params.query, params.language ?? session.language());
    }),
  );

  connection.onRequest(pageAtRequest, (params: PageAtParams, token) =>
    withSession<PageAtResult | null>("page at the cursor", null, token, async (session) => {
      const found = await opened(session, params.uri);
      if (!found || token.isCancellationRequested) return null;
      const { knowledge } = await session.data;
      const language = params.language ?? session.language();
      return pageAt(found.snapshot, found.document.offsetAt(params.position), { knowledge, language }) ?? null;
    }),
  );

  connection.onRequest(snippetListRequest, (params: SnippetListParams, token) =>
    withSession<SnippetListResult>("snippets", [], token, async (session) => {
      const { snippets } = await session.data;
      return snippetList(snippets, params.language ?? session.language());
    }),
  );

  connection.onRequest(snippetInsertRequest, (params: SnippetInsertParams, token) =>
    withSession<SnippetInsertion | null>("snippet insertion", null, token, async (session) => {
      const document = session.documents.get(params.uri);
      if (!document) return null;
      const { snippets } = await session.data;
      const insertion = insertionOf(snippets, {
        id: params.id,
        uri: params.uri,
        languageId: params.languageId,
        text: document.getText(),
        offset: document.offsetAt(params.position),
      });
      if (!insertion) return null;
      const edits = insertion.edits.map(({ range, newText }) => ({
        position: document.positionAt(range.start),
        text: newText,
      }));
      return { text: insertion.text, position: document.positionAt(insertion.offset), edits };
    }),
  );
}
