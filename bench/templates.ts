/** The documents that are measured: one network in three sizes, in YAML and JSON, the same for every server. */

export type Notation = "yaml" | "json";

export interface BenchDocument {
  readonly name: string;
  readonly notation: Notation;
  readonly text: string;
  readonly resources: number;
  /** Subnets whose places are asked about. */
  readonly subnets: readonly string[];
}

type Node = string | number | boolean | readonly Node[] | { readonly [key: string]: Node };

/** CloudFormation allows 500 resources and 1 MB (1,000,000 bytes) in a template. */
const legal = { resources: 500, bytes: 1_000_000 };

/** Sizes by name: how many subnets (each with an association and a route), and whether to fill up to the legal size. */
export const sizes = {
  "10": { subnets: 1, full: false },
  "100": { subnets: 31, full: false },
  "500 (1 MB)": { subnets: 164, full: true },
} as const;
export type SizeName = keyof typeof sizes;

export function benchDocument(size: SizeName, notation: Notation): BenchDocument {
  const { subnets, full } = sizes[size];
  const ids = Array.from({ length: subnets }, (_, index) => subnetId(index));
  const template = (padding: number): Node => networkTemplate(ids, padding);
  const print = notation === "json" ? (node: Node) => `${JSON.stringify(node, null, 2)}\n` : yamlOf;
  let text = print(template(0));
  if (full) {
    const perPadding = print(template(1)).length - text.length;
    text = print(template(Math.floor((legal.bytes - text.length) / perPadding)));
  }
  const resources = subnets * 3 + 6;
  if (resources > legal.resources || text.length > legal.bytes) throw new Error(`${size} is no legal template`);
  return { name: size, notation, text, resources, subnets: ids };
}

function subnetId(index: number): string {
  return `Subnet${String(index).padStart(3, "0")}`;
}

/** `padding` tags are spread over the subnets; a resource takes at most 50, a value at most 256 characters. */
function networkTemplate(ids: readonly string[], padding: number): Node {
  const resources: Record<string, Node> = {
    Vpc: resource("VPC", { CidrBlock: { Ref: "VpcCidr" }, EnableDnsSupport: true, EnableDnsHostnames: true }),
    Igw: resource("InternetGateway", {}),
    Attachment: resource("VPCGatewayAttachment", { VpcId: { Ref: "Vpc" }, InternetGatewayId: { Ref: "Igw" } }),
    Routes: resource("RouteTable", { VpcId: { Ref: "Vpc" } }),
    NatEip: resource("EIP", { Domain: "vpc" }),
    Nat: resource("NatGateway", {
      SubnetId: { Ref: ids[0] ?? "" },
      AllocationId: { "Fn::GetAtt": "NatEip.AllocationId" },
    }),
  };
  ids.forEach((id, index) => {
    const tags = Math.floor(padding / ids.length) + (index < padding % ids.length ? 1 : 0);
    resources[id] = resource("Subnet", {
      VpcId: { Ref: "Vpc" },
      CidrBlock: `10.0.${index >> 4}.${(index & 15) * 16}/28`,
      AvailabilityZone: { "Fn::Select": [index % 3, { "Fn::GetAZs": "" }] },
      ...(tags > 0 && {
        Tags: Array.from({ length: tags }, (_, tag) => ({
          Key: `note-${tag}`,
          Value: "routing plan ".repeat(19).trim(),
        })),
      }),
    });
    resources[`Association${String(index).padStart(3, "0")}`] = resource("SubnetRouteTableAssociation", {
      SubnetId: { Ref: id },
      RouteTableId: { Ref: "Routes" },
    });
    resources[`Route${String(index).padStart(3, "0")}`] = {
      ...resource("Route", {
        RouteTableId: { Ref: "Routes" },
        DestinationCidrBlock: `172.16.${index >> 4}.${(index & 15) * 16}/28`,
        GatewayId: { Ref: "Igw" },
      }),
      DependsOn: "Attachment",
    };
  });
  return {
    AWSTemplateFormatVersion: "2010-09-09",
    Description: "A network to measure with",
    Parameters: { VpcCidr: { Type: "String", Default: "10.0.0.0/16" } },
    Resources: resources,
    Outputs: { VpcId: { Value: { Ref: "Vpc" } } },
  };
}

function resource(type: string, properties: { readonly [key: string]: Node }): { readonly [key: string]: Node } {
  const Type = `AWS::EC2::${type}`;
  return Object.keys(properties).length > 0 ? { Type, Properties: properties } : { Type };
}

const shortForms: Readonly<Record<string, string>> = {
  Ref: "!Ref",
  "Fn::GetAtt": "!GetAtt",
  "Fn::Select": "!Select",
  "Fn::GetAZs": "!GetAZs",
};

function yamlOf(node: Node): string {
  return `${blockOf(node, 0)}\n`;
}

function blockOf(node: Node, indent: number): string {
  const pad = " ".repeat(indent);
  if (isList(node)) return node.map((item) => `${pad}- ${blockOf(item, indent + 2).trimStart()}`).join("\n");
  if (typeof node !== "object") return `${pad}${inlineOf(node)}`;
  return Object.entries(node)
    .map(([key, value]) =>
      isInline(value) ? `${pad}${key}: ${inlineOf(value)}` : `${pad}${key}:\n${blockOf(value, indent + 2)}`,
    )
    .join("\n");
}

function isList(node: Node): node is readonly Node[] {
  return Array.isArray(node);
}

function isInline(node: Node): boolean {
  if (isList(node) || typeof node !== "object") return !isList(node);
  const [key, ...more] = Object.keys(node);
  return key !== undefined && more.length === 0 && key in shortForms;
}

function inlineOf(node: Node): string {
  if (isList(node)) return `[${node.map(inlineOf).join(", ")}]`;
  if (typeof node === "object") {
    const [[name, argument] = ["", ""]] = Object.entries(node);
    return `${shortForms[name] ?? name} ${inlineOf(argument)}`;
  }
  if (typeof node !== "string") return String(node);
  return /^[\w.:/-][\w .:/-]*$/.test(node) && !/: |^\d{4}-\d\d-\d\d$/.test(node) ? node : JSON.stringify(node);
}
