import { test } from "vitest";
import { vpceInterfaceWithoutSubnets } from "../../../../server/src/rules/endpoints/vpce-interface-without-subnets.ts";
import { checkFix, checkNoFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const ssm = (more: string, before = ""): string => `${before}
Resources:
  Ssm:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcId: vpc-1
      ServiceName: com.amazonaws.eu-west-1.ssm
${more}
`;
const marked = (text: string, message: string): string => text.replace("  Ssm:\n", `  Ssm:\n# ^^^ ${message}\n`);

test("no subnets", () => {
  const text = ssm("      VpcEndpointType: Interface");
  checkRule(
    vpceInterfaceWithoutSubnets,
    marked(
      text,
      "error: Ssm names no subnet, so it gets no network interface and nobody reaches the service through it. List SubnetIds, one subnet in each zone.",
    ),
  );
  checkRule(
    vpceInterfaceWithoutSubnets,
    marked(ssm("      VpcEndpointType: GatewayLoadBalancer"), "error: Ssm にサブネットの指定がない…"),
    { messages: "ja" },
  );
  checkNoFix(vpceInterfaceWithoutSubnets, text);
});

test("subnets, other types, unknown values", () => {
  checkRule(vpceInterfaceWithoutSubnets, ssm("      VpcEndpointType: Interface\n      SubnetIds: [subnet-1]"));
  checkRule(vpceInterfaceWithoutSubnets, ssm("      VpcEndpointType: Gateway"));
  checkRule(vpceInterfaceWithoutSubnets, ssm("      VpcEndpointType: ServiceNetwork"));
  checkRule(vpceInterfaceWithoutSubnets, ssm("      VpcEndpointType: !Ref T", "Parameters: { T: { Type: String } }"));
  checkRule(
    vpceInterfaceWithoutSubnets,
    ssm(
      "      VpcEndpointType: Interface\n      SubnetIds: !Ref Ids",
      "Parameters: { Ids: { Type: CommaDelimitedList } }",
    ),
  );
});

test("conditions", () => {
  const conditions = "Conditions: { Private: !Equals [!Ref AWS::AccountId, '1'] }";
  const choice = (type: string): string =>
    ssm(`      VpcEndpointType: ${type}\n      SubnetIds: !If [Private, [subnet-1], !Ref AWS::NoValue]`, conditions);
  checkRule(vpceInterfaceWithoutSubnets, choice("!If [Private, Interface, Gateway]"));
  checkRule(
    vpceInterfaceWithoutSubnets,
    marked(choice("Interface"), "error: When Private is false: Ssm names no subnet…"),
  );
});

test("a default is a warning", () =>
  checkRule(
    vpceInterfaceWithoutSubnets,
    marked(
      ssm("      VpcEndpointType: !Ref T", "Parameters: { T: { Type: String, Default: Interface } }"),
      "warning: With the default of T (Interface), Ssm names no subnet…",
    ),
  ));

test("a Gateway Load Balancer endpoint takes one", () => {
  checkRule(
    vpceInterfaceWithoutSubnets,
    ssm(`      VpcEndpointType: GatewayLoadBalancer
      SubnetIds: [subnet-1, subnet-2]
#     ^^^^^^^^^ error: Ssm is a Gateway Load Balancer endpoint, which takes one subnet, and is given more. The stack will fail. Make one endpoint for each zone.`),
  );
  checkRule(
    vpceInterfaceWithoutSubnets,
    ssm("      VpcEndpointType: GatewayLoadBalancer\n      SubnetIds: [subnet-1]"),
  );
  checkRule(
    vpceInterfaceWithoutSubnets,
    ssm(
      "      VpcEndpointType: GatewayLoadBalancer\n      SubnetIds: [!If [A, subnet-1, subnet-2]]",
      "Conditions: { A: !Equals [!Ref AWS::AccountId, '1'] }",
    ),
  );
});

const inVpc = (subnets: string): string => `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  A: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24, AvailabilityZone: eu-west-1a } }
  A2: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24, AvailabilityZone: eu-west-1a } }
  B: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.2.0/24, AvailabilityZone: eu-west-1b } }
  Ssm:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcId: !Ref Vpc
      ServiceName: com.amazonaws.eu-west-1.ssm
      VpcEndpointType: Interface
      SecurityGroupIds: [sg-1]
${subnets}`;

test("puts it into one subnet of each zone", () =>
  checkFix(
    vpceInterfaceWithoutSubnets,
    inVpc(""),
    inVpc(`      SubnetIds:
        - !Ref A
        - !Ref B
`),
  ));

test("in JSON; one subnet where the zones are not known", () =>
  checkFix(
    vpceInterfaceWithoutSubnets,
    `{
  "Resources": {
    "Vpc": { "Type": "AWS::EC2::VPC", "Properties": { "CidrBlock": "10.0.0.0/16" } },
    "A": { "Type": "AWS::EC2::Subnet", "Properties": { "VpcId": { "Ref": "Vpc" }, "CidrBlock": "10.0.0.0/24" } },
    "B": { "Type": "AWS::EC2::Subnet", "Properties": { "VpcId": { "Ref": "Vpc" }, "CidrBlock": "10.0.1.0/24" } },
    "Ssm": {
      "Type": "AWS::EC2::VPCEndpoint",
      "Properties": {
        "VpcId": { "Ref": "Vpc" },
        "SecurityGroupIds": ["sg-1"],
        "VpcEndpointType": "Interface"
      }
    }
  }
}
`,
    `{
  "Resources": {
    "Vpc": { "Type": "AWS::EC2::VPC", "Properties": { "CidrBlock": "10.0.0.0/16" } },
    "A": { "Type": "AWS::EC2::Subnet", "Properties": { "VpcId": { "Ref": "Vpc" }, "CidrBlock": "10.0.0.0/24" } },
    "B": { "Type": "AWS::EC2::Subnet", "Properties": { "VpcId": { "Ref": "Vpc" }, "CidrBlock": "10.0.1.0/24" } },
    "Ssm": {
      "Type": "AWS::EC2::VPCEndpoint",
      "Properties": {
        "VpcId": { "Ref": "Vpc" },
        "SecurityGroupIds": ["sg-1"],
        "VpcEndpointType": "Interface",
        "SubnetIds": [{ "Ref": "A" }]
      }
    }
  }
}
`,
  ));

test("a CDK program", () =>
  checkRule(
    vpceInterfaceWithoutSubnets,
    typescript(`new ec2.CfnVPCEndpoint(this,
  'Ssm',
// ^^^ error: Ssm names no subnet…
  { vpcId: 'vpc-1', vpcEndpointType: 'Interface' });`),
  ));
