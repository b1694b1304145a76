import { describe, expect, test } from "vitest";
import { keyOfText, writtenTexts } from "../../../server/src/network/written-text.ts";
import { propertyOf } from "../../../server/src/template/expression.ts";
import { examine } from "../../support/check-rule.ts";

/** The ways in which a value is put together: written text as it is, unknown parts in angle brackets. */
function ways(value: string, rest = ""): readonly string[] {
  const { context } = examine(`${rest}
Resources:
  Zone:
    Type: AWS::Route53::HostedZone
    Properties:
      Name: ${value}
`);
  const { evaluator, template } = context;
  const zone = template.resources.get("Zone");
  const texts = writtenTexts(evaluator, propertyOf(zone?.properties, "Name")?.value);
  return texts.map(({ parts }) => parts.map((part) => (part.kind === "text" ? part.text : `<${part.key}>`)).join(""));
}

describe("a text is put together", () => {
  test.each([
    ["example.com", "example.com"],
    ["!Ref Domain", "<Domain>"],
    ["!Sub www.${Domain}.", "www.<Domain>."],
    ["!Sub ['${host}.${Domain}', { host: !Join ['-', [a, !Ref AWS::Region]] }]", "a-<AWS::Region>.<Domain>"],
    ["!Join ['.', [www, !Ref Domain]]", "www.<Domain>"],
    ["!Join ['', [a, '', b]]", "ab"],
    ["!GetAtt Other.Name", "<Other.Name>"],
    ["!Sub '${Other.Name}'", "<Other.Name>"],
    ["!ImportValue Zone-Name", "<ImportValue !ImportValueZone-Name>"],
  ])("%s", (value, expected) => expect(ways(value)).toEqual([expected]));

  test("in each outcome of a condition, and only those that can be", () => {
    const conditions = "Conditions: { Live: !Equals [!Ref AWS::AccountId, '1'] }";
    expect(ways("!If [Live, a.example, !Ref Domain]", conditions)).toEqual(["a.example", "<Domain>"]);
    expect(ways("!Join ['.', [!If [Live, a, b], !If [Live, c, d]]]", conditions)).toEqual(["a.c", "b.d"]);
  });

  test.each([
    "[a, b]",
    "!Ref AWS::NoValue",
    "!Select [0, !Ref List]",
    "'{{resolve:ssm:/name}}'",
    "{ Fn::Transform: { Name: M } }",
  ])("but not %s", (value) => expect(ways(value)).toEqual([]));
});

test("keys are equal for equal texts, whatever the case where that does not count", () => {
  const name = { kind: "name", key: "Domain" } as const;
  const key = (text: string, fold?: boolean) => keyOfText({ parts: [{ kind: "text", text }, name] }, { fold });
  expect(key("WWW.", true)).toBe(key("www.", true));
  expect(key("WWW.")).not.toBe(key("www."));
  expect(keyOfText({ parts: [{ kind: "text", text: "Domain" }] })).not.toBe(keyOfText({ parts: [name] }));
});
