/**
 * A program as far as Routewise reads programs, in one shape for all languages: what TypeScript writes as
 * `new ec2.CfnVPC(this, "Vpc", { cidrBlock })` and Python as `ec2.CfnVPC(self, "Vpc", cidr_block=…)` are the same kind
 * of call. Immutable; offsets are UTF-16 code units into the whole text.
 */

export interface CodeRange {
  readonly start: number;
  readonly end: number;
}

export type CodeNode = CodeExpression | CodeStatement;

interface Part extends CodeRange {
  /** Something inside could not be parsed. */
  readonly broken: boolean;
}

export type CodeExpression =
  | StringLiteral
  | StringTemplate
  | NumberLiteral
  | BooleanLiteral
  | NothingLiteral
  | Name
  | Member
  | IndexAccess
  | Call
  | ListLiteral
  | ObjectLiteral
  | Spread
  | Operation
  | Choice
  | Closure
  | OtherExpression;

export interface StringLiteral extends Part {
  readonly kind: "string";
  readonly value: string;
  /** What stands between the quotes. */
  readonly content: CodeRange;
  /** The content is written as it is meant: offsets into the value are offsets into the content. */
  readonly verbatim: boolean;
}

export interface StringTemplate extends Part {
  readonly kind: "template";
  readonly parts: readonly (string | CodeExpression)[];
}

export interface NumberLiteral extends Part {
  readonly kind: "number";
  readonly value: number;
}

export interface BooleanLiteral extends Part {
  readonly kind: "boolean";
  readonly value: boolean;
}

/** `undefined`, `null`, `None`. */
export interface NothingLiteral extends Part {
  readonly kind: "nothing";
}

/** A variable; `this` and `self` are `this`. */
export interface Name extends Part {
  readonly kind: "name";
  readonly name: string;
}

export interface Member extends Part {
  readonly kind: "member";
  readonly object: CodeExpression;
  readonly name: string;
  readonly nameRange: CodeRange;
}

export interface IndexAccess extends Part {
  readonly kind: "index";
  readonly object: CodeExpression;
  readonly index: CodeExpression;
}

export interface Call extends Part {
  readonly kind: "call";
  readonly callee: CodeExpression;
  readonly args: readonly CodeExpression[];
  /** Arguments given by name (Python). */
  readonly keywords: readonly ObjectEntry[];
  /** `**options` (Python). */
  readonly hasKeywordSpread: boolean;
  /** From the opening to behind the closing parenthesis; empty behind the callee where there are none. */
  readonly parentheses: CodeRange;
  /** Written with `new`. */
  readonly isNew: boolean;
}

export interface ListLiteral extends Part {
  readonly kind: "list";
  readonly items: readonly CodeExpression[];
}

export interface ObjectLiteral extends Part {
  readonly kind: "object";
  readonly entries: readonly ObjectEntry[];
  /** Values of other objects are put in, or keys are computed: there may be more properties. */
  readonly open: boolean;
  /** What is spread into it. */
  readonly spreads: readonly CodeExpression[];
}

export interface ObjectEntry extends Part {
  readonly key: string;
  readonly keyRange: CodeRange;
  readonly value: CodeExpression;
  /** `{ vpc }`: key and value are the same word. */
  readonly shorthand: boolean;
}

export interface Spread extends Part {
  readonly kind: "spread";
  readonly value: CodeExpression;
}

/** An operator with one operand or two: `!`, `not`, `+`, `&&` (also for `and`), `||`, `===` (also for `==`). */
export interface Operation extends Part {
  readonly kind: "operation";
  readonly operator: string;
  readonly operands: readonly CodeExpression[];
}

export interface Choice extends Part {
  readonly kind: "choice";
  readonly test: CodeExpression;
  readonly consequence: CodeExpression;
  readonly alternative: CodeExpression;
}

/** A function as a value, or a comprehension: run elsewhere, any number of times. */
export interface Closure extends Part {
  readonly kind: "closure";
  readonly body: readonly CodeStatement[];
  /** What its parameters bind, undefined for those that aren't plain; undefined where it has none of its own. */
  readonly parameters?: readonly (ItemPattern | undefined)[];
}

/** What is bound to an item: a name, the items of a list, the properties of an object. */
export type ItemPattern =
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "items"; readonly items: readonly ItemPattern[] }
  | { readonly kind: "keys"; readonly keys: readonly string[]; readonly items: readonly ItemPattern[] };

export interface OtherExpression extends Part {
  readonly kind: "other";
  readonly children: readonly CodeExpression[];
}

export type CodeStatement =
  | ImportStatement
  | AssignStatement
  | ExpressionStatement
  | ClassStatement
  | FunctionStatement
  | IfStatement
  | LoopStatement
  | ExitStatement
  | GroupStatement;

export interface ImportStatement extends Part {
  readonly kind: "import";
  /** `aws-cdk-lib/aws-ec2`, `aws_cdk.aws_ec2`. */
  readonly module: string;
  readonly names: readonly ImportedName[];
}

export interface ImportedName {
  /** `*` for the whole module. */
  readonly imported: string;
  readonly local: string;
  readonly range: CodeRange;
}

export interface AssignStatement extends Part {
  readonly kind: "assign";
  readonly target: CodeExpression;
  /** Undefined where a variable or field is declared without a value. */
  readonly value: CodeExpression | undefined;
  /** The variable is declared here (TypeScript). */
  readonly declares: boolean;
  /** A field of a class that code elsewhere may read. */
  readonly isPublic: boolean;
}

export interface ExpressionStatement extends Part {
  readonly kind: "expression";
  readonly value: CodeExpression;
}

export interface ClassStatement extends Part {
  readonly kind: "class";
  readonly name: string;
  readonly bases: readonly CodeExpression[];
  readonly fields: readonly AssignStatement[];
  readonly methods: readonly FunctionStatement[];
}

export interface FunctionStatement extends Part {
  readonly kind: "function";
  /** `constructor` also for `__init__`. */
  readonly name: string;
  /** Without `self`. */
  readonly parameters: readonly string[];
  readonly body: readonly CodeStatement[];
}

export interface IfStatement extends Part {
  readonly kind: "if";
  readonly test: CodeExpression;
  readonly consequence: readonly CodeStatement[];
  readonly alternative: readonly CodeStatement[];
}

export interface LoopStatement extends Part {
  readonly kind: "loop";
  /** What is evaluated once before it. */
  readonly over: readonly CodeExpression[];
  /** Variables that differ from one round to the next. */
  readonly variables: readonly string[];
  /** What each item of `over` is bound to, where it goes over items and that is plain. */
  readonly each?: ItemPattern | undefined;
  readonly body: readonly CodeStatement[];
}

/** `return`, `throw`, `raise`, `break`, `continue`: what follows in the same block isn't reached. */
export interface ExitStatement extends Part {
  readonly kind: "exit";
  readonly keyword: "return" | "throw" | "jump";
  readonly value: CodeExpression | undefined;
}

/** Statements that belong together: a block, a `try`, a `switch`, what lies around a syntax error. */
export interface GroupStatement extends Part {
  readonly kind: "group";
  readonly body: readonly CodeStatement[];
  /** Whether the body surely runs, once. */
  readonly runs: "once" | "perhaps" | "unclear";
}

export interface Program {
  readonly text: string;
  readonly body: readonly CodeStatement[];
  /** Stretches that could not be parsed, the innermost ones. */
  readonly errors: readonly CodeRange[];
}

/** The nodes directly inside a node, in the order of the text. */
export function childrenOf(node: CodeNode): readonly CodeNode[] {
  switch (node.kind) {
    case "string":
    case "number":
    case "boolean":
    case "nothing":
    case "name":
    case "import":
      return [];
    case "template":
      return node.parts.filter((part) => typeof part !== "string");
    case "member":
      return [node.object];
    case "index":
      return [node.object, node.index];
    case "call":
      return [node.callee, ...node.args, ...node.keywords.map(({ value }) => value)];
    case "list":
      return node.items;
    case "object":
      return [...node.entries.map(({ value }) => value), ...node.spreads];
    case "spread":
      return [node.value];
    case "operation":
      return node.operands;
    case "choice":
      return [node.test, node.consequence, node.alternative];
    case "closure":
    case "function":
    case "group":
      return node.body;
    case "other":
      return node.children;
    case "assign":
      return node.value ? [node.target, node.value] : [node.target];
    case "expression":
      return [node.value];
    case "class":
      return [...node.bases, ...node.fields, ...node.methods];
    case "if":
      return [node.test, ...node.consequence, ...node.alternative];
    case "loop":
      return [...node.over, ...node.body];
    case "exit":
      return node.value ? [node.value] : [];
  }
}

/** The nodes around an offset, the outermost first. The end of a node counts as inside. */
export function nodesAt(program: Program, offset: number): readonly CodeNode[] {
  const path: CodeNode[] = [];
  let level: readonly CodeNode[] = program.body;
  for (;;) {
    // Where one ends and the next begins, the cursor is on the next.
    const hit = level.filter(({ start, end }) => start <= offset && offset <= end).at(-1);
    if (!hit) return path;
    path.push(hit);
    level = childrenOf(hit);
  }
}
