import { test } from "vitest";
import { storageVolumeSize } from "../../../../server/src/rules/storage/storage-volume-size.ts";
import { checkFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

test("bytes instead of gibibytes", () =>
  checkRule(
    storageVolumeSize,
    `
Resources:
  Thing:
    Type: AWS::StorageGateway::Volume
    Properties:
      VolumeSizeInBytes: 200
#                        ^^^ 💡 error: Thing is to have 200 bytes, but a cached volume has 1 GiB to 32 TiB. The stack will fail. Set VolumeSizeInBytes within that range; it counts bytes.
`,
  ));

test("too large, as a text, in Japanese", () =>
  checkRule(
    storageVolumeSize,
    `
Resources:
  Thing:
    Type: AWS::StorageGateway::Volume
    Properties:
      VolumeSizeInBytes: '36283883716608'
#                        ^^^^^^^^^^^^^^^^ 💡 error: Thing の大きさが 33 TiB になっている…
`,
    { messages: "ja" },
  ));

test("half a unit is named", () =>
  checkRule(
    storageVolumeSize,
    `
Resources:
  Thing:
    Type: AWS::StorageGateway::Volume
    Properties:
      VolumeSizeInBytes: 35734127902720
#                        ^^^^^^^^^^^^^^ 💡 error: Thing is to have 32.5 TiB…
`,
  ));

test("the bounds themselves", () =>
  checkRule(
    storageVolumeSize,
    `
Resources:
  Thing:
    Type: AWS::StorageGateway::Volume
    Properties:
      VolumeSizeInBytes: 1073741824
  Other:
    Type: AWS::StorageGateway::Volume
    Properties:
      VolumeSizeInBytes: 35184372088832
`,
  ));

test("just beyond", () =>
  checkRule(
    storageVolumeSize,
    `
Resources:
  Thing:
    Type: AWS::StorageGateway::Volume
    Properties:
      VolumeSizeInBytes: 1073741823
#                        ^^^^^^^^^^ 💡 error: Thing is to have…
  Other:
    Type: AWS::StorageGateway::Volume
    Properties:
      VolumeSizeInBytes: 35184372088833
#                        ^^^^^^^^^^^^^^ 💡 error: Other is to have…
`,
  ));

test("an unknown size, and a default", () =>
  checkRule(
    storageVolumeSize,
    `
Parameters:
  Unknown: { Type: Number }
  Size: { Type: Number, Default: 500 }
Resources:
  Thing:
    Type: AWS::StorageGateway::Volume
    Properties:
      VolumeSizeInBytes: !Ref Unknown
  Other:
    Type: AWS::StorageGateway::Volume
    Properties:
      VolumeSizeInBytes: !Ref Size
#                        ^^^^^^^^^ 💡 warning: With the default of Size (500), Other is to have 500 bytes…
`,
  ));

test("only the branch that is too small", () =>
  checkRule(
    storageVolumeSize,
    `
Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  Thing:
    Type: AWS::StorageGateway::Volume
    Properties:
      VolumeSizeInBytes: !If [Prod, 35184372088832, 20]
#                                                   ^^ 💡 error: When Prod is false: Thing is to have 20 bytes…
`,
  ));

test("takes the smallest", () =>
  checkFix(
    storageVolumeSize,
    `
Resources:
  Thing:
    Type: AWS::StorageGateway::Volume
    Properties:
      VolumeSizeInBytes: 200
`,
    `
Resources:
  Thing:
    Type: AWS::StorageGateway::Volume
    Properties:
      VolumeSizeInBytes: 1073741824
`,
  ));

test("takes the largest", () =>
  checkFix(
    storageVolumeSize,
    `
Resources:
  Thing:
    Type: AWS::StorageGateway::Volume
    Properties:
      VolumeSizeInBytes: 70368744177664
`,
    `
Resources:
  Thing:
    Type: AWS::StorageGateway::Volume
    Properties:
      VolumeSizeInBytes: 35184372088832
`,
  ));

test("a CDK program", () =>
  checkRule(
    storageVolumeSize,
    typescript(
      `new storagegateway.CfnVolume(this, 'Thing', { gatewayArn: 'g', volumeSizeInBytes: 500 });
//                                                                                ^^^ 💡 error: Thing is to have 500 bytes…`,
      ["storagegateway"],
    ),
  ));
