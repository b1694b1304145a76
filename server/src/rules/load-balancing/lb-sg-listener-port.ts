import { admits } from "../../network/admission.ts";
import type { LoadBalancer } from "../../network/load-balancing-model.ts";
import type { Network, SecurityGroup } from "../../network/model.ts";
import { getAtt, type NewValue } from "../../template/edit.ts";
import { linkedEntities } from "../basis.ts";
import { defineRule, type Fix } from "../rule.ts";
import { letIn } from "../security-groups/admit.ts";
import { transportsOf } from "./protocols.ts";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html */
export const lbSgListenerPort = defineRule({
  id: "lb-sg-listener-port",
  group: "load-balancing",
  severity: "warning",
  topic: "load-balancer",
  messages: {
    closed: {
      en: "{id} listens on port {port}, but no security group of {loadBalancer} ({groups}) lets anybody in there, so clients time out. Add an inbound rule for {transport} port {port}.",
      ja: "{id} はポート {port} で待ち受けるが、{loadBalancer} のセキュリティグループ ({groups}) はこのポートを誰にも許可しておらず、クライアントはタイムアウトする。{transport} ポート {port} のインバウンドルールを加えること。",
    },
  },
  check({ network }, report) {
    for (const listener of network.listeners) {
      for (const { entity: loadBalancer, fact: link } of linkedEntities(listener.loadBalancer)) {
        const { known, unknown, absent } = loadBalancer.securityGroups;
        const worn = linkedEntities(loadBalancer.securityGroups);
        // With a group that is not known here, anything may be open.
        if (worn.length === 0 || worn.length < known.length || unknown.length > 0 || absent.length > 0) continue;
        for (const port of listener.port.known) {
          for (const protocol of listener.protocol.known) {
            const [transport, ...others] = transportsOf(protocol.value) ?? [];
            if (transport === undefined || others.length > 0) continue;
            const admissions = worn.map(({ entity, fact }) => ({
              fact,
              admission: admits(network, entity, {
                direction: "ingress",
                protocol: transport,
                ports: { from: port.value, to: port.value },
                peer: { kind: "any" },
              }),
            }));
            if (admissions.some(({ admission }) => admission.answer !== "no")) continue;
            const groups = [...new Set(worn.map(({ entity }) => entity))];
            report({
              at: port.span,
              message: "closed",
              data: {
                id: listener.id,
                port: port.value,
                loadBalancer: loadBalancer.id,
                groups: groups.map(({ id }) => id).join(", "),
                transport: transport.toUpperCase(),
              },
              related: groups.map(({ id, resource }) => ({
                at: resource.idSpan,
                message: { en: `${id} does not open the port`, ja: `${id} はこのポートを許可していない` },
              })),
              because: [
                loadBalancer,
                listener,
                link,
                port,
                protocol,
                ...admissions.flatMap(({ fact, admission }) => [fact, { from: admission.from }]),
              ],
              fixes: () => groups.flatMap((group) => openPort(network, loadBalancer, group, transport, port.value)),
            });
          }
        }
      }
    }
  },
});

/** To everybody for an internet-facing load balancer, else to the VPC of the group. */
function openPort(
  network: Network,
  { scheme }: LoadBalancer,
  group: SecurityGroup,
  protocol: string,
  port: number,
): readonly Fix[] {
  const [only, ...more] = scheme.known;
  const [vpc] = linkedEntities(group.vpc);
  const isPublic = only?.value === "internet-facing";
  if (!only || more.length > 0 || scheme.unknown.length > 0 || (!isPublic && !vpc)) return [];
  const cidr: NewValue = isPublic || !vpc ? "0.0.0.0/0" : getAtt(vpc.entity.id, "CidrBlock");
  const from = isPublic || !vpc ? "0.0.0.0/0" : vpc.entity.id;
  return [
    {
      title: {
        en: `Let ${from} in through ${group.id} on port ${port}`,
        ja: `${group.id} で ${from} からのポート ${port} を許可する`,
      },
      edits: [letIn(network, group, { protocol, port, source: { cidr } })],
    },
  ];
}
