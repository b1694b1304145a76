/**
 * The shape of the library's own types (everything but the L1 classes): which properties a struct declares and what
 * structs those take, which methods a class has and what options those take. Names only, from the jsii assembly.
 */
import type { ClassData, ModuleTypes, StructData } from "../../server/src/frontends/cdk/type-catalog.ts";
import type { Assembly, JsiiReference, JsiiType } from "./assembly.ts";

/** By short name of the module (`ec2`), for the jsii modules given (`aws_ec2`). */
export function collectTypes(assembly: Assembly, modules: ReadonlySet<string>): Readonly<Record<string, ModuleTypes>> {
  const { types } = assembly;
  const collected: Record<string, { structs: Record<string, StructData>; classes: Record<string, ClassData> }> = {};
  for (const type of Object.values(types)) {
    const module = type.namespace;
    if (module === undefined || !modules.has(module) || /^(I?Cfn)/.test(type.name)) continue;
    collected[module] ??= { structs: {}, classes: {} };
    const entry = collected[module];
    if (type.kind === "interface" && type.datatype) entry.structs[type.name] = struct(type);
    if (type.kind === "class") entry.classes[type.name] = classOf(type);
  }
  return collected;

  function struct(type: JsiiType): StructData {
    const bases = (type.interfaces ?? []).map(shortName);
    return {
      ...(bases.length > 0 && { b: bases }),
      p: (type.properties ?? []).map((property) => withStruct(property.name, property.type)),
    };
  }

  function classOf(type: JsiiType): ClassData {
    const options = type.initializer?.parameters?.at(-1);
    const props = options && structIn(options.type);
    const methods = (type.methods ?? []).map((method) => {
      const last = method.parameters?.at(-1);
      return last ? withStruct(method.name, last.type) : method.name;
    });
    return {
      ...(type.base?.startsWith("aws-cdk-lib.") && { b: shortName(type.base) }),
      ...(props !== undefined && { i: props }),
      ...(methods.length > 0 && { m: methods }),
    };
  }

  function withStruct(name: string, type: JsiiReference): string {
    const inner = structIn(type);
    return inner === undefined ? name : `${name}>${inner}`;
  }

  /** The struct that a value of this type is made of, through unions and collections. */
  function structIn(type: JsiiReference): string | undefined {
    if (type.collection) return structIn(type.collection.elementtype);
    if (type.union) return type.union.types.map(structIn).find((found) => found !== undefined);
    const found = type.fqn === undefined ? undefined : types[type.fqn];
    const isOwn = found?.namespace !== undefined && modules.has(found.namespace) && !found.name.startsWith("Cfn");
    return found?.datatype && isOwn ? shortName(type.fqn ?? "") : undefined;
  }
}

/** `aws-cdk-lib.aws_ec2.VpcProps` -> `aws_ec2.VpcProps`. */
function shortName(fqn: string): string {
  return fqn.replace(/^aws-cdk-lib\./, "");
}
