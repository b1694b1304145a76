import { expect, test } from "vitest";
import { acceleratorPortRange } from "../../../../server/src/rules/edge/accelerator-port-range.ts";
import { checkFix, checkNoFix, checkRule, relatedPlaces } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const listeners = (ranges: string, more = "", before = ""): string => `${before}
Resources:
  Entry: { Type: AWS::GlobalAccelerator::Accelerator, Properties: { Name: entry } }
  Web:
    Type: AWS::GlobalAccelerator::Listener
    Properties:
      AcceleratorArn: !Ref Entry
      Protocol: TCP
      PortRanges:
${ranges}
${more}`;
const second = (accelerator: string, protocol: string, range: string): string => `  Game:
    Type: AWS::GlobalAccelerator::Listener
    Properties:
      AcceleratorArn: ${accelerator}
      Protocol: ${protocol}
      PortRanges:
${range}
`;
const game = "        - { FromPort: 400, ToPort: 500 }";

test("a range that runs backwards", () =>
  checkRule(
    acceleratorPortRange,
    listeners(`        - FromPort: 443
#                   ^^^ 💡 error: Web has a port range from 443 down to 80. The first port is the smaller one, so CloudFormation will fail. Swap the two.
          ToPort: 80`),
  ));

test("two ranges of one listener, in Japanese", () =>
  checkRule(
    acceleratorPortRange,
    listeners(`        - { FromPort: 80, ToPort: 443 }
        - { FromPort: 443, ToPort: 443 }
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: Web の 80–443 と 443 はポートが重複している。アクセラレーターの 1 つのポートは 1 回しか指定できず…`),
    { messages: "ja" },
  ));

test("two listeners of one accelerator", () => {
  checkRule(
    acceleratorPortRange,
    listeners(
      "        - { FromPort: 443, ToPort: 443 }",
      second(
        "!GetAtt Entry.AcceleratorArn",
        "TCP",
        `        - { FromPort: 400, ToPort: 500 }
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: Game takes 400–500 of an accelerator on which Web takes 443 already, with the same protocol. One connection can't go to two listeners, so CloudFormation will fail. Give each port to one of them.`,
      ),
    ),
  );
  expect(
    relatedPlaces(
      acceleratorPortRange,
      listeners("        - { FromPort: 443, ToPort: 443 }", second("!Ref Entry", "TCP", game)),
    ),
  ).toEqual(['10:11 "{ FromPort: 443, ToPort: 443 }": Web takes 443']);
});

test("another protocol, another accelerator, ranges side by side", () => {
  const web = "        - { FromPort: 443, ToPort: 443 }";
  checkRule(acceleratorPortRange, listeners(web, second("!Ref Entry", "UDP", game)));
  checkRule(acceleratorPortRange, listeners(web, second("!ImportValue Other", "TCP", game)));
  checkRule(
    acceleratorPortRange,
    listeners(`        - { FromPort: 80, ToPort: 80 }
        - { FromPort: 81, ToPort: 443 }`),
  );
});

test("unknown ports, and listeners that are never there together", () => {
  checkRule(
    acceleratorPortRange,
    listeners("        - { FromPort: !Ref Port, ToPort: 80 }", "", "Parameters: { Port: { Type: Number } }"),
  );
  checkRule(
    acceleratorPortRange,
    listeners(
      "        - { FromPort: 443, ToPort: 443 }",
      second("!Ref Entry", "!If [Live, UDP, TCP]", game).replace(
        "    Properties",
        "    Condition: Live\n    Properties",
      ),
      "Conditions: { Live: !Equals [!Ref AWS::Region, us-east-1] }",
    ),
  );
});

test("a parameter's default is a warning without a swap", () => {
  const before = "Parameters: { Last: { Type: Number, Default: 80 } }";
  checkRule(
    acceleratorPortRange,
    listeners(
      `        - FromPort: 443
#                   ^^^ warning: With the default of Last (80), Web has a port range from 443 down to 80…
          ToPort: !Ref Last`,
      "",
      before,
    ),
  );
  checkNoFix(acceleratorPortRange, listeners("        - { FromPort: 443, ToPort: !Ref Last }", "", before));
});

test("swaps the ends", () =>
  checkFix(
    acceleratorPortRange,
    listeners("        - { FromPort: 443, ToPort: 80 }"),
    listeners("        - { FromPort: 80, ToPort: 443 }"),
  ));

test("a CDK program", () =>
  checkRule(
    acceleratorPortRange,
    typescript(
      `new globalaccelerator.CfnListener(this, 'Web', {
  acceleratorArn: 'arn',
  protocol: 'TCP',
  portRanges: [
    { fromPort: 443, toPort: 80 },
#               ^^^ 💡 error: Web has a port range from 443 down to 80…
  ],
});`,
      ["globalaccelerator"],
    ),
  ));
