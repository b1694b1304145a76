import { blockAround, parseAddress } from "../../base/cidr.ts";
import { defineRule } from "../rule.ts";
import { rewriteCidr } from "./cidr-edits.ts";
import { cidrUses } from "./cidr-properties.ts";

const likelyPrefixes = { 4: [24, 16, 32], 6: [64, 56, 128] } as const;

/** EC2 cuts the address down to the prefix, which leaves nothing of it at /0. */
export const cidrZeroPrefixInDisguise = defineRule({
  id: "cidr-zero-prefix-in-disguise",
  group: "addressing",
  severity: "error",
  topic: "subnet-cidr-planning",
  messages: {
    everyone: {
      en: "{text} in {id} looks like one network but means the whole internet ({everyone}), because a /0 keeps nothing of the address. Give it the prefix that was meant, or write {everyone} if everyone really is.",
      ja: "{id} の {text} は特定のネットワークに見えるが、/0 ではアドレスが無視され、インターネット全体 ({everyone}) を意味する。意図したプレフィックス長に直すこと。本当に全開放なら {everyone} と書く。",
    },
  },
  check({ template, evaluator }, report) {
    for (const use of cidrUses(evaluator)) {
      const { property, resource, text, parsed } = use;
      if (property.use !== "filter") continue;
      if (!parsed.ok || parsed.cidr.prefix !== 0 || !parsed.hasHostBits) continue;
      const { family } = parsed.cidr;
      const address = parseAddress(text.slice(0, text.indexOf("/")));
      if (!address) continue;
      report({
        at: use.span,
        message: "everyone",
        data: { id: resource.id, text, everyone: family === 4 ? "0.0.0.0/0" : "::/0" },
        because: [use],
        fixes: () =>
          likelyPrefixes[family].flatMap((prefix, index) =>
            rewriteCidr(
              template,
              { ...use, value: { text, cidr: parsed.cidr, hasHostBits: true } },
              blockAround(address.value, family, prefix),
              (block) => ({ en: `Narrow it to ${block}`, ja: `${block} に絞る` }),
              { preferred: index === 0 },
            ),
          ),
      });
    }
  },
});
