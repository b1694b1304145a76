import { resourcesOfType } from "../../template/resources-by-type.ts";
import type { Resource } from "../../template/template.ts";
import type { Evaluator } from "../../template/value.ts";
import { canHold, type Given, waysOfProperty } from "../basis.ts";
import { defineRule } from "../rule.ts";
import { identityOf } from "../same-value.ts";
import { associatedGateways, associationType } from "./dx-associations.ts";

/** https://docs.aws.amazon.com/directconnect/latest/UserGuide/direct-connect-transit-gateways.html */
export const dxGatewayTwoKinds = defineRule({
  id: "dx-gateway-two-kinds",
  group: "connectivity",
  severity: "error",
  topic: "direct-connect-gateway",
  messages: {
    mixed: {
      en: "{id} joins {transit} to a Direct Connect gateway that already has {other}. One gateway serves transit gateways with transit VIFs, or virtual private gateways with private VIFs, so the association is refused. Make a second Direct Connect gateway.",
      ja: "{id} は {transit} を Direct Connect ゲートウェイに関連付けているが、そのゲートウェイにはすでに {other} がある。Transit Gateway とトランジット VIF の組か、仮想プライベートゲートウェイとプライベート VIF の組のどちらか専用なので、関連付けは失敗する。2 つ目の Direct Connect ゲートウェイを作ること。",
    },
  },
  check({ template, evaluator }, report) {
    const transit: Use[] = [];
    const byPrivateGateway = new Map<string, Use[]>();
    for (const association of resourcesOfType(template, associationType)) {
      transit.push(...usesOf(evaluator, association, "AWS::EC2::TransitGateway"));
      for (const use of usesOf(evaluator, association, "AWS::EC2::VPNGateway")) enter(byPrivateGateway, use);
    }
    for (const interfaces of resourcesOfType(template, "AWS::DirectConnect::PrivateVirtualInterface")) {
      for (const use of namings(evaluator, interfaces, [])) enter(byPrivateGateway, { ...use, user: interfaces.id });
    }
    for (const use of transit) {
      const other = byPrivateGateway
        .get(use.gateway)
        ?.find(({ named }) => canHold(evaluator.conditions, named.guard, use.named.guard));
      if (!other) continue;
      report({
        at: use.named.span,
        message: "mixed",
        data: { id: use.resource.id, transit: use.user, other: other.user },
        related: [
          {
            at: other.named.span,
            message: { en: "The private side of the same gateway", ja: "同じゲートウェイのプライベート側" },
          },
        ],
        because: [...use.because, use.named, ...other.because, other.named],
      });
    }
  },
});

/** A resource that uses a Direct Connect gateway. */
interface Use {
  readonly resource: Resource;
  /** What it brings to the gateway, by logical ID. */
  readonly user: string;
  readonly gateway: string;
  readonly named: Given;
  readonly because: readonly Given[];
}

function usesOf(
  evaluator: Evaluator,
  association: Resource,
  type: "AWS::EC2::TransitGateway" | "AWS::EC2::VPNGateway",
): readonly Use[] {
  return associatedGateways(evaluator, association, type).flatMap(({ gateway, way }) =>
    namings(evaluator, association, [way]).map((use) => ({ ...use, user: gateway.id })),
  );
}

function namings(evaluator: Evaluator, resource: Resource, because: readonly Given[]): readonly Omit<Use, "user">[] {
  return waysOfProperty(evaluator, resource, "DirectConnectGatewayId").flatMap((named) => {
    const gateway = identityOf(named.value);
    return gateway === undefined ? [] : [{ resource, gateway, named, because }];
  });
}

function enter(uses: Map<string, Use[]>, use: Use): void {
  const before = uses.get(use.gateway);
  if (before) before.push(use);
  else uses.set(use.gateway, [use]);
}
