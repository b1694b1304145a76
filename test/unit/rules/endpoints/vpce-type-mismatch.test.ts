import { expect, test } from "vitest";
import { vpceTypeMismatch } from "../../../../server/src/rules/endpoints/vpce-type-mismatch.ts";
import { checkFix, checkNoFix, checkRule, relatedPlaces } from "../../../support/check-rule.ts";
import { python } from "../../../support/programs.ts";

const endpoint = (service: string, type = "", before = ""): string => `${before}
Resources:
  Ssm:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcId: vpc-1
      ServiceName: ${service}
${type}
`;

test("the default is Gateway", () =>
  checkRule(
    vpceTypeMismatch,
    `
Resources:
  Ssm:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcId: vpc-1
      ServiceName: !Sub com.amazonaws.\${AWS::Region}.ssm
#                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 💡 error: Ssm has no VpcEndpointType, which makes it a gateway endpoint, and ssm has none: only S3 and DynamoDB do. The stack will fail. Set VpcEndpointType to Interface.
      SubnetIds: [subnet-1]
`,
  ));

test("a written type, in Japanese", () => {
  const text = endpoint("!Join ['.', [com.amazonaws, !Ref AWS::Region, ecr.dkr]]", "      VpcEndpointType: Gateway");
  checkRule(
    vpceTypeMismatch,
    `${text.trimEnd()}
#                      ^^^^^^^ error: Ssm はゲートウェイ型だが、ecr.dkr にゲートウェイエンドポイントはない…
`,
    { messages: "ja" },
  );
  expect(relatedPlaces(vpceTypeMismatch, text)).toEqual([
    "7:20 \"!Join ['.', [com.amazonaws, !Ref AWS::Region, ecr.dkr]]\": The service is ecr.dkr",
  ]);
  checkNoFix(vpceTypeMismatch, text);
});

test.each([
  "!Sub com.amazonaws.${AWS::Region}.s3",
  "com.amazonaws.eu-west-1.dynamodb",
  "com.amazonaws.eu-west-1.s3express",
  "com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0",
  "!Ref Service",
  "!Sub com.amazonaws.${AWS::Region}.${Service}",
  "!ImportValue Service",
])("a service with a gateway endpoint, of somebody else, or unknown: %s", (service) =>
  checkRule(vpceTypeMismatch, endpoint(service, "", "Parameters: { Service: { Type: String } }")),
);

test.each(["cn.com.amazonaws.cn-north-1.ssm", "aws.sagemaker.us-east-1.notebook"])("also as %s", (service) =>
  checkRule(
    vpceTypeMismatch,
    endpoint(`${service}\n#                  ${"^".repeat(service.length)} error: Ssm has no VpcEndpointType…`),
  ),
);

test("interface endpoints, unknown types and exclusive conditions", () => {
  checkRule(vpceTypeMismatch, endpoint("com.amazonaws.eu-west-1.ssm", "      VpcEndpointType: Interface"));
  checkRule(
    vpceTypeMismatch,
    endpoint("com.amazonaws.eu-west-1.ssm", "      VpcEndpointType: !Ref T", "Parameters: { T: { Type: String } }"),
  );
  checkRule(
    vpceTypeMismatch,
    endpoint(
      "!If [Free, com.amazonaws.eu-west-1.s3, com.amazonaws.eu-west-1.ssm]",
      "      VpcEndpointType: !If [Free, !Ref AWS::NoValue, Interface]",
      "Conditions: { Free: !Equals [!Ref AWS::AccountId, '1'] }",
    ),
  );
});

test("a default of the type is a warning", () =>
  checkRule(
    vpceTypeMismatch,
    `
Parameters: { Kind: { Type: String, Default: Gateway } }
Resources:
  Ssm:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcId: vpc-1
      ServiceName: com.amazonaws.eu-west-1.ssm
      VpcEndpointType: !Ref Kind
#                      ^^^^^^^^^ warning: With the default of Kind (Gateway), Ssm is a gateway endpoint…
`,
  ));

test("sets the type", () =>
  checkFix(
    vpceTypeMismatch,
    `
Resources:
  Ssm:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcId: vpc-1
      ServiceName: com.amazonaws.eu-west-1.ssm # sessions
      SubnetIds: [subnet-1]
`,
    `
Resources:
  Ssm:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcId: vpc-1
      ServiceName: com.amazonaws.eu-west-1.ssm # sessions
      SubnetIds: [subnet-1]
      VpcEndpointType: Interface
`,
  ));

test("and gives the endpoint a subnet and a security group where it has none", () =>
  checkFix(
    vpceTypeMismatch,
    `{
  "Resources": {
    "Vpc": { "Type": "AWS::EC2::VPC", "Properties": { "CidrBlock": "10.0.0.0/16" } },
    "App": { "Type": "AWS::EC2::Subnet", "Properties": { "VpcId": { "Ref": "Vpc" }, "CidrBlock": "10.0.0.0/24" } },
    "Ssm": {
      "Type": "AWS::EC2::VPCEndpoint",
      "Properties": {
        "VpcId": { "Ref": "Vpc" },
        "ServiceName": "com.amazonaws.eu-west-1.ssm",
        "VpcEndpointType": "Gateway"
      }
    }
  }
}
`,
    `{
  "Resources": {
    "Vpc": { "Type": "AWS::EC2::VPC", "Properties": { "CidrBlock": "10.0.0.0/16" } },
    "App": { "Type": "AWS::EC2::Subnet", "Properties": { "VpcId": { "Ref": "Vpc" }, "CidrBlock": "10.0.0.0/24" } },
    "Ssm": {
      "Type": "AWS::EC2::VPCEndpoint",
      "Properties": {
        "VpcId": { "Ref": "Vpc" },
        "ServiceName": "com.amazonaws.eu-west-1.ssm",
        "VpcEndpointType": "Interface",
        "SubnetIds": [{ "Ref": "App" }],
        "SecurityGroupIds": [{ "Fn::GetAtt": ["SsmSecurityGroup", "GroupId"] }]
      }
    },
    "SsmSecurityGroup": {
      "Type": "AWS::EC2::SecurityGroup",
      "Properties": {
        "GroupDescription": "HTTPS from Vpc to Ssm",
        "VpcId": { "Ref": "Vpc" },
        "SecurityGroupIngress": [
          {
            "IpProtocol": "tcp",
            "FromPort": 443,
            "ToPort": 443,
            "CidrIp": { "Fn::GetAtt": ["Vpc", "CidrBlock"] }
          }
        ]
      }
    }
  }
}
`,
  ));

test("a CDK program", () =>
  checkRule(
    vpceTypeMismatch,
    python(`ec2.CfnVPCEndpoint(self, 'Ssm', vpc_id='vpc-1', subnet_ids=['subnet-1'],
    service_name='com.amazonaws.eu-west-1.ssm')
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 💡 error: Ssm has no VpcEndpointType…`),
  ));
