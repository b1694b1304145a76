import { describe, expect, test } from "vitest";
import { fixAll } from "../../../../server/src/features/repair/fix-all.ts";
import { applyEdits } from "../../../support/apply-edits.ts";
import { rereader, snapshotOf } from "../../../support/snapshot.ts";

/** Applies all fixes; the edits make the text that the result was read from. */
function fixed(text: string, rule?: string, language?: "yaml" | "json") {
  const { snapshot } = snapshotOf(text, language);
  const { edits, fixed, result } = fixAll(snapshot, rereader(snapshot), { rule });
  const after = applyEdits(snapshot.text, edits);
  expect(after).toBe(result.text);
  return { before: snapshot, after, titles: fixed.map(({ title }) => title.en), left: result.findings };
}

const subnet = (id: string, block: string) => `  ${id}:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: ${block} # ${id}
`;

const vpc = `Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
`;

describe("fixes that depend on each other", () => {
  const text = `${vpc}${subnet("A", "10.0.0.0/24")}${subnet("B", '"10.0.0.0/25"')}${subnet("C", "'10.0.0.128/25'")}`;

  test("two subnets that both want the next free block get different ones", () => {
    const { after, left } = fixed(text, "subnet-overlap");
    expect(left.filter(({ rule }) => rule === "subnet-overlap")).toEqual([]);
    expect(after).toBe(text.replace('"10.0.0.0/25"', '"10.0.1.0/25"').replace("'10.0.0.128/25'", "'10.0.1.128/25'"));
  });

  test("the same in JSON, with its own indentation", () => {
    const json = `{
   "Resources": {
      "Vpc": { "Type": "AWS::EC2::VPC", "Properties": { "CidrBlock": "10.0.0.0/16" } },
      "A": { "Type": "AWS::EC2::Subnet", "Properties": { "VpcId": { "Ref": "Vpc" }, "CidrBlock": "10.0.0.0/24" } },
      "B": { "Type": "AWS::EC2::Subnet", "Properties": { "VpcId": { "Ref": "Vpc" }, "CidrBlock": "10.0.0.0/25" } },
      "C": { "Type": "AWS::EC2::Subnet", "Properties": { "VpcId": { "Ref": "Vpc" }, "CidrBlock": "10.0.0.128/25" } }
   }
}
`;
    const { after } = fixed(json, "subnet-overlap", "json");
    expect(after).toBe(json.replace("10.0.0.0/25", "10.0.1.0/25").replace("10.0.0.128/25", "10.0.1.128/25"));
  });
});

test("a dozen that all want the same block, beside faults that have nothing to do with it", () => {
  const blocks = Array.from({ length: 12 }, (_, index) => subnet(`S${index}`, "10.0.0.0/24"));
  const groups = ["A", "B"].map(
    (id) => `  Group${id}:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: ${id}
      VpcId: !Ref Vpc
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.7/24 }
`,
  );
  const { after, left } = fixed(vpc + blocks.join("") + groups.join(""));
  expect(left.filter(({ rule }) => /subnet-overlap|cidr-host-bits/.test(rule))).toEqual([]);
  const taken = [...after.matchAll(/CidrBlock: (\S+) # S/g)].map(([, block]) => block);
  expect(new Set(taken).size).toBe(12);
  expect(after.match(/CidrIp: 10\.0\.0\.0\/24/g)).toHaveLength(2);
});

test("one rule leaves the findings of the others alone", () => {
  const text = `${vpc}${subnet("A", "10.0.0.0/24")}${subnet("B", "10.0.0.0/25")}${subnet("Outside", "192.168.0.0/24")}`;
  const { before, left } = fixed(text, "subnet-overlap");
  const others = before.findings.filter(({ rule }) => rule !== "subnet-overlap").map(({ rule }) => rule);
  expect(others).not.toEqual([]);
  expect(left.map(({ rule }) => rule)).toEqual(others);
});

test("what only has fixes to choose from stays as it is", () => {
  const text = `Resources:
  Api:
    Type: AWS::ApiGatewayV2::Api
    Properties:
      Name: orders
      ProtocolType: HTTP
      CorsConfiguration:
        AllowCredentials: true
        AllowOrigins: ["*"]
`;
  const { snapshot } = snapshotOf(text);
  const offered = snapshot.findings.flatMap((finding) => finding.fixes());
  expect(offered.length).toBeGreaterThan(0);
  expect(offered.filter(({ preferred }) => preferred)).toEqual([]);
  expect(fixed(text).after).toBe(text);
});

test("a fix that would bring another finding is not made", () => {
  // A reading that finds one fault more after whatever edit.
  const { snapshot } = snapshotOf(`${vpc}${subnet("A", "10.0.0.0/24")}${subnet("B", "10.0.0.0/25")}`);
  const read = rereader(snapshot);
  const spoiling = (text: string) => read(text + subnet("Outside", "192.168.0.0/24"));
  expect(fixAll(snapshot, spoiling).edits).toEqual([]);
});

test("a text that is stopped keeps what was fixed until then", () => {
  const { snapshot } = snapshotOf(`${vpc}${subnet("A", "10.0.0.0/24")}${subnet("B", "10.0.0.0/25")}`);
  expect(fixAll(snapshot, rereader(snapshot), { shouldStop: () => true }).edits).toEqual([]);
});

test("comments, order and whatever else is written stay", () => {
  const text = `# Head
${vpc}
  # Why A is there.
${subnet("A", "10.0.0.0/24")}
${subnet("B", "10.0.0.0/25   ")}
  Other:   # odd spacing
      Type:   AWS::SNS::Topic
`;
  expect(fixed(text, "subnet-overlap").after).toBe(text.replace("10.0.0.0/25   ", "10.0.1.0/25   "));
});

test("ignores of no use are taken out", () => {
  const text = (first: string, second: string) => `Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }${first}
  Other: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.1.0.0/16 } }${second}
`;
  const comment = " # routewise-ignore cidr-host-bits why";
  expect(fixed(text(comment, comment)).after).toBe(text("", ""));
});
