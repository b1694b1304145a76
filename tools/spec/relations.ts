import type { Property, Resource } from "@aws-cdk/service-spec-types";
import type { CompactRelation } from "../../server/src/spec/compact.ts";
import type { Constraint } from "./constraints.ts";
import type { Patch } from "./patches.ts";

/** Decides what each property refers to, how that is written, and which parameter types carry it. */
export interface RelationResolver {
  resolve(place: Place): CompactRelation | undefined;
}

/** A property and all that is known about it. */
export interface Place {
  readonly typeName: string;
  /** `Property` or `Definition.Property`. */
  readonly key: string;
  readonly name: string;
  readonly property: Property;
  readonly constraint: Constraint | undefined;
}

/**
 * Sources in order of trust: our patch for the property, the relation in the resource data, the format that the
 * validator asks for, the property's name.
 */
export function createRelationResolver(
  resources: ReadonlyMap<string, Resource>,
  patches: readonly Patch[],
): RelationResolver {
  const byName = new Map(patches.flatMap((patch) => Object.entries(patch.relationsByName ?? {})));
  const identities = new Map(patches.flatMap((patch) => Object.entries(patch.identities ?? {})));
  const alsoFrom = new Map(patches.flatMap((patch) => Object.entries(patch.alsoFrom ?? {})));
  const parameterTypes = new Map(patches.flatMap((patch) => Object.entries(patch.parameterTypes ?? {})));
  const parameterTypesByName = new Map(patches.flatMap((patch) => Object.entries(patch.parameterTypesByName ?? {})));

  function targets({ typeName, key, name, property, constraint }: Place): readonly string[] {
    for (const patch of patches) {
      const patched = patch.relations?.[typeName]?.[key];
      if (patched !== undefined) return patched;
    }
    const fromData = (property.relationshipRefs ?? []).map((ref) => `${ref.cloudFormationType}.${ref.propertyName}`);
    if (fromData.length > 0) return fromData;
    const fromFormat = constraint?.format;
    if (fromFormat !== undefined && !fromFormat.endsWith(".Name")) {
      const [type = "", attribute = ""] = fromFormat.split(".");
      if (resources.has(type)) return [attribute === "Id" ? type : fromFormat];
    }
    return byName.get(name) ?? [];
  }

  /** The ways to write a reference to one target, preferred first. */
  function spellings(target: string): readonly string[] {
    const [type = "", ...rest] = target.split(".");
    const attribute = rest.join(".");
    const resource = resources.get(type);
    if (resource === undefined) return [];
    const identity = identities.get(type) ?? defaultIdentity(resource);
    // The data calls an identity `Id` where the resource has no attribute of that name.
    const isId = attribute === "Id" && !("Id" in resource.attributes);
    const isIdentity =
      attribute === "" || isId || identity.includes(attribute) || attribute === refIdentifier(resource);
    if (isIdentity) return identity.map((way) => (way === "Ref" ? type : `${type}.${way}`));
    return attribute in resource.attributes ? [target] : [];
  }

  return {
    resolve(place) {
      if (!carriesText(place.property)) return undefined;
      const direct = targets(place);
      const others = direct.flatMap((target) => alsoFrom.get(target.split(".")[0] ?? "") ?? []);
      const to = [...new Set([...direct, ...others].flatMap(spellings))];
      const scalars = [
        ...to.flatMap((target) => parameterTypes.get(target) ?? []),
        ...[parameterTypesByName.get(place.name) ?? []].flat(),
      ];
      const unique = [...new Set(scalars)];
      if (to.length === 0 && unique.length === 0) return undefined;
      const isList = place.property.type.type === "array";
      const params = unique.flatMap((type) =>
        isList ? [...withSsm(`List<${type}>`), ...withSsm(type)] : withSsm(type),
      );
      return params.length === 0 ? { to } : { to, params };
    },
  };
}

/** Systems Manager parameter types wrap any other parameter type. */
function withSsm(type: string): string[] {
  return [type, `AWS::SSM::Parameter::Value<${type}>`];
}

/** The single identifier that `Ref` returns; undefined where the identity has several parts. */
export function refIdentifier(resource: Resource): string | undefined {
  const identifier = resource.cfnRefIdentifier ?? resource.primaryIdentifier ?? [];
  return identifier.length === 1 ? identifier[0] : undefined;
}

function defaultIdentity(resource: Resource): readonly string[] {
  const identifier = refIdentifier(resource);
  if (identifier === undefined) return ["Ref"];
  return identifier in resource.attributes ? ["Ref", identifier] : ["Ref"];
}

function carriesText({ type }: Property): boolean {
  const scalar = type.type === "array" ? type.element : type;
  return scalar.type === "string" || scalar.type === "json" || scalar.type === "union";
}
