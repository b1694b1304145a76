import { readOneOf, readText } from "../../network/facts.ts";
import type { Basis } from "../basis.ts";
import { isWithin, readNumber, toNearestBound } from "../numbers.ts";
import { defineRule } from "../rule.ts";
import { resourcesOf, settingOf } from "./parts.ts";

/** In seconds. https://docs.aws.amazon.com/apigateway/latest/api/API_CreateAuthorizer.html */
const ttlRange = { from: 0, to: 3600 };

/** One header, as API Gateway checks it. */
const header = /^method\.request\.header\.[\w.-]+$/;

export const apigwAuthorizerIdentitySource = defineRule({
  id: "apigw-authorizer-identity-source",
  group: "apis",
  severity: "error",
  topic: "api-gateway-lambda-authorizer",
  messages: {
    noHeader: {
      en: "{id} is a {type} authorizer but does not say which header brings the token, so the stack will fail. Set IdentitySource, usually method.request.header.Authorization.",
      ja: "{id} は {type} オーソライザーだが、トークンを受け取るヘッダーの指定がなく、作成は失敗する。IdentitySource を指定すること。一般的なのは method.request.header.Authorization。",
    },
    notOneHeader: {
      en: "{id} is a {type} authorizer, which takes its token from exactly one header, not from {source}. The stack will fail. Write method.request.header.<name>, or take a REQUEST authorizer for several sources.",
      ja: "{id} は {type} オーソライザーで、トークンを受け取れるのは 1 つのヘッダーだけ。{source} では作成が失敗する。method.request.header.<名前> と書くか、複数使うなら REQUEST オーソライザーにすること。",
    },
    noCacheKey: {
      en: "{id} caches its results for {ttl} seconds but has no identity source to keep callers apart, so the stack will fail. Set IdentitySource, or AuthorizerResultTtlInSeconds to 0.",
      ja: "{id} は結果を {ttl} 秒キャッシュするのに、呼び出し元を区別する IdentitySource がなく、作成は失敗する。IdentitySource を指定するか、AuthorizerResultTtlInSeconds を 0 にすること。",
    },
    ttl: {
      en: "{id} caches its results for {ttl} seconds, but the range is 0 (no caching) to 3600. The stack will fail. Set AuthorizerResultTtlInSeconds within it.",
      ja: "{id} の結果のキャッシュ時間が {ttl} 秒になっている。指定できるのは 0 (キャッシュしない) から 3600 までで、作成は失敗する。AuthorizerResultTtlInSeconds をこの範囲にすること。",
    },
  },
  check({ evaluator, template }, report) {
    for (const authorizer of resourcesOf(evaluator, "AWS::ApiGateway::Authorizer")) {
      const { owner } = authorizer;
      const { id } = owner;
      const sources = settingOf(evaluator, authorizer, "IdentitySource", readText);
      const ttls = settingOf(evaluator, authorizer, "AuthorizerResultTtlInSeconds", readNumber);
      for (const ttl of ttls.known) {
        if (isWithin(ttlRange, ttl.value)) continue;
        report({
          at: ttl.span,
          message: "ttl",
          data: { id, ttl: ttl.value },
          because: [owner, ttl],
          fixes: () => toNearestBound(template, ttl, ttlRange, id, "AuthorizerResultTtlInSeconds"),
        });
      }
      const caching: readonly { readonly seconds: number; readonly basis: Basis }[] = [
        ...ttls.known.filter(({ value }) => value > 0).map((ttl) => ({ seconds: ttl.value, basis: ttl })),
        ...ttls.absent.map((guard) => ({ seconds: 300, basis: { guard } })),
      ];
      for (const type of settingOf(evaluator, authorizer, "Type", readType).known) {
        const data = { id, type: type.value };
        if (type.value === "REQUEST") {
          for (const guard of sources.absent) {
            for (const { basis, seconds } of caching) {
              report({
                at: type.span,
                message: "noCacheKey",
                data: { id, ttl: seconds },
                because: [owner, type, { guard }, basis],
              });
            }
          }
          continue;
        }
        for (const source of sources.known) {
          if (header.test(source.value.trim())) continue;
          report({
            at: source.span,
            message: "notOneHeader",
            data: { ...data, source: source.value },
            because: [owner, type, source],
          });
        }
        for (const guard of sources.absent) {
          report({
            at: type.span,
            message: "noHeader",
            data,
            because: [owner, type, { guard }],
            fixes: () => [
              {
                title: {
                  en: `Take the token of ${id} from the Authorization header`,
                  ja: `${id} のトークンを Authorization ヘッダーから受け取る`,
                },
                edits: [
                  {
                    kind: "set-property",
                    resource: id,
                    path: ["IdentitySource"],
                    value: "method.request.header.Authorization",
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

const readType = readOneOf("TOKEN", "REQUEST", "COGNITO_USER_POOLS");
