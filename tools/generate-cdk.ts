import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { loadAwsServiceSpec } from "@aws-cdk/aws-service-spec";
import type { SpecDatabase } from "@aws-cdk/service-spec-types";
import type { CatalogData, ModuleData, ResourceData } from "../server/src/frontends/cdk/catalog.ts";
import { attributeSpelling, lowerFirst, upperFirst } from "../server/src/frontends/cdk/names.ts";
import type { Assembly, JsiiReference, JsiiType } from "./cdk/assembly.ts";
import { collectEndpointServices } from "./cdk/collect-endpoint-services.ts";
import { collectTypes } from "./cdk/collect-types.ts";
import { isNetworkType } from "./spec/network-types.ts";

const ROOT = join(import.meta.dirname, "..");

/**
 * Writes `cdk.json`: which CDK class makes which resource type, and how the CDK names the properties and attributes of
 * the network's types. Names only, from the jsii assembly of `aws-cdk-lib` and AWS's resource data.
 */
export async function generateCdk(outDir: string): Promise<void> {
  const dependency = dirname(createRequire(join(ROOT, "package.json")).resolve("aws-cdk-lib/package.json"));
  const assembly: Assembly = JSON.parse(gunzipSync(await readFile(join(dependency, ".jsii.gz"))).toString("utf8"));
  const data: CatalogData = {
    ...collectCatalog(assembly, await loadAwsServiceSpec()),
    endpointServices: collectEndpointServices(),
  };
  await mkdir(outDir, { recursive: true });
  await writeFile(join(outDir, "cdk.json"), JSON.stringify(data));
}

const CONSTRUCT = "constructs.Construct";
const TAG = "aws-cdk-lib.CfnTag";

function collectCatalog(assembly: Assembly, db: SpecDatabase): CatalogData {
  const types = assembly.types;
  const modules: Record<string, ModuleData> = {};
  const resources = Object.values(types)
    .filter((type) => type.docs?.custom?.cloudformationResource !== undefined && type.namespace !== undefined)
    .sort((a, b) => (a.name < b.name ? -1 : 1));

  for (const type of resources) {
    const typeName = type.docs?.custom?.cloudformationResource ?? "";
    const module = type.namespace ?? "";
    modules[module] ??= { namespace: typeName.split("::").slice(0, 2).join("::"), resources: {}, constructs: [] };
    const entry = modules[module];
    const network = isNetworkType(typeName);
    const usual = `${entry.namespace}::${type.name.slice("Cfn".length)}` === typeName;
    if (!network && usual) continue;
    const data: ResourceData = {
      ...(usual ? {} : { type: typeName }),
      ...(network ? names(type, module, typeName) : {}),
    };
    Object.assign(entry.resources, { [type.name]: data });
  }

  for (const [fqn, type] of Object.entries(types)) {
    const entry = modules[type.namespace ?? ""];
    if (!entry || type.kind !== "class" || type.abstract || type.docs?.custom?.cloudformationResource) continue;
    const hasNetwork = Object.values(entry.resources).some((resource) => resource.p !== undefined);
    if (hasNetwork && isConstruct(fqn)) Object.assign(entry, { constructs: [...entry.constructs, type.name].sort() });
  }
  const withNetwork = Object.keys(modules).filter((name) =>
    Object.values(modules[name]?.resources ?? {}).some((resource) => resource.p !== undefined),
  );
  return {
    format: 2,
    source: `aws-cdk-lib ${assembly.version}`,
    modules: sorted(modules),
    types: sorted(collectTypes(assembly, new Set(withNetwork))),
  };

  function isConstruct(fqn: string | undefined): boolean {
    return fqn !== undefined && (fqn === CONSTRUCT || isConstruct(types[fqn]?.base));
  }

  function names(type: JsiiType, module: string, typeName: string): Omit<ResourceData, "type"> {
    const resource = db.lookup("resource", "cloudFormationType", "equals", typeName)[0];
    const nested: Record<string, string[]> = {};
    const props = types[`aws-cdk-lib.${module}.${type.name}Props`];
    const definitions = new Map(
      resource
        ? db.follow("usesType", resource).map(({ entity }) => [entity.name.toLowerCase(), entity.properties] as const)
        : [],
    );
    const p = properties(props, Object.keys(resource?.properties ?? {}));
    const a = (type.properties ?? []).flatMap((property) => {
      const attribute = property.docs?.custom?.cloudformationAttribute;
      if (attribute === undefined) return [];
      return [attributeSpelling(attribute) === property.name ? attribute : `${property.name}=${attribute}`];
    });
    return { p, ...(a.length > 0 && { a }), ...(Object.keys(nested).length > 0 && { n: nested }) };

    function properties(struct: JsiiType | undefined, cloudFormationNames: readonly string[]): string[] {
      const byLowerCase = new Map(cloudFormationNames.map((name) => [name.toLowerCase(), name]));
      return (struct?.properties ?? []).map((property) => {
        const name = byLowerCase.get(property.name.toLowerCase()) ?? upperFirst(property.name);
        const spelling = lowerFirst(name) === property.name ? name : `${property.name}=${name}`;
        const reference = structOf(property.type);
        if (reference === undefined) return spelling;
        return `${spelling}>${reference.map ? "*" : ""}${need(reference.fqn)}`;
      });
    }

    /** The struct that a value of this type is made of, through unions and collections. */
    function structOf(reference: JsiiReference): { readonly fqn: string; readonly map: boolean } | undefined {
      if (reference.collection) {
        const inner = structOf(reference.collection.elementtype);
        return inner && { fqn: inner.fqn, map: inner.map || reference.collection.kind === "map" };
      }
      if (reference.union) return reference.union.types.map(structOf).find((found) => found !== undefined);
      const { fqn } = reference;
      const isStruct = fqn === TAG || (fqn?.startsWith(`aws-cdk-lib.${module}.${type.name}.`) ?? false);
      return fqn !== undefined && isStruct ? { fqn, map: false } : undefined;
    }

    function need(fqn: string): string {
      const struct = types[fqn];
      const name = fqn === TAG ? "Tag" : (struct?.name ?? "").replace(/Property$/, "");
      if (nested[name] === undefined) {
        nested[name] = [];
        nested[name] =
          fqn === TAG ? ["Key", "Value"] : properties(struct, Object.keys(definitions.get(name.toLowerCase()) ?? {}));
      }
      return name;
    }
  }
}

function sorted<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
