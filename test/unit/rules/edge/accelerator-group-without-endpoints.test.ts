import { test } from "vitest";
import { acceleratorGroupWithoutEndpoints } from "../../../../server/src/rules/edge/accelerator-group-without-endpoints.ts";
import { checkNoFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const group = (properties: string, before = "", after = ""): string => `${before}Resources:
  Tokyo:
    Type: AWS::GlobalAccelerator::EndpointGroup
    Properties:
      ListenerArn: arn:aws:globalaccelerator::111122223333:accelerator/a/listener/l
      EndpointGroupRegion: ap-northeast-1
${properties}${after}`;
const conditions = `Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
`;
const marked = (text: string, mark: string): string => text.replace("  Tokyo:\n", `  Tokyo:\n# ^^^^^ ${mark}\n`);

test("no endpoints", () => {
  checkRule(
    acceleratorGroupWithoutEndpoints,
    marked(
      group(""),
      "warning: Tokyo has no endpoints, so no traffic arrives in its Region. List load balancers, instances or Elastic IPs in EndpointConfigurations.",
    ),
  );
  checkNoFix(acceleratorGroupWithoutEndpoints, group(""));
});

test("an empty list, in Japanese", () =>
  checkRule(
    acceleratorGroupWithoutEndpoints,
    marked(group("      EndpointConfigurations: []\n"), "warning: Tokyo にエンドポイントがなく、…"),
    { messages: "ja" },
  ));

test("no endpoints in one case", () =>
  checkRule(
    acceleratorGroupWithoutEndpoints,
    marked(
      group("      EndpointConfigurations: !If [Prod, [{ EndpointId: i-1 }], !Ref AWS::NoValue]\n", conditions),
      "warning: When Prod is false: Tokyo has no endpoints…",
    ),
  ));

test.each([
  ["an endpoint", group("      EndpointConfigurations: [{ EndpointId: i-1 }]\n")],
  ["an unknown endpoint", group("      EndpointConfigurations: [{ EndpointId: !ImportValue Alb }]\n")],
  [
    "an endpoint in each case",
    group("      EndpointConfigurations: [!If [Prod, { EndpointId: i-1 }, { EndpointId: i-2 }]]\n", conditions),
  ],
  ["a transform", group("      Fn::Transform: { Name: Endpoints }\n")],
  ["a group that others know", group("", "", "Outputs:\n  Group: { Value: !Ref Tokyo }\n")],
  [
    "a group that a function of the template knows",
    group(
      "",
      "",
      "  Filler: { Type: AWS::Lambda::Function, Properties: { Environment: { Variables: { GROUP: !Ref Tokyo } } } }\n",
    ),
  ],
  [
    "a group that a custom resource fills",
    group("", "", "  Filler: { Type: Custom::Endpoints, Properties: { ServiceToken: t, Group: !Ref Tokyo } }\n"),
  ],
])("%s", (_, text) => checkRule(acceleratorGroupWithoutEndpoints, text));

test("a CDK program", () =>
  checkRule(
    acceleratorGroupWithoutEndpoints,
    typescript(
      `new globalaccelerator.CfnEndpointGroup(this, 'Tokyo', { listenerArn: 'l', endpointGroupRegion: 'r' });
//                                            ^^^^^ warning: Tokyo has no endpoints…`,
      ["globalaccelerator"],
    ),
  ));
