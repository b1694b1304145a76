import { test } from "vitest";
import { vpceInterfaceWithRouteTables } from "../../../../server/src/rules/endpoints/vpce-interface-with-route-tables.ts";
import { checkFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const ssm = (more: string, before = ""): string => `${before}
Resources:
  Ssm:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcId: vpc-1
      ServiceName: com.amazonaws.eu-west-1.ssm
      SubnetIds: [subnet-1]
${more}
`;

test("route tables", () => {
  checkRule(
    vpceInterfaceWithRouteTables,
    ssm(`      VpcEndpointType: Interface
      RouteTableIds: [rtb-1]
#     ^^^^^^^^^^^^^ 💡 error: Ssm is an interface endpoint, which clients reach by its addresses and not by a route, so it takes no route tables. The stack will fail. Remove RouteTableIds.`),
  );
  checkRule(
    vpceInterfaceWithRouteTables,
    ssm(`      VpcEndpointType: Interface
      RouteTableIds: [rtb-1]
#     ^^^^^^^^^^^^^ 💡 error: Ssm はインターフェイス型。クライアントはルートではなく…`),
    { messages: "ja" },
  );
});

test("none, a gateway endpoint, unknown values", () => {
  checkRule(vpceInterfaceWithRouteTables, ssm("      VpcEndpointType: Interface"));
  checkRule(vpceInterfaceWithRouteTables, ssm("      VpcEndpointType: Interface\n      RouteTableIds: []"));
  checkRule(vpceInterfaceWithRouteTables, ssm("      VpcEndpointType: Gateway\n      RouteTableIds: [rtb-1]"));
  checkRule(
    vpceInterfaceWithRouteTables,
    ssm("      VpcEndpointType: !Ref T\n      RouteTableIds: [rtb-1]", "Parameters: { T: { Type: String } }"),
  );
});

test("route tables only while it is a gateway endpoint", () =>
  checkRule(
    vpceInterfaceWithRouteTables,
    ssm(
      `      VpcEndpointType: !If [Free, Gateway, Interface]
      RouteTableIds: !If [Free, [rtb-1], !Ref AWS::NoValue]`,
      "Conditions: { Free: !Equals [!Ref AWS::AccountId, '1'] }",
    ),
  ));

test("a default is a warning", () =>
  checkRule(
    vpceInterfaceWithRouteTables,
    ssm(
      `      VpcEndpointType: !Ref T
      RouteTableIds: [rtb-1]
#     ^^^^^^^^^^^^^ 💡 warning: With the default of T (Interface), Ssm is an interface endpoint…`,
      "Parameters: { T: { Type: String, Default: Interface } }",
    ),
  ));

test("removes them", () => {
  checkFix(
    vpceInterfaceWithRouteTables,
    ssm("      RouteTableIds: [rtb-1]\n      VpcEndpointType: Interface"),
    ssm("      VpcEndpointType: Interface"),
  );
  checkFix(
    vpceInterfaceWithRouteTables,
    `{
  "Resources": {
    "Ssm": {
      "Type": "AWS::EC2::VPCEndpoint",
      "Properties": {
        "VpcId": "vpc-1",
        "ServiceName": "com.amazonaws.eu-west-1.ssm",
        "VpcEndpointType": "Interface",
        "SubnetIds": ["subnet-1"],
        "RouteTableIds": ["rtb-1"]
      }
    }
  }
}
`,
    `{
  "Resources": {
    "Ssm": {
      "Type": "AWS::EC2::VPCEndpoint",
      "Properties": {
        "VpcId": "vpc-1",
        "ServiceName": "com.amazonaws.eu-west-1.ssm",
        "VpcEndpointType": "Interface",
        "SubnetIds": ["subnet-1"]
      }
    }
  }
}
`,
  );
});

test("a CDK program", () =>
  checkRule(
    vpceInterfaceWithRouteTables,
    typescript(`new ec2.CfnVPCEndpoint(this, 'Ssm', {
  vpcId: 'vpc-1', vpcEndpointType: 'Interface', subnetIds: ['subnet-1'],
  routeTableIds: ['rtb-1'],
//^^^^^^^^^^^^^ 💡 error: Ssm is an interface endpoint…
});`),
  ));
