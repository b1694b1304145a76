import { test } from "vitest";
import { natRouteCrossAz } from "../../../../server/src/rules/routing/nat-route-cross-az.ts";
import { checkFix, checkNoFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const zone = (n: number) => `AvailabilityZone: !Select [${n}, !GetAZs ""]`;
const stack = (
  outOfB: string,
  { b = zone(1), natB = "SubnetId: !Ref PublicB, AllocationId: eipalloc-2", more = "" } = {},
) => `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  PublicA: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24, ${zone(0)} } }
  PublicB: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24, ${zone(1)} } }
  NatA: { Type: AWS::EC2::NatGateway, Properties: { SubnetId: !Ref PublicA, AllocationId: eipalloc-1 } }
  NatB: { Type: AWS::EC2::NatGateway, Properties: { ${natB} } }
  AppB: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.11.0/24, ${b} } }
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  Use: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref AppB, RouteTableId: !Ref Table } }
  Out:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: !Ref Table
      DestinationCidrBlock: 0.0.0.0/0
      NatGatewayId: ${outOfB} # way out
${more}`;

test("a NAT gateway of another zone", () => {
  checkRule(
    natRouteCrossAz,
    stack(`!Ref NatA
#                   ^^^^^^^^^ 💡 information: Out leads AppB in zone 1 to NatA in zone 0: traffic between zones is charged, and a fault in zone 0 cuts off AppB too. Take NatB, which is in the same zone.
`),
  );
  checkRule(
    natRouteCrossAz,
    stack(`!Ref NatA
#                   ^^^^^^^^^ 💡 information: Out により、zone 1 の AppB は zone 0 の NatA を通って外に出る…
`),
    { messages: "ja" },
  );
});

test("the zone's own gateway, and zones that nobody knows", () => {
  checkRule(natRouteCrossAz, stack("!Ref NatB"));
  checkRule(natRouteCrossAz, stack("!Ref NatA", { b: "MapPublicIpOnLaunch: false" }));
  checkRule(natRouteCrossAz, stack("!Ref NatA", { b: "AvailabilityZone: us-east-1b" }));
});

test("a zone without a gateway of its own, or with one for private networks", () => {
  checkRule(natRouteCrossAz, stack("!Ref NatA", { natB: "SubnetId: !Ref PublicA, AllocationId: eipalloc-2" }));
  checkRule(natRouteCrossAz, stack("!Ref NatA", { natB: "SubnetId: !Ref PublicB, ConnectivityType: private" }));
});

test("a switch between one gateway and one in each zone", () => {
  const text = stack("!If [Ha, !Ref NatB, !Ref NatA]").replace(
    "Resources:",
    "Conditions: { Ha: !Equals [!Ref AWS::Region, us-east-1] }\nResources:",
  );
  checkRule(
    natRouteCrossAz,
    text.replace("NatB: { Type: AWS::EC2::NatGateway,", "NatB: { Type: AWS::EC2::NatGateway, Condition: Ha,"),
  );
});

test("takes the gateway of the same zone", () => checkFix(natRouteCrossAz, stack("!Ref NatA"), stack("!Ref NatB")));

test("a table that both zones share is not changed", () =>
  checkNoFix(
    natRouteCrossAz,
    stack("!Ref NatA", {
      more: `  AppA: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.10.0/24, ${zone(0)} } }
  AlsoUse: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref AppA, RouteTableId: !Ref Table } }`,
    }),
  ));

test("a CDK program", () =>
  checkRule(
    natRouteCrossAz,
    typescript(`const vpc = new ec2.CfnVPC(this, 'Vpc', { cidrBlock: '10.0.0.0/16' });
const a = new ec2.CfnSubnet(this, 'A', { vpcId: vpc.ref, cidrBlock: '10.0.0.0/24', availabilityZone: 'us-east-1a' });
const b = new ec2.CfnSubnet(this, 'B', { vpcId: vpc.ref, cidrBlock: '10.0.1.0/24', availabilityZone: 'us-east-1b' });
const natA = new ec2.CfnNatGateway(this, 'NatA', { subnetId: a.ref, allocationId: 'eipalloc-1' });
const natB = new ec2.CfnNatGateway(this, 'NatB', { subnetId: b.ref, allocationId: 'eipalloc-2' });
const app = new ec2.CfnSubnet(this, 'App', { vpcId: vpc.ref, cidrBlock: '10.0.2.0/24', availabilityZone: 'us-east-1b' });
const table = new ec2.CfnRouteTable(this, 'Table', { vpcId: vpc.ref });
new ec2.CfnSubnetRouteTableAssociation(this, 'Use', { subnetId: app.ref, routeTableId: table.ref });
new ec2.CfnRoute(this, 'Out', { routeTableId: table.ref, destinationCidrBlock: '0.0.0.0/0', natGatewayId: natA.ref });
//                                                                                                        ^^^^^^^^ 💡 information: Out leads App in us-east-1b to NatA in us-east-1a…`),
  ));

test("the gateway of another VPC is none to take", () => {
  checkRule(
    natRouteCrossAz,
    stack("!Ref NatA", {
      natB: "SubnetId: !Ref Elsewhere, AllocationId: eipalloc-2",
      more: `  Other: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.1.0.0/16 } }
  Elsewhere: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Other, CidrBlock: 10.1.1.0/24, ${zone(1)} } }
`,
    }),
  );
});
