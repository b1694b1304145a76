import { describe, expect, test } from "vitest";
import { isSubject, resolveCompletion } from "../../../../server/src/features/completion/resolve.ts";
import { completeAt, completionContext } from "../../../support/check-completion.ts";
import { snapshotOf } from "../../../support/snapshot.ts";

const text = `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Subnet:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: $0
`;
const links = { topic: () => undefined };
const told = async (subject: unknown, language: "en" | "ja" = "en"): Promise<string> => {
  const through: unknown = JSON.parse(JSON.stringify(subject));
  if (!isSubject(through)) throw new Error("no subject");
  const { snapshot } = snapshotOf(text);
  return (await resolveCompletion(through, snapshot, { ...completionContext({ language }), links })) ?? "";
};

describe("what an item tells when it is looked at", () => {
  test("a name: what it is in the network", async () => {
    expect(await told(completeAt(text).item("!Ref Vpc").subject)).toContain("10.0.0.0/16");
  });
  test("a property: as in its hover", async () => {
    expect(await told({ kind: "property", type: "AWS::EC2::Subnet", path: ["VpcId"] })).toContain("required");
    expect(await told({ kind: "property", type: "AWS::EC2::Subnet", path: ["VpcId"] }, "ja")).toContain("必須");
  });
  test("a type, a function, an attribute of resources", async () => {
    expect(await told({ kind: "type", type: "AWS::EC2::NatGateway" })).toContain("NAT");
    expect(await told({ kind: "function", name: "Cidr" })).toContain("!Cidr");
    expect(await told({ kind: "format", path: ["Resources", "Vpc", "DependsOn"] })).toContain("DependsOn");
  });
  test("nothing of what does not exist", async () => {
    expect(await told({ kind: "type", type: "AWS::No::Such" })).not.toContain("undefined");
    expect(await told({ kind: "name", id: "Nobody" })).toBe("");
  });
});

test("data of others is no subject", () => {
  for (const data of [undefined, null, 1, "x", {}, { kind: "type" }, { kind: "property", type: "T", path: [1] }]) {
    expect(isSubject(data)).toBe(false);
  }
});
