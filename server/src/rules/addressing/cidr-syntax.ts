import { parseAddress, parseCidr } from "../../base/cidr.ts";
import { defineRule } from "../rule.ts";
import { rewriteCidr } from "./cidr-edits.ts";
import { type CidrUse, cidrUses } from "./cidr-properties.ts";

/** CIDR notation: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-ip-addressing.html */
export const cidrSyntax = defineRule({
  id: "cidr-syntax",
  group: "addressing",
  severity: "error",
  topic: "subnet-cidr-planning",
  messages: {
    spaces: {
      en: '{id} has spaces in "{text}", and CloudFormation will fail on them. Write {cure}.',
      ja: "{id} の「{text}」は空白を含み、デプロイは失敗する。{cure} と書くこと。",
    },
    "prefix-missing": {
      en: "{text} in {id} is an address without a prefix length, and {property} takes a CIDR block. Write {cure} for this one address.",
      ja: "{id} の {text} にはプレフィックス長がない。{property} には CIDR を書く。この 1 アドレスだけなら {cure}。",
    },
    "prefix-range": {
      en: "{text} in {id} has a prefix length that does not exist: IPv4 has /0 to /32, IPv6 /0 to /128.",
      ja: "{id} の {text} のプレフィックス長は存在しない。IPv4 は /0〜/32、IPv6 は /0〜/128。",
    },
    octet: {
      en: "{text} in {id} is no IPv4 address: it has four numbers from 0 to 255. CloudFormation will fail.",
      ja: "{id} の {text} は IPv4 アドレスではない。0〜255 の数を 4 つ並べて書く。このままではデプロイは失敗する。",
    },
    "not-cidr": {
      en: "{text} in {id} is no CIDR block, and CloudFormation will fail. {property} takes a network such as {example}.",
      ja: "{id} の {text} は CIDR ではなく、デプロイは失敗する。{property} には {example} のように書く。",
    },
  },
  check({ template, evaluator }, report) {
    for (const use of cidrUses(evaluator)) {
      const { property, resource, text, parsed } = use;
      if (parsed.ok || asksForValue(use)) continue;
      const cure = cureOf(text);
      report({
        at: use.span,
        message: parsed.reason,
        data: {
          id: resource.id,
          text,
          property: property.path.findLast((name) => name !== "*") ?? "",
          cure: cure ?? "",
          example: property.family === 6 ? "2001:db8:1234:1a00::/64" : "10.0.0.0/16",
        },
        because: [use],
        fixes: () =>
          cure === undefined
            ? []
            : rewriteCidr(
                template,
                { ...use, value: { text, cidr: undefined, hasHostBits: false } },
                cure,
                (block) => ({ en: `Write ${block}`, ja: `${block} と書く` }),
              ),
      });
    }
  },
});

/** Whether it is a default such as 999.999.999.999/32, there to fail so that each deployment gives its own address. */
function asksForValue({ text, from }: CidrUse): boolean {
  const numbers = /^(\d+)\.(\d+)\.(\d+)\.(\d+)(?:\/\d+)?$/.exec(text)?.slice(1) ?? [];
  return (
    from.some(({ kind }) => kind === "default") && numbers.length === 4 && numbers.every((each) => Number(each) > 255)
  );
}

/** The block that was meant, where that is plain: without spaces, and a single address as a block of its own. */
function cureOf(text: string): string | undefined {
  const joined = text.replace(/\s+/g, "");
  const address = parseAddress(joined);
  if (address) return `${joined}/${address.family === 4 ? 32 : 128}`;
  return joined !== text && parseCidr(joined).ok ? joined : undefined;
}
