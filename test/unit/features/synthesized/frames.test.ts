/** Lines of stacks, as cloud assemblies and old manifests have them. */
import { expect, test } from "vitest";
import { frameUri, isLibrary, parseFrame } from "../../../../server/src/features/synthesized/frames.ts";

const at = (path: string, line: number, column?: number) => ({ path, line, column });

test.each([
  ["new NetStack (/app/lib/net-stack.ts:21:17)", at("/app/lib/net-stack.ts", 21, 17)],
  ["<anonymous> (/app/bin/app.ts:8:1)", at("/app/bin/app.ts", 8, 1)],
  // A function without a name loses its column to the shortening of aws-cdk-lib 2.276.
  ["/app/lib/subnets.ts:7 (:)", at("/app/lib/subnets.ts", 7)],
  ["/app/lib/subnets.ts:7:5", at("/app/lib/subnets.ts", 7, 5)],
  ["    at async main (/app/bin/app.js:3:1)", at("/app/bin/app.js", 3, 1)],
  ["new Net (file:///app/lib/net.mjs:2:3)", at("file:///app/lib/net.mjs", 2, 3)],
  ["new Net (C:\\app\\lib\\net.ts:2:3)", at("C:\\app\\lib\\net.ts", 2, 3)],
  ["new Net (/home/me/my (old) app/net.ts:2:3)", at("/home/me/my (old) app/net.ts", 2, 3)],
  ["/home/me/my (old) app/net.ts:2:3", at("/home/me/my (old) app/net.ts", 2, 3)],
  // Through jsii from Python, with a column or without.
  ["__init__ (/app/net/net_stack.py:12)", at("/app/net/net_stack.py", 12)],
  ["<module> (/app/app.py:9:5)", at("/app/app.py", 9, 5)],
])("%s", (line, expected) => {
  expect(parseFrame(line)).toEqual(expected);
});

test.each([
  "...new Vpc2 in aws-cdk-lib...",
  ".../app/node_modules/aws-cdk-lib/aws-ec2/lib/vpc.js:1:291 in aws-cdk-lib...",
  "Array.forEach (:)",
  "Array.map (<anonymous>)",
  "node:internal/main/run_main_module:23:47",
  "(no user code in 10 frames, use --stack-trace-limit to capture more)",
  "new Net (lib/net.ts:1:1)",
  "new Net (/app/net.ts:0:0)",
  "",
  `new Net (/${"a/".repeat(2000)}net.ts:1:1)`,
])("no place is read from %s", (line) => {
  expect(parseFrame(line)).toBeUndefined();
});

test.each([
  ["/app/node_modules/aws-cdk-lib/core/lib/stack.js", true],
  ["C:\\app\\node_modules\\x\\y.js", true],
  ["/app/.venv/lib/python3.12/site-packages/jsii/_runtime.py", true],
  ["/usr/lib/python3.12/runpy.py", true],
  ["/app/lib/net.ts", false],
])("%s belongs to a library: %s", (path, expected) => {
  expect(isLibrary(at(path, 1))).toBe(expected);
});

test.each([
  ["/app/a b/net.ts", "file:///app/a%20b/net.ts"],
  ["C:\\app\\net.ts", "file:///C:/app/net.ts"],
  ["file:///app/net.mjs", "file:///app/net.mjs"],
])("the address of %s", (path, expected) => {
  expect(frameUri(path)).toBe(expected);
});
