import { test } from "vitest";
import { tgwAsnRange } from "../../../../server/src/rules/connectivity/tgw-asn-range.ts";
import { checkFix, checkNoFix, checkRule } from "../../../support/check-rule.ts";
import { python, typescript } from "../../../support/programs.ts";

test("public ASNs on AWS's side of each kind of gateway", () =>
  checkRule(
    tgwAsnRange,
    `
Resources:
  Hub:
    Type: AWS::EC2::TransitGateway
    Properties:
      AmazonSideAsn: 7224
#                    ^^^^ 💡 error: Hub has AmazonSideAsn 7224, but AWS's end of a BGP session takes a private ASN: 64512 to 65534, or 4200000000 to 4294967294. CloudFormation will fail. Write one that no other end of your network uses.
  Vgw:
    Type: AWS::EC2::VPNGateway
    Properties:
      Type: ipsec.1
      AmazonSideAsn: 65535
#                    ^^^^^ 💡 error: Vgw has AmazonSideAsn 65535…
  Dx:
    Type: AWS::DirectConnect::DirectConnectGateway
    Properties:
      DirectConnectGatewayName: dx
      AmazonSideAsn: "4294967295"
#                    ^^^^^^^^^^^^ 💡 error: Dx has AmazonSideAsn 4294967295…
`,
  ));

test("in Japanese", () =>
  checkRule(
    tgwAsnRange,
    `
Resources:
  Hub:
    Type: AWS::EC2::TransitGateway
    Properties:
      AmazonSideAsn: 100
#                    ^^^ 💡 error: Hub の AmazonSideAsn は 100 だが、BGP の AWS 側に指定できるのはプライベート ASN…
`,
    { messages: "ja" },
  ));

test("the ends of both ranges, and no ASN", () => {
  for (const asn of [64512, 65534, 4200000000, 4294967294]) {
    checkRule(
      tgwAsnRange,
      `Resources: { Hub: { Type: AWS::EC2::TransitGateway, Properties: { AmazonSideAsn: ${asn} } } }`,
    );
  }
  checkRule(tgwAsnRange, "Resources: { Vgw: { Type: AWS::EC2::VPNGateway, Properties: { Type: ipsec.1 } } }");
});

test("an unknown ASN", () =>
  checkRule(
    tgwAsnRange,
    `
Parameters: { Asn: { Type: Number } }
Resources: { Hub: { Type: AWS::EC2::TransitGateway, Properties: { AmazonSideAsn: !Ref Asn } } }
`,
  ));

test("only the branch that is wrong", () =>
  checkRule(
    tgwAsnRange,
    `
Conditions: { Old: !Equals [!Ref AWS::Region, us-east-1] }
Resources:
  Hub:
    Type: AWS::EC2::TransitGateway
    Properties:
      AmazonSideAsn: !If [Old, 7224, 64512]
#                              ^^^^ 💡 error: When Old is true: Hub has AmazonSideAsn 7224…
`,
  ));

test("a parameter's default is a warning; a mapping is not ours to change", () => {
  checkRule(
    tgwAsnRange,
    `
Parameters: { Asn: { Type: Number, Default: 100 } }
Resources:
  Hub:
    Type: AWS::EC2::TransitGateway
    Properties:
      AmazonSideAsn: !Ref Asn
#                    ^^^^^^^^ 💡 warning: With the default of Asn (100), Hub has AmazonSideAsn 100…
`,
  );
  checkNoFix(
    tgwAsnRange,
    `
Mappings: { Asns: { Hub: { Asn: 100 } } }
Resources:
  Hub:
    Type: AWS::EC2::TransitGateway
    Properties:
      AmazonSideAsn: !FindInMap [Asns, Hub, Asn]
`,
  );
});

test("gives it a private ASN that nothing else has", () =>
  checkFix(
    tgwAsnRange,
    `
Resources:
  Office: { Type: AWS::EC2::CustomerGateway, Properties: { Type: ipsec.1, IpAddress: 203.0.113.1, BgpAsn: 64513 } }
  Dx: { Type: AWS::DirectConnect::DirectConnectGateway, Properties: { DirectConnectGatewayName: dx } }
  Hub:
    Type: AWS::EC2::TransitGateway
    Properties:
      AmazonSideAsn: 7224
`,
    `
Resources:
  Office: { Type: AWS::EC2::CustomerGateway, Properties: { Type: ipsec.1, IpAddress: 203.0.113.1, BgpAsn: 64513 } }
  Dx: { Type: AWS::DirectConnect::DirectConnectGateway, Properties: { DirectConnectGatewayName: dx } }
  Hub:
    Type: AWS::EC2::TransitGateway
    Properties:
      AmazonSideAsn: 64514
`,
  ));

test("CDK programs", () => {
  checkRule(
    tgwAsnRange,
    typescript(`new ec2.CfnTransitGateway(this, 'Hub', {
  amazonSideAsn: 7224,
//               ^^^^ 💡 error: Hub has AmazonSideAsn 7224…
});`),
  );
  checkFix(
    tgwAsnRange,
    python("ec2.CfnTransitGateway(self, 'Hub', amazon_side_asn=7224)"),
    python("ec2.CfnTransitGateway(self, 'Hub', amazon_side_asn=64512)"),
  );
});
