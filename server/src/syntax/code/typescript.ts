/** Tree-sitter's tree of TypeScript, TSX or JavaScript -> program. */
import type {
  AssignStatement,
  CodeExpression,
  CodeStatement,
  FunctionStatement,
  ImportedName,
  ItemPattern,
  ObjectEntry,
  Program,
} from "./ast.ts";
import { patternOf } from "./patterns.ts";
import { inField, type RawNode } from "./raw.ts";
import {
  anyOf,
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

/** What is worth remembering: statements that hold no others. */
const simple: ReadonlySet<string> = new Set(["lexical_declaration", "variable_declaration", "expression_statement"]);

/** @param cache of the document: what was read of nodes that come again */
export function readTypeScript(text: string, root: RawNode, cache: StatementCache = new WeakMap()): Program {
  const textOf = (node: RawNode): string => text.slice(node.start, node.end);

  function statements(nodes: readonly RawNode[]): CodeStatement[] {
    return nodes.flatMap((node) => {
      const known = cache.get(node);
      if (known) return known;
      const read = statement(node);
      if (simple.has(node.type)) cache.set(node, read);
      return read;
    });
  }

  function statement(node: RawNode): readonly CodeStatement[] {
    switch (node.type) {
      case "comment":
      case "empty_statement":
      case "interface_declaration":
      case "type_alias_declaration":
        return [];
      case "import_statement":
        return importStatement(node);
      case "export_statement": {
        const exported = inField(node, "declaration") ?? inField(node, "value");
        return exported ? statement(exported) : [];
      }
      case "lexical_declaration":
      case "variable_declaration":
        return node.children
          .filter(({ type }) => type === "variable_declarator")
          .flatMap((declarator) => declaration(declarator, node));
      case "expression_statement":
        return node.children.flatMap((child) => expressionStatement(child, node));
      case "class_declaration":
      case "abstract_class_declaration":
      case "class":
        return [classStatement(node)];
      case "function_declaration":
      case "generator_function_declaration":
        return [functionStatement(node)];
      case "if_statement":
        return [
          {
            kind: "if",
            test: expressionIn(node, "condition"),
            consequence: body(inField(node, "consequence")),
            alternative: body(inField(node, "alternative")),
            ...partOf(node),
          },
        ];
      case "for_in_statement":
      case "for_statement":
      case "while_statement":
      case "do_statement":
        return [loop(node)];
      case "statement_block":
        return [{ kind: "group", body: statements(node.children), runs: "once", ...partOf(node) }];
      case "try_statement":
        return [tryStatement(node)];
      case "switch_statement":
        return switchStatement(node);
      case "return_statement":
      case "throw_statement": {
        const value = node.children[0];
        const keyword = node.type === "return_statement" ? "return" : "throw";
        return [{ kind: "exit", keyword, value: value && expression(value), ...partOf(node) }];
      }
      case "break_statement":
      case "continue_statement":
        return [{ kind: "exit", keyword: "jump", value: undefined, ...partOf(node) }];
      case "ERROR":
        return [unclear(node, statements(node.children))];
      default:
        return expressionStatement(node);
    }
  }

  /** @param whole the statement, semicolon included */
  function expressionStatement(node: RawNode, whole: RawNode = node): readonly CodeStatement[] {
    if (node.type === "assignment_expression" || node.type === "augmented_assignment_expression") {
      return [{ ...assignment(node), ...partOf(whole) }];
    }
    if (node.type === "sequence_expression") return node.children.flatMap((child) => expressionStatement(child, whole));
    if (isComment(node)) return [];
    if (node.type === "class" || node.type === "function_expression") return statement(node);
    return [{ ...asStatement(expression(node)), ...partOf(whole) }];
  }

  function assignment(node: RawNode): AssignStatement {
    const right = expressionIn(node, "right");
    const plain = node.type === "assignment_expression";
    return {
      kind: "assign",
      target: expressionIn(node, "left"),
      value: plain ? right : { kind: "other", children: [right], ...partOf(node) },
      declares: false,
      isPublic: true,
      ...partOf(node),
    };
  }

  function declaration(node: RawNode, whole: RawNode): readonly CodeStatement[] {
    const required = requireOf(node);
    if (required) return [required];
    const value = inField(node, "value");
    return [
      {
        kind: "assign",
        target: expressionIn(node, "name"),
        value: value && expression(value),
        declares: true,
        isPublic: false,
        ...partOf(whole),
      },
    ];
  }

  /** `const ec2 = require("aws-cdk-lib/aws-ec2")`, `const { aws_ec2: ec2 } = require("aws-cdk-lib")`. */
  function requireOf(node: RawNode): CodeStatement | undefined {
    const call = inField(node, "value");
    const callee = call && inField(call, "function");
    if (call?.type !== "call_expression" || !callee || textOf(callee) !== "require") return undefined;
    const source = inField(call, "arguments")?.children[0];
    const pattern = inField(node, "name");
    if (source?.type !== "string" || !pattern) return undefined;
    const names: ImportedName[] =
      pattern.type === "identifier"
        ? [{ imported: "*", local: textOf(pattern), range: pattern }]
        : pattern.children.flatMap((part) => {
            if (part.type === "shorthand_property_identifier_pattern") {
              return [{ imported: textOf(part), local: textOf(part), range: part }];
            }
            const [key, value] = [inField(part, "key"), inField(part, "value")];
            return key && value ? [{ imported: textOf(key), local: textOf(value), range: part }] : [];
          });
    return { kind: "import", module: stringValue(source), names, ...partOf(node) };
  }

  function importStatement(node: RawNode): readonly CodeStatement[] {
    const clause = node.children.find(({ type }) => type === "import_clause" || type === "import_require_clause");
    const source = inField(node, "source") ?? (clause && inField(clause, "source"));
    if (!clause || source?.type !== "string") return [];
    const names = clause.children.flatMap((part): ImportedName[] => {
      if (part.type === "identifier") return [{ imported: "*", local: textOf(part), range: part }];
      if (part.type === "namespace_import") {
        const name = part.children[0];
        return name ? [{ imported: "*", local: textOf(name), range: part }] : [];
      }
      if (part.type !== "named_imports") return [];
      return part.children.flatMap((specifier) => {
        const name = inField(specifier, "name");
        const local = inField(specifier, "alias") ?? name;
        return name && local ? [{ imported: textOf(name), local: textOf(local), range: specifier }] : [];
      });
    });
    return [{ kind: "import", module: stringValue(source), names, ...partOf(node) }];
  }

  function classStatement(node: RawNode): CodeStatement {
    const heritage = node.children.find(({ type }) => type === "class_heritage");
    const extended = heritage?.children.find(({ type }) => type === "extends_clause") ?? heritage;
    const base = extended && (inField(extended, "value") ?? extended.children[0]);
    const members = inField(node, "body")?.children ?? [];
    const name = inField(node, "name");
    return {
      kind: "class",
      name: name ? textOf(name) : "",
      bases: base ? [expression(base)] : [],
      fields: members
        .filter(({ type }) => type === "public_field_definition" || type === "field_definition")
        .map(fieldDefinition),
      methods: members
        .flatMap((member) => (member.type === "ERROR" ? member.children : [member]))
        .filter(({ type }) => type === "method_definition")
        .map(functionStatement),
      ...partOf(node),
    };
  }

  function fieldDefinition(node: RawNode): AssignStatement {
    const name = inField(node, "name") ?? inField(node, "property") ?? node;
    const value = inField(node, "value");
    const modifier = node.children.find(({ type }) => type === "accessibility_modifier");
    const hidden = name.type === "private_property_identifier" || (modifier && textOf(modifier) !== "public");
    const isStatic = / static /.test(` ${text.slice(node.start, name.start)} `);
    return {
      kind: "assign",
      target: {
        kind: "member",
        object: { kind: "name", name: "this", start: name.start, end: name.start, broken: false },
        name: textOf(name),
        nameRange: name,
        ...partOf(name),
      },
      value: value && expression(value),
      declares: true,
      isPublic: !hidden && !isStatic,
      ...partOf(node),
    };
  }

  function functionStatement(node: RawNode): FunctionStatement {
    const name = inField(node, "name");
    return {
      kind: "function",
      name: name ? textOf(name) : "",
      parameters: parametersOf(node),
      body: body(inField(node, "body")),
      ...partOf(node),
    };
  }

  function parametersOf(node: RawNode): string[] {
    const single = inField(node, "parameter");
    if (single) return [textOf(single)];
    return (inField(node, "parameters")?.children ?? []).flatMap((parameter) => {
      const pattern = inField(parameter, "pattern") ?? (parameter.type === "identifier" ? parameter : undefined);
      if (isComment(parameter)) return [];
      return [pattern?.type === "identifier" ? textOf(pattern) : ""];
    });
  }

  /** The statements of a block, a single statement, an `else`, or what an arrow function returns. */
  function body(node: RawNode | undefined): readonly CodeStatement[] {
    if (!node) return [];
    if (node.type === "statement_block") return statements(node.children);
    if (node.type === "else_clause") return node.children.flatMap((child) => body(child));
    return statement(node);
  }

  function loop(node: RawNode): CodeStatement {
    const variables = [inField(node, "left"), inField(node, "initializer")].flatMap((part) =>
      part ? identifiersIn(part) : [],
    );
    const right = inField(node, "right");
    return {
      kind: "loop",
      over: right ? [expression(right)] : [],
      variables,
      each: isOverItems(node) ? patternOf(inField(node, "left"), textOf) : undefined,
      body: body(inField(node, "body")),
      ...partOf(node),
    };
  }

  /** `for (… of …)`; `for (… in …)` goes over keys. */
  function isOverItems(node: RawNode): boolean {
    const operator = inField(node, "operator");
    return operator !== undefined && textOf(operator) === "of";
  }

  function patternsOf(node: RawNode): readonly (ItemPattern | undefined)[] {
    const single = inField(node, "parameter");
    const all = single ? [single] : (inField(node, "parameters")?.children ?? []);
    return all.filter((each) => !isComment(each)).map((each) => patternOf(each, textOf));
  }

  /** As the chain of `if`s that it stands for. A case that falls through into the next is read as ending there. */
  function switchStatement(node: RawNode): readonly CodeStatement[] {
    const value = expressionIn(node, "value");
    let tests: CodeExpression[] = [];
    const cases = (inField(node, "body")?.children ?? []).flatMap((clause) => {
      const tested = inField(clause, "value");
      if (tested) tests.push(equals(value, expression(tested)));
      const statementsOfCase = clause.children.filter(({ field }) => field === "body").flatMap(statement);
      if (statementsOfCase.length === 0) return [];
      const test = clause.type === "switch_default" ? undefined : anyOf(tests);
      tests = [];
      const last = statementsOfCase.at(-1);
      const ends = last?.kind === "exit" && last.keyword === "jump";
      return [{ test, body: ends ? statementsOfCase.slice(0, -1) : statementsOfCase }];
    });
    return cases.reduceRight<readonly CodeStatement[]>((otherwise, { test, body }) => {
      return test ? [{ kind: "if", test, consequence: body, alternative: otherwise, ...partOf(node) }] : body;
    }, []);
  }

  function identifiersIn(node: RawNode): string[] {
    if (node.type === "identifier" || node.type === "shorthand_property_identifier_pattern") return [textOf(node)];
    return node.children.flatMap(identifiersIn);
  }

  function tryStatement(node: RawNode): CodeStatement {
    const handlers = [inField(node, "handler"), inField(node, "finalizer")].filter((part) => part !== undefined);
    return {
      kind: "group",
      runs: "once",
      body: [
        ...body(inField(node, "body")),
        ...handlers.map((handler): CodeStatement => {
          const runs = handler.type === "finally_clause" ? "once" : "perhaps";
          return { kind: "group", body: body(inField(handler, "body")), runs, ...partOf(handler) };
        }),
      ],
      ...partOf(node),
    };
  }

  function expressionIn(node: RawNode, field: string): CodeExpression {
    const child = inField(node, field);
    return child ? expression(child) : other({ ...node, start: node.end, children: [] }, []);
  }

  function expression(node: RawNode): CodeExpression {
    const part = partOf(node);
    switch (node.type) {
      case "parenthesized_expression":
      case "as_expression":
      case "satisfies_expression":
      case "non_null_expression":
      case "await_expression":
      case "type_assertion": {
        const inner = node.children.find((child) => !isComment(child) && !child.type.startsWith("type_arg"));
        return inner ? expression(inner) : other(node, []);
      }
      case "string":
        return template(node, stringParts(node), inside(node), text);
      case "template_string":
        return template(node, stringParts(node), inside(node), text);
      case "number": {
        const value = Number(textOf(node).replaceAll("_", ""));
        return Number.isNaN(value) ? other(node, []) : { kind: "number", value, ...part };
      }
      case "true":
      case "false":
        return { kind: "boolean", value: node.type === "true", ...part };
      case "null":
      case "undefined":
        return { kind: "nothing", ...part };
      case "identifier":
      case "shorthand_property_identifier":
      case "property_identifier":
      case "this":
      case "super":
        return { kind: "name", name: textOf(node), ...part };
      case "member_expression": {
        const property = inField(node, "property");
        return {
          kind: "member",
          object: expressionIn(node, "object"),
          name: property ? textOf(property) : "",
          nameRange: property ?? { start: node.end, end: node.end },
          ...part,
        };
      }
      case "subscript_expression":
        return { kind: "index", object: expressionIn(node, "object"), index: expressionIn(node, "index"), ...part };
      case "new_expression":
      case "call_expression":
        return call(node);
      case "array":
        return { kind: "list", items: expressions(node.children), ...part };
      case "object":
        return objectLiteral(node);
      case "spread_element": {
        const value = node.children[0];
        return value ? { kind: "spread", value: expression(value), ...part } : other(node, []);
      }
      case "update_expression":
      case "unary_expression":
        return { kind: "operation", operator: operatorOf(node), operands: [expressionIn(node, "argument")], ...part };
      case "binary_expression":
        return {
          kind: "operation",
          operator: operatorOf(node),
          operands: [expressionIn(node, "left"), expressionIn(node, "right")],
          ...part,
        };
      case "ternary_expression":
        return {
          kind: "choice",
          test: expressionIn(node, "condition"),
          consequence: expressionIn(node, "consequence"),
          alternative: expressionIn(node, "alternative"),
          ...part,
        };
      case "arrow_function":
      case "function_expression":
        return { kind: "closure", body: body(inField(node, "body")), parameters: patternsOf(node), ...part };
      default:
        return other(node, expressions(node.children.filter(({ type }) => !/type|comment|parameters/.test(type))));
    }
  }

  function expressions(nodes: readonly RawNode[]): CodeExpression[] {
    return nodes.filter((node) => !isComment(node)).map(expression);
  }

  function operatorOf(node: RawNode): string {
    const operator = inField(node, "operator");
    const written = operator ? textOf(operator) : "";
    return written === "==" ? "===" : written === "!=" ? "!==" : written;
  }

  function call(node: RawNode): CodeExpression {
    const isNew = node.type === "new_expression";
    const args = inField(node, "arguments");
    return {
      kind: "call",
      callee: expressionIn(node, isNew ? "constructor" : "function"),
      args: args ? expressions(args.children) : [],
      keywords: [],
      hasKeywordSpread: false,
      parentheses: args ?? { start: node.end, end: node.end },
      isNew,
      ...partOf(node),
    };
  }

  function objectLiteral(node: RawNode): CodeExpression {
    const entries: ObjectEntry[] = [];
    const spreads: CodeExpression[] = [];
    let open = false;
    for (const child of node.children) {
      const key = inField(child, "key");
      const value = inField(child, "value");
      if (child.type === "shorthand_property_identifier") {
        const name = textOf(child);
        entries.push({ key: name, keyRange: child, value: expression(child), shorthand: true, ...partOf(child) });
      } else if (child.type === "pair" && key && value && key.type !== "computed_property_name") {
        const name = key.type === "string" ? stringValue(key) : textOf(key);
        entries.push({ key: name, keyRange: key, value: expression(value), shorthand: false, ...partOf(child) });
      } else if (child.type === "spread_element") {
        spreads.push(...expressions(child.children));
        open = true;
      } else if (!isComment(child)) {
        open = true;
      }
    }
    return { kind: "object", entries, open, spreads, ...partOf(node) };
  }

  function stringValue(node: RawNode): string {
    const value = template(node, stringParts(node), inside(node), text);
    return value.kind === "string" ? value.value : "";
  }

  function stringParts(node: RawNode): (string | CodeExpression)[] {
    return node.children.map((part) => {
      if (part.type === "escape_sequence") return unescaped(textOf(part));
      if (part.type !== "template_substitution") return textOf(part);
      const inner = part.children[0];
      return inner ? expression(inner) : other(part, []);
    });
  }

  return { text, body: statements(root.children), errors: errorsIn(root) };
}

function inside(node: RawNode): { start: number; end: number } {
  return { start: Math.min(node.start + 1, node.end), end: Math.max(node.start + 1, node.end - 1) };
}

function isComment(node: RawNode): boolean {
  return node.type === "comment";
}
