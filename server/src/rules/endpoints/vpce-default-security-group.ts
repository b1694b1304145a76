import { memoised } from "../../base/memoised.ts";
import type { Network } from "../../network/model.ts";
import { type Expression, propertyOf } from "../../template/expression.ts";
import { linkedEntities } from "../basis.ts";
import { defineRule } from "../rule.ts";
import { ownGroup } from "./endpoint-parts.ts";
import { givenIds, waysOfType } from "./endpoint-types.ts";

/** https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html */
export const vpceDefaultSecurityGroup = defineRule({
  id: "vpce-default-security-group",
  group: "endpoints",
  severity: "warning",
  topic: "privatelink",
  messages: {
    none: {
      en: "{id} names no security group and so gets the default one of {vpc}, which lets in nobody but its own members: clients in other groups time out. Give {id} a group that admits port 443 from {vpc}.",
      ja: "{id} にセキュリティグループの指定がなく、{vpc} のデフォルト SG が付く。デフォルト SG が通すのは同じ SG のメンバーからだけで、他の SG のクライアントはタイムアウトする。{vpc} からの 443 番を許可する SG を付けること。",
    },
  },
  check({ network }, report) {
    for (const endpoint of network.endpoints) {
      const { id, resource } = endpoint;
      for (const { because } of waysOfType(endpoint, "Interface")) {
        const groups = givenIds(network, endpoint, "SecurityGroupIds").absent;
        for (const { entity: vpc, fact } of linkedEntities(endpoint.vpc)) {
          // Somebody who uses the default group, or puts clients into it by naming none, may mean it.
          if (usesDefaultGroup(network, vpc.id) || mayHaveMembers(network)) continue;
          for (const guard of groups) {
            report({
              at: resource.idSpan,
              message: "none",
              data: { id, vpc: vpc.id },
              because: [...because, fact, vpc, { guard }],
              fixes: () => {
                const group = ownGroup(network, endpoint);
                if (!group || propertyOf(resource.properties, "SecurityGroupIds")) return [];
                return [
                  {
                    title: {
                      en: `Add ${group.id}, which admits port 443 from ${vpc.id}`,
                      ja: `${vpc.id} からの 443 番を許可する ${group.id} を追加する`,
                    },
                    edits: group.edits,
                    preferred: true,
                  },
                ];
              },
            });
          }
        }
      }
    }
  },
});

function usesDefaultGroup({ usersOf }: Network, vpc: string): boolean {
  return usersOf(vpc).some(({ properties }) => namesAttribute(properties, vpc, "DefaultSecurityGroup"));
}

function namesAttribute(expression: Expression, target: string, attribute: string): boolean {
  switch (expression.kind) {
    case "object":
      return expression.properties.some(({ value }) => namesAttribute(value, target, attribute));
    case "list":
      return expression.items.some((item) => namesAttribute(item, target, attribute));
    case "call": {
      const { argument, name } = expression;
      if (name === "GetAtt" && argument.kind === "list") {
        const [id, of] = argument.items;
        return id?.kind === "scalar" && id.text === target && of?.kind === "scalar" && of.text === attribute;
      }
      if (argument.kind === "scalar") return name === "Sub" && argument.text.includes(`\${${target}.${attribute}}`);
      return namesAttribute(argument, target, attribute);
    }
    default:
      return false;
  }
}

/** Instances and interfaces without a group of their own are members of their VPC's default group. */
const mayHaveMembers = memoised(({ evaluator: { template } }: Network): boolean =>
  [...template.resources.values()].some(({ type, properties, open }) => {
    const groups = membersGroups.get(type);
    if (!groups || open) return false;
    return groups.every((name) => propertyOf(properties, name) === undefined);
  }),
);

const membersGroups: ReadonlyMap<string, readonly string[]> = new Map([
  ["AWS::EC2::Instance", ["SecurityGroupIds", "SecurityGroups", "NetworkInterfaces", "LaunchTemplate"]],
  ["AWS::EC2::NetworkInterface", ["GroupSet"]],
]);
