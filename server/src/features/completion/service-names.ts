/** Names of AWS services for VPC endpoints. */
import { CompletionItemKind } from "vscode-languageserver-types";
import { propertyOf } from "../../template/expression.ts";
import { textOf } from "../../template/values.ts";
import type { Want } from "./fitting.ts";
import { isJson, type Offer, type Spot } from "./item.ts";
import { say } from "./wording.ts";

/** https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html */
const gatewayServices = ["s3", "dynamodb"];
/** Those that private subnets need most: https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html */
const interfaceServices = [
  "ssm",
  "ssmmessages",
  "ec2messages",
  "ecr.api",
  "ecr.dkr",
  "logs",
  "secretsmanager",
  "kms",
  "sts",
  "sqs",
  "sns",
  "execute-api",
  "s3",
  "dynamodb",
];

export function* serviceNameOffers(spot: Spot, { use, property }: Want): Generator<Offer> {
  if (use.resource.type !== "AWS::EC2::VPCEndpoint" || property?.name !== "ServiceName") return;
  const written = propertyOf(use.resource.properties, "VpcEndpointType")?.value;
  // Without a type the endpoint is a gateway.
  const type = written === undefined ? undefined : textOf(spot.snapshot.evaluator.resolve(written));
  const { language } = spot.context;
  if (written === undefined || type === "Gateway") {
    yield* gatewayServices.map((name) => service(spot, name, say("endpointGateway", language)));
  } else if (type === "Interface") {
    yield* interfaceServices.map((name) => service(spot, name, say("endpointInterface", language)));
  }
}

function service(spot: Spot, name: string, detail: string): Offer {
  const value = `com.amazonaws.\${AWS::Region}.${name}`;
  const text = spot.snapshot.document.renderValue({ call: "Sub", argument: value }, spot.offset);
  return { label: isJson(spot) ? value : text, kind: CompletionItemKind.Value, rank: 1, text, detail, filter: name };
}
