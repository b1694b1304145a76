import { resourcesOfType } from "../../template/resources-by-type.ts";
import { canHold, waysOfProperty } from "../basis.ts";
import { isUnconditional } from "../routing/route-parts.ts";
import { defineRule } from "../rule.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-eip.html */
export const eipInstanceAndAssociation = defineRule({
  id: "eip-instance-and-association",
  group: "gateways",
  severity: "warning",
  topic: "floating-ip",
  messages: {
    both: {
      en: "{id} goes to {instance} by its InstanceId, and {association} associates it as well. It can only be at one place, and which one is last is left to chance. Remove InstanceId, and let {association} say where it goes.",
      ja: "{id} は InstanceId で{instance}に割り当てられ、さらに {association} でも関連付けられている。割り当て先は 1 か所だけで、どちらになるかは作成の順序しだい。InstanceId を削除し、{association} だけで決めること。",
    },
  },
  check({ template, evaluator }, report) {
    for (const association of resourcesOfType(template, "AWS::EC2::EIPAssociation")) {
      for (const allocation of ["AllocationId", "EIP"].flatMap((name) =>
        waysOfProperty(evaluator, association, name),
      )) {
        if (allocation.value.kind !== "reference") continue;
        const address = template.resources.get(allocation.value.logicalId);
        if (address?.type !== "AWS::EC2::EIP") continue;
        for (const instance of waysOfProperty(evaluator, address, "InstanceId")) {
          if (!canHold(evaluator.conditions, instance.guard, allocation.guard)) continue;
          const named = instance.value.kind === "reference" ? instance.value.logicalId : undefined;
          report({
            at: instance.span,
            message: "both",
            data: {
              id: address.id,
              instance:
                named === undefined ? { en: "an instance", ja: "インスタンス" } : { en: named, ja: ` ${named} ` },
              association: association.id,
            },
            related: [{ at: allocation.span, message: { en: "Associated here", ja: "関連付けはここ" } }],
            because: [instance, allocation],
            fixes: () =>
              isUnconditional(evaluator, address, "InstanceId")
                ? [
                    {
                      title: { en: `Remove InstanceId of ${address.id}`, ja: `${address.id} の InstanceId を削除する` },
                      edits: [{ kind: "remove-property", resource: address.id, path: ["InstanceId"] }],
                      preferred: true,
                    },
                  ]
                : [],
          });
        }
      }
    }
  },
});
