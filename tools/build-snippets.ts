import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { readSnippets, type Snippet } from "../server/src/features/snippets/snippet-data.ts";
import { bodyToJson } from "./snippets/to-json.ts";

const SOURCES = join(import.meta.dirname, "../snippets");

/** From the whole to its parts, then what connects and guards it: the order in which snippets are offered. */
const ORDER = [
  "two-az-vpc",
  "subnet-pair",
  "nat-per-az",
  "nat-instance",
  "interface-endpoint",
  "gateway-endpoint",
  "vpc-peering",
  "security-group-pair",
  "network-acl-ephemeral",
  "prefix-list",
  "egress-only-ipv6",
  "network-interface",
  "ena-express",
  "floating-eip",
  "traffic-mirror",
  "endpoint-service",
  "s3-endpoints",
  "private-hosted-zone",
  "resolver-endpoints",
  "site-to-site-vpn",
  "client-vpn",
  "transit-gateway",
  "direct-connect-gateway",
  "macsec-connection",
  "rest-api-lambda",
  "lambda-authorizer",
  "usage-plan",
  "stage-cache",
  "regional-domain",
  "private-rest-api",
  "rest-api-alarms",
  "appsync-api",
  "global-accelerator",
  "wavelength-subnet",
  "file-gateway-bucket",
  "storage-volume",
  "tape-pool",
];

/** Writes `snippets.json`. Throws where a snippet's description or YAML is broken. */
export async function buildSnippets(outDir: string): Promise<void> {
  await mkdir(outDir, { recursive: true });
  await writeFile(join(outDir, "snippets.json"), JSON.stringify(await collectSnippets()));
}

/** All snippets; those that `ORDER` doesn't name come last. */
export async function collectSnippets(): Promise<readonly Snippet[]> {
  const folders = (await readdir(SOURCES, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const ids = folders.map((folder) => folder.name).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return Promise.all(ids.map(readSnippet));
}

function rank(id: string): number {
  const index = ORDER.indexOf(id);
  return index < 0 ? ORDER.length : index;
}

async function readSnippet(id: string): Promise<Snippet> {
  const read = (name: string): Promise<string> => readFile(join(SOURCES, id, name), "utf8");
  const [description, yaml, typescript, python] = await Promise.all(
    ["snippet.yaml", "body.yaml", "body.ts", "body.py"].map(read),
  );
  if (yaml === undefined) throw new Error(`snippets/${id} has no body.yaml`);
  const bodies = { yaml, json: bodyToJson(yaml), typescript, python };
  const [snippet] = readSnippets([{ id, ...parse(description ?? ""), bodies }]);
  if (snippet === undefined)
    throw new Error(`snippets/${id}/snippet.yaml lacks a prefix, or a title or description in a language`);
  return snippet;
}
