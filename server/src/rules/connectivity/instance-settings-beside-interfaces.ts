import type { TemplateEdit } from "../../template/edit.ts";
import { propertyOf } from "../../template/expression.ts";
import { resourcesOfType } from "../../template/resources-by-type.ts";
import type { Resource } from "../../template/template.ts";
import { isList } from "../../template/values.ts";
import { canHold, waysOfProperty } from "../basis.ts";
import { propertyAsNewValue } from "../gateways/new-values.ts";
import { isUnconditional, keySpan } from "../routing/route-parts.ts";
import { defineRule, type Fix } from "../rule.ts";
import { presence } from "../ways-at.ts";

/** Settings of an instance, and what they are called in an interface; undefined where it has no such setting. */
const settings: ReadonlyMap<string, string | undefined> = new Map([
  ["SubnetId", "SubnetId"],
  ["SecurityGroupIds", "GroupSet"],
  // Names, of which an interface takes none.
  ["SecurityGroups", undefined],
  ["PrivateIpAddress", "PrivateIpAddress"],
  ["Ipv6AddressCount", "Ipv6AddressCount"],
]);

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-instance.html */
export const instanceSettingsBesideInterfaces = defineRule({
  id: "instance-settings-beside-interfaces",
  group: "connectivity",
  severity: "error",
  topic: "eni-attachment",
  messages: {
    beside: {
      en: "{id} has NetworkInterfaces and beside it {property}. With interfaces of its own, an instance takes such settings from them alone, so the launch will fail. Move it into the interface{inner}, or remove it.",
      ja: "{id} に NetworkInterfaces があり、その外に {property} もある。インターフェイスを指定した場合、この設定はインターフェイス側に書くもので、起動は失敗する。インターフェイス{inner}に移すか、削除すること。",
    },
  },
  check({ evaluator, template }, report) {
    const { conditions } = evaluator;
    for (const resource of resourcesOfType(template, "AWS::EC2::Instance")) {
      const interfaces = waysOfProperty(evaluator, resource, "NetworkInterfaces").filter(
        ({ value }) => value.kind === "known" && isList(value.data) && value.data.length > 0,
      );
      for (const list of interfaces) {
        for (const [property, inner] of settings) {
          const beside = presence(evaluator, resource, property).known.find(({ guard }) =>
            canHold(conditions, guard, list.guard),
          );
          if (!beside) continue;
          const renamed = inner !== undefined && inner !== property;
          report({
            at: keySpan(resource, property),
            message: "beside",
            data: {
              id: resource.id,
              property,
              inner: renamed ? { en: ` (as ${inner})`, ja: ` (${inner}) ` } : { en: "", ja: "" },
            },
            related: [
              {
                at: keySpan(resource, "NetworkInterfaces"),
                message: { en: "The interfaces", ja: "インターフェイスの指定" },
              },
            ],
            because: [{ guard: list.guard }, { guard: beside.guard }],
            fixes: () => moving(resource, property, inner),
          });
        }
      }
    }

    /** Where one interface is written out, the setting goes there; else there is only the choice to drop it. */
    function moving(resource: Resource, property: string, inner: string | undefined): readonly Fix[] {
      const { id } = resource;
      const removal: TemplateEdit = { kind: "remove-property", resource: id, path: [property] };
      const list = propertyOf(resource.properties, "NetworkInterfaces")?.value;
      const [only, another] = list?.kind === "list" ? list.items : [];
      if (only?.kind !== "object" || another || !isUnconditional(evaluator, resource, property)) return [];
      const isTaken =
        (inner !== undefined && propertyOf(only, inner) !== undefined) ||
        propertyOf(only, "NetworkInterfaceId") !== undefined;
      if (isTaken) {
        return [
          {
            title: {
              en: `Remove ${property} from ${id}: the interface has its own`,
              ja: `${id} の ${property} を削除する (インターフェイス側にあるため)`,
            },
            edits: [removal],
            preferred: true,
          },
        ];
      }
      const value = propertyAsNewValue(resource, property);
      if (inner === undefined || value === undefined) return [];
      return [
        {
          title: {
            en: `Move ${property} of ${id} into its interface`,
            ja: `${id} の ${property} をインターフェイスに移す`,
          },
          edits: [{ kind: "set-property", resource: id, path: ["NetworkInterfaces", 0, inner], value }, removal],
          preferred: true,
        },
      ];
    }
  },
});
