import { describe, expect, test } from "vitest";
import { hoverInCode, hoverOn } from "../../../../support/check-hover.ts";
import { python, typescript } from "../../../../support/programs.ts";
import { jsonResource, resource } from "../../../../support/templates.ts";

describe("words of enumerations", () => {
  test.each([
    ["AWS::EC2::NatGateway", "ConnectivityType: pri$0vate", "no way to the internet"],
    ["AWS::EC2::VPCEndpoint", "VpcEndpointType: Inter$0face", "a network interface in each subnet"],
    ["AWS::EC2::VPC", "InstanceTenancy: dedi$0cated", "dedicated hardware"],
    ["AWS::EC2::TransitGateway", "DefaultRouteTableAssociation: dis$0able", "associated by hand"],
    ["AWS::DirectConnect::Connection", "Bandwidth: 100$0Gbps", "MACsec at selected locations"],
    ["AWS::DirectConnect::Connection", "Bandwidth: 500$0Mbps", "hosted connections"],
    ["AWS::DirectConnect::PrivateVirtualInterface", "Mtu: 90$001", "AWS's pages differ"],
    ["AWS::DirectConnect::TransitVirtualInterface", "Mtu: 90$001", "only in CloudFormation's reference"],
    ["AWS::ElasticLoadBalancingV2::Listener", "Protocol: TCP$0_UDP", "TCP and UDP on one port"],
    ["AWS::GlobalAccelerator::Listener", "ClientAffinity: SOURCE$0_IP", "keeps its endpoint"],
    ["AWS::ApiGateway::GatewayResponse", "ResponseType: THROT$0TLED", "429"],
    ["AWS::ApiGateway::RestApi", "EndpointConfiguration: { Types: [ED$0GE] }", "edge-optimized"],
    ["AWS::ApiGateway::Method", "Integration: { Type: AWS_PRO$0XY }", "Lambda proxy"],
    ["AWS::ApiGateway::Stage", "CacheClusterSize: '0.$05'", "0.5 GB"],
    ["AWS::AppSync::GraphQLApi", "AuthenticationType: API_$0KEY", "a key that expires"],
    ["AWS::EC2::VPNConnection", "TunnelBandwidth: lar$0ge", "up to 5 Gbps"],
    ["AWS::StorageGateway::TapePool", "RetentionLockType: COMP$0LIANCE", "nobody can remove"],
  ])("%s %s", async (type, properties, meaning) => {
    const shown = await hoverOn(resource(type, properties));
    expect(shown?.markdown).toMatch(/^`/);
    expect(shown?.markdown).toContain(meaning);
    expect(shown?.markdown).toMatch(/Sources: \[.+\]\(https:/);
  });

  test("with facts that concern this value, and in Japanese", async () => {
    const shown = await hoverOn(jsonResource("AWS::EC2::NatGateway", `"ConnectivityType": "pub$0lic"`), {
      notation: "json",
      language: "ja",
    });
    expect(shown?.markdown).toMatch(/^`public` · インターネット向け/);
    expect(shown?.markdown.match(/^- /gm)?.length).toBe(2);
    expect(shown?.markdown).toContain("[トピックを開く](command:topic?nat-gateway-connectivity)");
  });

  test("a word that is none of them shows the property", async () => {
    const shown = await hoverOn(resource("AWS::EC2::NatGateway", "ConnectivityType: semi$0private"));
    expect(shown?.markdown).toMatch(/^\*\*ConnectivityType\*\*/);
  });

  test("what the deployment decides is not guessed", async () => {
    const template = `Parameters:\n  P: { Type: String }\n${resource("AWS::EC2::NatGateway", "ConnectivityType: !Ref P$0")}`;
    expect((await hoverOn(template))?.markdown).toMatch(/^\*\*P\*\* · parameter · `String`\n\nNo default/);
  });

  test("members of the CDK's enums", async () => {
    const isolated = await hoverInCode(typescript("const t = ec2.SubnetType.PRIVATE_ISO$0LATED;"));
    expect(isolated?.markdown).toContain("no way to the internet");
    const egress = await hoverInCode(python("t = ec2.SubnetType.PRIVATE_WITH$0_EGRESS"), { program: "python" });
    expect(egress?.markdown).toContain("NAT gateways");
    const l1 = await hoverInCode(typescript("new ec2.CfnNatGateway(this, 'N', { connectivityType: 'pri$0vate' });"));
    expect(l1?.markdown).toContain("no way to the internet");
  });
});

describe("numbers with bounds", () => {
  const ttl = (value: string) => resource("AWS::ApiGateway::Authorizer", `AuthorizerResultTtlInSeconds: ${value}`);

  test("the default, the bounds, and what 0 means", async () => {
    expect((await hoverOn(ttl("30$00")))?.markdown).toMatch(/^`300` · the default · 0 to 3,600 s\n/);
    expect((await hoverOn(ttl("60$00")))?.markdown).toMatch(/^`600`/);
    expect((await hoverOn(ttl("$00")))?.markdown).toContain("No caching");
    expect((await hoverOn(ttl("$00"), { language: "ja" }))?.markdown).toContain("0〜3,600 秒 · 既定値 `300`");
  });

  test.each(["3$0601", "-$05", "999999$099999"])("%s is outside", async (value) => {
    expect((await hoverOn(ttl(value)))?.markdown).toContain("⚠ Outside");
  });

  test("what is no number shows the property", async () => {
    expect((await hoverOn(ttl("so$0on")))?.markdown).toMatch(/^\*\*AuthorizerResultTtlInSeconds\*\*/);
  });

  test("a timeout tells what changed", async () => {
    const shown = await hoverOn(resource("AWS::ApiGateway::Method", "Integration: { TimeoutInMillis: 60$0000 }"));
    expect(shown?.markdown).toContain("since June 2024");
    expect(shown?.markdown).not.toContain("⚠");
  });

  test("a VLAN", async () => {
    const vlan = (id: string) => resource("AWS::DirectConnect::PrivateVirtualInterface", `Vlan: ${id}`);
    expect((await hoverOn(vlan("10$01")))?.markdown).toMatch(/^`101` · 1 to 4,094/);
    expect((await hoverOn(vlan("40$095")))?.markdown).toContain("⚠ Outside");
  });
});
