/** Whether there is anything for the server in a document, told by a cheap look at its text. */
import { servedLanguages } from "../../protocol/languages.ts";

export interface OpenDocument {
  readonly languageId: string;
  readonly path: string;
  /** Only asked for where the language is one of ours. */
  text(): string;
}

/** True of the team's file, and of documents in which whole templates are offered: empty ones, but for a word. */
export function needsServer({ languageId, path, text }: OpenDocument): boolean {
  const kind = servedLanguages[languageId] ?? (/\.(?:template|cfn)$/.test(path) ? "template" : undefined);
  switch (kind) {
    case undefined:
      return false;
    case "yaml":
    case "json":
      return /\.routewise\.ya?ml$/.test(path) || isBlankOrTemplate(text());
    case "template":
      return true;
    default:
      return /aws-cdk-lib|aws_cdk/.test(text());
  }
}

/** A template says one of these at its root; so does one that is being written. */
function isBlankOrTemplate(text: string): boolean {
  return /AWSTemplateFormatVersion|\bResources\b/.test(text) || /^\s*[\w-]*\s*$/.test(text);
}
