import { type Cidr, containsAddress, parseAddress, parseCidr } from "../../base/cidr.ts";
import { propertyFacts } from "../../network/facts.ts";
import { readLink } from "../../network/links.ts";
import type { Entity, Network } from "../../network/model.ts";
import { textOf } from "../../template/values.ts";
import { linkedEntities, waysOfProperty } from "../basis.ts";
import { defineRule } from "../rule.ts";
import { presence } from "../ways-at.ts";
import { entitiesOfType } from "./transit-gateway-tables.ts";

/** RFC 1918, RFC 6598. */
const privateRanges = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"].flatMap((text): Cidr[] => {
  const parsed = parseCidr(text);
  return parsed.ok ? [parsed.cidr] : [];
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-customergateway.html */
export const cgwAddressPrivate = defineRule({
  id: "cgw-address-private",
  group: "connectivity",
  severity: "warning",
  topic: "customer-gateway",
  messages: {
    private: {
      en: "{id} has the private address {address}, which {connection} can't reach over the internet. Write the public address of your device or of the NAT device before it. For a VPN over Direct Connect set OutsideIpAddressType: PrivateIpv4 on {connection}.",
      ja: "{id} の IP アドレス {address} はプライベートで、{connection} からインターネット経由で届かない。機器か、その手前の NAT 装置のパブリック IP を書くこと。Direct Connect 上の VPN なら、{connection} に OutsideIpAddressType: PrivateIpv4 を指定する。",
    },
  },
  check({ network, evaluator }, report) {
    const users = connectionsOf(network);
    for (const gateway of entitiesOfType(network, "AWS::EC2::CustomerGateway")) {
      const connections = users.get(gateway.id) ?? [];
      const [connection] = connections;
      // Who else uses it may want the address as it is.
      if (!connection || network.isExposed(gateway.id) || connections.some(({ mayBePrivate }) => mayBePrivate))
        continue;
      const certificate = presence(evaluator, gateway.resource, "CertificateArn");
      for (const way of waysOfProperty(evaluator, gateway.resource, "IpAddress")) {
        const address = textOf(way.value)?.trim();
        const parsed = address === undefined ? undefined : parseAddress(address);
        if (address === undefined || parsed?.family !== 4) continue;
        if (!privateRanges.some((range) => containsAddress(range, parsed.value))) continue;
        for (const guard of certificate.absent) {
          report({
            at: way.span,
            message: "private",
            data: { id: gateway.id, address, connection: connection.id },
            related: [{ at: connection.resource.idSpan, message: { en: "The VPN connection", ja: "VPN 接続" } }],
            because: [way, { guard }, connection, { guard: connection.link }],
          });
        }
      }
    }
  },
});

interface User extends Entity {
  readonly link: Entity["guard"];
  /** Its tunnels may end at private addresses. */
  readonly mayBePrivate: boolean;
}

/** The VPN connections by the logical ID of their customer gateway. */
function connectionsOf(network: Network): ReadonlyMap<string, readonly User[]> {
  const { evaluator } = network;
  const gateways = new Map(entitiesOfType(network, "AWS::EC2::CustomerGateway").map((each) => [each.id, each]));
  const users = new Map<string, User[]>();
  for (const connection of entitiesOfType(network, "AWS::EC2::VPNConnection")) {
    const mayBePrivate =
      connection.resource.open ||
      waysOfProperty(evaluator, connection.resource, "OutsideIpAddressType").some(
        ({ value }) => textOf(value)?.toLowerCase() !== "publicipv4",
      );
    const links = propertyFacts(evaluator, connection, "CustomerGatewayId", readLink(evaluator.template, gateways));
    for (const { entity, fact } of linkedEntities(links)) {
      users.set(entity.id, [...(users.get(entity.id) ?? []), { ...connection, link: fact.guard, mayBePrivate }]);
    }
  }
  return users;
}
