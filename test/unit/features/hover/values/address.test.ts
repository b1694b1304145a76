import { describe, expect, test } from "vitest";
import { hoverInCode, hoverOn } from "../../../../support/check-hover.ts";
import { typescript } from "../../../../support/programs.ts";
import { jsonResource, resource } from "../../../../support/templates.ts";

const network = (address: string) => `Resources:
  V: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  S: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref V, CidrBlock: 10.0.1.0/24 } }
  E: { Type: AWS::EC2::NetworkInterface, Properties: { SubnetId: !Ref S, PrivateIpAddress: ${address} } }
`;

describe("an address in a subnet", () => {
  test.each([
    ["10.0.1.$00", "Network address of *S*"],
    ["10.0.1.$01", "Address of the VPC router in *S*"],
    ["10.0.1.$02", "kept by AWS for DNS"],
    ["10.0.1.$03", "kept by AWS for future use"],
    ["10.0.1.25$05", "Last address of *S*"],
  ])("%s", async (address, meaning) => {
    expect((await hoverOn(network(address)))?.markdown).toContain(meaning);
  });

  test("that is free is no more than private", async () => {
    const shown = await hoverOn(network("10.0.1.$07"), { language: "ja" });
    expect(shown?.markdown).toContain("`10.0.0.0/8` の中 · プライベート (RFC 1918)");
    expect(shown?.markdown).not.toContain("⚠");
  });

  test("whose subnet is not known is not judged", async () => {
    const shown = await hoverOn(network("10.0.1.$01").replace("!Ref S", "subnet-1"));
    expect(shown?.markdown).not.toContain("⚠");
  });
});

test.each([
  ["169.254.169.$0253", "Route 53 Resolver"],
  ["169.254.169.$0123", "Amazon Time Sync Service"],
  ["169.254.169.$0254", "instance metadata (IMDS)"],
  ["fd00:ec2::$0253", "Route 53 Resolver"],
  ["10.0.0.$02", "private (RFC 1918)"],
  ["203.0.113.$09", "for documentation"],
])("a DNS server %s", async (address, meaning) => {
  const shown = await hoverOn(resource("AWS::EC2::DHCPOptions", `DomainNameServers: ["${address}"]`));
  expect(shown?.markdown).toContain(meaning);
});

test("a VPC's own resolver is told from any other address", async () => {
  const template = `Resources:
  V: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  D: { Type: AWS::EC2::DHCPOptions, Properties: { DomainNameServers: [10.0.0.$02] } }
`;
  expect((await hoverOn(template))?.markdown).toContain("Resolver of *V*");
});

describe("a block with a meaning of its own", () => {
  test.each([
    ["172.17.$00.0/16", "Docker's default bridge"],
    ["100.64.$01.0/24", "in `100.64.0.0/10` · shared address space (RFC 6598)"],
    ["198.18.$00.0/15", "for benchmarks"],
    ["240.0.$00.0/4", "reserved"],
    ["224.0.0.$00/4", "multicast"],
    ["127.0.0.$01/32", "in `127.0.0.0/8` · loopback"],
  ])("%s", async (block, meaning) => {
    const shown = await hoverOn(resource("AWS::EC2::VPC", `CidrBlock: ${block}`));
    expect(shown?.markdown).toContain(meaning);
    expect(shown?.markdown).toMatch(/addresses|one address/);
  });

  test("of public addresses says no more than its range", async () => {
    const shown = await hoverOn(resource("AWS::EC2::VPC", "CidrBlock: 8.8.$00.0/16"));
    expect(shown?.markdown).toBe("`8.8.0.0/16` · 8.8.0.0 – 8.8.255.255 · 65,536 addresses");
  });

  test("of everybody means something different in a rule and in a route", async () => {
    const ingress = jsonResource("AWS::EC2::SecurityGroup", `"SecurityGroupIngress": [{ "CidrIp": "0.0.0.$00/0" }]`);
    const shown = await hoverOn(ingress, { notation: "json" });
    expect(shown?.markdown).toContain("anyone may connect");
    expect(shown?.markdown).not.toContain("route");
    const route = await hoverOn(resource("AWS::EC2::Route", "DestinationCidrBlock: 0.0.0.$00/0"));
    expect(route?.markdown).toContain("default route");
  });

  test("of NAT64 tells how it is used", async () => {
    const shown = await hoverOn(resource("AWS::EC2::Route", `DestinationIpv6CidrBlock: "64:ff9b::$0/96"`));
    expect(shown?.markdown).toContain("DNS64");
  });
});

test("in a CDK program", async () => {
  const shown = await hoverInCode(typescript("sg.addIngressRule(ec2.Peer.ipv4('192.168.$00.0/16'), port);"));
  expect(shown?.markdown).toContain("private (RFC 1918)");
});

test("what is no address says nothing of its own", async () => {
  const shown = await hoverOn(resource("AWS::EC2::NetworkInterface", "PrivateIpAddress: 10.0.0.9$099"));
  expect(shown?.markdown).toMatch(/^\*\*PrivateIpAddress\*\*/);
});
