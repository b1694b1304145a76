/** Hovers on functions, conditions, mappings, attributes and what the format of a template gives. */
import { describe, expect, test } from "vitest";
import { hoverOn } from "../../../support/check-hover.ts";

const template = (line: string, more = "") => `
Metadata:
  AWS::CloudFormation::Interface: { ParameterGroups: [{ Parameters: [Stage] }] }
Parameters:
  Stage: { Type: String, AllowedValues: [dev, prod], Default: dev, NoEcho: false }
  Existing: { Type: AWS::EC2::VPC::Id }
Mappings:
  Net:
    dev: { Cidr: 10.0.0.0/24, Name: a }
    prod: { Cidr: 10.0.1.0/24, Name: b }
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
  Both: !And [!Condition IsProd, !Not [!Equals [us-east-1, !Ref AWS::Region]]]
${more}
Resources:
  Vpc: { Type: AWS::EC2::VPC, DeletionPolicy: Retain, Properties: { CidrBlock: 10.0.0.0/16 } }
  Igw: { Type: AWS::EC2::InternetGateway }
  Attach: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Igw } }
  New:
    Type: AWS::EC2::Subnet
    Condition: IsProd
    DependsOn: Attach
    Properties:
      ${line}
Outputs:
  Id: { Condition: IsProd, Value: !Ref Vpc, Export: { Name: !Sub "\${AWS::StackName}-\${Stage}" } }
`;

/** The pointer stands on the last character of the word. */
const on = async (text: string, word: string, language: "en" | "ja" = "en") => {
  const at = text.indexOf(word) + word.length - 1;
  if (at < word.length - 1) throw new Error(`There is no ${word}.`);
  return (await hoverOn(`${text.slice(0, at)}$0${text.slice(at)}`, { language }))?.markdown ?? "";
};

describe("a function says what it comes to before what it is", () => {
  test("Ref: what it points to, and what that gives", async () => {
    const text = await on(template("VpcId: !Ref Vpc"), "VpcId: !Ref");
    expect(text).toMatch(
      /\*\*Ref\*\*[\s\S]*\*\*Vpc\*\* · VPC[\s\S]*`Ref` gives its `VpcId`[\s\S]*The value of a parameter/,
    );
    expect(await on(template("VpcId: !Ref Vpc"), "VpcId: !Ref Vpc")).toContain("`Ref` gives its `VpcId`.");
  });
  test("Sub and Join: what is known, with the names of what is not", async () => {
    const sub = template('AvailabilityZone: !Sub "${Stage}-${AWS::Region}"');
    expect(await on(sub, "AvailabilityZone: !Sub")).toContain("Value: `dev-${AWS::Region}`");
    const join = template('AvailabilityZone: !Join ["-", [!Ref Stage, !Ref AWS::Region, !GetAtt Vpc.VpcId]]');
    expect(await on(join, "!Join")).toContain("Value: `dev-${AWS::Region}-${Vpc.VpcId}`");
    const literal = template('AvailabilityZone: !Sub "x-${AWS::Region}"');
    expect(await on(literal, "AvailabilityZone: !Sub")).toContain("known at deployment");
  });
  test("Cidr: where the blocks come from is said once", async () => {
    const text = await on(template("CidrBlock: !Select [1, !Cidr [!GetAtt Vpc.CidrBlock, 3, 8]]"), "!Cidr");
    expect(text).toContain("Value: `10.0.0.0/24`, `10.0.1.0/24`, `10.0.2.0/24` (computed)");
  });
  test("zones by their number", async () => {
    const text = template('AvailabilityZone: !Select [1, !GetAZs ""]');
    expect(await on(text, "!Select")).toContain("zone 2 of the stack's Region");
    expect(await on(text, "!Select", "ja")).toContain("2 番目の AZ");
    const other = template("AvailabilityZone: !Select [1, !GetAZs us-east-1]");
    expect(await on(other, "!Select")).not.toContain("stack's Region;");
  });
  test("Equals: no fault of its arguments", async () => {
    const text = await on(template("VpcId: x"), "IsProd: !Equals");
    expect(text).toContain("*Stage* is `prod`");
    expect(text).toContain("With the values at hand: false");
    expect(text).not.toContain("do not fit");
  });
});

describe("a condition: how it can come out", () => {
  test("in words, with the values at hand, and what rests on it", async () => {
    const text = await on(template("VpcId: x"), "  IsProd");
    expect(text).toContain("true or false, by the parameters");
    expect(text).toContain("True when *Stage* is `prod`.");
    expect(text).toContain("With the values at hand: false.");
    expect(text).toContain("Only then: *New*, *Id*");
  });
  test("of others, in Japanese, with what is written the other way round", async () => {
    const text = await on(template("VpcId: x"), "  Both", "ja");
    expect(text).toContain("*IsProd* が真 かつ *AWS::Region* が `us-east-1` 以外 のとき真。");
    expect(text).toContain("現在の値では偽。");
  });
  test("that never holds", async () => {
    expect(await on(template("VpcId: x", "  Never: !Equals [a, b]"), "  Never")).toContain("always false");
  });
});

describe("mappings", () => {
  const text = template("CidrBlock: !FindInMap [Net, !Ref Stage, Cidr]");
  test("by name: all of it; by key: the row or the column", async () => {
    expect(await on(text, "FindInMap [Net")).toContain("- `prod`: Cidr `10.0.1.0/24`, Name `b`");
    expect(await on(text, "Stage, Cidr")).toMatch(/Value: `10\.0\.0\.0\/24`[\s\S]*- `prod`: `10\.0\.1\.0\/24`/);
    expect(await on(text, "    prod")).toContain("- Cidr: `10.0.1.0/24`");
    expect(await on(text, "dev: { Cidr")).toContain("- `prod`: `10.0.1.0/24`");
  });
  test("on the function: what each key gives", async () => {
    expect(await on(text, "!FindInMap")).toContain("- `dev`: `10.0.0.0/24`");
    const fixed = template("CidrBlock: !FindInMap [Net, prod, Cidr]");
    expect(await on(fixed, "!FindInMap")).not.toContain("- `dev`");
  });
});

test("an attribute: what it is, its value, whose it is", async () => {
  const text = await on(template("CidrBlock: !GetAtt Vpc.CidrBlock"), "!GetAtt Vpc.CidrBlock");
  expect(text).toMatch(
    /\*\*Vpc\.CidrBlock\*\* · attribute of `AWS::EC2::VPC`[\s\S]*Value: `10\.0\.0\.0\/16`[\s\S]*\*\*Vpc\*\*/,
  );
  expect(await on(template('CidrBlock: !Sub "${Vpc.CidrBlock}"'), "${Vpc.CidrBlock")).toContain("Vpc.CidrBlock");
});

test("names: an attachment, an output, pseudo parameters, parameters of the console", async () => {
  const text = template("AvailabilityZone: !Ref AWS::NoValue");
  expect(await on(text, "DependsOn: Attach")).toContain("attaches *Igw* to *Vpc*");
  expect(await on(text, "  Id")).toContain("Exported as `${AWS::StackName}-dev`");
  expect(await on(text, "  Id")).toContain("only when `IsProd` is true");
  expect(await on(text, "AWS::NoValue", "ja")).toContain("書かなかったのと同じ");
  expect(await on(text, "Parameters: [Stage")).toContain("**Stage** · parameter");
});

describe("the format itself", () => {
  const text = template("VpcId: x");
  test.each([
    ["Mappings", "Tables of fixed values"],
    ["NoEcho", "Default: `false`"],
    ["  Existing: { Type: AWS::EC2::VPC::Id", "The id of a VPC"],
    ["DeletionPolicy: Retain", "Kept, and charged"],
    ["DeletionPolicy", "`RetainExceptOnCreate`"],
    ["Export", "!ImportValue"],
    ["ParameterGroups", "order"],
  ])("%s", async (word, said) => {
    expect(await on(text, word)).toContain(said);
  });
});

test("SAM: what it is, where it is written about, and nothing of replacement", async () => {
  const sam = `Transform: AWS::Serverless-2016-10-31
Globals: { Function: { Timeout: 3 } }
Resources:
  F: { Type: AWS::Serverless::Function, Properties: { VpcConfig: { SubnetIds: [a] } } }
`;
  expect(await on(sam, "AWS::Serverless::Function")).toContain("NAT gateway");
  const subnets = await on(sam, "SubnetIds");
  expect(subnets).toContain("list of `string` · required");
  expect(subnets).toContain("sam-resource-function.html#sam-function-vpcconfig");
  expect(subnets).not.toContain("replace");
  expect(await on(sam, "Timeout")).toContain("**Timeout**");
  expect(await on(sam, "AWS::Serverless-2016-10-31")).toContain("short forms");
});

test("AWS's words never end within a link", async () => {
  const text = await on(
    template("VpcId: x")
      .replace("AWS::EC2::Subnet", "AWS::EC2::SecurityGroupIngress")
      .replace("VpcId: x", "IpProtocol: tcp"),
    "IpProtocol",
  );
  expect(text).not.toMatch(/\]\([^)]*$/m);
});
