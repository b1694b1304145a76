import { readBoolean } from "../../network/facts.ts";
import { resourcesOfType } from "../../template/resources-by-type.ts";
import { textOf } from "../../template/values.ts";
import { canHold, waysOfProperty } from "../basis.ts";
import { rewriteValue } from "../rewrite.ts";
import { keySpan } from "../routing/route-parts.ts";
import { defineRule, type Fix } from "../rule.ts";

/** The property that holds the speed of the ports. */
const speedOf: Readonly<Record<string, string>> = {
  "AWS::DirectConnect::Connection": "Bandwidth",
  "AWS::DirectConnect::Lag": "ConnectionsBandwidth",
};
/** https://docs.aws.amazon.com/directconnect/latest/UserGuide/direct-connect-mac-sec-getting-started.html */
const speeds: readonly string[] = ["10Gbps", "100Gbps", "400Gbps"];

export const macsecPortSpeed = defineRule({
  id: "macsec-port-speed",
  group: "connectivity",
  severity: "error",
  topic: "macsec",
  messages: {
    tooSlow: {
      en: "{id} asks for MACsec on {speed} ports, but MACsec is there for dedicated ports of 10, 100 and 400 Gbps only. Order one of these, or leave RequestMACSec out and encrypt with a VPN over the connection.",
      ja: "{id} は {speed} のポートで MACsec を要求しているが、MACsec を使えるのは 10、100、400 Gbps の専用ポートのみ。このいずれかにするか、RequestMACSec を外し、接続上の VPN で暗号化すること。",
    },
  },
  check({ evaluator, template }, report) {
    for (const resource of resourcesOfType(template, ...Object.keys(speedOf))) {
      const property = speedOf[resource.type];
      if (property === undefined) continue;
      const { id } = resource;
      const requests = waysOfProperty(evaluator, resource, "RequestMACSec").filter(
        ({ value }) => value.kind === "known" && readBoolean(value) === true,
      );
      for (const speed of waysOfProperty(evaluator, resource, property)) {
        const text = textOf(speed.value);
        if (text === undefined || !/^\d+[GM]bps$/i.test(text.trim()) || speeds.includes(text.trim())) continue;
        for (const request of requests) {
          if (!canHold(evaluator.conditions, speed.guard, request.guard)) continue;
          report({
            at: speed.span,
            message: "tooSlow",
            data: { id, speed: text },
            related: [
              { at: keySpan(resource, "RequestMACSec"), message: { en: "MACsec is asked for", ja: "MACsec の要求" } },
            ],
            because: [speed, request],
            fixes: (): readonly Fix[] => [
              ...rewriteValue(
                template,
                { ...speed, text },
                "10Gbps",
                { en: `Order ${id} with 10 Gbps`, ja: `${id} を 10 Gbps にする` },
                {},
              ),
              {
                title: { en: `Do without MACsec on ${id}`, ja: `${id} で MACsec を使わない` },
                edits: [{ kind: "remove-property", resource: id, path: ["RequestMACSec"] }],
              },
            ],
          });
        }
      }
    }
  },
});
