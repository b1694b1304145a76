import { test } from "vitest";
import { enaExpressUdpAlone } from "../../../../server/src/rules/connectivity/ena-express-udp-alone.ts";
import { checkFix, checkNoFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const rule = enaExpressUdpAlone;
const attachment = (tcp: string, udp = "true", { before = "", mark = "" } = {}) => `${before}
Resources:
  Attachment:
    Type: AWS::EC2::NetworkInterfaceAttachment
    Properties:
      InstanceId: i-12345678
      NetworkInterfaceId: eni-12345678
      DeviceIndex: "1"
      EnaSrdSpecification:
        EnaSrdUdpSpecification:
          EnaSrdUdpEnabled: ${udp}
${mark}${tcp === "" ? "" : `        EnaSrdEnabled: ${tcp}\n`}`;

test("UDP alone", () =>
  checkRule(
    rule,
    attachment("false", "true", {
      mark: "#                           ^^^^ 💡 warning: Attachment turns ENA Express on for UDP, but EnaSrdEnabled is not true. Without ENA Express itself the setting for UDP has no ground, and all traffic goes by plain ENA. Set EnaSrdEnabled to true as well.\n",
    }),
  ));

test("left out in a launch template, in Japanese", () => {
  const text = `
Resources:
  Template:
    Type: AWS::EC2::LaunchTemplate
    Properties:
      LaunchTemplateData:
        NetworkInterfaces:
          - DeviceIndex: 0
            EnaSrdSpecification: { EnaSrdUdpSpecification: { EnaSrdUdpEnabled: true } }
`;
  checkRule(
    rule,
    `${text}#                                                                              ^^^^ warning: Template は UDP の ENA Express を有効にしているが、EnaSrdEnabled が true でない…\n`,
    { messages: "ja" },
  );
  checkNoFix(rule, text);
});

test("both on, UDP off, and what nobody knows", () => {
  checkRule(rule, attachment("true"));
  checkRule(rule, attachment("false", "false"));
  checkRule(rule, attachment("!ImportValue Tcp"));
  checkRule(rule, attachment("false", "!ImportValue Udp"));
});

test("each branch for itself", () => {
  const before = "Conditions: { Fast: !Equals [!Ref AWS::Region, us-east-1] }";
  checkRule(rule, attachment("!If [Fast, true, false]", "!If [Fast, true, false]", { before }));
  checkRule(
    rule,
    attachment("!If [Fast, true, !Ref AWS::NoValue]", "true", {
      before,
      mark: "#                           ^^^^ 💡 warning: When Fast is false: Attachment turns ENA Express on for UDP…\n",
    }),
  );
});

test("a default says so", () =>
  checkRule(
    rule,
    attachment("!Ref Tcp", "true", {
      before: "Parameters: { Tcp: { Type: String, Default: 'false' } }",
      mark: "#                           ^^^^ 💡 warning: With the default of Tcp (false), Attachment turns ENA Express on for UDP…\n",
    }),
  ));

test("turns it on", () => {
  checkFix(rule, attachment("false"), attachment("true"), { title: "Turn ENA Express on for Attachment" });
  checkFix(rule, attachment(""), attachment("true"));
});

test("in JSON", () => {
  const json = (enabled: boolean) =>
    `{ "Resources": { "A": { "Type": "AWS::EC2::NetworkInterfaceAttachment", "Properties": { "InstanceId": "i-1", "NetworkInterfaceId": "eni-1", "DeviceIndex": "1", "EnaSrdSpecification": { "EnaSrdEnabled": ${enabled}, "EnaSrdUdpSpecification": { "EnaSrdUdpEnabled": true } } } } } }\n`;
  checkFix(rule, json(false), json(true));
});

test("a CDK program", () =>
  checkRule(
    rule,
    typescript(`new ec2.CfnNetworkInterfaceAttachment(this, 'A', { instanceId: 'i-1', networkInterfaceId: 'eni-1', deviceIndex: '1',
  enaSrdSpecification: { enaSrdEnabled: false, enaSrdUdpSpecification: { enaSrdUdpEnabled: true } },
//                                                                                         ^^^^ 💡 warning: A turns ENA Express on for UDP…
});`),
  ));
