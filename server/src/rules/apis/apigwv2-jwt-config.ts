import { readOneOf } from "../../network/facts.ts";
import { isWritten } from "../routing/route-parts.ts";
import { defineRule, type Fix } from "../rule.ts";
import { protocolsOfApiOf } from "./http-api.ts";
import { type Part, readAnything, resourcesOf, settingOf } from "./parts.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-authorizer.html */
export const apigwv2JwtConfig = defineRule({
  id: "apigwv2-jwt-config",
  group: "apis",
  severity: "error",
  topic: "api-gateway-lambda-authorizer",
  messages: {
    noConfiguration: {
      en: "{id} is a JWT authorizer without JwtConfiguration, so it doesn't know whose tokens to accept, and CloudFormation will fail. Give it the Issuer and the Audience of your identity provider.",
      ja: "{id} は JWT オーソライザーなのに JwtConfiguration がない。どの発行者のトークンを受け入れるか決まらず、作成は失敗する。ID プロバイダーの Issuer と Audience を指定すること。",
    },
    noSource: {
      en: "{id} is a JWT authorizer without IdentitySource, so it doesn't know where the token is, and CloudFormation will fail. Usually that is $request.header.Authorization.",
      ja: "{id} は JWT オーソライザーなのに IdentitySource がない。トークンの場所が決まらず、作成は失敗する。通常は $request.header.Authorization を指定する。",
    },
    noFormat: {
      en: "{id} is a Lambda authorizer of the HTTP API {api} without AuthorizerPayloadFormatVersion, which HTTP APIs require. CloudFormation will fail. Write the version that your function reads, 2.0 or 1.0.",
      ja: "{id} は HTTP API {api} の Lambda オーソライザーなのに、必須の AuthorizerPayloadFormatVersion がない。作成は失敗する。関数が読む形式に合わせて 2.0 か 1.0 を指定すること。",
    },
    onWebSocket: {
      en: "{id} is a JWT authorizer, but {api} is a WebSocket API, and only HTTP APIs take JWT authorizers. CloudFormation will fail. Use a Lambda authorizer (REQUEST) that checks the token.",
      ja: "{id} は JWT オーソライザーだが、{api} は WebSocket API。JWT オーソライザーを使えるのは HTTP API だけで、作成は失敗する。トークンを検証する Lambda オーソライザー (REQUEST) を使うこと。",
    },
  },
  check({ evaluator }, report) {
    for (const authorizer of resourcesOf(evaluator, "AWS::ApiGatewayV2::Authorizer")) {
      const { owner } = authorizer;
      const { id } = owner;
      const missing = (name: string) => settingOf(evaluator, authorizer, name, readAnything(evaluator)).absent;
      const apis = protocolsOfApiOf(evaluator, authorizer);
      const api = evaluatorApi(evaluator, authorizer);
      for (const type of settingOf(evaluator, authorizer, "AuthorizerType", readOneOf("JWT", "REQUEST")).known) {
        const because = [owner, type];
        if (type.value === "JWT") {
          for (const guard of missing("JwtConfiguration")) {
            report({ at: type.span, message: "noConfiguration", data: { id }, because: [...because, { guard }] });
          }
          for (const guard of missing("IdentitySource")) {
            report({
              at: type.span,
              message: "noSource",
              data: { id },
              because: [...because, { guard }],
              fixes: () => [
                {
                  title: {
                    en: "Read the token from the Authorization header",
                    ja: "トークンを Authorization ヘッダーから取り出す",
                  },
                  edits: [
                    {
                      kind: "set-property",
                      resource: id,
                      path: ["IdentitySource"],
                      value: ["$request.header.Authorization"],
                    },
                  ],
                  preferred: true,
                },
              ],
            });
          }
        }
        for (const { protocol, because: ofApi } of apis) {
          if (type.value === "JWT" && protocol === "WEBSOCKET") {
            report({ at: type.span, message: "onWebSocket", data: { id, api }, because: [...because, ...ofApi] });
          }
          if (type.value !== "REQUEST" || protocol !== "HTTP") continue;
          for (const guard of missing("AuthorizerPayloadFormatVersion")) {
            report({
              at: type.span,
              message: "noFormat",
              data: { id, api },
              because: [...because, ...ofApi, { guard }],
              fixes: () => formats(authorizer),
            });
          }
        }
      }
    }
  },
});

/** The logical ID of the API, for the message. */
function evaluatorApi(evaluator: Parameters<typeof settingOf>[0], authorizer: Part): string {
  const [api] = settingOf(evaluator, authorizer, "ApiId", (value) =>
    value.kind === "reference" ? value.logicalId : undefined,
  ).known;
  return api?.value ?? "";
}

function formats({ owner }: Part): readonly Fix[] {
  // A property that is there but absent under a condition is the author's to mend.
  if (isWritten(owner.resource, "AuthorizerPayloadFormatVersion")) return [];
  return ["2.0", "1.0"].map((version) => ({
    title: { en: `Send requests in format ${version}`, ja: `リクエストを形式 ${version} で渡す` },
    edits: [
      {
        kind: "set-property",
        resource: owner.id,
        path: ["AuthorizerPayloadFormatVersion"],
        value: version,
      },
    ],
  }));
}
