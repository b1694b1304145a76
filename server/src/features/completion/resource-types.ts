/** Names of resource types: those that make a network first. */
import { CompletionItemKind } from "vscode-languageserver-types";
import type { Offer, Spot } from "./item.ts";
import { nameText } from "./references.ts";

/** More are not read, and a list of all 1,800 would be slow on its way to the client. */
const MOST_TYPES = 400;

/** What a network is mostly made of, in the order in which it is built. */
const coreTypes: readonly string[] = [
  "VPC",
  "Subnet",
  "InternetGateway",
  "VPCGatewayAttachment",
  "RouteTable",
  "Route",
  "SubnetRouteTableAssociation",
  "NatGateway",
  "EIP",
  "SecurityGroup",
  "SecurityGroupIngress",
  "SecurityGroupEgress",
  "VPCEndpoint",
  "NetworkAcl",
  "NetworkAclEntry",
  "SubnetNetworkAclAssociation",
  "VPCPeeringConnection",
  "VPCCidrBlock",
  "SubnetCidrBlock",
  "EgressOnlyInternetGateway",
  "TransitGateway",
  "TransitGatewayAttachment",
  "VPNGateway",
  "PrefixList",
  "FlowLog",
].map((name) => `AWS::EC2::${name}`);

export interface TypeOffers {
  readonly offers: readonly Offer[];
  /** There are more types than were offered. */
  readonly incomplete: boolean;
}

export function typeOffers(spot: Spot, typed: string): TypeOffers {
  const { spec } = spot.context;
  const wanted = typed.toLowerCase().replace(/[^a-z0-9]/g, "");
  const core = new Set(coreTypes);
  const names = [
    ...coreTypes.filter((name) => spec.isKnownType(name)),
    ...spec.typeNames.filter((name) => !core.has(name)),
  ];
  const matching = names.filter((name) => isSubsequence(wanted, name.toLowerCase()));
  const best = wanted === "" ? matching : bestFirst(matching, wanted);
  return {
    offers: best.slice(0, MOST_TYPES).map((name) => offerOf(spot, name, core)),
    incomplete: best.length > MOST_TYPES,
  };
}

/** Names that hold the text as it was typed come before those that only hold its letters. */
function bestFirst(names: readonly string[], wanted: string): readonly string[] {
  const holds = (name: string): boolean =>
    name
      .toLowerCase()
      .replace(/[^a-z0-9]/g, "")
      .includes(wanted);
  return [...names.filter(holds), ...names.filter((name) => !holds(name))];
}

function isSubsequence(wanted: string, text: string): boolean {
  let at = 0;
  for (const letter of wanted) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function offerOf(spot: Spot, name: string, core: ReadonlySet<string>): Offer {
  const isNetwork = spot.context.spec.type(name) !== undefined;
  const [, service = "", resource = ""] = name.split("::");
  const isSam = spot.snapshot.template.transforms.some((transform) => transform.startsWith("AWS::Serverless"));
  return {
    label: name,
    kind: CompletionItemKind.Class,
    rank: service === "Serverless" ? (isSam ? 2 : 5) : core.has(name) ? 1 : isNetwork ? (service === "EC2" ? 2 : 3) : 4,
    text: nameText(spot, name),
    // Whoever types the colons types the name from its beginning.
    filter: spot.typed.includes("::") ? undefined : `${resource} ${service}`,
    subject: { kind: "type", type: name },
  };
}
