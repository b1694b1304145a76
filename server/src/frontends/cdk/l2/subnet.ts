/** `ec2.Subnet` and its kinds: those that a `Vpc` makes, and those made one by one. Their routes and NAT gateways. */
import type { Call, Member } from "../../../syntax/code/ast.ts";
import { type CodeEntry, type CodeValue, type Located, opaque, scalar } from "../code-value.ts";
import { refTo } from "../functions.ts";
import { camelCase } from "../names.ts";
import { entry, type Frame, type Reading, uniqueId } from "../reading.ts";
import { argumentsByName } from "./call-arguments.ts";
import { addImplied, type Maker } from "./implied.ts";
import type { MadeSubnet } from "./made.ts";
import { associateSubnet } from "./network-acl.ts";
import { idAndOptions } from "./options.ts";
import { optionsOf } from "./subnet-selection.ts";
import { attributeOf, type GivenProperties } from "./values.ts";
import { addTable } from "./vpc-subnets.ts";

/** `new ec2.PublicSubnet(this, "Edge", { vpcId, cidrBlock, availabilityZone })`. */
export function makeSubnet(reading: Reading, maker: Maker, entries: readonly CodeEntry[], open: boolean): MadeSubnet {
  const given = optionsOf(entries);
  addImplied(reading, maker, {
    id: maker.id,
    type: "AWS::EC2::Subnet",
    properties: {
      VpcId: given.get("vpcId"),
      CidrBlock: given.get("cidrBlock"),
      AvailabilityZone: given.get("availabilityZone"),
      MapPublicIpOnLaunch: given.get("mapPublicIpOnLaunch"),
      Ipv6CidrBlock: given.get("ipv6CidrBlock"),
      AssignIpv6AddressOnCreation: given.get("assignIpv6AddressOnCreation"),
    },
    open,
  });
  addTable((resource) => addImplied(reading, maker, resource), maker.id, given.get("vpcId") ?? opaque, maker.callee);
  return rememberSubnet(reading, maker.id);
}

export function rememberSubnet(reading: Reading, id: string): MadeSubnet {
  const made: MadeSubnet = { kind: "subnet", id };
  reading.made.set(id, made);
  return made;
}

export function subnetMember(id: string, name: string, { object, nameRange }: Member): CodeValue | undefined {
  switch (name) {
    case "subnetId":
      return refTo(id, object, nameRange);
    case "routeTable": {
      const table: Located = { value: refTo(`${id}/RouteTable`, object, nameRange), range: nameRange };
      const entries = ["routeTableId", "route_table_id"].map((key) => entry(key, nameRange, table, nameRange));
      return { kind: "object", open: false, entries };
    }
    case "subnetAvailabilityZone":
      return attributeOf(id, "AvailabilityZone", nameRange);
    default:
      return undefined;
  }
}

/** By `RouterType`: the property of a route that names its target. */
const targets: Readonly<Record<string, string>> = {
  CARRIER_GATEWAY: "CarrierGatewayId",
  CORE_NETWORK: "CoreNetworkArn",
  EGRESS_ONLY_INTERNET_GATEWAY: "EgressOnlyInternetGatewayId",
  GATEWAY: "GatewayId",
  INSTANCE: "InstanceId",
  LOCAL_GATEWAY: "LocalGatewayId",
  NAT_GATEWAY: "NatGatewayId",
  NETWORK_INTERFACE: "NetworkInterfaceId",
  TRANSIT_GATEWAY: "TransitGatewayId",
  VPC_ENDPOINT: "VpcEndpointId",
  VPC_PEERING_CONNECTION: "VpcPeeringConnectionId",
};

/** Undefined where the method isn't one of a subnet's. */
export function subnetMethod(
  reading: Reading,
  subnet: MadeSubnet,
  callee: Member,
  node: Call,
  frame: Frame,
): CodeValue | undefined {
  const { id } = subnet;
  const maker: Maker = { id, idRange: callee.nameRange, callee: callee.nameRange, range: node, guard: frame.guard };
  const add = (name: string, destination: GivenProperties, target: GivenProperties, open = false): void => {
    const table = refTo(`${id}/RouteTable`, callee.nameRange);
    addImplied(reading, maker, {
      id: uniqueId(reading, `${id}/${name}`, ""),
      type: "AWS::EC2::Route",
      properties: { RouteTableId: table, ...destination, ...target },
      open: open || frame.repeated,
    });
  };
  const everywhere: GivenProperties = { DestinationCidrBlock: scalar("0.0.0.0/0") };
  switch (camelCase(callee.name)) {
    case "addRoute": {
      const { name, options, open } = idAndOptions(reading, node, frame);
      const router = options.get("routerType")?.value;
      const type = router?.kind === "library" ? /^RouterType\.(\w+)$/.exec(router.name)?.[1] : undefined;
      const property = type !== undefined && Object.hasOwn(targets, type) ? targets[type] : undefined;
      const ipv6 = options.get("destinationIpv6CidrBlock");
      const ipv4 = options.get("destinationCidrBlock");
      const destination = ipv4
        ? { DestinationCidrBlock: ipv4 }
        : ipv6
          ? { DestinationIpv6CidrBlock: ipv6 }
          : everywhere;
      const target = property === undefined ? {} : { [property]: options.get("routerId") };
      add(name, open ? {} : destination, target, open || property === undefined);
      return opaque;
    }
    case "addDefaultInternetRoute": {
      const given = argumentsByName(reading, node, frame, ["gatewayId", "gatewayAttachment"]);
      add("DefaultRoute", everywhere, { GatewayId: given.get("gatewayId") });
      return opaque;
    }
    case "addDefaultNatRoute": {
      const given = argumentsByName(reading, node, frame, ["natGatewayId"]);
      add("DefaultRoute", everywhere, { NatGatewayId: given.get("natGatewayId") });
      return opaque;
    }
    case "addIpv6DefaultInternetRoute":
    case "addIpv6DefaultEgressOnlyInternetRoute": {
      const property = /Egress/i.test(callee.name) ? "EgressOnlyInternetGatewayId" : "GatewayId";
      const given = argumentsByName(reading, node, frame, ["gatewayId"]);
      add("DefaultRoute6", { DestinationIpv6CidrBlock: scalar("::/0") }, { [property]: given.get("gatewayId") });
      return opaque;
    }
    case "associateNetworkAcl":
      return associateSubnet(reading, id, { name: "associateNetworkAcl", callee, node, frame });
    case "addNatGateway":
      return addNatGateway(reading, maker, argumentsByName(reading, node, frame, ["eipAllocationId"]));
    default:
      return undefined;
  }
}

function addNatGateway(reading: Reading, maker: Maker, given: ReadonlyMap<string, Located>): CodeValue {
  const { id, callee: at } = maker;
  const address = given.get("eipAllocationId");
  if (!address)
    addImplied(reading, maker, { id: `${id}/EIP`, type: "AWS::EC2::EIP", properties: { Domain: scalar("vpc") } });
  const gateway = `${id}/NATGateway`;
  addImplied(reading, maker, {
    id: gateway,
    type: "AWS::EC2::NatGateway",
    properties: { SubnetId: refTo(id, at), AllocationId: address ?? attributeOf(`${id}/EIP`, "AllocationId", at) },
  });
  const ref: Located = { value: refTo(gateway, at), range: at };
  const entries = ["ref", "attrNatGatewayId", "attr_nat_gateway_id"].map((key) => entry(key, at, ref, at));
  return { kind: "object", open: false, entries };
}
