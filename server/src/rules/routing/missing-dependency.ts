/** Routes that may be made before the attachment that they need. */
import type { Entity, Network, Route } from "../../network/model.ts";
import type { Fix, RelatedPlace } from "../rule.ts";
import { waitFor } from "./route-targets.ts";

/** Whether the route is made after at least one of the attachments; transitively, as CloudFormation orders resources. */
export function waitsForOne({ dependencies }: Network, { resource }: Route, attachments: readonly Entity[]): boolean {
  const before = dependencies(resource);
  return attachments.some(({ id }) => before.has(id));
}

export function attachmentPlace({ id, resource }: Entity): RelatedPlace {
  return { at: resource.idSpan, message: { en: `${id} attaches it`, ja: `${id} がアタッチする` } };
}

export function dependOn(network: Network, route: Route, attachment: Entity): readonly Fix[] {
  const edits = waitFor(network, route, attachment);
  if (edits.length === 0) return [];
  return [
    {
      title: {
        en: `Make ${route.id} depend on ${attachment.id}`,
        ja: `${route.id} の DependsOn に ${attachment.id} を追加する`,
      },
      edits,
      preferred: true,
    },
  ];
}
