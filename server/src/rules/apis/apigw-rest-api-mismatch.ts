import type { Fact } from "../../network/model.ts";
import { getAtt, refTo } from "../../template/edit.ts";
import type { Evaluator, ReferenceValue } from "../../template/value.ts";
import { canHold } from "../basis.ts";
import { defineRule, type Fix } from "../rule.ts";
import { basisOf, type Part, partsIn, readReference, resourcesOf, settingOf } from "./parts.ts";

/** A property that names something of the same API. */
interface Naming {
  /** The resource, or the object in it, that names both. */
  readonly part: Part;
  /** The property that names the API. */
  readonly apiProperty: "RestApiId" | "ApiId";
  readonly property: string;
  /** The type of what is named, and its attribute that stands for it. */
  readonly target: { readonly type: string; readonly attribute?: string | undefined };
}

const kinds = [
  { type: "Stage", property: "DeploymentId", target: "Deployment", attribute: "DeploymentId" },
  { type: "Method", property: "AuthorizerId", target: "Authorizer", attribute: "AuthorizerId" },
  { type: "Method", property: "RequestValidatorId", target: "RequestValidator", attribute: "RequestValidatorId" },
  { type: "Method", property: "ResourceId", target: "Resource", attribute: "ResourceId" },
  { type: "Resource", property: "ParentId", target: "Resource", attribute: "ResourceId" },
] as const;

/**
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_ApiGateway.html
 * API Gateway's answers are in no page of AWS's: "Invalid Request Validator identifier specified"
 * (https://github.com/RafPe/serverless-reqvalidator-plugin/issues/13) and "Invalid authorizer ID specified"
 * (https://github.com/anomalyco/sst/issues/4591).
 */
export const apigwRestApiMismatch = defineRule({
  id: "apigw-rest-api-mismatch",
  group: "apis",
  severity: "error",
  topic: "api-gateway",
  messages: {
    otherApi: {
      en: "{id} is of {api}, but {property} names {other} of {otherApi}. API Gateway looks for it in {api} alone, so CloudFormation will fail. Name one of {api}.",
      ja: "{id} は {api} のものなのに、{property} の {other} は {otherApi} に属する。API Gateway は {api} の中だけを探し、作成は失敗する。{api} のものを指定すること。",
    },
    otherRoot: {
      en: "{id} is of {api}, but {property} names the root of {otherApi}. API Gateway looks for it in {api} alone, so CloudFormation will fail. Name a resource of {api}.",
      ja: "{id} は {api} のものなのに、{property} は {otherApi} のルートリソースを指している。API Gateway は {api} の中だけを探し、作成は失敗する。{api} のリソースを指定すること。",
    },
  },
  check({ evaluator }, report) {
    const apiOf = apisByPart(evaluator);
    for (const naming of namings(evaluator)) {
      const { part, apiProperty, property, target } = naming;
      const { id } = part.owner;
      for (const api of settingOf(evaluator, part, apiProperty, readReference("RestApiId")).known) {
        for (const named of settingOf(evaluator, part, property, readNamed).known) {
          for (const other of apisOf(evaluator, apiOf, named.value, target)) {
            if (other.api === api.value) continue;
            report({
              at: named.span,
              message: other.fact ? "otherApi" : "otherRoot",
              data: { id, api: api.value, property, other: named.value.logicalId, otherApi: other.api },
              related: [
                { at: api.span, message: { en: `${id} is of ${api.value}`, ja: `${id} は ${api.value} のもの` } },
                ...(other.fact
                  ? [
                      {
                        at: other.fact.span,
                        message: {
                          en: `${named.value.logicalId} is of ${other.api}`,
                          ja: `${named.value.logicalId} は ${other.api} のもの`,
                        },
                      },
                    ]
                  : []),
              ],
              because: [...basisOf(part), api, named, ...(other.fact ? [other.fact] : []), ...other.because],
              fixes: () => choices(evaluator, naming, { api: api.value, span: named.span }),
            });
          }
        }
      }
    }
  },
});

function namings(evaluator: Evaluator): readonly Naming[] {
  const named = kinds.flatMap(({ type, property, target, attribute }) =>
    resourcesOf(evaluator, `AWS::ApiGateway::${type}`).map(
      (part): Naming => ({
        part,
        apiProperty: "RestApiId",
        property,
        target: { type: `AWS::ApiGateway::${target}`, attribute },
      }),
    ),
  );
  const ofPlans = resourcesOf(evaluator, "AWS::ApiGateway::UsagePlan").flatMap((plan) =>
    partsIn(evaluator, plan, "ApiStages").map(
      (part): Naming => ({
        part,
        apiProperty: "ApiId",
        property: "Stage",
        target: { type: "AWS::ApiGateway::Stage" },
      }),
    ),
  );
  return [...named, ...ofPlans];
}

function readNamed(value: { readonly kind: string }): ReferenceValue | undefined {
  return isReference(value) ? value : undefined;
}

function isReference(value: { readonly kind: string }): value is ReferenceValue {
  return value.kind === "reference";
}

interface Belonging {
  readonly part: Part;
  readonly fact: Fact<string>;
}

/** The APIs of the resources that belong to one, by logical ID. */
function apisByPart(evaluator: Evaluator): ReadonlyMap<string, readonly Belonging[]> {
  const types = ["Deployment", "Authorizer", "RequestValidator", "Resource", "Stage"];
  return new Map(
    resourcesOf(evaluator, ...types.map((type) => `AWS::ApiGateway::${type}`)).map((part) => [
      part.owner.id,
      settingOf(evaluator, part, "RestApiId", readReference("RestApiId")).known.map((fact) => ({ part, fact })),
    ]),
  );
}

interface OtherApi {
  readonly api: string;
  readonly fact?: Fact<string>;
  readonly because: readonly Part["owner"][];
}

/** The APIs that what is named belongs to; the root of an API belongs to that one. */
function apisOf(
  { template }: Evaluator,
  apiOf: ReadonlyMap<string, readonly Belonging[]>,
  { logicalId, attribute }: ReferenceValue,
  target: Naming["target"],
): readonly OtherApi[] {
  if (attribute === "RootResourceId") return [{ api: logicalId, because: [] }];
  if (attribute !== undefined && attribute !== target.attribute) return [];
  if (template.resources.get(logicalId)?.type !== target.type) return [];
  return (apiOf.get(logicalId) ?? []).map(({ part, fact }) => ({ api: fact.value, fact, because: [part.owner] }));
}

/** The things of the right API. */
function choices(
  evaluator: Evaluator,
  { part, property, target }: Naming,
  { api, span }: { readonly api: string; readonly span: Fact<unknown>["span"] },
): readonly Fix[] {
  const found = resourcesOf(evaluator, target.type).filter(
    (each) =>
      each.owner.id !== part.owner.id &&
      canHold(evaluator.conditions, each.owner.guard, part.owner.guard) &&
      settingOf(evaluator, each, "RestApiId", readReference("RestApiId")).known.some(({ value }) => value === api),
  );
  const takesRoot = target.type === "AWS::ApiGateway::Resource";
  const root: readonly Fix[] = takesRoot
    ? [
        {
          title: { en: `Name the root of ${api}`, ja: `${api} のルートリソースにする` },
          edits: [{ kind: "replace-value", span, value: getAtt(api, "RootResourceId") }],
          preferred: found.length === 0,
        },
      ]
    : [];
  return [
    ...found.map(({ owner }) => ({
      title: { en: `Name ${owner.id} in ${property}`, ja: `${property} を ${owner.id} にする` },
      edits: [{ kind: "replace-value" as const, span, value: refTo(owner.id) }],
      preferred: found.length === 1 && !takesRoot,
    })),
    ...root,
  ];
}
