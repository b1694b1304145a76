import { test } from "vitest";
import { vpceGatewayWithSubnets } from "../../../../server/src/rules/endpoints/vpce-gateway-with-subnets.ts";
import { checkFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const s3 = (more: string, before = ""): string => `${before}
Resources:
  S3:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcId: vpc-1
      ServiceName: !Sub com.amazonaws.\${AWS::Region}.s3
      RouteTableIds: [rtb-1]
${more}
`;

test("subnets, security groups and private DNS", () =>
  checkRule(
    vpceGatewayWithSubnets,
    s3(`      VpcEndpointType: Gateway
      SubnetIds: [subnet-1]
#     ^^^^^^^^^ 💡 error: SubnetIds has no place on S3, a gateway endpoint: it is a target in route tables and has no network interface. The stack will fail. Remove SubnetIds, or make S3 an Interface endpoint.
      SecurityGroupIds: [sg-1]
#     ^^^^^^^^^^^^^^^^ 💡 error: SecurityGroupIds has no place on S3…
      PrivateDnsEnabled: 'true'
#     ^^^^^^^^^^^^^^^^^ 💡 error: PrivateDnsEnabled has no place on S3…`),
  ));

test("the default type, in Japanese", () =>
  checkRule(
    vpceGatewayWithSubnets,
    s3(
      `      SubnetIds: !Ref Subnets
#     ^^^^^^^^^ 💡 error: SubnetIds はゲートウェイ型 (既定) の S3 には指定できない…`,
      "Parameters: { Subnets: { Type: List<AWS::EC2::Subnet::Id> } }",
    ),
    { messages: "ja" },
  ));

test("nothing given, or nobody knows", () => {
  checkRule(vpceGatewayWithSubnets, s3("      PrivateDnsEnabled: false"));
  checkRule(vpceGatewayWithSubnets, s3("      SubnetIds: []"));
  checkRule(
    vpceGatewayWithSubnets,
    s3("      SubnetIds: !Ref Ids", "Parameters: { Ids: { Type: CommaDelimitedList } }"),
  );
  checkRule(
    vpceGatewayWithSubnets,
    s3("      VpcEndpointType: !Ref T\n      SubnetIds: [subnet-1]", "Parameters: { T: { Type: String } }"),
  );
});

test("another service, which another rule is about", () =>
  checkRule(vpceGatewayWithSubnets, s3("      SubnetIds: [subnet-1]").replace(".s3", ".ssm")));

test("subnets only while it is an interface endpoint", () => {
  const choice = (subnets: string): string =>
    s3(
      `      VpcEndpointType: !If [Private, Interface, Gateway]
      SubnetIds: ${subnets}`,
      "Conditions: { Private: !Equals [!Ref AWS::AccountId, '1'] }",
    );
  checkRule(vpceGatewayWithSubnets, choice("!If [Private, [subnet-1], !Ref AWS::NoValue]"));
  checkRule(
    vpceGatewayWithSubnets,
    choice("[subnet-1]\n#     ^^^^^^^^^ 💡 error: When Private is false: SubnetIds has no place on S3…"),
  );
});

test("a default is a warning", () =>
  checkRule(
    vpceGatewayWithSubnets,
    s3(
      `      PrivateDnsEnabled: !Ref Dns
#     ^^^^^^^^^^^^^^^^^ 💡 warning: With the default of Dns (true), PrivateDnsEnabled has no place on S3…`,
      "Parameters: { Dns: { Type: String, Default: 'true' } }",
    ),
  ));

test("removes the property", () => {
  checkFix(
    vpceGatewayWithSubnets,
    s3("      SubnetIds: [subnet-1]\n      VpcEndpointType: Gateway"),
    s3("      VpcEndpointType: Gateway"),
  );
  checkFix(
    vpceGatewayWithSubnets,
    `{
  "Resources": {
    "S3": {
      "Type": "AWS::EC2::VPCEndpoint",
      "Properties": {
        "VpcId": "vpc-1",
        "SecurityGroupIds": ["sg-1"],
        "ServiceName": "com.amazonaws.eu-west-1.s3",
        "RouteTableIds": ["rtb-1"]
      }
    }
  }
}
`,
    `{
  "Resources": {
    "S3": {
      "Type": "AWS::EC2::VPCEndpoint",
      "Properties": {
        "VpcId": "vpc-1",
        "ServiceName": "com.amazonaws.eu-west-1.s3",
        "RouteTableIds": ["rtb-1"]
      }
    }
  }
}
`,
  );
});

test("or makes it an interface endpoint, which is likelier where the service is not known", () => {
  const own = (rest: string): string => `
Parameters: { Service: { Type: String } }
Resources:
  Own:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcId: vpc-1
      ServiceName: !Ref Service
      SubnetIds: [subnet-1]
${rest}`;
  checkFix(vpceGatewayWithSubnets, own(""), own("      VpcEndpointType: Interface\n"));
  checkFix(
    vpceGatewayWithSubnets,
    s3("      SubnetIds: [subnet-1]\n      VpcEndpointType: Gateway"),
    s3("      SubnetIds: [subnet-1]\n      VpcEndpointType: Interface").replace("      RouteTableIds: [rtb-1]\n", ""),
    { title: "Make S3 an Interface endpoint" },
  );
});

test("an endpoint for a service network", () =>
  checkRule(
    vpceGatewayWithSubnets,
    `
Resources:
  Lattice:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcId: vpc-1
      ServiceNetworkArn: arn:aws:vpc-lattice:eu-west-1:111122223333:servicenetwork/sn-1
      SubnetIds: [subnet-1]
`,
  ));

test("a CDK program", () =>
  checkRule(
    vpceGatewayWithSubnets,
    typescript(`new ec2.CfnVPCEndpoint(this, 'S3', {
  vpcId: 'vpc-1', serviceName: 'com.amazonaws.eu-west-1.s3', routeTableIds: ['rtb-1'],
  subnetIds: ['subnet-1'],
//^^^^^^^^^ 💡 error: SubnetIds has no place on S3…
});`),
  ));
