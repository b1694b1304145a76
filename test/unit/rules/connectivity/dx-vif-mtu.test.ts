import { test } from "vitest";
import { dxVifMtu } from "../../../../server/src/rules/connectivity/dx-vif-mtu.ts";
import { checkFix, checkNoFix, checkRule } from "../../../support/check-rule.ts";

const vif = (mtu: string, kind = "Private", before = ""): string => `${before}
Resources:
  Vif:
    Type: AWS::DirectConnect::${kind}VirtualInterface
    Properties:
      ConnectionId: dxcon-1
${mtu}
`;

test("sizes that no interface has", () => {
  checkRule(
    dxVifMtu,
    vif(
      `      Mtu: 9000
#          ^^^^ 💡 error: Vif has an MTU of 9000, but a private virtual interface takes 1500, or 9001 for jumbo frames. CloudFormation will fail. Write 9001.`,
    ),
  );
  checkRule(
    dxVifMtu,
    vif(
      `      Mtu: 1450
#          ^^^^ 💡 error: Vif の MTU は 1450 だが、トランジット仮想インターフェイスで指定できるのは 1500 か、ジャンボフレームの 8500 で…`,
      "Transit",
    ),
    { messages: "ja" },
  );
});

test("what any page of AWS takes, and what is unknown", () => {
  for (const kind of ["Private", "Transit"]) {
    for (const mtu of ["1500", "8500", "'9001'", "!ImportValue Mtu"])
      checkRule(dxVifMtu, vif(`      Mtu: ${mtu}`, kind));
    checkRule(dxVifMtu, vif("", kind));
  }
});

test("only the branch that is wrong", () =>
  checkRule(
    dxVifMtu,
    vif(
      `      Mtu: !If [Jumbo, 9000, 1500]
#                      ^^^^ 💡 error: When Jumbo is true: Vif has an MTU of 9000…`,
      "Private",
      "Conditions: { Jumbo: !Equals [!Ref AWS::Region, us-east-1] }",
    ),
  ));

test("a parameter's default is a warning; a mapping is not ours to change", () => {
  checkRule(
    dxVifMtu,
    vif(
      `      Mtu: !Ref Mtu
#          ^^^^^^^^ 💡 warning: With the default of Mtu (9000), Vif has an MTU of 9000…`,
      "Private",
      "Parameters: { Mtu: { Type: Number, Default: 9000 } }",
    ),
  );
  checkNoFix(
    dxVifMtu,
    vif("      Mtu: !FindInMap [Sizes, Dx, Mtu]", "Private", "Mappings: { Sizes: { Dx: { Mtu: 9000 } } }"),
  );
});

test("takes the jumbo frames of the kind, or the usual size", () => {
  checkFix(dxVifMtu, vif("      Mtu: 9216"), vif("      Mtu: 9001"));
  checkFix(dxVifMtu, vif("      Mtu: 9000", "Transit"), vif("      Mtu: 8500", "Transit"));
  checkFix(dxVifMtu, vif("      Mtu: 1400"), vif("      Mtu: 1500"));
});

test("a CDK program", () =>
  checkRule(
    dxVifMtu,
    `import aws_cdk as cdk
from aws_cdk import aws_directconnect as directconnect

class Net(cdk.Stack):
    def __init__(self, scope, id, **kwargs):
        super().__init__(scope, id, **kwargs)
        directconnect.CfnPrivateVirtualInterface(self, 'Vif', connection_id='dxcon-1',
            mtu=9000,
#               ^^^^ 💡 error: Vif has an MTU of 9000…
        )
`,
  ));
