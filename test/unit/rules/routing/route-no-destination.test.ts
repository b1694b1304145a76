import { expect, test } from "vitest";
import { routeNoDestination } from "../../../../server/src/rules/routing/route-no-destination.ts";
import { checkFix, checkNoFix, checkRule, fixTitles } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const bare = `
Resources:
  Route:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: rtb-1
      GatewayId: igw-1
`;

test("no destination", () =>
  checkRule(
    routeNoDestination,
    bare.replace(
      "  Route:\n",
      `  Route:
# ^^^^^ 💡 error: Route has no destination, so EC2 will refuse it. Say which traffic it is for: DestinationCidrBlock, DestinationIpv6CidrBlock or DestinationPrefixListId.
`,
    ),
  ));

test("in Japanese", () =>
  checkRule(
    routeNoDestination,
    bare.replace("  Route:\n", "  Route:\n# ^^^^^ 💡 error: Route に送信先がなく、EC2 は作成を拒否する。…\n"),
    { messages: "ja" },
  ));

test("any destination is enough, known or not", () =>
  checkRule(
    routeNoDestination,
    `
Parameters:
  Block: { Type: String }
Resources:
  A: { Type: AWS::EC2::Route, Properties: { RouteTableId: t, GatewayId: igw-1, DestinationCidrBlock: !Ref Block } }
  B: { Type: AWS::EC2::Route, Properties: { RouteTableId: t, GatewayId: igw-1, DestinationIpv6CidrBlock: "::/0" } }
  C: { Type: AWS::EC2::Route, Properties: { RouteTableId: t, GatewayId: igw-1, DestinationPrefixListId: !ImportValue List } }
`,
  ));

test("a destination in each case, and in one case only", () =>
  checkRule(
    routeNoDestination,
    `
Conditions:
  Six: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  A:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: rtb-1
      GatewayId: igw-1
      DestinationIpv6CidrBlock: !If [Six, "::/0", !Ref AWS::NoValue]
      DestinationCidrBlock: !If [Six, !Ref AWS::NoValue, 0.0.0.0/0]
  B:
# ^ error: When Six is false: B has no destination…
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: rtb-1
      GatewayId: igw-1
      DestinationIpv6CidrBlock: !If [Six, "::/0", !Ref AWS::NoValue]
`,
  ));

test("makes it the default route", () =>
  checkFix(routeNoDestination, bare, `${bare}      DestinationCidrBlock: 0.0.0.0/0\n`));

test("of IPv6 for an egress-only gateway", () => {
  const egress = bare.replace("GatewayId: igw-1", "EgressOnlyInternetGatewayId: eigw-1");
  expect(fixTitles(routeNoDestination, egress, "ja")).toEqual(["Route をデフォルトルートにする (::/0)"]);
});

test("leaves a half-written destination alone", () =>
  checkNoFix(
    routeNoDestination,
    `
Conditions:
  Six: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  B: { Type: AWS::EC2::Route, Properties: { RouteTableId: t, GatewayId: igw-1, DestinationIpv6CidrBlock: !If [Six, "::/0", !Ref AWS::NoValue] } }
`,
  ));

test("a CDK program", () =>
  checkRule(
    routeNoDestination,
    typescript(`new ec2.CfnRoute(this, 'Route', { routeTableId: 'rtb-1', gatewayId: 'igw-1' });
//                      ^^^^^ 💡 error: Route has no destination…`),
  ));
