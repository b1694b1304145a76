import { test } from "vitest";
import { targetGroupIpRange } from "../../../../server/src/rules/load-balancing/target-group-ip-range.ts";
import { checkNoFix, checkRule } from "../../../support/check-rule.ts";

const rule = targetGroupIpRange;
const template = (
  id: string,
  { type = "ip", vpc = "!Ref Vpc", before = "", more = "" } = {},
): string => `${before}Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
${more}  Web:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties:
      Protocol: TCP
      Port: 80
      VpcId: ${vpc}
      TargetType: ${type}
      Targets:
        - Id: ${id}
`;

test("a public address", () => {
  checkRule(
    rule,
    `${template("203.0.113.7")}#             ^^^^^^^^^^^ error: Web has the target 203.0.113.7, a public address outside Vpc. IP targets are private addresses (10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 100.64.0.0/10) or of the VPC, so registration fails. Use the private address.
`,
  );
  checkRule(
    rule,
    `${template("203.0.113.7")}#             ^^^^^^^^^^^ error: Web のターゲット 203.0.113.7 は Vpc の外のパブリック IP。IP ターゲットに登録できるのはプライベート IP (10.0.0.0/8、172.16.0.0/12、192.168.0.0/16、100.64.0.0/10) か VPC 内の IP で、登録は失敗する。プライベート IP を指定すること。
`,
    { messages: "ja" },
  );
  checkNoFix(rule, template("203.0.113.7"));
});

test("private addresses, addresses of the VPC, other targets, unknown ones", () => {
  for (const id of ["10.9.0.1", "172.31.0.1", "192.168.0.1", "100.64.0.1", "'2001:db8::1'"])
    checkRule(rule, template(id));
  const more =
    "  Second: { Type: AWS::EC2::VPCCidrBlock, Properties: { VpcId: !Ref Vpc, CidrBlock: 203.0.113.0/24 } }\n";
  checkRule(rule, template("203.0.113.7", { more }));
  checkRule(rule, template("203.0.113.7", { type: "instance" }));
  checkRule(rule, template("203.0.113.7", { vpc: "vpc-1" }));
  checkRule(rule, template("!Ref Address", { before: "Parameters: { Address: { Type: String } }\n" }));
  checkRule(
    rule,
    template("!If [Far, 203.0.113.7, 10.0.0.1]", {
      type: "!If [Far, instance, ip]",
      before: "Conditions: { Far: !Equals [!Ref AWS::Region, us-east-1] }\n",
    }),
  );
});

test("a default is a warning", () =>
  checkRule(
    rule,
    `${template("!Ref Address", { before: "Parameters: { Address: { Type: String, Default: 203.0.113.7 } }\n" })}#             ^^^^^^^^^^^^ warning: With the default of Address (203.0.113.7), Web has…
`,
  ));
