import { describe, expect, test } from "vitest";
import { networkOf } from "../../support/check-network.ts";

const chain = networkOf(`
Resources:
  A: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  B: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref A, CidrBlock: 10.0.0.0/24 } }
  C: { Type: AWS::EC2::Instance, DependsOn: D, Properties: { SubnetId: !GetAtt B.SubnetId } }
  D: { Type: AWS::S3::Bucket, DependsOn: [E, F] }
  E: { Type: AWS::S3::Bucket, Properties: { BucketName: !Sub "x-\${B}-\${!F}-\${Own}-\${AWS::Region}" } }
  F: { Type: AWS::S3::Bucket, Properties: { BucketName: !Sub ["\${A.CidrBlock}\${Own}", { Own: !Ref G }] } }
  G: { Type: AWS::S3::Bucket, DependsOn: D }
  Own: { Type: AWS::S3::Bucket }
`);
const depends = (id: string) => {
  const resource = chain.evaluator.template.resources.get(id);
  return resource ? [...chain.dependencies(resource)].sort() : [];
};

test("dependencies go through DependsOn, Ref, GetAtt and Sub, through any number of resources, and around circles", () => {
  expect(depends("A")).toEqual([]);
  expect(depends("B")).toEqual(["A"]);
  expect(depends("E")).toEqual(["A", "AWS::Region", "B", "Own"]);
  expect(depends("C").filter((id) => id.length === 1)).toEqual(["A", "B", "D", "E", "F", "G"]);
  expect(depends("F").filter((id) => id.length === 1)).toEqual(["A", "B", "D", "E", "G"]);
});

test("users refer by value; DependsOn is no use", () => {
  expect(chain.usersOf("B").map(({ id }) => id)).toEqual(["C", "E"]);
  expect(chain.usersOf("D")).toEqual([]);
});

describe("the VPC leaves the template", () => {
  const exposed = (more: string, sections = "") =>
    networkOf(`${sections}
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
${more}
`).isExposed("Vpc");

  test.each([
    ["an output", "Outputs:\n  Id: { Value: !Ref Vpc }", true],
    ["an attribute in an output", 'Outputs:\n  Id: { Value: !Sub "${Vpc.CidrBlock}" }', true],
    ["another output", "Outputs:\n  Id: { Value: x }", false],
    ["a nested stack", "  N: { Type: AWS::CloudFormation::Stack, Properties: { Parameters: { V: !Ref Vpc } } }", true],
    ["a custom resource", "  C: { Type: Custom::Routes, Properties: { Vpc: !Ref Vpc } }", true],
    ["a module", "  M: { Type: My::Net::Routes::MODULE, Properties: { Vpc: !Ref Vpc } }", true],
    ["a third party's type", "  M: { Type: Acme::Net::Route, Properties: { Vpc: !Ref Vpc } }", true],
    ["a parameter", "  P: { Type: AWS::SSM::Parameter, Properties: { Type: String, Value: !Ref Vpc } }", true],
    [
      "a target group",
      "  T: { Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: { VpcId: !Ref Vpc } }",
      false,
    ],
    [
      "a function",
      "  F: { Type: AWS::Lambda::Function, Properties: { Environment: { Variables: { V: !Ref Vpc } } } }",
      false,
    ],
    ["nothing", "", false],
  ])("%s", (_name, more, expected) => expect(exposed(more)).toBe(expected));

  test("a macro may do anything, SAM does nothing", () => {
    expect(exposed("", "Transform: MyMacro")).toBe(true);
    expect(exposed("", "Transform: AWS::Serverless-2016-10-31")).toBe(false);
  });
});
