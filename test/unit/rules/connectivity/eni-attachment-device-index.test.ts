import { test } from "vitest";
import { eniAttachmentDeviceIndex } from "../../../../server/src/rules/connectivity/eni-attachment-device-index.ts";
import { checkFix, checkNoFix, checkRule } from "../../../support/check-rule.ts";
import { python } from "../../../support/programs.ts";

const attachment = (index: string, before = "", more = ""): string => `${before}
Resources:
  Second:
    Type: AWS::EC2::NetworkInterfaceAttachment
    Properties:
      InstanceId: i-1
      NetworkInterfaceId: eni-1
${index}
${more}`;

test("the index of the primary interface", () => {
  checkRule(
    eniAttachmentDeviceIndex,
    attachment(
      `      DeviceIndex: "0"
#                  ^^^ 💡 error: Second attaches at device index 0, where the instance has had its primary interface since launch. CloudFormation will fail. Take index 1, or give the interface to the instance itself in NetworkInterfaces.`,
    ),
  );
  checkRule(
    eniAttachmentDeviceIndex,
    attachment(`      DeviceIndex: 0
#                  ^ 💡 error: Second のデバイスインデックスは 0 だが…`),
    { messages: "ja" },
  );
});

test("other indexes, other network cards, an unknown index", () => {
  checkRule(eniAttachmentDeviceIndex, attachment("      DeviceIndex: 1"));
  checkRule(eniAttachmentDeviceIndex, attachment("      DeviceIndex: 0\n      NetworkCardIndex: 1"));
  checkRule(
    eniAttachmentDeviceIndex,
    attachment("      DeviceIndex: !Ref Index", "Parameters: { Index: { Type: String } }"),
  );
});

test("only the branch that is wrong", () =>
  checkRule(
    eniAttachmentDeviceIndex,
    attachment(
      `      DeviceIndex: !If [First, '0', '1']
#                              ^^^ 💡 error: When First is true: Second attaches at device index 0…`,
      "Conditions: { First: !Equals [!Ref AWS::Region, us-east-1] }",
    ),
  ));

test("a parameter's default is a warning; a mapping is not ours to change", () => {
  checkRule(
    eniAttachmentDeviceIndex,
    attachment(
      `      DeviceIndex: !Ref Index
#                  ^^^^^^^^^^ 💡 warning: With the default of Index (0), Second attaches at device index 0…`,
      "Parameters: { Index: { Type: String, Default: '0' } }",
    ),
  );
  checkNoFix(
    eniAttachmentDeviceIndex,
    attachment("      DeviceIndex: !FindInMap [Enis, Second, Index]", "Mappings: { Enis: { Second: { Index: '0' } } }"),
  );
});

test("takes the first index that no other attachment of the instance has", () => {
  const other = (instance: string): string => `  Third:
    Type: AWS::EC2::NetworkInterfaceAttachment
    Properties: { InstanceId: ${instance}, NetworkInterfaceId: eni-2, DeviceIndex: '1' }
`;
  checkFix(
    eniAttachmentDeviceIndex,
    attachment("      DeviceIndex: '0'", "", other("i-1")),
    attachment("      DeviceIndex: '2'", "", other("i-1")),
  );
  checkFix(
    eniAttachmentDeviceIndex,
    attachment("      DeviceIndex: '0'", "", other("i-2")),
    attachment("      DeviceIndex: '1'", "", other("i-2")),
  );
});

test("a CDK program", () =>
  checkRule(
    eniAttachmentDeviceIndex,
    python(`ec2.CfnNetworkInterfaceAttachment(self, 'Second', instance_id='i-1', network_interface_id='eni-1',
    device_index='0',
#                ^^^ 💡 error: Second attaches at device index 0…
)`),
  ));
