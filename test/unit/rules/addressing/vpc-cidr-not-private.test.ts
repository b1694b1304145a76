import { test } from "vitest";
import { vpcCidrNotPrivate } from "../../../../server/src/rules/addressing/vpc-cidr-not-private.ts";
import { checkNoFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const vpc = (cidr: string, before = "") => `${before}
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: ${cidr}
`;

test("a public range", () => {
  checkRule(
    vpcCidrNotPrivate,
    vpc(`52.0.0.0/16
#                ^^^^^^^^^^^ information: Vpc 52.0.0.0/16 is outside the private ranges…`),
  );
  checkRule(
    vpcCidrNotPrivate,
    vpc(`172.32.0.0/16
#                ^^^^^^^^^^^^^ information: Vpc 172.32.0.0/16 はプライベートアドレスではない…`),
    { messages: "ja" },
  );
});

test("a second block, also of a VPC elsewhere", () =>
  checkRule(
    vpcCidrNotPrivate,
    `
Resources:
  More:
    Type: AWS::EC2::VPCCidrBlock
    Properties:
      VpcId: vpc-1
      CidrBlock: 9.0.0.0/24
#                ^^^^^^^^^^ information: More 9.0.0.0/24 is outside…
`,
  ));

test.each(["10.0.0.0/16", "172.31.0.0/16", "192.168.0.0/24", "100.64.0.0/16", "198.18.0.0/16", "203.0.113.0/24"])(
  "%s is nobody's on the internet",
  (cidr) => checkRule(vpcCidrNotPrivate, vpc(cidr)),
);

test("unknown, and by default", () => {
  checkRule(vpcCidrNotPrivate, vpc("!Ref Block", "Parameters: { Block: { Type: String } }"));
  checkRule(
    vpcCidrNotPrivate,
    vpc(
      `!Ref Block
#                ^^^^^^^^^^ information: With the default of Block (52.0.0.0/16), Vpc 52.0.0.0/16 is outside…`,
      "Parameters: { Block: { Type: String, Default: 52.0.0.0/16 } }",
    ),
  );
});

test("which range it is to be is the author's choice", () => checkNoFix(vpcCidrNotPrivate, vpc("52.0.0.0/16")));

test("a CDK program", () =>
  checkRule(
    vpcCidrNotPrivate,
    typescript(`new ec2.CfnVPC(this, 'Vpc', { cidrBlock: '52.0.0.0/16' });
//                                       ^^^^^^^^^^^^^ information: Vpc 52.0.0.0/16 is outside…`),
  ));
