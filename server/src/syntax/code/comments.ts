import type { TextRange } from "../../base/span.ts";
import type { RawNode } from "./raw.ts";

/** The comments of a program that hold the word, in the order of the text. */
export function commentsWith(root: RawNode, text: string, word: string): readonly TextRange[] {
  const found: TextRange[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    const comment = commentAt(root, at);
    if (comment && found.at(-1)?.start !== comment.start) found.push({ start: comment.start, end: comment.end });
  }
  return found;
}

function commentAt(root: RawNode, offset: number): RawNode | undefined {
  let node: RawNode | undefined = root;
  while (node && node.type !== "comment") {
    node = node.children.find(({ start, end }) => start <= offset && offset < end);
  }
  return node;
}
