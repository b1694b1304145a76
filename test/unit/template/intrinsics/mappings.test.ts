import { describe, expect, test } from "vitest";
import { evaluate, evaluated } from "../../../support/evaluation.ts";

const sections = `
Parameters:
  Env: { Type: String, Default: prod }
  Stage: { Type: String, AllowedValues: [dev, prod] }
Mappings:
  Net:
    dev: { Vpc: 10.0.0.0/16, Zones: [a, c] }
    prod: { Vpc: 10.1.0.0/16 }
    test: { Vpc: 10.2.0.0/16 }
  Regions:
    ap-northeast-1: { Cidr: 10.8.0.0/16 }
    eu-west-1: { Cidr: 10.9.0.0/16 }
`;

describe("FindInMap", () => {
  test("by literal and known keys", () => {
    expect(evaluated("!FindInMap [Net, dev, Vpc]", sections)).toBe('"10.0.0.0/16"');
    expect(evaluated("!FindInMap [Net, !Ref Env, Vpc]", sections)).toBe('"10.1.0.0/16"');
    expect(evaluated("!FindInMap [Net, dev, Zones]", sections)).toBe('["a", "c"]');
    expect(evaluated("{ 'Fn::FindInMap': [Net, dev, Vpc] }", sections)).toBe('"10.0.0.0/16"');
  });

  test("by a key that is not known offers what it may be", () => {
    expect(evaluated("!FindInMap [Regions, !Ref AWS::Region, Cidr]", sections)).toBe(
      '?pseudo-parameter AWS::Region of "10.8.0.0/16"|"10.9.0.0/16"',
    );
    expect(evaluated("!FindInMap [Net, !Ref Stage, Vpc]", sections)).toBe(
      '?parameter Stage String of "10.0.0.0/16"|"10.1.0.0/16"',
    );
    expect(evaluated("!FindInMap [Regions, !Ref AWS::Region, Cidr]", sections, { region: "eu-west-1" })).toBe(
      '"10.9.0.0/16"',
    );
  });

  test("falls back to DefaultValue", () => {
    expect(evaluated("!FindInMap [Net, nowhere, Vpc, { DefaultValue: 10.3.0.0/16 }]", sections)).toBe('"10.3.0.0/16"');
    expect(evaluated("!FindInMap [Net, dev, Vpc, { DefaultValue: 10.3.0.0/16 }]", sections)).toBe('"10.0.0.0/16"');
  });

  test("of nothing, or malformed, is unknown", () => {
    expect(evaluated("!FindInMap [Net, nowhere, Vpc]", sections)).toBe("?invalid-call FindInMap");
    expect(evaluated("!FindInMap [Nowhere, a, b]", sections)).toBe("?undefined-name Nowhere");
    expect(evaluated("!FindInMap [Net, dev]", sections)).toBe("?invalid-call FindInMap");
    expect(evaluated("!FindInMap Net", sections)).toBe("?invalid-call FindInMap");
  });

  test("says from which entry the value is, and what its keys rest on", () => {
    expect(
      evaluate(`${sections}Resources: { X: { Type: T, Properties: { Value: !FindInMap [Net, !Ref Env, Vpc] } } }`),
    ).toMatchObject({
      from: [
        { kind: "default", parameter: "Env", value: "prod" },
        { kind: "mapping", mapping: "Net", keys: ["prod", "Vpc"] },
      ],
    });
  });
});
