/**
 * `npm run corpus -- <folder> --fixes`: makes every fix that is offered for the templates below a folder, each on its own,
 * and all preferred ones of a template at once. Prints a line per fix that does not do what it should.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createEngine } from "../cli/engine.ts";
import { tryFixes } from "./fix-trial.ts";

/** Resolves with the number of fixes that do not do what they should. */
export async function tryFixesOf(files: readonly string[]): Promise<number> {
  const dist = fileURLToPath(new URL("../dist", import.meta.url));
  const engine = await createEngine(dist, { onFailure: (message) => console.error(message) });
  const counts = { tried: 0, fixed: 0, faults: 0 };
  for (const file of files) {
    const document = { uri: pathToFileURL(file).href, text: readFileSync(file, "utf8") };
    const reading = await engine.read(document, async () => ({ rules: {} }));
    if (!reading) continue;
    const { tried, fixed, faults } = tryFixes(reading.snapshot, reading.reread);
    for (const fault of faults) console.log(`${file}: ${fault}`);
    counts.tried += tried;
    counts.fixed += fixed;
    counts.faults += faults.length;
  }
  console.log(`${counts.tried} fixes tried, ${counts.faults} at fault; ${counts.fixed} findings fixed by all at once`);
  return counts.faults;
}
