import { expect, test } from "vitest";
import { vpceGatewayMissesPrivateTables } from "../../../../server/src/rules/endpoints/vpce-gateway-misses-private-tables.ts";
import { checkFix, checkRule, relatedPlaces } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

interface Parts {
  readonly before?: string;
  readonly appB?: string;
  readonly routeB?: string;
  readonly more?: string;
}
const text = (
  tables: string,
  { before = "", appB = "", routeB = "NatGatewayId: !Ref Nat", more = "" }: Parts = {},
): string => `${before}
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Nat: { Type: AWS::EC2::NatGateway, Properties: { SubnetId: subnet-1, AllocationId: eipalloc-1 } }
  AppA: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  AppB: { Type: AWS::EC2::RouteTable, ${appB} Properties: { VpcId: !Ref Vpc } }
  A: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref AppA, DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: !Ref Nat } }
  B: { Type: AWS::EC2::Route, ${appB} Properties: { RouteTableId: !Ref AppB, DestinationCidrBlock: 0.0.0.0/0, ${routeB} } }
  S3:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcId: !Ref Vpc
      ServiceName: !Sub com.amazonaws.\${AWS::Region}.s3
      RouteTableIds: ${tables}
${more}`;
const mark = "\n#     ^^^^^^^^^^^^^ 💡 information: ";

test("a table behind NAT that is not listed", () => {
  checkRule(
    vpceGatewayMissesPrivateTables,
    text(
      `[!Ref AppA]${mark}AppB is not among the route tables of S3, so its subnets reach s3 through Nat, which charges for every gigabyte. Add AppB to RouteTableIds.`,
    ),
  );
  checkRule(
    vpceGatewayMissesPrivateTables,
    text(`[!Ref AppB]${mark}AppA は S3 のルートテーブルに入っておらず、そのサブネットから s3 への通信は Nat を通って…`),
    { messages: "ja" },
  );
  expect(relatedPlaces(vpceGatewayMissesPrivateTables, text("[!Ref AppA]"))).toEqual([
    '8:118 "!Ref Nat": AppB leads to Nat',
  ]);
});

test("all listed, a table without NAT, a list that is not known", () => {
  checkRule(vpceGatewayMissesPrivateTables, text("[!Ref AppA, !Ref AppB]"));
  checkRule(vpceGatewayMissesPrivateTables, text("[!Ref AppA]", { routeB: "TransitGatewayId: tgw-1" }));
  checkRule(
    vpceGatewayMissesPrivateTables,
    text("[!Ref AppA]").replace("AllocationId: eipalloc-1", "ConnectivityType: private"),
  );
  checkRule(vpceGatewayMissesPrivateTables, text("[!Ref AppA, { Fn::Transform: { Name: Tables } }]"));
});

test("another endpoint of the service has the table", () =>
  checkRule(
    vpceGatewayMissesPrivateTables,
    text("[!Ref AppA]", {
      more: `  Other:
    Type: AWS::EC2::VPCEndpoint
    Properties: { VpcId: !Ref Vpc, ServiceName: com.amazonaws.eu-west-1.s3, RouteTableIds: [!Ref AppB] }
`,
    }),
  ));

test("conditions", () => {
  const before = "Conditions: { Two: !Equals [!Ref AWS::AccountId, '1'] }";
  checkRule(
    vpceGatewayMissesPrivateTables,
    text("[!Ref AppA, !If [Two, !Ref AppB, !Ref AWS::NoValue]]", { before, appB: "Condition: Two," }),
  );
  checkRule(
    vpceGatewayMissesPrivateTables,
    text(`[!Ref AppA]${mark.replace("💡 ", "")}When Two is true: AppB is not among the route tables of S3…`, {
      before,
      appB: "Condition: Two,",
    }),
  );
});

test("adds it", () => {
  checkFix(vpceGatewayMissesPrivateTables, text("[!Ref AppA]"), text("[!Ref AppA, !Ref AppB]"));
  const json = (tables: string): string => `{
  "Resources": {
    "Vpc": { "Type": "AWS::EC2::VPC", "Properties": { "CidrBlock": "10.0.0.0/16" } },
    "Nat": { "Type": "AWS::EC2::NatGateway", "Properties": { "SubnetId": "subnet-1", "AllocationId": "eipalloc-1" } },
    "App": { "Type": "AWS::EC2::RouteTable", "Properties": { "VpcId": { "Ref": "Vpc" } } },
    "Default": { "Type": "AWS::EC2::Route", "Properties": { "RouteTableId": { "Ref": "App" }, "DestinationCidrBlock": "0.0.0.0/0", "NatGatewayId": { "Ref": "Nat" } } },
    "S3": { "Type": "AWS::EC2::VPCEndpoint", "Properties": { "VpcId": { "Ref": "Vpc" }, "ServiceName": "com.amazonaws.eu-west-1.s3", "RouteTableIds": [${tables}] } }
  }
}
`;
  checkFix(vpceGatewayMissesPrivateTables, json('"rtb-1"'), json('"rtb-1", { "Ref": "App" }'));
});

test("a CDK program", () =>
  checkRule(
    vpceGatewayMissesPrivateTables,
    typescript(`const vpc = new ec2.CfnVPC(this, 'Vpc', { cidrBlock: '10.0.0.0/16' });
const nat = new ec2.CfnNatGateway(this, 'Nat', { subnetId: 'subnet-1', allocationId: 'eipalloc-1' });
const app = new ec2.CfnRouteTable(this, 'App', { vpcId: vpc.ref });
new ec2.CfnRoute(this, 'Default', { routeTableId: app.ref, destinationCidrBlock: '0.0.0.0/0', natGatewayId: nat.ref });
new ec2.CfnVPCEndpoint(this, 'S3', { vpcId: vpc.ref, serviceName: 'com.amazonaws.eu-west-1.s3',
  routeTableIds: ['rtb-1'],
//^^^^^^^^^^^^^ 💡 information: App is not among the route tables of S3…
});`),
  ));
