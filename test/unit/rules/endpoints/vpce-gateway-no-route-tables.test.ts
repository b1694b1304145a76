import { expect, test } from "vitest";
import { vpceGatewayNoRouteTables } from "../../../../server/src/rules/endpoints/vpce-gateway-no-route-tables.ts";
import { checkFix, checkNoFix, checkRule, fixTitles } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const s3 = (more = "", before = "", after = ""): string => `${before}
Resources:
  S3:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcId: vpc-1
      ServiceName: !Sub com.amazonaws.\${AWS::Region}.s3
${more}
${after}
`;
const marked = (text: string, message: string): string => text.replace("  S3:\n", `  S3:\n# ^^ ${message}\n`);

test("no route tables", () => {
  checkRule(
    vpceGatewayNoRouteTables,
    marked(
      s3(),
      "warning: S3 is in no route table, so nothing goes through it: traffic to the service takes the same way as without the endpoint. List the route tables in RouteTableIds.",
    ),
  );
  checkRule(
    vpceGatewayNoRouteTables,
    marked(s3("      VpcEndpointType: Gateway"), "warning: S3 はどのルートテーブルにも入っておらず…"),
    { messages: "ja" },
  );
  checkNoFix(vpceGatewayNoRouteTables, s3());
});

test("route tables, another type, unknown values", () => {
  checkRule(vpceGatewayNoRouteTables, s3("      RouteTableIds: [rtb-1]"));
  checkRule(
    vpceGatewayNoRouteTables,
    s3("      RouteTableIds: !Ref Ids", "Parameters: { Ids: { Type: CommaDelimitedList } }"),
  );
  checkRule(vpceGatewayNoRouteTables, s3("      VpcEndpointType: Interface"));
  checkRule(vpceGatewayNoRouteTables, s3("      VpcEndpointType: !Ref T", "Parameters: { T: { Type: String } }"));
  checkRule(vpceGatewayNoRouteTables, s3().replace(".s3", ".ssm"));
});

test("an id that others get, who may add route tables", () =>
  checkRule(vpceGatewayNoRouteTables, s3("", "", "Outputs: { S3: { Value: !Ref S3, Export: { Name: S3 } } }")));

test("conditions", () => {
  const conditions = "Conditions: { Free: !Equals [!Ref AWS::AccountId, '1'] }";
  const choice = (type: string): string =>
    s3(`      VpcEndpointType: ${type}\n      RouteTableIds: !If [Free, [rtb-1], !Ref AWS::NoValue]`, conditions);
  checkRule(vpceGatewayNoRouteTables, choice("!If [Free, Gateway, Interface]"));
  checkRule(
    vpceGatewayNoRouteTables,
    marked(choice("Gateway"), "warning: When Free is false: S3 is in no route table…"),
  );
});

const inVpc = (tables: string): string => `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Igw: { Type: AWS::EC2::InternetGateway }
  Attachment: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Igw } }
  Public: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  PublicDefault:
    Type: AWS::EC2::Route
    DependsOn: Attachment
    Properties: { RouteTableId: !Ref Public, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Igw }
  AppA: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  AppB: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  S3:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcId: !Ref Vpc
      ServiceName: com.amazonaws.eu-west-1.s3
${tables}`;

test("adds the private route tables, or all", () => {
  expect(fixTitles(vpceGatewayNoRouteTables, inVpc(""))).toEqual([
    "Route AppA and AppB through S3",
    "Route Public, AppA and AppB through S3",
  ]);
  checkFix(
    vpceGatewayNoRouteTables,
    inVpc(""),
    inVpc(`      RouteTableIds:
        - !Ref AppA
        - !Ref AppB
`),
  );
});

test("in JSON", () =>
  checkFix(
    vpceGatewayNoRouteTables,
    `{
  "Resources": {
    "Vpc": { "Type": "AWS::EC2::VPC", "Properties": { "CidrBlock": "10.0.0.0/16" } },
    "App": { "Type": "AWS::EC2::RouteTable", "Properties": { "VpcId": { "Ref": "Vpc" } } },
    "S3": {
      "Type": "AWS::EC2::VPCEndpoint",
      "Properties": {
        "VpcId": { "Ref": "Vpc" },
        "ServiceName": "com.amazonaws.eu-west-1.s3"
      }
    }
  }
}
`,
    `{
  "Resources": {
    "Vpc": { "Type": "AWS::EC2::VPC", "Properties": { "CidrBlock": "10.0.0.0/16" } },
    "App": { "Type": "AWS::EC2::RouteTable", "Properties": { "VpcId": { "Ref": "Vpc" } } },
    "S3": {
      "Type": "AWS::EC2::VPCEndpoint",
      "Properties": {
        "VpcId": { "Ref": "Vpc" },
        "ServiceName": "com.amazonaws.eu-west-1.s3",
        "RouteTableIds": [{ "Ref": "App" }]
      }
    }
  }
}
`,
  ));

test("a default is still a warning, and says so", () =>
  checkRule(
    vpceGatewayNoRouteTables,
    marked(
      s3("      VpcEndpointType: !Ref T", "Parameters: { T: { Type: String, Default: Gateway } }"),
      "warning: With the default of T (Gateway), S3 is in no route table…",
    ),
  ));

test("a CDK program", () =>
  checkRule(
    vpceGatewayNoRouteTables,
    typescript(`new ec2.CfnVPCEndpoint(this,
  'S3',
// ^^ warning: S3 is in no route table…
  { vpcId: 'vpc-1', serviceName: 'com.amazonaws.eu-west-1.s3' });`),
  ));
