import { expect, test } from "vitest";
import { routeDuplicateDestination } from "../../../../server/src/rules/routing/route-duplicate-destination.ts";
import { checkFix, checkNoFix, checkRule, relatedPlaces } from "../../../support/check-rule.ts";
import { marked } from "../../../support/marked.ts";
import { typescript } from "../../../support/programs.ts";

const first = `
Resources:
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: vpc-1 } }
  First: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref Table, DestinationCidrBlock: 10.1.0.0/16, TransitGatewayId: tgw-1 } }
`;
const second = (destination: string) => `${first}
  Second:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: !Ref Table
      DestinationCidrBlock: ${destination}
      VpcPeeringConnectionId: pcx-1
`;
const wrong = marked(
  second("10.1.0.0/16"),
  "10.1.0.0/16",
  "💡 error: Second is a second route for 10.1.0.0/16 in Table, which First already has. A table holds one route for a destination, so the second one will fail. Remove one, or give it another destination.",
);

test("the same destination twice", () => {
  checkRule(routeDuplicateDestination, wrong);
  expect(relatedPlaces(routeDuplicateDestination, wrong)).toEqual(['4:97 "10.1.0.0/16": The first route for it']);
});

test("host bits make no difference, in Japanese", () =>
  checkRule(
    routeDuplicateDestination,
    marked(
      second("10.1.2.3/16"),
      "10.1.2.3/16",
      "💡 error: Second は Table にある First と同じ送信先 10.1.0.0/16 のルート。…",
    ),
    { messages: "ja" },
  ));

test("IPv6 written in two ways, and a prefix list twice, in a table from elsewhere", () =>
  checkRule(
    routeDuplicateDestination,
    `
Parameters:
  Table: { Type: String }
Resources:
  A: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref Table, DestinationIpv6CidrBlock: "2001:db8::/32", GatewayId: igw-1 } }
  B: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref Table, DestinationIpv6CidrBlock: "2001:DB8:0::/32", GatewayId: vgw-1 } }
#                                                                                               ^^^^^^^^^^^^^^^^^ 💡 error: B is a second route for 2001:db8::/32 in Table…
  C: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref Table, DestinationPrefixListId: pl-1, GatewayId: igw-1 } }
  D: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref Table, DestinationPrefixListId: pl-1, GatewayId: vgw-1 } }
#                                                                                              ^^^^ 💡 error: D is a second route for pl-1 in Table…
`,
  ));

test.each(["10.1.0.0/17", "10.2.0.0/16", "!ImportValue Block"])("another destination: %s", (destination) =>
  checkRule(routeDuplicateDestination, second(destination)),
);

test("another table", () =>
  checkRule(
    routeDuplicateDestination,
    `
Resources:
  A: { Type: AWS::EC2::Route, Properties: { RouteTableId: rtb-1, DestinationCidrBlock: 0.0.0.0/0, GatewayId: igw-1 } }
  B: { Type: AWS::EC2::Route, Properties: { RouteTableId: rtb-2, DestinationCidrBlock: 0.0.0.0/0, GatewayId: igw-1 } }
`,
  ));

test("exclusive conditions: highly available or not", () =>
  checkRule(
    routeDuplicateDestination,
    `
Conditions:
  Ha: !Equals [!Ref AWS::Region, us-east-1]
  NotHa: !Not [!Condition Ha]
Resources:
  A: { Type: AWS::EC2::Route, Condition: Ha, Properties: { RouteTableId: rtb-1, DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: nat-1 } }
  B: { Type: AWS::EC2::Route, Condition: NotHa, Properties: { RouteTableId: rtb-1, DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: nat-2 } }
`,
  ));

test("the default of a parameter makes it a warning", () =>
  checkRule(
    routeDuplicateDestination,
    `Parameters:
  Block: { Type: String, Default: 10.1.0.0/16 }
${marked(second("!Ref Block"), "!Ref Block", "💡 warning: With the default of Block (10.1.0.0/16), Second is a second route…")}`,
  ));

test("removes the second route", () => checkFix(routeDuplicateDestination, second("10.1.0.0/16"), `${first}`));

test("not while something waits for it", () =>
  checkNoFix(
    routeDuplicateDestination,
    `${second("10.1.0.0/16")}  Waiting: { Type: AWS::EC2::EIP, DependsOn: Second, Properties: { InstanceId: i-1 } }\n`,
  ));

test("a CDK program", () =>
  checkRule(
    routeDuplicateDestination,
    typescript(`new ec2.CfnRoute(this, 'A', { routeTableId: 'rtb-1', destinationCidrBlock: '0.0.0.0/0', gatewayId: 'igw-1' });
new ec2.CfnRoute(this, 'B', { routeTableId: 'rtb-1', destinationCidrBlock: '0.0.0.0/0', natGatewayId: 'nat-1' });
//                                                                         ^^^^^^^^^^^ 💡 error: B is a second route for 0.0.0.0/0…`),
  ));

test("destinations that are no blocks are nobody's to compare", () =>
  checkRule(
    routeDuplicateDestination,
    `
Resources:
  A: { Type: AWS::EC2::Route, Properties: { RouteTableId: rtb-1, DestinationCidrBlock: everything, GatewayId: igw-1 } }
  B: { Type: AWS::EC2::Route, Properties: { RouteTableId: rtb-1, DestinationCidrBlock: everything, GatewayId: igw-1 } }
`,
  ));
