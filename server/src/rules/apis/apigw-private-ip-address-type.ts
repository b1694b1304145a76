import { readText } from "../../network/facts.ts";
import { rewriteValue } from "../rewrite.ts";
import { defineRule } from "../rule.ts";
import { basisOf, itemsOfSetting, partsIn, resourcesOf, settingOf } from "./parts.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-apigateway-restapi-endpointconfiguration.html */
export const apigwPrivateIpAddressType = defineRule({
  id: "apigw-private-ip-address-type",
  group: "apis",
  severity: "error",
  topic: "api-gateway-private-api",
  messages: {
    ipv4: {
      en: "{id} is private, but has IpAddressType ipv4. Private APIs support dualstack only, so the stack will fail. Set dualstack, or leave it out; which addresses callers use is up to their VPC endpoint.",
      ja: "{id} はプライベートなのに、IpAddressType が ipv4。プライベート API が対応するのは dualstack だけで、作成は失敗する。dualstack にするか、省略すること。呼び出し側のアドレスは VPC エンドポイント側で決まる。",
    },
  },
  check({ evaluator, template }, report) {
    for (const api of resourcesOf(evaluator, "AWS::ApiGateway::RestApi", "AWS::ApiGateway::DomainNameV2")) {
      const { id } = api.owner;
      for (const configuration of partsIn(evaluator, api, "EndpointConfiguration")) {
        for (const type of itemsOfSetting(evaluator, configuration, "Types", readText).known) {
          if (type.value !== "PRIVATE") continue;
          for (const addresses of settingOf(evaluator, configuration, "IpAddressType", readText).known) {
            if (addresses.value !== "ipv4") continue;
            report({
              at: addresses.span,
              message: "ipv4",
              data: { id },
              related: [{ at: type.span, message: { en: "The endpoint type", ja: "エンドポイントの種類" } }],
              because: [...basisOf(configuration), type, addresses],
              fixes: () =>
                rewriteValue(template, { span: addresses.span, from: addresses.from, text: "ipv4" }, "dualstack", {
                  en: `Set IpAddressType of ${id} to dualstack`,
                  ja: `${id} の IpAddressType を dualstack にする`,
                }),
            });
          }
        }
      }
    }
  },
});
