import { test } from "vitest";
import { mirrorFilterWithoutRules } from "../../../../server/src/rules/connectivity/mirror-filter-without-rules.ts";
import { checkNoFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const filter = (more: string, before = ""): string => `${before}
Resources:
  Filter:
    Type: AWS::EC2::TrafficMirrorFilter
${more}
`;
const rule = (id: string, rest = ""): string => `  Inbound:
    Type: AWS::EC2::TrafficMirrorFilterRule
${rest}    Properties:
      TrafficMirrorFilterId: ${id}
      TrafficDirection: ingress
      RuleNumber: 100
      RuleAction: accept
      SourceCidrBlock: 0.0.0.0/0
      DestinationCidrBlock: 0.0.0.0/0`;
const live = "Conditions: { Live: !Equals [!Ref AWS::Region, us-east-1] }";

test("no rule at all", () => {
  checkRule(
    mirrorFilterWithoutRules,
    `
Resources:
  Filter:
# ^^^^^^ warning: Filter has no rule, and a mirror filter copies nothing that no rule accepts. Its sessions stay silent. Add an AWS::EC2::TrafficMirrorFilterRule for each direction that you want to see.
    Type: AWS::EC2::TrafficMirrorFilter
`,
  );
  checkNoFix(mirrorFilterWithoutRules, filter(""));
});

test("rules of another filter, in Japanese", () =>
  checkRule(
    mirrorFilterWithoutRules,
    `
Resources:
  Filter:
# ^^^^^^ warning: Filter にルールがない…
    Type: AWS::EC2::TrafficMirrorFilter
${rule("tmf-1")}
`,
    { messages: "ja" },
  ));

test("a rule, or a rule that may be its", () => {
  checkRule(mirrorFilterWithoutRules, filter(rule("!Ref Filter")));
  checkRule(mirrorFilterWithoutRules, filter(rule("!GetAtt Filter.Id")));
  checkRule(mirrorFilterWithoutRules, filter(rule("!ImportValue Filter")));
});

test("traffic to Amazon's DNS server takes no rule", () => {
  checkRule(mirrorFilterWithoutRules, filter("    Properties: { NetworkServices: [amazon-dns] }"));
  checkRule(
    mirrorFilterWithoutRules,
    filter(
      "    Properties: { NetworkServices: !Ref Services }",
      "Parameters: { Services: { Type: CommaDelimitedList } }",
    ),
  );
});

test("a filter whose id leaves the template", () => {
  checkRule(mirrorFilterWithoutRules, `${filter("")}Outputs: { Id: { Value: !Ref Filter } }`);
});

test("the case in which the rule is missing, and filters that are only there with it", () => {
  checkRule(
    mirrorFilterWithoutRules,
    `
${live}
Resources:
  Filter:
# ^^^^^^ warning: When Live is false: Filter has no rule…
    Type: AWS::EC2::TrafficMirrorFilter
${rule("!Ref Filter", "    Condition: Live\n")}
`,
  );
  checkRule(
    mirrorFilterWithoutRules,
    filter(`    Condition: Live\n${rule("!Ref Filter", "    Condition: Live\n")}`, live),
  );
});

test("a CDK program", () =>
  checkRule(
    mirrorFilterWithoutRules,
    typescript(`new ec2.CfnTrafficMirrorFilter(this,
  'Filter');
// ^^^^^^ warning: Filter has no rule…`),
  ));
