import type { Snippet } from "../../server/src/features/snippets/snippet-data.ts";
import { plainText, renderSnippet } from "../../server/src/features/snippets/snippet-text.ts";
import { bodyToJson } from "../../tools/snippets/to-json.ts";

/** What no snippet makes and some refer to, in the order of their dependencies. */
const STANDING: readonly { readonly ids: readonly string[]; readonly yaml: string }[] = [
  {
    ids: ["PeerVpc", "PeerRouteTable"],
    yaml: `PeerVpc:
  Type: AWS::EC2::VPC
  Properties:
    CidrBlock: 10.1.0.0/16
    EnableDnsHostnames: true
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
`,
  },
  {
    ids: ["Instance"],
    yaml: `Instance:
  Type: AWS::EC2::Instance
  Properties:
    ImageId: "{{resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64}}"
    InstanceType: t3.small
    SubnetId: !Ref PrivateSubnetA
`,
  },
  {
    ids: ["SourceInterface"],
    yaml: `SourceInterface:
  Type: AWS::EC2::NetworkInterface
  Properties:
    SubnetId: !Ref PrivateSubnetA
`,
  },
  {
    ids: ["LoadBalancer"],
    yaml: `LoadBalancer:
  Type: AWS::ElasticLoadBalancingV2::LoadBalancer
  Properties:
    Type: network
    Scheme: internal
    Subnets:
      - !Ref PrivateSubnetA
      - !Ref PrivateSubnetB
`,
  },
  {
    ids: ["Certificate"],
    yaml: `Certificate:
  Type: AWS::CertificateManager::Certificate
  Properties:
    DomainName: api.example.com
    ValidationMethod: DNS
`,
  },
  {
    ids: ["HostedZone"],
    yaml: `HostedZone:
  Type: AWS::Route53::HostedZone
  Properties:
    Name: example.com
`,
  },
  {
    ids: ["Handler"],
    yaml: `HandlerRole:
  Type: AWS::IAM::Role
  Properties:
    AssumeRolePolicyDocument:
      Version: "2012-10-17"
      Statement:
        - Effect: Allow
          Principal:
            Service: lambda.amazonaws.com
          Action: sts:AssumeRole
Handler:
  Type: AWS::Lambda::Function
  Properties:
    Runtime: nodejs22.x
    Handler: index.handler
    Role: !GetAtt HandlerRole.Arn
    Code:
      ZipFile: "exports.handler = async () => ({ statusCode: 200 });"
`,
  },
  {
    ids: ["RestApi"],
    yaml: `RestApi:
  Type: AWS::ApiGateway::RestApi
  Properties:
    Name: orders
RestApiMethod:
  Type: AWS::ApiGateway::Method
  Properties:
    RestApiId: !Ref RestApi
    ResourceId: !GetAtt RestApi.RootResourceId
    HttpMethod: GET
    AuthorizationType: AWS_IAM
    Integration:
      Type: MOCK
`,
  },
  {
    ids: ["Stage", "Deployment"],
    yaml: `Deployment:
  Type: AWS::ApiGateway::Deployment
  DependsOn: RestApiMethod
  Properties:
    RestApiId: !Ref RestApi
Stage:
  Type: AWS::ApiGateway::Stage
  Properties:
    RestApiId: !Ref RestApi
    DeploymentId: !Ref Deployment
    StageName: prod
`,
  },
];

/**
 * A whole template with the snippet in it as it stands when no placeholder is changed, and around it what its
 * placeholders refer to: the snippet of the two-zone VPC and whatever else it names and does not make.
 */
export function templateWith(snippets: readonly Snippet[], snippet: Snippet, language: "yaml" | "json"): string {
  const vpc = snippets.find(({ id }) => id === "two-az-vpc");
  const own = plainText(snippet.bodies.yaml);
  const refersTo = (id: string): boolean => new RegExp(`(?:!Ref |!GetAtt |\\$\\{)${id}\\b`).test(own);
  const makes = (id: string): boolean => new RegExp(`^${id}:`, "m").test(own);
  const standing = STANDING.filter(({ ids }) => ids.some((id) => refersTo(id) && !makes(id)));
  const around = [
    ...(vpc === undefined || vpc === snippet ? [] : [vpc.bodies]),
    ...standing.map(({ yaml }) => ({ yaml, json: bodyToJson(yaml) })),
  ];
  const separator = language === "json" ? ",\n" : "\n";
  // Each snippet numbers its placeholders itself, so they are filled in one by one before they come together.
  const body = [...around, snippet.bodies].map((bodies) => plainText(bodies[language].trimEnd())).join(separator);
  const bodies = { ...snippet.bodies, [language]: body };
  return `${renderSnippet({ ...snippet, bodies }, { language, place: "document", indent: "", unit: "  ", eol: "\n" })}\n`;
}
