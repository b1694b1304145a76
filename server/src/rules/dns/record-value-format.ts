import { parseAddress } from "../../base/cidr.ts";
import type { Localized } from "../../base/localized.ts";
import type { Evaluator } from "../../template/value.ts";
import { textOf } from "../../template/values.ts";
import type { Given } from "../basis.ts";
import { defineRule, type Fix } from "../rule.ts";
import { waysAt } from "../ways-at.ts";
import { positionsOf } from "./record-names.ts";
import { typesBeside } from "./record-places.ts";
import { type DnsRecord, isEditable, nameForPeople, recordsOf, typesOf } from "./records.ts";

const quoted = {
  fits: (text: string) => text.startsWith('"') && text.endsWith('"') && text.length > 1,
  wanted: { en: "text in double quotes", ja: "二重引用符で囲んだ文字列" },
};

/** https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html */
const formats: Readonly<Record<string, { readonly fits: (text: string) => boolean; readonly wanted: Localized }>> = {
  A: {
    fits: (text) => parseAddress(text)?.family === 4,
    wanted: { en: "an IPv4 address", ja: "IPv4 アドレス" },
  },
  AAAA: {
    fits: (text) => parseAddress(text)?.family === 6,
    wanted: { en: "an IPv6 address", ja: "IPv6 アドレス" },
  },
  MX: {
    fits: (text) => /^\d{1,5}\s+\S+$/.test(text),
    wanted: {
      en: "a priority and a mail server, as in 10 mail.example.com",
      ja: "優先度とメールサーバー (10 mail.example.com など)",
    },
  },
  SRV: {
    fits: (text) => /^\d{1,5}\s+\d{1,5}\s+\d{1,5}\s+\S+$/.test(text),
    wanted: {
      en: "priority, weight, port and server, as in 1 10 5269 xmpp.example.com",
      ja: "優先度・重み・ポート・サーバー (1 10 5269 xmpp.example.com など)",
    },
  },
  TXT: quoted,
  SPF: quoted,
  CAA: {
    fits: (text) => /^\d{1,3}\s+[A-Za-z0-9]+\s+".*"$/.test(text),
    wanted: {
      en: 'flags, a tag and a quoted value, as in 0 issue "amazon.com"',
      ja: 'フラグ・タグ・引用符で囲んだ値 (0 issue "amazon.com" など)',
    },
  },
};

export const recordValueFormat = defineRule({
  id: "record-value-format",
  group: "dns",
  severity: "error",
  topic: "private-hosted-zone-sharing",
  messages: {
    format: {
      en: "{value} is not what a record of type {type} holds: {wanted}. Route 53 refuses {name}, and the stack will fail.",
      ja: "{value} は {type} レコードの値の形式ではない。必要な形式: {wanted}。Route 53 が {name} を拒否し、作成は失敗する。",
    },
  },
  check({ evaluator }, report) {
    for (const record of recordsOf(evaluator)) {
      for (const type of typesOf(evaluator, record).known) {
        const format = formats[type.value];
        if (!format) continue;
        for (const value of waysAt(evaluator, record.resource, ["ResourceRecords", "*"])) {
          const text = textOf(value.value)?.trim();
          if (text === undefined || text === "" || format.fits(text)) continue;
          report({
            at: value.span,
            message: "format",
            data: {
              value: text,
              type: type.value,
              wanted: format.wanted,
              name: nameForPeople(evaluator, record),
            },
            related: [{ at: type.span, message: { en: `The type is ${type.value}`, ja: `タイプは ${type.value}` } }],
            because: [record, type, value],
            fixes: () => cures(evaluator, record, type.value, value, text),
          });
        }
      }
    }
  },
});

/** Quotes around a text; another type, where the value is the only one and fits it. */
function cures(
  evaluator: Evaluator,
  record: DnsRecord,
  type: string,
  { from, span }: Given,
  text: string,
): readonly Fix[] {
  if (from.length > 0 || !isEditable(record)) return [];
  if (formats[type] === quoted) {
    if (text.includes('"') || text.length > 255) return [];
    return [
      {
        title: { en: "Put the text in double quotes", ja: "文字列を二重引用符で囲む" },
        edits: [{ kind: "replace-value", span, value: `"${text}"` }],
        preferred: true,
      },
    ];
  }
  if (type !== "A" && type !== "AAAA") return [];
  const isOnly = waysAt(evaluator, record.resource, ["ResourceRecords", "*"]).length === 1;
  const better = betterType(text);
  if (!isOnly || !better || !mayBecome(evaluator, record, better)) return [];
  return [
    {
      title: { en: `Change the type to ${better}`, ja: `タイプを ${better} に変える` },
      edits: [{ kind: "set-property", resource: record.id, path: [...record.path, "Type"], value: better }],
      preferred: true,
    },
  ];
}

/** A CNAME stands alone and not at the apex; of the other types there is one record of a name. */
function mayBecome(evaluator: Evaluator, record: DnsRecord, type: string): boolean {
  const beside = typesBeside(evaluator, record);
  if (type !== "CNAME") return !beside.includes(type);
  return beside.length === 0 && positionsOf(evaluator, record).every(({ position }) => position !== "apex");
}

function betterType(text: string): string | undefined {
  const family = parseAddress(text)?.family;
  if (family) return family === 4 ? "A" : "AAAA";
  return /^(?:[a-z0-9_](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}\.?$/i.test(text) ? "CNAME" : undefined;
}
