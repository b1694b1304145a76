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

/** What a fact tells; `behaviour` is what the service does by itself, `procedure` what someone has to do. */
export const factKinds = [
  "definition",
  "capability",
  "behaviour",
  "limit",
  "procedure",
  "comparison",
  "cost",
  "warning",
  "example",
] as const;
export type FactKind = (typeof factKinds)[number];

export interface Fact {
  readonly id: string;
  readonly topic: string;
  readonly kind: FactKind;
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
  /** Types and property paths that this topic is the page of; none belongs to two topics. */
  readonly cfnTypes: readonly string[];
  /** CDK symbols (`ec2.CfnNatGateway`) that this topic is the page of; none belongs to two topics. */
  readonly cdkSymbols: readonly string[];
  readonly keywords: Readonly<Record<"en" | "ja", readonly string[]>>;
  /** Topics to read next; only ones that are written. */
  readonly related: readonly string[];
  /** Topics to set side by side with this one; only ones that are written. */
  readonly compare: readonly string[];
  /** Rules that guard the topic; only ones that have a page. */
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
  /**
   * The page for a resource type, or for one of its properties where the path is given. The longest path that a topic
   * claims wins, so a property without a page of its own leads to the page of its type. Indices of lists are ignored.
   */
  topicForType(typeName: string, propertyPath?: readonly string[]): Topic | undefined;
  /** The page for a CDK symbol: `ec2.CfnRoute.gatewayId`, else the nearest one around it (`ec2.CfnRoute`). */
  topicForSymbol(symbol: string): Topic | undefined;
  /** Facts that concern the property (by path), or the type's own hover facts where no path is given; by priority. */
  factsFor(typeName: string, propertyPath?: readonly string[]): readonly Fact[];
  /** Facts that name the CDK symbol itself; else the hover facts of its topic. */
  factsForSymbol(symbol: string): readonly Fact[];
}
