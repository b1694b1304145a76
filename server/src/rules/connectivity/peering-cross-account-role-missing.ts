import { textOf } from "../../template/values.ts";
import { waysOfProperty } from "../basis.ts";
import { defineRule } from "../rule.ts";
import { presence } from "../ways-at.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcpeeringconnection.html */
export const peeringCrossAccountRoleMissing = defineRule({
  id: "peering-cross-account-role-missing",
  group: "connectivity",
  // The template doesn't say in which account it will be deployed.
  severity: "warning",
  topic: "vpc-peering",
  messages: {
    noRole: {
      en: "{id} asks for a VPC of account {account} without PeerRoleArn, so CloudFormation can't accept the connection there. Name a role of that account that may call ec2:AcceptVpcPeeringConnection, unless it is the stack's own account.",
      ja: "{id} の相手はアカウント {account} の VPC なのに PeerRoleArn がなく、CloudFormation が相手側で承諾できない。スタック自身のアカウントでないなら、ec2:AcceptVpcPeeringConnection を許可した相手側のロールを指定すること。",
    },
  },
  check({ network, evaluator }, report) {
    for (const peering of network.peerings) {
      const { id, resource } = peering;
      const role = presence(evaluator, resource, "PeerRoleArn");
      for (const owner of waysOfProperty(evaluator, resource, "PeerOwnerId")) {
        // Another account is only certain where its number is written; a parameter may be given the own one.
        const account = textOf(owner.value)?.trim();
        if (account === undefined || !/^\d{12}$/.test(account)) continue;
        for (const guard of role.absent) {
          report({
            at: owner.span,
            message: "noRole",
            data: { id, account },
            because: [peering, owner, { guard }],
          });
        }
      }
    }
  },
});
