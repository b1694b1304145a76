import { factsOfAny } from "../../network/facts.ts";
import { resourcesOfType } from "../../template/resources-by-type.ts";
import { allGuards, existence, pairsOf } from "../basis.ts";
import { keySpan } from "../routing/route-parts.ts";
import { defineRule } from "../rule.ts";
import { presence } from "../ways-at.ts";

const kinds = ["NetworkInterfaceId", "NetworkLoadBalancerArn", "GatewayLoadBalancerEndpointId"] as const;

/** https://docs.aws.amazon.com/vpc/latest/mirroring/traffic-mirroring-targets.html */
export const mirrorTargetCount = defineRule({
  id: "mirror-target-count",
  group: "connectivity",
  severity: "warning",
  topic: "traffic-mirroring",
  messages: {
    none: {
      en: "{id} names nothing that copies could go to: no network interface, no Network Load Balancer and no Gateway Load Balancer endpoint. Sessions have nowhere to send to. Set one of NetworkInterfaceId, NetworkLoadBalancerArn and GatewayLoadBalancerEndpointId.",
      ja: "{id} に複製の送り先 (ENI、NLB、Gateway Load Balancer エンドポイント) がなく、セッションはどこにも送れない。NetworkInterfaceId、NetworkLoadBalancerArn、GatewayLoadBalancerEndpointId のどれか 1 つを指定すること。",
    },
    both: {
      en: "{id} has {first} and {second}, but a mirror target is one thing: an interface, a Network Load Balancer or a Gateway Load Balancer endpoint. Keep one, and make a second target for the other.",
      ja: "{id} に {first} と {second} の両方があるが、ミラーターゲットは ENI、NLB、Gateway Load Balancer エンドポイントのいずれか 1 つ。片方を残し、もう一方は別のターゲットにすること。",
    },
  },
  check({ evaluator, template }, report) {
    for (const resource of resourcesOfType(template, "AWS::EC2::TrafficMirrorTarget")) {
      const { id } = resource;
      const given = kinds.map((name) => ({ name, facts: presence(evaluator, resource, name) }));
      const owner = { resource, guard: existence(evaluator.conditions, resource) };
      const any = factsOfAny(
        evaluator,
        owner,
        given.map(({ facts }) => facts),
      );
      for (const guard of any.absent) {
        report({ at: resource.idSpan, message: "none", data: { id }, because: [{ guard }] });
      }
      for (const [first, second] of pairsOf(given)) {
        const pair = first.facts.known.flatMap((one) => second.facts.known.map((other) => [one, other] as const));
        const found = pair.find(([one, other]) => allGuards(evaluator.conditions, [one.guard, other.guard]));
        if (!found) continue;
        report({
          at: keySpan(resource, second.name),
          message: "both",
          data: { id, first: first.name, second: second.name },
          related: [{ at: keySpan(resource, first.name), message: { en: "The other target", ja: "もう一方の送り先" } }],
          because: found,
          fixes: () =>
            [second, first].map(({ name }) => ({
              title: { en: `Remove ${name} from ${id}`, ja: `${id} の ${name} を削除する` },
              edits: [{ kind: "remove-property", resource: id, path: [name] }],
            })),
        });
      }
    }
  },
});
