import type { Snippet } from "../../server/src/features/snippets/snippet-data.ts";
import { plainText, renderSnippet } from "../../server/src/features/snippets/snippet-text.ts";
import { bodyToJson } from "../../tools/snippets/to-json.ts";

/** The other side of a peering, which no snippet makes. */
const PEER = `PeerVpc:
  Type: AWS::EC2::VPC
  Properties:
    CidrBlock: 10.1.0.0/16
PeerSubnet:
  Type: AWS::EC2::Subnet
  Properties:
    VpcId: !Ref PeerVpc
    CidrBlock: 10.1.0.0/24
PeerRouteTable:
  Type: AWS::EC2::RouteTable
  Properties:
    VpcId: !Ref PeerVpc
PeerSubnetRoutes:
  Type: AWS::EC2::SubnetRouteTableAssociation
  Properties:
    RouteTableId: !Ref PeerRouteTable
    SubnetId: !Ref PeerSubnet
`;

/**
 * A whole template with the snippet in it as it stands when no placeholder is changed, and around it what its
 * placeholders refer to: the snippet of the two-zone VPC and, for a peering, a second VPC.
 */
export function templateWith(snippets: readonly Snippet[], snippet: Snippet, language: "yaml" | "json"): string {
  const vpc = snippets.find(({ id }) => id === "two-az-vpc");
  const around = [
    ...(vpc === undefined || vpc === snippet ? [] : [vpc.bodies]),
    ...(snippet.id === "vpc-peering" ? [{ yaml: PEER, json: bodyToJson(PEER) }] : []),
  ];
  const separator = language === "json" ? ",\n" : "\n";
  // Each snippet numbers its placeholders itself, so they are filled in one by one before they come together.
  const body = [...around, snippet.bodies].map((bodies) => plainText(bodies[language].trimEnd())).join(separator);
  const bodies = { ...snippet.bodies, [language]: body };
  return `${renderSnippet({ ...snippet, bodies }, { language, place: "document", indent: "", unit: "  ", eol: "\n" })}\n`;
}
