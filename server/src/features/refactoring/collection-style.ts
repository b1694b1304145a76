/** The list or object at the cursor in brackets, or over lines of its own. */
import { touches } from "../../base/span.ts";
import { setCollectionStyle } from "../../frontends/cloudformation/collection-style.ts";
import { sheetOf } from "../../frontends/cloudformation/node-edits.ts";
import type { Entry, MappingNode, SequenceNode, SyntaxNode } from "../../syntax/tree.ts";
import type { Refactoring, Selection } from "./refactoring.ts";

type Collection = MappingNode | SequenceNode;

export function collectionStyle({ snapshot, offset }: Selection): readonly Refactoring[] {
  const { tree } = snapshot.document;
  if (!tree?.root || tree.style.language !== "yaml" || tree.root.flow) return [];
  const around: { readonly node: Collection; readonly key: string | undefined; readonly depth: number }[] = [];
  const rangeOf = (node: SyntaxNode | Entry) => tree.layout.rangeOf(node.span);
  const visit = (node: SyntaxNode, key: string | undefined, depth: number): void => {
    if (node.kind === "scalar") return;
    around.push({ node, key, depth });
    if (node.kind === "sequence") {
      const item = node.items.find((each) => touches(rangeOf(each), offset));
      if (item) visit(item, undefined, depth + 1);
    } else {
      const entry = node.entries.find((each) => !each.merged && touches(rangeOf(each), offset));
      if (entry) visit(entry.value, entry.key.text, depth + 1);
    }
  };
  visit(tree.root, undefined, 0);
  const flow = around.find(({ node }) => node.flow);
  // Sections, declarations and `Properties` are never written on one line.
  const found = flow ?? around.findLast(({ depth, key }) => depth > 2 && key !== "Properties");
  if (!found) return [];
  const style = flow ? "block" : "flow";
  const edits = [{ kind: "set-collection-style", style, span: found.node.span }] as const;
  // Whether it can be written depends on comments and lengths, which only the front end knows. Rendering would answer,
  // too, but reads the whole result, and this is asked for at every move of the cursor.
  if (!setCollectionStyle(sheetOf(tree), style, found.node.span)) return [];
  const { key, node } = found;
  const what = key ?? (node.kind === "sequence" ? "list" : "item");
  const whatJa = key ?? (node.kind === "sequence" ? "リスト" : "項目");
  const brackets = node.kind === "sequence" ? "[…]" : "{…}";
  return [
    {
      id: "collection-style",
      kind: "refactor.rewrite",
      title: flow
        ? { en: `Write ${key ? what : `the ${what}`} over several lines`, ja: `${whatJa} を複数行で書く` }
        : {
            en: `Write ${key ? what : `the ${what}`} on one line: ${brackets}`,
            ja: `${whatJa} を 1 行で書く: ${brackets}`,
          },
      edits: () => edits,
    },
  ];
}
