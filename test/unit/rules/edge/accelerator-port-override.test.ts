import { expect, test } from "vitest";
import { acceleratorPortOverride } from "../../../../server/src/rules/edge/accelerator-port-override.ts";
import { checkNoFix, checkRule, relatedPlaces } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const entry = (
  overrides: string,
  { more = "", before = "", ports = "{ FromPort: 80, ToPort: 81 }" } = {},
): string => `${before}Resources:
  Entry: { Type: AWS::GlobalAccelerator::Accelerator, Properties: { Name: entry } }
  Web:
    Type: AWS::GlobalAccelerator::Listener
    Properties: { AcceleratorArn: !Ref Entry, Protocol: TCP, PortRanges: [${ports}] }
  Tokyo:
    Type: AWS::GlobalAccelerator::EndpointGroup
    Properties:
      ListenerArn: !Ref Web
      EndpointGroupRegion: ap-northeast-1
      PortOverrides:
${overrides}
${more}`;
const game = (accelerator = "!Ref Entry"): string => `  Game:
    Type: AWS::GlobalAccelerator::Listener
    Properties: { AcceleratorArn: ${accelerator}, Protocol: UDP, PortRanges: [{ FromPort: 200, ToPort: 299 }] }
`;
const live = "Conditions: { Live: !Equals [!Ref AWS::Region, us-east-1] }\n";

test("a port that another listener takes", () => {
  checkRule(
    acceleratorPortOverride,
    entry(
      `        - { ListenerPort: 80, EndpointPort: 210 }
#                                           ^^^ error: Tokyo leads port 80 to 210, a port of Game (200–299). An override can't end at a port that a listener of the accelerator takes itself, so CloudFormation will fail. Choose a port outside all of them.`,
      { more: game() },
    ),
  );
  const text = entry("        - { ListenerPort: 80, EndpointPort: 210 }", { more: game() });
  expect(relatedPlaces(acceleratorPortOverride, text)).toEqual([
    '15:75 "{ FromPort: 200, ToPort: 299 }": The listener\'s ports',
  ]);
  checkNoFix(acceleratorPortOverride, text);
});

test("two ports to one, in Japanese", () =>
  checkRule(
    acceleratorPortOverride,
    entry(`        - { ListenerPort: 80, EndpointPort: 8080 }
        - { ListenerPort: 81, EndpointPort: 8080 }
#                                           ^^^^ error: Tokyo はポート 81 を 8080 に変換しているが、8080 にはすでにポート 80 が変換されている。1 つのエンドポイントポートに変換できるリスナーのポートは 1 つで、作成は失敗する。別のポートにすること。`),
    { messages: "ja" },
  ));

test("two ports to one in different groups", () =>
  checkRule(
    acceleratorPortOverride,
    entry("        - { ListenerPort: 80, EndpointPort: 8080 }", {
      more: `  Virginia:
    Type: AWS::GlobalAccelerator::EndpointGroup
    Properties:
      ListenerArn: !GetAtt Web.ListenerArn
      EndpointGroupRegion: us-east-1
      PortOverrides: [{ ListenerPort: 80, EndpointPort: 8080 }, { ListenerPort: 81, EndpointPort: 8080 }]
#                                                                                                 ^^^^ error: Virginia leads port 81 to 8080, to which port 80 is led already…
`,
    }),
  ));

test("a port that the listener doesn't take is a warning", () =>
  checkRule(
    acceleratorPortOverride,
    entry(`        - { ListenerPort: 443, EndpointPort: 8443 }
#                         ^^^ warning: Tokyo overrides port 443, which Web doesn't take (80–81). No traffic arrives there, so the override does nothing. Name a port of Web.`),
  ));

test("ports apart, another accelerator, unknown ports and listeners", () => {
  checkRule(
    acceleratorPortOverride,
    entry("        - { ListenerPort: 80, EndpointPort: 8080 }\n        - { ListenerPort: '81', EndpointPort: 8081 }", {
      more: game(),
    }),
  );
  checkRule(
    acceleratorPortOverride,
    entry("        - { ListenerPort: 80, EndpointPort: 210 }", { more: game("!ImportValue accelerator") }),
  );
  const before = "Parameters: { Port: { Type: Number }, Listener: { Type: String } }\n";
  checkRule(
    acceleratorPortOverride,
    entry("        - { ListenerPort: !Ref Port, EndpointPort: !Ref Port }", { before }),
  );
  checkRule(
    acceleratorPortOverride,
    entry("        - { ListenerPort: 443, EndpointPort: 8443 }", {
      before,
      ports: "{ FromPort: 80, ToPort: 80 }, { FromPort: !Ref Port, ToPort: !Ref Port }",
    }),
  );
  checkRule(
    acceleratorPortOverride,
    entry("        - { ListenerPort: 443, EndpointPort: 80 }", { before }).replace("!Ref Web", "!Ref Listener"),
  );
});

test("conditions that exclude each other", () =>
  checkRule(
    acceleratorPortOverride,
    entry(`        - !If [Live, { ListenerPort: 80, EndpointPort: 8080 }, { ListenerPort: 81, EndpointPort: 8080 }]`, {
      before: live,
    }),
  ));

test("a default port is a warning", () =>
  checkRule(
    acceleratorPortOverride,
    entry(
      `        - { ListenerPort: 80, EndpointPort: !Ref Port }
#                                           ^^^^^^^^^ warning: With the default of Port (81), Tokyo leads port 80 to 81, a port of Web (80–81)…`,
      { before: "Parameters: { Port: { Type: Number, Default: 81 } }\n" },
    ),
  ));

test("a CDK program", () =>
  checkRule(
    acceleratorPortOverride,
    typescript(
      `const web = new globalaccelerator.CfnListener(this, 'Web', { acceleratorArn: 'arn:1', protocol: 'TCP', portRanges: [{ fromPort: 80, toPort: 81 }] });
new globalaccelerator.CfnEndpointGroup(this, 'Tokyo', {
  listenerArn: web.ref,
  endpointGroupRegion: 'ap-northeast-1',
  portOverrides: [{ listenerPort: 80, endpointPort: 81 }],
//                                                  ^^ error: Tokyo leads port 80 to 81, a port of Web (80–81)…
});`,
      ["globalaccelerator"],
    ),
  ));
