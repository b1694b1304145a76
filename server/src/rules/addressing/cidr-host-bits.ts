import { parseCidr } from "../../base/cidr.ts";
import { defineRule } from "../rule.ts";
import { isOpenAnyway as isOpenByOther } from "../security-groups/coverage.ts";
import { allReadings } from "../security-groups/rule-parts.ts";
import { rewriteCidr } from "./cidr-edits.ts";
import { type CidrUse, cidrUses } from "./cidr-properties.ts";

/**
 * EC2 keeps the canonical network: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html and
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AuthorizeSecurityGroupIngress.html
 */
export const cidrHostBits = defineRule({
  id: "cidr-host-bits",
  group: "addressing",
  severity: "warning",
  topic: "subnet-cidr-planning",
  messages: {
    hostBits: {
      en: "{text} in {id} is not the start of its block, and EC2 makes it {canonical}. Write that, so that the template says what will be there; for a single address, write {single}.",
      ja: "{id} の {text} はブロックの先頭ではなく、EC2 は {canonical} として扱う。実際の範囲と一致するようにそう書くこと。1 つのアドレスだけを指すなら {single}。",
    },
    hostBitsOfNetwork: {
      en: "{text} in {id} is not the start of its block, and EC2 makes it {canonical}. Write that, so that the template says what will be there.",
      ja: "{id} の {text} はブロックの先頭ではなく、EC2 は {canonical} として扱う。実際の範囲と一致するようにそう書くこと。",
    },
  },
  check({ network, template, evaluator }, report) {
    for (const use of cidrUses(evaluator)) {
      const { property, resource, text, parsed } = use;
      if (property.use === undefined) continue;
      if (!parsed.ok || !parsed.hasHostBits || parsed.cidr.family !== property.family) continue;
      const filter = property.use === "filter";
      // A filter open to everyone by mistake has a rule of its own: cidr-zero-prefix-in-disguise.
      if (filter && parsed.cidr.prefix === 0) continue;
      const single = `${text.slice(0, text.indexOf("/"))}/${parsed.cidr.family === 4 ? 32 : 128}`;
      const fact = { ...use, value: { text, cidr: parsed.cidr, hasHostBits: true } };
      report({
        at: use.span,
        message: filter ? "hostBits" : "hostBitsOfNetwork",
        data: { id: resource.id, text, canonical: parsed.canonical, single },
        // What counts is whether a range of callers was misjudged; for networks it is a matter of tidiness.
        severity: filter && resource.type !== "AWS::EC2::NetworkAclEntry" ? "warning" : "info",
        because: [use],
        fixes: () => [
          ...rewriteCidr(template, fact, parsed.cidr, (block) => ({
            en: `Write the block as ${block}`,
            ja: `ブロックの先頭に直す: ${block}`,
          })),
          ...(filter && !isOpenAnyway(use, single)
            ? rewriteCidr(
                template,
                fact,
                single,
                (block) => ({ en: `Narrow it to the one address ${block}`, ja: `1 つのアドレスに絞る: ${block}` }),
                { preferred: false },
              )
            : []),
        ],
      });
    }

    /** Whether other rules of the security group let the one address in, so that narrowing this one closes nothing. */
    function isOpenAnyway({ span }: CidrUse, single: string): boolean {
      const parsed = parseCidr(single);
      if (!parsed.ok) return false;
      const cidr = { text: single, cidr: parsed.cidr, hasHostBits: false };
      return allReadings(network).some(
        (reading) =>
          reading.peer?.kind === "cidr" &&
          reading.peer.span === span &&
          isOpenByOther(network, { ...reading, peer: { ...reading.peer, cidr } }),
      );
    }
  },
});
