import { routeTargetProperties } from "../../network/model.ts";
import { defineRule } from "../rule.ts";
import { setTarget, targetChoices } from "./route-choices.ts";
import { destinationText, isWritten } from "./route-parts.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-route.html */
export const routeNoTarget = defineRule({
  id: "route-no-target",
  group: "routing",
  severity: "error",
  topic: "route-table",
  messages: {
    none: {
      en: "{id} has no target, so EC2 will refuse it. Give it exactly one, such as GatewayId or NatGatewayId.",
      ja: "{id} にターゲットがなく、EC2 は作成を拒否する。GatewayId や NatGatewayId などを 1 つだけ指定すること。",
    },
    noneFor: {
      en: "{id} says nothing about where traffic for {destination} should go, so EC2 will refuse it. Give it exactly one target, such as GatewayId or NatGatewayId.",
      ja: "{id} には {destination} 宛ての送り先がなく、EC2 は作成を拒否する。GatewayId や NatGatewayId などのターゲットを 1 つだけ指定すること。",
    },
  },
  check({ network }, report) {
    for (const route of network.routes) {
      const { resource } = route;
      const [destination] = route.destinations.known;
      const family = destination?.value.kind === "cidr" ? destination.value.family : 4;
      for (const guard of route.targets.absent) {
        report({
          at: resource.idSpan,
          message: destination ? "noneFor" : "none",
          data: { id: route.id, destination: destination ? destinationText(destination.value) : "" },
          because: [{ guard }],
          fixes: () => {
            if (routeTargetProperties.some((property) => isWritten(resource, property))) return [];
            const choices = targetChoices(network, route, family);
            return choices.map((choice) => ({
              title: {
                en: `Lead ${route.id} to ${choice.entity.id}`,
                ja: `${route.id} を ${choice.entity.id} に向ける`,
              },
              edits: setTarget(network, route, choice),
              preferred: choices.length === 1,
            }));
          },
        });
      }
    }
  },
});
