import { expect, test } from "vitest";
import { resolverForwardWithoutTargets } from "../../../../server/src/rules/dns/resolver-forward-without-targets.ts";
import { checkFix, checkNoFix, checkRule, fixTitles } from "../../../support/check-rule.ts";
import { python } from "../../../support/programs.ts";

const rule = (more: string, { before = "", type = "FORWARD" } = {}): string => `${before}
Resources:
  Corp:
    Type: AWS::Route53Resolver::ResolverRule
    Properties:
      RuleType: ${type}
      DomainName: corp.example.com
${more}
`;
const targets = "      TargetIps: [{ Ip: 192.168.0.53 }]";
const endpoint = "      ResolverEndpointId: rslvr-out-1";
const marked = (text: string, message: string): string => text.replace("  Corp:\n", `  Corp:\n# ^^^^ ${message}\n`);

test("no targets", () => {
  checkRule(
    resolverForwardWithoutTargets,
    marked(
      rule(endpoint),
      "error: Corp forwards queries but names no DNS server, so there is nowhere to forward them to. List the servers' addresses in TargetIps.",
    ),
  );
  checkRule(
    resolverForwardWithoutTargets,
    marked(
      rule(`${endpoint}\n      TargetIps: []`),
      "error: Corp は問い合わせを転送するルールだが、転送先の DNS サーバーがない…",
    ),
    { messages: "ja" },
  );
  checkNoFix(resolverForwardWithoutTargets, rule(endpoint));
});

test("no endpoint", () =>
  checkRule(
    resolverForwardWithoutTargets,
    marked(
      rule(targets),
      "error: Corp forwards queries but names no outbound endpoint, through which they would leave the VPC. Set ResolverEndpointId.",
    ),
  ));

test("both, other types, unknown values", () => {
  checkRule(resolverForwardWithoutTargets, rule(`${targets}\n${endpoint}`));
  checkRule(resolverForwardWithoutTargets, rule("", { type: "SYSTEM" }));
  checkRule(resolverForwardWithoutTargets, rule("", { type: "DELEGATE" }));
  const before = "Parameters: { P: { Type: String } }";
  checkRule(resolverForwardWithoutTargets, rule("", { before, type: "!Ref P" }));
  checkRule(resolverForwardWithoutTargets, rule(`${targets}\n      ResolverEndpointId: !Ref P`, { before }));
});

test("targets only while it forwards", () => {
  const before = "Conditions: { Out: !Equals [!Ref AWS::AccountId, '1'] }";
  const optional = `      TargetIps: !If [Out, [{ Ip: 192.168.0.53 }], !Ref AWS::NoValue]
      ResolverEndpointId: !If [Out, rslvr-out-1, !Ref AWS::NoValue]`;
  checkRule(resolverForwardWithoutTargets, rule(optional, { before, type: "!If [Out, FORWARD, SYSTEM]" }));
  checkRule(
    resolverForwardWithoutTargets,
    rule(optional, { before }).replace(
      "  Corp:\n",
      "  Corp:\n# ^^^^ error: When Out is false: Corp forwards queries but names no DNS server…\n# ^^^^ error: When Out is false: Corp forwards queries but names no outbound endpoint…\n",
    ),
  );
});

test("a default is a warning", () =>
  checkRule(
    resolverForwardWithoutTargets,
    marked(
      rule(endpoint, { before: "Parameters: { T: { Type: String, Default: FORWARD } }", type: "!Ref T" }),
      "warning: With the default of T (FORWARD), Corp forwards queries…",
    ),
  ));

test("takes the outbound endpoint of the template", () => {
  const outbound = (id: string): string =>
    `  ${id}: { Type: AWS::Route53Resolver::ResolverEndpoint, Properties: { Direction: OUTBOUND, SecurityGroupIds: [sg-1], IpAddresses: [{ SubnetId: subnet-1 }, { SubnetId: subnet-2 }] } }`;
  checkFix(
    resolverForwardWithoutTargets,
    rule(`${targets}\n${outbound("Out")}`),
    rule(`${targets}\n      ResolverEndpointId: !GetAtt Out.ResolverEndpointId\n${outbound("Out")}`),
  );
  expect(
    fixTitles(resolverForwardWithoutTargets, rule(`${targets}\n${outbound("Out")}\n${outbound("Other")}`)),
  ).toEqual(["Forward through Out", "Forward through Other"]);
  const json = (more: string): string => `{
  "Resources": {
    "Out": { "Type": "AWS::Route53Resolver::ResolverEndpoint", "Properties": { "Direction": "OUTBOUND", "SecurityGroupIds": ["sg-1"], "IpAddresses": [{ "SubnetId": "subnet-1" }, { "SubnetId": "subnet-2" }] } },
    "Corp": { "Type": "AWS::Route53Resolver::ResolverRule", "Properties": { "RuleType": "FORWARD", "DomainName": "a.example", "TargetIps": [{ "Ip": "192.168.0.53" }]${more} } }
  }
}
`;
  checkFix(
    resolverForwardWithoutTargets,
    json(""),
    json(', "ResolverEndpointId": { "Fn::GetAtt": ["Out", "ResolverEndpointId"] }'),
  );
});

test("a CDK program", () =>
  checkRule(
    resolverForwardWithoutTargets,
    python(
      `route53resolver.CfnResolverRule(self,
    'Corp',
#    ^^^^ error: Corp forwards queries but names no DNS server…
    rule_type='FORWARD', domain_name='corp.example.com', resolver_endpoint_id='rslvr-out-1')`,
      ["route53resolver"],
    ),
  ));
