/** Names of AWS services for VPC endpoints. */
import { CompletionItemKind } from "vscode-languageserver-types";
import { propertyOf } from "../../template/expression.ts";
import { textOf } from "../../template/values.ts";
import type { Want } from "./fitting.ts";
import { isJson, type Offer, type Spot } from "./item.ts";
import { nameText } from "./references.ts";
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

/** @param write the full name as it stands in a program, Region included; without it, as a template writes it */
export function* serviceNameOffers(spot: Spot, want: Want, write?: (service: string) => string): Generator<Offer> {
  const region = /^["']?com\.amazonaws\.([a-z]{2}(?:-[a-z]+)+-\d)\./.exec(spot.typed)?.[1];
  for (const { name, detail } of servicesFor(spot, want)) {
    if (write) {
      const text = write(name);
      yield { ...service(spot, name, detail), label: text, text };
    } else if (region !== undefined) {
      const value = `com.amazonaws.${region}.${name}`;
      const text = spot.snapshot.document.renderValue(value, spot.offset);
      yield { ...service(spot, name, detail), label: value, text, filter: undefined };
    } else {
      const value = `com.amazonaws.\${AWS::Region}.${name}`;
      const text = spot.snapshot.document.renderValue({ call: "Sub", argument: value }, spot.offset);
      yield { ...service(spot, name, detail), label: isJson(spot) ? value : text, text };
    }
  }
}

/** The same as the text of a `Sub` that stands there already. */
export function* serviceTextOffers(spot: Spot, want: Want): Generator<Offer> {
  for (const { name, detail } of servicesFor(spot, want)) {
    const value = `com.amazonaws.\${AWS::Region}.${name}`;
    yield { ...service(spot, name, detail), label: value, text: nameText(spot, value, '"'), filter: undefined };
  }
}

interface ServiceName {
  readonly name: string;
  readonly detail: string;
}

function* servicesFor(spot: Spot, { use, property }: Want): Generator<ServiceName> {
  if (use.resource.type !== "AWS::EC2::VPCEndpoint" || property?.name !== "ServiceName") return;
  const written = propertyOf(use.resource.properties, "VpcEndpointType")?.value;
  // Without a type the endpoint is a gateway.
  const type = written === undefined ? undefined : textOf(spot.snapshot.evaluator.resolve(written));
  const { language } = spot.context;
  if (written === undefined || type === "Gateway") {
    yield* gatewayServices.map((name) => ({ name, detail: say("endpointGateway", language) }));
  } else if (type === "Interface") {
    yield* interfaceServices.map((name) => ({ name, detail: say("endpointInterface", language) }));
  }
}

function service(spot: Spot, name: string, kind: string): Omit<Offer, "label" | "text"> {
  const { language, knowledge } = spot.context;
  const about = knowledge.values.find("endpoint-services", name);
  const detail = about?.name ? `${about.name[language]} · ${kind}` : kind;
  return { kind: CompletionItemKind.Value, rank: 1, detail, documentation: about?.text[language], filter: name };
}
