import { describe, expect, test } from "vitest";
import {
  defaultRoutes,
  effectiveRouteTables,
  isComplete,
  subnetKind,
  subnetKinds,
} from "../../../server/src/network/routing.ts";
import { networkOf, showGuard, subnetOf, tableOf } from "../../support/check-network.ts";

/** A VPC with a subnet S, tables T and U, and every kind of target. */
const base = `
Parameters:
  Env: { Type: String }
  Gateway: { Type: String }
Conditions:
  Prod: !Equals [!Ref Env, prod]
  Test: !Equals [!Ref Env, test]
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  S: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  T: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  U: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  Igw: { Type: AWS::EC2::InternetGateway }
  Vgw: { Type: AWS::EC2::VPNGateway, Properties: { Type: ipsec.1 } }
  Nat: { Type: AWS::EC2::NatGateway, Properties: { SubnetId: s } }
  Eigw: { Type: AWS::EC2::EgressOnlyInternetGateway, Properties: { VpcId: !Ref Vpc } }
`;
const inTable =
  "  SinT: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref S, RouteTableId: !Ref T } }\n";
const route = (id: string, properties: string, condition = "") =>
  `  ${id}: { Type: AWS::EC2::Route, ${condition && `Condition: ${condition}, `}Properties: { RouteTableId: !Ref T, ${properties} } }\n`;
const association = (id: string, subnet: string, table: string, condition = "") =>
  `  ${id}: { Type: AWS::EC2::SubnetRouteTableAssociation, ${condition && `Condition: ${condition}, `}Properties: { SubnetId: ${subnet}, RouteTableId: ${table} } }\n`;

describe("the effective route table", () => {
  const tables = (more: string) => {
    const network = networkOf(base + more);
    return effectiveRouteTables(network, subnetOf(network, "S")).map(
      ({ table, guard }) => (typeof table === "object" ? table.id : table) + showGuard(guard),
    );
  };

  test.each([
    ["no association", "", ["main"]],
    ["one", inTable, ["T"]],
    ["one of another subnet", association("X", "subnet-1", "!Ref T"), ["main"]],
    ["one with a table from elsewhere", association("X", "!Ref S", "!ImportValue Table"), ["unknown"]],
    ["one whose subnet cannot be read", association("X", "!Unheard of", "!Ref T"), ["unknown"]],
    ["a choice of tables", association("X", "!Ref S", "!If [Prod, !Ref T, !Ref U]"), ["T if Prod", "U if !Prod"]],
    ["one under a condition", association("X", "!Ref S", "!Ref T", "Prod"), ["T if Prod", "main if !Prod"]],
    [
      "two under exclusive conditions",
      association("X", "!Ref S", "!Ref T", "Prod") + association("Y", "!Ref S", "!Ref U", "Test"),
      ["T if Prod", "U if Test", "main if !Prod, !Test"],
    ],
    ["a subnet that leaves the template", "Outputs: { S: { Value: !Ref S } }\n", ["unknown"]],
    ["a VPC that leaves the template", "Outputs: { V: { Value: !Ref Vpc } }\n", ["main"]],
  ])("%s", (_name, more, expected) => expect(tables(more)).toEqual(expected));
});

describe("default routes", () => {
  const found = (routes: string) => defaultRoutes(tableOf(networkOf(base + routes), "T")).map(({ id }) => id);

  test("everything, in IPv4 and IPv6, also with host bits", () => {
    const routes =
      route("A", "DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Igw") +
      route("B", "DestinationIpv6CidrBlock: '::/0', GatewayId: !Ref Igw") +
      route("C", "DestinationCidrBlock: 10.1.0.0/0, GatewayId: !Ref Igw") +
      route("D", "DestinationCidrBlock: 10.1.0.0/16, GatewayId: !Ref Igw") +
      route("E", "DestinationPrefixListId: pl-1, GatewayId: !Ref Igw");
    expect(found(routes)).toEqual(["A", "B", "C"]);
  });

  test("two halves make a whole, one half does not", () => {
    const low = route("Low", "DestinationCidrBlock: 0.0.0.0/1, GatewayId: !Ref Igw");
    const high = route("High", "DestinationCidrBlock: 128.0.0.0/1, GatewayId: !Ref Igw");
    expect(found(low)).toEqual([]);
    expect(found(low + high)).toEqual(["Low", "High"]);
    expect(found(low + route("Other", "DestinationIpv6CidrBlock: '8000::/1', GatewayId: !Ref Igw"))).toEqual([]);
  });
});

describe("a table is complete", () => {
  const complete = (more: string) => {
    const network = networkOf(base + more);
    return isComplete(network, tableOf(network, "T"));
  };

  test.each([
    ["when all its routes are known", route("A", "DestinationCidrBlock: 10.1.0.0/16, GatewayId: !Ref Gateway"), true],
    ["not when a destination is unknown", route("A", "DestinationCidrBlock: !Ref Gateway, GatewayId: !Ref Igw"), false],
    [
      "not when some route is of an unknown table",
      "  A: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Unheard of } }\n",
      false,
    ],
    [
      "when some route is of a table elsewhere",
      "  A: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref Gateway } }\n",
      true,
    ],
    ["not when it leaves the template", "Outputs: { T: { Value: !Ref T } }\n", false],
    ["when another table leaves the template", "Outputs: { U: { Value: !Ref U } }\n", true],
    [
      "not when a gateway propagates routes into it",
      "  P: { Type: AWS::EC2::VPNGatewayRoutePropagation, Properties: { RouteTableIds: [!Ref T], VpnGatewayId: !Ref Vgw } }\n",
      false,
    ],
    [
      "not when a gateway propagates into tables nobody knows",
      "  P: { Type: AWS::EC2::VPNGatewayRoutePropagation, Properties: { RouteTableIds: !Unheard of, VpnGatewayId: !Ref Vgw } }\n",
      false,
    ],
    [
      "not when a function is given its id",
      "  F: { Type: AWS::Lambda::Function, Properties: { Environment: { Variables: { T: !Ref T } } } }\n",
      false,
    ],
    [
      "when an endpoint uses it",
      "  E: { Type: AWS::EC2::VPCEndpoint, Properties: { RouteTableIds: [!Ref T] } }\n",
      true,
    ],
  ])("%s", (_name, more, expected) => expect(complete(more)).toBe(expected));
});

describe("the kind of a subnet", () => {
  const kinds = (more: string) => {
    const network = networkOf(base + more);
    const subnet = subnetOf(network, "S");
    return [
      subnetKind(network, subnet).kind,
      ...subnetKinds(network, subnet).map(({ kind, guard }) => kind + showGuard(guard)),
    ];
  };
  const through = (target: string) => kinds(inTable + route("R", `DestinationCidrBlock: 0.0.0.0/0, ${target}`))[0];

  test.each([
    ["GatewayId: !Ref Igw", "public"],
    ["GatewayId: igw-0123", "public"],
    ["GatewayId: !Ref Vgw", "private-with-egress"],
    ["GatewayId: !Ref Gateway", "unknown"],
    ["NatGatewayId: !Ref Nat", "private-with-egress"],
    ["NatGatewayId: !Ref Gateway", "private-with-egress"],
    ["TransitGatewayId: tgw-1", "private-with-egress"],
    ["NetworkInterfaceId: eni-1", "private-with-egress"],
    ["VpcEndpointId: vpce-1", "private-with-egress"],
    ["CarrierGatewayId: cagw-1", "public"],
    ["GatewayId: !Unheard of", "unknown"],
  ])("with a default route to %s: %s", (target, expected) => expect(through(target)).toBe(expected));

  test("without a default route it is isolated, if all routes are known", () => {
    expect(kinds(inTable)).toEqual(["isolated", "isolated"]);
    expect(kinds(`${inTable}Outputs: { T: { Value: !Ref T } }\n`)).toEqual(["unknown", "unknown"]);
  });

  test("the main route table has local routes, unless somebody else gets the VPC", () => {
    expect(kinds("")[0]).toBe("isolated");
    expect(kinds("Outputs: { V: { Value: !Ref Vpc } }\n")[0]).toBe("unknown");
    expect(kinds("  N: { Type: Custom::Routes, Properties: { Vpc: !Ref Vpc } }\n")[0]).toBe("unknown");
  });

  test("IPv6: an egress-only gateway is no way in", () => {
    const egress = route("R6", "DestinationIpv6CidrBlock: '::/0', EgressOnlyInternetGatewayId: !Ref Eigw");
    expect(kinds(inTable + egress)[0]).toBe("private-with-egress");
    expect(kinds(inTable + egress + route("R4", "DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Igw"))[0]).toBe(
      "public",
    );
  });

  test("case by case", () => {
    const toNat = route("ToNat", "DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: !Ref Nat", "Prod");
    expect(kinds(inTable + toNat)).toEqual(["unknown", "private-with-egress if Prod", "isolated if !Prod"]);
    const either = route(
      "R",
      "DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: !If [Prod, !Ref Nat, !Ref AWS::NoValue], GatewayId: !If [Prod, !Ref AWS::NoValue, !Ref Igw]",
    );
    expect(kinds(inTable + either)).toEqual(["unknown", "public if !Prod", "private-with-egress if Prod"]);
    const highAvailability =
      route("One", "DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: !Ref Nat", "Prod") +
      route("Two", "DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: nat-2", "NotProd");
    const conditions = base.replace("Conditions:\n", "Conditions:\n  NotProd: !Not [!Condition Prod]\n");
    const network = networkOf(conditions + inTable + highAvailability);
    expect(subnetKind(network, subnetOf(network, "S")).kind).toBe("private-with-egress");
  });

  test("says which route makes it so", () => {
    const network = networkOf(base + inTable + route("R", "DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Igw"));
    const { table, route: found } = subnetKind(network, subnetOf(network, "S")).because;
    expect([typeof table === "object" && table.id, found?.id]).toEqual(["T", "R"]);
  });
});
