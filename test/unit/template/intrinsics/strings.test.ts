import { describe, expect, test } from "vitest";
import { subPieces } from "../../../../server/src/template/intrinsics/strings.ts";
import { evaluated } from "../../../support/evaluation.ts";

const sections = `
Parameters:
  Second: { Type: Number, Default: 7 }
  Name: { Type: String }
  Cidrs: { Type: CommaDelimitedList, Default: "10.0.0.0/24,10.0.1.0/24" }
Conditions:
  C: !Equals [!Ref Name, x]
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.7.0.0/16 } }
`;

describe("Sub", () => {
  test("fills in variables, attributes and its own names", () => {
    expect(evaluated("!Sub 10.${Second}.0.0/16", sections)).toBe('"10.7.0.0/16"');
    expect(evaluated("!Sub 'in ${Vpc.CidrBlock}'", sections)).toBe('"in 10.7.0.0/16"');
    expect(evaluated("!Sub ['10.${B}.0.0/${P}', { B: !Ref Second, P: 16 }]", sections)).toBe('"10.7.0.0/16"');
    expect(evaluated("!Sub ['${Second}!', { Second: own }]", sections)).toBe('"own!"');
  });

  test("keeps ${!Literal}", () => expect(evaluated("!Sub 'a ${!Second}'", sections)).toBe('"a ${Second}"'));

  test("of one variable alone is that variable", () => {
    expect(evaluated("!Sub ${Vpc}", sections)).toBe("Ref(Vpc)");
    expect(evaluated("!Sub ${Vpc.CidrBlock}", sections)).toBe('"10.7.0.0/16"');
    expect(evaluated("!Sub ${Second}", sections)).toBe('"7"');
    expect(evaluated("!Sub ${Name}", sections)).toBe("?parameter Name String");
  });

  test("with parts that are not known is unknown", () => {
    expect(evaluated("!Sub 10.${Name}.0.0/16", sections)).toBe("?parameter Name String");
    expect(evaluated("!Sub 'id ${Vpc}'", sections)).toBe("?attribute Vpc Ref");
    expect(evaluated("!Sub 'id ${Nowhere}'", sections)).toBe("?undefined-name Nowhere");
  });

  test("malformed is unknown or text", () => {
    expect(evaluated("!Sub { A: 1 }", sections)).toBe("?invalid-call Sub");
    expect(evaluated("!Sub []", sections)).toBe("?invalid-call Sub");
    expect(evaluated("{ 'Fn::Sub': !Rain::Embed file.sh }", sections)).toBe("?transform");
    expect(evaluated("!Sub 'open ${Second'", sections)).toBe('"open ${Second"');
    expect(evaluated("!Sub ['${A}', text]", sections)).toBe("?undefined-name A");
  });

  test("is cut at its variables", () => {
    expect(subPieces("a${B.C}d")).toEqual([
      { kind: "text", text: "a" },
      { kind: "variable", name: "B.C", start: 3, end: 6 },
      { kind: "text", text: "d" },
    ]);
  });
});

describe("Join", () => {
  test("of known parts", () => {
    expect(evaluated("!Join ['', ['10.', !Ref Second, .0.0/16]]", sections)).toBe('"10.7.0.0/16"');
    expect(evaluated("{ 'Fn::Join': [',', !Ref Cidrs] }", sections)).toBe('"10.0.0.0/24,10.0.1.0/24"');
  });
  test("leaves out what is absent", () => {
    expect(evaluated("!Join [',', [a, !If [C, b, !Ref AWS::NoValue]]]", sections)).toBe('(C ? "a,b" : "a")');
  });
  test("with a resource's identity is unknown", () => {
    expect(evaluated("!Join [':', [a, !Ref Vpc]]", sections)).toBe("?attribute Vpc Ref");
  });
  test("malformed is unknown", () => {
    expect(evaluated("!Join [',']", sections)).toBe("?invalid-call Join");
    expect(evaluated("!Join [',', text]", sections)).toBe("?invalid-call Join");
    expect(evaluated("!Join [',', [[a]]]", sections)).toBe("?invalid-call Join");
  });
});

describe("Split", () => {
  test("cuts text", () => {
    expect(evaluated("!Select [0, !Split ['/', 10.0.0.0/16]]", sections)).toBe('"10.0.0.0"');
    expect(evaluated("!Split [',', 'a,,b']", sections)).toBe('["a", "", "b"]');
  });
  test("of what is not known, or malformed, is unknown", () => {
    expect(evaluated("!Split [',', !Ref Name]", sections)).toBe("?parameter Name String");
    expect(evaluated("!Split ['', a]", sections)).toBe("?invalid-call Split");
    expect(evaluated("!Split a", sections)).toBe("?invalid-call Split");
  });
});

test("ToJsonString writes known data", () => {
  expect(evaluated("!ToJsonString { A: [1, !Ref Second], B: true }", sections)).toBe(
    JSON.stringify(JSON.stringify({ A: [1, 7], B: true })),
  );
  expect(evaluated("!ToJsonString { A: !Ref Name }", sections)).toBe("?parameter Name String");
});

test("Base64 encodes known text as UTF-8", () => {
  expect(evaluated("!Base64 é", sections)).toBe('"w6k="');
  expect(evaluated("{ 'Fn::Base64': { Ref: Name } }", sections)).toBe("?parameter Name String");
});
