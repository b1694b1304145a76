/**
 * The end-to-end tests against dist/routewise.vsix in the real VS Code: first the suite inside the extension host, then
 * the tests that use the workbench as a user does. `--suite` or `--ui` runs one of them; other arguments go to vitest.
 * Needs the package (`npm run package`) and Chromium.
 */
import { runSuite } from "../test/support/host/run-suite.ts";
import { runVitest } from "./run-vitest.ts";
import { report } from "./tally.ts";

const wishes = process.argv.slice(2);
const only = (part: string) => !["--suite", "--ui"].some((flag) => wishes.includes(flag)) || wishes.includes(part);
const rest = wishes.filter((wish) => !["--suite", "--ui"].includes(wish));

const tallies = [
  ...(only("--suite") ? [await runSuite()] : []),
  ...(only("--ui") ? [await runVitest("e2e-ui", ["--config", "test/e2e/vitest.config.ts", ...rest])] : []),
];
report(tallies);
