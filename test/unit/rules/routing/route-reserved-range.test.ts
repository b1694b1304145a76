import { test } from "vitest";
import { routeReservedRange } from "../../../../server/src/rules/routing/route-reserved-range.ts";
import { checkNoFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const route = (destination: string, before = "") => `${before}
Resources:
  Route:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: rtb-1
      TransitGatewayId: tgw-1
      ${destination}
`;

test("the metadata service, and all of the range", () => {
  checkRule(
    routeReservedRange,
    route(`DestinationCidrBlock: 169.254.169.254/32
#                           ^^^^^^^^^^^^^^^^^^ error: Route has the destination 169.254.169.254/32 in 169.254.168.0/22…`),
  );
  checkRule(
    routeReservedRange,
    route(`DestinationIpv6CidrBlock: fd00:ec2::/32
#                               ^^^^^^^^^^^^^ error: Route の送信先 fd00:ec2::/32 は…`),
    { messages: "ja" },
  );
});

test.each([
  "DestinationCidrBlock: 169.254.0.0/16",
  "DestinationCidrBlock: 0.0.0.0/0",
  "DestinationIpv6CidrBlock: fd00::/8",
  "DestinationCidrBlock: 169.254.172.0/24",
])("but not %s", (destination) => checkRule(routeReservedRange, route(destination)));

test("unknown, by default, in one case", () => {
  checkRule(routeReservedRange, route("DestinationCidrBlock: !Ref To", "Parameters: { To: { Type: String } }"));
  checkRule(
    routeReservedRange,
    route(
      `DestinationCidrBlock: !Ref To
#                           ^^^^^^^ warning: With the default of To (169.254.168.0/24), Route has…`,
      "Parameters: { To: { Type: String, Default: 169.254.168.0/24 } }",
    ),
  );
  checkRule(
    routeReservedRange,
    route(
      `DestinationCidrBlock: !If [Prod, 169.254.169.123/32, 10.0.0.0/8]
#                                      ^^^^^^^^^^^^^^^^^^ error: When Prod is true: Route has…`,
      "Conditions: { Prod: !Equals [!Ref AWS::Region, us-east-1] }",
    ),
  );
});

test("where the traffic should go is the author's to say", () =>
  checkNoFix(routeReservedRange, route("DestinationCidrBlock: 169.254.169.254/32")));

test("a CDK program", () =>
  checkRule(
    routeReservedRange,
    typescript(`new ec2.CfnRoute(this, 'Route', { routeTableId: 'rtb-1', destinationCidrBlock: '169.254.169.253/32', transitGatewayId: 'tgw-1' });
//                                                                             ^^^^^^^^^^^^^^^^^^^^ error: Route has the destination…`),
  ));
