/** Routes that do not wait for the attachment that they need. */
import type { Entity, Fact, Facts, Gateway, Link, Network, Route, RouteTarget, Vpc } from "../../network/model.ts";
import { allGuards, type Basis, linkedEntities, linkKey } from "../basis.ts";
import type { Fix } from "../rule.ts";
import { waitFor } from "./route-choices.ts";

/** An attachment of a gateway to a VPC. */
export interface Attachment extends Entity {
  readonly vpc: Facts<Link<Vpc>>;
  readonly gateway: Facts<Link<Gateway>>;
}

export interface MissingDependency {
  readonly route: Route;
  readonly target: Fact<RouteTarget>;
  readonly gateway: Gateway;
  readonly attachment: Attachment;
  readonly because: readonly Basis[];
}

/**
 * Routes to gateways of the template whose attachment to the route's VPC is in the template, too, and that can be made
 * before it. A route table whose VPC is not known may be in any VPC that the gateway is attached to.
 */
export function missingDependencies(
  network: Network,
  kind: Gateway["kind"],
  attachments: readonly Attachment[],
): readonly MissingDependency[] {
  const { conditions } = network.evaluator;
  return network.routes.flatMap((route) =>
    route.targets.known.flatMap((target) => {
      const { link } = target.value;
      const gateway = link.kind === "entity" ? network.gateways.find((each) => each === link.entity) : undefined;
      if (gateway?.kind !== kind) return [];
      const before = network.dependencies(route.resource);
      return attachments.flatMap((attachment) => {
        if (before.has(attachment.id)) return [];
        return linkedEntities(attachment.gateway).flatMap(({ entity, fact }) => {
          const place = entity === gateway ? sharedPlace(route, attachment) : undefined;
          if (place === undefined) return [];
          const because = [target, fact, ...place];
          const guard = allGuards(
            conditions,
            because.map((each) => each.guard),
          );
          return guard ? [{ route, target, gateway, attachment, because }] : [];
        });
      });
    }),
  );
}

/** What says that the route's table is in the VPC of the attachment; undefined where it is not. */
function sharedPlace(route: Route, attachment: Attachment): readonly Basis[] | undefined {
  for (const { entity: table, fact } of linkedEntities(route.table)) {
    for (const ofTable of table.vpc.known) {
      const key = linkKey(ofTable.value);
      const ofAttachment = attachment.vpc.known.find(({ value }) => key !== undefined && linkKey(value) === key);
      if (ofAttachment) return [fact, ofTable, ofAttachment];
    }
  }
  return undefined;
}

/** Not offered where the attachment waits for the route. */
export function addDependency(network: Network, { route, attachment }: MissingDependency): readonly Fix[] {
  const edits = waitFor(network, route.resource, attachment.id);
  if (edits.length === 0) return [];
  return [
    {
      title: { en: `Make ${route.id} wait for ${attachment.id}`, ja: `${route.id} を ${attachment.id} の後に作成する` },
      edits,
      preferred: true,
    },
  ];
}
