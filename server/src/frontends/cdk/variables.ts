/** How the program names things at an offset: constructs, classes of the library, its core. */
import type { CodeStatement, ImportStatement } from "../../syntax/code/ast.ts";
import type { Construct } from "./code-value.ts";
import { bindingsOf } from "./imports.ts";
import { camelCase, lowerFirst, snakeCase } from "./names.ts";
import type { Reading } from "./reading.ts";

/** The variable or field that holds the construct, where it can be seen at the offset; `this` in the language's word. */
export function nameAt(
  reading: Reading,
  { variable, className, block, statement, within }: Construct,
  offset: number,
): string | undefined {
  if (variable === undefined) return undefined;
  const isField = variable.startsWith("this.");
  const scope = isField ? rangeOfClass(reading, className) : block;
  const seen = scope.start <= offset && offset <= scope.end;
  const elsewhere = isField && !(within.start <= offset && offset <= within.end);
  if (!seen || !(offset >= statement.end || elsewhere)) return undefined;
  return reading.dialect === "snake" ? variable.replace(/^this\./, "self.") : variable;
}

function rangeOfClass({ program }: Reading, name: string): { start: number; end: number } {
  const found = program.body.find((statement) => statement.kind === "class" && statement.name === name);
  return found ?? { start: 0, end: program.text.length };
}

/** A name for a variable that holds the construct with this id, not used in the program so far. */
export function freshVariable({ program, dialect }: Reading, id: string): string {
  const words = id.replace(/[^A-Za-z0-9_]+/g, "_").replace(/^(?=\d)/, "_");
  const camel = lowerFirst(camelCase(words)) || "resource";
  const base = dialect === "snake" ? snakeCase(camel) : camel;
  let name = base;
  for (let count = 2; new RegExp(`\\b${name.replaceAll("$", "\\$")}\\b`).test(program.text); count += 1) {
    name = `${base}${count}`;
  }
  return name;
}

/** How a class or function of the library is written here: `ec2.CfnRoute`, `CfnRoute`, `cdk.Fn`, `Fn`. */
export function libraryName(reading: Reading, module: string, name: string): string | undefined {
  const bindings = importsOf(reading).flatMap(({ local, value }) =>
    value.kind === "library" ? [{ local, module: value.module, name: value.name }] : [],
  );
  const direct = bindings.find((each) => each.module === module && each.name === name);
  if (direct) return direct.local;
  const whole = bindings.find((each) => each.module === module && each.name === "");
  if (whole) return `${whole.local}.${name}`;
  const core = bindings.find((each) => each.module === "" && each.name === "");
  return core && module !== "" ? `${core.local}.${module}.${name}` : undefined;
}

/** Where a class can be added to what is imported by name from the same module. */
export function importToExtend(reading: Reading, module: string): ImportStatement | undefined {
  return importStatements(reading.program.body).find((statement) =>
    bindingsOf(statement).some(({ value }) => value.kind === "library" && value.module === module && value.name !== ""),
  );
}

function importsOf({ program }: Reading): ReturnType<typeof bindingsOf> {
  return importStatements(program.body).flatMap((statement) => bindingsOf(statement));
}

function importStatements(statements: readonly CodeStatement[]): readonly ImportStatement[] {
  return statements.filter((statement) => statement.kind === "import");
}
