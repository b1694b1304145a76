/** What is said to come of `ec2.Vpc`, against what the CDK itself makes of the same properties. */
import { App, Stack } from "aws-cdk-lib";
import { Template as Synthesized } from "aws-cdk-lib/assertions";
import * as ec2 from "aws-cdk-lib/aws-ec2";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildNetwork } from "../../../../server/src/network/build.ts";
import { subnetKind } from "../../../../server/src/network/routing.ts";
import { createEvaluator } from "../../../../server/src/template/evaluate.ts";
import { propertyOf } from "../../../../server/src/template/expression.ts";
import type { Resource } from "../../../../server/src/template/template.ts";
import { place, python, read, typescript } from "./support.ts";

const subnetTypes = {
  PUBLIC: ec2.SubnetType.PUBLIC,
  PRIVATE_WITH_EGRESS: ec2.SubnetType.PRIVATE_WITH_EGRESS,
  PRIVATE_ISOLATED: ec2.SubnetType.PRIVATE_ISOLATED,
} as const;

interface Group {
  readonly name: string;
  readonly subnetType: keyof typeof subnetTypes;
  readonly cidrMask?: number | undefined;
  readonly reserved?: boolean | undefined;
}

interface Case {
  readonly cidr: string | undefined;
  readonly maxAzs: number | undefined;
  readonly natGateways: number | undefined;
  readonly groups: readonly Group[] | undefined;
  readonly reservedAzs: number | undefined;
}

const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined });

const cases: fc.Arbitrary<Case> = fc.record({
  cidr: optional(fc.constantFrom("10.0.0.0/16", "10.1.2.0/20", "172.31.0.0/22", "192.168.0.0/24", "10.9.0.128/17")),
  maxAzs: optional(fc.integer({ min: 1, max: 3 })),
  natGateways: optional(fc.integer({ min: 0, max: 3 })),
  reservedAzs: optional(fc.integer({ min: 0, max: 1 })),
  groups: optional(
    fc
      .array(
        fc.record({
          subnetType: fc.constantFrom("PUBLIC" as const, "PRIVATE_WITH_EGRESS" as const, "PRIVATE_ISOLATED" as const),
          cidrMask: optional(fc.integer({ min: 18, max: 28 })),
          reserved: optional(fc.boolean()),
        }),
        { minLength: 1, maxLength: 4 },
      )
      .map((groups) => groups.map((group, index) => ({ ...group, name: `g${index}` }))),
  ),
});

function inTypeScript({ cidr, maxAzs, natGateways, groups, reservedAzs }: Case): string {
  const lines = [
    cidr && `ipAddresses: ec2.IpAddresses.cidr('${cidr}'),`,
    maxAzs !== undefined && `maxAzs: ${maxAzs},`,
    natGateways !== undefined && `natGateways: ${natGateways},`,
    reservedAzs !== undefined && `reservedAzs: ${reservedAzs},`,
    groups &&
      `subnetConfiguration: [${groups
        .map(({ name, subnetType, cidrMask, reserved }) =>
          [
            `{ name: '${name}', subnetType: ec2.SubnetType.${subnetType}`,
            cidrMask === undefined ? "" : `, cidrMask: ${cidrMask}`,
            reserved === undefined ? "" : `, reserved: ${reserved}`,
            " }",
          ].join(""),
        )
        .join(", ")}],`,
  ];
  return typescript(`new ec2.Vpc(this, 'Vpc', { ${lines.filter(Boolean).join(" ")} });`);
}

function inPython({ cidr, maxAzs, natGateways, groups, reservedAzs }: Case): string {
  const args = [
    cidr && `ip_addresses=ec2.IpAddresses.cidr("${cidr}")`,
    maxAzs !== undefined && `max_azs=${maxAzs}`,
    natGateways !== undefined && `nat_gateways=${natGateways}`,
    reservedAzs !== undefined && `reserved_azs=${reservedAzs}`,
    groups &&
      `subnet_configuration=[${groups
        .map(({ name, subnetType, cidrMask, reserved }) =>
          [
            `ec2.SubnetConfiguration(name="${name}", subnet_type=ec2.SubnetType.${subnetType}`,
            cidrMask === undefined ? "" : `, cidr_mask=${cidrMask}`,
            reserved === undefined ? "" : `, reserved=${reserved ? "True" : "False"}`,
            ")",
          ].join(""),
        )
        .join(", ")}]`,
  ];
  return python(`ec2.Vpc(${["self", '"Vpc"', ...args.filter(Boolean)].join(", ")})`);
}

/** Undefined where the CDK refuses. */
function synthesized(
  { cidr, maxAzs, natGateways, groups, reservedAzs }: Case,
  withEnvironment: boolean,
): Made | undefined {
  const env = withEnvironment ? { env: { account: "123456789012", region: "eu-west-1" } } : {};
  const stack = new Stack(new App(), "S", env);
  try {
    new ec2.Vpc(stack, "Vpc", {
      ...(cidr !== undefined && { ipAddresses: ec2.IpAddresses.cidr(cidr) }),
      ...(maxAzs !== undefined && { maxAzs }),
      ...(natGateways !== undefined && { natGateways }),
      ...(reservedAzs !== undefined && { reservedAzs }),
      ...(groups && {
        subnetConfiguration: groups.map(({ name, subnetType, cidrMask, reserved }) => ({
          name,
          subnetType: subnetTypes[subnetType],
          ...(cidrMask !== undefined && { cidrMask }),
          ...(reserved !== undefined && { reserved }),
        })),
      }),
    });
    const template = Synthesized.fromStack(stack);
    const all = (type: string) => Object.values(template.findResources(type));
    const routes = Object.entries(template.findResources("AWS::EC2::Route"));
    return {
      vpc: all("AWS::EC2::VPC").map(({ Properties }) => String(Properties.CidrBlock)),
      subnets: all("AWS::EC2::Subnet").map(({ Properties }) => {
        const tags: readonly { Key: string; Value: string }[] = Properties.Tags;
        const tag = (key: string) => tags.find(({ Key }) => Key === `aws-cdk:${key}`)?.Value;
        return `${tag("subnet-name")} ${tag("subnet-type")} ${Properties.CidrBlock} ${Properties.MapPublicIpOnLaunch}`;
      }),
      tables: all("AWS::EC2::RouteTable").length,
      associations: all("AWS::EC2::SubnetRouteTableAssociation").length,
      internetGateways: all("AWS::EC2::InternetGateway").length + all("AWS::EC2::VPCGatewayAttachment").length,
      natGateways: all("AWS::EC2::NatGateway").length,
      addresses: all("AWS::EC2::EIP").length,
      toInternet: routes.filter(([, { Properties }]) => Properties.GatewayId !== undefined).length,
      // `VpcPublicSubnet1NATGateway4D7517AA` <- `VpcPrivateSubnet1DefaultRouteBE02A9ED`
      toNat: routes
        .filter(([, { Properties }]) => Properties.NatGatewayId !== undefined)
        .map(([id, { Properties }]) => `${id.slice(3, -20)} ${String(Properties.NatGatewayId.Ref).slice(3, -18)}`)
        .sort(),
    };
  } catch {
    return undefined;
  }
}

interface Made {
  readonly vpc: readonly string[];
  readonly subnets: readonly string[];
  readonly tables: number;
  readonly associations: number;
  readonly internetGateways: number;
  readonly natGateways: number;
  readonly addresses: number;
  readonly toInternet: number;
  readonly toNat: readonly string[];
}

/** What we say comes of it in a stack with so many zones. Undefined where we say nothing. */
function expanded(program: string, twoZones: boolean): Made | undefined {
  const { template } = read(program);
  const evaluator = createEvaluator(template);
  const zones = [...template.conditions.keys()].find((name) => /^(stack|len).* 2$/.test(name)) ?? "";
  const guard = evaluator.conditions.when(zones, twoZones);
  const made = [...template.resources.values()].filter(({ condition }) => {
    if (condition === undefined) return true;
    const needed = evaluator.conditions.when(condition.name, true);
    return needed && guard && evaluator.conditions.both(needed, guard) !== undefined;
  });
  if (made.length === 0) return undefined;
  const text = (resource: Resource, name: string): string => {
    const property = propertyOf(resource.properties, name);
    const [only] = property ? evaluator.alternatives(property.value, guard) : [];
    return only?.value.kind === "known"
      ? String(only.value.data)
      : only?.value.kind === "reference"
        ? only.value.logicalId
        : "";
  };
  const all = (type: string): Resource[] => made.filter((resource) => resource.type === type);
  const tagOf = (resource: Resource, index: number): string => {
    const tags = propertyOf(resource.properties, "Tags")?.value;
    const tag = tags?.kind === "list" ? propertyOf(tags.items[index], "Value")?.value : undefined;
    return tag?.kind === "scalar" ? tag.text : "";
  };
  const routes = all("AWS::EC2::Route");
  return {
    vpc: all("AWS::EC2::VPC").map((vpc) => text(vpc, "CidrBlock")),
    subnets: all("AWS::EC2::Subnet").map(
      (subnet) =>
        `${tagOf(subnet, 0)} ${tagOf(subnet, 1)} ${text(subnet, "CidrBlock")} ${text(subnet, "MapPublicIpOnLaunch")}`,
    ),
    tables: all("AWS::EC2::RouteTable").length,
    associations: all("AWS::EC2::SubnetRouteTableAssociation").length,
    internetGateways: all("AWS::EC2::InternetGateway").length + all("AWS::EC2::VPCGatewayAttachment").length,
    natGateways: all("AWS::EC2::NatGateway").length,
    addresses: all("AWS::EC2::EIP").length,
    toInternet: routes.filter((route) => propertyOf(route.properties, "GatewayId")).length,
    toNat: routes
      .filter((route) => propertyOf(route.properties, "NatGatewayId"))
      .map((route) => `${route.id.split("/")[1]} ${text(route, "NatGatewayId").split("/")[1]}`)
      .sort(),
  };
}

describe("a Vpc comes out as the CDK makes it", () => {
  test.each([
    ["in a stack without an environment", false],
    ["in a stack with a region of three zones", true],
  ])(
    "%s",
    (_, withEnvironment) => {
      let compared = 0;
      fc.assert(
        fc.property(cases, (each) => {
          const expected = synthesized(each, withEnvironment);
          if (expected === undefined) return;
          const twoZones = !withEnvironment;
          const saidInTypeScript = expanded(inTypeScript(each), twoZones);
          expect(expanded(inPython(each), twoZones)).toEqual(saidInTypeScript);
          if (saidInTypeScript === undefined) {
            // Only where the other number of zones makes something else of it, or nothing.
            const other = synthesized(each, !withEnvironment);
            expect(other === undefined || (each.reservedAzs ?? 0) > 0).toBe(true);
            return;
          }
          compared += 1;
          expect(saidInTypeScript).toEqual(expected);
        }),
        // The same cases each time: how many of them the CDK refuses is left to chance otherwise.
        { numRuns: 25, seed: 7 },
      );
      expect(compared).toBeGreaterThan(8);
    },
    60_000,
  );
});

test("the subnets are what their groups are called", () => {
  for (const text of [
    typescript("new ec2.Vpc(this, 'Net', { maxAzs: 1 });"),
    python('ec2.Vpc(self, "Net", max_azs=1)'),
  ]) {
    const { template } = read(text);
    const network = buildNetwork(template, createEvaluator(template));
    expect(network.subnets.map((subnet) => `${subnet.id} ${subnetKind(network, subnet).kind}`)).toEqual([
      "Net/PublicSubnet1 public",
      "Net/PrivateSubnet1 private-with-egress",
    ]);
  }
});

test("properties that can't be told leave it unexpanded", () => {
  for (const properties of [
    "{ maxAzs: props.zones }",
    "{ ipAddresses: props.addresses }",
    "{ ...props.vpc }",
    "{ ipProtocol: ec2.IpProtocol.DUAL_STACK }",
    "{ subnetConfiguration: props.groups }",
    "{ maxAzs: 99 }",
  ]) {
    const { template } = read(typescript(`new ec2.Vpc(this, 'Vpc', ${properties});`));
    expect([...template.resources.keys()], properties).toEqual([]);
    expect(template.open).toBe(true);
  }
});

test("a Vpc that is made by a loop is not one Vpc", () => {
  const text = typescript("for (const name of names) new ec2.Vpc(this, name, { maxAzs: 2 });");
  expect(read(text).template.resources.size).toBe(0);
});

test("everything stands for the construct", () => {
  const text = typescript("new ec2.Vpc(this, 'Net', { maxAzs: 1 });");
  const { template } = read(text);
  expect([...template.resources.values()].every(({ impliedBy }) => impliedBy === "Net")).toBe(true);
  expect(place(text.replace("ec2.Vpc", "ec2.$0Vpc"))).toMatchObject({
    covered: "ec2.Vpc",
    place: { kind: "construct", symbol: "ec2.Vpc", resource: { id: "Net", type: "AWS::EC2::VPC" } },
  });
});

test("L1 constructs refer to it, and its parts cannot be edited", () => {
  const text = typescript(`
const vpc = new ec2.Vpc(this, 'Net', { maxAzs: 1 });
new ec2.CfnSubnet(this, 'Extra', { vpcId: vpc.vpcId, cidrBlock: '10.0.255.0/24' });`);
  const document = read(text);
  const value = (id: string, name: string) => propertyOf(document.template.resources.get(id)?.properties, name)?.value;
  expect(value("Extra", "VpcId")).toMatchObject({ kind: "call", name: "Ref", argument: { value: "Net" } });
  const cidr = value("Net/PublicSubnet1", "CidrBlock");
  expect(cidr).toMatchObject({ value: "10.0.0.0/17" });
  expect(cidr && document.render([{ kind: "replace-value", span: cidr.span, value: "10.0.0.0/24" }])).toBeUndefined();
  expect(document.render([{ kind: "remove-resource", resource: "Net" }])).toBeUndefined();
});
