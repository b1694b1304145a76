import { expect, test } from "vitest";
import { tgwRouteBlackholeAndAttachment } from "../../../../server/src/rules/connectivity/tgw-route-blackhole-and-attachment.ts";
import { checkFix, checkNoFix, checkRule, relatedPlaces } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const route = (properties: string, before = ""): string => `${before}
Resources:
  ToLab:
    Type: AWS::EC2::TransitGatewayRoute
    Properties:
      TransitGatewayRouteTableId: tgw-rtb-1
      DestinationCidrBlock: 10.9.0.0/16
${properties}
`;
const both = route(`      Blackhole: true
      TransitGatewayAttachmentId: tgw-attach-1`);
const lab = "Conditions: { Lab: !Equals [!Ref AWS::Region, us-east-1] }";

test("a blackhole with an attachment", () => {
  checkRule(
    tgwRouteBlackholeAndAttachment,
    route(`      Blackhole: true
#                ^^^^ 💡 error: ToLab drops packets (Blackhole: true) and names an attachment to send them to. A route does one of the two. Remove Blackhole if they are to arrive, or the attachment if they are not.
      TransitGatewayAttachmentId: tgw-attach-1`),
  );
  expect(relatedPlaces(tgwRouteBlackholeAndAttachment, both)).toEqual([
    '9:7 "TransitGatewayAttachmentId": The attachment',
  ]);
});

test("neither, in Japanese", () =>
  checkRule(
    tgwRouteBlackholeAndAttachment,
    `
Resources:
  ToLab:
    Type: AWS::EC2::TransitGatewayRoute
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: ToLab にはアタッチメントがなく、Blackhole でもないため、行き先がない…
    Properties: { TransitGatewayRouteTableId: tgw-rtb-1, DestinationCidrBlock: 10.9.0.0/16, Blackhole: false }
`,
    { messages: "ja" },
  ));

test("one of the two", () => {
  checkRule(tgwRouteBlackholeAndAttachment, route("      Blackhole: 'true'"));
  checkRule(
    tgwRouteBlackholeAndAttachment,
    route(`      Blackhole: false
      TransitGatewayAttachmentId: tgw-attach-1`),
  );
});

test("what nobody knows, and what conditions keep apart", () => {
  checkRule(
    tgwRouteBlackholeAndAttachment,
    route("      Blackhole: !Ref Drop", "Parameters: { Drop: { Type: String } }"),
  );
  checkRule(
    tgwRouteBlackholeAndAttachment,
    route("      TransitGatewayAttachmentId: !Ref Attachment", "Parameters: { Attachment: { Type: String } }"),
  );
  checkRule(
    tgwRouteBlackholeAndAttachment,
    route(
      `      Blackhole: !If [Lab, true, !Ref AWS::NoValue]
      TransitGatewayAttachmentId: !If [Lab, !Ref AWS::NoValue, tgw-attach-1]`,
      lab,
    ),
  );
});

test("the branch in which both are there, without a fix that would reach the other", () => {
  checkRule(
    tgwRouteBlackholeAndAttachment,
    route(
      `      Blackhole: !If [Lab, true, false]
#                          ^^^^ 💡 error: When Lab is true: ToLab drops packets…
      TransitGatewayAttachmentId: tgw-attach-1`,
      lab,
    ),
  );
  checkNoFix(
    tgwRouteBlackholeAndAttachment,
    route(
      `      Blackhole: !If [Lab, true, false]
      TransitGatewayAttachmentId: !If [Lab, tgw-attach-1, tgw-attach-2]`,
      lab,
    ),
  );
});

test("a parameter's default is a warning", () =>
  checkRule(
    tgwRouteBlackholeAndAttachment,
    route(
      `      Blackhole: !Ref Drop
#                ^^^^^^^^^ 💡 warning: With the default of Drop (true), ToLab drops packets…
      TransitGatewayAttachmentId: tgw-attach-1`,
      "Parameters: { Drop: { Type: String, Default: 'true' } }",
    ),
  ));

test("keeps either", () => {
  checkFix(tgwRouteBlackholeAndAttachment, both, route("      TransitGatewayAttachmentId: tgw-attach-1"), {
    title: "Send packets",
  });
  checkFix(tgwRouteBlackholeAndAttachment, both, route("      Blackhole: true"), { title: "Drop packets" });
});

test("a CDK program", () =>
  checkRule(
    tgwRouteBlackholeAndAttachment,
    typescript(`new ec2.CfnTransitGatewayRoute(this, 'ToLab', {
  transitGatewayRouteTableId: 'tgw-rtb-1',
  destinationCidrBlock: '10.9.0.0/16',
  transitGatewayAttachmentId: 'tgw-attach-1',
  blackhole: true,
//           ^^^^ 💡 error: ToLab drops packets…
});`),
  ));
