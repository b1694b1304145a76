/** Edits that let somebody in to a security group. */
import type { Network, SecurityGroup } from "../../network/model.ts";
import { getAtt, type NewValue, type TemplateEdit } from "../../template/edit.ts";
import { propertyOf } from "../../template/expression.ts";
import { freshId } from "../fresh-id.ts";

export interface Entrance {
  /** `tcp`, `udp`. */
  readonly protocol: string;
  readonly port: number;
  readonly source: NewRuleSource;
}

export type NewRuleSource = { readonly cidr: NewValue } | { readonly group: SecurityGroup };

/**
 * Adds an inbound rule to the list of the group; where the list can't be added to, or the source group depends on the
 * group, as a resource of its own.
 */
export function letIn(network: Network, group: SecurityGroup, { protocol, port, source }: Entrance): TemplateEdit {
  const from: Readonly<Record<string, NewValue>> =
    "cidr" in source ? { CidrIp: source.cidr } : { SourceSecurityGroupId: getAtt(source.group.id, "GroupId") };
  const rule = { IpProtocol: protocol, FromPort: port, ToPort: port, ...from };
  const written = propertyOf(group.resource.properties, "SecurityGroupIngress")?.value;
  const isOpen =
    written !== undefined && (written.kind !== "list" || network.evaluator.alternatives(written).length !== 1);
  const leadsBack =
    "group" in source && (source.group === group || network.dependencies(source.group.resource).has(group.id));
  if (!isOpen && !leadsBack) {
    const path = ["SecurityGroupIngress", ...(written?.kind === "list" ? [written.items.length] : [])];
    const value: NewValue = written ? { object: rule } : [{ object: rule }];
    return { kind: "set-property", resource: group.id, path, value };
  }
  return {
    kind: "add-resource",
    id: freshId(network.evaluator.template, `${group.id}Port${port}`),
    type: "AWS::EC2::SecurityGroupIngress",
    properties: { GroupId: getAtt(group.id, "GroupId"), ...rule },
    condition: group.resource.condition?.name,
    after: group.id,
  };
}
