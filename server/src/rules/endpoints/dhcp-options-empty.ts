import { factsOfAny } from "../../network/facts.ts";
import { resourcesOfType } from "../../template/resources-by-type.ts";
import { canHold, existence } from "../basis.ts";
import { keySpan } from "../routing/route-parts.ts";
import { defineRule } from "../rule.ts";
import { presence } from "../ways-at.ts";
import { dhcpOptions, serverProperties } from "./dhcp-options.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-dhcpoptions.html */
export const dhcpOptionsEmpty = defineRule({
  id: "dhcp-options-empty",
  group: "endpoints",
  severity: "error",
  topic: "private-hosted-zone-sharing",
  messages: {
    none: {
      en: "{id} gives instances nothing: no DomainNameServers, NtpServers or NetbiosNameServers, of which DHCP options need at least one. CloudFormation will fail. AmazonProvidedDNS in DomainNameServers keeps Amazon's DNS server.",
      ja: "{id} に DomainNameServers、NtpServers、NetbiosNameServers のどれもない。DHCP オプションには 1 つ以上が必要で、作成は失敗する。Amazon の DNS サーバーのままでよければ、DomainNameServers に AmazonProvidedDNS を指定すること。",
    },
    onlyName: {
      en: "{id} sets DomainName, but no DomainNameServers, NtpServers or NetbiosNameServers, of which DHCP options need at least one. Instances would look up that name without a DNS server. Add AmazonProvidedDNS, or your own servers.",
      ja: "{id} は DomainName だけで、DomainNameServers、NtpServers、NetbiosNameServers のどれもない。DHCP オプションには 1 つ以上が必要で、このままではインスタンスに DNS サーバーが渡らない。AmazonProvidedDNS か自前のサーバーを指定すること。",
    },
    nodeType: {
      en: "{id} names NetBIOS servers but no NetbiosNodeType, which goes with them. CloudFormation will fail. AWS recommends 2, since broadcasts don't work in a VPC.",
      ja: "{id} に NetBIOS サーバーがあるが、併せて必要な NetbiosNodeType がなく、作成は失敗する。VPC ではブロードキャストが使えないため、AWS の推奨は 2。",
    },
  },
  check({ template, evaluator }, report) {
    const { conditions } = evaluator;
    for (const resource of resourcesOfType(template, dhcpOptions)) {
      const { id } = resource;
      const owner = { resource, guard: existence(conditions, resource) };
      const given = (name: string) => presence(evaluator, resource, name);
      const servers = factsOfAny(evaluator, owner, serverProperties.map(given));
      const name = given("DomainName");
      for (const guard of servers.absent) {
        const named = [...name.known.map((fact) => fact.guard), ...name.unknown].some((each) =>
          canHold(conditions, each, guard),
        );
        report({
          at: resource.idSpan,
          message: named ? "onlyName" : "none",
          // Other pages of AWS show options with a domain name alone.
          severity: named ? "warning" : undefined,
          data: { id },
          because: [{ guard }],
          fixes: () => [
            {
              title: {
                en: `Give ${id} Amazon's DNS server (AmazonProvidedDNS)`,
                ja: `${id} に Amazon の DNS サーバーを指定する (AmazonProvidedDNS)`,
              },
              edits: [
                { kind: "set-property", resource: id, path: ["DomainNameServers"], value: ["AmazonProvidedDNS"] },
              ],
              preferred: true,
            },
          ],
        });
      }
      for (const netbios of given("NetbiosNameServers").known) {
        for (const guard of given("NetbiosNodeType").absent) {
          if (!canHold(conditions, netbios.guard, guard)) continue;
          report({
            at: keySpan(resource, "NetbiosNameServers"),
            message: "nodeType",
            data: { id },
            because: [netbios, { guard }],
            fixes: () => [
              {
                title: { en: `Set NetbiosNodeType of ${id} to 2`, ja: `${id} の NetbiosNodeType を 2 にする` },
                edits: [{ kind: "set-property", resource: id, path: ["NetbiosNodeType"], value: 2 }],
                preferred: true,
              },
            ],
          });
        }
      }
    }
  },
});
