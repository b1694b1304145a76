import { test } from "vitest";
import { lbSubnetTooSmall } from "../../../../server/src/rules/load-balancing/lb-subnet-too-small.ts";
import { checkRule } from "../../../support/check-rule.ts";
import { front, onBoth, twoSubnets } from "../../../support/load-balancing.ts";
import { typescript } from "../../../support/programs.ts";

const rule = lbSubnetTooSmall;
const template = (subnets: string, blockB: string, { type = "application", before = "" } = {}): string =>
  `${before}Resources:\n${twoSubnets({ blockB })}${front(subnets, { type })}`;
const marked = (message: string): string => `        - !Ref A\n        - !Ref B\n#         ^^^^^^ ${message}`;

test("a /28", () => {
  checkRule(
    rule,
    template(
      marked(
        "warning: Front is an Application Load Balancer in B, a /28 (10.0.1.0/28). It needs a /27 or larger with eight free addresses to scale. Give it a larger subnet.",
      ),
      "10.0.1.0/28",
    ),
  );
  checkRule(
    rule,
    template(
      marked(
        "warning: Front は ALB だが、B (10.0.1.0/28) は /28 と小さい。ALB のスケールには /27 以上で空き IP が 8 つ以上のサブネットが要る。より大きいサブネットに置くこと。",
      ),
      "10.0.1.0/28",
    ),
    { messages: "ja" },
  );
});

test("a /27, other types, unknown blocks", () => {
  checkRule(rule, template(onBoth, "10.0.1.0/27"));
  checkRule(rule, template(onBoth, "10.0.1.0/28", { type: "network" }));
  checkRule(rule, template(onBoth, "!Ref Block", { before: "Parameters: { Block: { Type: String } }\n" }));
});

test("a default, a condition", () => {
  checkRule(
    rule,
    template(marked("warning: With the default of Block (10.0.1.0/28), Front is…"), "!Ref Block", {
      before: "Parameters: { Block: { Type: String, Default: 10.0.1.0/28 } }\n",
    }),
  );
  checkRule(
    rule,
    template(
      marked("warning: When Small is true: Front is an Application Load Balancer in B…"),
      "!If [Small, 10.0.1.0/28, 10.0.1.0/24]",
      { before: "Conditions: { Small: !Equals [!Ref AWS::Region, us-east-1] }\n" },
    ),
  );
});

test("a CDK program", () =>
  checkRule(
    rule,
    typescript(
      `const a = new ec2.CfnSubnet(this, 'A', { vpcId: 'vpc-1', cidrBlock: '10.0.0.0/28', availabilityZone: 'us-east-1a' });
const b = new ec2.CfnSubnet(this, 'B', { vpcId: 'vpc-1', cidrBlock: '10.0.1.0/24', availabilityZone: 'us-east-1b' });
new elasticloadbalancingv2.CfnLoadBalancer(this, 'Front', {
  subnets: [a.ref, b.ref],
//          ^^^^^ warning: Front is an Application Load Balancer in A, a /28 (10.0.0.0/28)…
});`,
      ["ec2", "elasticloadbalancingv2"],
    ),
  ));
