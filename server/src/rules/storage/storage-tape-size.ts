import { defineRule } from "../rule.ts";
import { gibibyte, inWords, sizesOutside, tebibyte, toNearestSize } from "./byte-sizes.ts";

/** https://docs.aws.amazon.com/storagegateway/latest/tgw/resource-gateway-limits.html */
const range = { from: 100 * gibibyte, to: 15 * tebibyte };

export const storageTapeSize = defineRule({
  id: "storage-tape-size",
  group: "storage",
  severity: "error",
  topic: "storage-gateway-tape",
  messages: {
    outside: {
      en: "{id} is to have {size}, but a virtual tape has 100 GiB to 15 TiB. The stack will fail. Set TapeSizeInBytes within that range; it counts bytes.",
      ja: "{id} の大きさが {size} になっている。仮想テープは 100 GiB〜15 TiB で、作成は失敗する。TapeSizeInBytes (単位はバイト) をこの範囲にすること。",
    },
  },
  check({ evaluator, template }, report) {
    for (const bad of sizesOutside(evaluator, "AWS::StorageGateway::Tape", "TapeSizeInBytes", range)) {
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
