import type { Fact, Link, Vpc } from "../../network/model.ts";
import { linkedEntities } from "../basis.ts";
import { defineRule } from "../rule.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-subnetroutetableassociation.html */
export const routeTableVpcMismatch = defineRule({
  id: "route-table-vpc-mismatch",
  group: "routing",
  severity: "error",
  topic: "route-table",
  messages: {
    apart: {
      en: "{id} associates {subnet} of {subnetVpc} with {table} of {tableVpc}, but a route table serves the subnets of its own VPC only. CloudFormation will fail.",
      ja: "{id} は {subnetVpc} の {subnet} に {tableVpc} の {table} を関連付けているが、ルートテーブルを使えるのは同じ VPC のサブネットだけ。作成は失敗する。",
    },
  },
  check({ network }, report) {
    for (const association of network.associations) {
      for (const { entity: subnet, fact: ofSubnet } of linkedEntities(association.subnet)) {
        for (const { entity: table, fact: ofTable } of linkedEntities(association.table)) {
          for (const { entity: subnetVpc, fact: inSubnetVpc } of linkedEntities(subnet.vpc)) {
            for (const { entity: tableVpc, fact: inTableVpc } of linkedEntities(table.vpc)) {
              if (subnetVpc === tableVpc) continue;
              report({
                at: ofTable.span,
                message: "apart",
                data: {
                  id: association.id,
                  subnet: subnet.id,
                  subnetVpc: subnetVpc.id,
                  table: table.id,
                  tableVpc: tableVpc.id,
                },
                related: [place(subnet.id, inSubnetVpc), place(table.id, inTableVpc)],
                because: [ofSubnet, ofTable, subnet, table, inSubnetVpc, inTableVpc],
              });
            }
          }
        }
      }
    }
  },
});

function place(id: string, { span, value }: Fact<Link<Vpc>>) {
  const vpc = value.kind === "entity" ? value.entity.id : "";
  return { at: span, message: { en: `${id} belongs to ${vpc}`, ja: `${id} は ${vpc} に属する` } };
}
