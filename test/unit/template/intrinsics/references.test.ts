import { describe, expect, test } from "vitest";
import { evaluated } from "../../../support/evaluation.ts";

const network = `
Parameters:
  Cidr: { Type: String, Default: 10.0.0.0/16 }
  Ipam: { Type: String }
Conditions:
  UseIpam: !Not [!Equals [!Ref Ipam, none]]
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: !Ref Cidr } }
  IpamVpc: { Type: AWS::EC2::VPC, Properties: { Ipv4IpamPoolId: pool } }
  MaybeVpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: !If [UseIpam, !Ref AWS::NoValue, 10.1.0.0/16] } }
  Subnet:
    Type: AWS::EC2::Subnet
    Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24, Ipv6CidrBlock: "2001:db8::/64", AvailabilityZone: !Select [0, !GetAZs ""] }
  Eip: { Type: AWS::EC2::EIP }
  Nested: { Type: AWS::CloudFormation::Stack }
  Own: { Type: Custom::Thing }
`;

describe("Ref", () => {
  test("to a resource is its identity", () => expect(evaluated("!Ref Vpc", network)).toBe("Ref(Vpc)"));
  test("in the long form", () => expect(evaluated("{ Ref: Cidr }", network)).toBe('"10.0.0.0/16"'));
  test("to nothing is unknown", () => expect(evaluated("!Ref Nowhere", network)).toBe("?undefined-name Nowhere"));
  test("of anything but a name is unknown", () => {
    expect(evaluated("!Ref [Vpc]", network)).toBe("?invalid-call Ref");
    expect(evaluated("!Ref { A: 1 }", network)).toBe("?invalid-call Ref");
  });
});

describe("GetAtt", () => {
  test("of an identity is a reference", () => {
    expect(evaluated("!GetAtt Eip.AllocationId", network)).toBe("GetAtt(Eip.AllocationId)");
    expect(evaluated("{ 'Fn::GetAtt': [Eip, AllocationId] }", network)).toBe("GetAtt(Eip.AllocationId)");
    expect(evaluated("!GetAtt Vpc.DefaultSecurityGroup", network)).toBe("GetAtt(Vpc.DefaultSecurityGroup)");
  });

  test("of what a property says is that", () => {
    expect(evaluated("!GetAtt Vpc.CidrBlock", network)).toBe('"10.0.0.0/16"');
    expect(evaluated("!GetAtt MaybeVpc.CidrBlock", network)).toBe(
      '(UseIpam ? ?attribute MaybeVpc CidrBlock : "10.1.0.0/16")',
    );
    expect(evaluated("!GetAtt Subnet.VpcId", network)).toBe("Ref(Vpc)");
    expect(evaluated("!GetAtt Subnet.AvailabilityZone", network)).toBe("?zones");
    expect(evaluated("!Select [0, !GetAtt Subnet.Ipv6CidrBlocks]", network)).toBe('"2001:db8::/64"');
  });

  test("of what only the deployment knows is unknown", () => {
    expect(evaluated("!GetAtt IpamVpc.CidrBlock", network)).toBe("?attribute IpamVpc CidrBlock");
    expect(evaluated("!GetAtt Vpc.CidrBlockAssociations", network)).toBe("?attribute Vpc CidrBlockAssociations");
    expect(evaluated("!Select [0, !GetAtt Vpc.Ipv6CidrBlocks]", network)).toBe("?attribute Vpc Ipv6CidrBlocks");
    expect(evaluated("!GetAtt Nested.Outputs.VpcId", network)).toBe("?attribute Nested Outputs.VpcId");
    expect(evaluated("!GetAtt Own.Cidr", network)).toBe("?attribute Own Cidr");
  });

  test("of nothing, or malformed, is unknown", () => {
    expect(evaluated("!GetAtt Nowhere.Arn", network)).toBe("?undefined-name Nowhere");
    expect(evaluated("{ 'Fn::GetAtt': [Eip] }", network)).toBe("?invalid-call GetAtt");
    expect(evaluated("{ 'Fn::GetAtt': { A: 1 } }", network)).toBe("?invalid-call GetAtt");
  });
});
