import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findingsOf } from "../../../support/check-rule.ts";
import { read, shown } from "./support.ts";

const examples = join(import.meta.dirname, "../../../../examples/cdk");
const source = (path: string): string => readFileSync(join(examples, path), "utf8");

test.each([
  ["typescript/lib/network-stack.ts", ["nat-single-az"]],
  ["typescript/lib/service-stack.ts", []],
  ["python/network/network_stack.py", ["nat-single-az"]],
  ["python/network/service_stack.py", []],
])("%s is found to save on NAT gateways at the most", (path, expected) => {
  expect(findingsOf(source(path)).map(({ rule }) => rule)).toEqual(expected);
});

test("both languages describe the same network", () => {
  const [inTypeScript, inPython] = ["typescript/lib/network-stack.ts", "python/network/network_stack.py"].map((path) =>
    shown(read(source(path)).template),
  );
  expect(Object.keys(inPython ?? {})).toHaveLength(18);
  expect(inPython).toEqual(inTypeScript);
});
