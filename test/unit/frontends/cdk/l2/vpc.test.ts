/** What is said to come of `ec2.Vpc`, against what the CDK itself makes of the same properties. */
import * as ec2 from "aws-cdk-lib/aws-ec2";
import fc from "fast-check";
import { expect, test } from "vitest";
import { buildNetwork } from "../../../../../server/src/network/build.ts";
import { subnetKind } from "../../../../../server/src/network/routing.ts";
import { createEvaluator } from "../../../../../server/src/template/evaluate.ts";
import { propertyOf } from "../../../../../server/src/template/expression.ts";
import { asFarAsSaid, type MadeResources, resourcesIn, synthesize } from "../../../../support/cdk-synth.ts";
import { place, python, read, show, typescript } from "../support.ts";
import { inPython, inTypeScript, type VpcCase, vpcCases, vpcProps } from "./vpc-cases.ts";

const region = { name: "eu-west-1", zones: ["eu-west-1a", "eu-west-1b", "eu-west-1c"] };
const flag = "@aws-cdk/aws-ec2:requirePrivateSubnetsForEgressOnlyInternetGateway";

/** What we say comes of it; undefined where it is only the VPC. */
function said(program: string, { hasRegion, hasFlag }: Circumstances): MadeResources | undefined {
  const { template } = read(program);
  const zones = hasRegion ? region.zones : [];
  const made = resourcesIn(template, (name) => (name === flag ? hasFlag : !hasRegion), zones);
  return Object.keys(made).length > 1 ? made : undefined;
}

interface Circumstances {
  readonly hasRegion: boolean;
  readonly hasFlag: boolean;
}

function synthesizedVpcs(cases: readonly VpcCase[], { hasRegion, hasFlag }: Circumstances) {
  return synthesize(
    cases.map((each) => (stack) => new ec2.Vpc(stack, "Vpc", vpcProps(each))),
    { ...(hasRegion && { region }), context: { [flag]: hasFlag } },
  );
}

test.each([
  ["a stack without an environment", { hasRegion: false, hasFlag: false }],
  ["a stack with a region of three zones", { hasRegion: true, hasFlag: true }],
])("a Vpc comes out as the CDK makes it in %s, over generated properties", { timeout: 120_000 }, (_, circumstances) => {
  // The same cases each time; the CDK refuses a third of them.
  const cases = fc.sample(vpcCases, { numRuns: 250, seed: 7 });
  const made = synthesizedVpcs(cases, circumstances);
  const unsaid: VpcCase[] = [];
  let compared = 0;
  cases.forEach((each, index) => {
    const expected = made[index];
    if (!expected) return;
    const program = inTypeScript(each);
    const inOne = said(typescript(program), circumstances);
    expect(said(python(inPython(each)), circumstances), program).toEqual(inOne);
    if (inOne) {
      compared += 1;
      expect(inOne, program).toEqual(asFarAsSaid(expected, inOne));
    } else if (Object.keys(expected).length > 1) {
      unsaid.push(each);
    }
  });
  expect(compared).toBeGreaterThan(150);
  // Only where the other number of zones makes something else of it, or nothing.
  const elsewhere = synthesizedVpcs(unsaid, { ...circumstances, hasRegion: !circumstances.hasRegion });
  unsaid.forEach((each, index) => {
    const program = inTypeScript(each);
    expect(
      elsewhere[index] === undefined || (each.reservedAzs ?? 0) > 0 || each.natGatewaySubnets,
      program,
    ).toBeTruthy();
  });
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

test.each([
  ["the number of zones", "{ maxAzs: props.zones }", "10.0.0.0/16"],
  ["more zones than regions are sure to have", "{ maxAzs: 99 }", "10.0.0.0/16"],
  ["the groups of subnets", "{ subnetConfiguration: props.groups }", "10.0.0.0/16"],
  ["properties from elsewhere", "{ ...props.vpc }", "?"],
  ["all properties", "props.vpc", "?"],
  ["a block of IPAM", "{ ipAddresses: ec2.IpAddresses.awsIpamAllocation({ ipv4IpamPoolId: 'p' }), maxAzs: 99 }", "?"],
  ["what the CDK refuses", "{ maxAzs: 2, cidr: '10.0.0.0/28' }", "10.0.0.0/28"],
])("unknown: %s leaves the VPC alone, and the template open", (_, properties, cidr) => {
  const { template } = read(typescript(`new ec2.Vpc(this, 'Vpc', ${properties});`));
  expect([...template.resources.keys()]).toEqual(["Vpc"]);
  expect(show(propertyOf(template.resources.get("Vpc")?.properties, "CidrBlock")?.value)).toBe(cidr);
  expect(template.open).toBe(true);
});

test("where only the VPC's block is unknown, everything but the subnets' blocks is told", () => {
  const { template } = read(typescript("new ec2.Vpc(this, 'Vpc', { ipAddresses: props.addresses, maxAzs: 1 });"));
  const known = read(typescript("new ec2.Vpc(this, 'Vpc', { maxAzs: 1 });"));
  expect([...template.resources.keys()]).toEqual([...known.template.resources.keys()]);
  const subnet = template.resources.get("Vpc/PublicSubnet1");
  expect(show(propertyOf(subnet?.properties, "CidrBlock")?.value)).toBe("?");
});

test.each([
  ["a getter", "get availabilityZones(): string[] { return ['eu-west-1a']; }"],
  ["a method", "availabilityZones() { return ['eu-west-1a']; }"],
])("a stack that says its zones itself leaves the subnets unknown: %s", (_, member) => {
  const text = typescript("new ec2.Vpc(this, 'Vpc');").replace("constructor(", `${member}\n  constructor(`);
  expect([...read(text).template.resources.keys()]).toEqual(["Vpc"]);
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
