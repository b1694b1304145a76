/** Parts of templates with load balancers, for tests of rules. */

export const zone = (index: number): string => `!Select [${index}, !GetAZs '']`;

/** A VPC with the subnets A and B. */
export const twoSubnets = ({
  a = zone(0),
  b = zone(1),
  blockB = "10.0.1.0/24",
} = {}): string => `  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  A: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24, AvailabilityZone: ${a} } }
  B: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: ${blockB}, AvailabilityZone: ${b} } }
`;

/** A load balancer `Front`, internal unless told. */
export const front = (
  subnets: string,
  { type = "application", scheme = "internal" }: { readonly type?: string; readonly scheme?: string } = {},
): string => `  Front:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Type: ${type}
      Scheme: ${scheme}
      Subnets:
${subnets}
`;

export const onBoth = "        - !Ref A\n        - !Ref B";
