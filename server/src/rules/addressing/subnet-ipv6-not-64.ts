import { blockAround, formatCidr, parseCidr } from "../../base/cidr.ts";
import { propertyOf } from "../../template/expression.ts";
import { resourcesOfType } from "../../template/resources-by-type.ts";
import { waysOf } from "../basis.ts";
import { defineRule } from "../rule.ts";
import { rewriteCidr } from "./cidr-edits.ts";
import { callsIn } from "./expressions.ts";
import { asWritten, selectOfCidr } from "./select-index.ts";

const usualHostBits = 64;

/** /44 to /64 in steps of four. https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html */
function isAllowed(prefix: number): boolean {
  return prefix >= 44 && prefix <= 64 && prefix % 4 === 0;
}

export const subnetIpv6Not64 = defineRule({
  id: "subnet-ipv6-not-64",
  group: "addressing",
  severity: "error",
  topic: "subnet",
  messages: {
    length: {
      en: "{cidr} in {id} is no IPv6 block for a subnet. Its prefix length is /64, or /44 to /60 in steps of four for a larger one. CloudFormation will fail.",
      ja: "{id} の {cidr} はサブネットの IPv6 CIDR にできない。プレフィックス長は /64、大きくするなら /44〜/60 の 4 刻み。作成は失敗する。",
    },
    hostBits: {
      en: "{bits} host bits in {id} make IPv6 blocks of /{prefix}, which a subnet cannot have. CloudFormation will fail. Write 64 for a /64.",
      ja: "{id} のホスト部 {bits} ビットの IPv6 ブロックは /{prefix} で、サブネットには使えない。作成は失敗する。/64 にするには 64 と書く。",
    },
  },
  check({ template, evaluator }, report) {
    for (const resource of resourcesOfType(template, "AWS::EC2::Subnet", "AWS::EC2::SubnetCidrBlock")) {
      const property = propertyOf(resource.properties, "Ipv6CidrBlock");
      if (!property) continue;
      let cutByFunction = false;
      for (const call of callsIn(property.value)) {
        const hostBits = selectOfCidr(call)?.cidr.argument;
        const bits = hostBits?.kind === "list" ? hostBits.items[2] : undefined;
        for (const given of waysOf(evaluator, resource, bits)) {
          const number = given.value.kind === "known" ? Number(given.value.data) : Number.NaN;
          if (!Number.isInteger(number) || number < 0 || number > 128) continue;
          cutByFunction = true;
          if (isAllowed(128 - number)) continue;
          report({
            at: given.span,
            message: "hostBits",
            data: { id: resource.id, bits: number, prefix: 128 - number },
            because: [given],
            fixes: () =>
              bits?.kind !== "scalar"
                ? []
                : [
                    {
                      title: { en: "Cut blocks of /64 (64 host bits)", ja: "/64 (ホスト部 64 ビット) で切り出す" },
                      edits: [{ kind: "replace-value", span: bits.span, value: asWritten(bits, usualHostBits) }],
                      preferred: true,
                    },
                  ],
          });
        }
      }
      if (cutByFunction) continue;
      for (const given of waysOf(evaluator, resource, property.value)) {
        const text = given.value.kind === "known" && typeof given.value.data === "string" ? given.value.data : "";
        const parsed = parseCidr(text);
        if (!parsed.ok || parsed.cidr.family !== 6 || isAllowed(parsed.cidr.prefix)) continue;
        const { cidr, hasHostBits } = parsed;
        report({
          at: given.span,
          message: "length",
          data: { id: resource.id, cidr: formatCidr(cidr) },
          because: [given],
          fixes: () =>
            rewriteCidr(
              template,
              { ...given, value: { text, cidr, hasHostBits } },
              blockAround(cidr.base, 6, 64),
              (block) => ({
                en: `Make it a /64: ${block}`,
                ja: `/64 にする: ${block}`,
              }),
            ),
        });
      }
    }
  },
});
