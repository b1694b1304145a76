import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { loadAwsServiceSpec } from "@aws-cdk/aws-service-spec";
import { collectSpec } from "./spec/collect.ts";
import { readConstraints } from "./spec/constraints.ts";
import { readPatches } from "./spec/patches.ts";

const ROOT = join(import.meta.dirname, "..");

/**
 * Writes the resource data that the server reads: `spec.json` (structure), `spec-docs.json` (AWS's documentation,
 * loaded when first asked for) and the notice that the data's licence demands.
 */
export async function generateSpec(outDir: string): Promise<void> {
  const dependency = dirname(
    createRequire(join(ROOT, "package.json")).resolve("@aws-cdk/aws-service-spec/package.json"),
  );
  const { version }: { version: string } = JSON.parse(await readFile(join(dependency, "package.json"), "utf8"));
  const licence = await readFile(join(dependency, "LICENSE"), "utf8");
  const constraints = await readConstraints(join(ROOT, "spec/constraints"));
  const patches = await readPatches(join(ROOT, "spec/patches"));
  const { spec, docs } = collectSpec(
    await loadAwsServiceSpec(),
    constraints.map((file) => file.types),
    patches,
    `@aws-cdk/aws-service-spec ${version}`,
  );
  await mkdir(outDir, { recursive: true });
  await writeFile(join(outDir, "spec.json"), JSON.stringify(spec));
  await writeFile(join(outDir, "spec-docs.json"), JSON.stringify(docs));
  await writeFile(join(outDir, "THIRD-PARTY-NOTICES-spec.txt"), notice(version, licence));
}

function notice(version: string, licence: string): string {
  return [
    "spec.json and spec-docs.json hold data about AWS CloudFormation resource types, in a form changed by Routewise,",
    `from @aws-cdk/aws-service-spec ${version}`,
    "(https://github.com/cdklabs/awscdk-service-spec), Copyright Amazon.com, Inc. or its affiliates,",
    "and enums, ranges and patterns learned from the answers of @aws/cloudformation-validate",
    "(https://github.com/aws-cloudformation/cloudformation-validate), Copyright Amazon.com, Inc. or its affiliates.",
    "Both are under the licence below.",
    "",
    licence,
  ].join("\n");
}
