import { describe, expect, test } from "vitest";
import { createCloudFormationReader } from "../../../../server/src/frontends/cloudformation/reader.ts";
import type { Place } from "../../../../server/src/workspace/snapshot.ts";
import { parseMarks } from "../../../support/marks.ts";

/** The place at `$0` in one line: kind, details, and in quotes the text that its span covers. */
function at(marked: string): string {
  const { text, cursor = 0 } = parseMarks(marked);
  const document = createCloudFormationReader(/^\s*\{/.test(text) ? "json" : "yaml").read(text);
  if (!document) return "no template";
  const place = document.placeAt(cursor);
  if (!place) return "nothing";
  const { start, end } = document.layout.rangeOf(place.span);
  const covered = text.slice(start, end);
  if (cursor < start || cursor > end) return `${place.kind} elsewhere: ${covered}`;
  const words = [place.kind, ...details(place), JSON.stringify(covered)];
  return [...words, ...(place.text === covered ? [] : [`as ${JSON.stringify(place.text)}`])].join(" ");
}

function details(place: Place): string[] {
  const use = (path: readonly string[] | undefined) => (path ? [`for ${path.join(".")}`] : []);
  switch (place.kind) {
    case "section-name":
      return [`beside ${place.present.join(",")}`];
    case "declaration":
      return [place.section, place.of.id];
    case "new-declaration":
      return [place.section];
    case "attribute-key":
      return [place.resource.id, `beside ${place.present.join(",")}`];
    case "resource-type":
    case "depends-on":
      return [place.resource.id];
    case "condition-name":
      return place.resource ? [place.resource.id] : [];
    case "property-key":
      return [
        `${place.resource.id}:${place.path.join(".")}`,
        `beside ${place.present.join(",")}`,
        ...(place.value ? [place.value.kind] : []),
      ];
    case "property-value":
      return [
        `${place.resource.id}:${place.path.join(".")}`,
        ...(place.index === undefined ? [] : [`[${place.index}]`]),
        place.expression.kind,
      ];
    case "intrinsic-name":
    case "function-key":
    case "sub-variable":
      return [place.call.name, ...use(place.use?.path)];
    case "intrinsic-argument":
      return [`${place.name}[${place.index}]`, ...use(place.use?.path), place.expression.kind];
    case "format-key":
      return [place.path.join("."), `beside ${place.present.join(",")}`];
    case "parameter-type":
      return [place.parameter.id];
    case "parameter-key":
      return [place.parameter.id, `beside ${place.present.join(",")}`];
    case "construct":
      return [place.symbol];
    case "symbol":
    case "code-argument":
      return [...place.symbols];
    case "other-value":
      return [place.expression.kind];
  }
}

const inSubnet = (lines: string) => `AWSTemplateFormatVersion: 2010-09-09
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties: {CidrBlock: 10.0.0.0/16}
  Subnet:
    Type: AWS::EC2::Subnet
    Properties:
${lines}
  Other:
    Type: AWS::EC2::EIP
Outputs:
  O: {Value: 1}
`;

describe("YAML: properties", () => {
  test.each([
    ["an empty line", "      VpcId: 1\n      $0", 'property-key Subnet: beside VpcId ""'],
    ["the first line", "      $0", 'property-key Subnet: beside  ""'],
    ["between properties", "      A: 1\n      $0\n      B: 1", 'property-key Subnet: beside A,B ""'],
    ["a word without a colon", "      A: 1\n      Cid$0", 'property-key Subnet: beside A "Cid"'],
    ["a word without a colon between", "      A: 1\n      Ci$0d\n      B: 1", 'property-key Subnet: beside A,B "Cid"'],
    ["a word alone", "      Cid$0", 'property-key Subnet: beside  "Cid"'],
    ["a key with its value", "      A: 1\n      Ci$0dr: [1]", 'property-key Subnet: beside A list "Cidr"'],
    ["a quoted key", '      "Ci$0dr": 1', 'property-key Subnet: beside  scalar "\\"Cidr\\"" as "Cidr"'],
    ["behind a colon", "      VpcId: $0", 'property-value Subnet:VpcId scalar ""'],
    ["right behind a colon", "      VpcId:$0", 'property-value Subnet:VpcId scalar ""'],
    ["behind a colon, above others", "      VpcId: $0\n      B: 1", 'property-value Subnet:VpcId scalar ""'],
    ["in a value", "      CidrBlock: 10.0.$0", 'property-value Subnet:CidrBlock scalar "10.0."'],
    [
      "in a quoted value",
      '      CidrBlock: "10.0.$01"',
      'property-value Subnet:CidrBlock scalar "\\"10.0.1\\"" as "10.0.1"',
    ],
    ["in empty quotes", '      CidrBlock: "$0"', 'property-value Subnet:CidrBlock scalar "\\"\\"" as ""'],
    ["a function's beginning", "      VpcId: !$0", 'property-value Subnet:VpcId opaque "!"'],
    ["half a function", "      VpcId: !Re$0", 'property-value Subnet:VpcId opaque "!Re"'],
    ["in a comment", "      VpcId: 1\n      # no$0te", "nothing"],
    ["in a comment behind a value", "      VpcId: 1 # no$0te", "nothing"],
    ["in the indentation of a key", "   $0   VpcId: 1", "nothing"],
    ["behind a value", "      VpcId: vpc-1 $0", "nothing"],
    ["deeper than an empty key", "      Tags:\n        $0", 'property-key Subnet:Tags beside  ""'],
    ["an item", "      Tags:\n        - $0", 'property-value Subnet:Tags [0] scalar ""'],
    ["an item level with its key", "      Tags:\n      - $0", 'property-value Subnet:Tags [0] scalar ""'],
    ["a second item", "      Ids:\n        - a\n        - $0", 'property-value Subnet:Ids [1] scalar ""'],
    ["in an item's object", "      Tags:\n        - Key: a\n          $0", 'property-key Subnet:Tags beside Key ""'],
    ["a key of an item", "      Tags:\n        - K$0ey: a", 'property-key Subnet:Tags beside  scalar "Key"'],
    ["a value of an item", "      Tags:\n        - Key: $0", 'property-value Subnet:Tags.Key scalar ""'],
    [
      "behind a list, level with the property",
      "      Tags:\n        - Key: a\n      $0",
      'property-key Subnet: beside Tags ""',
    ],
    ["a flow object", "      Opts: {$0}", 'property-key Subnet:Opts beside  ""'],
    ["a flow object, behind a comma", "      Opts: {A: 1, $0}", 'property-key Subnet:Opts beside A ""'],
    ["a flow object's value", "      Opts: {A: $0, B: 1}", 'property-value Subnet:Opts.A scalar ""'],
    ["a flow list", "      Ids: [$0]", 'property-value Subnet:Ids [0] scalar ""'],
    ["a flow list, behind a comma", "      Ids: [a, $0]", 'property-value Subnet:Ids [1] scalar ""'],
    ["a comment behind a flow list", "      Ids: [a] # a, $0", "nothing"],
    ["between a dash and a flow item", "      Ids:\n        - {A: 1}\n        -$0 {A: 1}", "nothing"],
    ["a flow list's item", "      Ids: [a, b$0]", 'property-value Subnet:Ids [1] scalar "b"'],
  ])("%s", (_, lines, place) => {
    expect(at(inSubnet(lines))).toBe(place);
  });
});

describe("YAML: functions", () => {
  test.each([
    ["a name", "      VpcId: !R$0ef Vpc", 'intrinsic-name Ref for VpcId "!Ref"'],
    ["a long name", "      VpcId:\n        Fn::Su$0b: x", 'intrinsic-name Sub for VpcId "Fn::Sub"'],
    ["Ref", "      VpcId: !Ref $0", 'intrinsic-argument Ref[0] for VpcId scalar ""'],
    ["Ref with a name", "      VpcId: !Ref V$0pc", 'intrinsic-argument Ref[0] for VpcId scalar "Vpc"'],
    ["Ref in long form", "      VpcId: {Ref: $0}", 'intrinsic-argument Ref[0] for VpcId scalar ""'],
    ["Ref in a list", "      Ids:\n        - !Ref $0", 'intrinsic-argument Ref[0] for Ids scalar ""'],
    [
      "Ref in an object in a list",
      "      Tags:\n        - Value: !Ref $0",
      'intrinsic-argument Ref[0] for Tags.Value scalar ""',
    ],
    ["GetAtt: the resource", "      A: !GetAtt V$0pc.CidrBlock", 'intrinsic-argument GetAtt[0] for A scalar "Vpc"'],
    ["GetAtt: nothing yet", "      A: !GetAtt $0", 'intrinsic-argument GetAtt[0] for A scalar ""'],
    ["GetAtt: behind the dot", "      A: !GetAtt Vpc.$0", 'intrinsic-argument GetAtt[1] for A scalar ""'],
    ["GetAtt: the attribute", "      A: !GetAtt Vpc.Cid$0r", 'intrinsic-argument GetAtt[1] for A scalar "Cidr"'],
    [
      "GetAtt: behind its quotes",
      "      A: !GetAtt 'Vpc.Cidr'$0",
      'intrinsic-argument GetAtt[0] for A scalar "\'Vpc.Cidr\'" as "Vpc.Cidr"',
    ],
    ["GetAtt as a list", "      A: !GetAtt [Vpc, $0]", 'intrinsic-argument GetAtt[1] for A scalar ""'],
    [
      "GetAtt in long form",
      "      A:\n        Fn::GetAtt: [V$0pc, X]",
      'intrinsic-argument GetAtt[0] for A scalar "Vpc"',
    ],
    ["Sub: in a variable", '      A: !Sub "x-${V$0pc}-y"', 'sub-variable Sub for A "Vpc"'],
    ["Sub: an empty variable", '      A: !Sub "x-${$0}"', 'sub-variable Sub for A ""'],
    ["Sub: an open variable", '      A: !Sub "x-${Vp$0', 'sub-variable Sub for A "Vp"'],
    ["Sub: an attribute", "      A: !Sub ${Vpc.Ci$0dr}", 'sub-variable Sub for A "Vpc.Cidr"'],
    ["Sub: outside of variables", "      A: !Sub x-$0${Vpc}", 'intrinsic-argument Sub[0] for A scalar "x-${Vpc}"'],
    ["Sub: a literal", "      A: !Sub x-${!V$0pc}", 'intrinsic-argument Sub[0] for A scalar "x-${!Vpc}"'],
    ["Sub with variables", "      A: !Sub ['${V$0}', {V: 1}]", 'sub-variable Sub for A "V"'],
    ["Sub in a block scalar", "      A: !Sub |\n        a\n        ${V$0}", 'sub-variable Sub for A "V"'],
    ["Select: the list", "      A: !Select [0, !Ref $0]", 'intrinsic-argument Ref[0] for A scalar ""'],
    ["Select: the index", "      A: !Select [$00, x]", 'intrinsic-argument Select[0] for A scalar "0"'],
    ["If: the condition", "      A: !If [$0, 1, 2]", 'intrinsic-argument If[0] for A scalar ""'],
    ["If: a value", "      A: !If [C, a$0, 2]", 'intrinsic-argument If[1] for A scalar "a"'],
    [
      "If: a key of an object",
      "      A: !If\n        - C\n        - Key: 1\n          $0\n        - 1",
      'property-key Subnet:A beside Key ""',
    ],
    ["If: a value of an object", "      A: !If [C, {Key: $0}, 1]", 'property-value Subnet:A.Key scalar ""'],
    ["If: in a list of a branch", "      A: !If [C, [a, b$0], 1]", 'property-value Subnet:A [1] scalar "b"'],
    ["FindInMap", "      A: !FindInMap [M, $0]", 'intrinsic-argument FindInMap[1] for A scalar ""'],
    ["half a function in a function", "      A: !Select [0, !Re$0]", 'intrinsic-argument Select[1] for A opaque "!Re"'],
  ])("%s", (_, lines, place) => {
    expect(at(inSubnet(lines))).toBe(place);
  });
});

describe("YAML: declarations and sections", () => {
  test.each([
    ["a type", "Resources:\n  A:\n    Type: AWS::EC2::$0\n", 'resource-type A "AWS::EC2::"'],
    ["a type's beginning", "AWSTemplateFormatVersion: x\nResources:\n  A:\n    Type: $0\n", 'resource-type A ""'],
    ["an attribute", "Resources:\n  A:\n    Type: AWS::EC2::VPC\n    $0\n", 'attribute-key A beside Type ""'],
    ["the first attribute", "AWSTemplateFormatVersion: x\nResources:\n  A:\n    $0\n", 'attribute-key A beside  ""'],
    [
      "half the first attribute",
      "AWSTemplateFormatVersion: x\nResources:\n  A:\n    Ty$0\n",
      'attribute-key A beside  "Ty"',
    ],
    ["an attribute's name", "Resources:\n  A:\n    Ty$0pe: AWS::EC2::VPC\n", 'attribute-key A beside  "Type"'],
    ["DependsOn", "Resources:\n  A:\n    Type: AWS::EC2::VPC\n    DependsOn: $0\n", 'depends-on A ""'],
    ["DependsOn as a list", "Resources:\n  A:\n    Type: AWS::EC2::VPC\n    DependsOn: [B, $0]\n", 'depends-on A ""'],
    [
      "DependsOn as a block list",
      "Resources:\n  A:\n    Type: AWS::EC2::VPC\n    DependsOn:\n      - B$0\n",
      'depends-on A "B"',
    ],
    ["Condition", "Resources:\n  A:\n    Type: AWS::EC2::VPC\n    Condition: I$0s\n", 'condition-name A "Is"'],
    ["a logical ID", "Resources:\n  Vp$0c:\n    Type: AWS::EC2::VPC\n", 'declaration Resources Vpc "Vpc"'],
    [
      "an empty line among resources",
      "Resources:\n  A:\n    Type: AWS::EC2::VPC\n  $0\n",
      'new-declaration Resources ""',
    ],
    [
      "an empty line between resources",
      "Resources:\n  A:\n    Type: AWS::EC2::VPC\n  $0\n  B:\n    Type: AWS::EC2::EIP\n",
      'new-declaration Resources ""',
    ],
    [
      "half a logical ID",
      "Resources:\n  A:\n    Type: AWS::EC2::VPC\n  Su$0\n  B:\n    Type: AWS::EC2::EIP\n",
      'new-declaration Resources "Su"',
    ],
    ["the first line of a section", "AWSTemplateFormatVersion: x\nResources:\n  $0\n", 'new-declaration Resources ""'],
    [
      "the first line of a section above another",
      "AWSTemplateFormatVersion: x\nParameters:\n  $0\nOutputs:\n  O: {}\n",
      'new-declaration Parameters ""',
    ],
    [
      "the left edge",
      "AWSTemplateFormatVersion: x\nResources:\n  A:\n    Type: AWS::EC2::VPC\n$0\n",
      'section-name beside AWSTemplateFormatVersion,Resources ""',
    ],
    ["half a section", "AWSTemplateFormatVersion: x\nRe$0", 'section-name beside AWSTemplateFormatVersion,Re "Re"'],
    ["a parameter's type", "Parameters:\n  P:\n    Type: $0\nAWSTemplateFormatVersion: x", 'parameter-type P ""'],
    [
      "a parameter's key",
      "Parameters:\n  P:\n    Type: String\n    $0\nAWSTemplateFormatVersion: x",
      'parameter-key P beside Type ""',
    ],
    [
      "a parameter's default",
      "Parameters:\n  P:\n    Default: 10.0$0\nAWSTemplateFormatVersion: x",
      'other-value scalar "10.0"',
    ],
    [
      "an output's value",
      "AWSTemplateFormatVersion: x\nOutputs:\n  O:\n    Value: !Ref $0\n",
      'intrinsic-argument Ref[0] scalar ""',
    ],
    ["an output's condition", "AWSTemplateFormatVersion: x\nOutputs:\n  O:\n    Condition: $0\n", 'condition-name ""'],
    [
      "in a condition",
      "AWSTemplateFormatVersion: x\nConditions:\n  C: !Equals [!Ref $0, a]\n",
      'intrinsic-argument Ref[0] scalar ""',
    ],
    [
      "a condition in a condition",
      "AWSTemplateFormatVersion: x\nConditions:\n  C: !Not [Condition: $0]\n",
      'intrinsic-argument Condition[0] scalar ""',
    ],
    [
      "a mapping's value",
      "AWSTemplateFormatVersion: x\nMappings:\n  M:\n    a: {b: 10.0$0}\n",
      'other-value scalar "10.0"',
    ],
    ["metadata", "AWSTemplateFormatVersion: x\nMetadata:\n  M: x$0\n", 'other-value scalar "x"'],
  ])("%s", (_, text, place) => {
    expect(at(text)).toBe(place);
  });

  test("CRLF", () => {
    expect(at("Resources:\r\n  A:\r\n    Type: AWS::EC2::VPC\r\n    Properties:\r\n      $0\r\n")).toBe(
      'property-key A: beside  ""',
    );
    expect(at("Resources:\r\n  A:\r\n    Type: $0\r\nAWSTemplateFormatVersion: x")).toBe('resource-type A ""');
  });
});

const inJson = (properties: string) => `{
  "Resources": {
    "A": {
      "Type": "AWS::EC2::Subnet",
      "Properties": {
        ${properties}
      }
    },
    "B": { "Type": "AWS::EC2::EIP" }
  }
}
`;

describe("JSON", () => {
  test.each([
    ["in empty quotes", '"CidrBlock": "$0"', 'property-value A:CidrBlock scalar "\\"\\"" as ""'],
    ["behind a colon", '"CidrBlock": $0', 'property-value A:CidrBlock scalar ""'],
    ["behind a colon, above others", '"CidrBlock": $0,\n        "B": 1', 'property-value A:CidrBlock scalar ""'],
    ["Ref", '"VpcId": {"Ref": "$0"}', 'intrinsic-argument Ref[0] for VpcId scalar "\\"\\"" as ""'],
    ["a function's name", '"VpcId": {"R$0ef": "Vpc"}', 'intrinsic-name Ref for VpcId "\\"Ref\\"" as "Ref"'],
    ["GetAtt", '"A": {"Fn::GetAtt": ["Vpc", "$0"]}', 'intrinsic-argument GetAtt[1] for A scalar "\\"\\"" as ""'],
    ["GetAtt with a dot", '"A": {"Fn::GetAtt": "Vpc.$0"}', 'intrinsic-argument GetAtt[1] for A scalar ""'],
    ["Sub", '"A": {"Fn::Sub": "x${V$0}"}', 'sub-variable Sub for A "V"'],
    ["an object's beginning", '"VpcId": {$0}', 'property-key A:VpcId beside  ""'],
    ["behind a comma", '"A": 1,\n        $0', 'property-key A: beside A ""'],
    ["between properties", '"A": 1,\n        $0\n        "B": 2', 'property-key A: beside A,B ""'],
    ["the first property", "$0", 'property-key A: beside  ""'],
    ["a key in empty quotes", '"A": 1,\n        "$0"', 'property-key A: beside A "\\"\\"" as ""'],
    ["half a key", '"A": 1,\n        "Ci$0"\n', 'property-key A: beside A "\\"Ci\\"" as "Ci"'],
    ["a key", '"Ci$0dr": 1', 'property-key A: beside  scalar "\\"Cidr\\"" as "Cidr"'],
    ["an item", '"Ids": ["a", $0]', 'property-value A:Ids [1] scalar ""'],
    ["an item in quotes", '"Ids": ["a", "$0"]', 'property-value A:Ids [1] scalar "\\"\\"" as ""'],
    ["an object in a list", '"Tags": [{"Key": "$0"}]', 'property-value A:Tags.Key scalar "\\"\\"" as ""'],
    ["a comment", "// no$0te\n", "nothing"],
  ])("%s", (_, properties, place) => {
    expect(at(inJson(properties))).toBe(place);
  });

  test.each([
    [
      "a type",
      '{"AWSTemplateFormatVersion": "x", "Resources": {"A": {"Type": "$0"}}}',
      'resource-type A "\\"\\"" as ""',
    ],
    [
      "a resource",
      '{\n  "Resources": {\n    "A": {"Type": "AWS::EC2::VPC"},\n    $0\n  }\n}',
      'new-declaration Resources ""',
    ],
    ["a name", '{"Resources": {"V$0pc": {"Type": "AWS::EC2::VPC"}}}', 'declaration Resources Vpc "\\"Vpc\\"" as "Vpc"'],
    ["an attribute", '{"Resources": {"A": {"Type": "AWS::EC2::VPC", $0}}}', 'attribute-key A beside Type ""'],
    ["a section", '{"AWSTemplateFormatVersion": "x", $0}', 'section-name beside AWSTemplateFormatVersion ""'],
  ])("%s", (_, text, place) => {
    expect(at(text)).toBe(place);
  });
});

test("every offset of every fixture has an answer", () => {
  const text = inSubnet("      VpcId: !Ref Vpc\n      Tags:\n        - Key: !Sub '${Vpc'\n      Cid\n      X: {a: [");
  const document = createCloudFormationReader("yaml").read(text);
  for (let offset = 0; offset <= text.length; offset += 1) {
    const place = document?.placeAt(offset);
    if (!place || !document) continue;
    const { start, end } = document.layout.rangeOf(place.span);
    expect(start).toBeLessThanOrEqual(offset);
    expect(end).toBeGreaterThanOrEqual(offset);
  }
});
