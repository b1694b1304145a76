import { test } from "vitest";
import { eipMissingDependson } from "../../../../server/src/rules/gateways/eip-missing-dependson.ts";
import { checkFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const stack = (address: string, rest = "") => `
Conditions: { Prod: !Equals [!Ref AWS::Region, us-east-1], Dev: !Not [!Condition Prod] }
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Igw: { Type: AWS::EC2::InternetGateway }
  Attachment: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Igw } }
  Public: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  Out: { Type: AWS::EC2::Route, DependsOn: Attachment, Properties: { RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Igw } }
  Use: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref Public, RouteTableId: !Ref Table } }
  Nat: { Type: AWS::EC2::NatGateway, Properties: { SubnetId: !Ref Public, AllocationId: !GetAtt Address.AllocationId } }
  # the address that partners know
  Address:
${address}
    Type: AWS::EC2::EIP
    Properties: { Domain: vpc }
${rest}`;

test("an address for a NAT gateway", () => {
  const marked = (message: string) =>
    stack("").replace("  Address:\n", `  Address:\n# ^^^^^^^ 💡 information: ${message}\n`);
  checkRule(
    eipMissingDependson,
    marked("Address is for Vpc but doesn't wait for Attachment, which connects Vpc to the internet…"),
  );
  checkRule(
    eipMissingDependson,
    marked("Address は Vpc で使うのに、Vpc をインターネットにつなぐ Attachment を待たない…"),
    { messages: "ja" },
  );
});

test("an address of an instance", () =>
  checkRule(
    eipMissingDependson,
    stack(
      "    DependsOn: Attachment",
      `  Bastion: { Type: AWS::EC2::Instance, Properties: { SubnetId: !Ref Public } }
  BastionAddress:
# ^^^^^^^^^^^^^^ 💡 information: BastionAddress is for Vpc…
    Type: AWS::EC2::EIP
    Properties: { InstanceId: !Ref Bastion }`,
    ),
  ));

test("one whose user waits", () =>
  checkRule(
    eipMissingDependson,
    stack("").replace("Nat: { Type: AWS::EC2::NatGateway,", "Nat: { Type: AWS::EC2::NatGateway, DependsOn: Out,"),
  ));

test("one that waits, directly or through another resource", () => {
  checkRule(eipMissingDependson, stack("    DependsOn: [Igw, Attachment]"));
  checkRule(eipMissingDependson, stack("    DependsOn: Out"));
});

test("an attachment that is elsewhere, or never there together", () => {
  checkRule(eipMissingDependson, stack("").replace(/ {2}Attachment: .*\n/, ""));
  checkRule(
    eipMissingDependson,
    stack("    Condition: Prod").replace(
      "Type: AWS::EC2::VPCGatewayAttachment,",
      "Type: AWS::EC2::VPCGatewayAttachment, Condition: Dev,",
    ),
  );
});

test("an address that nothing of the VPC uses", () =>
  checkRule(eipMissingDependson, stack("    DependsOn: Attachment", "  Spare: { Type: AWS::EC2::EIP }")));

test("makes it wait", () => {
  checkFix(
    eipMissingDependson,
    stack("    # keep").replace("    # keep\n    Type: AWS::EC2::EIP\n", "    Type: AWS::EC2::EIP # static\n"),
    stack("    # keep").replace(
      "    # keep\n    Type: AWS::EC2::EIP\n",
      "    Type: AWS::EC2::EIP # static\n    DependsOn: Attachment\n",
    ),
  );
});

test("a CDK program", () =>
  checkRule(
    eipMissingDependson,
    typescript(`const vpc = new ec2.CfnVPC(this, 'Vpc', { cidrBlock: '10.0.0.0/16' });
const igw = new ec2.CfnInternetGateway(this, 'Igw');
new ec2.CfnVPCGatewayAttachment(this, 'Attachment', { vpcId: vpc.ref, internetGatewayId: igw.ref });
const subnet = new ec2.CfnSubnet(this, 'Subnet', { vpcId: vpc.ref, cidrBlock: '10.0.0.0/24' });
const address = new ec2.CfnEIP(this, 'Address');
//                                    ^^^^^^^ 💡 information: Address is for Vpc…
new ec2.CfnNatGateway(this, 'Nat', { subnetId: subnet.ref, allocationId: address.attrAllocationId });`),
  ));
