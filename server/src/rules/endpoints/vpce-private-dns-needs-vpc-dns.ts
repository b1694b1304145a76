import { propertyFacts, readBoolean } from "../../network/facts.ts";
import { linkedEntities } from "../basis.ts";
import { switchedOff, switchOn } from "../dns/vpc-dns-settings.ts";
import { defineRule } from "../rule.ts";
import { waysOfType } from "./endpoint-types.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcendpoint.html */
export const vpcePrivateDnsNeedsVpcDns = defineRule({
  id: "vpce-private-dns-needs-vpc-dns",
  group: "endpoints",
  severity: "error",
  topic: "privatelink",
  messages: {
    off: {
      en: "{id} asks for private DNS, which needs {property} on {vpc}, and there it is off. The stack will fail. Set {property} of {vpc} to true.",
      ja: "{id} はプライベート DNS を有効にしているが、それに必要な {property} が {vpc} で無効。作成は失敗する。{vpc} の {property} を true にすること。",
    },
    default: {
      en: "{id} asks for private DNS, which needs {property} on {vpc}, where nobody switched it on (the default is false). The stack will fail. Set {property} of {vpc} to true.",
      ja: "{id} はプライベート DNS を有効にしているが、それに必要な {property} が {vpc} に書かれておらず、既定の false になる。作成は失敗する。{vpc} の {property} を true にすること。",
    },
  },
  check({ network, evaluator }, report) {
    for (const endpoint of network.endpoints) {
      const privateDns = propertyFacts(evaluator, endpoint, "PrivateDnsEnabled", readBoolean).known;
      for (const enabled of privateDns.filter(({ value }) => value)) {
        for (const { because } of waysOfType(endpoint, "Interface")) {
          for (const { entity: vpc, fact } of linkedEntities(endpoint.vpc)) {
            for (const off of switchedOff(vpc)) {
              report({
                at: enabled.span,
                message: off.span === vpc.resource.idSpan ? "default" : "off",
                data: { id: endpoint.id, vpc: vpc.id, property: off.property },
                related: [
                  {
                    at: off.span,
                    message: { en: `${off.property} of ${vpc.id} is off`, ja: `${vpc.id} の ${off.property} は無効` },
                  },
                ],
                because: [...because, enabled, fact, vpc, off],
                fixes: () => switchOn(vpc, off),
              });
            }
          }
        }
      }
    }
  },
});
