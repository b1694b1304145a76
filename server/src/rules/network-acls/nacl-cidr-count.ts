import { allGuards } from "../basis.ts";
import { keySpan } from "../routing/route-parts.ts";
import { defineRule, type Fix } from "../rule.ts";
import { presence } from "../ways-at.ts";

const [ipv4, ipv6] = ["CidrBlock", "Ipv6CidrBlock"] as const;

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-networkaclentry.html */
export const naclCidrCount = defineRule({
  id: "nacl-cidr-count",
  group: "network-acls",
  severity: "error",
  topic: "ephemeral-ports",
  messages: {
    none: {
      en: "{id} has neither CidrBlock nor Ipv6CidrBlock, so it applies to no address. CloudFormation will fail. Give one of them; 0.0.0.0/0 and ::/0 stand for every address.",
      ja: "{id} に CidrBlock も Ipv6CidrBlock もなく、対象のアドレスが決まらないため、作成は失敗する。どちらか一方を指定すること。全アドレスなら 0.0.0.0/0 または ::/0。",
    },
    both: {
      en: "{id} has CidrBlock and Ipv6CidrBlock, but an entry is for one family. CloudFormation will fail. Keep one, and make a second entry with a number of its own for the other.",
      ja: "{id} に CidrBlock と Ipv6CidrBlock の両方があるが、1 つのエントリで扱えるのは片方だけで、作成は失敗する。一方を残し、もう一方は別の番号のエントリに分けること。",
    },
  },
  check({ network, evaluator }, report) {
    for (const { id, resource } of network.networkAclEntries) {
      const [first, second] = [presence(evaluator, resource, ipv4), presence(evaluator, resource, ipv6)];
      for (const one of first.absent) {
        for (const other of second.absent) {
          if (!allGuards(evaluator.conditions, [one, other])) continue;
          report({
            at: resource.idSpan,
            message: "none",
            data: { id },
            because: [{ guard: one }, { guard: other }],
            fixes: () => [...withBlock(id, ipv4, "0.0.0.0/0"), ...withBlock(id, ipv6, "::/0")],
          });
        }
      }
      for (const one of first.known) {
        for (const other of second.known) {
          if (!allGuards(evaluator.conditions, [one.guard, other.guard])) continue;
          report({
            at: keySpan(resource, ipv6),
            message: "both",
            data: { id },
            related: [{ at: keySpan(resource, ipv4), message: { en: "The IPv4 block", ja: "IPv4 のブロック" } }],
            because: [one, other],
            fixes: () => [...without(id, ipv6, "IPv4"), ...without(id, ipv4, "IPv6")],
          });
        }
      }
    }
  },
});

function withBlock(id: string, property: string, block: string): readonly Fix[] {
  return [
    {
      title: { en: `Apply ${id} to ${block}`, ja: `${id} の対象を ${block} にする` },
      edits: [{ kind: "set-property", resource: id, path: [property], value: block }],
    },
  ];
}

function without(id: string, property: string, kept: string): readonly Fix[] {
  return [
    {
      title: {
        en: `Keep ${id} for ${kept}: remove ${property}`,
        ja: `${id} を ${kept} 用にし、${property} を削除する`,
      },
      edits: [{ kind: "remove-property", resource: id, path: [property] }],
    },
  ];
}
