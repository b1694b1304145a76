import { expect, test } from "vitest";
import { igwNeverAttached } from "../../../../server/src/rules/routing/igw-never-attached.ts";
import { checkFix, checkNoFix, checkRule, fixTitles, relatedPlaces } from "../../../support/check-rule.ts";
import { marked } from "../../../support/marked.ts";
import { typescript } from "../../../support/programs.ts";

const network = `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
`;
const route = (dependsOn = "") => `
  Route:
    Type: AWS::EC2::Route${dependsOn}
    Properties:
      RouteTableId: !Ref Table
      DestinationCidrBlock: 0.0.0.0/0
      GatewayId: !Ref Igw
`;
const igw = `
  Igw:
    Type: AWS::EC2::InternetGateway
`;
const wrong = network + igw + route();

test("a gateway that a route leads to and nothing attaches", () => {
  checkRule(
    igwNeverAttached,
    network +
      marked(
        igw,
        "Igw",
        "💡 warning: Igw is the target of Route but is attached to no VPC in this template. EC2 refuses routes to an internet gateway that is not attached. Add an AWS::EC2::VPCGatewayAttachment for it.",
      ) +
      route(),
  );
  expect(relatedPlaces(igwNeverAttached, wrong)).toEqual(['14:18 "!Ref Igw": Route leads to it']);
});

test("a virtual private gateway, in Japanese", () =>
  checkRule(
    igwNeverAttached,
    network +
      marked(
        igw.replace("InternetGateway", "VPNGateway\n    Properties: { Type: ipsec.1 }"),
        "Igw",
        "💡 warning: Igw は Route のターゲットだが、このテンプレートではどの VPC にもアタッチされていない。未アタッチの仮想プライベートゲートウェイへのルートは…",
      ) +
      route(),
    { messages: "ja" },
  ));

test.each([
  [
    "an attachment",
    "  A: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Igw } }\n",
  ],
  [
    "an attachment whose gateway nobody knows",
    "  A: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Unheard of } }\n",
  ],
  ["an output", "Outputs: { Igw: { Value: !Ref Igw } }\n"],
  ["a nested stack", "  N: { Type: AWS::CloudFormation::Stack, Properties: { Parameters: { Igw: !Ref Igw } } }\n"],
])("%s", (_name, more) => checkRule(igwNeverAttached, wrong + more));

test("no route leads to it", () => checkRule(igwNeverAttached, network + igw));

test("a route under a condition that excludes the gateway", () =>
  checkRule(
    igwNeverAttached,
    `Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
${network}${igw.replace("InternetGateway\n", "InternetGateway\n    Condition: Prod\n")}${route().replace("!Ref Igw", "!If [Prod, igw-1, !Ref Igw]")}`,
  ));

test("attaches it to the VPC of the routes, which wait for it", () => {
  checkFix(
    igwNeverAttached,
    wrong,
    `${network}${igw}
  IgwAttachment:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties:
      VpcId: !Ref Vpc
      InternetGatewayId: !Ref Igw
${route("\n    DependsOn: IgwAttachment")}`,
  );
  expect(fixTitles(igwNeverAttached, wrong, "ja")).toEqual(["Igw を Vpc にアタッチする"]);
});

test("not to a VPC from elsewhere", () =>
  checkNoFix(igwNeverAttached, wrong.replace("{ VpcId: !Ref Vpc }", "{ VpcId: vpc-1 }")));

test("a CDK program", () =>
  checkRule(
    igwNeverAttached,
    marked(
      typescript(`const igw = new ec2.CfnInternetGateway(this, 'Igw');
new ec2.CfnRoute(this, 'Route', { routeTableId: 'rtb-1', destinationCidrBlock: '0.0.0.0/0', gatewayId: igw.ref });`),
      "Igw",
      "warning: Igw is the target of Route…",
    ),
  ));

test("a transit gateway is attached in another way", () =>
  checkRule(
    igwNeverAttached,
    `
Resources:
  Hub: { Type: AWS::EC2::TransitGateway }
  ToHub:
    Type: AWS::EC2::Route
    Properties: { RouteTableId: rtb-1, DestinationCidrBlock: 10.0.0.0/8, TransitGatewayId: !Ref Hub }
`,
  ));
