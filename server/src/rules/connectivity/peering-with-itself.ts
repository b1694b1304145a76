import type { Resource } from "../../template/template.ts";
import type { Evaluator } from "../../template/value.ts";
import { type Basis, linkKey, waysOfProperty } from "../basis.ts";
import { keySpan } from "../routing/route-parts.ts";
import { defineRule } from "../rule.ts";
import { identityOf } from "../same-value.ts";
import { presence } from "../ways-at.ts";

/** What says that the other VPC is the template's own account and Region. */
const own = { PeerOwnerId: "AWS::AccountId", PeerRegion: "AWS::Region" } as const;

/** https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html */
export const peeringWithItself = defineRule({
  id: "peering-with-itself",
  group: "connectivity",
  severity: "error",
  topic: "vpc-peering",
  messages: {
    itself: {
      en: "{id} joins {vpc} with itself. A peering connection takes two different VPCs, so EC2 will refuse it. Name the other VPC in PeerVpcId, or its account or Region if it is elsewhere.",
      ja: "{id} は {vpc} を自分自身とピアリングしている。ピアリングできるのは異なる 2 つの VPC で、EC2 は作成を拒否する。PeerVpcId に相手の VPC を指定し、別のアカウントやリージョンならそれも書くこと。",
    },
  },
  check({ network, evaluator }, report) {
    for (const peering of network.peerings) {
      for (const requester of peering.requester.known) {
        for (const accepter of peering.accepter.known) {
          const key = linkKey(requester.value);
          if (key === undefined || key !== linkKey(accepter.value)) continue;
          const { value } = requester;
          const vpc = value.kind === "entity" ? value.entity.id : undefined;
          for (const home of atHome(evaluator, peering.resource)) {
            report({
              at: accepter.span,
              message: "itself",
              data: { id: peering.id, vpc: vpc ?? { en: "a VPC", ja: "VPC" } },
              related: [
                {
                  at: keySpan(peering.resource, "VpcId"),
                  message: { en: "The same VPC", ja: "同じ VPC" },
                },
              ],
              because: [peering, requester, accepter, ...home],
            });
          }
        }
      }
    }
  },
});

/** The ways in which neither another account nor another Region is named. */
function atHome(evaluator: Evaluator, peering: Resource): readonly (readonly Basis[])[] {
  const here = Object.entries(own).map(([property, pseudo]): readonly Basis[] => [
    ...presence(evaluator, peering, property).absent.map((guard) => ({ guard })),
    ...waysOfProperty(evaluator, peering, property).filter(({ value }) => identityOf(value) === `parameter ${pseudo}`),
  ]);
  const [accounts = [], regions = []] = here;
  return accounts.flatMap((account) => regions.map((region) => [account, region]));
}
