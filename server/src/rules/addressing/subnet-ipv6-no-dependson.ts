import type { Subnet, Vpc, VpcCidrAssociation } from "../../network/model.ts";
import { type Expression, propertyOf } from "../../template/expression.ts";
import { canHold, linkedEntities } from "../basis.ts";
import { defineRule } from "../rule.ts";
import { callsIn } from "./expressions.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpccidrblock.html */
export const subnetIpv6NoDependson = defineRule({
  id: "subnet-ipv6-no-dependson",
  group: "addressing",
  severity: "error",
  topic: "subnet",
  messages: {
    order: {
      en: "{id} takes its IPv6 block from {vpc}, which has none until {association} has brought it, and nothing makes {id} wait for {association}. Add DependsOn: {association}.",
      ja: "{id} は {vpc} の IPv6 CIDR から切り出しているが、それは {association} の作成後に付く。{id} に待つ理由がなく、先に作られて失敗しうる。DependsOn: {association} を付けること。",
    },
  },
  check({ network, template }, report) {
    const { conditions } = network.evaluator;
    for (const subnet of network.subnets) {
      const value = propertyOf(subnet.resource.properties, "Ipv6CidrBlock")?.value;
      if (!value || template.open) continue;
      for (const { entity: vpc, fact } of linkedEntities(subnet.vpc)) {
        const use = ipv6BlocksOf(value, vpc);
        if (!use) continue;
        const bringing = vpc.secondary.filter(
          (each) => bringsIpv6(each) && canHold(conditions, each.guard, subnet.guard, fact.guard),
        );
        const [association] = bringing;
        if (!association || bringing.some((each) => waitsFor(network.dependencies(subnet.resource), each))) continue;
        report({
          at: use.span,
          message: "order",
          data: { id: subnet.id, vpc: vpc.id, association: association.id },
          related: [
            {
              at: association.resource.idSpan,
              message: {
                en: `${association.id} brings the IPv6 block of ${vpc.id}`,
                ja: `${vpc.id} の IPv6 CIDR は ${association.id} が割り当てる`,
              },
            },
          ],
          because: [subnet, fact, association],
          fixes: () => [fixFor(subnet, association)],
        });
      }
    }
  },
});

/** Where the expression reads `Ipv6CidrBlocks` of the VPC, in a `GetAtt` or a `Sub`. */
function ipv6BlocksOf(expression: Expression, vpc: Vpc): Expression | undefined {
  for (const inner of callsIn(expression)) {
    const { name, argument } = inner;
    if (name === "GetAtt" && argument.kind === "list") {
      const [id, attribute] = argument.items;
      if (id?.kind === "scalar" && id.value === vpc.id && attribute?.kind === "scalar" && isBlocks(attribute.text)) {
        return inner;
      }
    }
    if (name === "Sub") {
      const text = argument.kind === "list" ? argument.items[0] : argument;
      if (text?.kind === "scalar" && text.text.includes(`\${${vpc.id}.Ipv6CidrBlocks}`)) return inner;
    }
  }
  return undefined;
}

function isBlocks(attribute: string): boolean {
  return attribute === "Ipv6CidrBlocks";
}

function bringsIpv6({ providesIpv6, ipv6 }: VpcCidrAssociation): boolean {
  return providesIpv6 || ipv6.known.length > 0 || ipv6.unknown.length > 0;
}

function waitsFor(dependencies: ReadonlySet<string>, { id }: VpcCidrAssociation): boolean {
  return dependencies.has(id);
}

function fixFor(subnet: Subnet, association: VpcCidrAssociation) {
  return {
    title: {
      en: `Make ${subnet.id} wait for ${association.id}`,
      ja: `${subnet.id} に DependsOn: ${association.id} を付ける`,
    },
    edits: [{ kind: "add-depends-on", resource: subnet.id, target: association.id } as const],
    preferred: true,
  };
}
