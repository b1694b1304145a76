import { looksPublic } from "../../network/names.ts";
import { subnetKinds } from "../../network/routing.ts";
import { defineRule } from "../rule.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-subnet.html */
export const subnetMapPublicIpOnPrivate = defineRule({
  id: "subnet-map-public-ip-on-private",
  group: "addressing",
  severity: "warning",
  topic: "subnet",
  messages: {
    useless: {
      en: "{id} gives each instance a public IPv4 address, but its route table {table} leads to no internet gateway. The addresses are charged for and reach nothing. Set MapPublicIpOnLaunch to false.",
      ja: "{id} で起動するインスタンスにはパブリック IPv4 が付くが、ルートテーブル {table} にインターネットゲートウェイへのルートがない。料金がかかるだけで使えないため、MapPublicIpOnLaunch を false にすること。",
    },
  },
  check({ network }, report) {
    for (const subnet of network.subnets) {
      // A subnet that is public by name lacks the route instead: public-subnet-without-igw-route.
      if (looksPublic(subnet)) continue;
      for (const flag of subnet.mapPublicIp.known) {
        if (!flag.value) continue;
        for (const { kind, guard, because } of subnetKinds(network, subnet)) {
          const { table, target } = because;
          if ((kind !== "isolated" && kind !== "private-with-egress") || typeof table !== "object") continue;
          // Traffic that is inspected on its way leaves by an endpoint or an interface, and needs its public address.
          const property = target?.value.property;
          if (property === "VpcEndpointId" || property === "NetworkInterfaceId") continue;
          report({
            at: flag.span,
            message: "useless",
            data: { id: subnet.id, table: table.id },
            related: [
              { at: table.resource.idSpan, message: { en: "Its route table", ja: "このサブネットのルートテーブル" } },
            ],
            because: [subnet, flag, { guard }, ...(target ? [target] : [])],
            fixes: () => [
              {
                title: {
                  en: `Give no public addresses in ${subnet.id}`,
                  ja: `${subnet.id} でパブリック IP を付けない`,
                },
                edits: [{ kind: "set-property", resource: subnet.id, path: ["MapPublicIpOnLaunch"], value: false }],
                preferred: true,
              },
            ],
          });
        }
      }
    }
  },
});
