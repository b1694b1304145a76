import { test } from "vitest";
import { storageTapeSize } from "../../../../server/src/rules/storage/storage-tape-size.ts";
import { checkFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

test("bytes instead of gibibytes", () =>
  checkRule(
    storageTapeSize,
    `
Resources:
  Thing:
    Type: AWS::StorageGateway::Tape
    Properties:
      TapeSizeInBytes: 200
#                      ^^^ 💡 error: Thing is to have 200 bytes, but a virtual tape has 100 GiB to 15 TiB. The stack will fail. Set TapeSizeInBytes within that range; it counts bytes.
`,
  ));

test("too large, as a text, in Japanese", () =>
  checkRule(
    storageTapeSize,
    `
Resources:
  Thing:
    Type: AWS::StorageGateway::Tape
    Properties:
      TapeSizeInBytes: '36283883716608'
#                      ^^^^^^^^^^^^^^^^ 💡 error: Thing の大きさが 33 TiB になっている…
`,
    { messages: "ja" },
  ));

test("half a unit is named", () =>
  checkRule(
    storageTapeSize,
    `
Resources:
  Thing:
    Type: AWS::StorageGateway::Tape
    Properties:
      TapeSizeInBytes: 35734127902720
#                      ^^^^^^^^^^^^^^ 💡 error: Thing is to have 32.5 TiB…
`,
  ));

test("the bounds themselves", () =>
  checkRule(
    storageTapeSize,
    `
Resources:
  Thing:
    Type: AWS::StorageGateway::Tape
    Properties:
      TapeSizeInBytes: 107374182400
  Other:
    Type: AWS::StorageGateway::Tape
    Properties:
      TapeSizeInBytes: 16492674416640
`,
  ));

test("just beyond", () =>
  checkRule(
    storageTapeSize,
    `
Resources:
  Thing:
    Type: AWS::StorageGateway::Tape
    Properties:
      TapeSizeInBytes: 107374182399
#                      ^^^^^^^^^^^^ 💡 error: Thing is to have…
  Other:
    Type: AWS::StorageGateway::Tape
    Properties:
      TapeSizeInBytes: 16492674416641
#                      ^^^^^^^^^^^^^^ 💡 error: Other is to have…
`,
  ));

test("an unknown size, and a default", () =>
  checkRule(
    storageTapeSize,
    `
Parameters:
  Unknown: { Type: Number }
  Size: { Type: Number, Default: 500 }
Resources:
  Thing:
    Type: AWS::StorageGateway::Tape
    Properties:
      TapeSizeInBytes: !Ref Unknown
  Other:
    Type: AWS::StorageGateway::Tape
    Properties:
      TapeSizeInBytes: !Ref Size
#                      ^^^^^^^^^ 💡 warning: With the default of Size (500), Other is to have 500 bytes…
`,
  ));

test("only the branch that is too small", () =>
  checkRule(
    storageTapeSize,
    `
Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  Thing:
    Type: AWS::StorageGateway::Tape
    Properties:
      TapeSizeInBytes: !If [Prod, 16492674416640, 20]
#                                                 ^^ 💡 error: When Prod is false: Thing is to have 20 bytes…
`,
  ));

test("takes the smallest", () =>
  checkFix(
    storageTapeSize,
    `
Resources:
  Thing:
    Type: AWS::StorageGateway::Tape
    Properties:
      TapeSizeInBytes: 200
`,
    `
Resources:
  Thing:
    Type: AWS::StorageGateway::Tape
    Properties:
      TapeSizeInBytes: 107374182400
`,
  ));

test("takes the largest", () =>
  checkFix(
    storageTapeSize,
    `
Resources:
  Thing:
    Type: AWS::StorageGateway::Tape
    Properties:
      TapeSizeInBytes: 32985348833280
`,
    `
Resources:
  Thing:
    Type: AWS::StorageGateway::Tape
    Properties:
      TapeSizeInBytes: 16492674416640
`,
  ));

test("a CDK program", () =>
  checkRule(
    storageTapeSize,
    typescript(
      `new storagegateway.CfnTape(this, 'Thing', { gatewayArn: 'g', tapeSizeInBytes: 500 });
//                                                                            ^^^ 💡 error: Thing is to have 500 bytes…`,
      ["storagegateway"],
    ),
  ));
