import { resourcesOfType } from "../../template/resources-by-type.ts";
import type { Resource } from "../../template/template.ts";
import type { Evaluator } from "../../template/value.ts";
import { canHold, waysOfProperty } from "../basis.ts";
import { numbersOf, type WrittenNumber } from "../numbers.ts";
import { isUnconditional, isWritten, keySpan } from "../routing/route-parts.ts";
import { defineRule, type Fix } from "../rule.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-customergateway.html */
const largestBgpAsn = 2147483647;
const largestAsn = 4294967295;

/** https://docs.aws.amazon.com/vpn/latest/s2svpn/cgw-options.html */
const reservedEverywhere = 7224;
const reservedIn: ReadonlyMap<number, string> = new Map([
  [9059, "eu-west-1"],
  [10124, "ap-northeast-1"],
  [17943, "ap-southeast-1"],
]);

export const cgwAsnRange = defineRule({
  id: "cgw-asn-range",
  group: "connectivity",
  severity: "error",
  topic: "customer-gateway",
  messages: {
    tooLarge: {
      en: "{id} gives {asn} as BgpAsn, which takes 1 to 2147483647, so CloudFormation will fail. Larger ASNs go into BgpAsnExtended.",
      ja: "{id} の BgpAsn は {asn} だが、BgpAsn に書けるのは 1〜2147483647 で、作成は失敗する。それより大きい ASN は BgpAsnExtended に書く。",
    },
    tooSmall: {
      en: "{id} gives {asn} as BgpAsnExtended, which takes 2147483648 and more, so CloudFormation will fail. This ASN goes into BgpAsn.",
      ja: "{id} の BgpAsnExtended は {asn} だが、BgpAsnExtended に書けるのは 2147483648 以上で、作成は失敗する。この ASN は BgpAsn に書く。",
    },
    noAsn: {
      en: "{id} gives {asn} as its ASN, which is none: ASNs are 1 to 4294967295. CloudFormation will fail. Write the one that your device uses; 64512 to 65534 are free for private use.",
      ja: "{id} の ASN {asn} は存在しない。ASN は 1〜4294967295 で、作成は失敗する。機器で使う番号を書くこと。64512〜65534 はプライベート用に自由に使える。",
    },
    both: {
      en: "{id} gives BgpAsn and BgpAsnExtended, but a device has one ASN and CloudFormation takes one of the two properties. Keep the one that your device uses.",
      ja: "{id} に BgpAsn と BgpAsnExtended の両方がある。機器の ASN は 1 つで、指定できるのもどちらか一方。機器で使う方を残すこと。",
    },
    reserved: {
      en: "{id} has ASN {asn}, which AWS keeps for itself in every Region, so CloudFormation will fail. Write the ASN of your device; 64512 to 65534 are free for private use.",
      ja: "{id} の ASN {asn} は全リージョンで AWS の予約番号であり、作成は失敗する。自社機器の ASN を書くこと。64512〜65534 はプライベート用に自由に使える。",
    },
    reservedInRegion: {
      en: "{id} has ASN {asn}, which AWS keeps for itself in {region}: there the stack fails. Write the ASN of your device; 64512 to 65534 are free for private use.",
      ja: "{id} の ASN {asn} は {region} では AWS の予約番号で、そのリージョンでは作成に失敗する。自社機器の ASN を書くこと。64512〜65534 はプライベート用に自由に使える。",
    },
  },
  check({ template, evaluator }, report) {
    for (const resource of resourcesOfType(template, "AWS::EC2::CustomerGateway")) {
      const { id } = resource;
      for (const asn of numbersOf(evaluator, resource, ["BgpAsn"])) {
        const region = reservedIn.get(asn.number);
        const data = { id, asn: asn.text, region: region ?? "" };
        const about = { at: asn.span, data, because: [asn] };
        if (asn.number > largestBgpAsn && asn.number <= largestAsn) {
          report({
            ...about,
            message: "tooLarge",
            fixes: () => renamed(evaluator, asn, "BgpAsn", "BgpAsnExtended"),
          });
        } else if (asn.number < 1 || asn.number > largestAsn) report({ ...about, message: "noAsn" });
        else if (asn.number === reservedEverywhere) report({ ...about, message: "reserved" });
        else if (region) report({ ...about, message: "reservedInRegion", severity: "warning" });
      }
      for (const asn of numbersOf(evaluator, resource, ["BgpAsnExtended"])) {
        const about = { at: asn.span, data: { id, asn: asn.text }, because: [asn] };
        if (asn.number < 1 || asn.number > largestAsn) report({ ...about, message: "noAsn" });
        else if (asn.number <= largestBgpAsn) {
          report({
            ...about,
            message: "tooSmall",
            fixes: () => renamed(evaluator, asn, "BgpAsnExtended", "BgpAsn"),
          });
        }
      }
      reportBoth(resource);
    }

    function reportBoth(resource: Resource): void {
      const { id } = resource;
      for (const plain of waysOfProperty(evaluator, resource, "BgpAsn")) {
        for (const extended of waysOfProperty(evaluator, resource, "BgpAsnExtended")) {
          const mayBeEmpty = [plain, extended].some(({ value }) => value.kind === "unknown");
          if (mayBeEmpty || !canHold(evaluator.conditions, plain.guard, extended.guard)) continue;
          report({
            at: keySpan(resource, "BgpAsnExtended"),
            message: "both",
            data: { id },
            related: [{ at: keySpan(resource, "BgpAsn"), message: { en: "BgpAsn is here", ja: "BgpAsn はここ" } }],
            because: [plain, extended],
            fixes: () =>
              ["BgpAsn", "BgpAsnExtended"].map((name) => ({
                title: { en: `Remove ${name}`, ja: `${name} を削除する` },
                edits: [{ kind: "remove-property", resource: id, path: [name] }],
              })),
          });
        }
      }
    }
  },
});

/** The same ASN under the other name, where it is the only value there and the other name is free. */
function renamed(evaluator: Evaluator, { resource }: WrittenNumber, from: string, to: string): readonly Fix[] {
  if (!isUnconditional(evaluator, resource, from) || isWritten(resource, to)) return [];
  return [
    {
      title: { en: `Rename ${from} to ${to}`, ja: `${from} を ${to} に改める` },
      edits: [{ kind: "rename-property", resource: resource.id, path: [from], to }],
      preferred: true,
    },
  ];
}
