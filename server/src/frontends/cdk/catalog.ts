/**
 * What the CDK's libraries are known to hold: which class makes which resource type, and how its properties and
 * attributes are spelt. Names only; made at build by `tools/generate-cdk.ts`. A user's library may be newer: what is
 * not in here is spelt by the usual rule and never called wrong.
 */
import { attributeSpelling, camelCase, lowerFirst, snakeCase, upperFirst } from "./names.ts";
import { createTypeCatalog, type ModuleTypes, type TypeCatalog } from "./type-catalog.ts";

/** The file `cdk.json`. */
export interface CatalogData {
  readonly format: 2;
  /** The library and version that it was made from. */
  readonly source: string;
  /** By jsii module: `aws_ec2`. */
  readonly modules: Readonly<Record<string, ModuleData>>;
  /** What else the modules with network types hold, by jsii module. */
  readonly types: Readonly<Record<string, ModuleTypes>>;
  /**
   * By the constants of `InterfaceVpcEndpointAwsService`: what follows `com.amazonaws.<region>.`, or behind `=` the whole
   * name with `*` for the region; and `:port` where it isn't 443.
   */
  readonly endpointServices?: Readonly<Record<string, string>>;
}

export interface ModuleData {
  /** `AWS::EC2`. */
  readonly namespace: string;
  /** By class name; those that the network needs, and those whose type does not follow from the class name. */
  readonly resources: Readonly<Record<string, ResourceData>>;
  /** The other constructs (L2) of a module that has network types. */
  readonly constructs: readonly string[];
}

/**
 * Properties are written `CidrBlock`, or `eip=EIP` where the CDK's spelling does not follow, and then `>Ingress` for
 * the nested properties in `n` (`>*Ingress`: a map of them). Attributes likewise.
 */
export interface ResourceData {
  readonly type?: string;
  readonly p?: readonly string[];
  readonly a?: readonly string[];
  readonly n?: Readonly<Record<string, readonly string[]>>;
}

export type Dialect = "camel" | "snake";

/** The names of one object of properties. */
export interface PropertyNames {
  /** By either spelling of the CDK, or by CloudFormation's own. */
  property(spelling: string): PropertyName | undefined;
  /** By CloudFormation's name. */
  byName(name: string): PropertyName | undefined;
}

export interface PropertyName {
  /** CloudFormation's. */
  readonly name: string;
  readonly camel: string;
  /** The properties of the object that the value is, or is a list of. */
  readonly nested?: PropertyNames | undefined;
  /** `IngressProperty`, as nested classes are called in Python. */
  readonly nestedClass?: string | undefined;
  /** The value is a map whose values are such objects. */
  readonly isMap: boolean;
}

export interface ResourceNames {
  readonly type: string;
  /** Undefined where only the type is known. */
  readonly properties: PropertyNames | undefined;
  /** CloudFormation's attribute for `attrVpcId` or `attr_vpc_id`. */
  attribute(spelling: string): string | undefined;
  /** The CDK's spelling of an attribute. */
  attributeSpelling(attribute: string, dialect: Dialect): string;
}

export interface CdkCatalog {
  /** Whether the library has a module of this jsii name. */
  hasModule(module: string): boolean;
  /** What the L1 class makes; also for classes of newer libraries, by their name. */
  resource(module: string, className: string): ResourceNames | undefined;
  /** Whether the class is a construct of a higher level that is known by name. */
  isConstruct(module: string, className: string): boolean;
  /** The class that makes a resource type. */
  classOf(type: string): { readonly module: string; readonly className: string } | undefined;
  /** A service that `InterfaceVpcEndpointAwsService` has a constant for; `*` in its name is the region. */
  endpointService(constant: string): { readonly name: string; readonly port: number } | undefined;
  /** Classes and structs of higher levels. */
  readonly types: TypeCatalog;
}

export function spellingIn(dialect: Dialect, camel: string): string {
  return dialect === "camel" ? camel : snakeCase(camel);
}

/**
 * Reads the file's content.
 * @throws where it is not of this format: a mistake of the build
 */
export function readCdkCatalog(json: unknown): CdkCatalog {
  if (!isCatalogData(json)) throw new Error("cdk.json is not in the expected format.");
  const { modules } = json;
  const known = new Map<string, ResourceNames>();
  const moduleOf = (name: string): ModuleData | undefined => (Object.hasOwn(modules, name) ? modules[name] : undefined);

  function resource(module: string, className: string): ResourceNames | undefined {
    const data = moduleOf(module);
    if (!data || !/^Cfn[A-Z0-9]/.test(className)) return undefined;
    const key = `${module}.${className}`;
    let names = known.get(key);
    if (!names) {
      const entry = Object.hasOwn(data.resources, className) ? data.resources[className] : undefined;
      names = resourceNames(entry?.type ?? `${data.namespace}::${className.slice("Cfn".length)}`, entry ?? {});
      known.set(key, names);
    }
    return names;
  }

  return {
    hasModule: (module) => moduleOf(module) !== undefined,
    resource,
    isConstruct: (module, className) => moduleOf(module)?.constructs.includes(className) ?? false,
    classOf(type) {
      const namespace = type.split("::").slice(0, 2).join("::");
      for (const [module, data] of Object.entries(modules)) {
        if (data.namespace !== namespace) continue;
        const usual = `Cfn${type.slice(namespace.length + 2)}`;
        if (Object.hasOwn(data.resources, usual)) return { module, className: usual };
      }
      return undefined;
    },
    endpointService(constant) {
      const services = json.endpointServices ?? {};
      const [text = "", port = "443"] = ((Object.hasOwn(services, constant) && services[constant]) || "").split(":");
      if (text === "") return undefined;
      return { name: text.startsWith("=") ? text.slice(1) : `com.amazonaws.*.${text}`, port: Number(port) };
    },
    types: createTypeCatalog(json.types),
  };
}

function isCatalogData(json: unknown): json is CatalogData {
  return typeof json === "object" && json !== null && "format" in json && json.format === 2 && "modules" in json;
}

function resourceNames(type: string, data: ResourceData): ResourceNames {
  const nested = new Map<string, PropertyNames>();
  const needNested = (name: string): PropertyNames => {
    let names = nested.get(name);
    if (!names) {
      names = propertyNames(data.n?.[name] ?? [], needNested);
      nested.set(name, names);
    }
    return names;
  };
  const attributes = (data.a ?? []).map((item) => {
    const [camel = "", name = ""] = item.includes("=") ? item.split("=") : [attributeSpelling(item), item];
    return { camel, name };
  });
  return {
    type,
    properties: data.p && propertyNames(data.p, needNested),
    attribute(spelling) {
      const found = attributes.find(({ camel }) => camel === spelling || snakeCase(camel) === spelling);
      if (found) return found.name;
      const guess = /^attr(?:_([a-z0-9_]+)|([A-Z]\w*))$/.exec(spelling);
      return guess ? (guess[2] ?? upperFirst(camelCase(guess[1] ?? ""))) : undefined;
    },
    attributeSpelling(attribute, dialect) {
      const camel = attributes.find(({ name }) => name === attribute)?.camel;
      return spellingIn(dialect, camel ?? attributeSpelling(attribute));
    },
  };
}

function propertyNames(items: readonly string[], needNested: (name: string) => PropertyNames): PropertyNames {
  let bySpelling: Map<string, PropertyName> | undefined;
  let byName: Map<string, PropertyName> | undefined;
  const fill = (): void => {
    bySpelling = new Map();
    byName = new Map();
    for (const item of items) {
      const property = propertyName(item, needNested);
      byName.set(property.name, property);
      for (const spelling of [property.name, snakeCase(property.camel), property.camel]) {
        bySpelling.set(spelling, property);
      }
    }
  };
  return {
    property(spelling) {
      if (!bySpelling) fill();
      return bySpelling?.get(spelling);
    },
    byName(name) {
      if (!byName) fill();
      return byName?.get(name);
    },
  };
}

function propertyName(item: string, needNested: (name: string) => PropertyNames): PropertyName {
  const [spelt = "", nestedName] = item.split(">");
  const [camel = "", name = ""] = spelt.includes("=") ? spelt.split("=") : [lowerFirst(spelt), spelt];
  if (nestedName === undefined) return { name, camel, isMap: false };
  const isMap = nestedName.startsWith("*");
  const plain = isMap ? nestedName.slice(1) : nestedName;
  return {
    name,
    camel,
    isMap,
    nestedClass: plain === "Tag" ? "CfnTag" : `${plain}Property`,
    get nested() {
      return needNested(plain);
    },
  };
}
