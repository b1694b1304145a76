/** The integrations of REST API methods. */
import type { Evaluator, KnownValue, ReferenceValue, UnknownValue } from "../../template/value.ts";
import { textOf } from "../../template/values.ts";
import { type Part, partsIn, resourcesOf } from "./parts.ts";

/** The `Integration` of each method, in each way it can come out. */
export function methodIntegrations(evaluator: Evaluator): readonly Part[] {
  return resourcesOf(evaluator, "AWS::ApiGateway::Method").flatMap((method) =>
    partsIn(evaluator, method, "Integration"),
  );
}

/**
 * Whether a URI calls a Lambda function; undefined where that cannot be told. The action stands in the text even where
 * the function's ARN is only known at deployment: `arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/…`.
 */
export function callsLambda(uri: KnownValue | ReferenceValue | UnknownValue): boolean | undefined {
  const { block, start, end } = uri.span;
  const text = textOf(uri) ?? block.text.slice(start, end);
  return /\blambda:path\//.test(text) ? true : textOf(uri) === undefined ? undefined : false;
}
