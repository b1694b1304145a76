/** Syntax nodes as plain data. Scalars keep the text that was written, so that `010` does not become 8. */
import type { SyntaxNode } from "./tree.ts";

export type PlainData = string | null | readonly PlainData[] | { readonly [key: string]: PlainData };

export function plainData(node: SyntaxNode): PlainData {
  switch (node.kind) {
    case "scalar":
      return node.value === null ? null : node.text;
    case "sequence":
      return node.items.map(plainData);
    case "mapping":
      return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, plainData(value)]));
  }
}
