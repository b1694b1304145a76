import { describe, expect, test } from "vitest";
import {
  freeBlocksOf,
  mayHaveOtherBlocks,
  nextFreeBlocks,
  shareFree,
  siblings,
  takenBlocks,
  vpcBlocks,
} from "../../../server/src/network/addressing.ts";
import { networkOf, showCidrs, subnetOf, vpcOf } from "../../support/check-network.ts";

const template = (subnets: string, more = "") => `
Parameters:
  P: { Type: String }
Conditions:
  Big: !Equals [!Ref P, big]
  Small: !Not [!Condition Big]
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
${more}${subnets}`;
const subnet = (id: string, cidr: string, condition = "") =>
  `  ${id}: { Type: AWS::EC2::Subnet, ${condition && `Condition: ${condition}, `}Properties: { VpcId: !Ref Vpc, CidrBlock: ${cidr} } }\n`;
const extra = (id: string, cidr: string, condition = "") =>
  `  ${id}: { Type: AWS::EC2::VPCCidrBlock, ${condition && `Condition: ${condition}, `}Properties: { VpcId: !Ref Vpc, CidrBlock: ${cidr} } }\n`;

describe("blocks of a VPC", () => {
  const network = networkOf(
    template(
      subnet("A", "10.0.0.0/24") +
        subnet("B", "10.0.1.0/24", "Big") +
        subnet("C", "!Select [2, !Cidr [!GetAtt Vpc.CidrBlock, 4, 8]]"),
      extra("More", "100.64.0.0/24", "Big"),
    ),
  );
  const vpc = vpcOf(network, "Vpc");
  const { conditions } = network.evaluator;
  const under = (name: string) => {
    const guard = conditions.when(name, true);
    if (!guard) throw new Error(name);
    return { conditions, guard };
  };

  test("all cases together, or those of a guard", () => {
    expect(showCidrs(vpcBlocks(vpc))).toEqual(["10.0.0.0/16", "100.64.0.0/24"]);
    expect(showCidrs(vpcBlocks(vpc, under("Small")))).toEqual(["10.0.0.0/16"]);
    expect(showCidrs(takenBlocks(vpc))).toEqual(["10.0.0.0/24", "10.0.1.0/24", "10.0.2.0/24"]);
    expect(showCidrs(takenBlocks(vpc, under("Small")))).toEqual(["10.0.0.0/24", "10.0.2.0/24"]);
  });

  test("what is free", () => {
    expect(showCidrs(nextFreeBlocks(vpc, 24, 2))).toEqual(["10.0.3.0/24", "10.0.4.0/24"]);
    expect(showCidrs(nextFreeBlocks(vpc, 24, 1, under("Small")))).toEqual(["10.0.1.0/24"]);
    expect(showCidrs(freeBlocksOf(vpc)).slice(0, 2)).toEqual(["10.0.3.0/24", "10.0.4.0/22"]);
    expect(shareFree(vpc)).toBeCloseTo(1 - 3 / 257, 5);
  });

  test("siblings share the VPC in some case", () => {
    expect(siblings(network, subnetOf(network, "A")).map(({ id }) => id)).toEqual(["B", "C"]);
  });
});

test("the share is unknown where a block is", () => {
  const vpc = vpcOf(networkOf(template(subnet("A", "!Ref P"))), "Vpc");
  expect(shareFree(vpc)).toBeUndefined();
  expect(showCidrs(nextFreeBlocks(vpc, 24, 1))).toEqual(["10.0.0.0/24"]);
});

test.each([
  ["a known block", extra("More", "100.64.0.0/16"), false],
  ["an unknown block", extra("More", "!Ref P"), true],
  [
    "a block for an unknown VPC",
    "  M: { Type: AWS::EC2::VPCCidrBlock, Properties: { VpcId: !Unheard x, CidrBlock: 100.64.0.0/16 } }\n",
    true,
  ],
  [
    "a block for another VPC",
    "  M: { Type: AWS::EC2::VPCCidrBlock, Properties: { VpcId: vpc-1, CidrBlock: !Ref P } }\n",
    false,
  ],
  [
    "a nested stack that takes the VPC",
    "  N: { Type: AWS::CloudFormation::Stack, Properties: { Parameters: { V: !Ref Vpc } } }\n",
    true,
  ],
])("other blocks are possible with %s: %s", (_name, more, expected) => {
  const network = networkOf(template("", more));
  expect(mayHaveOtherBlocks(network, vpcOf(network, "Vpc"))).toBe(expected);
});
