/** The fixed names of a template: sections, attributes of resources, keys and types of parameters. */
import { CompletionItemKind } from "vscode-languageserver-types";
import type { Place, SectionName } from "../../workspace/snapshot.ts";
import { type EntryShape, entryText } from "./entries.ts";
import { isJson, type Offer, type Spot } from "./item.ts";
import { commaBefore } from "./layout-text.ts";
import { nameText } from "./references.ts";
import { say } from "./wording.ts";

interface FixedKey {
  readonly name: string;
  readonly shape: EntryShape;
  /** A usual value, in snippet syntax. */
  readonly value?: string;
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html */
const sections: readonly FixedKey[] = [
  { name: "Resources", shape: "object" },
  { name: "Parameters", shape: "object" },
  { name: "Outputs", shape: "object" },
  { name: "Conditions", shape: "object" },
  { name: "Mappings", shape: "object" },
  { name: "Description", shape: "text" },
  { name: "AWSTemplateFormatVersion", shape: "text", value: '"2010-09-09"' },
  { name: "Rules", shape: "object" },
  { name: "Metadata", shape: "object" },
  { name: "Transform", shape: "text" },
];

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-product-attribute-reference.html */
const resourceAttributes: readonly FixedKey[] = [
  { name: "Type", shape: "text" },
  { name: "Properties", shape: "object" },
  { name: "DependsOn", shape: "text" },
  { name: "Condition", shape: "text" },
  { name: "DeletionPolicy", shape: "text" },
  { name: "UpdateReplacePolicy", shape: "text" },
  { name: "Metadata", shape: "object" },
  { name: "CreationPolicy", shape: "object" },
  { name: "UpdatePolicy", shape: "object" },
];

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html */
const parameterKeys: readonly FixedKey[] = [
  { name: "Type", shape: "text" },
  { name: "Default", shape: "text" },
  { name: "Description", shape: "text" },
  { name: "AllowedValues", shape: "list" },
  { name: "AllowedPattern", shape: "text" },
  { name: "ConstraintDescription", shape: "text" },
  { name: "MinLength", shape: "bare" },
  { name: "MaxLength", shape: "bare" },
  { name: "MinValue", shape: "bare" },
  { name: "MaxValue", shape: "bare" },
  { name: "NoEcho", shape: "bare" },
];

export function sectionOffers(spot: Spot, place: Extract<Place, { kind: "section-name" }>): Iterable<Offer> {
  return keyOffers(spot, sections, place.present, place.text, CompletionItemKind.Module);
}

export function* attributeKeyOffers(spot: Spot, place: Extract<Place, { kind: "attribute-key" }>): Generator<Offer> {
  for (const offer of keyOffers(spot, resourceAttributes, place.present, place.text, CompletionItemKind.Keyword)) {
    yield { ...offer, subject: { kind: "resource-attribute", name: offer.label } };
  }
}

export function parameterKeyOffers(spot: Spot, place: Extract<Place, { kind: "parameter-key" }>): Iterable<Offer> {
  return keyOffers(spot, parameterKeys, place.present, place.text, CompletionItemKind.Property);
}

function* keyOffers(
  spot: Spot,
  keys: readonly FixedKey[],
  present: readonly string[],
  written: string,
  kind: CompletionItemKind,
): Generator<Offer> {
  const edits = isJson(spot) ? commaBefore(spot) : undefined;
  for (const { name, shape, value } of keys) {
    if (name !== written && present.includes(name)) continue;
    const { text, snippet, again } = entryText(spot, name, shape, value);
    yield { label: name, kind, rank: 1, text, snippet, again, edits };
  }
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/cloudformation-supplied-parameter-types.html */
const suppliedTypes = [
  "AWS::EC2::VPC::Id",
  "AWS::EC2::Subnet::Id",
  "AWS::EC2::SecurityGroup::Id",
  "AWS::EC2::AvailabilityZone::Name",
  "AWS::EC2::Image::Id",
  "AWS::EC2::Instance::Id",
  "AWS::EC2::SecurityGroup::GroupName",
  "AWS::EC2::Volume::Id",
  "AWS::Route53::HostedZone::Id",
];
const basicTypes = ["String", "Number", "CommaDelimitedList", "List<Number>"];
const furtherTypes = [
  "AWS::EC2::KeyPair::KeyName",
  "AWS::SSM::Parameter::Name",
  "AWS::SSM::Parameter::Value<String>",
  "AWS::SSM::Parameter::Value<CommaDelimitedList>",
  ...suppliedTypes.map((type) => `AWS::SSM::Parameter::Value<${type}>`),
];

export function* parameterTypeOffers(spot: Spot): Generator<Offer> {
  const groups = [basicTypes, suppliedTypes, suppliedTypes.map((type) => `List<${type}>`), furtherTypes];
  for (const [index, types] of groups.entries()) {
    for (const type of types) {
      yield { label: type, kind: CompletionItemKind.TypeParameter, rank: index + 1, text: nameText(spot, type) };
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
  Mappings: { word: "newMapping", lines: ["${1:Name}:", "\t${2:Key}:", "\t\t${3:Name}: $0"] },
};

const jsonDeclarations: Readonly<Partial<Record<SectionName, string>>> = {
  Resources: '"${1:LogicalId}": { "Type": "$0" }',
  Parameters: '"${1:Name}": { "Type": "${2:String}" }',
  Conditions: '"${1:Name}": { "Fn::Equals": [{ "Ref": "${2:Parameter}" }, "$0"] }',
  Outputs: '"${1:Name}": { "Value": $0 }',
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
