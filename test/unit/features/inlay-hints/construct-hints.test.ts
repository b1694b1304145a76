/** Inlay hints of constructs that make more than is written. */
import { describe, expect, test } from "vitest";
import type { Language } from "../../../../server/src/base/localized.ts";
import { inlayHints } from "../../../../server/src/features/inlay-hints/inlay-hints.ts";
import { defaultSwitches } from "../../../../server/src/workspace/feature-switches.ts";
import { python, typescript } from "../../../support/programs.ts";
import { codeSnapshotOf, knowledge } from "../../../support/snapshot.ts";

const on = defaultSwitches.inlayHints;

async function hints(text: string, program: "typescript" | "python", language: Language = "en", kinds = on) {
  const { snapshot } = await codeSnapshotOf(text, program);
  return inlayHints(snapshot, { start: 0, end: text.length }, kinds, { knowledge, language });
}

/** The lines with hints, those in ⟨⟩. */
async function shown(text: string, program: "typescript" | "python" = "typescript", language: Language = "en") {
  let result = text;
  for (const { offset, label } of [...(await hints(text, program, language))].reverse()) {
    result = `${result.slice(0, offset)}⟨${label}⟩${result.slice(offset)}`;
  }
  return result.split("\n").flatMap((line) => (line.includes("⟨") ? [line.trim()] : []));
}

const groups = `[
  { name: 'web', subnetType: ec2.SubnetType.PUBLIC, cidrMask: 24 },
  { name: 'app', subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
]`;

describe("groups of subnets", () => {
  test("show their blocks behind the object", async () => {
    const text = typescript(`new ec2.Vpc(this, 'Net', { maxAzs: 2, subnetConfiguration: ${groups} });`);
    expect(await shown(text)).toEqual([
      "{ name: 'web', subnetType: ec2.SubnetType.PUBLIC, cidrMask: 24 }⟨10.0.0.0/24, 10.0.1.0/24⟩,",
      "{ name: 'app', subnetType: ec2.SubnetType.PRIVATE_ISOLATED }⟨10.0.64.0/18, 10.0.128.0/18⟩,",
    ]);
  });

  test("say what a third zone adds, and what it changes", async () => {
    const text = typescript(`new ec2.Vpc(this, 'Net', { subnetConfiguration: ${groups} });`);
    expect(await shown(text)).toEqual([
      "{ name: 'web', subnetType: ec2.SubnetType.PUBLIC, cidrMask: 24 }⟨10.0.0.0/24, 10.0.1.0/24 (+ 10.0.2.0/24)⟩,",
      "{ name: 'app', subnetType: ec2.SubnetType.PRIVATE_ISOLATED }⟨10.0.64.0/18, 10.0.128.0/18 (+ 10.0.192.0/18)⟩,",
    ]);
    const [web] = await hints(text, "typescript");
    expect(web?.tooltip).toContain("`10.0.2.0/24`");
  });

  test("in Python, behind the call", async () => {
    const text = python(`ec2.Vpc(self, "Net", max_azs=1, subnet_configuration=[
    ec2.SubnetConfiguration(name="web", subnet_type=ec2.SubnetType.PUBLIC, cidr_mask=26),
])`);
    expect(await shown(text, "python")).toEqual([
      'ec2.SubnetConfiguration(name="web", subnet_type=ec2.SubnetType.PUBLIC, cidr_mask=26)⟨10.0.0.0/26⟩,',
    ]);
  });

  test("many blocks are counted", async () => {
    const text = typescript(`new ec2.Vpc(this, 'Net', {
  availabilityZones: ['us-east-1a', 'us-east-1b', 'us-east-1c', 'us-east-1d'],
  subnetConfiguration: [{ name: 'web', subnetType: ec2.SubnetType.PUBLIC, cidrMask: 24 }] });`);
    expect((await shown(text)).join("\n")).toContain("⟨10.0.0.0/24 … 10.0.3.0/24 (4)⟩");
  });

  test("are silent where the block is not known, or they don't fit", async () => {
    const vpc = (addresses: string) =>
      typescript(
        `new ec2.Vpc(this, 'Net', { maxAzs: 2, ipAddresses: ${addresses}, subnetConfiguration: [{ name: 'web', subnetType: ec2.SubnetType.PUBLIC, cidrMask: 24 }] });`,
      );
    expect(await shown(vpc("ec2.IpAddresses.cidr(props.cidr)"))).toEqual([]);
    expect(await shown(vpc("ec2.IpAddresses.cidr('10.0.0.0/24')"))).toEqual([]);
    expect(await shown(vpc("ec2.IpAddresses.cidr('10.0.0.0/22')"))).toHaveLength(1);
  });
});

describe("NAT gateways", () => {
  test("shared ones at their number", async () => {
    const text = typescript("new ec2.Vpc(this, 'Net', { natGateways: 1 });");
    expect(await shown(text)).toEqual([
      "new ec2.Vpc(this, 'Net', { natGateways: 1⟨for 2–3 zones · 1 hourly charge + data⟩ });",
    ]);
    expect((await hints(text, "typescript"))[0]?.tooltip).toContain("every GB");
  });

  test("those that come by default at the construct", async () => {
    expect(await shown(typescript("new ec2.Vpc(this, 'Net');"))).toEqual([
      "new ec2.Vpc(this, 'Net'⟨NAT gateways: one per zone · 2–3 hourly charges + data⟩);",
    ]);
    expect(await shown(python('ec2.Vpc(self, "Net", max_azs=2)'), "python", "ja")).toEqual([
      'ec2.Vpc(self, "Net"⟨NAT ゲートウェイ: AZ ごと · 時間課金 2 つ分 + データ処理⟩, max_azs=2)',
    ]);
  });

  test("none where there are none, or one for a whole Region", async () => {
    expect(await shown(typescript("new ec2.Vpc(this, 'Net', { natGateways: 0 });"))).toEqual([]);
    expect(
      await shown(typescript("new ec2.Vpc(this, 'Net', { natGatewayProvider: ec2.NatProvider.regionalGateway() });")),
    ).toEqual([]);
  });
});

test("each kind has its switch", async () => {
  const text = typescript(`new ec2.Vpc(this, 'Net', { natGateways: 1, subnetConfiguration: [
  { name: 'web', subnetType: ec2.SubnetType.PUBLIC, cidrMask: 24 },
  { name: 'app', subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS, cidrMask: 24 }] });`);
  expect(await hints(text, "typescript", "en", on)).toHaveLength(3);
  expect(await hints(text, "typescript", "en", { ...on, values: false })).toHaveLength(2);
  expect(await hints(text, "typescript", "en", { ...on, computedBlocks: false })).toHaveLength(1);
});
