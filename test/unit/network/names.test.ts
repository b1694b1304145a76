import { describe, expect, test } from "vitest";
import { looksIsolated, looksPrivate, looksPublic, wordsIn } from "../../../server/src/network/names.ts";
import { networkOf, subnetOf } from "../../support/check-network.ts";

function look(id: string, tags = "[]"): string {
  const subnet = subnetOf(
    networkOf(`Resources:\n  ${id}: { Type: AWS::EC2::Subnet, Properties: { VpcId: v, Tags: ${tags} } }\n`),
    id,
  );
  return [looksPublic(subnet) && "public", looksPrivate(subnet) && "private", looksIsolated(subnet) && "isolated"]
    .filter((each) => each !== false)
    .join(" ");
}

describe("what a name says", () => {
  test.each([
    ["PrivateSubnetA", "private"],
    ["DBSubnet1", "private"],
    ["databaseA", "private"],
    ["internalSubnet", "private isolated"],
    ["PublicSubnetA", "public"],
    ["DmzA", "public"],
    ["AppSubnet", ""],
    ["PublicPrivateSubnet", ""],
    ["PrivateNatSubnet", ""],
    ["Republic", ""],
    ["Dbs", ""],
  ])("%s: %s", (id, expected) => expect(look(id)).toBe(expected));

  test.each([
    ["[{ Key: Name, Value: app-private-a }]", "private"],
    ['[{ Key: Name, Value: !Sub "${AWS::StackName} Public Subnet (AZ1)" }]', "public"],
    ['[{ Key: Name, Value: !Join ["-", [!Ref AWS::StackName, private]] }]', "private"],
    ['[{ Key: Name, Value: !Sub "${PrivateName}" }]', ""],
    ["[{ Key: Name, Value: プライベートサブネット }]", "private"],
    ["[{ Key: Role, Value: private }]", ""],
  ])("tags %s: %s", (tags, expected) => expect(look("Subnet", tags)).toBe(expected));

  test("the tag of CDK wins", () => {
    const tag = (value: string) => `[{ Key: "aws-cdk:subnet-type", Value: ${value} }]`;
    expect(look("PrivateSubnet", tag("Public"))).toBe("public");
    expect(look("PublicSubnet", tag("Isolated"))).toBe("private isolated");
    expect(look("PublicSubnet", tag("Private"))).toBe("private");
  });

  test("words", () => expect(wordsIn("myDBSubnet-2a_private")).toEqual(["my", "db", "subnet", "a", "private"]));
});
