import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSpec, type Spec } from "../../server/src/spec/spec.ts";
import { generateSpec } from "../../tools/generate-spec.ts";

const BUILT = join(import.meta.dirname, "../../dist/spec");

/**
 * The resource data for tests: that of the last build, which the build keeps up to date, or one made for the purpose
 * (1.5 s) where nothing is built.
 */
export async function testSpec(): Promise<Spec> {
  return existsSync(join(BUILT, "spec.json")) ? readSpec(BUILT) : freshSpec();
}

/** The resource data as the sources of this moment make it. */
export async function freshSpec(): Promise<Spec> {
  const folder = await mkdtemp(join(tmpdir(), "routewise-spec-"));
  try {
    await generateSpec(folder);
    return await readSpec(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readSpec(folder: string): Promise<Spec> {
  const read = async (name: string): Promise<unknown> => JSON.parse(await readFile(join(folder, name), "utf8"));
  const docs = await read("spec-docs.json");
  return createSpec(await read("spec.json"), async () => docs);
}
