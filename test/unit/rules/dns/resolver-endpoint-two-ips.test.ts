import { expect, test } from "vitest";
import { resolverEndpointTwoIps } from "../../../../server/src/rules/dns/resolver-endpoint-two-ips.ts";
import { checkFix, checkNoFix, checkRule, fixTitles } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const endpoint = (addresses: string, before = ""): string => `${before}
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  A:
    Type: AWS::EC2::Subnet
    Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24, AvailabilityZone: !Select [0, !GetAZs ""] }
  AlsoA:
    Type: AWS::EC2::Subnet
    Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24, AvailabilityZone: !Select [0, !GetAZs ""] }
  C:
    Type: AWS::EC2::Subnet
    Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.2.0/24, AvailabilityZone: !Select [1, !GetAZs ""] }
  Somewhere: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.3.0/24 } }
  Inbound:
    Type: AWS::Route53Resolver::ResolverEndpoint
    Properties:
      Direction: INBOUND
      SecurityGroupIds: [sg-1]
${addresses}
`;
const one = endpoint("      IpAddresses: [{ SubnetId: !Ref A }]");

test("a single address", () => {
  checkRule(
    resolverEndpointTwoIps,
    endpoint(
      `      IpAddresses: [{ SubnetId: !Ref A }]
#     ^^^^^^^^^^^ 💡 error: Inbound has one IP address. Route 53 wants two or more IP addresses on a Resolver endpoint, whatever CloudFormation's minimum, so the stack will fail. Add one in a subnet of another zone.`,
    ),
  );
  checkFix(resolverEndpointTwoIps, one, endpoint("      IpAddresses: [{ SubnetId: !Ref A }, { SubnetId: !Ref C }]"), {
    title: "Add an address in C",
  });
  expect(fixTitles(resolverEndpointTwoIps, one)).toEqual(["Add an address in C"]);
  checkNoFix(resolverEndpointTwoIps, endpoint("      IpAddresses: [{ SubnetId: !Ref Somewhere }]"));
});

test("all of them in one zone, in Japanese", () =>
  checkRule(
    resolverEndpointTwoIps,
    endpoint(
      `      IpAddresses: [{ SubnetId: !Ref A }, { SubnetId: !Ref AlsoA }]
#     ^^^^^^^^^^^ warning: Inbound の IP アドレスがすべて zone 0 にある…`,
    ),
    { messages: "ja" },
  ));

test("all of them in one subnet of an unknown zone", () =>
  checkRule(
    resolverEndpointTwoIps,
    endpoint(
      `      IpAddresses: [{ SubnetId: !Ref Somewhere }, { SubnetId: !Ref Somewhere }]
#     ^^^^^^^^^^^ warning: Inbound has all of its IP addresses in one zone…`,
    ),
  ));

test("two zones, or zones that nobody knows", () => {
  for (const other of ["!Ref C", "!Ref Somewhere", "!Ref Id", "subnet-1"]) {
    checkRule(
      resolverEndpointTwoIps,
      endpoint(
        `      IpAddresses: [{ SubnetId: !Ref A }, { SubnetId: ${other} }]`,
        "Parameters: { Id: { Type: AWS::EC2::Subnet::Id } }",
      ),
    );
  }
});

test("an unknown list, and addresses that conditions choose", () => {
  checkRule(resolverEndpointTwoIps, endpoint("      IpAddresses: { 'Fn::Transform': { Name: Addresses } }"));
  const live = "Conditions: { Live: !Equals [!Ref AWS::Region, us-east-1] }";
  checkRule(
    resolverEndpointTwoIps,
    endpoint("      IpAddresses: [{ SubnetId: !Ref A }, !If [Live, { SubnetId: !Ref C }, !Ref AWS::NoValue]]", live),
  );
  checkRule(
    resolverEndpointTwoIps,
    endpoint(
      `      IpAddresses: !If [Live, [{ SubnetId: !Ref A }, { SubnetId: !Ref C }], [{ SubnetId: !Ref A }]]
#     ^^^^^^^^^^^ error: When Live is false: Inbound has one IP address…`,
      live,
    ),
  );
});

test("a CDK program", () =>
  checkRule(
    resolverEndpointTwoIps,
    typescript(
      `new route53resolver.CfnResolverEndpoint(this, 'Inbound', {
  direction: 'INBOUND',
  securityGroupIds: ['sg-1'],
  ipAddresses: [{ subnetId: 'subnet-1' }],
# ^^^^^^^^^^^ error: Inbound has one IP address…
});`,
      ["route53resolver"],
    ),
  ));
