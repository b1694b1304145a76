import { defineRule, type Fix } from "../rule.ts";
import { destinationProperties, isWritten } from "./route-parts.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-route.html */
export const routeNoDestination = defineRule({
  id: "route-no-destination",
  group: "routing",
  severity: "error",
  topic: "route-table",
  messages: {
    none: {
      en: "{id} has no destination, so EC2 will refuse it. Say which traffic it is for: DestinationCidrBlock, DestinationIpv6CidrBlock or DestinationPrefixListId.",
      ja: "{id} に送信先がなく、EC2 は作成を拒否する。どの宛先のルートかを DestinationCidrBlock、DestinationIpv6CidrBlock、DestinationPrefixListId のどれかで指定すること。",
    },
  },
  check({ network }, report) {
    for (const route of network.routes) {
      const { id, resource } = route;
      for (const guard of route.destinations.absent) {
        report({
          at: resource.idSpan,
          message: "none",
          data: { id },
          because: [{ guard }],
          fixes: () => {
            if (destinationProperties.some((property) => isWritten(resource, property))) return [];
            return isWritten(resource, "EgressOnlyInternetGatewayId")
              ? [makeDefault("DestinationIpv6CidrBlock", "::/0")]
              : [makeDefault("DestinationCidrBlock", "0.0.0.0/0")];
          },
        });
      }

      function makeDefault(property: string, block: string): Fix {
        return {
          title: { en: `Make ${id} the default route (${block})`, ja: `${id} をデフォルトルートにする (${block})` },
          edits: [{ kind: "set-property", resource: id, path: [property], value: block }],
          preferred: true,
        };
      }
    }
  },
});
