import { describe, expect, test } from "vitest";
import { groupPlacements } from "../../../server/src/network/group-placements.ts";
import { allGroupUses } from "../../../server/src/network/group-users.ts";
import { networkOf, showFacts, showLink } from "../../support/check-network.ts";
import { testSpec } from "../../support/spec.ts";

const spec = await testSpec();

describe.each(Object.entries(groupPlacements).filter(([type]) => spec.type(type)))("%s", (type, placements) => {
  const exists = (path: string) =>
    spec.property(
      type,
      path.split(".").filter((step) => step !== "" && step !== "*"),
    ) !== undefined;

  test("has the properties that the table names", () => {
    const paths = placements.flatMap(({ in: holder = "", groups, subnets = [], vpc, subnetGroup }) =>
      [groups, ...subnets, ...(vpc === undefined ? [] : [vpc]), ...(subnetGroup ? [subnetGroup.property] : [])].map(
        (path) => `${holder}.${path}`,
      ),
    );
    expect(paths.filter((path) => !exists(path))).toEqual([]);
  });
});

test("most types of the table are in the resource data", () => {
  expect(Object.keys(groupPlacements).filter((type) => spec.type(type)).length).toBeGreaterThan(6);
  expect(
    Object.keys(groupPlacements).filter((type) => !spec.isKnownType(type) && !type.includes("Serverless")),
  ).toEqual([]);
});

function uses(resource: string, more = ""): readonly string[] {
  const network = networkOf(`
Parameters:
  Env: { Type: String }
Conditions:
  Prod: !Equals [!Ref Env, prod]
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  A: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  B: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24 } }
  G: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: g, VpcId: !Ref Vpc } }
  H: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: h, VpcId: !Ref Vpc } }
  User: ${resource}
${more}`);
  return allGroupUses(network).map(
    ({ resource: { id }, groups, subnets, vpc }) =>
      `${id}: ${showFacts(groups, showLink)} in ${showFacts(subnets, showLink)} of ${showFacts(vpc, showLink)}`,
  );
}

describe("the groups and subnets of a resource", () => {
  test.each([
    [
      "lists",
      "{ Type: AWS::EC2::VPCEndpoint, Properties: { VpcId: !Ref Vpc, SecurityGroupIds: [!Ref G, !GetAtt H.GroupId], SubnetIds: [!Ref A, !Ref B] } }",
      ["User: G,H in A,B of Vpc"],
    ],
    [
      "deeper, and nothing named",
      "{ Type: AWS::ECS::Service, Properties: { NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [!Ref A] } } } }",
      ["User: - in A of "],
    ],
    [
      "by interface",
      "{ Type: AWS::EC2::Instance, Properties: { NetworkInterfaces: [{ GroupSet: [!Ref G], SubnetId: !Ref A }, { GroupSet: [!Ref H], SubnetId: !Ref B }] } }",
      ["User: - in - of ", "User: G in A of ", "User: H in B of "],
    ],
    [
      "inside the items of a list",
      "{ Type: AWS::Route53Resolver::ResolverEndpoint, Properties: { SecurityGroupIds: [!Ref G], IpAddresses: [{ SubnetId: !Ref A }, { SubnetId: !If [Prod, !Ref B, !Ref AWS::NoValue] }] } }",
      ["User: G in A,B if Prod,- if !Prod of "],
    ],
    [
      "by conditions",
      "{ Type: AWS::Lambda::Function, Properties: { VpcConfig: !If [Prod, { SecurityGroupIds: [!Ref G], SubnetIds: [!Ref A] }, !Ref AWS::NoValue] } }",
      ["User: G if Prod in A if Prod of "],
    ],
  ])("%s", (_name, resource, expected) => expect(uses(resource)).toEqual(expected));

  test("by a subnet group", () => {
    const subnetGroup =
      "  Subnets: { Type: AWS::RDS::DBSubnetGroup, Properties: { DBSubnetGroupDescription: d, SubnetIds: [!Ref A, !Ref B] } }";
    const database = (name: string) =>
      `{ Type: AWS::RDS::DBInstance, Properties: { DBSubnetGroupName: ${name}, VPCSecurityGroups: [!Ref G] } }`;
    expect(uses(database("!Ref Subnets"), subnetGroup)).toEqual(["User: G in A,B of "]);
    expect(uses(database("made-elsewhere"), subnetGroup)).toEqual(["User: G in ? of "]);
  });
});
