import { allGroupUses, type GroupUse } from "../../network/group-users.ts";
import type { Fact, Network, SecurityGroup, Vpc } from "../../network/model.ts";
import { refTo } from "../../template/edit.ts";
import { type Basis, linkedEntities, waysOfProperty } from "../basis.ts";
import { defineRule } from "../rule.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroup.html */
export const sgVpcMismatch = defineRule({
  id: "sg-vpc-mismatch",
  group: "security-groups",
  severity: "error",
  topic: "elastic-network-interface",
  messages: {
    other: {
      en: "{user} wears {group} of {groupVpc}, but its interfaces are in {vpc}. A security group works in its own VPC only. Use a group of {vpc}.",
      ja: "{user} に {groupVpc} の {group} が付いているが、インターフェイスは {vpc} にある。セキュリティグループは自分の VPC でしか使えない。{vpc} のグループを使うこと。",
    },
    none: {
      en: "{user} in {vpc} wears {group}, which names no VPC and so belongs to the default VPC of the Region. A security group works in its own VPC only. Set VpcId of {group} to {vpc}.",
      ja: "{vpc} にある {user} に {group} が付いているが、{group} は VpcId がなくリージョンのデフォルト VPC に属する。セキュリティグループは自分の VPC でしか使えない。{group} の VpcId を {vpc} にすること。",
    },
  },
  check({ network }, report) {
    for (const use of allGroupUses(network)) {
      const places = placesOf(use);
      if (places.length === 0) continue;
      for (const { entity: group, fact: worn } of linkedEntities(use.groups)) {
        for (const place of firstOfEach(places)) {
          const data = { user: use.resource.id, group: group.id, vpc: place.vpc.id };
          if (mayBeAssociated(network, group, place.vpc)) continue;
          for (const { entity: own, fact: toOwn } of linkedEntities(group.vpc)) {
            if (own === place.vpc) continue;
            report({
              at: worn.span,
              message: "other",
              data: { ...data, groupVpc: own.id },
              related: [
                { at: toOwn.span, message: { en: `${group.id} is in ${own.id}`, ja: `${group.id} は ${own.id}` } },
                relatedPlace(use, place),
              ],
              because: [worn, group, toOwn, own, ...place.because],
            });
          }
          for (const guard of group.vpc.absent) {
            report({
              at: worn.span,
              message: "none",
              data,
              related: [
                {
                  at: group.resource.idSpan,
                  message: { en: `${group.id} names no VPC`, ja: `${group.id} に VpcId がない` },
                },
                relatedPlace(use, place),
              ],
              because: [worn, group, { guard }, ...place.because],
              fixes: () => [
                {
                  title: {
                    en: `Put ${group.id} into ${place.vpc.id} (VpcId)`,
                    ja: `${group.id} を ${place.vpc.id} に置く (VpcId)`,
                  },
                  edits: [{ kind: "set-property", resource: group.id, path: ["VpcId"], value: refTo(place.vpc.id) }],
                  preferred: true,
                },
              ],
            });
          }
        }
      }
    }
  },
});

interface Place {
  readonly vpc: Vpc;
  readonly at: Fact<unknown>;
  readonly because: readonly Basis[];
}

/** The VPCs in which the interfaces are: named by the resource, or that of a subnet. */
function placesOf({ vpc, subnets }: GroupUse): readonly Place[] {
  return [
    ...linkedEntities(vpc).map(({ entity, fact }) => ({ vpc: entity, at: fact, because: [fact, entity] })),
    ...linkedEntities(subnets).flatMap(({ entity: subnet, fact }) =>
      linkedEntities(subnet.vpc).map(({ entity, fact: toVpc }) => ({
        vpc: entity,
        at: fact,
        because: [fact, subnet, toVpc, entity],
      })),
    ),
  ];
}

/** One place of each VPC and case: a second subnet of the same VPC says nothing new. */
function firstOfEach(places: readonly Place[]): readonly Place[] {
  return places.filter(
    (place, index) =>
      !places.slice(0, index).some((before) => before.vpc === place.vpc && before.at.guard === place.at.guard),
  );
}

function relatedPlace({ resource }: GroupUse, { at, vpc }: Place) {
  return { at: at.span, message: { en: `${resource.id} is in ${vpc.id}`, ja: `${resource.id} は ${vpc.id}` } };
}

/** AWS::EC2::SecurityGroupVpcAssociation lets a group be used in another VPC, too. */
function mayBeAssociated({ evaluator, usersOf }: Network, group: SecurityGroup, vpc: Vpc): boolean {
  return usersOf(group.id).some(
    (resource) =>
      resource.type === "AWS::EC2::SecurityGroupVpcAssociation" &&
      waysOfProperty(evaluator, resource, "VpcId").some(
        ({ value }) => value.kind !== "reference" || value.logicalId === vpc.id,
      ),
  );
}
