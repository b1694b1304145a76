import { resourcesOfType } from "../../template/resources-by-type.ts";
import type { Evaluator } from "../../template/value.ts";
import { isWithin, numbersAt, type Range } from "../numbers.ts";
import { rewriteValue } from "../rewrite.ts";
import { defineRule } from "../rule.ts";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TransitGatewayRequestOptions.html */
const privateRanges: readonly Range[] = [
  { from: 64512, to: 65534 },
  { from: 4200000000, to: 4294967294 },
];

/** What a gateway has that is given no ASN. */
const defaultAsn = 64512;

const gatewayTypes = ["AWS::EC2::TransitGateway", "AWS::EC2::VPNGateway", "AWS::DirectConnect::DirectConnectGateway"];

export const tgwAsnRange = defineRule({
  id: "tgw-asn-range",
  group: "connectivity",
  severity: "error",
  topic: "transit-gateway",
  messages: {
    notPrivate: {
      en: "{id} has AmazonSideAsn {asn}, but AWS's end of a BGP session takes a private ASN: 64512 to 65534, or 4200000000 to 4294967294. CloudFormation will fail. Write one that no other end of your network uses.",
      ja: "{id} の AmazonSideAsn は {asn} だが、BGP の AWS 側に指定できるのはプライベート ASN (64512〜65534、4200000000〜4294967294) だけで、作成は失敗する。ネットワーク内で他に使っていない番号にすること。",
    },
  },
  check({ template, evaluator }, report) {
    for (const asn of numbersAt(evaluator, gatewayTypes, ["AmazonSideAsn"])) {
      if (privateRanges.some((range) => isWithin(range, asn.number))) continue;
      const { id } = asn.resource;
      report({
        at: asn.span,
        message: "notPrivate",
        data: { id, asn: asn.text },
        because: [asn],
        fixes: () => {
          const free = freeAsn(evaluator);
          return rewriteValue(template, asn, free, {
            en: `Give ${id} the private ASN ${free}`,
            ja: `${id} の ASN をプライベート ASN ${free} にする`,
          });
        },
      });
    }
  },
});

/** The first private ASN that no gateway of the template has; both ends of a session need different ones. */
function freeAsn(evaluator: Evaluator): number {
  const given = [
    ...numbersAt(evaluator, gatewayTypes, ["AmazonSideAsn"]),
    ...numbersAt(evaluator, ["AWS::EC2::CustomerGateway"], ["BgpAsn"]),
  ];
  const taken = new Set(given.map(({ number }) => number));
  const withAsn = new Set(given.map(({ resource }) => resource));
  const gateways = resourcesOfType(evaluator.template, ...gatewayTypes);
  if (gateways.some((resource) => !withAsn.has(resource))) {
    taken.add(defaultAsn);
  }
  let asn = defaultAsn;
  while (taken.has(asn)) asn += 1;
  return asn;
}
