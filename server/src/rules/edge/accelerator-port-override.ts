import type { Resource } from "../../template/template.ts";
import type { Evaluator } from "../../template/value.ts";
import { readReference, resourcesOf, settingOf } from "../apis/parts.ts";
import { type Basis, canHold, existence, type Given, waysOfProperty } from "../basis.ts";
import { wholeNumber } from "../numbers.ts";
import { defineRule } from "../rule.ts";
import { waysAt, waysIn } from "../ways-at.ts";
import { allRangesAreKnown, nameOf, type PortRange, rangesOf } from "./listener-ports.ts";

/** One override of an endpoint group, with the listener that it is for. */
interface Override {
  readonly group: Resource;
  readonly listener: Resource;
  readonly listenerPort: Given & { readonly port: number };
  readonly endpointPort: Given & { readonly port: number };
  readonly because: readonly (Basis & Pick<Given, "guard">)[];
}

/** https://docs.aws.amazon.com/global-accelerator/latest/dg/about-endpoint-groups-port-override.html */
export const acceleratorPortOverride = defineRule({
  id: "accelerator-port-override",
  group: "edge",
  severity: "error",
  topic: "global-accelerator-components",
  messages: {
    listened: {
      en: "{id} leads port {from} to {to}, a port of {listener} ({ports}). An override can't end at a port that a listener of the accelerator takes itself, so CloudFormation will fail. Choose a port outside all of them.",
      ja: "{id} はポート {from} を {to} に変換しているが、{to} は {listener} のポート ({ports}) に含まれる。アクセラレーターのリスナーが受けるポートには変換できず、作成は失敗する。どのリスナーの範囲にもないポートにすること。",
    },
    sharedEnd: {
      en: "{id} leads port {from} to {to}, to which port {otherFrom} is led already. Each endpoint port belongs to one listener port, so CloudFormation will fail. Choose another endpoint port.",
      ja: "{id} はポート {from} を {to} に変換しているが、{to} にはすでにポート {otherFrom} が変換されている。1 つのエンドポイントポートに変換できるリスナーのポートは 1 つで、作成は失敗する。別のポートにすること。",
    },
    notListened: {
      en: "{id} overrides port {from}, which {listener} doesn't take ({ports}). No traffic arrives there, so the override does nothing. Name a port of {listener}.",
      ja: "{id} はポート {from} を変換しているが、{listener} はこのポートを受けない ({ports})。通信が届かず、変換は働かない。{listener} のポートを指定すること。",
    },
  },
  check({ evaluator }, report) {
    const { conditions } = evaluator;
    const listeners = resourcesOf(evaluator, "AWS::GlobalAccelerator::Listener").map(({ owner }) => owner.resource);
    const overrides = overridesOf(evaluator);
    if (overrides.length === 0) return;
    const ofAccelerator = listenersByAccelerator(evaluator, listeners);
    const byEnd = new Map<string, Override[]>();
    for (const override of overrides) {
      const { group, listener, listenerPort, endpointPort, because } = override;
      const data = { id: group.id, from: listenerPort.port, to: endpointPort.port };
      for (const range of rangesNear(evaluator, ofAccelerator, listener)) {
        if (endpointPort.port < range.from || endpointPort.port > range.to) continue;
        report({
          at: endpointPort.span,
          message: "listened",
          data: { ...data, listener: range.listener.id, ports: range.text },
          related: [{ at: range.at.span, message: { en: "The listener's ports", ja: "リスナーのポート" } }],
          because: [...because, ...range.because],
        });
      }
      const key = `${acceleratorsOf(evaluator, listener)[0] ?? listener.id} ${endpointPort.port}`;
      const before = byEnd.get(key) ?? [];
      const other = before.find(
        (each) =>
          each.listenerPort.port !== listenerPort.port &&
          canHold(conditions, ...[...each.because, ...because].map(({ guard }) => guard)),
      );
      byEnd.set(key, [...before, override]);
      if (other) {
        report({
          at: endpointPort.span,
          message: "sharedEnd",
          data: { ...data, otherFrom: other.listenerPort.port },
          related: [{ at: other.endpointPort.span, message: { en: "The same port", ja: "同じポート" } }],
          because: [...other.because, ...because],
        });
      }
      const ranges = rangesOf(evaluator, listener);
      const isTaken = ranges.some(({ from, to }) => from <= listenerPort.port && listenerPort.port <= to);
      if (isTaken || !allRangesAreKnown(evaluator, listener)) continue;
      report({
        at: listenerPort.span,
        message: "notListened",
        severity: "warning",
        data: { ...data, listener: listener.id, ports: ranges.map(({ text }) => text).join(", ") },
        related: [{ at: listener.idSpan, message: { en: "The listener", ja: "リスナー" } }],
        because: [...because, ...ranges.map(({ ends: [first, last] }) => ({ from: [...first.from, ...last.from] }))],
      });
    }
  },
});

function overridesOf(evaluator: Evaluator): readonly Override[] {
  return resourcesOf(evaluator, "AWS::GlobalAccelerator::EndpointGroup").flatMap((part) => {
    const group = part.owner.resource;
    const links = settingOf(evaluator, part, "ListenerArn", readReference("ListenerArn")).known;
    return waysAt(evaluator, group, ["PortOverrides", "*"]).flatMap((at) =>
      portsIn(evaluator, at, "ListenerPort").flatMap((listenerPort) =>
        portsIn(evaluator, at, "EndpointPort").flatMap((endpointPort) =>
          links.flatMap((link): readonly Override[] => {
            const listener = evaluator.template.resources.get(link.value);
            if (listener?.type !== "AWS::GlobalAccelerator::Listener") return [];
            const exists = { guard: existence(evaluator.conditions, group) };
            const because = [exists, link, at, listenerPort, endpointPort];
            return [{ group, listener, listenerPort, endpointPort, because }];
          }),
        ),
      ),
    );
  });
}

function portsIn(evaluator: Evaluator, at: Given, name: string): readonly (Given & { readonly port: number })[] {
  return waysIn(evaluator, at, [name]).flatMap((way) => {
    const port = wholeNumber(way);
    return port === undefined ? [] : [{ ...way, port }];
  });
}

function listenersByAccelerator(
  evaluator: Evaluator,
  listeners: readonly Resource[],
): ReadonlyMap<string, readonly Resource[]> {
  const found = new Map<string, Resource[]>();
  for (const listener of listeners) {
    for (const accelerator of acceleratorsOf(evaluator, listener)) {
      found.set(accelerator, [...(found.get(accelerator) ?? []), listener]);
    }
  }
  return found;
}

function acceleratorsOf(evaluator: Evaluator, listener: Resource): readonly string[] {
  return waysOfProperty(evaluator, listener, "AcceleratorArn").flatMap((way) => nameOf(way) ?? []);
}

/** The port ranges of all listeners of the accelerator, the own one included. */
function rangesNear(
  evaluator: Evaluator,
  ofAccelerator: ReadonlyMap<string, readonly Resource[]>,
  listener: Resource,
): readonly PortRange[] {
  const near = acceleratorsOf(evaluator, listener).flatMap((accelerator) => ofAccelerator.get(accelerator) ?? []);
  return [...new Set([listener, ...near])].flatMap((each) => rangesOf(evaluator, each));
}
