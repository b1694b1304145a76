import type { MadeResources } from "../../../../support/cdk-synth.ts";

/** Rules that are resources by what they say, not by their ids: the CDK's have hashes in them. */
export function withoutRuleIds(resources: MadeResources): MadeResources {
  return Object.fromEntries(
    Object.entries(resources).map(([id, resource]) => {
      if (!/SecurityGroup(In|E)gress$/.test(resource.type)) return [id, resource];
      const { Description: _, ...others } = resource.properties as Readonly<Record<string, unknown>>;
      const sorted = Object.entries(others).sort(([a], [b]) => a.localeCompare(b));
      return [`${resource.type} ${JSON.stringify(sorted)}`, resource];
    }),
  );
}
