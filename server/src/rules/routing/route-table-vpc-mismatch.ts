import { allGuards, linkedEntities } from "../basis.ts";
import { defineRule } from "../rule.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-subnetroutetableassociation.html */
export const routeTableVpcMismatch = defineRule({
  id: "route-table-vpc-mismatch",
  group: "routing",
  severity: "error",
  topic: "route-table",
  messages: {
    mismatch: {
      en: "{id} gives {subnet} of {subnetVpc} the route table {table} of {tableVpc}. Both have to be in one VPC, so EC2 will refuse it. Take a route table of {subnetVpc}.",
      ja: "{id} は {subnetVpc} の {subnet} に {tableVpc} のルートテーブル {table} を関連付けている。両者は同じ VPC に属する必要があり、EC2 は拒否する。{subnetVpc} のルートテーブルを使うこと。",
    },
  },
  check({ network, evaluator }, report) {
    for (const association of network.associations) {
      for (const { entity: subnet, fact: toSubnet } of linkedEntities(association.subnet)) {
        for (const { entity: table, fact: toTable } of linkedEntities(association.table)) {
          for (const { entity: subnetVpc, fact: ofSubnet } of linkedEntities(subnet.vpc)) {
            for (const { entity: tableVpc, fact: ofTable } of linkedEntities(table.vpc)) {
              const because = [toSubnet, toTable, ofSubnet, ofTable];
              const guards = because.map(({ guard }) => guard);
              if (subnetVpc === tableVpc || !allGuards(evaluator.conditions, guards)) continue;
              report({
                at: toTable.span,
                message: "mismatch",
                data: {
                  id: association.id,
                  subnet: subnet.id,
                  table: table.id,
                  subnetVpc: subnetVpc.id,
                  tableVpc: tableVpc.id,
                },
                related: [
                  {
                    at: ofSubnet.span,
                    message: { en: `The VPC of ${subnet.id}`, ja: `${subnet.id} の VPC` },
                  },
                  { at: ofTable.span, message: { en: `The VPC of ${table.id}`, ja: `${table.id} の VPC` } },
                ],
                because,
              });
            }
          }
        }
      }
    }
  },
});
