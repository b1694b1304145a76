import { propertyOf } from "../../template/expression.ts";
import type { Resource } from "../../template/template.ts";
import { defineRule, type Fix } from "../rule.ts";

/** An Availability Zone by name: `ap-northeast-1a`. Local and Wavelength Zones, which only have names, look different. */
const zoneName = /^([a-z]{2}(?:-[a-z]+)+-\d)([a-z])$/;

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getavailabilityzones.html */
export const azHardcoded = defineRule({
  id: "az-hardcoded",
  group: "addressing",
  severity: "info",
  topic: "subnet",
  messages: {
    literal: {
      en: "{id} is tied to {zone}, so this template works in {region} only. Write {instead} to take a zone of whatever Region the stack is in.",
      ja: "{id} の AZ が {zone} に固定されており、このテンプレートは {region} でしか使えない。{instead} と書けば、どのリージョンでもそこの AZ が使われる。",
    },
  },
  check({ template }, report) {
    // A program that names zones does so for a stack whose Region it knows.
    if (template.source === "cdk") return;
    for (const resource of template.resources.values()) {
      if (!resource.type.startsWith("AWS::EC2::")) continue;
      const written = propertyOf(resource.properties, "AvailabilityZone")?.value;
      const name = written?.kind === "scalar" ? zoneName.exec(written.text) : null;
      const [zone, region, letter] = name ?? [];
      if (!written || zone === undefined || region === undefined || letter === undefined) continue;
      const index = letter.charCodeAt(0) - "a".charCodeAt(0);
      report({
        at: written.span,
        message: "literal",
        data: { id: resource.id, zone, region, instead: `!Select [${index}, !GetAZs ""]` },
        fixes: () => [byIndex(resource, index)],
      });
    }
  },
});

function byIndex({ id }: Resource, index: number): Fix {
  return {
    title: { en: `Take zone ${index} of the stack's Region`, ja: `スタックのリージョンの AZ ${index} を使う` },
    edits: [
      {
        kind: "set-property",
        resource: id,
        path: ["AvailabilityZone"],
        value: { call: "Select", argument: [index, { call: "GetAZs", argument: "" }] },
      },
    ],
  };
}
