/** Statements of one stack, read by us and run by the CDK itself: what is said against what is made. */
import * as cdk from "aws-cdk-lib";
import * as apigateway from "aws-cdk-lib/aws-apigateway";
import * as apigatewayv2 from "aws-cdk-lib/aws-apigatewayv2";
import * as appsync from "aws-cdk-lib/aws-appsync";
import * as autoscaling from "aws-cdk-lib/aws-autoscaling";
import * as ec2 from "aws-cdk-lib/aws-ec2";
import * as ecs from "aws-cdk-lib/aws-ecs";
import * as elbv2 from "aws-cdk-lib/aws-elasticloadbalancingv2";
import * as elbv2Targets from "aws-cdk-lib/aws-elasticloadbalancingv2-targets";
import * as globalaccelerator from "aws-cdk-lib/aws-globalaccelerator";
import * as globalacceleratorEndpoints from "aws-cdk-lib/aws-globalaccelerator-endpoints";
import * as iam from "aws-cdk-lib/aws-iam";
import * as lambda from "aws-cdk-lib/aws-lambda";
import * as rds from "aws-cdk-lib/aws-rds";
import * as route53 from "aws-cdk-lib/aws-route53";
import * as route53Targets from "aws-cdk-lib/aws-route53-targets";
import { expect } from "vitest";
import type { Template } from "../../server/src/template/template.ts";
import { asFarAsSaid, type MadeResources, resourcesIn, synthesize } from "./cdk-synth.ts";

/** The library's modules that programs of tests use, by the names under which they import them. */
const modules: Readonly<Record<string, readonly [path: string, module: unknown]>> = {
  apigateway: ["aws-apigateway", apigateway],
  apigatewayv2: ["aws-apigatewayv2", apigatewayv2],
  appsync: ["aws-appsync", appsync],
  autoscaling: ["aws-autoscaling", autoscaling],
  ec2: ["aws-ec2", ec2],
  ecs: ["aws-ecs", ecs],
  elbv2: ["aws-elasticloadbalancingv2", elbv2],
  elbv2_targets: ["aws-elasticloadbalancingv2-targets", elbv2Targets],
  globalaccelerator: ["aws-globalaccelerator", globalaccelerator],
  globalaccelerator_endpoints: ["aws-globalaccelerator-endpoints", globalacceleratorEndpoints],
  iam: ["aws-iam", iam],
  lambda_: ["aws-lambda", lambda],
  rds: ["aws-rds", rds],
  route53: ["aws-route53", route53],
  route53_targets: ["aws-route53-targets", route53Targets],
};

/** A program around statements in which `this` is the stack. */
export function stackInTypeScript(statements: string): string {
  const imports = Object.entries(modules).map(([name, [path]]) => `import * as ${name} from 'aws-cdk-lib/${path}';\n`);
  return `import * as cdk from 'aws-cdk-lib';
${imports.join("")}
class Net extends cdk.Stack {
  constructor(scope: Construct, id: string, props: NetProps) {
    super(scope, id, props);
    ${statements.trim().split("\n").join("\n    ")}
  }
}
`;
}

export function stackInPython(statements: string): string {
  const imports = Object.entries(modules).map(
    ([name, [path]]) => `from aws_cdk import ${path.replaceAll("-", "_")} as ${name}\n`,
  );
  return `import aws_cdk as cdk
${imports.join("")}
class Net(cdk.Stack):
    def __init__(self, scope, id, **kwargs):
        super().__init__(scope, id, **kwargs)
        ${statements.trim().split("\n").join("\n        ")}
`;
}

/** Runs the statements (JavaScript) in a stack. */
function run(statements: string): (stack: cdk.Stack) => void {
  const body = new Function("cdk", ...Object.keys(modules), statements);
  return (stack) => body.call(stack, cdk, ...Object.values(modules).map(([, module]) => module));
}

export interface Comparison {
  readonly template: Template;
  readonly statements: string;
  /** The types of resources that are compared; others are left out. */
  readonly types: RegExp;
  /** Feature flags; what they decide is said under conditions of their names. */
  readonly flags?: Readonly<Record<string, boolean>>;
}

/** Every resource of those types must be said, and each property that is made, or be unknown. */
export function expectAsSynthesized({ template, statements, types, flags = {} }: Comparison): void {
  const [made] = synthesize([run(statements)], { context: flags });
  if (!made) throw new Error("The CDK refuses it.");
  expectAsMade(template, made, { types, flags });
}

/** As `expectAsSynthesized`, for what was synthesized elsewhere, in a stack with two zones. */
export function expectAsMade(
  template: Template,
  made: MadeResources,
  { types, flags = {} }: Pick<Comparison, "types" | "flags">,
): void {
  const twoZones = /availability_?zones\)?(\.length)? ={2,3} 2$/i;
  const said = comparable(
    resourcesIn(template, (name) => flags[name] ?? twoZones.test(name)),
    types,
  );
  const expected = comparable(made, types);
  expect(Object.keys(said).sort()).toEqual(Object.keys(expected).sort());
  for (const [id, each] of Object.entries(said)) {
    const inFull = expected[id];
    const isOpen = template.resources.get(id)?.open === true;
    expect(each, id).toEqual(asFarAsSaid(inFull && isOpen ? onlySaid(inFull, each) : inFull, each));
  }
}

interface ComparableResource {
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Of what may have more properties, those that are said. */
function onlySaid(made: ComparableResource, said: ComparableResource): ComparableResource {
  const properties = Object.entries(made.properties).filter(([key]) => key in said.properties);
  return { ...made, properties: Object.fromEntries(properties) };
}

type Comparable = Readonly<Record<string, ComparableResource>>;

/** Without the order of creation; what the CDK gives ids with hashes in them goes by what it says. */
function comparable(resources: MadeResources, types: RegExp): Comparable {
  return Object.fromEntries(
    Object.entries(resources)
      .filter(([, { type }]) => types.test(type))
      .map(([id, { type, properties }]) => {
        const given = properties as ComparableResource["properties"];
        const isHashed = /SecurityGroup(In|E)gress$|AclAssociation$/.test(type);
        return [isHashed ? `${type} ${ruleText(given)}` : id, { type, properties: given }];
      }),
  );
}

function ruleText({ Description: _, ...others }: ComparableResource["properties"]): string {
  return JSON.stringify(Object.entries(others).sort(([a], [b]) => a.localeCompare(b)));
}
