import { type Cidr, containsAddress, parseAddress, parseCidr } from "../../base/cidr.ts";
import { mayHaveOtherBlocks, vpcBlocks } from "../../network/addressing.ts";
import { readText } from "../../network/facts.ts";
import { linkedEntities } from "../basis.ts";
import { defineRule } from "../rule.ts";
import { waysAt } from "../ways-at.ts";

/** Beside the blocks of the VPC: RFC 1918 and RFC 6598. */
const allowed: readonly Cidr[] = ["10.0.0.0/8", "100.64.0.0/10", "172.16.0.0/12", "192.168.0.0/16"].flatMap((text) => {
  const parsed = parseCidr(text);
  return parsed.ok ? [parsed.cidr] : [];
});

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetDescription.html */
export const targetGroupIpRange = defineRule({
  id: "target-group-ip-range",
  group: "load-balancing",
  severity: "error",
  topic: "load-balancer",
  messages: {
    publicAddress: {
      en: "{id} has the target {address}, a public address outside {vpc}. IP targets are private addresses (10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 100.64.0.0/10) or of the VPC, so registration fails. Use the private address.",
      ja: "{id} のターゲット {address} は {vpc} の外のパブリック IP。IP ターゲットに登録できるのはプライベート IP (10.0.0.0/8、172.16.0.0/12、192.168.0.0/16、100.64.0.0/10) か VPC 内の IP で、登録は失敗する。プライベート IP を指定すること。",
    },
  },
  check({ network, evaluator }, report) {
    for (const group of network.targetGroups) {
      for (const type of group.targetType.known) {
        if (type.value !== "ip") continue;
        for (const { entity: vpc, fact } of linkedEntities(group.vpc)) {
          if (mayHaveOtherBlocks(network, vpc)) continue;
          const blocks = [...allowed, ...vpcBlocks(vpc)];
          for (const target of waysAt(evaluator, group.resource, ["Targets", "*", "Id"])) {
            const text = readText(target.value);
            const address = text === undefined ? undefined : parseAddress(text);
            if (address?.family !== 4) continue;
            if (blocks.some((block) => block.family === 4 && containsAddress(block, address.value))) continue;
            report({
              at: target.span,
              message: "publicAddress",
              data: { id: group.id, address: text ?? "", vpc: vpc.id },
              because: [group, type, fact, vpc, target],
            });
          }
        }
      }
    }
  },
});
