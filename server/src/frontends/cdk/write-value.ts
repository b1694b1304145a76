/** New values in the program's language and habits. */
import type { NewValue } from "../../template/edit.ts";
import type { IntrinsicName, Scalar } from "../../template/expression.ts";
import { type PropertyName, type PropertyNames, spellingIn } from "./catalog.ts";
import type { Construct } from "./code-value.ts";
import { functionSpelling } from "./functions.ts";
import { lowerFirst } from "./names.ts";
import type { Reading } from "./reading.ts";
import { libraryName, nameAt } from "./variables.ts";

export interface WriteContext {
  readonly reading: Reading;
  /** Where the value is to stand: which variables can be seen. */
  readonly offset: number;
  /** The class of the construct as written (`ec2.CfnSecurityGroup`): Python's nested classes hang on it. */
  readonly className?: string | undefined;
  /** How to name a construct that has no variable here; without it such a value cannot be written. */
  readonly unnamed?: ((construct: Construct | undefined, logicalId: string) => string | undefined) | undefined;
}

/** Undefined where the value cannot be written here. */
export function writeValue(context: WriteContext, value: NewValue, name: PropertyName | undefined): string | undefined {
  if (value === null || typeof value !== "object") return writeScalar(context.reading, value);
  if (isList(value)) {
    const items = value.map((item) => writeValue(context, item, name));
    return items.includes(undefined) ? undefined : `[${items.join(", ")}]`;
  }
  if ("object" in value) return writeObject(context, value.object, name);
  return writeCall(context, value.call, value.argument);
}

function isList(value: NewValue): value is readonly NewValue[] {
  return Array.isArray(value);
}

export function writeScalar(reading: Reading, value: Scalar): string {
  const python = reading.dialect === "snake";
  if (typeof value === "string") return quoted(value, quoteOf(reading));
  if (typeof value === "boolean" && python) return value ? "True" : "False";
  return value === null ? (python ? "None" : "undefined") : String(value);
}

export function quoted(text: string, quote: string): string {
  const escapes: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };
  const body = text.replace(/[\\\n\r\t]/g, (found) => escapes[found] ?? "\\\\").replaceAll(quote, `\\${quote}`);
  return `${quote}${body}${quote}`;
}

/** The quotes that the program uses more. */
export function quoteOf({ program: { text }, dialect }: Reading): "'" | '"' {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const [double, single] = [count(/"[^"'\n]*"/g), count(/'[^"'\n]*'/g)];
  if (double === single) return dialect === "snake" ? '"' : "'";
  return double > single ? '"' : "'";
}

/** `key: value`, `key=value` or `"key": value`. */
export function writeEntry(
  context: WriteContext,
  key: string,
  value: NewValue,
  names: PropertyNames | undefined,
  form: "object" | "arguments",
): string | undefined {
  const known = names?.byName(key);
  const text = writeValue(context, value, known);
  if (text === undefined) return undefined;
  const spelling = keySpelling(context.reading, key, names, form);
  return form === "arguments" ? `${spelling}=${text}` : `${spelling}: ${text}`;
}

/** A property's key as this program would write it. Python's dictionaries keep the spelling of TypeScript, as jsii does. */
export function keySpelling(
  reading: Reading,
  key: string,
  names: PropertyNames | undefined,
  form: "object" | "arguments",
): string {
  const camel = names ? (names.byName(key)?.camel ?? lowerFirst(key)) : key;
  if (form === "arguments") return spellingIn("snake", camel);
  if (reading.dialect === "snake") return quoted(camel, quoteOf(reading));
  return /^[A-Za-z_$][\w$]*$/.test(camel) ? camel : quoted(camel, quoteOf(reading));
}

function writeObject(
  context: WriteContext,
  object: Readonly<Record<string, NewValue>>,
  name: PropertyName | undefined,
): string | undefined {
  const { reading } = context;
  const form = reading.dialect === "snake" && name?.nestedClass !== undefined && !name.isMap ? "arguments" : "object";
  const entries = Object.entries(object).map(([key, value]) => {
    return writeEntry(context, key, value, name?.isMap ? undefined : name?.nested, form);
  });
  if (entries.includes(undefined)) return undefined;
  if (form === "object") {
    const space = reading.dialect === "snake" || entries.length === 0 ? "" : " ";
    return `{${space}${entries.join(", ")}${space}}`;
  }
  const className = nestedClass(context, name?.nestedClass ?? "");
  return className && `${className}(${entries.join(", ")})`;
}

function nestedClass({ reading, className }: WriteContext, nested: string): string | undefined {
  if (nested === "CfnTag") return libraryName(reading, "", "CfnTag");
  return className && `${className}.${nested}`;
}

function writeCall(context: WriteContext, name: IntrinsicName, argument: NewValue): string | undefined {
  const { reading } = context;
  const args = isList(argument) ? argument : [argument];
  const [first, second] = args;
  if (name === "Ref" && typeof first === "string") {
    return first.startsWith("AWS::") ? pseudoParameter(reading, first) : reference(context, first, undefined);
  }
  if (name === "GetAtt" && typeof first === "string" && typeof second === "string") {
    return reference(context, first, second);
  }
  const method = functionSpelling(name);
  const fn = libraryName(reading, "", "Fn");
  if (method === undefined || fn === undefined) return undefined;
  const written = (name === "GetAZs" && argument === "" ? [] : args).map((arg) => writeValue(context, arg, undefined));
  return written.includes(undefined)
    ? undefined
    : `${fn}.${spellingIn(reading.dialect, method)}(${written.join(", ")})`;
}

/** `vpc.ref`, `vpc.attrCidrBlock`, `param.valueAsString` isn't known by name and so not written. */
function reference(context: WriteContext, logicalId: string, attribute: string | undefined): string | undefined {
  const { reading, offset } = context;
  const construct = reading.constructs.find(({ id }) => id === logicalId);
  const variable = (construct && nameAt(reading, construct, offset)) ?? context.unnamed?.(construct, logicalId);
  if (variable !== undefined) {
    const member = attribute === undefined ? "ref" : construct?.names.attributeSpelling(attribute, reading.dialect);
    return member && `${variable}.${member}`;
  }
  return undefined;
}

function pseudoParameter(reading: Reading, name: string): string | undefined {
  const aws = libraryName(reading, "", "Aws");
  const constants: Readonly<Record<string, string>> = {
    "AWS::AccountId": "ACCOUNT_ID",
    "AWS::NoValue": "NO_VALUE",
    "AWS::Partition": "PARTITION",
    "AWS::Region": "REGION",
    "AWS::StackId": "STACK_ID",
    "AWS::StackName": "STACK_NAME",
    "AWS::URLSuffix": "URL_SUFFIX",
  };
  const constant = constants[name];
  return aws === undefined || constant === undefined ? undefined : `${aws}.${constant}`;
}

/** For completion, which must give some text: a reference by the logical ID where there is no variable. */
export function writeAnyhow(reading: Reading, value: NewValue, offset: number): string {
  const written = writeValue({ reading, offset }, value, undefined);
  if (written !== undefined) return written;
  const fn = libraryName(reading, "", "Fn") ?? "Fn";
  const python = reading.dialect === "snake";
  if (value !== null && typeof value === "object" && "call" in value) {
    const args = isList(value.argument) ? value.argument : [value.argument];
    const method = spellingIn(reading.dialect, functionSpelling(value.call) ?? lowerFirst(value.call));
    return `${fn}.${method}(${args.map((arg) => writeAnyhow(reading, arg, offset)).join(", ")})`;
  }
  if (value !== null && typeof value === "object" && "object" in value) {
    const entries = Object.entries(value.object).map(([key, item]) => {
      return `${python ? quoted(key, quoteOf(reading)) : key}: ${writeAnyhow(reading, item, offset)}`;
    });
    return `{ ${entries.join(", ")} }`;
  }
  if (value !== null && typeof value === "object") {
    return `[${value.map((item) => writeAnyhow(reading, item, offset)).join(", ")}]`;
  }
  return writeScalar(reading, value);
}
