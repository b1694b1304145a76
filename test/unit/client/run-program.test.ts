/** The `cdk` of a project is found and run, and nothing of it is left where somebody cancels. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findCdk } from "../../../client/src/desktop/find-cdk.ts";
import { runProgram } from "../../../client/src/desktop/run-program.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "routewise-run-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function script(path: string, text: string): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `#!/usr/bin/env node\n${text}`);
  chmodSync(file, 0o755);
  return file;
}

describe.skipIf(process.platform === "win32")("which cdk", () => {
  test("the project's own, then one further up, then the user's, else none", async () => {
    const root = join(folder, "work");
    const app = join(root, "packages", "infra");
    mkdirSync(app, { recursive: true });
    const elsewhere = script("bin/cdk", "");
    const path = ["", join(folder, "empty"), dirname(elsewhere)].join(delimiter);
    expect(await findCdk(app, root, "")).toBeUndefined();
    expect(await findCdk(app, root, path)).toBe(elsewhere);
    const shared = script("work/node_modules/.bin/cdk", "");
    expect(await findCdk(app, root, path)).toBe(shared);
    const own = script("work/packages/infra/node_modules/.bin/cdk", "");
    expect(await findCdk(app, root, path)).toBe(own);
  });

  test("none from outside of the workspace but for the user's", async () => {
    script("node_modules/.bin/cdk", "");
    const root = join(folder, "other");
    mkdirSync(root, { recursive: true });
    expect(await findCdk(root, root, "")).toBeUndefined();
  });
});

describe.skipIf(process.platform === "win32")("running", () => {
  const run = (program: string, args: readonly string[] = []) => {
    let written = "";
    const seen: { wanted: string; tell: () => void }[] = [];
    const running = runProgram({
      program,
      args,
      folder,
      environment: { ...process.env, ROUTEWISE_TEST: "given" },
      onOutput(text) {
        written += text;
        for (const { wanted, tell } of seen) if (written.includes(wanted)) tell();
      },
    });
    const output = (wanted: string) => new Promise<void>((tell) => seen.push({ wanted, tell }));
    return { running, output, written: () => written };
  };

  test("in its folder, with what it is given; both of its outputs are heard", async () => {
    const program = script(
      "speaks",
      'console.log(process.cwd(), process.argv.slice(2).join("+"), process.env.ROUTEWISE_TEST);\nconsole.error("second");\nprocess.exit(3);\n',
    );
    const { running, written } = run(program, ["synth", "--quiet"]);
    expect(await running.ended).toBe(3);
    expect(written()).toContain(`${folder} synth+--quiet given`);
    expect(written()).toContain("second");
  });

  test("stopped, it ends with what it has started", async () => {
    const program = script(
      "starts",
      'require("node:child_process").spawn(process.execPath, ["-e", "console.log(\'inner\'); setInterval(() => {}, 1000)"], { stdio: "inherit" });\nsetInterval(() => {}, 1000);\n',
    );
    const { running, output } = run(program);
    await output("inner");
    running.stop();
    // The output is closed only when nobody holds it any more, the inner program included.
    expect(await running.ended).toBeUndefined();
    running.stop();
  });

  test("a program that is none says so", async () => {
    const { running } = run(join(folder, "missing"));
    await expect(running.ended).rejects.toThrow("ENOENT");
  });
});
