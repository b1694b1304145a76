/** Variables of the loops (`Fn::ForEach`) around a place. */
import type { MappingNode, SyntaxNode } from "../../syntax/tree.ts";
import type { Spot } from "./item.ts";

/** The innermost last; none where nothing is repeated. */
export function loopVariables({ snapshot: { document }, offset }: Spot): readonly string[] {
  const { tree } = document;
  const names: string[] = [];
  const within = (node: SyntaxNode): boolean => {
    const { start, end } = document.layout.rangeOf(node.span);
    return start <= offset && offset <= end;
  };
  const visit = (mapping: MappingNode): void => {
    for (const { key, value } of mapping.entries) {
      if (!within(value)) continue;
      if (!key.text.startsWith("Fn::ForEach::")) {
        if (value.kind === "mapping") visit(value);
      } else if (value.kind === "sequence") {
        const [variable, , body] = value.items;
        if (variable?.kind === "scalar" && variable.text !== "") names.push(variable.text);
        if (body?.kind === "mapping") visit(body);
      }
      return;
    }
  };
  if (tree?.root && document.template.transforms.includes("AWS::LanguageExtensions")) visit(tree.root);
  return names;
}
