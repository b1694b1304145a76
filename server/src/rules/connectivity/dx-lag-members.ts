import { resourcesOfType } from "../../template/resources-by-type.ts";
import type { Resource } from "../../template/template.ts";
import { textOf } from "../../template/values.ts";
import { allGuards, type Given, waysOfProperty } from "../basis.ts";
import { rewriteValue } from "../rewrite.ts";
import { defineRule } from "../rule.ts";

const lag = "AWS::DirectConnect::Lag";
const connection = "AWS::DirectConnect::Connection";

/** What a connection has in common with its LAG, by the names of both. */
const shared = [
  { own: "Bandwidth", ofLag: "ConnectionsBandwidth", message: "speed" },
  { own: "Location", ofLag: "Location", message: "location" },
] as const;

interface Member {
  readonly resource: Resource;
  readonly way: Given;
}

/** https://docs.aws.amazon.com/directconnect/latest/UserGuide/lags.html */
export const dxLagMembers = defineRule({
  id: "dx-lag-members",
  group: "connectivity",
  severity: "error",
  topic: "direct-connect",
  messages: {
    speed: {
      en: "{id} has {value}, but {lag} bundles connections of {expected}. All connections of a LAG have one speed, so this one can't join. Give both the same.",
      ja: "{id} は {value} だが、{lag} が束ねるのは {expected} の接続。LAG の接続はすべて同じ速度でなければならず、この接続は加われない。速度をそろえること。",
    },
    location: {
      en: "{id} is at {value}, but {lag} is at {expected}. The connections of a LAG end at one AWS device, so this one can't join. Give both the same location.",
      ja: "{id} のロケーションは {value} だが、{lag} は {expected}。LAG の接続はすべて同じ AWS 機器で終端するため、この接続は加われない。ロケーションをそろえること。",
    },
    tooMany: {
      en: "{id} is connection {count} of {lag}, and a LAG takes {most} connections of {speed}. It can't join. Leave it out of the LAG, or make a second LAG.",
      ja: "{id} は {lag} の {count} 本目の接続だが、{speed} の接続は 1 つの LAG に {most} 本まで。この接続は加われない。LAG から外すか、2 つ目の LAG を作ること。",
    },
  },
  check({ evaluator, template }, report) {
    const { conditions } = evaluator;
    const members = new Map<string, Member[]>();
    for (const resource of resourcesOfType(template, connection)) {
      for (const way of waysOfProperty(evaluator, resource, "LagId")) {
        if (way.value.kind !== "reference") continue;
        const group = template.resources.get(way.value.logicalId);
        if (group?.type !== lag) continue;
        members.set(group.id, [...(members.get(group.id) ?? []), { resource, way }]);
        compare(resource, group, way);
      }
    }
    for (const [id, group] of members) countMembers(id, group);

    function compare(resource: Resource, group: Resource, membership: Given): void {
      for (const { own, ofLag, message } of shared) {
        for (const expected of waysOfProperty(evaluator, group, ofLag)) {
          for (const value of waysOfProperty(evaluator, resource, own)) {
            const [text, wanted] = [textOf(value.value), textOf(expected.value)];
            if (text === undefined || wanted === undefined || text === wanted) continue;
            if (!allGuards(conditions, [membership.guard, expected.guard, value.guard])) continue;
            report({
              at: value.span,
              message,
              data: { id: resource.id, lag: group.id, value: text, expected: wanted },
              related: [{ at: expected.span, message: { en: `Of ${group.id}`, ja: `${group.id} の指定` } }],
              because: [membership, expected, value],
              fixes: () =>
                rewriteValue(template, { ...value, text }, wanted, {
                  en: `Set ${own} of ${resource.id} to ${wanted}, as ${group.id} has it`,
                  ja: `${resource.id} の ${own} を ${group.id} に合わせて ${wanted} にする`,
                }),
            });
          }
        }
      }
    }

    /** Members that only some cases have are not counted. */
    function countMembers(id: string, group: readonly Member[]): void {
      const sure = group.filter(({ way }) => conditions.exhaustive([way.guard]));
      const resource = template.resources.get(id);
      for (const speed of resource ? waysOfProperty(evaluator, resource, "ConnectionsBandwidth") : []) {
        const text = textOf(speed.value);
        const gigabits = Number(/^(\d+)Gbps$/i.exec(text?.trim() ?? "")?.[1]);
        if (text === undefined || Number.isNaN(gigabits)) continue;
        const most = gigabits < 100 ? 4 : 2;
        const first = sure[most];
        if (!first) continue;
        report({
          at: first.way.span,
          message: "tooMany",
          data: { id: first.resource.id, lag: id, count: most + 1, most, speed: text },
          related: [{ at: speed.span, message: { en: `The ports of ${id}`, ja: `${id} のポート` } }],
          because: [speed, ...sure.slice(0, most + 1).map(({ way }) => way)],
        });
      }
    }
  },
});
