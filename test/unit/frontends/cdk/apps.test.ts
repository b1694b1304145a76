/** The applications among the examples: what is read of them against what the CDK makes of them. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { App } from "aws-cdk-lib";
import { describe, expect, test } from "vitest";
import { expectAsMade } from "../../../support/cdk-programs.ts";
import { synthesizedIn } from "../../../support/cdk-synth.ts";
import { findingsOf } from "../../../support/check-rule.ts";
import { read } from "./support.ts";

const folder = join(import.meta.dirname, "../../../../examples/cdk/apps");

/** What belongs to networks, but for what isn't read: methods and routes of APIs, what launches instances. */
const types =
  /^AWS::(EC2::(?!LaunchTemplate$)|ElasticLoadBalancingV2|Route53|GlobalAccelerator|ApiGateway::(RestApi|VpcLink)|ApiGatewayV2::(Api|VpcLink)|AutoScaling::AutoScalingGroup)/;

/** What is found in them, and right. */
const found: Readonly<Record<string, readonly string[]>> = {
  "dual-stack.ts": [],
  "hub-and-spoke.ts": [],
  "private-api.ts": [],
  "privatelink.ts": [],
  "three-tier.ts": [],
};

describe.each(readdirSync(folder))("%s", (name) => {
  const text = readFileSync(join(folder, name), "utf8");

  test("is read as the CDK makes it", { timeout: 60_000 }, async () => {
    const { app }: { app: unknown } = await import(join(folder, name));
    if (!(app instanceof App)) throw new Error("It has no app.");
    expectAsMade(read(text).template, synthesizedIn(app), { types });
  });

  test("nothing is found in it but what is wrong", () => {
    expect(findingsOf(text).map(({ rule, message }) => `${rule}: ${message.en}`)).toEqual(found[name]);
  });
});

test.each([
  ["networks that share a range", "hub-and-spoke.ts", "10.2.0.0/16", "10.1.0.0/16", "tgw-vpc-cidr-overlap"],
  [
    "a route that doesn't wait",
    "hub-and-spoke.ts",
    "route.addResourceDependency(attachment)",
    "route",
    "route-tgw-missing-dependson",
  ],
  [
    "a balancer in the wrong subnets",
    "three-tier.ts",
    "{ vpc, internetFacing: true }",
    "{ vpc, internetFacing: true, vpcSubnets: { subnetGroupName: 'application' } }",
    "lb-internet-facing-in-private-subnet",
  ],
  ["health checks that wait too long", "three-tier.ts", "seconds(5)", "seconds(60)", "target-group-health-timing"],
  [
    "endpoints of an API that isn't private",
    "private-api.ts",
    "EndpointType.PRIVATE",
    "EndpointType.REGIONAL",
    "apigw-vpce-ids-not-private",
  ],
  [
    "a protocol that network load balancers don't speak",
    "privatelink.ts",
    "{ port: 8443, targets",
    "{ port: 8443, protocol: elbv2.Protocol.HTTP, targets",
    "target-group-protocol-for-lb-type",
  ],
])("what goes wrong in them is found: %s", (_, name, right, wrong, rule) => {
  const text = readFileSync(join(folder, name), "utf8");
  expect(text).toContain(right);
  expect(findingsOf(text.replace(right, wrong)).map((finding) => finding.rule)).toContain(rule);
});
