import { expect, test } from "vitest";
import { instanceSettingsBesideInterfaces } from "../../../../server/src/rules/connectivity/instance-settings-beside-interfaces.ts";
import { checkFix, checkNoFix, checkRule, relatedPlaces } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const rule = instanceSettingsBesideInterfaces;
const own = `NetworkInterfaces:
  - DeviceIndex: "0"
    AssociatePublicIpAddress: true`;
const instance = (properties: string, before = "") => `${before}
Resources:
  Web:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-12345678
${properties
  .split("\n")
  .map((line) => (line.startsWith("#") ? line : `      ${line}`))
  .join("\n")}
`;

test("a subnet and groups beside the interfaces", () => {
  checkRule(
    rule,
    instance(`${own}
SubnetId: subnet-12345678
#     ^^^^^^^^ 💡 error: Web has NetworkInterfaces and beside it SubnetId. With interfaces of its own, an instance takes such settings from them alone, so the launch will fail. Move it into the interface, or remove it.
SecurityGroupIds: [sg-12345678]
#     ^^^^^^^^^^^^^^^^ 💡 error: Web has NetworkInterfaces and beside it SecurityGroupIds. With interfaces of its own, an instance takes such settings from them alone, so the launch will fail. Move it into the interface (as GroupSet), or remove it.`),
  );
  expect(relatedPlaces(rule, instance(`${own}\nSubnetId: subnet-12345678`))).toEqual([
    '7:7 "NetworkInterfaces": The interfaces',
  ]);
});

test("in Japanese", () =>
  checkRule(
    rule,
    instance(`${own}
SecurityGroups: [web]
#     ^^^^^^^^^^^^^^ error: Web に NetworkInterfaces があり、その外に SecurityGroups もある…`),
    { messages: "ja" },
  ));

test("one or the other, no interface in the list, and what nobody knows", () => {
  for (const properties of [
    own,
    "SubnetId: subnet-12345678\nSecurityGroupIds: [sg-12345678]",
    "NetworkInterfaces: []\nSubnetId: subnet-12345678",
    "NetworkInterfaces: !ImportValue Interfaces\nSubnetId: subnet-12345678",
    `${own}\nSubnetId: !Ref Subnet`,
    `${own}\nInstanceType: t3.micro`,
  ]) {
    checkRule(rule, instance(properties, "Parameters: { Subnet: { Type: String, Default: '' } }"));
  }
});

test("conditions: one for each, or both in one case", () => {
  const before = "Conditions: { Own: !Equals [!Ref AWS::Region, us-east-1] }";
  const interfaces = 'NetworkInterfaces: !If [Own, [{ DeviceIndex: "0", SubnetId: subnet-1 }], !Ref AWS::NoValue]';
  checkRule(rule, instance(`${interfaces}\nSubnetId: !If [Own, !Ref AWS::NoValue, subnet-1]`, before));
  checkRule(
    rule,
    instance(
      `${interfaces}
SubnetId: subnet-1
#     ^^^^^^^^ error: When Own is true: Web has NetworkInterfaces and beside it SubnetId…`,
      before,
    ),
  );
});

test("moves the setting into the interface", () => {
  checkFix(
    rule,
    instance(`SubnetId: !ImportValue Subnet\n${own}`),
    instance(`${own}\n    SubnetId: !ImportValue Subnet`),
    { title: "Move SubnetId of Web into its interface" },
  );
  checkFix(rule, instance(`SecurityGroupIds: [sg-1]\n${own}`), instance(`${own}\n    GroupSet:\n      - sg-1`));
});

test("removes what the interface has, and does not choose among several", () => {
  const existing = "NetworkInterfaces: [{ DeviceIndex: '0', NetworkInterfaceId: eni-12345678 }]";
  checkFix(rule, instance(`${existing}\nSubnetId: subnet-1`), instance(existing), {
    title: "Remove SubnetId from Web",
  });
  checkNoFix(rule, instance(`${own}\n  - DeviceIndex: "1"\nSubnetId: subnet-1`));
});

test("in JSON", () => {
  const json = (inner: string, outer: string) =>
    `{ "Resources": { "Web": { "Type": "AWS::EC2::Instance", "Properties": { "NetworkInterfaces": [{ "DeviceIndex": "0", "SubnetId": "subnet-1"${inner} }]${outer} } } } }\n`;
  checkFix(rule, json("", ', "SubnetId": "subnet-1"'), json("", ""));
});

test("a CDK program", () =>
  checkRule(
    rule,
    typescript(`new ec2.CfnInstance(this, 'Web', {
  networkInterfaces: [{ deviceIndex: '0', associatePublicIpAddress: true }],
  subnetId: 'subnet-12345678',
//^^^^^^^^ 💡 error: Web has NetworkInterfaces and beside it SubnetId…
});`),
  ));
