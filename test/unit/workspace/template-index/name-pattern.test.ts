import { expect, test } from "vitest";
import { likeness, patternOf, showName } from "../../../../server/src/workspace/template-index/name-pattern.ts";
import { snapshotOf } from "../../../support/snapshot.ts";

/** The name that the only output exports. */
function nameOf(expression: string) {
  const { snapshot } = snapshotOf(`Parameters:
  Stack: { Type: String }
  Env: { Type: String, Default: prod }
Resources:
  Vpc: { Type: AWS::EC2::VPC }
Outputs:
  A: { Value: !Ref Vpc, Export: { Name: ${expression} } }
`);
  return patternOf(snapshot.template.outputs.get("A")?.exportName, snapshot.template);
}

test("names are shown as Sub writes them", () => {
  expect(showName(nameOf("!Join ['-', [!Ref Stack, VpcId]]"))).toBe("${Stack}-VpcId");
  expect(showName(nameOf("!Sub ['${a}/${Env}', { a: x }]"))).toBe("x/${Env}");
  expect(showName(nameOf("!FindInMap [A, b, c]"))).toBe("…");
});

test.each([
  ["the same text", "network-VpcId", "network-VpcId", Number.POSITIVE_INFINITY],
  ["another text", "network-VpcId", "network-SubnetId", undefined],
  ["a text that the open part can become", "!Sub '${Stack}-VpcId'", "network-VpcId", 5],
  ["a text that it cannot become", "!Sub '${Stack}-VpcId'", "network-SubnetId", undefined],
  ["two open parts", "!Sub '${Stack}-VpcId'", "!Sub '${AWS::StackName}-VpcId'", 5],
  ["a default that fits", "!Sub '${Env}-VpcId'", "prod-VpcId", 9],
  ["nothing but open parts", "!Ref Stack", "!Ref Env", 0],
])("likeness with %s", (_, a, b, expected) => expect(likeness(nameOf(a), nameOf(b))).toBe(expected));
