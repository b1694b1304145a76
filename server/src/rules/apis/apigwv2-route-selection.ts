import { defineRule } from "../rule.ts";
import { protocolsOf } from "./http-api.ts";
import { readAnything, resourcesOf, settingOf } from "./parts.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-api.html */
export const apigwv2RouteSelection = defineRule({
  id: "apigwv2-route-selection",
  group: "apis",
  severity: "error",
  topic: "api-gateway",
  messages: {
    missing: {
      en: "{id} is a WebSocket API but does not say which part of a message chooses the route, so the stack will fail. Set RouteSelectionExpression, usually $request.body.action.",
      ja: "{id} は WebSocket API だが、メッセージのどの部分でルートを選ぶかの指定がなく、作成は失敗する。RouteSelectionExpression を指定すること。一般的なのは $request.body.action。",
    },
  },
  check({ evaluator }, report) {
    for (const api of resourcesOf(evaluator, "AWS::ApiGatewayV2::Api")) {
      const { id } = api.owner;
      const expression = settingOf(evaluator, api, "RouteSelectionExpression", readAnything(evaluator));
      for (const { because, protocol, written } of protocolsOf(evaluator, api)) {
        if (protocol !== "WEBSOCKET" || !written) continue;
        for (const guard of expression.absent) {
          report({
            at: written.span,
            message: "missing",
            data: { id },
            because: [...because, { guard }],
            fixes: () => [
              {
                title: {
                  en: `Route messages of ${id} by their "action"`,
                  ja: `${id} のメッセージを "action" で振り分ける`,
                },
                edits: [
                  {
                    kind: "set-property",
                    resource: id,
                    path: ["RouteSelectionExpression"],
                    value: "$request.body.action",
                  },
                ],
                preferred: true,
              },
            ],
          });
        }
      }
    }
  },
});
