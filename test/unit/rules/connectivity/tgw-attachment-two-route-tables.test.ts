import { test } from "vitest";
import { tgwAttachmentTwoRouteTables } from "../../../../server/src/rules/connectivity/tgw-attachment-two-route-tables.ts";
import { checkFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const associations = (first: string, second: string) => `
Parameters: { Attachment: { Type: String } }
Conditions: { Prod: !Equals [!Ref AWS::Region, us-east-1], Dev: !Not [!Condition Prod] }
Resources:
  One:
    Type: AWS::EC2::TransitGatewayRouteTableAssociation
    ${first}
  Two:
    Type: AWS::EC2::TransitGatewayRouteTableAssociation
    ${second}
`;
const of = (attachment: string, condition = "Metadata: {}") =>
  `${condition}
    Properties:
      TransitGatewayRouteTableId: tgw-rtb-1
      TransitGatewayAttachmentId: ${attachment}`;
const marked = (attachment: string, mark: string) => associations(of(attachment), of(`${attachment}\n${mark}`));

test("one attachment in two associations", () => {
  checkRule(
    tgwAttachmentTwoRouteTables,
    marked(
      "!Ref Attachment",
      "#                                 ^^^^^^^^^^^^^^^ 💡 error: Two associates an attachment that One has already associated…",
    ),
  );
  checkRule(
    tgwAttachmentTwoRouteTables,
    marked(
      "tgw-attach-1",
      "#                                 ^^^^^^^^^^^^ 💡 error: Two のアタッチメントは、One ですでに…",
    ),
    { messages: "ja" },
  );
});

test("attachments that differ, or may differ", () => {
  checkRule(tgwAttachmentTwoRouteTables, associations(of("tgw-attach-1"), of("tgw-attach-2")));
  checkRule(tgwAttachmentTwoRouteTables, associations(of("!ImportValue A"), of("!ImportValue A")));
});

test("cases that exclude each other", () =>
  checkRule(
    tgwAttachmentTwoRouteTables,
    associations(of("!Ref Attachment", "Condition: Prod"), of("!Ref Attachment", "Condition: Dev")),
  ));

test("either association can go", () => {
  const text = (ids: readonly string[]) => `
Resources:
  # inspected
${ids.map((id) => `  ${id}: { Type: AWS::EC2::TransitGatewayRouteTableAssociation, Properties: { TransitGatewayAttachmentId: a, TransitGatewayRouteTableId: ${id} } }\n`).join("")}`;
  checkFix(tgwAttachmentTwoRouteTables, text(["One", "Two"]), text(["One"]), { title: "Remove Two" });
  checkFix(tgwAttachmentTwoRouteTables, text(["One", "Two"]), text(["Two"]), { title: "Remove One" });
});

test("a CDK program", () =>
  checkRule(
    tgwAttachmentTwoRouteTables,
    typescript(`const attachment = new ec2.CfnTransitGatewayVpcAttachment(this, 'Vpc', { transitGatewayId: 't', vpcId: 'v', subnetIds: ['s'] });
new ec2.CfnTransitGatewayRouteTableAssociation(this, 'One', { transitGatewayAttachmentId: attachment.ref, transitGatewayRouteTableId: 'a' });
new ec2.CfnTransitGatewayRouteTableAssociation(this, 'Two', { transitGatewayAttachmentId: attachment.ref, transitGatewayRouteTableId: 'b' });
//                                                                                        ^^^^^^^^^^^^^^ 💡 error: Two associates…`),
  ));
