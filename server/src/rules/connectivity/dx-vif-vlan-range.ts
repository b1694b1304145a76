import { pairsOf, waysOfProperty } from "../basis.ts";
import { isWithin, numbersAt, type Range, type WrittenNumber } from "../numbers.ts";
import { defineRule } from "../rule.ts";
import { identityOf } from "../same-value.ts";
import { virtualInterfaces } from "./virtual-interfaces.ts";

/** https://docs.aws.amazon.com/directconnect/latest/UserGuide/hosted-vif.html */
const vlanIds: Range = { from: 1, to: 4094 };

export const dxVifVlanRange = defineRule({
  id: "dx-vif-vlan-range",
  group: "connectivity",
  severity: "error",
  topic: "virtual-interface",
  messages: {
    outside: {
      en: "{id} has VLAN {vlan}, but VLAN IDs are 1 to 4094. CloudFormation will fail. Write the tag that your router uses for this interface.",
      ja: "{id} の VLAN は {vlan} だが、VLAN ID は 1〜4094 で、作成は失敗する。自社ルーターがこのインターフェイスに使うタグを書くこと。",
    },
    taken: {
      en: "{id} has VLAN {vlan} on the same connection as {other}. The tag tells the interfaces of a connection apart, so the second one will fail. Give one of them another VLAN, also on your router.",
      ja: "{id} の VLAN {vlan} は、同じ接続の {other} と重複している。接続内の仮想インターフェイスはタグで区別されるため、2 つ目の作成は失敗する。一方を別の VLAN にし、自社ルーターの設定も合わせること。",
    },
  },
  check({ evaluator }, report) {
    const vlans = numbersAt(evaluator, virtualInterfaces, ["Vlan"]);
    for (const vlan of vlans) {
      if (isWithin(vlanIds, vlan.number)) continue;
      report({
        at: vlan.span,
        message: "outside",
        data: { id: vlan.resource.id, vlan: vlan.text },
        because: [vlan],
      });
    }
    for (const [first, second] of pairsOf(vlans)) {
      if (first.resource === second.resource || first.number !== second.number) continue;
      for (const connection of connectionsOf(first)) {
        for (const other of connectionsOf(second)) {
          if (connection.identity !== other.identity) continue;
          report({
            at: second.span,
            message: "taken",
            data: { id: second.resource.id, vlan: second.text, other: first.resource.id },
            related: [
              {
                at: first.span,
                message: { en: `${first.resource.id} has it`, ja: `${first.resource.id} が使用` },
              },
            ],
            because: [first, second, connection.way, other.way],
          });
        }
      }
    }

    function connectionsOf({ resource }: WrittenNumber) {
      return waysOfProperty(evaluator, resource, "ConnectionId").flatMap((way) => {
        const identity = identityOf(way.value);
        return identity === undefined ? [] : [{ identity, way }];
      });
    }
  },
});
