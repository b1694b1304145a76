import { readOneOf } from "../../network/facts.ts";
import type { Evaluator } from "../../template/value.ts";
import { isList, isMap, textOf } from "../../template/values.ts";
import { defineRule } from "../rule.ts";
import { endpointTypes } from "./endpoint-type.ts";
import {
  basisOf,
  itemsOfSetting,
  type Part,
  partsIn,
  readAnything,
  readSettings,
  resourcesOf,
  settingOf,
} from "./parts.ts";

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html */
export const apigwPrivatePolicyOpen = defineRule({
  id: "apigw-private-policy-open",
  group: "apis",
  severity: "warning",
  topic: "api-gateway-private-api",
  messages: {
    open: {
      en: "{id} is private, but its policy lets everybody call it without a condition: every VPC endpoint for execute-api will do, also one of another account. Add a condition on aws:SourceVpce or aws:SourceVpc.",
      ja: "{id} はプライベート API だが、ポリシーが条件なしで誰にでも呼び出しを許可しており、他のアカウントのものも含め、どの execute-api 用 VPC エンドポイントからでも呼び出せる。aws:SourceVpce か aws:SourceVpc の条件を加えること。",
    },
  },
  check({ evaluator }, report) {
    for (const api of resourcesOf(evaluator, "AWS::ApiGateway::RestApi")) {
      for (const policy of partsIn(evaluator, api, "Policy")) {
        const statements = itemsOfSetting(evaluator, policy, "Statement", readSettings);
        // One that nobody can read may be the one that denies the rest.
        if (statements.unknown.length > 0) continue;
        const parts = statements.known.map((inside): Part => ({ owner: api.owner, inside }));
        if (parts.some((part) => !isAllow(evaluator, part))) continue;
        for (const part of parts) {
          const principal = settingOf(evaluator, part, "Principal", readAnyone).known;
          const unconditional = settingOf(evaluator, part, "Condition", readAnything(evaluator)).absent;
          for (const anyone of principal) {
            for (const guard of unconditional) {
              for (const { type, because } of endpointTypes(evaluator, api)) {
                if (type !== "PRIVATE") continue;
                report({
                  at: anyone.span,
                  message: "open",
                  data: { id: api.owner.id },
                  because: [...because, ...basisOf(part), anyone, { guard }],
                });
              }
            }
          }
        }
      }
    }
  },
});

/** Whether the statement allows in all cases. */
function isAllow(evaluator: Evaluator, statement: Part): boolean {
  const { known, unknown, absent } = settingOf(evaluator, statement, "Effect", readOneOf("Allow", "Deny"));
  return unknown.length === 0 && absent.length === 0 && known.every(({ value }) => value === "Allow");
}

/** `*`, or `{ AWS: '*' }`. */
function readAnyone(value: Parameters<typeof textOf>[0]): true | undefined {
  if (textOf(value) === "*") return true;
  if (value?.kind !== "known" || !isMap(value.data)) return undefined;
  const accounts = value.data.get("AWS");
  if (accounts?.kind === "known" && isList(accounts.data)) {
    return accounts.data.some((account) => textOf(account) === "*") ? true : undefined;
  }
  return textOf(accounts) === "*" ? true : undefined;
}
