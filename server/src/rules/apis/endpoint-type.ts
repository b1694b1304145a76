/**
 * The endpoint type of a REST API; edge-optimized unless it says something else.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-endpoint-types.html
 */
import { readOneOf } from "../../network/facts.ts";
import type { Fact } from "../../network/model.ts";
import { propertyOf } from "../../template/expression.ts";
import type { Evaluator } from "../../template/value.ts";
import type { Basis } from "../basis.ts";
import { basisOf, itemsOfSetting, type Part, partsIn, readAnything, settingOf } from "./parts.ts";

export type EndpointType = "EDGE" | "REGIONAL" | "PRIVATE";

export interface TypedEndpoint {
  readonly type: EndpointType;
  /** Where it is written; undefined for the default. */
  readonly written?: Fact<EndpointType> | undefined;
  readonly because: readonly Basis[];
}

/** The ways in which the type of the API can come out, as far as they are known. */
export function endpointTypes(evaluator: Evaluator, api: Part): readonly TypedEndpoint[] {
  const { resource } = api.owner;
  const configurations = partsIn(evaluator, api, "EndpointConfiguration");
  const written = configurations.flatMap((configuration): readonly TypedEndpoint[] => {
    const { absent, known } = itemsOfSetting(evaluator, configuration, "Types", readType);
    const because = basisOf(configuration);
    return [
      ...known.map((type) => ({ type: type.value, written: type, because: [...because, type] })),
      ...absent.map((guard) => ({ type: "EDGE" as const, because: [...because, { guard }] })),
    ];
  });
  // `endpointConfigurationTypes` may be among the parameters that go with an imported definition.
  if (propertyOf(resource.properties, "Parameters")) return written;
  const { absent } = settingOf(evaluator, api, "EndpointConfiguration", readAnything(evaluator));
  return [...written, ...absent.map((guard) => ({ type: "EDGE" as const, because: [api.owner, { guard }] }))];
}

const readType = readOneOf("EDGE", "REGIONAL", "PRIVATE");
