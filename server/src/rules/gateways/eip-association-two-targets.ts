import { resourcesOfType } from "../../template/resources-by-type.ts";
import { allGuards, waysOfProperty } from "../basis.ts";
import { defineRule } from "../rule.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-eipassociation.html */
export const eipAssociationTwoTargets = defineRule({
  id: "eip-association-two-targets",
  group: "gateways",
  severity: "error",
  topic: "elastic-ip",
  messages: {
    both: {
      en: "{id} names an instance and a network interface, but an Elastic IP goes to one of them. CloudFormation will fail. Keep NetworkInterfaceId, which says exactly where the address goes.",
      ja: "{id} に InstanceId と NetworkInterfaceId の両方がある。Elastic IP の関連付け先は 1 つで、作成は失敗する。付け先がはっきり決まる NetworkInterfaceId を残すこと。",
    },
  },
  check({ template, evaluator }, report) {
    for (const resource of resourcesOfType(template, "AWS::EC2::EIPAssociation")) {
      for (const instance of waysOfProperty(evaluator, resource, "InstanceId")) {
        for (const networkInterface of waysOfProperty(evaluator, resource, "NetworkInterfaceId")) {
          if (!allGuards(evaluator.conditions, [instance.guard, networkInterface.guard])) continue;
          report({
            at: instance.span,
            message: "both",
            data: { id: resource.id },
            related: [
              {
                at: networkInterface.span,
                message: { en: "The network interface is here", ja: "ネットワークインターフェイスはここ" },
              },
            ],
            because: [instance, networkInterface],
            fixes: () =>
              [
                { drop: "InstanceId", keep: "NetworkInterfaceId", preferred: true },
                { drop: "NetworkInterfaceId", keep: "InstanceId", preferred: false },
              ].map(({ drop, keep, preferred }) => ({
                title: { en: `Keep ${keep} only`, ja: `${keep} だけを残す` },
                edits: [{ kind: "remove-property", resource: resource.id, path: [drop] }],
                preferred,
              })),
          });
        }
      }
    }
  },
});
