/**
 * One version of one document with everything that is known of it. Stages are lazy and memoised; immutable as seen
 * from outside. Features read snapshots; nothing in here knows the protocol.
 */
import type { Language } from "../base/localized.ts";
import type { Layout, Span, TextEdit } from "../base/span.ts";
import type { IgnoredPaths } from "../config/ignored-paths.ts";
import type { Network } from "../network/model.ts";
import type { Finding } from "../rules/rule.ts";
import type { RuleSettings } from "../rules/run.ts";
import type { SyntaxTree } from "../syntax/tree.ts";
import type { NewValue, TemplateEdit } from "../template/edit.ts";
import type { CallExpression, Expression, IntrinsicName } from "../template/expression.ts";
import type { IgnoreNote, IgnorePlace } from "../template/ignores.ts";
import type { Condition, Mapping, Output, Parameter, Resource, Template } from "../template/template.ts";
import type { EvaluationOptions, Evaluator } from "../template/value.ts";
import type { FeatureSwitches } from "./feature-switches.ts";

export type DocumentLanguage = "yaml" | "json" | "typescript" | "tsx" | "javascript" | "python";

/** What a front end gives for one version of a document. */
export interface ReadDocument {
  readonly layout: Layout;
  readonly template: Template;
  /** The tree of a YAML or JSON document; programs have none. */
  readonly tree?: SyntaxTree | undefined;
  readonly problems: readonly { readonly span: Span; readonly code: string; readonly detail?: string | undefined }[];
  /** What stands at an offset, for hover and completion. */
  placeAt(offset: number): Place | undefined;
  /** Writes edits in the document's language; undefined where it cannot. The edits never overlap and result in text that parses. */
  render(edits: readonly TemplateEdit[]): readonly TextEdit[] | undefined;
  /** What the author does not want to be told. */
  ignores(): readonly IgnoreNote[];
  /** Writes such a wish, in the document's way; undefined where it cannot. */
  writeIgnore(rule: string, place: IgnorePlace): readonly TextEdit[] | undefined;
  /** Writes a value as it would stand inline at the offset, e.g. `!Ref Vpc`, `{"Ref": "Vpc"}`, `vpc.ref`. */
  renderValue(value: NewValue, offset: number): string;
}

/** Keeps what can be reused between versions of one document. Made per open document, closed with it. */
export interface DocumentReader {
  /** Reads a version; undefined where the document is nothing that Routewise understands. */
  read(text: string): ReadDocument | undefined;
  dispose(): void;
}

export type SectionName =
  | "Parameters"
  | "Mappings"
  | "Conditions"
  | "Rules"
  | "Resources"
  | "Outputs"
  | "Metadata"
  | "Transform"
  | "AWSTemplateFormatVersion"
  | "Description"
  | "Hooks";

/**
 * Where the cursor is, in terms of the template. `span` is what is (or is being) typed there: hover shows it, completion
 * replaces it; empty where nothing is typed. `text` is that text without quotes.
 */
export type Place = { readonly span: Span; readonly text: string } & (
  | { readonly kind: "section-name"; readonly present: readonly string[] }
  | {
      readonly kind: "declaration";
      readonly of: Parameter | Mapping | Condition | Output | Resource;
      readonly section: SectionName;
    }
  /** An empty line (or a started name) inside a section where a new declaration would be written. */
  | { readonly kind: "new-declaration"; readonly section: SectionName }
  /** `Type`, `Properties`, `DependsOn`… of a resource. */
  | { readonly kind: "attribute-key"; readonly resource: Resource; readonly present: readonly string[] }
  | { readonly kind: "resource-type"; readonly resource: Resource }
  | { readonly kind: "depends-on"; readonly resource: Resource }
  | { readonly kind: "condition-name"; readonly resource?: Resource | undefined }
  | {
      readonly kind: "property-key";
      readonly resource: Resource;
      /** Property names down to the object that holds the key; list indexes left out. */
      readonly path: readonly string[];
      readonly present: readonly string[];
      /** The key's own value, where the key exists. */
      readonly value?: Expression | undefined;
    }
  | {
      readonly kind: "property-value";
      readonly resource: Resource;
      readonly path: readonly string[];
      /** Position in a list, where the value is an item of one. */
      readonly index?: number | undefined;
      readonly expression: Expression;
    }
  /** On the function's name. */
  | { readonly kind: "intrinsic-name"; readonly call: CallExpression; readonly use?: ValueUse | undefined }
  | {
      readonly kind: "intrinsic-argument";
      readonly name: IntrinsicName;
      readonly call: CallExpression;
      /** Index in the argument list (GetAtt: 0 logical ID, 1 attribute); 0 where the argument is no list. */
      readonly index: number;
      readonly use?: ValueUse | undefined;
      readonly expression: Expression;
    }
  /** A key among the arguments of a function, where an object can only be another function. */
  | { readonly kind: "function-key"; readonly call: CallExpression; readonly use?: ValueUse | undefined }
  /** Inside `${…}` of Sub; `text` is the name without braces. */
  | { readonly kind: "sub-variable"; readonly call: CallExpression; readonly use?: ValueUse | undefined }
  | { readonly kind: "parameter-type"; readonly parameter: Parameter }
  | { readonly kind: "parameter-key"; readonly parameter: Parameter; readonly present: readonly string[] }
  /** A construct's class name in code: `ec2.CfnSubnet`. */
  | { readonly kind: "construct"; readonly resource: Resource; readonly symbol: string }
  /** Any other name of the CDK's library in code, the narrowest first: `ec2.NatProvider.gateway`, `ec2.NatProvider`. */
  | { readonly kind: "symbol"; readonly symbols: readonly string[] }
  /** A literal that is handed to the CDK: `443` in `ec2.Port.tcp(443)` or in `port: 443`. */
  | {
      readonly kind: "code-argument";
      /** What it is handed to, the narrowest name first: `ec2.Port.tcp`, `elbv2.ApplicationListener.port`. */
      readonly symbols: readonly string[];
      /** Both arguments of a function that takes the ends of a range. */
      readonly ends?: { readonly from: string; readonly to: string } | undefined;
      /** The id of the construct among whose arguments it stands. */
      readonly construct?: string | undefined;
      /** Where that construct makes a VPC with its subnets. */
      readonly room?: VpcRoom | undefined;
    }
  /** A name that the template's own format gives, outside of properties and what has a kind of its own: `Export`. */
  | { readonly kind: "format-key"; readonly path: FormatPath; readonly present: readonly string[] }
  | {
      readonly kind: "other-value";
      readonly expression: Expression;
      /** In YAML and JSON. */
      readonly path?: FormatPath | undefined;
      /** Position in a list, where the value is an item of one. */
      readonly index?: number | undefined;
    }
);

/** Keys from a section's name down to what holds the place: `["Parameters", "VpcCidr", "NoEcho"]`; list indexes left out. */
export type FormatPath = readonly string[];

/** What fits into a VPC whose subnets a construct makes. */
export interface VpcRoom {
  /** How many zones it may have, few first: one number, or those of stacks without and with an environment; or unknown. */
  readonly zones: readonly number[];
  /** The numbers of zones for which all subnets fit, with the number of subnets that they make. */
  readonly zoneCounts: readonly { readonly zones: number; readonly subnets: number }[];
  /** The prefix lengths that the group of subnets around the place may have, so that all groups fit. */
  readonly masks: readonly RoomyMask[];
}

export interface RoomyMask {
  readonly mask: number;
  /** The blocks of the group's subnets then, in the largest number of zones. */
  readonly blocks: readonly string[];
}

/** The property for which a value is written. */
export interface ValueUse {
  readonly resource: Resource;
  readonly path: readonly string[];
}

export interface Snapshot {
  readonly uri: string;
  readonly version: number;
  readonly languageId: DocumentLanguage;
  readonly text: string;
  readonly document: ReadDocument;
  readonly template: Template;
  readonly evaluator: Evaluator;
  readonly network: Network;
  /** By severity switches of the settings; ordered by place. */
  readonly findings: readonly Finding[];
  /** What all rules find, whatever the settings say; a repair is held against it. */
  readonly unfiltered: readonly Finding[];
}

export interface Settings extends RuleSettings {
  readonly language: Language;
  readonly cdk: boolean;
  /** Whether what `cdk synth` has left behind is checked as well. */
  readonly synthesizedOutput: boolean;
  /** Which parameter file counts for which template; both as paths from the workspace folder, the template as a pattern. */
  readonly parameterFiles: Readonly<Record<string, string>>;
  readonly features: FeatureSwitches;
  /** Files that are left alone, by paths in the workspace. */
  readonly exclude: IgnoredPaths;
}

/** How one document is checked: the settings and the team's file put together. */
export interface CheckSettings extends RuleSettings {
  /** Instead of the parameters' defaults. */
  readonly assume?: EvaluationOptions | undefined;
  /** Whether the team's file leaves the document out: it has no findings then, and all else. */
  readonly ignored?: boolean | undefined;
}
