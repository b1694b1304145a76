/** What kind of VPC endpoint one is, for which service, and what it is given. */
import type { Span } from "../../base/span.ts";
import { propertyFacts } from "../../network/facts.ts";
import type { Fact, Facts, Network, VpcEndpoint } from "../../network/model.ts";
import { keyOfText, writtenTexts } from "../../network/written-text.ts";
import { propertyOf } from "../../template/expression.ts";
import type { Evaluator, KnownValue, ReferenceValue, UnknownValue } from "../../template/value.ts";
import { isList, textOf } from "../../template/values.ts";
import type { Basis } from "../basis.ts";

export type EndpointType = VpcEndpoint["type"]["known"][number]["value"];

export interface TypedWay {
  /** Undefined for the default. */
  readonly written?: Fact<EndpointType> | undefined;
  readonly because: readonly Basis[];
}

/**
 * The ways in which the endpoint is of the type, as far as that is known. Without a type one for a service is a gateway
 * endpoint; those for service networks and resources are none, whatever their default.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcendpoint.html
 */
export function waysOfType(endpoint: VpcEndpoint, ...types: readonly EndpointType[]): readonly TypedWay[] {
  const { absent, known } = endpoint.type;
  const written = known.filter(({ value }) => types.includes(value));
  const isForService = propertyOf(endpoint.resource.properties, "ServiceName") !== undefined;
  const byDefault = types.includes("Gateway") && isForService ? absent : [];
  return [
    ...written.map((fact) => ({ written: fact, because: [endpoint, fact] })),
    ...byDefault.map((guard) => ({ because: [endpoint, { guard }] })),
  ];
}

/** A service of AWS by the last part of its name: `ssm`, `ecr.dkr`. */
export interface ServiceWay extends Basis {
  readonly service: string;
  readonly span: Span;
}

/** `com.amazonaws.<region>.<service>`, with `cn.` in front in China, `aws.` for services such as SageMaker notebooks. */
const serviceName = /^(?:(?:cn\.)?com\.amazonaws|aws\.(?:api|sagemaker))\.(?!vpce\.)[^.]+\.([a-z][a-z0-9.-]*)$/;

/**
 * The services of AWS that the endpoint may be for. The Region in the name need not be known. Services of other accounts
 * (`com.amazonaws.vpce.…`) are none of them.
 */
export function servicesOf(evaluator: Evaluator, endpoint: VpcEndpoint): readonly ServiceWay[] {
  const expression = propertyOf(endpoint.resource.properties, "ServiceName")?.value;
  if (!expression) return [];
  const known = endpoint.serviceName.known.map(({ value, guard, span, from }) => ({ text: value, guard, span, from }));
  const written = writtenTexts(evaluator, expression, endpoint.guard).flatMap((way) =>
    // One written part alone is known as it is, and one unknown part alone says nothing.
    way.parts.length < 2
      ? []
      : [
          {
            text: way.parts.map((part) => (part.kind === "text" ? part.text : "*")).join(""),
            guard: way.guard,
            span: expression.span,
            from: [],
          },
        ],
  );
  const found = known.length > 0 ? known : written;
  return found.flatMap(({ text, ...rest }) => {
    const service = serviceName.exec(text.trim())?.[1];
    return service === undefined ? [] : [{ service, ...rest }];
  });
}

/** Keys that are equal for endpoints of one service, whoever's it is; each with what it rests on. */
export function serviceKeys(
  evaluator: Evaluator,
  endpoint: VpcEndpoint,
): readonly (Basis & { readonly key: string })[] {
  const { properties } = endpoint.resource;
  const region = propertyOf(properties, "ServiceRegion")?.value;
  const [regionWay, ...otherRegions] = writtenTexts(evaluator, region, endpoint.guard);
  if (region && (!regionWay || otherRegions.length > 0)) return [];
  const suffix = regionWay ? ` in ${keyOfText(regionWay)}` : "";
  return writtenTexts(evaluator, propertyOf(properties, "ServiceName")?.value, endpoint.guard).map((way) => ({
    key: `${keyOfText(way)}${suffix}`,
    guard: way.guard,
  }));
}

/**
 * Services with gateway endpoints; all that begin like them may have one as well, for all that is known.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html
 */
export function mayHaveGateway(service: string): boolean {
  return /^(?:s3|dynamodb)/.test(service);
}

/** Whether the endpoint is of a type that its service does not have: then nothing else is wrong with it. */
export function isForGatewayService(evaluator: Evaluator, endpoint: VpcEndpoint): boolean {
  return servicesOf(evaluator, endpoint).every(({ service }) => mayHaveGateway(service));
}

/**
 * Whether something is given in a property that holds a list of ids. An empty list is nothing; a parameter may be empty,
 * but for the types of EC2, which CloudFormation refuses then.
 */
export function givenIds({ evaluator }: Network, endpoint: VpcEndpoint, property: string): Facts<true> {
  return propertyFacts(evaluator, endpoint, property, (value) => (isGiven(value) ? true : undefined));
}

function isGiven(value: KnownValue | ReferenceValue | UnknownValue): boolean {
  if (value.kind === "unknown") {
    return value.reason.kind !== "parameter" || value.reason.type.startsWith("List<AWS::EC2::");
  }
  if (value.kind === "known" && isList(value.data)) return value.data.some((item) => item.kind !== "absent");
  return textOf(value)?.trim() !== "";
}
