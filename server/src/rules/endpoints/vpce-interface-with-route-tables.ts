import { keySpan } from "../routing/route-parts.ts";
import { defineRule } from "../rule.ts";
import { givenIds, waysOfType } from "./endpoint-types.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcendpoint.html */
export const vpceInterfaceWithRouteTables = defineRule({
  id: "vpce-interface-with-route-tables",
  group: "endpoints",
  severity: "error",
  topic: "on-prem-private-access",
  messages: {
    given: {
      en: "{id} is an interface endpoint, which clients reach by its addresses and not by a route, so it takes no route tables. The stack will fail. Remove RouteTableIds.",
      ja: "{id} はインターフェイス型。クライアントはルートではなくその IP アドレスに接続するので、ルートテーブルは指定できず、作成は失敗する。RouteTableIds を削除すること。",
    },
  },
  check({ network }, report) {
    for (const endpoint of network.endpoints) {
      const { id } = endpoint;
      for (const { written, because } of waysOfType(endpoint, "Interface")) {
        for (const tables of givenIds(network, endpoint, "RouteTableIds").known) {
          report({
            at: keySpan(endpoint.resource, "RouteTableIds"),
            message: "given",
            data: { id },
            related: written
              ? [
                  {
                    at: written.span,
                    message: { en: `${id} is an interface endpoint`, ja: `${id} はインターフェイス型` },
                  },
                ]
              : [],
            because: [...because, tables],
            fixes: () => [
              {
                title: { en: `Remove RouteTableIds from ${id}`, ja: `${id} の RouteTableIds を削除する` },
                edits: [{ kind: "remove-property", resource: id, path: ["RouteTableIds"] }],
                preferred: true,
              },
            ],
          });
        }
      }
    }
  },
});
