import { propertyOf } from "../../template/expression.ts";
import { defineRule } from "../rule.ts";

/** Charged while it is used by nothing: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/elastic-ip-addresses-eip.html */
export const eipUnattached = defineRule({
  id: "eip-unattached",
  group: "gateways",
  severity: "info",
  topic: "elastic-ip",
  messages: {
    unused: {
      en: "{id} is used by nothing in this template, and its address does not leave it as an output. An Elastic IP is charged by the hour all the same. Attach it, output it, or remove it.",
      ja: "{id} はこのテンプレートのどこからも使われず、出力もされていない。使わなくても Elastic IP には時間料金がかかる。関連付けるか、出力するか、削除すること。",
    },
  },
  check({ network, template }, report) {
    if (template.open) return;
    for (const eip of network.elasticIps) {
      const { resource } = eip;
      if (eip.exposed || eip.users.length > 0 || resource.open) continue;
      const attached = ["InstanceId", "TransferAddress"].some((name) => propertyOf(resource.properties, name));
      if (attached) continue;
      report({
        at: resource.idSpan,
        message: "unused",
        data: { id: eip.id },
        because: [eip],
        tags: ["unnecessary"],
      });
    }
  },
});
