import { propertyOf } from "../../template/expression.ts";
import { defineRule } from "../rule.ts";
import { completedInterface } from "./endpoint-parts.ts";
import { mayHaveGateway, servicesOf, waysOfType } from "./endpoint-types.ts";

/** https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html */
export const vpceTypeMismatch = defineRule({
  id: "vpce-type-mismatch",
  group: "endpoints",
  severity: "error",
  topic: "privatelink",
  messages: {
    written: {
      en: "{id} is a gateway endpoint, and {service} has none: only S3 and DynamoDB do. The stack will fail. Make {id} an Interface endpoint.",
      ja: "{id} はゲートウェイ型だが、{service} にゲートウェイエンドポイントはない (あるのは S3 と DynamoDB だけ)。作成は失敗する。Interface にすること。",
    },
    default: {
      en: "{id} has no VpcEndpointType, which makes it a gateway endpoint, and {service} has none: only S3 and DynamoDB do. The stack will fail. Set VpcEndpointType to Interface.",
      ja: "{id} は VpcEndpointType がなく、既定のゲートウェイ型になる。{service} にゲートウェイエンドポイントはなく (あるのは S3 と DynamoDB だけ)、作成は失敗する。VpcEndpointType を Interface にすること。",
    },
  },
  check({ network, evaluator }, report) {
    for (const endpoint of network.endpoints) {
      for (const { written, because } of waysOfType(endpoint, "Gateway")) {
        for (const service of servicesOf(evaluator, endpoint)) {
          if (mayHaveGateway(service.service)) continue;
          const { id } = endpoint;
          report({
            at: written?.span ?? service.span,
            message: written ? "written" : "default",
            data: { id, service: service.service },
            related: written
              ? [
                  {
                    at: service.span,
                    message: { en: `The service is ${service.service}`, ja: `サービスは ${service.service}` },
                  },
                ]
              : [],
            because: [...because, service],
            fixes: () => {
              const type = propertyOf(endpoint.resource.properties, "VpcEndpointType")?.value;
              const others = completedInterface(network, endpoint);
              if (!others || (type && type.kind !== "scalar")) return [];
              return [
                {
                  title: { en: `Make ${id} an Interface endpoint`, ja: `${id} を Interface エンドポイントにする` },
                  edits: [
                    { kind: "set-property", resource: id, path: ["VpcEndpointType"], value: "Interface" },
                    ...others,
                  ],
                  preferred: true,
                },
              ];
            },
          });
        }
      }
    }
  },
});
