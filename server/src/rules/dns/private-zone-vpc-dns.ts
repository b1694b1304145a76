import { resourcesOfType } from "../../template/resources-by-type.ts";
import { defineRule } from "../rule.ts";
import { waysAt } from "../ways-at.ts";
import { switchedOff, switchOn } from "./vpc-dns-settings.ts";

/** https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html */
export const privateZoneVpcDns = defineRule({
  id: "private-zone-vpc-dns",
  group: "dns",
  severity: "error",
  topic: "private-hosted-zone-sharing",
  messages: {
    support: {
      en: "{id} is private to {vpc}, where DNS support is off: nothing in {vpc} asks Route 53, so no name of the zone resolves. Set EnableDnsSupport of {vpc} to true.",
      ja: "{id} は {vpc} のプライベートゾーンだが、{vpc} では DNS サポートが無効。{vpc} から Route 53 に問い合わせられず、ゾーンの名前はどれも解決できない。{vpc} の EnableDnsSupport を true にすること。",
    },
    hostnames: {
      en: "{id} is private to {vpc}, where DNS hostnames are off. AWS asks for both, DNS hostnames and DNS support, in a VPC that uses a private zone. Set EnableDnsHostnames of {vpc} to true.",
      ja: "{id} は {vpc} のプライベートゾーンだが、{vpc} では DNS ホスト名が無効。プライベートゾーンを使う VPC では DNS サポートと DNS ホスト名の両方を有効にする必要がある。{vpc} の EnableDnsHostnames を true にすること。",
    },
  },
  check({ network, template, evaluator }, report) {
    for (const resource of resourcesOfType(template, "AWS::Route53::HostedZone")) {
      for (const way of waysAt(evaluator, resource, ["VPCs", "*", "VPCId"])) {
        const { value } = way;
        const vpc = value.kind === "reference" ? network.vpcs.find(({ id }) => id === value.logicalId) : undefined;
        if (!vpc) continue;
        for (const off of switchedOff(vpc)) {
          const isSupport = off.property === "EnableDnsSupport";
          report({
            at: way.span,
            message: isSupport ? "support" : "hostnames",
            data: { id: resource.id, vpc: vpc.id },
            severity: isSupport ? "error" : "warning",
            related: [
              {
                at: off.span,
                message: isSupport
                  ? { en: "DNS support is off here", ja: "ここで無効" }
                  : { en: `DNS hostnames of ${vpc.id} are off`, ja: `${vpc.id} では DNS ホスト名が無効` },
              },
            ],
            because: [way, vpc, off],
            fixes: () => switchOn(vpc, off),
          });
        }
      }
    }
  },
});
