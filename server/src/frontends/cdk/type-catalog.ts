/** The library's classes and structs above the L1 level: who declares a property or method, and what it takes. */

/** Names are `name` or `name>aws_ec2.Struct`, where a value is a struct (or a list or map of them). */
export interface StructData {
  /** The structs that it extends. */
  readonly b?: readonly string[];
  /** The properties that it declares itself. */
  readonly p: readonly string[];
}

export interface ClassData {
  /** The class that it extends. */
  readonly b?: string;
  /** The struct that its constructor takes last. */
  readonly i?: string;
  /** The methods that it declares itself, with the struct that each takes last. */
  readonly m?: readonly string[];
}

export interface ModuleTypes {
  readonly structs: Readonly<Record<string, StructData>>;
  readonly classes: Readonly<Record<string, ClassData>>;
}

/** Where a member is declared, and the struct that it takes. */
export interface DeclaredMember {
  /** `aws_ec2.InterfaceVpcEndpointOptions`. */
  readonly owner: string;
  readonly takes: string | undefined;
}

/** Types are named with their jsii module: `aws_ec2.Vpc`. Names of members are those of TypeScript. */
export interface TypeCatalog {
  isStruct(type: string): boolean;
  /** The struct that a construct takes as its properties. */
  propsOf(className: string): string | undefined;
  /** Who declares a property of a struct: the struct, or one that it extends. */
  property(struct: string, name: string): DeclaredMember | undefined;
  /** Who declares a method of a class: the class, or one that it extends. */
  method(className: string, name: string): DeclaredMember | undefined;
  /** The classes that have a method, their own or inherited; for an object of which nothing is known. */
  classesWith(method: string): readonly string[];
}

export function createTypeCatalog(data: Readonly<Record<string, ModuleTypes>>): TypeCatalog {
  const structOf = (type: string): StructData | undefined => lookUp(data, type)?.structs;
  const classOf = (type: string): ClassData | undefined => lookUp(data, type)?.classes;
  let byMethod: Map<string, string[]> | undefined;

  function property(struct: string, name: string): DeclaredMember | undefined {
    const found = structOf(struct);
    if (!found) return undefined;
    const own = member(found.p, name, struct);
    if (own) return own;
    for (const base of found.b ?? []) {
      const inherited = property(base, name);
      if (inherited) return inherited;
    }
    return undefined;
  }

  function method(className: string, name: string): DeclaredMember | undefined {
    const found = classOf(className);
    if (!found) return undefined;
    return member(found.m ?? [], name, className) ?? (found.b === undefined ? undefined : method(found.b, name));
  }

  function propsOf(className: string): string | undefined {
    const found = classOf(className);
    return found?.i ?? (found?.b === undefined ? undefined : propsOf(found.b));
  }

  function methodNames(className: string): readonly string[] {
    const found = classOf(className);
    if (!found) return [];
    const own = (found.m ?? []).map((item) => item.split(">")[0] ?? item);
    return found.b === undefined ? own : [...own, ...methodNames(found.b)];
  }

  function classesWith(name: string): readonly string[] {
    if (!byMethod) {
      byMethod = new Map();
      for (const [module, { classes }] of Object.entries(data)) {
        for (const simple of Object.keys(classes)) {
          const className = `${module}.${simple}`;
          for (const each of new Set(methodNames(className))) {
            const all = byMethod.get(each);
            if (all) all.push(className);
            else byMethod.set(each, [className]);
          }
        }
      }
    }
    return byMethod.get(name) ?? [];
  }

  return { isStruct: (type) => structOf(type) !== undefined, propsOf, property, method, classesWith };
}

function member(items: readonly string[], name: string, owner: string): DeclaredMember | undefined {
  const item = items.find((each) => each === name || each.startsWith(`${name}>`));
  return item === undefined ? undefined : { owner, takes: item.split(">")[1] };
}

function lookUp(
  data: Readonly<Record<string, ModuleTypes>>,
  type: string,
): { readonly structs: StructData | undefined; readonly classes: ClassData | undefined } | undefined {
  const at = type.indexOf(".");
  const module = type.slice(0, at);
  const name = type.slice(at + 1);
  if (!Object.hasOwn(data, module)) return undefined;
  const types = data[module];
  const own = <T>(all: Readonly<Record<string, T>> | undefined): T | undefined =>
    all && Object.hasOwn(all, name) ? all[name] : undefined;
  return { structs: own(types?.structs), classes: own(types?.classes) };
}
