import { expect, test } from "vitest";
import { combineSettings } from "../../../server/src/config/combine.ts";
import { parseConfig } from "../../../server/src/config/parse-config.ts";
import { runRules } from "../../../server/src/rules/run.ts";
import { examine } from "../../support/check-rule.ts";

const template = `Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.1/16
`;

/** The severity with which the rule `cidr-host-bits` (group addressing, a warning by itself) reports. */
function severityWith(file: string, rules = {}, groups = {}): string | undefined {
  const settings = combineSettings(parseConfig(file).config, { rules, groups });
  const findings = runRules(examine(template).context, settings);
  return findings.find(({ rule }) => rule === "cidr-host-bits")?.severity;
}

test("the group counts more than the rule's own, the rule more than the group", () => {
  const own = severityWith("");
  expect(own).toBeDefined();
  expect(own).not.toBe("hint");
  expect(severityWith("groups: { addressing: hint }")).toBe("hint");
  expect(severityWith("groups: { addressing: off }")).toBeUndefined();
  expect(severityWith("groups: { addressing: off }\nrules: { cidr-host-bits: information }")).toBe("info");
  expect(severityWith("groups: { routing: off }")).toBe(own);
});

test("the editor's settings count more than the file, for the same rule or group", () => {
  expect(severityWith("rules: { cidr-host-bits: off }", { "cidr-host-bits": "hint" })).toBe("hint");
  expect(severityWith("groups: { addressing: off }", {}, { addressing: "hint" })).toBe("hint");
});

test("a rule that the team has set stays so when someone sets its group", () => {
  expect(severityWith("rules: { cidr-host-bits: off }", {}, { addressing: "hint" })).toBeUndefined();
});
