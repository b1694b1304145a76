/** Tree-sitter's tree of Python -> program. */
import type {
  AssignStatement,
  ClassStatement,
  CodeExpression,
  CodeStatement,
  FunctionStatement,
  ImportedName,
  ObjectEntry,
  Program,
} from "./ast.ts";
import { patternOf } from "./patterns.ts";
import { inField, type RawNode } from "./raw.ts";
import {
  asStatement,
  equals,
  errorsIn,
  other,
  partOf,
  type StatementCache,
  template,
  unclear,
  unescaped,
} from "./shared.ts";

const operators: Readonly<Record<string, string>> = { and: "&&", or: "||", "==": "===", "!=": "!==", not: "!" };

/** @param cache of the document: what was read of nodes that come again */
export function readPython(text: string, root: RawNode, cache: StatementCache = new WeakMap()): Program {
  const textOf = (node: RawNode): string => text.slice(node.start, node.end);
  /** The name of the first parameter of the method that is read: usually `self`. */
  let self = "self";

  function statements(nodes: readonly RawNode[]): CodeStatement[] {
    return nodes.flatMap((node) => {
      // What `self` is called changes what a statement means.
      const isUsual = self === "self" && node.type === "expression_statement";
      const known = isUsual ? cache.get(node) : undefined;
      if (known) return known;
      const read = statement(node);
      if (isUsual) cache.set(node, read);
      return read;
    });
  }

  function statement(node: RawNode): readonly CodeStatement[] {
    switch (node.type) {
      case "comment":
      case "pass_statement":
        return [];
      case "import_statement":
        return inFields(node, "name").map((name) => moduleImport(node, name));
      case "import_from_statement":
        return importFrom(node);
      case "expression_statement":
        return node.children.flatMap(expressionStatement);
      case "decorated_definition":
        return node.children.filter(({ field }) => field === "definition").flatMap(statement);
      case "class_definition":
        return [classStatement(node)];
      case "function_definition":
        return [functionStatement(node, false)];
      case "if_statement":
        return [ifStatement(node, inFields(node, "alternative"))];
      case "for_statement":
      case "while_statement": {
        const [left, right] = [inField(node, "left"), inField(node, "right")];
        return [
          {
            kind: "loop",
            over: right ? [expression(right)] : [],
            variables: left ? identifiersIn(left) : [],
            each: inField(node, "alternative") ? undefined : patternOf(left, textOf),
            body: [...block(inField(node, "body")), ...inFields(node, "alternative").flatMap(block)],
            ...partOf(node),
          },
        ];
      }
      case "with_statement":
        return [{ kind: "group", body: block(inField(node, "body")), runs: "once", ...partOf(node) }];
      case "try_statement":
        return [tryStatement(node)];
      case "match_statement":
        return matchStatement(node);
      case "return_statement":
      case "raise_statement": {
        const value = node.children[0];
        const keyword = node.type === "return_statement" ? "return" : "throw";
        return [{ kind: "exit", keyword, value: value && expression(value), ...partOf(node) }];
      }
      case "break_statement":
      case "continue_statement":
        return [{ kind: "exit", keyword: "jump", value: undefined, ...partOf(node) }];
      case "block":
        return statements(node.children);
      case "ERROR":
        return [unclear(node, statements(node.children))];
      default:
        return expressionStatement(node);
    }
  }

  /** As the chain of `if`s that it stands for. */
  function matchStatement(node: RawNode): readonly CodeStatement[] {
    const subject = expressionIn(node, "subject");
    const clauses = (inField(node, "body")?.children ?? []).filter(({ type }) => type === "case_clause");
    return clauses.reduceRight<readonly CodeStatement[]>((otherwise, clause) => {
      const body = block(inField(clause, "consequence"));
      const pattern = clause.children.find(({ type }) => type === "case_pattern");
      if (!pattern || textOf(pattern) === "_") return body;
      const test = equals(subject, other(pattern, []));
      return [{ kind: "if", test, consequence: body, alternative: otherwise, ...partOf(clause) }];
    }, []);
  }

  function block(node: RawNode | undefined): readonly CodeStatement[] {
    if (!node) return [];
    if (node.type === "else_clause") return block(inField(node, "body"));
    return node.type === "block" ? statements(node.children) : statement(node);
  }

  function expressionStatement(node: RawNode): readonly CodeStatement[] {
    if (node.type === "assignment" || node.type === "augmented_assignment") return assignment(node);
    if (node.type === "comment") return [];
    return [asStatement(expression(node))];
  }

  function assignment(node: RawNode): readonly CodeStatement[] {
    const [left, right] = [inField(node, "left"), inField(node, "right")];
    if (!left) return [];
    // `a = b = value`: the inner assignment first.
    const inner = right?.type === "assignment" ? assignment(right) : [];
    const innermost = inner.findLast((each) => each.kind === "assign");
    const value = innermost?.kind === "assign" ? innermost.target : right && expression(right);
    const target = expression(left);
    const isPublic = target.kind === "member" && !target.name.startsWith("_");
    const result: AssignStatement = {
      kind: "assign",
      target,
      value: node.type === "assignment" || !value ? value : other(node, [value]),
      declares: false,
      isPublic,
      ...partOf(node),
    };
    return [...inner, result];
  }

  function moduleImport(statementNode: RawNode, name: RawNode): CodeStatement {
    const alias = inField(name, "alias");
    const dotted = inField(name, "name") ?? name;
    const module = textOf(dotted);
    // Without an alias `import aws_cdk.aws_ec2` binds `aws_cdk`.
    const local = alias ? textOf(alias) : (module.split(".")[0] ?? module);
    return {
      kind: "import",
      module: alias ? module : local,
      names: [{ imported: "*", local, range: name }],
      ...partOf(statementNode),
    };
  }

  function importFrom(node: RawNode): readonly CodeStatement[] {
    const module = inField(node, "module_name");
    if (!module) return [];
    const names = inFields(node, "name").map((name): ImportedName => {
      const imported = textOf(inField(name, "name") ?? name);
      const alias = inField(name, "alias");
      return { imported, local: alias ? textOf(alias) : imported, range: name };
    });
    const wildcard = node.children.find(({ type }) => type === "wildcard_import");
    if (wildcard) names.push({ imported: "*", local: "*", range: wildcard });
    return [{ kind: "import", module: textOf(module), names, ...partOf(node) }];
  }

  function classStatement(node: RawNode): ClassStatement {
    const name = inField(node, "name");
    const members = (inField(node, "body")?.children ?? [])
      .flatMap((member) => (member.type === "ERROR" ? member.children : [member]))
      .map((member) => (member.type === "decorated_definition" ? (inField(member, "definition") ?? member) : member));
    const bases = inField(node, "superclasses")?.children ?? [];
    return {
      kind: "class",
      name: name ? textOf(name) : "",
      bases: bases.filter(({ type }) => type !== "keyword_argument" && type !== "comment").map(expression),
      fields: members
        .filter(({ type }) => type === "expression_statement")
        .flatMap(({ children }) => children)
        .filter(({ type }) => type === "assignment")
        .flatMap(assignment)
        .flatMap((each) => (each.kind === "assign" ? [asField(each)] : [])),
      methods: members
        .filter(({ type }) => type === "function_definition")
        .map((each) => functionStatement(each, true)),
      ...partOf(node),
    };
  }

  /** A name assigned in the class's body is read as `self.name`. */
  function asField(assign: AssignStatement): AssignStatement {
    const { target } = assign;
    if (target.kind !== "name") return assign;
    const { start, end, name } = target;
    return {
      ...assign,
      declares: true,
      target: {
        kind: "member",
        object: { kind: "name", name: "this", start, end: start, broken: false },
        name,
        nameRange: { start, end },
        start,
        end,
        broken: false,
      },
    };
  }

  function functionStatement(node: RawNode, isMethod: boolean): FunctionStatement {
    const written = inField(node, "name");
    const name = written ? textOf(written) : "";
    const parameters = (inField(node, "parameters")?.children ?? []).flatMap((parameter) => {
      if (parameter.type === "identifier") return [textOf(parameter)];
      if (/keyword_separator|positional_separator|comment/.test(parameter.type)) return [];
      const inner = inField(parameter, "name") ?? parameter.children[0];
      return [inner?.type === "identifier" ? textOf(inner) : ""];
    });
    const outer = self;
    if (isMethod) self = parameters.shift() ?? "self";
    const body = block(inField(node, "body"));
    self = outer;
    return {
      kind: "function",
      name: name === "__init__" ? "constructor" : name,
      parameters,
      body,
      ...partOf(node),
    };
  }

  function ifStatement(node: RawNode, alternatives: readonly RawNode[]): CodeStatement {
    const [next, ...rest] = alternatives;
    return {
      kind: "if",
      test: expressionIn(node, "condition"),
      consequence: block(inField(node, "consequence")),
      alternative: !next ? [] : next.type === "elif_clause" ? [ifStatement(next, rest)] : block(next),
      ...partOf(node),
    };
  }

  function tryStatement(node: RawNode): CodeStatement {
    const handlers = node.children.filter(({ type }) => /_clause$/.test(type));
    return {
      kind: "group",
      runs: "once",
      body: [
        ...block(inField(node, "body")),
        ...handlers.map((handler): CodeStatement => {
          const body = handler.children.filter(({ type }) => type === "block").flatMap(block);
          const runs = handler.type === "finally_clause" ? "once" : "perhaps";
          return { kind: "group", body, runs, ...partOf(handler) };
        }),
      ],
      ...partOf(node),
    };
  }

  function identifiersIn(node: RawNode): string[] {
    return node.type === "identifier" ? [textOf(node)] : node.children.flatMap(identifiersIn);
  }

  function expressionIn(node: RawNode, field: string): CodeExpression {
    const child = inField(node, field);
    return child ? expression(child) : other({ ...node, start: node.end, children: [] }, []);
  }

  function expressions(nodes: readonly RawNode[]): CodeExpression[] {
    return nodes.filter(({ type }) => type !== "comment").map(expression);
  }

  function expression(node: RawNode): CodeExpression {
    const part = partOf(node);
    switch (node.type) {
      case "parenthesized_expression":
      case "await":
      case "type": {
        const inner = node.children.find(({ type }) => type !== "comment");
        return inner ? expression(inner) : other(node, []);
      }
      case "string":
        return stringLiteral(node);
      case "concatenated_string": {
        const parts = node.children.map(expression);
        const values = parts.map((each) => (each.kind === "string" ? each.value : undefined));
        if (values.includes(undefined)) {
          const all = parts.flatMap((each) => (each.kind === "template" ? each.parts : [each]));
          return { kind: "template", parts: all, ...part };
        }
        return { kind: "string", value: values.join(""), content: node, verbatim: false, ...part };
      }
      case "integer":
      case "float": {
        const value = Number(textOf(node).replaceAll("_", ""));
        return Number.isNaN(value) ? other(node, []) : { kind: "number", value, ...part };
      }
      case "true":
      case "false":
        return { kind: "boolean", value: node.type === "true", ...part };
      case "none":
        return { kind: "nothing", ...part };
      case "identifier":
        return { kind: "name", name: textOf(node) === self ? "this" : textOf(node), ...part };
      case "attribute": {
        const attribute = inField(node, "attribute");
        return {
          kind: "member",
          object: expressionIn(node, "object"),
          name: attribute ? textOf(attribute) : "",
          nameRange: attribute ?? { start: node.end, end: node.end },
          ...part,
        };
      }
      case "subscript":
        return { kind: "index", object: expressionIn(node, "value"), index: expressionIn(node, "subscript"), ...part };
      case "call":
        return call(node);
      case "list":
      case "tuple":
        return { kind: "list", items: expressions(node.children), ...part };
      case "dictionary":
        return dictionary(node);
      case "list_splat": {
        const value = node.children[0];
        return value ? { kind: "spread", value: expression(value), ...part } : other(node, []);
      }
      case "not_operator":
        return { kind: "operation", operator: "!", operands: [expressionIn(node, "argument")], ...part };
      case "unary_operator":
        return { kind: "operation", operator: operatorOf(node), operands: [expressionIn(node, "argument")], ...part };
      case "binary_operator":
      case "boolean_operator":
        return {
          kind: "operation",
          operator: operatorOf(node),
          operands: [expressionIn(node, "left"), expressionIn(node, "right")],
          ...part,
        };
      case "comparison_operator":
        return {
          kind: "operation",
          operator: operatorOf(node),
          operands: expressions(node.children.filter(({ field }) => field !== "operators")),
          ...part,
        };
      case "conditional_expression": {
        const [consequence, test, alternative] = expressions(node.children);
        if (!consequence || !test || !alternative) return other(node, []);
        return { kind: "choice", test, consequence, alternative, ...part };
      }
      case "lambda": {
        const inner = inField(node, "body");
        return { kind: "closure", body: inner ? [asStatement(expression(inner))] : [], ...part };
      }
      case "list_comprehension":
      case "dictionary_comprehension":
      case "set_comprehension":
      case "generator_expression": {
        const inner = inField(node, "body");
        return { kind: "closure", body: inner ? [asStatement(expression(inner))] : [], ...part };
      }
      default:
        return other(node, expressions(node.children));
    }
  }

  function operatorOf(node: RawNode): string {
    const operator = inField(node, "operator") ?? inField(node, "operators");
    const written = operator ? textOf(operator) : "";
    return operators[written] ?? written;
  }

  function call(node: RawNode): CodeExpression {
    const args = inField(node, "arguments");
    const written = args?.type === "argument_list" ? args.children : args ? [args] : [];
    const positional = written.filter(({ type }) => !/^(keyword_argument|dictionary_splat|comment)$/.test(type));
    return {
      kind: "call",
      callee: expressionIn(node, "function"),
      args: positional.map(expression),
      keywords: written.filter(({ type }) => type === "keyword_argument").flatMap(keyword),
      hasKeywordSpread: written.some(({ type }) => type === "dictionary_splat"),
      parentheses: args ?? { start: node.end, end: node.end },
      isNew: false,
      ...partOf(node),
    };
  }

  function keyword(node: RawNode): ObjectEntry[] {
    const [name, value] = [inField(node, "name"), inField(node, "value")];
    if (!name || !value) return [];
    return [{ key: textOf(name), keyRange: name, value: expression(value), shorthand: false, ...partOf(node) }];
  }

  function dictionary(node: RawNode): CodeExpression {
    const entries: ObjectEntry[] = [];
    const spreads: CodeExpression[] = [];
    let open = false;
    for (const child of node.children) {
      const [key, value] = [inField(child, "key"), inField(child, "value")];
      const name = key && expression(key);
      if (child.type === "pair" && key && value && name?.kind === "string") {
        entries.push({
          key: name.value,
          keyRange: key,
          value: expression(value),
          shorthand: false,
          ...partOf(child),
        });
      } else if (child.type === "dictionary_splat") {
        spreads.push(...expressions(child.children));
        open = true;
      } else if (child.type !== "comment") {
        open = true;
      }
    }
    return { kind: "object", entries, open, spreads, ...partOf(node) };
  }

  function stringLiteral(node: RawNode): CodeExpression {
    const opening = node.children.find(({ type }) => type === "string_start");
    const closing = node.children.findLast(({ type }) => type === "string_end");
    const content = { start: opening?.end ?? node.start, end: closing?.start ?? node.end };
    const raw = opening !== undefined && /r/i.test(textOf(opening));
    const parts = node.children.flatMap((part): (string | CodeExpression)[] => {
      if (part.type === "string_content") return raw ? [textOf(part)] : contentParts(part);
      if (part.type !== "interpolation") return [];
      const inner = inField(part, "expression");
      const plain = inner && textOf(part).replace(/\s/g, "") === `{${textOf(inner).replace(/\s/g, "")}}`;
      // A format (`{x:02d}`) or conversion changes the text.
      return [inner && plain ? expression(inner) : other(part, inner ? [expression(inner)] : [])];
    });
    return template(node, parts, content, text);
  }

  function contentParts(node: RawNode): string[] {
    const parts: string[] = [];
    let from = node.start;
    for (const sequence of node.children) {
      parts.push(text.slice(from, sequence.start));
      parts.push(sequence.type === "escape_sequence" ? unescaped(textOf(sequence)) : textOf(sequence));
      from = sequence.end;
    }
    return [...parts, text.slice(from, node.end)];
  }

  return { text, body: statements(root.children), errors: errorsIn(root) };
}

function inFields(node: RawNode, field: string): readonly RawNode[] {
  return node.children.filter((child) => child.field === field);
}
