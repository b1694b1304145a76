import { describe, expect, test } from "vitest";
import { acceptedLine, completeAt } from "../../../support/check-completion.ts";

const network = (value: string, line = `VpcId: ${value}`) => `
Parameters:
  VpcCidr: { Type: String, Default: 10.0.0.0/16 }
  Existing: { Type: "AWS::EC2::VPC::Id" }
  Stage: { Type: String, AllowedValues: [dev, prod] }
Mappings:
  Net:
    dev: { Cidr: 10.0.0.0/24, Name: a }
    prod: { Cidr: 10.0.1.0/24 }
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Igw: { Type: AWS::EC2::InternetGateway }
  Attach: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Igw } }
  Eip: { Type: AWS::EC2::EIP }
  New:
    Type: AWS::EC2::Subnet
    Properties:
      ${line}
`;

describe("behind a function", () => {
  test("!Ref: what the property takes", () => {
    expect(completeAt(network("!Ref $0")).labels).toEqual(["Vpc", "Existing"]);
    expect(acceptedLine(network("!Ref V$0"), "Vpc")).toBe("VpcId: !Ref Vpc");
  });

  test("!GetAtt: resources with a fitting attribute, then the attribute", () => {
    expect(completeAt(network("!GetAtt $0")).labels).toEqual(["Vpc.VpcId"]);
    expect(completeAt(network("", "CidrBlock: !GetAtt $0")).labels).toContain("Vpc.CidrBlock");
    expect(completeAt(network("", "CidrBlock: !GetAtt Vpc.$0")).labels).toEqual(["CidrBlock"]);
    expect(acceptedLine(network("", "CidrBlock: !GetAtt Vpc.C$0"), "CidrBlock")).toBe(
      "CidrBlock: !GetAtt Vpc.CidrBlock",
    );
  });

  test("!Sub: names, pseudo parameters, then attributes", () => {
    const { labels } = completeAt(network("", 'CidrBlock: !Sub "${$0}"'));
    expect(labels).toContain("VpcCidr");
    expect(labels).toContain("AWS::Region");
    expect(labels).not.toContain("AWS::NoValue");
    const attributes = completeAt(network("", 'CidrBlock: !Sub "${Vpc.$0}"'));
    expect(attributes.labels).toContain("Vpc.CidrBlock");
    expect(acceptedLine(network("", 'CidrBlock: !Sub "${Vpc.$0}"'), "Vpc.CidrBlock")).toBe(
      'CidrBlock: !Sub "${Vpc.CidrBlock}"',
    );
  });

  test("!Sub: closes the brace that is open", () => {
    const text = network("", 'CidrBlock: !Sub "${$0"');
    expect(acceptedLine(text, "VpcCidr")).toBe('CidrBlock: !Sub "${VpcCidr}"');
  });

  test("!FindInMap: mappings, their keys, the keys below", () => {
    const find = (args: string) => completeAt(network("", `CidrBlock: !FindInMap [${args}]`)).labels;
    expect(find("$0")).toEqual(["Net"]);
    expect(find("Net, $0")).toEqual(["dev", "prod"]);
    expect(find("Net, prod, $0")).toEqual(["Cidr"]);
    expect(find("Net, !Ref Stage, $0")).toEqual(["Cidr", "Name"]);
  });

  test("!If: conditions, then values of the property", () => {
    expect(completeAt(network("!If [$0]")).labels).toEqual(["IsProd"]);
    expect(completeAt(network("!If [IsProd, $0]")).labels).toContain("!Ref Vpc");
  });

  test("!Cidr: blocks to cut, how many pieces, how large", () => {
    const cidr = (args: string) => completeAt(network("", `CidrBlock: !Select [0, !Cidr [${args}]]`));
    expect(cidr("$0").labels).toEqual(["!GetAtt Vpc.CidrBlock", "!Ref VpcCidr"]);
    expect(cidr("!GetAtt Vpc.CidrBlock, $0").labels[0]).toBe("4");
    const sizes = cidr("!GetAtt Vpc.CidrBlock, 4, $0");
    expect(sizes.item("8").detail).toBe("/24 each, 251 usable");
    // Four /16 do not fit into a /16.
    expect(sizes.labels).not.toContain("16");
  });

  test("!Select: what stands at each position", () => {
    const line = "CidrBlock: !Select [$0, !Cidr [!GetAtt Vpc.CidrBlock, 3, 8]]";
    const { items } = completeAt(network("", line));
    expect(items.map(({ label, detail }) => `${label} ${detail}`)).toEqual([
      "0 10.0.0.0/24",
      "1 10.0.1.0/24",
      "2 10.0.2.0/24",
    ]);
    expect(acceptedLine(network("", line), "1")).toBe("CidrBlock: !Select [1, !Cidr [!GetAtt Vpc.CidrBlock, 3, 8]]");
  });

  test("!GetAZs: the own Region first", () => {
    const { labels } = completeAt(network("", "AvailabilityZone: !Select [0, !GetAZs $0]"));
    expect(labels.slice(0, 2)).toEqual(['""', "!Ref AWS::Region"]);
    expect(labels).toContain("ap-northeast-1");
  });

  test("!Ref in a condition: no resources", () => {
    const text = network("!Ref Vpc").replace("[!Ref Stage, prod]", "[!Ref $0, prod]");
    const { labels } = completeAt(text);
    expect(labels).toContain("Stage");
    expect(labels).toContain("AWS::Region");
    expect(labels).not.toContain("Vpc");
  });

  test("a function being typed: whole references, too", () => {
    expect(completeAt(network("!R$0")).labels).toContain("!Ref Vpc");
    expect(acceptedLine(network("!R$0"), "!Ref Vpc")).toBe("VpcId: !Ref Vpc");
    expect(acceptedLine(network("!Re$0 Vpc"), "!Ref")).toBe("VpcId: !Ref Vpc");
  });

  test("!Equals: what the parameter can be", () => {
    const text = network("!Ref Vpc").replace("[!Ref Stage, prod]", "[!Ref Stage, $0]");
    expect(completeAt(text).labels).toEqual(["dev", "prod"]);
  });
});

test("DependsOn: attachments first, nothing that waits for the resource, nothing twice", () => {
  const text = `
Resources:
  Vpc: { Type: AWS::EC2::VPC }
  Igw: { Type: AWS::EC2::InternetGateway }
  Attach: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Vpc } }
  Route:
    Type: AWS::EC2::Route
    DependsOn: $0
  After: { Type: AWS::EC2::Instance, DependsOn: Route }
`;
  expect(completeAt(text).labels).toEqual(["Attach", "Vpc", "Igw"]);
  const list = text.replace("DependsOn: $0", "DependsOn: [Vpc, $0]");
  expect(completeAt(list).labels).toEqual(["Attach", "Igw"]);
});

test("Condition of a resource", () => {
  const text = network("!Ref Vpc").replace(
    "    Type: AWS::EC2::Subnet",
    "    Type: AWS::EC2::Subnet\n    Condition: $0",
  );
  expect(completeAt(text).labels).toEqual(["IsProd"]);
});
