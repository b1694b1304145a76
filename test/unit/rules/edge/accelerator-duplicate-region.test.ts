import { expect, test } from "vitest";
import { acceleratorDuplicateRegion } from "../../../../server/src/rules/edge/accelerator-duplicate-region.ts";
import { checkFix, checkNoFix, checkRule, relatedPlaces } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const group = (id: string, region: string, listener = "!Ref Web"): string => `  ${id}:
    Type: AWS::GlobalAccelerator::EndpointGroup
    Properties:
      ListenerArn: ${listener}
      EndpointGroupRegion: ${region}
`;
const groups = (
  second: string,
  { before = "", first = group("Tokyo", "ap-northeast-1"), more = "" } = {},
): string => `${before}Resources:
  Entry: { Type: AWS::GlobalAccelerator::Accelerator, Properties: { Name: entry } }
  Web:
    Type: AWS::GlobalAccelerator::Listener
    Properties: { AcceleratorArn: !Ref Entry, Protocol: TCP, PortRanges: [{ FromPort: 443, ToPort: 443 }] }
${first}${second}${more}`;

test("two groups in one Region", () => {
  checkRule(
    acceleratorDuplicateRegion,
    groups(`  More:
    Type: AWS::GlobalAccelerator::EndpointGroup
    Properties:
      ListenerArn: !GetAtt Web.ListenerArn
      EndpointGroupRegion: ap-northeast-1
#                          ^^^^^^^^^^^^^^ 💡 error: More is for ap-northeast-1, where Tokyo is the endpoint group of the same listener already. A listener has one group per Region, so CloudFormation will fail. Put the endpoints into Tokyo, or choose another Region.
`),
  );
  expect(relatedPlaces(acceleratorDuplicateRegion, groups(group("More", "ap-northeast-1")))).toEqual([
    '6:3 "Tokyo": The first group',
  ]);
});

test("the stack's Region twice, in Japanese", () =>
  checkRule(
    acceleratorDuplicateRegion,
    groups(
      `  More:
    Type: AWS::GlobalAccelerator::EndpointGroup
    Properties:
      ListenerArn: !Ref Web
      EndpointGroupRegion: !Ref AWS::Region
#                          ^^^^^^^^^^^^^^^^ 💡 error: More のリージョン (同じリージョン) には、同じリスナーのエンドポイントグループ Here がすでにある。グループはリージョンごとに 1 つまでで、作成は失敗する。エンドポイントを Here にまとめるか、別のリージョンにすること。
`,
      { first: group("Here", "!Ref AWS::Region") },
    ),
    { messages: "ja" },
  ));

test("other Regions, other listeners, unknown ones", () => {
  checkRule(acceleratorDuplicateRegion, groups(group("More", "us-east-1")));
  checkRule(acceleratorDuplicateRegion, groups(group("More", "!Ref AWS::Region")));
  checkRule(acceleratorDuplicateRegion, groups(group("More", "ap-northeast-1", "!ImportValue listener")));
  checkRule(acceleratorDuplicateRegion, groups(group("More", "!ImportValue region")));
});

test("conditions that exclude each other", () => {
  const before = "Conditions: { Live: !Equals [!Ref AWS::Region, us-east-1], Test: !Not [!Condition Live] }\n";
  const when = (text: string, name: string): string => text.replace("Group\n", `Group\n    Condition: ${name}\n`);
  checkRule(
    acceleratorDuplicateRegion,
    groups(when(group("More", "ap-northeast-1"), "Live"), {
      before,
      first: when(group("Tokyo", "ap-northeast-1"), "Test"),
    }),
  );
});

test("a default Region is a warning", () =>
  checkRule(
    acceleratorDuplicateRegion,
    groups(
      `  More:
    Type: AWS::GlobalAccelerator::EndpointGroup
    Properties:
      ListenerArn: !Ref Web
      EndpointGroupRegion: !Ref Region
#                          ^^^^^^^^^^^ 💡 warning: With the default of Region (ap-northeast-1), More is for ap-northeast-1…
`,
      { before: "Parameters: { Region: { Type: String, Default: ap-northeast-1 } }\n" },
    ),
  ));

test("removes the second, where nothing names it", () => {
  checkFix(acceleratorDuplicateRegion, groups(group("More", "ap-northeast-1")), groups(""));
  checkNoFix(
    acceleratorDuplicateRegion,
    groups(group("More", "ap-northeast-1"), { more: "Outputs: { Id: { Value: !Ref More } }\n" }),
  );
});

test("removes it in JSON", () => {
  const json = (more: string): string => `{
  "Resources": {
    "One": {
      "Type": "AWS::GlobalAccelerator::EndpointGroup",
      "Properties": { "ListenerArn": "arn:1", "EndpointGroupRegion": "us-east-1" }
    }${more}
  }
}
`;
  checkFix(
    acceleratorDuplicateRegion,
    json(`,
    "Two": {
      "Type": "AWS::GlobalAccelerator::EndpointGroup",
      "Properties": { "ListenerArn": "arn:1", "EndpointGroupRegion": "us-east-1" }
    }`),
    json(""),
  );
});

test("a CDK program", () =>
  checkRule(
    acceleratorDuplicateRegion,
    typescript(
      `new globalaccelerator.CfnEndpointGroup(this, 'One', { listenerArn: 'arn:1', endpointGroupRegion: 'us-east-1' });
new globalaccelerator.CfnEndpointGroup(this, 'Two', { listenerArn: 'arn:1', endpointGroupRegion: 'us-east-1' });
//                                                                                               ^^^^^^^^^^^ 💡 error: Two is for us-east-1…`,
      ["globalaccelerator"],
    ),
  ));
