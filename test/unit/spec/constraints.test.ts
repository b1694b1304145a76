import { join } from "node:path";
import { loadAwsServiceSpec } from "@aws-cdk/aws-service-spec";
import { beforeAll, describe, expect, test } from "vitest";
import { createOracle, type Oracle } from "../../../tools/spec/ask-validator.ts";
import { collectSpec } from "../../../tools/spec/collect.ts";
import { type Constraint, readConstraints } from "../../../tools/spec/constraints.ts";
import { readPatches } from "../../../tools/spec/patches.ts";

const spec = join(import.meta.dirname, "../../../spec");

describe("committed constraints", () => {
  let oracle: Oracle;
  let committed: Readonly<Record<string, Readonly<Record<string, Constraint>>>>;

  beforeAll(async () => {
    oracle = await createOracle();
    committed = Object.assign({}, ...(await readConstraints(join(spec, "constraints"))).map(({ types }) => types));
  }, 60_000);

  // A sample, because asking about all types takes half a minute.
  test.each([
    "AWS::EC2::NatGateway",
    "AWS::EC2::VPCEndpoint",
    "AWS::EC2::NetworkAclEntry",
    "AWS::ElasticLoadBalancingV2::TargetGroup",
    "AWS::VpcLattice::TargetGroup",
  ])("of %s are what the validator says (else: node tools/run.mjs tools/spec/oracle.ts)", (type) => {
    const resource = oracle.resources.find(({ cloudFormationType }) => cloudFormationType === type);
    expect(resource && oracle.constraintsOf(resource)).toEqual(committed[type]);
  });
});

describe("patches", async () => {
  const patches = await readPatches(join(spec, "patches"));

  test("say why, by what source and when", () => {
    const silent = patches.filter(
      ({ reason, source, checked }) =>
        reason.length < 20 || !source.startsWith("https://docs.aws.amazon.com/") || !/^\d{4}-\d\d-\d\d$/.test(checked),
    );
    expect(silent).toEqual([]);
  });

  test("concern properties that exist and name targets that exist", async () => {
    const db = await loadAwsServiceSpec();
    expect(collectSpec(db, [], patches, "test").unusedPatches).toEqual([]);
    const types = new Set([...db.all("resource")].map((resource) => resource.cloudFormationType));
    const targets = patches.flatMap(({ relations = {}, relationsByName = {} }) => [
      ...Object.values(relations).flatMap((keys) => Object.values(keys).flat()),
      ...Object.values(relationsByName).flat(),
    ]);
    expect(targets.filter((target) => !types.has(target.split(".")[0] ?? ""))).toEqual([]);
  }, 60_000);

  test("that meet no property are told", async () => {
    const relations = { "AWS::EC2::VPC": { CidrBlok: ["AWS::EC2::VPC"], "Nope.CidrBlock": [] } };
    const patch = { reason: "", source: "", checked: "", relations };
    expect(collectSpec(await loadAwsServiceSpec(), [], [patch], "test").unusedPatches).toEqual([
      "AWS::EC2::VPC.CidrBlok",
      "AWS::EC2::VPC.Nope.CidrBlock",
    ]);
  }, 60_000);
});
