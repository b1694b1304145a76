import { expect, test } from "vitest";
import { clientVpnSplitTunnelDefaultRoute } from "../../../../server/src/rules/connectivity/client-vpn-split-tunnel-default-route.ts";
import { checkFix, checkRule, fixTitles, relatedPlaces } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const vpn = (split: string, destination: string, before = ""): string => `${before}
Resources:
  Staff:
    Type: AWS::EC2::ClientVpnEndpoint
    Properties:
      ClientCidrBlock: 172.16.0.0/22
${split}
  Internet:
    Type: AWS::EC2::ClientVpnRoute
    Properties:
      ClientVpnEndpointId: !Ref Staff
      TargetVpcSubnetId: subnet-1
${destination}
`;
const on = "      SplitTunnel: true";
const all = "      DestinationCidrBlock: 0.0.0.0/0";

test("a default route into a split tunnel", () => {
  checkRule(
    clientVpnSplitTunnelDefaultRoute,
    vpn(
      on,
      `      DestinationCidrBlock: 0.0.0.0/0
#                           ^^^^^^^^^ 💡 warning: Internet sends everything (0.0.0.0/0) into Staff, which splits the tunnel to keep the rest out of it. AWS advises against the two together, because clients may lose their connection. Remove the route, or switch off SplitTunnel if all traffic is to pass the VPC.`,
    ),
  );
  expect(relatedPlaces(clientVpnSplitTunnelDefaultRoute, vpn(on, all))).toEqual([
    '7:20 "true": Staff splits the tunnel',
  ]);
});

test("IPv6, in Japanese", () =>
  checkRule(
    clientVpnSplitTunnelDefaultRoute,
    vpn(
      on,
      `      DestinationCidrBlock: "::/0"
#                           ^^^^^^ 💡 warning: Internet はすべての宛先 (::/0) を Staff に通すが…`,
    ),
    { messages: "ja" },
  ));

test("a full tunnel, a narrower route, an endpoint elsewhere", () => {
  checkRule(clientVpnSplitTunnelDefaultRoute, vpn("      SplitTunnel: false", all));
  checkRule(clientVpnSplitTunnelDefaultRoute, vpn("", all));
  checkRule(clientVpnSplitTunnelDefaultRoute, vpn(on, "      DestinationCidrBlock: 10.0.0.0/8"));
  checkRule(clientVpnSplitTunnelDefaultRoute, vpn(on, all).replace("!Ref Staff", "cvpn-endpoint-1"));
});

test("an unknown switch, and a route that is never there with it", () => {
  checkRule(
    clientVpnSplitTunnelDefaultRoute,
    vpn("      SplitTunnel: !Ref Split", all, "Parameters: { Split: { Type: String } }"),
  );
  checkRule(
    clientVpnSplitTunnelDefaultRoute,
    vpn(
      "      SplitTunnel: !If [Full, false, true]",
      "      DestinationCidrBlock: !If [Full, 0.0.0.0/0, 10.0.0.0/8]",
      "Conditions: { Full: !Equals [!Ref AWS::Region, us-east-1] }",
    ),
  );
});

test("a parameter's default says so, and is not switched", () => {
  const before = "Parameters: { Split: { Type: String, Default: 'true' } }";
  checkRule(
    clientVpnSplitTunnelDefaultRoute,
    vpn(
      "      SplitTunnel: !Ref Split",
      `      DestinationCidrBlock: 0.0.0.0/0
#                           ^^^^^^^^^ 💡 warning: With the default of Split (true), Internet sends everything…`,
      before,
    ),
  );
  expect(fixTitles(clientVpnSplitTunnelDefaultRoute, vpn("      SplitTunnel: !Ref Split", all, before))).toEqual([
    "Remove Internet",
  ]);
});

test("removes the route, or opens the tunnel for everything", () => {
  checkFix(
    clientVpnSplitTunnelDefaultRoute,
    vpn(on, all),
    `
Resources:
  Staff:
    Type: AWS::EC2::ClientVpnEndpoint
    Properties:
      ClientCidrBlock: 172.16.0.0/22
      SplitTunnel: true
`,
  );
  checkFix(clientVpnSplitTunnelDefaultRoute, vpn(on, all), vpn("      SplitTunnel: false", all), {
    title: "Send all traffic",
  });
});

test("a CDK program", () =>
  checkRule(
    clientVpnSplitTunnelDefaultRoute,
    typescript(`const staff = new ec2.CfnClientVpnEndpoint(this, 'Staff', {
  clientCidrBlock: '172.16.0.0/22',
  splitTunnel: true,
});
new ec2.CfnClientVpnRoute(this, 'Internet', {
  clientVpnEndpointId: staff.ref,
  targetVpcSubnetId: 'subnet-1',
  destinationCidrBlock: '0.0.0.0/0',
//                      ^^^^^^^^^^^ 💡 warning: Internet sends everything (0.0.0.0/0) into Staff…
});`),
  ));
