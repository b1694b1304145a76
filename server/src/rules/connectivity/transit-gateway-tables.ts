/** Transit gateway route tables: which attachment is associated with which, and what the transit gateway does by itself. */
import { propertyFacts, type Read, readOneOf } from "../../network/facts.ts";
import { readLink } from "../../network/links.ts";
import type { Entity, Fact, Facts, Gateway, Link, Network, TransitGatewayAttachment } from "../../network/model.ts";
import { resourcesOfType } from "../../template/resources-by-type.ts";
import { existence } from "../basis.ts";

export interface TableAssociation extends Entity {
  readonly attachment: Facts<Link<TransitGatewayAttachment>>;
  readonly table: Facts<Link<Entity>>;
}

/** AWS::EC2::TransitGatewayRouteTableAssociation, or …Propagation, which has the same properties. */
export function tableLinks(network: Network, kind: "Association" | "Propagation"): readonly TableAssociation[] {
  const { template } = network.evaluator;
  const attachments = new Map(network.transitGatewayAttachments.map((attachment) => [attachment.id, attachment]));
  const tables = new Map(transitTables(network).map((table) => [table.id, table]));
  return entitiesOfType(network, `AWS::EC2::TransitGatewayRouteTable${kind}`).map((entity) => ({
    ...entity,
    attachment: facts(network, entity, "TransitGatewayAttachmentId", readLink(template, attachments)),
    table: facts(network, entity, "TransitGatewayRouteTableId", readLink(template, tables)),
  }));
}

export interface TransitTable extends Entity {
  readonly transitGateway: Facts<Link<Gateway>>;
}

export function transitTables(network: Network): readonly TransitTable[] {
  const gateways = new Map(network.gateways.map((gateway) => [gateway.id, gateway]));
  return entitiesOfType(network, "AWS::EC2::TransitGatewayRouteTable").map((entity) => ({
    ...entity,
    transitGateway: facts(network, entity, "TransitGatewayId", readLink(network.evaluator.template, gateways)),
  }));
}

/**
 * Whether new attachments are associated with the default table, or propagate into it, by themselves: `enable` unless
 * it says something else. https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-transitgateway.html
 */
export function automatic(
  network: Network,
  gateway: Gateway,
  what: "Association" | "Propagation",
): Facts<"enable" | "disable"> {
  return facts(network, gateway, `DefaultRouteTable${what}`, readOneOf("enable", "disable"));
}

/** The ways in which it is switched off. */
export function switchedOff({ known }: Facts<"enable" | "disable">): readonly Fact<"enable" | "disable">[] {
  return known.filter(({ value }) => value === "disable");
}

function facts<T>({ evaluator }: Network, entity: Entity, property: string, read: Read<T>): Facts<T> {
  return propertyFacts(evaluator, entity, property, read);
}

export function entitiesOfType({ evaluator }: Network, type: string): readonly Entity[] {
  return resourcesOfType(evaluator.template, type).map((resource) => ({
    id: resource.id,
    resource,
    guard: existence(evaluator.conditions, resource),
  }));
}
