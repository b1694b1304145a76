/**
 * Learns the enums, ranges, lengths and patterns of resource types.
 *
 * AWS publishes these facts only inside the resource schemas, which aws-service-spec leaves out. AWS's own template
 * validator, which aws-cdk-lib brings along, knows them: each property is given values that cannot be right, one
 * property per resource so that rules about combinations stay quiet, and the answers are read.
 */
import { createRequire } from "node:module";
import { join } from "node:path";
import { loadAwsServiceSpec } from "@aws-cdk/aws-service-spec";
import type { Property, PropertyType, Resource, SpecDatabase } from "@aws-cdk/service-spec-types";
import type { Constraint } from "./constraints.ts";
import { NO_SUCH_VALUE, readAnswer } from "./oracle-answers.ts";

interface Answer {
  readonly message: string;
  readonly propertyPath?: string;
  readonly entity?: { readonly logicalId?: string };
}

interface Validator {
  validate(template: unknown, region: string): Answer[];
}

/** One value tried for one property. */
interface Probe {
  readonly type: string;
  /** `Property` or `Definition.Property`. */
  readonly key: string;
  readonly properties: unknown;
  /** How the validator names the place: `Properties.A.B`, list indices as it writes them removed. */
  readonly path: string;
}

/** Wraps a value into the properties of a resource, from the inside out. */
type Wrap = (value: unknown) => unknown;

const LONG_TEXT = "\u00a7".repeat(30_000);
const MANY = 300;

function probesOf(db: SpecDatabase, resource: Resource): Probe[] {
  const probes: Probe[] = [];
  const visited = new Set<string>();
  const visit = (properties: Record<string, Property>, definition: string, path: string, wrap: Wrap): void => {
    for (const [name, property] of Object.entries(properties)) {
      const key = definition === "" ? name : `${definition}.${name}`;
      const here = `${path}.${name}`;
      const wrapHere: Wrap = (value) => wrap({ [name]: value });
      for (const value of impossibleValues(property.type)) {
        probes.push({ type: resource.cloudFormationType, key, properties: wrapHere(value), path: here });
      }
      const nested = nestedType(property.type);
      if (nested === undefined) continue;
      const type = db.get("typeDefinition", nested.reference);
      if (visited.has(type.name)) continue;
      visited.add(type.name);
      visit(type.properties, type.name, here, (value) => wrapHere(nested.inList ? [value] : value));
    }
  };
  visit(resource.properties, "", "Properties", (value) => value);
  return probes;
}

function nestedType(type: PropertyType): { reference: { $ref: string }; inList: boolean } | undefined {
  if (type.type === "ref") return { reference: type.reference, inList: false };
  if (type.type === "array" && type.element.type === "ref") return { reference: type.element.reference, inList: true };
  return undefined;
}

function impossibleValues(type: PropertyType): unknown[] {
  switch (type.type) {
    case "string":
      return [NO_SUCH_VALUE, "", LONG_TEXT];
    case "integer":
    case "number":
      return [-1e12, 1e12];
    case "array": {
      const element = type.element;
      const inner = impossibleValues(element).map((value) => [value]);
      const isNumber = element.type === "integer" || element.type === "number";
      const sample = isNumber ? 7 : "x";
      const many = Array.from({ length: MANY }, (_, index) => (isNumber ? index : `x${index}`));
      if (element.type === "ref" || element.type === "tag") return [...inner, []];
      return [...inner, [], many, [sample, sample]];
    }
    default:
      return [];
  }
}

/** Asks the validator about the probes of one resource type. */
function ask(library: ValidatorLibrary, validator: Validator, probes: readonly Probe[]): Map<string, Constraint> {
  const constraints = new Map<string, Constraint>();
  const resources = Object.fromEntries(
    probes.map((probe, index) => [`P${index}`, { Type: probe.type, Properties: probe.properties }]),
  );
  const template = new library.TemplateContent(JSON.stringify({ Resources: resources }));
  for (const answer of validator.validate(template, "us-east-1")) {
    const probe = probes[Number(answer.entity?.logicalId?.slice(1))];
    if (probe === undefined || answer.propertyPath?.replace(/\.\d+(?=\.|$)/g, "") !== probe.path) continue;
    const learned = readAnswer(answer.message);
    if (learned !== undefined) constraints.set(probe.key, { ...learned, ...constraints.get(probe.key) });
  }
  return constraints;
}

interface ValidatorLibrary {
  readonly SchemaValidator: new () => Validator;
  readonly TemplateContent: new (content: string) => unknown;
}

/** Knows what may stand in the properties of resource types. */
export interface Oracle {
  /** The validator's version. */
  readonly version: string;
  readonly resources: readonly Resource[];
  /** By `Property` or `Definition.Property`, in the order of names. */
  constraintsOf(resource: Resource): Readonly<Record<string, Constraint>>;
}

/** Loads the validator and the resource data; takes some seconds and 300 MB. */
export async function createOracle(): Promise<Oracle> {
  const resolveFromRoot = createRequire(join(import.meta.dirname, "../../package.json"));
  const resolveFromCdk = createRequire(resolveFromRoot.resolve("aws-cdk-lib"));
  const library: ValidatorLibrary = resolveFromCdk("@aws/cloudformation-validate");
  const { version }: { version: string } = resolveFromCdk("@aws/cloudformation-validate/package.json");
  const validator = new library.SchemaValidator();
  const db = await loadAwsServiceSpec();
  return {
    version,
    resources: [...db.all("resource")],
    constraintsOf: (resource) =>
      Object.fromEntries([...ask(library, validator, probesOf(db, resource))].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}
