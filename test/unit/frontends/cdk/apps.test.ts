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
