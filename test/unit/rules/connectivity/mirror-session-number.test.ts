import { test } from "vitest";
import { mirrorSessionNumber } from "../../../../server/src/rules/connectivity/mirror-session-number.ts";
import { checkFix, checkRule } from "../../../support/check-rule.ts";
import { python } from "../../../support/programs.ts";

const rule = mirrorSessionNumber;
const session = (number: string, before = "") => `${before}
Resources:
  Session:
    Type: AWS::EC2::TrafficMirrorSession
    Properties:
      NetworkInterfaceId: eni-1
      TrafficMirrorTargetId: tmt-1
      TrafficMirrorFilterId: tmf-1
      SessionNumber: ${number}
`;

test("numbers that there are not", () =>
  checkRule(
    rule,
    session(`0
#                    ^ 💡 error: Session has session number 0, but session numbers are 1 to 32766. CloudFormation will fail. The sessions of an interface are tried from the lowest number up.`),
  ));

test("in Japanese", () =>
  checkRule(
    rule,
    session(`"32767"
#                    ^^^^^^^ 💡 error: Session のセッション番号は 32767 だが、番号は 1〜32766 で…`),
    { messages: "ja" },
  ));

test("both ends, and what nobody knows", () => {
  for (const number of ["1", "32766", "!ImportValue N"]) checkRule(rule, session(number));
});

test("one branch, and a default", () => {
  checkRule(
    rule,
    session(
      `!If [First, 1, 0]
#                                   ^ 💡 error: When First is false: Session has session number 0…`,
      "Conditions: { First: !Equals [!Ref AWS::Region, us-east-1] }",
    ),
  );
  checkRule(
    rule,
    session(
      `!Ref N
#                    ^^^^^^ 💡 warning: With the default of N (0), Session has session number 0…`,
      "Parameters: { N: { Type: Number, Default: 0 } }",
    ),
  );
});

test("takes it to the bound", () => {
  checkFix(rule, session("0"), session("1"), { title: "Give Session session number 1" });
  checkFix(rule, session("40000"), session("32766"));
});

test("in JSON", () => {
  const json = (number: number) =>
    `{ "Resources": { "S": { "Type": "AWS::EC2::TrafficMirrorSession", "Properties": { "NetworkInterfaceId": "eni-1", "TrafficMirrorTargetId": "tmt-1", "TrafficMirrorFilterId": "tmf-1", "SessionNumber": ${number} } } } }\n`;
  checkFix(rule, json(0), json(1));
});

test("a CDK program", () =>
  checkRule(
    rule,
    python(`ec2.CfnTrafficMirrorSession(self, "Session", network_interface_id="eni-1", traffic_mirror_target_id="tmt-1",
    traffic_mirror_filter_id="tmf-1", session_number=0)
#                                                    ^ 💡 error: Session has session number 0…`),
  ));
