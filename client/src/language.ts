/** The language of texts for the user: the setting, else the editor's display language. */
import { env, workspace } from "vscode";
import type { UserLanguage } from "../../protocol/requests.ts";

export function userLanguage(): UserLanguage {
  const set = workspace.getConfiguration("routewise").get<string>("language");
  if (set === "en" || set === "ja") return set;
  return env.language.toLowerCase().startsWith("ja") ? "ja" : "en";
}
