/**
 * Tree-sitter's tree as plain data. The trees of tree-sitter live in WebAssembly's memory, each look into them costs
 * a call, and they change under an edit; this copy is cheap to walk and stays as it is.
 */
import type { TreeCursor } from "@vscode/tree-sitter-wasm";

export interface RawNode {
  readonly type: string;
  /** The name of the field of the parent in which it stands. */
  readonly field: string | undefined;
  /** UTF-16 offsets into the whole text; the end is exclusive. */
  readonly start: number;
  readonly end: number;
  /** The named children, and unnamed ones that stand in a field (operators). */
  readonly children: readonly RawNode[];
  /** Something inside is missing or could not be parsed. */
  readonly broken: boolean;
}

/** Statements that are taken over from the version before where their text is the same. */
const reusable: ReadonlySet<string> = new Set(["lexical_declaration", "variable_declaration", "expression_statement"]);

/** The statements of a version without an error inside, by type and text. */
export type RawCache = ReadonlyMap<string, RawNode>;

export interface RawTree {
  readonly root: RawNode;
  readonly cache: RawCache;
}

/** Copies the tree under the cursor, taking statements over from `previous`. */
export function copyTree(cursor: TreeCursor, text: string, previous: RawCache): RawTree {
  const cache = new Map<string, RawNode>();

  function copy(): RawNode {
    const type = cursor.nodeType;
    const start = cursor.startIndex;
    const end = cursor.endIndex;
    const key = reusable.has(type) ? `${type} ${text.slice(start, end)}` : undefined;
    const known = key === undefined ? undefined : (previous.get(key) ?? cache.get(key));
    if (key !== undefined && known !== undefined) {
      const field = cursor.currentFieldName ?? undefined;
      const unmoved = known.start === start && known.field === field;
      const taken = unmoved ? known : { ...moved(known, start - known.start), field };
      cache.set(key, taken);
      return taken;
    }
    const field = cursor.currentFieldName ?? undefined;
    const children: RawNode[] = [];
    let broken = type === "ERROR" || cursor.nodeIsMissing;
    if (cursor.gotoFirstChild()) {
      do {
        if (cursor.nodeIsNamed || cursor.currentFieldId !== 0) {
          const child = copy();
          children.push(child);
          broken ||= child.broken;
        } else {
          broken ||= cursor.nodeIsMissing;
        }
      } while (cursor.gotoNextSibling());
      cursor.gotoParent();
    }
    const node: RawNode = { type, field, start, end, children, broken };
    if (key !== undefined && !broken) cache.set(key, node);
    return node;
  }

  return { root: copy(), cache };
}

function moved(node: RawNode, by: number): RawNode {
  if (by === 0) return node;
  return {
    type: node.type,
    field: node.field,
    start: node.start + by,
    end: node.end + by,
    children: node.children.map((child) => moved(child, by)),
    broken: node.broken,
  };
}

/** The child in the field. */
export function inField(node: RawNode, field: string): RawNode | undefined {
  return node.children.find((child) => child.field === field);
}
