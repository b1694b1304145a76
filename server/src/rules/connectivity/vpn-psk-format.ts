import { preSharedKeyFault } from "../../network/tunnel-options.ts";
import { defineRule } from "../rule.ts";
import { isHidden, preSharedKeys } from "./pre-shared-keys.ts";

/**
 * Messages never show the key.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ec2-vpnconnection-vpntunneloptionsspecification.html
 */
export const vpnPskFormat = defineRule({
  id: "vpn-psk-format",
  group: "connectivity",
  severity: "error",
  topic: "ipsec",
  messages: {
    length: {
      en: "{id} has a pre-shared key of {length} characters, but it takes 8 to 64. CloudFormation will fail. Leave PreSharedKey out and AWS makes one, or refer to a secret that fits.",
      ja: "{id} の事前共有キーは {length} 文字だが、指定できるのは 8〜64 文字で、作成は失敗する。PreSharedKey を省いて AWS に生成させるか、条件に合うシークレットを参照すること。",
    },
    characters: {
      en: "{id} has a pre-shared key with characters other than letters, digits, periods and underscores. CloudFormation will fail. Leave PreSharedKey out and AWS makes one, or refer to a secret that fits.",
      ja: "{id} の事前共有キーに、英数字・ピリオド・アンダースコア以外の文字がある。作成は失敗する。PreSharedKey を省いて AWS に生成させるか、条件に合うシークレットを参照すること。",
    },
    zero: {
      en: "{id} has a pre-shared key that begins with 0, which AWS does not take. CloudFormation will fail. Leave PreSharedKey out and AWS makes one, or refer to a secret that fits.",
      ja: "{id} の事前共有キーは 0 で始まる。AWS は受け付けず、作成は失敗する。PreSharedKey を省いて AWS に生成させるか、条件に合うシークレットを参照すること。",
    },
  },
  check({ template, evaluator }, report) {
    for (const { connection, way } of preSharedKeys(evaluator)) {
      // A number that YAML read may have lost its zeros.
      if (way.value.kind !== "known" || typeof way.value.data !== "string" || isHidden(template, way)) continue;
      const key = way.value.data;
      const fault = preSharedKeyFault(key);
      if (!fault) continue;
      report({ at: way.span, message: fault, data: { id: connection.id, length: key.length }, because: [way] });
    }
  },
});
