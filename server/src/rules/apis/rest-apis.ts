/** REST APIs of the template, and what belongs to them. */
import type { Fact } from "../../network/model.ts";
import type { Evaluator } from "../../template/value.ts";
import { type Part, readReference, resourcesOf, settingOf } from "./parts.ts";

/** A resource that names its API. */
export interface OfApi {
  readonly part: Part;
  /** What says so: the logical ID of the API. */
  readonly api: Fact<string>;
}

/** The resources of the type that belong to the API, each way in which they do. */
export function resourcesOfApi(evaluator: Evaluator, type: string, apiId: string): readonly OfApi[] {
  return resourcesOf(evaluator, type).flatMap((part) =>
    settingOf(evaluator, part, "RestApiId", readReference("RestApiId"))
      .known.filter(({ value }) => value === apiId)
      .map((api) => ({ part, api })),
  );
}
