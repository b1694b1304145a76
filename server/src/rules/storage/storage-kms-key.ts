import { readBoolean } from "../../network/facts.ts";
import type { Resource, Template } from "../../template/template.ts";
import { readAnything, resourcesOf, settingOf } from "../apis/parts.ts";
import { rewriteValue } from "../rewrite.ts";
import { defineRule, type Fix } from "../rule.ts";

/** https://docs.aws.amazon.com/storagegateway/latest/APIReference/API_CreateCachediSCSIVolume.html */
export const storageKmsKey = defineRule({
  id: "storage-kms-key",
  group: "storage",
  severity: "warning",
  topic: "storage-gateway-encryption",
  messages: {
    notAsked: {
      en: "{id} names a KMS key, but KMSEncrypted is not true. Storage Gateway takes KMSKey only together with KMSEncrypted: true; without it the data is encrypted with keys of S3. Set KMSEncrypted: true, since a later change replaces {id}.",
      ja: "{id} に KMS キーの指定があるが、KMSEncrypted が true でない。KMSKey を指定できるのは KMSEncrypted: true のときだけで、そうでなければ暗号化には S3 のキーが使われる。あとからの変更は {id} の置き換えになるので、今のうちに true にすること。",
    },
  },
  check({ evaluator, template }, report) {
    for (const stored of resourcesOf(evaluator, "AWS::StorageGateway::Volume", "AWS::StorageGateway::Tape")) {
      const { id, resource } = stored.owner;
      const { absent, known } = settingOf(evaluator, stored, "KMSEncrypted", readBoolean);
      const off = [...known.filter(({ value }) => !value), ...absent.map((guard) => ({ guard }))];
      for (const key of settingOf(evaluator, stored, "KMSKey", readAnything(evaluator)).known) {
        for (const encrypted of off) {
          const written = "span" in encrypted ? encrypted : undefined;
          report({
            at: key.span,
            message: "notAsked",
            data: { id },
            related: written ? [{ at: written.span, message: { en: "Switched off here", ja: "ここで無効" } }] : [],
            because: [stored.owner, key, encrypted],
            fixes: () => (written ? switchedOn(template, resource, written) : added(resource, known.length > 0)),
          });
        }
      }
    }
  },
});

function title(id: string): Fix["title"] {
  return { en: `Set KMSEncrypted of ${id} to true`, ja: `${id} の KMSEncrypted を true にする` };
}

function switchedOn(
  template: Template,
  { id }: Resource,
  { from, span }: Pick<Parameters<typeof rewriteValue>[1], "from" | "span">,
): readonly Fix[] {
  return rewriteValue(template, { span, from, text: "false" }, true, title(id));
}

/** Not where it is written for other cases. */
function added({ id }: Resource, isWritten: boolean): readonly Fix[] {
  if (isWritten) return [];
  return [
    {
      title: title(id),
      edits: [{ kind: "set-property", resource: id, path: ["KMSEncrypted"], value: true }],
      preferred: true,
    },
  ];
}
