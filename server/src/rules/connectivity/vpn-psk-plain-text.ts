import { preSharedKeyFault } from "../../network/tunnel-options.ts";
import { propertyOf } from "../../template/expression.ts";
import type { Parameter, Template } from "../../template/template.ts";
import type { Given } from "../basis.ts";
import { defineRule, type Fix } from "../rule.ts";
import { isHidden, type PreSharedKey, preSharedKeys } from "./pre-shared-keys.ts";

/**
 * Messages never show the key.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html
 */
export const vpnPskPlainText = defineRule({
  id: "vpn-psk-plain-text",
  group: "connectivity",
  severity: "warning",
  topic: "ipsec",
  messages: {
    written: {
      en: "{id} has its pre-shared key in the template, so whoever reads the template can open the tunnel. Leave PreSharedKey out and AWS makes one, or refer to a secret with a dynamic reference.",
      ja: "{id} の事前共有キーがテンプレートに直接書かれており、テンプレートを読める人はトンネルを張れてしまう。PreSharedKey を省いて AWS に生成させるか、動的参照でシークレットを参照すること。",
    },
    shown: {
      en: "{id} takes its pre-shared key from {parameter}, which lacks NoEcho, so the key is shown to everyone who may see the stack. Set NoEcho: true on {parameter}, or refer to a secret with a dynamic reference.",
      ja: "{id} の事前共有キーを渡す {parameter} に NoEcho がなく、スタックを参照できる人すべてにキーが見える。{parameter} に NoEcho: true を付けるか、動的参照でシークレットを参照すること。",
    },
  },
  check({ template, evaluator }, report) {
    for (const key of preSharedKeys(evaluator)) {
      const { connection, way } = key;
      const parameter = parameterOf(template, way);
      // What AWS refuses anyway is reported as such, with the same advice.
      if (isRefused(way) || isHidden(template, way) || (parameter ? !isShown(parameter) : way.value.kind !== "known"))
        continue;
      report({
        at: way.span,
        message: parameter ? "shown" : "written",
        data: { id: connection.id, parameter: parameter?.id ?? "" },
        // Not what it rests on: the default would be the key itself.
        because: [{ guard: way.guard }],
        fixes: () => (parameter ? hide(parameter) : [...leaveOut(key), ...referToSecret(key)]),
      });
    }
  },
});

function isRefused({ value }: Given): boolean {
  const text = value.kind === "known" && typeof value.data === "string" ? value.data : undefined;
  return text !== undefined && preSharedKeyFault(text) !== undefined;
}

/** The parameter that hands over the key, with or without a default. */
function parameterOf({ parameters }: Template, { value, from }: Given): Parameter | undefined {
  if (value.kind === "unknown") {
    return value.reason.kind === "parameter" ? parameters.get(value.reason.name) : undefined;
  }
  const origin = from.find(({ kind }) => kind === "default" || kind === "assumed");
  return origin?.kind === "default" || origin?.kind === "assumed" ? parameters.get(origin.parameter) : undefined;
}

/** What is looked up in the parameter store is not part of the stack's input. */
function isShown({ noEcho, type }: Parameter): boolean {
  return !noEcho && !type.startsWith("AWS::SSM::");
}

function leaveOut({ connection, way }: PreSharedKey): readonly Fix[] {
  const tunnels = propertyOf(connection.properties, "VpnTunnelOptionsSpecifications")?.value;
  const index =
    tunnels?.kind === "list"
      ? tunnels.items.findIndex((tunnel) => propertyOf(tunnel, "PreSharedKey")?.value.span.start === way.span.start)
      : -1;
  if (index < 0) return [];
  return [
    {
      title: { en: "Leave the key out and let AWS make one", ja: "キーを省いて AWS に生成させる" },
      edits: [
        {
          kind: "remove-property",
          resource: connection.id,
          path: ["VpnTunnelOptionsSpecifications", index, "PreSharedKey"],
        },
      ],
    },
  ];
}

/** A literal in the template becomes a dynamic reference; whoever takes the fix makes the secret. */
function referToSecret({ connection, way }: PreSharedKey): readonly Fix[] {
  if (way.from.length > 0) return [];
  const secret = `${connection.id}-psk`;
  return [
    {
      title: {
        en: `Read the key from the secret ${secret} in Secrets Manager (to be created)`,
        ja: `キーを Secrets Manager のシークレット ${secret} から読む (シークレットは別途作成)`,
      },
      edits: [{ kind: "replace-value", span: way.span, value: `{{resolve:secretsmanager:${secret}}}` }],
    },
  ];
}

function hide({ id }: Parameter): readonly Fix[] {
  return [
    {
      title: { en: `Set NoEcho on ${id}`, ja: `${id} に NoEcho を付ける` },
      edits: [{ kind: "set-parameter", parameter: id, attribute: "NoEcho", value: true }],
      preferred: true,
    },
  ];
}
