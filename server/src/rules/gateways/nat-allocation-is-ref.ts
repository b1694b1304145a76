import { getAtt } from "../../template/edit.ts";
import { type Expression, propertyOf } from "../../template/expression.ts";
import { resourcesOfType } from "../../template/resources-by-type.ts";
import type { Resource } from "../../template/template.ts";
import { waysOf } from "../basis.ts";
import { defineRule } from "../rule.ts";

/** `Ref` of an Elastic IP: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-eip.html */
export const natAllocationIsRef = defineRule({
  id: "nat-allocation-is-ref",
  group: "gateways",
  severity: "error",
  topic: "elastic-ip",
  messages: {
    address: {
      en: "{eip} comes out as its public IP address with Ref, but {property} takes an allocation ID. CloudFormation will fail. Take the attribute {eip}.AllocationId.",
      ja: "{eip} を Ref で参照するとパブリック IP アドレスになるが、{property} に必要なのはアロケーション ID。作成は失敗する。{eip}.AllocationId を GetAtt で参照すること。",
    },
  },
  check({ template, evaluator }, report) {
    for (const resource of resourcesOfType(template, ...holders)) {
      for (const { property, expression } of allocationsOf(resource)) {
        for (const given of waysOf(evaluator, resource, expression)) {
          if (given.value.kind !== "reference" || given.value.attribute !== undefined) continue;
          const eip = template.resources.get(given.value.logicalId);
          if (eip?.type !== "AWS::EC2::EIP") continue;
          report({
            at: given.span,
            message: "address",
            data: { eip: eip.id, property },
            related: [{ at: eip.idSpan, message: { en: `${eip.id} is here`, ja: `${eip.id} の定義` } }],
            because: [given],
            fixes: () => [
              {
                title: { en: `Take ${eip.id}.AllocationId`, ja: `${eip.id}.AllocationId を参照する` },
                edits: [{ kind: "replace-value", span: given.span, value: getAtt(eip.id, "AllocationId") }],
                preferred: true,
              },
            ],
          });
        }
      }
    }
  },
});

const holders = [
  "AWS::EC2::NatGateway",
  "AWS::EC2::EIPAssociation",
  "AWS::ElasticLoadBalancingV2::LoadBalancer",
] as const;

/** Everywhere an Elastic IP is given by its allocation ID. */
function allocationsOf({ type, properties }: Resource): readonly { property: string; expression: Expression }[] {
  const one = (property: string, object: Expression = properties) => {
    const value = propertyOf(object, property)?.value;
    return value ? [{ property, expression: value }] : [];
  };
  const items = (property: string): readonly Expression[] => {
    const value = propertyOf(properties, property)?.value;
    return value?.kind === "list" ? value.items : [];
  };
  switch (type) {
    case "AWS::EC2::NatGateway":
      return [
        ...one("AllocationId"),
        ...items("SecondaryAllocationIds").map((expression) => ({ property: "SecondaryAllocationIds", expression })),
      ];
    case "AWS::EC2::EIPAssociation":
      return one("AllocationId");
    case "AWS::ElasticLoadBalancingV2::LoadBalancer":
      return items("SubnetMappings").flatMap((mapping) => one("AllocationId", mapping));
    default:
      return [];
  }
}
