/** Typed look-ups over the knowledge base: facts, topics, rule pages, each in both languages. Immutable. */
import type { Localized } from "../base/localized.ts";

export interface Source {
  readonly title: string;
  readonly url: string;
  /** ISO date on which the page was read. */
  readonly checked: string;
}

export interface Correction {
  readonly kind: "wrong" | "outdated" | "imprecise";
  /** What the study notes said, in short. */
  readonly noted: Localized;
  /** Since when it is so, as a year or year-month, where AWS changed it. */
  readonly since?: string | undefined;
}

export interface Fact {
  readonly id: string;
  readonly topic: string;
  readonly text: Localized;
  readonly sources: readonly Source[];
  readonly since?: string | undefined;
  /** CloudFormation types, property paths (`AWS::EC2::NatGateway.AllocationId`) and CDK symbols it concerns. */
  readonly appliesTo: readonly string[];
  /** Smaller is shown earlier. */
  readonly priority: number;
  readonly correction?: Correction | undefined;
}

export interface Topic {
  readonly id: string;
  readonly title: Localized;
  readonly tagline: Localized;
  readonly section: Localized;
  readonly cfnTypes: readonly string[];
  readonly cdkSymbols: readonly string[];
  readonly keywords: Readonly<Record<"en" | "ja", readonly string[]>>;
  readonly related: readonly string[];
  readonly compare: readonly string[];
  readonly rules: readonly string[];
  readonly snippet?: string | undefined;
  /** Fact ids for a hover on the topic's types, at most five. */
  readonly hover: readonly string[];
  /** Markdown with citations `[@fact.id]`. */
  readonly body: Localized;
  readonly facts: readonly Fact[];
}

export interface RulePage {
  readonly id: string;
  readonly title: Localized;
  /** Markdown. */
  readonly body: Localized;
}

export interface Knowledge {
  /** Ordered by section, then as the notes order them. */
  readonly topics: readonly Topic[];
  readonly rulePages: readonly RulePage[];
  topic(id: string): Topic | undefined;
  fact(id: string): Fact | undefined;
  rulePage(id: string): RulePage | undefined;
  topicForType(typeName: string, propertyPath?: readonly string[]): Topic | undefined;
  topicForSymbol(symbol: string): Topic | undefined;
  /** Facts that concern the property (by path), or the type's own hover facts where no path is given; by priority. */
  factsFor(typeName: string, propertyPath?: readonly string[]): readonly Fact[];
}
