/** Which kind of API an `AWS::ApiGatewayV2` resource belongs to. */
import { readOneOf } from "../../network/facts.ts";
import type { Fact } from "../../network/model.ts";
import type { Evaluator } from "../../template/value.ts";
import type { Basis } from "../basis.ts";
import { type Part, readReference, resourcesOf, settingOf } from "./parts.ts";

export type ApiProtocol = "HTTP" | "WEBSOCKET";

/** A protocol that the API can have, and what that rests on. */
export interface WithProtocol {
  readonly protocol: ApiProtocol;
  /** Where it is written. */
  readonly written?: Fact<ApiProtocol> | undefined;
  readonly because: readonly Basis[];
}

/** The protocols of the API that the part's `ApiId` refers to; none where the API is not in the template. */
export function protocolsOfApiOf(evaluator: Evaluator, part: Part): readonly WithProtocol[] {
  const apis = resourcesOf(evaluator, "AWS::ApiGatewayV2::Api", "AWS::Serverless::HttpApi");
  return settingOf(evaluator, part, "ApiId", readReference("ApiId")).known.flatMap((reference) =>
    apis
      .filter(({ owner }) => owner.id === reference.value)
      .flatMap((api) => protocolsOf(evaluator, api))
      .map((known) => ({ ...known, because: [reference, ...known.because] })),
  );
}

/** The protocols of an API. */
export function protocolsOf(evaluator: Evaluator, api: Part): readonly WithProtocol[] {
  if (api.owner.resource.type === "AWS::Serverless::HttpApi") return [{ protocol: "HTTP", because: [api.owner] }];
  return settingOf(evaluator, api, "ProtocolType", readOneOf("HTTP", "WEBSOCKET")).known.map((protocol) => ({
    protocol: protocol.value,
    written: protocol,
    because: [api.owner, protocol],
  }));
}
