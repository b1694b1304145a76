import { describe, expect, test } from "vitest";
import { completeAt } from "../../../support/check-completion.ts";

const resource = (lines: string, type = "AWS::EC2::Subnet") => `
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
      Tags:
        - Key: Name
          Value: x
  New:
    Type: ${type}
${lines}`;
const properties = (lines: string, type?: string) => resource(`    Properties:\n${lines}`, type);

describe("types", () => {
  test("network ones first, found by the name of the thing", () => {
    const { labels, incomplete } = completeAt(resource("", "$0"));
    expect(labels.slice(0, 3)).toEqual(["AWS::EC2::VPC", "AWS::EC2::Subnet", "AWS::EC2::InternetGateway"]);
    expect(incomplete).toBe(true);
    const { item, labels: found } = completeAt(resource("", "subnet$0"));
    expect(found[0]).toBe("AWS::EC2::Subnet");
    expect(item("AWS::EC2::Subnet").filterText).toMatch(/^Subnet /);
  });

  test("insert the name alone", () => {
    const { accept } = completeAt(resource("", "subnet$0"));
    expect(accept("AWS::EC2::Subnet")).toBe(resource("", "AWS::EC2::Subnet"));
  });

  test("of any service are found when typed", () => {
    const { labels } = completeAt(resource("", "AWS::S3::Bucket$0"));
    expect(labels[0]).toBe("AWS::S3::Bucket");
  });
});

describe("properties", () => {
  test("required first, none twice", () => {
    const { labels, item } = completeAt(properties("      CidrBlock: 10.0.0.0/24\n      $0\n"));
    expect(labels[0]).toBe("VpcId");
    expect(labels).not.toContain("CidrBlock");
    expect(item("VpcId").detail).toBe("required · string → VPC");
  });

  test("begin their value in the document's style", () => {
    const text = properties("      $0\n");
    const { accept } = completeAt(text);
    expect(accept("VpcId")).toBe(properties("      VpcId: \n"));
    expect(accept("Tags")).toBe(properties("      Tags:\n        - \n"));
    expect(accept("PrivateDnsNameOptionsOnLaunch")).toBe(
      properties("      PrivateDnsNameOptionsOnLaunch:\n        \n"),
    );
  });

  test("keep the value that is there", () => {
    const { accept } = completeAt(properties("      Cidr$0: 10.0.0.0/24\n"));
    expect(accept("CidrBlock")).toBe(properties("      CidrBlock: 10.0.0.0/24\n"));
  });

  test("of nested objects and of items in lists", () => {
    const text = (line: string) =>
      properties(`      SecurityGroupIngress:\n        - ${line}`, "AWS::EC2::SecurityGroup");
    const { labels } = completeAt(text("IpProtocol: tcp\n          $0\n"));
    expect(labels).toContain("CidrIp");
    expect(labels).not.toContain("IpProtocol");
    expect(completeAt(text("$0\n")).labels[0]).toBe("IpProtocol");
  });
});

const json = (entries: string) => `{
  "Resources": {
    "Vpc": { "Type": "AWS::EC2::VPC", "Properties": { "CidrBlock": "10.0.0.0/16" } },
    "New": {
      "Type": "AWS::EC2::Subnet",
      "Properties": {
        ${entries}
      }
    }
  }
}
`;

describe("JSON", () => {
  const at = (entries: string) => completeAt(json(entries), { notation: "json" });

  test("keys with quotes, and the commas that are needed", () => {
    expect(at('"Vpc$0"').accept("VpcId")).toBe(json('"VpcId": "$0"'));
    expect(at('"Vpc$0",\n        "CidrBlock": "10.0.0.0/24"').accept("VpcId")).toBe(
      json('"VpcId": "$0",\n        "CidrBlock": "10.0.0.0/24"'),
    );
    expect(at('"Vpc$0"\n        "CidrBlock": "10.0.0.0/24"').accept("VpcId")).toBe(
      json('"VpcId": "$0",\n        "CidrBlock": "10.0.0.0/24"'),
    );
    expect(at('"CidrBlock": "10.0.0.0/24"\n        "Map$0"').accept("MapPublicIpOnLaunch")).toBe(
      json('"CidrBlock": "10.0.0.0/24",\n        "MapPublicIpOnLaunch": $0'),
    );
    expect(at('"T$0"').accept("Tags")).toBe(json('"Tags": [{$0}]'));
  });

  test("values in the long form, quotes and all", () => {
    expect(at('"VpcId": "$0"').accept("Ref Vpc")).toBe(json('"VpcId": { "Ref": "Vpc" }'));
    expect(at('"VpcId": {"Ref": "V$0"}').accept("Vpc")).toBe(json('"VpcId": {"Ref": "Vpc"}'));
    expect(at('"VpcId": {"Ref": "Vpc"}, "CidrBlock": "10$0"').accept("10.0.0.0/24")).toBe(
      json('"VpcId": {"Ref": "Vpc"}, "CidrBlock": "10.0.0.0/24"'),
    );
  });

  test("a function's name as the key of a value", () => {
    const { labels, accept } = at('"VpcId": {"$0"}');
    expect(labels.slice(0, 2)).toEqual(["Ref", "Fn::GetAtt"]);
    expect(accept("Ref")).toBe(json('"VpcId": {"Ref": "$1"}'));
  });

  test("are found by what is typed behind the quote", () => {
    expect(at('"VpcId": "V$0"').item("Ref Vpc").filterText).toMatch(/^"Vpc/);
  });
});

describe("fixed names", () => {
  test("sections that are not there yet", () => {
    const { labels, accept } = completeAt(`Resources:\n  Vpc: { Type: AWS::EC2::VPC }\nP$0\n`);
    expect(labels).toContain("Parameters");
    expect(labels).not.toContain("Resources");
    expect(accept("Parameters")).toBe(`Resources:\n  Vpc: { Type: AWS::EC2::VPC }\nParameters:\n  \n`);
  });

  test("attributes of a resource", () => {
    const { labels } = completeAt(resource("    $0\n"));
    expect(labels.slice(0, 3)).toEqual(["Properties", "DependsOn", "Condition"]);
  });

  test("types and keys of parameters", () => {
    const text = (line: string) => `Parameters:\n  P:\n    ${line}\nResources:\n  Vpc: { Type: AWS::EC2::VPC }\n`;
    const types = completeAt(text("Type: $0"));
    expect(types.labels.slice(0, 6)).toEqual([
      "String",
      "Number",
      "CommaDelimitedList",
      "List<Number>",
      "AWS::EC2::VPC::Id",
      "AWS::EC2::Subnet::Id",
    ]);
    expect(completeAt(text("Type: String\n    $0")).labels[0]).toBe("Default");
  });
});

test("a new resource: a frame and the snippets, indented as the document", () => {
  const snippet = {
    id: "eip",
    prefix: "rw-eip",
    title: { en: "An address", ja: "アドレス" },
    description: { en: "One Elastic IP.", ja: "Elastic IP 1 つ。" },
    topics: [],
    bodies: { yaml: "Eip:\n  Type: AWS::EC2::EIP", json: "", typescript: "", python: "" },
  };
  const text = (entry: string) => `Resources:\n    Vpc:\n        Type: AWS::EC2::VPC\n    ${entry}\n`;
  const { accept, item } = completeAt(text("r$0"), { snippets: [snippet] });
  expect(accept("rw-eip")).toBe(text("Eip:\n        Type: AWS::EC2::EIP"));
  expect(item("rw-eip").detail).toBe("An address");
  expect(accept("a new resource")).toBe(text("${1:LogicalId}:\n        Type: $0"));
});

describe("behind a key that has no value yet", () => {
  const text = (line: string) => `Resources:
  G:
    Type: AWS::EC2::SecurityGroup
    Properties:
      ${line}
Outputs:
  O:
    Value: x
    Export: $1
`;
  test("the first key of an object or of a list's item, on the line below", () => {
    const list = completeAt(text("SecurityGroupIngress: $0").replace("$1", "{}"));
    expect(list.accept("IpProtocol")).toContain("SecurityGroupIngress:\n        - IpProtocol: \nOutputs");
    const output = completeAt(text("VpcId: x").replace("$1", "$0"));
    expect(output.labels).toEqual(["Name"]);
    expect(output.accept("Name")).toContain("    Export:\n      Name: \n");
  });
  test("the first item of a list of references, beside what gives the whole list", () => {
    const subnets = `Parameters:
  All: { Type: "List<AWS::EC2::Subnet::Id>" }
Resources:
  A: { Type: AWS::EC2::Subnet }
  Lb:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Subnets: $0
`;
    const { labels, accept } = completeAt(subnets);
    expect(labels).toEqual(expect.arrayContaining(["- !Ref A", "!Ref All"]));
    expect(accept("- !Ref A")).toContain("      Subnets:\n        - !Ref A\n");
    expect(accept("!Ref All")).toContain("      Subnets: !Ref All\n");
  });
  test("a list in a list's item stays deeper", () => {
    const tunnels = `Resources:
  V:
    Type: AWS::EC2::VPNConnection
    Properties:
      VpnTunnelOptionsSpecifications:
      - IKEVersions: $0
`;
    expect(completeAt(tunnels).accept("Value")).toContain("      - IKEVersions:\n        - Value: \n");
  });
  test("not where something stands there or below", () => {
    expect(
      completeAt(text("SecurityGroupIngress: $0\n        - IpProtocol: tcp").replace("$1", "{}")).labels,
    ).not.toContain("CidrIp");
    expect(completeAt(text("VpcId: $0").replace("$1", "{}")).labels).not.toContain("GroupDescription");
  });
});
