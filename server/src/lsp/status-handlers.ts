/** What the editor's status bar says, and which parameter files it offers. */
import type { Connection } from "vscode-languageserver";
import {
  type DocumentStatusParams,
  documentStatusRequest,
  type ParameterFileListParams,
  type ParameterFileListResult,
  parameterFileListRequest,
} from "../../../protocol/requests.ts";
import { pathBelow, rootOf } from "../config/locations.ts";
import { documentStatus } from "../features/status/document-status.ts";
import { mayHoldParameters, parameterFileOffers } from "../features/status/parameter-file-offers.ts";
import type { WithSession } from "./handlers.ts";
import { featuresOf, opened } from "./session.ts";

const search = {
  endings: ["json", "yaml", "yml", "toml"],
  excludedFolders: ["node_modules", ".git", "cdk.out", ".aws-sam", "dist", "build"],
  most: 5000,
};
/** Of those that look likely. */
const mostRead = 200;
const mostBytes = 200_000;

export function registerStatus(connection: Connection, withSession: WithSession): void {
  connection.onRequest(documentStatusRequest, ({ uri }: DocumentStatusParams, token) =>
    withSession("status", null, token, async (session) => {
      const found = await opened(session, uri);
      if (!found) return null;
      const chosen = session.parameterFiles.find(uri);
      const file = chosen ? { uri: chosen.uri, isRead: chosen.values !== undefined } : null;
      return documentStatus(found.snapshot, file, (await featuresOf(session)).diagnostics);
    }),
  );

  connection.onRequest(parameterFileListRequest, ({ uri }: ParameterFileListParams, token) =>
    withSession<ParameterFileListResult>("parameter files", { template: null, files: [] }, token, async (session) => {
      const found = await opened(session, uri);
      const root = rootOf(uri, session.files.roots());
      const below = (file: string) => (root === undefined ? undefined : pathBelow(`${root}/`, file));
      const template = below(uri);
      if (!found || template === undefined) return { template: null, files: [] };
      const places = (await session.files.find(search)).flatMap((file) => {
        const path = below(file);
        return path !== undefined && path !== template && mayHoldParameters(path) ? [{ file, path }] : [];
      });
      const files = await Promise.all(
        places.slice(0, mostRead).map(async ({ file, path }) => {
          const text = session.documents.get(file)?.getText() ?? (await session.files.read(file, mostBytes));
          return text === undefined ? [] : [{ path, text }];
        }),
      );
      return { template, files: parameterFileOffers(found.snapshot.template, template, files.flat()) };
    }),
  );
}
