/**
 * The editor's language ids that Routewise serves, and what a document with such an id is. The client selects documents
 * by this list and the server reads them by it; a test holds the manifest to it. Files that the user gives one of these
 * ids (`files.associations`) are served whatever their name.
 */

/** `template`: a CloudFormation template in either notation, its text decides. */
export type ServedKind = "yaml" | "json" | "template" | "typescript" | "tsx" | "javascript" | "python";

export const servedLanguages: Readonly<Record<string, ServedKind>> = {
  yaml: "yaml",
  "yaml-cloudformation": "yaml",
  "yaml-cfn": "yaml",
  json: "json",
  jsonc: "json",
  "json-cloudformation": "json",
  "json-cfn": "json",
  // AWS's own extensions use the first and the last.
  cloudformation: "template",
  cfn: "template",
  template: "template",
  typescript: "typescript",
  typescriptreact: "tsx",
  javascript: "javascript",
  javascriptreact: "tsx",
  python: "python",
};
