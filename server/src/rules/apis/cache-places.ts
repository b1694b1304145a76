/**
 * Where a REST API's cache is set up: on a stage, in the stage that a deployment makes along with itself, and on a SAM
 * API, which hands both settings to its stage as they are.
 */
import type { Evaluator } from "../../template/value.ts";
import { type Part, partsIn, resourcesOf } from "./parts.ts";

/** What holds `CacheClusterEnabled` and `CacheClusterSize`. */
export function stagesOf(evaluator: Evaluator): readonly Part[] {
  return [...resourcesOf(evaluator, "AWS::ApiGateway::Stage", "AWS::Serverless::Api"), ...describedStages(evaluator)];
}

/** What holds `CachingEnabled` and `CacheTtlInSeconds` of the stage: its settings for methods. */
export function cachingSettingsOf(evaluator: Evaluator, stage: Part): readonly Part[] {
  // A stage that a deployment describes takes them for all its methods, too.
  return [...(stage.inside ? [stage] : []), ...partsIn(evaluator, stage, "MethodSettings")];
}

function describedStages(evaluator: Evaluator): readonly Part[] {
  return resourcesOf(evaluator, "AWS::ApiGateway::Deployment").flatMap((deployment) =>
    partsIn(evaluator, deployment, "StageDescription"),
  );
}
