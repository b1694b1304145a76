import { describe, expect, test } from "vitest";
import { isOffered, refactored, refactoringTitles } from "../../../support/check-refactoring.ts";

const vpc = `Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
`;

function instance(properties: string): string {
  return `Resources:\n  Web:\n    Type: AWS::EC2::Instance\n    Properties:\n${properties.replace(/^/gm, "      ")}\n`;
}

describe("extract to a parameter", () => {
  test("a literal, with its section, before Resources", () =>
    expect(refactored(vpc.replace("10.0.0.0", "10.0$0.0.0"), "extract-parameter")).toBe(
      `Parameters:
  VpcCidrBlock:
    Type: String
    Default: 10.0.0.0/16
${vpc.replace("10.0.0.0/16", "!Ref VpcCidrBlock")}`,
    ));

  test("in JSON, behind the parameters that are there, with a type that fits and a name that is free", () => {
    const text = `{
  "Parameters": {
    "WebImageId": { "Type": "String" }
  },
  "Resources": {
    "Web": { "Type": "AWS::EC2::Instance", "Properties": { "ImageId": "ami-0123$0456789abcdef0" } }
  }
}`;
    const after = refactored(text, "extract-parameter");
    expect(JSON.parse(after)).toEqual({
      Parameters: {
        WebImageId: { Type: "String" },
        WebImageId2: { Type: "AWS::EC2::Image::Id", Default: "ami-0123456789abcdef0" },
      },
      Resources: { Web: { Type: "AWS::EC2::Instance", Properties: { ImageId: { Ref: "WebImageId2" } } } },
    });
  });

  test("in JSON without a section for parameters", () => {
    const text =
      '{\n  "Resources": {\n    "Vpc": { "Type": "AWS::EC2::VPC", "Properties": { "CidrBlock": "10.0$0.0.0/16" } }\n  }\n}';
    expect(refactored(text, "extract-parameter").startsWith('{\n  "Parameters": {\n    "VpcCidrBlock": {\n')).toBe(
      true,
    );
  });

  test.each([
    ["EbsOptimized: tru$0e", { Type: "String", Default: "true", AllowedValues: ["true", "false"] }],
    ["CpuOptions:\n  CoreCount: $02", { Type: "Number", Default: 2 }],
    ["AvailabilityZone: $0ap-northeast-1a", { Type: "AWS::EC2::AvailabilityZone::Name", Default: "ap-northeast-1a" }],
    ["KeyName: $0mine", { Type: "AWS::EC2::KeyPair::KeyName", Default: "mine" }],
  ])("%s gives the right type", (properties, body) => {
    const [parameters = ""] = refactored(instance(properties), "extract-parameter").split("Resources:");
    for (const [key, value] of Object.entries(body)) {
      if (!Array.isArray(value)) expect(parameters).toMatch(new RegExp(`${key}: "?${value}"?\n`));
    }
  });

  test("all equal ones of a property, and nothing that only looks like them", () => {
    const text = `${instance("InstanceType: t3.$0micro")}  Other:
    Type: AWS::EC2::Instance
    Properties:
      InstanceType: t3.micro
      KeyName: t3.micro
`;
    expect(refactoringTitles(text).slice(0, 2)).toEqual([
      "Extract t3.micro to the parameter WebInstanceType",
      "Extract all 2 × t3.micro to the parameter InstanceType",
    ]);
    const after = refactored(text, "extract-parameter-all");
    expect(after.match(/!Ref InstanceType/g)).toHaveLength(2);
    expect(after).toContain("KeyName: t3.micro");
  });

  test("no secret becomes a default, and nothing that is resolved where it stands", () => {
    const database = (value: string) => `Resources:
  Db:
    Type: AWS::RDS::DBInstance
    Properties:
${value}
`;
    expect(isOffered(database("      MasterUserPassword: $0abcdefgh"), "extract-parameter")).toBe(false);
    expect(isOffered(database("      MasterUsername: '$0{{resolve:ssm:name}}'"), "extract-parameter")).toBe(false);
    expect(isOffered(database("      MasterUsername: $0admin"), "extract-parameter")).toBe(true);
  });
});

test("extract to a mapping by the region that the value is of", () => {
  const after = refactored(instance("AvailabilityZone: ap-north$0east-1a"), "extract-mapping");
  expect(after).toContain(`Mappings:
  AvailabilityZoneByRegion:
    ap-northeast-1:
      AvailabilityZone: ap-northeast-1a
`);
  expect(after).toContain("!FindInMap [AvailabilityZoneByRegion, !Ref AWS::Region, AvailabilityZone]");
  expect(isOffered(instance("Tags: [{Key: Name, Value: in$0 ap-northeast-1}]"), "extract-mapping")).toBe(false);
  expect(isOffered(instance("InstanceType: t3$0.micro"), "extract-mapping")).toBe(false);
});

const subnets = `Parameters:
  Range:
    Type: String
    Default: 10.0.0.0/16
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
  A:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.0.0.0/24
  B:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.0.5.0/24
`;

describe("blocks of subnets", () => {
  test("are computed, with a count that is enough for all", () => {
    const after = refactored(subnets.replace("10.0.5.0", "10.0.5$0.0"), "compute-cidrs");
    expect(after).toContain("CidrBlock: !Select [0, !Cidr [!GetAtt Vpc.CidrBlock, 6, 8]]");
    expect(after).toContain("CidrBlock: !Select [5, !Cidr [!GetAtt Vpc.CidrBlock, 6, 8]]");
  });

  test("and written out again", () => {
    const computed = refactored(subnets.replace("10.0.5.0", "10.0.5$0.0"), "compute-cidr");
    expect(refactored(computed.replace("!Cidr", "!C$0idr"), "inline-value")).toBe(subnets);
  });

  test("a default that they rest on is named", () => {
    const text = subnets.replace("10.0.0.0/16\n  A:", "!Ref Range\n  A:").replace("10.0.5.0", "10.0.5$0.0");
    expect(refactoringTitles(text, "ja")).toContain(
      "B のブロックを Vpc から Fn::Cidr で計算する: 5 番 (Range の既定値による)",
    );
    const range = subnets.replace("10.0.0.0/16\n  A:", "!Ref Ran$0ge\n  A:");
    expect(refactoringTitles(range)).toContain("Replace Ref Range by 10.0.0.0/16 (with the default of Range)");
  });

  test("are left alone outside the VPC, or where Fn::Cidr cannot give them", () => {
    expect(isOffered(subnets.replace("10.0.5.0/24", "10.1$0.5.0/24"), "compute-cidr")).toBe(false);
    expect(isOffered(subnets.replace("10.0.5.0/24", "10.0.255.0$0/28"), "compute-cidr")).toBe(false);
  });
});

describe("forms of functions", () => {
  const wrap = (value: string) => `Resources:\n  R:\n    Type: AWS::EC2::Subnet\n    Properties:\n      ${value}\n`;

  test.each([
    ["VpcId:\n        Ref$0: Vpc", "VpcId: !Ref Vpc"],
    ["VpcId: { Ref$0: Vpc }", "VpcId: !Ref Vpc"],
    ["CidrBlock:\n        Fn::GetAtt:$0\n          - Vpc\n          - CidrBlock", "CidrBlock: !GetAtt Vpc.CidrBlock"],
    [
      "CidrBlock:\n        Fn::Join: $0 # parts\n          - ''\n          - - a # one\n            - b",
      "CidrBlock: !Join  # parts\n        - ''\n        - - a # one\n          - b",
    ],
    ["CidrBlock:\n        Fn::Sub$0: |\n          a\n           b", "CidrBlock: !Sub |\n        a\n         b"],
    ["Tags:\n        - Ref$0: Tag", "Tags:\n        - !Ref Tag"],
  ])("%j and back", (long, short) => {
    expect(refactored(wrap(long), "function-form")).toBe(wrap(short));
  });

  test.each([
    ["VpcId: !Ref$0 Vpc", "VpcId:\n        Ref: Vpc"],
    ["VpcIds: [!Re$0f Vpc, b]", "VpcIds: [{ Ref: Vpc }, b]"],
    ["CidrBlock: !GetAtt$0 Vpc.CidrBlock", "CidrBlock:\n        Fn::GetAtt: [Vpc, CidrBlock]"],
    ["CidrBlock: !Sub$0 |\n        a\n         b", "CidrBlock:\n        Fn::Sub: |\n          a\n           b"],
  ])("%j in full", (short, long) => {
    expect(refactored(wrap(short), "function-form")).toBe(wrap(long));
  });

  test("of two functions in each other, the inner one becomes short", () => {
    const nested = wrap("AvailabilityZone:\n        Fn::GetAZs$0:\n          Ref: AWS::Region");
    expect(isOffered(nested, "function-form")).toBe(false);
    expect(refactored(nested, "function-forms-short")).toBe(
      wrap("AvailabilityZone:\n        Fn::GetAZs: !Ref AWS::Region"),
    );
  });

  test("lines of functions in functions move with each of them", () => {
    const short = wrap("A: !If$0\n        - X\n        - Fn::Base64:\n            !Sub t\n        - b");
    expect(refactored(short, "function-forms-long")).toBe(
      wrap("A:\n        Fn::If:\n          - X\n          - Fn::Base64:\n              Fn::Sub: t\n          - b"),
    );
  });

  test("the condition of a resource is no function, and JSON has one form", () => {
    expect(refactoringTitles(`${vpc}  R:\n    Condition: $0A\n`)).toEqual([]);
    expect(
      isOffered(
        '{"Resources": {"R": {"Type": "AWS::EC2::Subnet", "Properties": {"VpcId": {"Re$0f": "R2"}}}}}',
        "function-form",
      ),
    ).toBe(false);
  });
});

describe("lists and objects", () => {
  const wrap = (value: string) => `Resources:\n  R:\n    Type: AWS::EC2::Subnet\n    Properties:\n      ${value}\n`;
  const flow = "Tags: [{ Key: Name, Value: !Select [0, [a, b]] }, { Key: X, Value: y }]";
  const block =
    "Tags:\n        - Key: Name\n          Value: !Select [0, [a, b]]\n        - Key: X\n          Value: y";

  test("over several lines, arguments of functions apart", () =>
    expect(refactored(wrap(flow.replace("Tags", "Ta$0gs")), "collection-style")).toBe(wrap(block)));

  test("on one line", () =>
    expect(refactored(wrap(block.replace("Tags", "Ta$0gs")), "collection-style")).toBe(wrap(flow)));

  test("the inner one alone, and quotes where brackets need them", () =>
    expect(
      refactored(wrap('Tags:\n        - Key: Name\n          Val$0ue: a,b\n        - "x"'), "collection-style"),
    ).toBe(wrap('Tags:\n        - { Key: Name, Value: "a,b" }\n        - "x"')));

  test("nothing that has a comment, an anchor or a block scalar, and no line that would be too long", () => {
    const tags = (value: string) => wrap(`Tags:\n        - Key: Name$0\n          Value: ${value}`);
    expect(isOffered(tags("a"), "collection-style")).toBe(true);
    expect(isOffered(tags("a # why"), "collection-style")).toBe(false);
    expect(isOffered(tags("&a b"), "collection-style")).toBe(false);
    expect(isOffered(tags("|\n            a"), "collection-style")).toBe(false);
    expect(isOffered(tags("x".repeat(100)), "collection-style")).toBe(false);
    expect(isOffered(wrap("Tags: [a$0] # why"), "collection-style")).toBe(false);
  });
});

describe("rules of security groups", () => {
  const group = (rules: string) => `Resources:
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Web
${rules}`;
  const inline = group(`      SecurityGroupIngress:
        - IpProtocol: tcp
          FromPort: 443
          ToPort: 443
          CidrIp: 10.0.0.0/8
`);

  test("leave the group", () =>
    expect(refactored(inline.replace("Web:", "We$0b:"), "rules-standalone")).toBe(
      group(`  WebIngress1:
    Type: AWS::EC2::SecurityGroupIngress
    Properties:
      GroupId: !GetAtt Web.GroupId
      IpProtocol: tcp
      FromPort: 443
      ToPort: 443
      CidrIp: 10.0.0.0/8
`),
    ));

  test("and come back", () => {
    const standalone = refactored(inline.replace("Web:", "We$0b:"), "rules-standalone");
    expect(refactored(standalone.replace("WebIngress1", "Web$0Ingress1"), "rules-inline-ingress")).toBe(inline);
  });

  test("outbound ones stay, as nobody says what becomes of the rule that AWS adds", () => {
    const egress = inline.replace("SecurityGroupIngress", "SecurityGroupEgress").replace("Web:", "We$0b:");
    expect(isOffered(egress, "rules-standalone")).toBe(false);
  });

  test("a rule that lets the group itself in stays outside, and so does one under a condition", () => {
    const rule = (text: string) => `${group("")}  Self$0:
    Type: AWS::EC2::SecurityGroupIngress
${text}    Properties:
      GroupId: !GetAtt Web.GroupId
      IpProtocol: tcp
      FromPort: 1
      ToPort: 1
`;
    expect(isOffered(`${rule("")}      CidrIp: 10.0.0.0/8\n`, "rules-inline-ingress")).toBe(true);
    expect(isOffered(`${rule("")}      SourceSecurityGroupId: !Ref Web\n`, "rules-inline-ingress")).toBe(false);
    expect(isOffered(`${rule("    Condition: X\n")}      CidrIp: 10.0.0.0/8\n`, "rules-inline-ingress")).toBe(false);
  });
});

describe("a VPC is split", () => {
  test("titles say what is made", () => {
    expect(refactoringTitles(vpc.replace("Vpc:", "V$0pc:"))).toEqual([
      "Add 4 subnets in 2 zones (2 public, 2 private): 10.0.0.0/20, 10.0.16.0/20, 10.0.32.0/20, 10.0.48.0/20",
      "Add 6 subnets in 3 zones (3 public, 3 private): 10.0.0.0/20, 10.0.16.0/20, … 10.0.80.0/20",
      "Add 2 subnets in 2 zones (private): 10.0.0.0/20, 10.0.16.0/20",
    ]);
  });

  test("resources stand in the order in which they are needed, behind the VPC", () => {
    const ids = [...refactored(vpc.replace("Vpc:", "V$0pc:"), "split-vpc-2-2").matchAll(/^ {2}(\w+):$/gm)].map(
      ([, id]) => id,
    );
    expect(ids.slice(0, 7)).toEqual([
      "Vpc",
      "InternetGateway",
      "InternetGatewayAttachment",
      "PublicRouteTable",
      "PublicDefaultRoute",
      "PublicSubnet1",
      "PublicSubnet1RouteTableAssociation",
    ]);
    expect(ids).toHaveLength(14);
  });

  test("around what is taken, and without a table where the others have none", () => {
    const after = refactored(subnets.replace("Vpc:", "V$0pc:"), "split-vpc-2-1");
    expect(after).toContain("CidrBlock: 10.0.16.0/20");
    expect(after).not.toContain("RouteTable");
    expect(isOffered(subnets.replace("Vpc:", "V$0pc:"), "split-vpc-2-2")).toBe(false);
  });

  test("not while the block is unknown or full", () => {
    const unknown = `Parameters:\n  Range: { Type: String }\n${vpc.replace("10.0.0.0/16", "!Ref Ra$0nge")}`;
    expect(refactoringTitles(unknown).filter((title) => title.startsWith("Add"))).toEqual([]);
    const full = subnets.replace("10.0.0.0/24", "10.0.0.0/17").replace("10.0.5.0/24", "10.0.128.0/17");
    expect(refactoringTitles(full.replace("Vpc:", "V$0pc:"))).toEqual([]);
  });
});
