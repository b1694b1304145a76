import { itemFacts } from "../../network/facts.ts";
import { refTo } from "../../template/edit.ts";
import { allGuards, pairsOf } from "../basis.ts";
import { keySpan } from "../routing/route-parts.ts";
import { defineRule } from "../rule.ts";
import { listed } from "../wording.ts";
import { oneSubnetPerZone } from "./endpoint-parts.ts";
import { givenIds, waysOfType } from "./endpoint-types.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcendpoint.html */
export const vpceInterfaceWithoutSubnets = defineRule({
  id: "vpce-interface-without-subnets",
  group: "endpoints",
  severity: "error",
  topic: "privatelink",
  messages: {
    none: {
      en: "{id} names no subnet, so it gets no network interface and nobody reaches the service through it. List SubnetIds, one subnet in each zone.",
      ja: "{id} にサブネットの指定がない。ENI が作られず、これを経由してサービスに届くことはない。SubnetIds に AZ ごとに 1 つのサブネットを書くこと。",
    },
    several: {
      en: "{id} is a Gateway Load Balancer endpoint, which takes one subnet, and is given more. The stack will fail. Make one endpoint for each zone.",
      ja: "{id} は Gateway Load Balancer エンドポイントで、サブネットは 1 つしか指定できない。2 つ以上では作成が失敗する。AZ ごとに別のエンドポイントを作ること。",
    },
  },
  check({ network, evaluator }, report) {
    for (const endpoint of network.endpoints) {
      const { id, resource } = endpoint;
      for (const { written, because } of waysOfType(endpoint, "Interface", "GatewayLoadBalancer")) {
        for (const guard of givenIds(network, endpoint, "SubnetIds").absent) {
          report({
            at: resource.idSpan,
            message: "none",
            data: { id },
            because: [...because, { guard }],
            fixes: () => {
              const all = oneSubnetPerZone(network, endpoint);
              const subnets = written?.value === "Interface" ? all : all.slice(0, 1);
              if (subnets.length === 0 || resource.properties.properties.some(({ key }) => key === "SubnetIds"))
                return [];
              const names = listed(subnets.map((subnet) => subnet.id));
              const value = subnets.map((subnet) => refTo(subnet.id));
              return [
                {
                  title: { en: `Put ${id} in ${names.en}`, ja: `${id} を ${names.ja} に置く` },
                  edits: [{ kind: "set-property", resource: id, path: ["SubnetIds"], value }],
                  preferred: true,
                },
              ];
            },
          });
        }
        if (written?.value !== "GatewayLoadBalancer") continue;
        const items = itemFacts(evaluator, endpoint, "SubnetIds", () => true);
        const together = [...pairsOf(items.known)].find(([a, b]) =>
          allGuards(
            evaluator.conditions,
            [...because, a, b].map(({ guard }) => guard),
          ),
        );
        if (!together) continue;
        report({
          at: keySpan(resource, "SubnetIds"),
          message: "several",
          data: { id },
          because: [...because, ...together],
        });
      }
    }
  },
});
