/** Types of parameters, and the frames of new declarations. */
import { CompletionItemKind } from "vscode-languageserver-types";
import type { SectionName } from "../../workspace/snapshot.ts";
import { basicTypes, parameterTypeText, suppliedTypes } from "../format/parameter-types.ts";
import { isJson, type Offer, type Spot } from "./item.ts";
import { nameText } from "./references.ts";
import { say } from "./wording.ts";

const ssm = (type: string): string => `AWS::SSM::Parameter::Value<${type}>`;

export function* parameterTypeOffers(spot: Spot): Generator<Offer> {
  const groups = [
    basicTypes,
    suppliedTypes,
    suppliedTypes.map((type) => `List<${type}>`),
    ["AWS::SSM::Parameter::Name", ...["String", "CommaDelimitedList", ...suppliedTypes].map(ssm)],
  ];
  for (const [index, types] of groups.entries()) {
    for (const type of types) {
      yield {
        label: type,
        kind: CompletionItemKind.TypeParameter,
        rank: index + 1,
        text: nameText(spot, type),
        documentation: parameterTypeText(type)?.[spot.context.language],
      };
    }
  }
}

const declarations: Readonly<
  Partial<Record<SectionName, { readonly word: Parameters<typeof say>[0]; readonly lines: readonly string[] }>>
> = {
  Resources: { word: "newResource", lines: ["${1:LogicalId}:", "\tType: $0"] },
  Parameters: { word: "newParameter", lines: ["${1:Name}:", "\tType: ${2:String}", "\tDefault: $0"] },
  Conditions: { word: "newCondition", lines: ['${1:Name}: !Equals [!Ref ${2:Parameter}, "$0"]'] },
  Outputs: { word: "newOutput", lines: ["${1:Name}:", "\tValue: $0"] },
  Rules: {
    word: "newRule",
    lines: ["${1:Name}:", "\tAssertions:", '\t\t- Assert: !Equals [!Ref ${2:Parameter}, "$0"]'],
  },
  Mappings: { word: "newMapping", lines: ["${1:Name}:", "\t${2:Key}:", "\t\t${3:Name}: $0"] },
};

const jsonDeclarations: Readonly<Partial<Record<SectionName, string>>> = {
  Resources: '"${1:LogicalId}": { "Type": "$0" }',
  Parameters: '"${1:Name}": { "Type": "${2:String}" }',
  Conditions: '"${1:Name}": { "Fn::Equals": [{ "Ref": "${2:Parameter}" }, "$0"] }',
  Outputs: '"${1:Name}": { "Value": $0 }',
  Rules: '"${1:Name}": { "Assertions": [{ "Assert": { "Fn::Equals": [{ "Ref": "${2:Parameter}" }, "$0"] } }] }',
  Mappings: '"${1:Name}": { "${2:Key}": { "${3:Name}": $0 } }',
};

/** The frame of a new declaration; only where the client fills in its places. */
export function* declarationOffers(spot: Spot, section: SectionName, frame: Frame): Generator<Offer> {
  const declaration = declarations[section];
  if (declaration === undefined || !spot.context.snippetSupport) return;
  const text = isJson(spot)
    ? `${jsonDeclarations[section] ?? ""}${frame.behind}`
    : declaration.lines.map((line) => line.replaceAll("\t", frame.unit)).join(`${frame.lineBreak}${frame.indent}`);
  yield {
    label: say(declaration.word, spot.context.language),
    kind: CompletionItemKind.Struct,
    rank: 1,
    text: frame.before + text,
    snippet: true,
    again: true,
    filter: "new",
    edits: frame.edits,
  };
}

const loopLines: Readonly<Partial<Record<SectionName, readonly string[]>>> = {
  Resources: ["\\${$2\\}:", "\tType: $0"],
  Outputs: ["\\${$2\\}:", "\tValue: $0"],
  Conditions: ["\\${$2\\}: $0"],
};

/** A loop over declarations, in YAML and where the template has loops. */
export function* loopOffers(spot: Spot, section: SectionName, frame: Frame): Generator<Offer> {
  const body = loopLines[section];
  const { transforms } = spot.snapshot.template;
  if (body === undefined || isJson(spot) || !spot.context.snippetSupport) return;
  if (!transforms.includes("AWS::LanguageExtensions")) return;
  const [first = "", ...rest] = body;
  const lines = [
    "Fn::ForEach::${1:Loop}:",
    "\t- ${2:Item}",
    "\t- [$3]",
    `\t- \${4:Name}${first}`,
    ...rest.map((line) => `\t\t\t${line.trimStart()}`),
  ];
  yield {
    label: "Fn::ForEach",
    kind: CompletionItemKind.Function,
    rank: 2,
    text:
      frame.before + lines.map((line) => line.replaceAll("\t", frame.unit)).join(`${frame.lineBreak}${frame.indent}`),
    snippet: true,
    again: true,
    detail: say("newLoop", spot.context.language),
    subject: { kind: "function", name: "ForEach" },
  };
}

/** What stands around a new declaration. */
export interface Frame {
  /** Put before the first line: the indentation that is missing. */
  readonly before: string;
  readonly indent: string;
  readonly unit: string;
  readonly lineBreak: "\n" | "\r\n";
  readonly behind: string;
  readonly edits: Offer["edits"];
}
