import type { Resource } from "../../template/template.ts";
import type { Evaluator } from "../../template/value.ts";
import { waysOfProperty } from "../basis.ts";
import { numbersAt, type WrittenNumber } from "../numbers.ts";
import { rewriteValue } from "../rewrite.ts";
import { isWritten } from "../routing/route-parts.ts";
import { defineRule } from "../rule.ts";
import { identityOf } from "../same-value.ts";

const attachment = "AWS::EC2::NetworkInterfaceAttachment";

/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/network-interface-attachments.html */
export const eniAttachmentDeviceIndex = defineRule({
  id: "eni-attachment-device-index",
  group: "connectivity",
  severity: "error",
  topic: "eni-attachment",
  messages: {
    primary: {
      en: "{id} attaches at device index 0, where the instance has had its primary interface since launch. CloudFormation will fail. Take index {free}, or give the interface to the instance itself in NetworkInterfaces.",
      ja: "{id} のデバイスインデックスは 0 だが、そこには起動時からプライマリのインターフェイスがあり、作成は失敗する。インデックスを {free} にするか、起動時から使うならインスタンスの NetworkInterfaces に指定すること。",
    },
  },
  check({ template, evaluator }, report) {
    const indexes = numbersAt(evaluator, [attachment], ["DeviceIndex"]);
    for (const index of indexes) {
      // Further network cards count for themselves.
      if (index.number !== 0 || isWritten(index.resource, "NetworkCardIndex")) continue;
      const free = freeIndex(evaluator, index, indexes);
      const { id } = index.resource;
      report({
        at: index.span,
        message: "primary",
        data: { id, free },
        because: [index],
        fixes: () =>
          rewriteValue(template, index, String(free), {
            en: `Attach ${id} at device index ${free}`,
            ja: `${id} のデバイスインデックスを ${free} にする`,
          }),
      });
    }
  },
});

/** The first index behind the primary interface that no other attachment of the instance has. */
function freeIndex(evaluator: Evaluator, { resource }: WrittenNumber, indexes: readonly WrittenNumber[]): number {
  const instances = instancesOf(evaluator, resource);
  const taken = new Set(
    indexes
      .filter((other) => instancesOf(evaluator, other.resource).some((instance) => instances.includes(instance)))
      .map(({ number }) => number),
  );
  let free = 1;
  while (taken.has(free)) free += 1;
  return free;
}

function instancesOf(evaluator: Evaluator, resource: Resource): readonly string[] {
  return waysOfProperty(evaluator, resource, "InstanceId").flatMap(({ value }) => identityOf(value) ?? []);
}
