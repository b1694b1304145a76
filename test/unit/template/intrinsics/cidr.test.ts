import { describe, expect, test } from "vitest";
import { evaluated } from "../../../support/evaluation.ts";

const vpc = `
Parameters:
  Bits: { Type: String, Default: "8" }
  Pool: { Type: String }
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
`;

describe("Cidr takes host bits", () => {
  test("fn-cidr-0: 7 of a /24 gives /25", () => {
    expect(evaluated('!Select [0, !Cidr ["10.0.0.0/24", 2, 7]]')).toBe('"10.0.0.0/25"');
  });
  test("fn-cidr-1: the second half", () => {
    expect(evaluated('!Select [1, !Cidr ["10.0.0.0/24", 2, 7]]')).toBe('"10.0.0.128/25"');
  });
  test("numbers as text, as in AWS's example", () => {
    expect(evaluated('!Cidr ["192.168.0.0/24", "6", "5"]')).toBe(
      '["192.168.0.0/27", "192.168.0.32/27", "192.168.0.64/27", "192.168.0.96/27", "192.168.0.128/27", "192.168.0.160/27"]',
    );
  });
  test("the block and the bits from elsewhere", () => {
    expect(evaluated("!Select [3, !Cidr [!GetAtt Vpc.CidrBlock, 16, !Ref Bits]]", vpc)).toBe('"10.0.3.0/24"');
  });
  test("IPv6", () => {
    expect(evaluated('!Select [255, !Cidr ["2001:db8:1234:1a00::/56", 256, 64]]')).toBe('"2001:db8:1234:1aff::/64"');
    expect(evaluated('!Select [1, !Cidr ["2001:db8:1234:1a00::/56", 2, 64]]')).toBe('"2001:db8:1234:1a01::/64"');
  });
});

describe("Cidr is unknown", () => {
  test("where the block is", () => expect(evaluated("!Cidr [!Ref Pool, 2, 8]", vpc)).toBe("?parameter Pool String"));
  test("where the blocks do not fit", () => {
    expect(evaluated('!Cidr ["10.0.0.0/24", 3, 7]')).toBe("?invalid-call Cidr");
    expect(evaluated('!Cidr ["10.0.0.0/24", 1, 9]')).toBe("?invalid-call Cidr");
    expect(evaluated('!Cidr ["10.0.0.0/8", 257, 8]')).toBe("?invalid-call Cidr");
    expect(evaluated('!Cidr ["10.0.0.0/24", 0, 4]')).toBe("?invalid-call Cidr");
  });
  test("where it is malformed", () => {
    expect(evaluated('!Cidr ["10.0.0.0/24", 2]')).toBe("?invalid-call Cidr");
    expect(evaluated("!Cidr [text, 2, 8]")).toBe("?invalid-call Cidr");
    expect(evaluated('!Cidr "10.0.0.0/24"')).toBe("?invalid-call Cidr");
    expect(evaluated('!Cidr ["10.0.0.0/24", two, 7]')).toBe("?invalid-call Cidr");
  });
});
