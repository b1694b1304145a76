import { expect, test } from "vitest";
import { storageKmsKey } from "../../../../server/src/rules/storage/storage-kms-key.ts";
import { checkFix, checkNoFix, checkRule, relatedPlaces } from "../../../support/check-rule.ts";
import { python } from "../../../support/programs.ts";

const stored = (properties: string, before = "", type = "Volume"): string => `${before}Resources:
  Backups:
    Type: AWS::StorageGateway::${type}
    Properties:
${properties}`;
const conditions = `Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
`;

test("a key alone", () =>
  checkRule(
    storageKmsKey,
    stored(`      KMSKey: alias/backups
#             ^^^^^^^^^^^^^ 💡 warning: Backups names a KMS key, but KMSEncrypted is not true. Storage Gateway takes KMSKey only together with KMSEncrypted: true; without it the data is encrypted with keys of S3. Set KMSEncrypted: true, since a later change replaces Backups.
`),
  ));

test("switched off, on a tape, in Japanese", () => {
  const tape = "      KMSEncrypted: false\n      KMSKey: !ImportValue Key\n";
  checkRule(
    storageKmsKey,
    stored(
      `${tape}#             ^^^^^^^^^^^^^^^^ 💡 warning: Backups に KMS キーの指定があるが、KMSEncrypted が true でない。…
`,
      "",
      "Tape",
    ),
    { messages: "ja" },
  );
  expect(relatedPlaces(storageKmsKey, stored(tape))).toEqual(['5:21 "false": Switched off here']);
});

test.each([
  ["both", "      KMSEncrypted: 'true'\n      KMSKey: alias/backups\n"],
  ["no key", "      KMSEncrypted: false\n"],
  ["nothing", "      TargetName: backups\n"],
])("%s", (_, properties) => checkRule(storageKmsKey, stored(properties)));

test("an unknown switch, and cases that exclude each other", () => {
  checkRule(
    storageKmsKey,
    stored("      KMSEncrypted: !Ref Kms\n      KMSKey: alias/a\n", "Parameters:\n  Kms: { Type: String }\n"),
  );
  checkRule(
    storageKmsKey,
    stored(
      "      KMSEncrypted: !If [Prod, true, false]\n      KMSKey: !If [Prod, alias/a, !Ref AWS::NoValue]\n",
      conditions,
    ),
  );
});

test("by default", () =>
  checkRule(
    storageKmsKey,
    stored(
      `      KMSEncrypted: !Ref Kms
      KMSKey: alias/a
#             ^^^^^^^ 💡 warning: With the default of Kms (false), Backups names a KMS key…
`,
      "Parameters:\n  Kms: { Type: String, Default: false }\n",
    ),
  ));

test("switches it on", () => {
  checkFix(
    storageKmsKey,
    stored("      KMSKey: alias/a # ours\n"),
    stored("      KMSKey: alias/a # ours\n      KMSEncrypted: true\n"),
  );
  const json =
    '{ "Resources": { "T": { "Type": "AWS::StorageGateway::Tape", "Properties": { "KMSEncrypted": false, "KMSKey": "alias/a" } } } }';
  checkFix(storageKmsKey, json, json.replace("false", "true"));
});

test("no fix where it is on in other cases", () =>
  checkNoFix(
    storageKmsKey,
    stored("      KMSEncrypted: !If [Prod, true, !Ref AWS::NoValue]\n      KMSKey: alias/a\n", conditions),
  ));

test("a CDK program", () =>
  checkRule(
    storageKmsKey,
    python(
      `storagegateway.CfnTape(self, "Tape", gateway_arn="g", tape_size_in_bytes=107374182400, kms_key="alias/a")
#                                                                                              ^^^^^^^^^ 💡 warning: Tape names a KMS key…`,
      ["storagegateway"],
    ),
  ));
