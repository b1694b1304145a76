import { describe, expect, test } from "vitest";
import { evaluated } from "../../support/evaluation.ts";

const parameters = (declaration: string) => `Parameters:\n  P: ${declaration}\n`;
const refTo = (declaration: string) => evaluated("!Ref P", parameters(declaration));

describe("a parameter", () => {
  test("counts as its default", () => {
    expect(refTo("{ Type: String, Default: 10.0.0.0/16 }")).toBe('"10.0.0.0/16"');
    expect(refTo("{ Type: String, Default: 010 }")).toBe('"010"');
    expect(refTo("{ Type: String, Default: true }")).toBe('"true"');
    expect(refTo("{ Type: Number, Default: '24' }")).toBe("24");
    expect(refTo("{ Type: String, Default: a, AllowedValues: [a, b] }")).toBe('"a"');
    expect(refTo("{ Type: AWS::EC2::VPC::Id, Default: vpc-1 }")).toBe('"vpc-1"');
  });

  test("that is a list has items", () => {
    expect(refTo("{ Type: CommaDelimitedList, Default: '10.0.0.0/24, 10.0.1.0/24' }")).toBe(
      '["10.0.0.0/24", "10.0.1.0/24"]',
    );
    expect(refTo("{ Type: List<Number>, Default: '80,443' }")).toBe("[80, 443]");
    expect(refTo("{ Type: List<AWS::EC2::Subnet::Id>, Default: 'subnet-1,subnet-2' }")).toBe(
      '["subnet-1", "subnet-2"]',
    );
  });

  test("without a default is unknown, with what is allowed", () => {
    expect(refTo("{ Type: String }")).toBe("?parameter P String");
    expect(refTo("{ Type: Number, AllowedValues: [24, 25] }")).toBe("?parameter P Number of 24|25");
  });

  test("with an empty default is unknown: a placeholder is no value", () => {
    expect(refTo("{ Type: String, Default: '' }")).toBe("?parameter P String");
    expect(refTo("{ Type: CommaDelimitedList, Default: ' ' }")).toBe("?parameter P CommaDelimitedList");
    expect(refTo("{ Type: String, Default: }")).toBe("?parameter P String");
  });

  test("whose default is only a name of the value is unknown", () => {
    expect(refTo("{ Type: 'AWS::SSM::Parameter::Value<String>', Default: /net/cidr }")).toMatch(
      /^\?parameter P AWS::SSM/,
    );
    expect(refTo("{ Type: String, Default: '{{resolve:ssm:x}}' }")).toBe("?parameter P String");
  });

  test("takes the value that is assumed instead", () => {
    const options = { parameters: new Map([["P", "b"]]) };
    expect(evaluated("!Ref P", parameters("{ Type: String, Default: a }"), options)).toBe('"b"');
  });
});

describe("a pseudo parameter", () => {
  test("is unknown until the region is assumed", () => {
    expect(evaluated("!Ref AWS::Region")).toBe("?pseudo-parameter AWS::Region");
    expect(evaluated("!Ref AWS::Region", "", { region: "cn-north-1" })).toBe('"cn-north-1"');
    expect(evaluated("!Sub 'x.${AWS::URLSuffix}'", "", { region: "cn-north-1" })).toBe('"x.amazonaws.com.cn"');
    expect(evaluated("!Ref AWS::Partition", "", { region: "us-gov-west-1" })).toBe('"aws-us-gov"');
    expect(evaluated("!Ref AWS::AccountId", "", { region: "eu-west-1" })).toBe("?pseudo-parameter AWS::AccountId");
  });

  test("NoValue takes properties and items away", () => {
    expect(evaluated("!Ref AWS::NoValue")).toBe("absent");
    expect(evaluated("{ A: !Ref AWS::NoValue, B: 1 }")).toBe("{B: 1}");
    expect(evaluated("[a, !Ref AWS::NoValue, b]")).toBe('["a", "b"]');
  });
});
