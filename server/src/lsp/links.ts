/** Addresses that texts of the server link to. */

import { commands, type InitializationOptions } from "../../../protocol/requests.ts";
import type { Language } from "../base/localized.ts";

const repository = "https://github.com/routewise/routewise/blob/main";

export interface Links {
  /** A link target that opens the topic's page; undefined where the client has no such page. */
  topic(id: string): string | undefined;
  /** The page of a rule: in the editor where the client says how to get there, else in the repository. */
  rule(id: string, language: Language): string;
}

export function createLinks({ commandLinks, uriScheme, extensionId }: InitializationOptions): Links {
  return {
    topic: (id) =>
      commandLinks ? `command:${commands.openTopic}?${encodeURIComponent(JSON.stringify([id]))}` : undefined,
    rule: (id, language) =>
      uriScheme && extensionId
        ? `${uriScheme}://${extensionId}/rule/${id}`
        : `${repository}/knowledge/rules/${id}/${language}.md`,
  };
}
