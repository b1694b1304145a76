import { readBoolean } from "../../network/facts.ts";
import { resourcesOfType } from "../../template/resources-by-type.ts";
import { allGuards, type Given } from "../basis.ts";
import { rewriteValue } from "../rewrite.ts";
import { defineRule, type Fix } from "../rule.ts";
import { presenceIn, waysAt, waysIn } from "../ways-at.ts";

/** Where ENA Express is configured: the object that holds both switches. */
const places: Readonly<Record<string, readonly string[]>> = {
  "AWS::EC2::NetworkInterfaceAttachment": ["EnaSrdSpecification"],
  "AWS::EC2::Instance": ["NetworkInterfaces", "*", "EnaSrdSpecification"],
  "AWS::EC2::LaunchTemplate": ["LaunchTemplateData", "NetworkInterfaces", "*", "EnaSrdSpecification"],
};

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EnaSrdUdpSpecificationRequest.html */
export const enaExpressUdpAlone = defineRule({
  id: "ena-express-udp-alone",
  group: "connectivity",
  severity: "warning",
  topic: "enhanced-networking",
  messages: {
    off: {
      en: "{id} turns ENA Express on for UDP, but EnaSrdEnabled is not true. Without ENA Express itself the setting for UDP has no ground, and all traffic goes by plain ENA. Set EnaSrdEnabled to true as well.",
      ja: "{id} は UDP の ENA Express を有効にしているが、EnaSrdEnabled が true でない。ENA Express 自体が無効なら UDP の設定は効かず、すべて通常の ENA で送られる。EnaSrdEnabled も true にすること。",
    },
  },
  check({ evaluator, template }, report) {
    for (const resource of resourcesOfType(template, ...Object.keys(places))) {
      const path = places[resource.type];
      for (const settings of path ? waysAt(evaluator, resource, path) : []) {
        for (const udp of waysIn(evaluator, settings, ["EnaSrdUdpSpecification", "EnaSrdUdpEnabled"])) {
          if (udp.value.kind !== "known" || readBoolean(udp.value) !== true) continue;
          for (const off of offIn(settings)) {
            if (!allGuards(evaluator.conditions, [settings.guard, udp.guard, off.guard])) continue;
            report({
              at: udp.span,
              message: "off",
              data: { id: resource.id },
              because: [settings, udp, off],
              fixes: () => switchedOn(resource.id, path?.length === 1, off),
            });
          }
        }
      }
    }

    /** The ways in which ENA Express itself is not on. */
    function offIn(settings: Given): readonly (Partial<Given> & Pick<Given, "guard">)[] {
      return [
        ...presenceIn(evaluator, settings, "EnaSrdEnabled").absent.map((guard) => ({ guard })),
        ...waysIn(evaluator, settings, ["EnaSrdEnabled"]).filter(
          ({ value }) => value.kind === "known" && readBoolean(value) === false,
        ),
      ];
    }

    function switchedOn(id: string, isDirect: boolean, { value, span, from }: Partial<Given>): readonly Fix[] {
      const title = { en: `Turn ENA Express on for ${id}`, ja: `${id} の ENA Express を有効にする` };
      if (value && span && from) return rewriteValue(template, { text: "false", span, from }, true, title);
      if (!isDirect) return [];
      return [
        {
          title,
          edits: [{ kind: "set-property", resource: id, path: ["EnaSrdSpecification", "EnaSrdEnabled"], value: true }],
          preferred: true,
        },
      ];
    }
  },
});
