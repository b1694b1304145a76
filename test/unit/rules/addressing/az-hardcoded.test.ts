import { test } from "vitest";
import { azHardcoded } from "../../../../server/src/rules/addressing/az-hardcoded.ts";
import { checkFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const subnet = (zone: string, before = "") => `${before}
Resources:
  # the web tier
  App:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: vpc-1
      AvailabilityZone: ${zone} # first
`;

test("a zone by name", () => {
  checkRule(
    azHardcoded,
    subnet(`us-east-1c
#                       ^^^^^^^^^^ 💡 information: App is tied to us-east-1c, so this template works in us-east-1 only. Write !Select [2, !GetAZs ""] to take a zone of whatever Region the stack is in.
`),
  );
  checkRule(
    azHardcoded,
    subnet(`us-gov-west-1a
#                       ^^^^^^^^^^^^^^ 💡 information: App の AZ が us-gov-west-1a に固定されており…
`),
    { messages: "ja" },
  );
});

test.each([
  ['!Select [0, !GetAZs ""]', ""],
  ["!Ref Zone", "Parameters: { Zone: { Type: AWS::EC2::AvailabilityZone::Name, Default: us-east-1a } }"],
  ["!FindInMap [Zones, a, name]", "Mappings: { Zones: { a: { name: us-east-1a } } }"],
  ["us-west-2-lax-1a", ""],
  ["us-east-1-wl1-bos-wlz-1", ""],
  ['!Sub "${AWS::Region}a"', ""],
])("but not %s", (zone, before) => checkRule(azHardcoded, subnet(zone, before)));

test("takes the zone by its index", () => {
  checkFix(azHardcoded, subnet("us-east-1b"), subnet('!Select [1, !GetAZs ""]'));
  checkFix(
    azHardcoded,
    `{ "Resources": { "App": { "Type": "AWS::EC2::Subnet", "Properties": { "AvailabilityZone": "us-east-1a" } } } }`,
    `{ "Resources": { "App": { "Type": "AWS::EC2::Subnet", "Properties": { "AvailabilityZone": { "Fn::Select": [0, { "Fn::GetAZs": "" }] } } } } }`,
  );
});

test("a CDK program knows its Region", () =>
  checkRule(
    azHardcoded,
    typescript("new ec2.CfnSubnet(this, 'App', { vpcId: 'v', availabilityZone: 'us-east-1a' });"),
  ));
