/** CDK apps with their synthesized output, as files in memory whose ages are given, not waited for. */
import type { CdkApp } from "../../server/src/features/synthesized/app.ts";
import type { AppFiles } from "../../server/src/features/synthesized/read-app.ts";
import { uriKey } from "../../server/src/workspace/template-index/uris.ts";
import { snapshotOf } from "./snapshot.ts";

export const app: CdkApp = { folder: "file:///work/app", output: "file:///work/app/cdk.out" };

/** When the sources of an app were written, and when it was synthesized, unless a test says otherwise. */
export const sourceTime = 1000;
export const outputTime = 2000;

/** Text of a file, or anything to be written as JSON. */
export type Content = string | object;

/**
 * The files of an app by their paths in its folder; those in `cdk.out` are as old as the synthesis.
 *
 * @param times of single files, by path
 */
export function appFiles(
  contents: Readonly<Record<string, Content>>,
  times: Readonly<Record<string, number>> = {},
): AppFiles {
  const files = new Map(
    Object.entries(contents).map(([path, content]) => [
      uriKey(path.startsWith("/") ? `file://${path}` : `${app.folder}/${path}`),
      {
        text: typeof content === "string" ? content : JSON.stringify(content, undefined, 1),
        time: times[path] ?? (path.startsWith("cdk.out/") ? outputTime : sourceTime),
      },
    ]),
  );
  return {
    roots: () => ["file:///work"],
    read: async (uri) => files.get(uriKey(uri))?.text,
    times: async (uris) => uris.map((uri) => files.get(uriKey(uri))?.time),
    sources: async (folder) => [...files.keys()].filter((uri) => uri.startsWith(`${folder}/`)),
    check: async (_, text) => {
      try {
        return snapshotOf(text, "json").snapshot;
      } catch {
        return undefined;
      }
    },
    pause: async () => {},
  };
}

/** A manifest with one stack of the name. */
export function manifest(
  name: string,
  stack: object = {},
  others: object = {},
): { readonly version: string; readonly artifacts: object } {
  return {
    version: "55.0.0",
    artifacts: {
      [name]: {
        type: "aws:cloudformation:stack",
        properties: { templateFile: `${name}.template.json` },
        additionalMetadataFile: `${name}.metadata.json`,
        displayName: name,
        ...stack,
      },
      ...others,
    },
  };
}

/** A template with a VPC and two subnets, of which `B` overlaps `A`, with the paths of their constructs in the stack. */
export function overlapping(stack: string, block = "10.0.0.128/25"): object {
  const resource = (id: string, type: string, properties: object) => ({
    [id]: { Type: `AWS::EC2::${type}`, Properties: properties, Metadata: { "aws:cdk:path": `${stack}/${id}` } },
  });
  return {
    Resources: {
      ...resource("Vpc", "VPC", { CidrBlock: "10.0.0.0/16" }),
      ...resource("A", "Subnet", { VpcId: { Ref: "Vpc" }, CidrBlock: "10.0.0.0/24" }),
      ...resource("B", "Subnet", { VpcId: { Ref: "Vpc" }, CidrBlock: block }),
    },
  };
}

/** Metadata in which each construct has the stack given for it. */
export function metadata(stacks: Readonly<Record<string, readonly string[]>>): object {
  return Object.fromEntries(
    Object.entries(stacks).map(([path, data]) => [`/${path}`, [{ type: "aws:cdk:creationStack", data }]]),
  );
}
