import { defineRule } from "../rule.ts";
import { endpointTypes } from "./endpoint-type.ts";
import { basisOf, itemsOfSetting, partsIn, readAnything, resourcesOf } from "./parts.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-apigateway-restapi-endpointconfiguration.html */
export const apigwVpceIdsNotPrivate = defineRule({
  id: "apigw-vpce-ids-not-private",
  group: "apis",
  severity: "error",
  topic: "api-gateway-private-api",
  messages: {
    notPrivate: {
      en: "{id} is {type} but lists VPC endpoints, which belong to private APIs only. The stack will fail. Make {id} PRIVATE if only VPCs may call it, else remove VpcEndpointIds.",
      ja: "{id} は {type} なのに VpcEndpointIds がある。VPC エンドポイントを関連付けられるのはプライベート API だけで、作成は失敗する。VPC の中だけで使うなら PRIVATE にし、そうでなければ VpcEndpointIds を外すこと。",
    },
  },
  check({ evaluator }, report) {
    for (const api of resourcesOf(evaluator, "AWS::ApiGateway::RestApi")) {
      const types = endpointTypes(evaluator, api).filter(({ type }) => type !== "PRIVATE");
      for (const configuration of partsIn(evaluator, api, "EndpointConfiguration")) {
        const [endpoint] = itemsOfSetting(evaluator, configuration, "VpcEndpointIds", readAnything(evaluator)).known;
        if (!endpoint) continue;
        for (const { because, type, written } of types) {
          const { id } = api.owner;
          report({
            at: endpoint.span,
            message: "notPrivate",
            data: {
              id,
              type: written ? type : { en: `${type} (the default)`, ja: `${type} (既定)` },
            },
            related: written
              ? [{ at: written.span, message: { en: "The endpoint type", ja: "エンドポイントタイプ" } }]
              : [],
            because: [...basisOf(configuration), endpoint, ...because],
            fixes: () => [
              {
                title: { en: `Remove VpcEndpointIds from ${id}`, ja: `${id} の VpcEndpointIds を削除する` },
                edits: [{ kind: "remove-property", resource: id, path: ["EndpointConfiguration", "VpcEndpointIds"] }],
              },
            ],
          });
        }
      }
    }
  },
});
