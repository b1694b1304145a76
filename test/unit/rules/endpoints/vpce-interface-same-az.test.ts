import { expect, test } from "vitest";
import { vpceInterfaceSameAz } from "../../../../server/src/rules/endpoints/vpce-interface-same-az.ts";
import { checkFix, checkRule, relatedPlaces } from "../../../support/check-rule.ts";
import { python } from "../../../support/programs.ts";

interface Zones {
  readonly a: string;
  readonly b: string;
  readonly before?: string;
  readonly type?: string;
}
const text = (list: string, { a, b, before = "", type = "Interface" }: Zones): string => `${before}
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  A: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24${a} } }
  B: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24${b} } }
  Ssm:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcId: !Ref Vpc
      ServiceName: com.amazonaws.eu-west-1.ssm
      VpcEndpointType: ${type}
      SecurityGroupIds: [sg-1]
      SubnetIds: ${list}
`;
const zone = (name: string): string => `, AvailabilityZone: ${name}`;

test("equal names, equal places in the list of zones", () => {
  const both = { a: zone("eu-west-1a"), b: zone("eu-west-1a") };
  checkRule(
    vpceInterfaceSameAz,
    text(
      "[!Ref A, !Ref B]\n#                          ^^^^^^ 💡 error: B lies in eu-west-1a, and so does A. An interface endpoint takes one subnet of each zone, so creating Ssm fails with DuplicateSubnetsInSameZone. One of the two serves the whole zone; remove the other.",
      both,
    ).replace("[!Ref A, !Ref B]", "[ !Ref A, !Ref B]"),
  );
  expect(relatedPlaces(vpceInterfaceSameAz, text("[!Ref A, !Ref B]", both))).toEqual([
    '4:105 "eu-west-1a": The zone of A',
    '5:105 "eu-west-1a": The zone of B',
  ]);
  const first = '!Select [0, !GetAZs ""]';
  checkRule(
    vpceInterfaceSameAz,
    text("[ !Ref A, !Ref B]\n#                          ^^^^^^ 💡 error: B は A と同じ zone 0 にある…", {
      a: zone(first),
      b: zone(first),
    }),
    { messages: "ja" },
  );
});

test("different zones, unknown ones, another type", () => {
  checkRule(vpceInterfaceSameAz, text("[!Ref A, !Ref B]", { a: zone("eu-west-1a"), b: zone("eu-west-1b") }));
  checkRule(vpceInterfaceSameAz, text("[!Ref A, !Ref B]", { a: "", b: "" }));
  checkRule(vpceInterfaceSameAz, text("[!Ref A, subnet-1]", { a: zone("eu-west-1a"), b: zone("eu-west-1a") }));
  const both = { a: zone("eu-west-1a"), b: zone("eu-west-1a") };
  checkRule(vpceInterfaceSameAz, text("[!Ref A, !Ref B]", { ...both, type: "GatewayLoadBalancer" }));
});

test("subnets that exclude each other", () =>
  checkRule(
    vpceInterfaceSameAz,
    text("[!If [First, !Ref A, !Ref B]]", {
      a: zone("eu-west-1a"),
      b: zone("eu-west-1a"),
      before: "Conditions: { First: !Equals [!Ref AWS::AccountId, '1'] }",
    }),
  ));

test("defaults of zones are a warning", () =>
  checkRule(
    vpceInterfaceSameAz,
    text(
      "[ !Ref A, !Ref B]\n#                          ^^^^^^ 💡 warning: With the defaults of ZoneA (eu-west-1a) and ZoneB (eu-west-1a), B lies in eu-west-1a…",
      {
        a: zone("!Ref ZoneA"),
        b: zone("!Ref ZoneB"),
        before:
          "Parameters: { ZoneA: { Type: String, Default: eu-west-1a }, ZoneB: { Type: String, Default: eu-west-1a } }",
      },
    ),
  ));

test("takes the second one out", () => {
  const both = { a: zone("eu-west-1a"), b: zone("eu-west-1a") };
  checkFix(vpceInterfaceSameAz, text("[!Ref A, !Ref B]", both), text("[!Ref A]", both));
  checkFix(
    vpceInterfaceSameAz,
    `{
  "Resources": {
    "Vpc": { "Type": "AWS::EC2::VPC", "Properties": { "CidrBlock": "10.0.0.0/16" } },
    "A": { "Type": "AWS::EC2::Subnet", "Properties": { "VpcId": { "Ref": "Vpc" }, "CidrBlock": "10.0.0.0/24", "AvailabilityZone": "eu-west-1a" } },
    "B": { "Type": "AWS::EC2::Subnet", "Properties": { "VpcId": { "Ref": "Vpc" }, "CidrBlock": "10.0.1.0/24", "AvailabilityZone": "eu-west-1a" } },
    "Ssm": { "Type": "AWS::EC2::VPCEndpoint", "Properties": { "VpcId": "vpc-1", "VpcEndpointType": "Interface", "SubnetIds": [{ "Ref": "A" }, { "Ref": "B" }] } }
  }
}
`,
    `{
  "Resources": {
    "Vpc": { "Type": "AWS::EC2::VPC", "Properties": { "CidrBlock": "10.0.0.0/16" } },
    "A": { "Type": "AWS::EC2::Subnet", "Properties": { "VpcId": { "Ref": "Vpc" }, "CidrBlock": "10.0.0.0/24", "AvailabilityZone": "eu-west-1a" } },
    "B": { "Type": "AWS::EC2::Subnet", "Properties": { "VpcId": { "Ref": "Vpc" }, "CidrBlock": "10.0.1.0/24", "AvailabilityZone": "eu-west-1a" } },
    "Ssm": { "Type": "AWS::EC2::VPCEndpoint", "Properties": { "VpcId": "vpc-1", "VpcEndpointType": "Interface", "SubnetIds": [{ "Ref": "A" }] } }
  }
}
`,
  );
});

test("a CDK program", () =>
  checkRule(
    vpceInterfaceSameAz,
    python(`a = ec2.CfnSubnet(self, 'A', vpc_id='vpc-1', cidr_block='10.0.0.0/24', availability_zone='eu-west-1a')
b = ec2.CfnSubnet(self, 'B', vpc_id='vpc-1', cidr_block='10.0.1.0/24', availability_zone='eu-west-1a')
ec2.CfnVPCEndpoint(self, 'Ssm', vpc_id='vpc-1', vpc_endpoint_type='Interface', subnet_ids=[a.ref, b.ref])
#                                                                                                 ^^^^^ error: B lies in eu-west-1a…`),
  ));
