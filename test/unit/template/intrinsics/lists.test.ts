import { describe, expect, test } from "vitest";
import { evaluated } from "../../../support/evaluation.ts";

const sections = `
Parameters:
  Index: { Type: Number, Default: 1 }
  Subnets: { Type: List<AWS::EC2::Subnet::Id> }
Conditions:
  C: !Equals [!Ref AWS::Region, eu-west-1]
Resources:
  A: { Type: AWS::EC2::Subnet }
`;

describe("Select", () => {
  test("by number, numeric text and parameter", () => {
    expect(evaluated("!Select [0, [a, b]]", sections)).toBe('"a"');
    expect(evaluated("!Select ['1', [a, b]]", sections)).toBe('"b"');
    expect(evaluated("!Select [!Ref Index, [a, !Ref A]]", sections)).toBe("Ref(A)");
  });
  test("beyond the list is unknown", () => {
    expect(evaluated("!Select [2, [a, b]]", sections)).toBe("?invalid-call Select");
    expect(evaluated("!Select [-1, [a, b]]", sections)).toBe("?invalid-call Select");
  });
  test("takes one item, whatever the others are", () => {
    expect(evaluated("!Select [0, [a, !Ref Subnets]]", sections)).toBe('"a"');
  });
  test("counts only what is there", () => {
    expect(evaluated("!Select [0, [!If [C, a, !Ref AWS::NoValue], b]]", sections)).toBe('(C ? "a" : "b")');
    expect(evaluated("!Select [1, [!If [C, a, !Ref AWS::NoValue], b]]", sections)).toBe(
      '(C ? "b" : ?invalid-call Select)',
    );
  });
  test("from what is not known, or malformed, is unknown", () => {
    expect(evaluated("!Select [0, !Ref Subnets]", sections)).toBe("?parameter Subnets List<AWS::EC2::Subnet::Id>");
    expect(evaluated("!Select [0, !GetAZs '']", sections)).toBe("?zones");
    expect(evaluated("!Select 0", sections)).toBe("?invalid-call Select");
    expect(evaluated("!Select [0, text]", sections)).toBe("?invalid-call Select");
  });
});

test("Length counts what is there", () => {
  expect(evaluated("!Length [a, b, c]", sections)).toBe("3");
  expect(evaluated("!Length [a, !If [C, b, !Ref AWS::NoValue]]", sections)).toBe("(C ? 2 : 1)");
  expect(evaluated("!Length text", sections)).toBe("?invalid-call Length");
});
