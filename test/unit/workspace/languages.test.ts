import { describe, expect, test } from "vitest";
import { languageOf } from "../../../server/src/workspace/languages.ts";

const yaml = "Resources: {}\n";
const json = ' \n{ "Resources": {} }\n';

describe("the language of a document", () => {
  test.each([
    // The id counts more than the name: files.associations.
    { uri: "file:///w/network.txt", languageId: "yaml", text: yaml, language: "yaml" },
    { uri: "file:///w/network.yaml", languageId: "json", text: json, language: "json" },
    { uri: "file:///w/tsconfig.json", languageId: "jsonc", text: json, language: "json" },
    // Ids for templates in either notation.
    { uri: "file:///w/network", languageId: "cloudformation", text: yaml, language: "yaml" },
    { uri: "file:///w/network", languageId: "cloudformation", text: json, language: "json" },
    { uri: "file:///w/network.template", languageId: "template", text: json, language: "json" },
    { uri: "file:///w/network.cfn", languageId: "cfn", text: "", language: "yaml" },
    // Without an id that is known, the ending.
    { uri: "file:///w/network.template", languageId: "plaintext", text: json, language: "json" },
    { uri: "file:///w/network.cfn", languageId: "plaintext", text: yaml, language: "yaml" },
    { uri: "file:///w/network.YAML", languageId: "something", text: yaml, language: "yaml" },
    // Types of Vim, joined by points.
    { uri: "file:///w/network", languageId: "yaml.cloudformation", text: yaml, language: "yaml" },
    { uri: "file:///w/network", languageId: "json.cloudformation", text: json, language: "json" },
    // Not saved yet, in a notebook, in a diff.
    { uri: "untitled:Untitled-1", languageId: "yaml", text: yaml, language: "yaml" },
    { uri: "vscode-notebook-cell:/w/net.ipynb#W0sZmlsZQ%3D%3D", languageId: "python", text: "", language: "python" },
    { uri: "pr:/w/network.yaml?%7B%22base%22%3Atrue%7D", languageId: "yaml", text: yaml, language: "yaml" },
    { uri: "pr:/w/network.yaml?%7B%22base%22%3Atrue%7D", languageId: "unknown", text: yaml, language: "yaml" },
    // Nothing of ours.
    { uri: "output:extension-output-routewise", languageId: "log", text: yaml, language: undefined },
    { uri: "file:///w/main.tf", languageId: "terraform", text: "", language: undefined },
    { uri: "file:///w/notes.txt", languageId: "plaintext", text: yaml, language: undefined },
  ])("$uri as $languageId: $language", ({ language, ...document }) => {
    expect(languageOf(document)).toBe(language);
  });
});
