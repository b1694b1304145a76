/** Names of the services behind VPC endpoints. */
import type { Localized } from "../../../base/localized.ts";
import type { HoverContext } from "../property.ts";
import { type Explanation, entryExplanation, speaker } from "./explanation.ts";
import type { WrittenValue } from "./written.ts";

const words = {
  gateway: {
    en: "Here: a gateway endpoint, reached through route tables.",
    ja: "ここでは: ゲートウェイエンドポイント (ルートテーブル経由で到達)。",
  },
  interface: {
    en: "Here: an interface endpoint, a network interface in each subnet.",
    ja: "ここでは: インターフェイスエンドポイント (サブネットごとに ENI を置く)。",
  },
  noGateway: {
    en: "⚠ `VpcEndpointType` is left out, which means Gateway; this service has an interface endpoint only.",
    ja: "⚠ `VpcEndpointType` を省略すると Gateway になるが、このサービスにあるのはインターフェイス型だけ。",
  },
  onlyInterface: {
    en: "⚠ This service has no gateway endpoint; use `VpcEndpointType: Interface`.",
    ja: "⚠ ゲートウェイ型のないサービス。`VpcEndpointType: Interface` を指定する。",
  },
} as const satisfies Readonly<Record<string, Localized>>;

/** Services with a gateway endpoint. https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html */
const withGateway: ReadonlySet<string> = new Set(["s3", "dynamodb", "s3express"]);

export function endpointServiceExplanation(value: WrittenValue, context: HoverContext): Explanation | undefined {
  const text = value.text.trim();
  const region = String.raw`(?:\$\{[^}]*\}|[a-z]{2}(?:-[a-z]+)+-\d)`;
  const own = new RegExp(`^(?:com\\.amazonaws\\.vpce\\.${region}\\.|com\\.amazonaws\\.vpce\\.)?vpce-svc-[0-9a-f]+$`);
  if (own.test(text)) return entryOf("vpce-svc", text, value, context);
  const name = new RegExp(
    `^(?:com|cn\\.com)\\.amazonaws\\.(?:${region}\\.)?([a-z0-9.-]+)$|^aws\\.(?:api\\.${region}|sagemaker\\.${region})\\.([a-z0-9.-]+)$`,
  ).exec(text);
  const service = name?.[1] ?? name?.[2];
  return service === undefined ? undefined : entryOf(service, text, value, context);
}

/** `ec2.InterfaceVpcEndpointAwsService.ECR_DOCKER`, `ec2.GatewayVpcEndpointAwsService.S3` */
export function endpointServiceMember(symbol: string, context: HoverContext): Explanation | undefined {
  const member = /^ec2\.(?:Interface|Gateway)VpcEndpointAwsService\.([A-Z0-9_]+)$/.exec(symbol)?.[1];
  const { values } = context.knowledge;
  // `APIGATEWAY` is not the service `apigateway`; the names that differ from the service's have a point before them.
  const entry =
    member === undefined
      ? undefined
      : (values.find("endpoint-services", `.${member}`) ?? values.find("endpoint-services", member));
  return entry && entryExplanation(symbol, entry, context);
}

function entryOf(service: string, text: string, value: WrittenValue, context: HoverContext): Explanation | undefined {
  const entry = context.knowledge.values.find("endpoint-services", service);
  return entry && entryExplanation(text, entry, context, typeLine(service, value, context));
}

/** What the endpoint's type makes of it; nothing where the type is not known. */
function typeLine(service: string, value: WrittenValue, { language }: HoverContext): string | undefined {
  if (value.use?.resource.type !== "AWS::EC2::VPCEndpoint" || service === "vpce-svc") return undefined;
  const say = speaker(words, language);
  const isWritten = value.isWritten("VpcEndpointType");
  const type = isWritten ? value.sibling("VpcEndpointType")?.toLowerCase() : "gateway";
  if (type === "interface") return say("interface");
  if (type !== "gateway") return undefined;
  if (withGateway.has(service)) return say("gateway");
  return say(isWritten ? "onlyInterface" : "noGateway");
}
