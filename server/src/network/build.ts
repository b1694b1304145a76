/** Builds the network of a template: every entity once, in an order in which each finds those it refers to. */
import type { Template } from "../template/template.ts";
import type { Evaluator } from "../template/value.ts";
import { buildSubnets, buildVpcCidrs, buildVpcs } from "./build-addressing.ts";
import { buildEndpoints, buildPeerings, buildTransitGatewayAttachments } from "./build-connectivity.ts";
import { byId, createBuildContext } from "./build-context.ts";
import { buildSecurityGroups } from "./build-filtering.ts";
import { buildElasticIps, buildGateways, buildNatGateways } from "./build-gateways.ts";
import { buildLoadBalancing } from "./build-load-balancing.ts";
import { buildNetworkAcls } from "./build-network-acls.ts";
import { buildAssociations, buildRoutes, buildRouteTables } from "./build-routing.ts";
import type { Entity, Network } from "./model.ts";

/** Total: a template without a network gives an empty one. Resources that can never exist are no entities. */
export function buildNetwork(template: Template, evaluator: Evaluator): Network {
  const context = createBuildContext(template, evaluator);
  const { references } = context;
  const vpcs = buildVpcs(context);
  const vpcCidrs = buildVpcCidrs(context, vpcs);
  const subnets = buildSubnets(context, vpcs);
  const routeTables = buildRouteTables(context, vpcs);
  const { gateways, attachments } = buildGateways(context, vpcs);
  const elasticIps = buildElasticIps(context);
  const natGateways = buildNatGateways(context, subnets, elasticIps);
  const { securityGroups, securityGroupRules } = buildSecurityGroups(context, vpcs);
  const { networkAcls, networkAclEntries, networkAclAssociations } = buildNetworkAcls(context, vpcs, subnets);
  const endpoints = buildEndpoints(context, vpcs, subnets, routeTables);
  const peerings = buildPeerings(context, vpcs);
  const transitGatewayAttachments = buildTransitGatewayAttachments(context, vpcs, subnets, gateways);
  const associations = buildAssociations(context, subnets, routeTables);
  const balancing = buildLoadBalancing(context, vpcs, subnets, securityGroups);
  const places = [...vpcs, ...vpcCidrs, ...subnets, ...routeTables, ...associations];
  const ways = [...gateways, ...natGateways, ...elasticIps, ...endpoints, ...peerings, ...transitGatewayAttachments];
  const filters = [...securityGroups, ...networkAcls, ...networkAclEntries];
  const targets = byId<Entity>([...places, ...ways, ...filters]);
  const routes = buildRoutes(context, routeTables, targets);
  const { listeners, loadBalancers, listenerRules, targetGroups } = balancing;
  // A classic load balancer has its listeners in itself.
  const senders = byId<Entity>([...listeners, ...loadBalancers, ...listenerRules, ...targetGroups]);
  const ownAttachments = attachments.filter(({ id }) => !targets.has(id));
  return {
    evaluator,
    vpcs,
    vpcCidrs,
    subnets,
    routeTables,
    associations,
    routes,
    gateways,
    attachments,
    natGateways,
    elasticIps,
    securityGroups,
    securityGroupRules,
    networkAcls,
    networkAclEntries,
    networkAclAssociations,
    endpoints,
    peerings,
    transitGatewayAttachments,
    ...balancing,
    byId: byId<Entity>([
      ...targets.values(),
      ...senders.values(),
      ...routes,
      ...ownAttachments,
      ...networkAclAssociations,
    ]),
    dependencies: references.dependencies,
    usersOf: references.usersOf,
    isExposed: references.isExposed,
  };
}
