import { defineRule } from "../rule.ts";
import { gibibyte, inWords, sizesOutside, tebibyte, toNearestSize } from "./byte-sizes.ts";

/** CloudFormation makes cached volumes only. https://docs.aws.amazon.com/storagegateway/latest/vgw/resource-gateway-limits.html */
const range = { from: gibibyte, to: 32 * tebibyte };

export const storageVolumeSize = defineRule({
  id: "storage-volume-size",
  group: "storage",
  severity: "error",
  topic: "storage-gateway-volume",
  messages: {
    outside: {
      en: "{id} is to have {size}, but a cached volume has 1 GiB to 32 TiB. The stack will fail. Set VolumeSizeInBytes within that range; it counts bytes.",
      ja: "{id} の大きさが {size} になっている。キャッシュ型ボリュームは 1 GiB〜32 TiB で、作成は失敗する。VolumeSizeInBytes (単位はバイト) をこの範囲にすること。",
    },
  },
  check({ evaluator, template }, report) {
    for (const bad of sizesOutside(evaluator, "AWS::StorageGateway::Volume", "VolumeSizeInBytes", range)) {
      report({
        at: bad.size.span,
        message: "outside",
        data: { id: bad.owner.id, size: inWords(bad.size.value) },
        because: [bad.owner, bad.size],
        fixes: () => toNearestSize(template, bad, range),
      });
    }
  },
});
