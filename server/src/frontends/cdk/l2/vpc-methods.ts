/** The methods and members of `ec2.Vpc`: endpoints, selected subnets, the VPN gateway. */
import type { Call, Member } from "../../../syntax/code/ast.ts";
import { type CodeValue, type Located, opaque, scalar } from "../code-value.ts";
import { refTo } from "../functions.ts";
import { camelCase } from "../names.ts";
import { entry, type Frame, type Reading } from "../reading.ts";
import { addFlowLog } from "./flow-log.ts";
import { addGatewayEndpoint } from "./gateway-endpoint.ts";
import type { Maker } from "./implied.ts";
import { makeInterfaceEndpoint } from "./interface-endpoint.ts";
import type { MadeVpc } from "./made.ts";
import { childOf, type IdAndOptions } from "./options.ts";
import { rememberSubnet } from "./subnet.ts";
import { optionsOf, readSelection, readSelections } from "./subnet-selection.ts";
import type { PlannedSubnet, SubnetGroup } from "./vpc-layout.ts";
import { selectAll, type VpcPlan } from "./vpc-plan.ts";
import { addVpnConnection } from "./vpn-connection.ts";
import { addVpnGateway } from "./vpn-gateway.ts";

/** Undefined where the method isn't known to do anything. */
export function vpcMethod(
  reading: Reading,
  vpc: MadeVpc,
  callee: Member,
  node: Call,
  frame: Frame,
): CodeValue | undefined {
  const at = { callee: callee.nameRange, range: node, guard: frame.guard };
  const named = (): IdAndOptions & Maker => childOf(reading, vpc.id, { callee, node, frame });
  const method = camelCase(callee.name);
  switch (method) {
    case "addGatewayEndpoint": {
      const made = named();
      addGatewayEndpoint(reading, made, vpc, { kind: "object", entries: made.entries, open: made.open });
      return { kind: "other-construct", symbol: "ec2.GatewayVpcEndpoint", id: made.id };
    }
    case "addInterfaceEndpoint": {
      const made = named();
      const self: Located = { value: { kind: "other-construct", symbol: "ec2.Vpc", id: vpc.id }, range: callee.object };
      const entries = [...made.entries, entry("vpc", callee.object, self, callee.object)];
      makeInterfaceEndpoint(reading, made, entries, made.open);
      return { kind: "other-construct", symbol: "ec2.InterfaceVpcEndpoint", id: made.id };
    }
    case "addFlowLog": {
      const made = named();
      const id = refTo(vpc.id, callee.object);
      addFlowLog(reading, made, { options: made.options, open: made.open, type: scalar("VPC"), id });
      return opaque;
    }
    case "addVpnConnection": {
      const made = named();
      addVpnConnection(reading, made, made.options, made.open, vpc);
      return { kind: "other-construct", symbol: "ec2.VpnConnection", id: made.id };
    }
    case "enableVpnGateway": {
      const given = optionsIn(reading, node, frame);
      const options = optionsOf(given.kind === "object" ? given.entries : []);
      const propagation = options.has("vpnRoutePropagation")
        ? readSelections(options.get("vpnRoutePropagation")?.value)
        : [{}];
      const maker = { ...at, id: vpc.id, idRange: callee.nameRange };
      addVpnGateway(reading, maker, { asn: options.get("amazonSideAsn"), propagation: propagation ?? [] }, vpc);
      return opaque;
    }
    case "selectSubnets":
      return selection(reading, vpc, node, frame);
    default:
      return undefined;
  }
}

/** What is given as an object, or (Python) by name. */
function optionsIn(reading: Reading, node: Call, frame: Frame): CodeValue {
  const [first] = node.args;
  if (first) return reading.evaluate(first, frame).value;
  const entries = node.keywords.map((item) =>
    entry(item.key, item.keyRange, reading.evaluate(item.value, frame), item),
  );
  return { kind: "object", entries, open: node.hasKeywordSpread };
}

/** `{ subnetIds, subnets }` */
function selection(reading: Reading, vpc: MadeVpc, node: Call, frame: Frame): CodeValue {
  const wanted = readSelection(optionsIn(reading, node, frame));
  if (!wanted) return opaque;
  const subnets = listIn(reading, vpc, node, (plan) => selectAll(plan, [wanted]));
  if (subnets.kind !== "list") return opaque;
  const ids = subnets.items.map(({ value, range }) => ({
    value: value.kind === "other-construct" ? refTo(value.id, range) : opaque,
    range,
  }));
  const idList: Located = { value: { ...subnets, items: ids }, range: node };
  return {
    kind: "object",
    open: true,
    entries: [
      entry("subnets", node, { value: subnets, range: node }, node),
      ...["subnetIds", "subnet_ids"].map((key) => entry(key, node, idList, node)),
    ],
  };
}

const kinds: Readonly<Record<string, SubnetGroup["type"]>> = {
  publicSubnets: "public",
  privateSubnets: "private",
  isolatedSubnets: "isolated",
};

/** `vpc.privateSubnets`: a list of subnets. */
export function subnetsMember(reading: Reading, vpc: MadeVpc, name: string, node: Member): CodeValue | undefined {
  const type = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  if (type === undefined) return undefined;
  return listIn(reading, vpc, node.nameRange, ({ subnets }) => subnets.filter(({ group }) => group.type === type));
}

/** Where the number of zones isn't known, those that are there in any case, and perhaps more behind them. */
function listIn(
  reading: Reading,
  vpc: MadeVpc,
  range: Located["range"],
  of: (plan: VpcPlan) => readonly PlannedSubnet[] | undefined,
): CodeValue {
  const lists = vpc.plans.map(of);
  const [few, many] = lists;
  if (!few || lists.includes(undefined)) return opaque;
  const common = many ? few.filter(({ name }, index) => many[index]?.name === name) : few;
  const items = common.map(({ name }): Located => {
    const { id } = rememberSubnet(reading, `${vpc.id}/${name}`);
    return { value: { kind: "other-construct", symbol: "ec2.Subnet", id }, range };
  });
  return { kind: "list", items, open: many !== undefined && many.length > common.length };
}
