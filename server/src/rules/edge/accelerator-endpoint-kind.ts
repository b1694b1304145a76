import type { Localized } from "../../base/localized.ts";
import { readOneOf, readText } from "../../network/facts.ts";
import type { Fact } from "../../network/model.ts";
import { getAtt } from "../../template/edit.ts";
import type { Evaluator, KnownValue, ReferenceValue, UnknownValue } from "../../template/value.ts";
import { basisOf, type Part, partsIn, readReference, resourcesOf, settingOf } from "../apis/parts.ts";
import type { Basis } from "../basis.ts";
import { defineRule } from "../rule.ts";

/** https://docs.aws.amazon.com/global-accelerator/latest/dg/about-endpoints.html */
export const acceleratorEndpointKind = defineRule({
  id: "accelerator-endpoint-kind",
  group: "edge",
  severity: "error",
  topic: "global-accelerator-components",
  messages: {
    notSupported: {
      en: "{id} has {endpoint} as an endpoint, which is {kind}. An accelerator leads to Application and Network Load Balancers, EC2 instances and Elastic IPs only. Put a load balancer in front, or take CloudFront for web content.",
      ja: "{id} のエンドポイント {endpoint} は {kind}。アクセラレーターのエンドポイントは ALB、NLB、EC2 インスタンス、Elastic IP に限られる。手前にロードバランサーを置くか、Web コンテンツなら CloudFront を使うこと。",
    },
    address: {
      en: "{id} names the Elastic IP {endpoint} by its address, but Global Accelerator knows it by its allocation ID. The stack will fail. Use the attribute AllocationId.",
      ja: "{id} は Elastic IP {endpoint} をアドレスで指定しているが、Global Accelerator が受け付けるのは割り当て ID で、作成は失敗する。属性 AllocationId を使うこと。",
    },
    dualStack: {
      en: "{id} has the Elastic IP {endpoint} as an endpoint, but {accelerator} is dual-stack, and dual-stack accelerators take no Elastic IPs. Take the instance or a load balancer, or make {accelerator} IPV4.",
      ja: "{id} のエンドポイントは Elastic IP {endpoint} だが、{accelerator} はデュアルスタックで、Elastic IP を使えない。インスタンスやロードバランサーを指定するか、{accelerator} を IPV4 にすること。",
    },
  },
  check({ evaluator, template }, report) {
    for (const group of resourcesOf(evaluator, "AWS::GlobalAccelerator::EndpointGroup")) {
      const { id } = group.owner;
      for (const endpoint of partsIn(evaluator, group, "EndpointConfigurations")) {
        for (const target of settingOf(evaluator, endpoint, "EndpointId", readTarget).known) {
          const because = [...basisOf(endpoint), target];
          const { attribute, logicalId, text } = target.value;
          const kind = kindOf(logicalId === undefined ? undefined : template.resources.get(logicalId)?.type, text);
          if (kind) {
            const data = { id, endpoint: logicalId ?? text ?? "", kind };
            report({ at: target.span, message: "notSupported", data, because });
            continue;
          }
          const eip = resourcesOf(evaluator, "AWS::EC2::EIP").find(({ owner }) => owner.id === logicalId)?.owner;
          if (!eip) continue;
          const related = [{ at: eip.resource.idSpan, message: { en: "The Elastic IP", ja: "Elastic IP はここ" } }];
          if (attribute === undefined || attribute === "PublicIp") {
            report({
              at: target.span,
              message: "address",
              data: { id, endpoint: eip.id },
              related,
              because,
              fixes: () => [
                {
                  title: {
                    en: `Name ${eip.id} by its allocation ID`,
                    ja: `${eip.id} を割り当て ID で指定する`,
                  },
                  edits: [{ kind: "replace-value", span: target.span, value: getAtt(eip.id, "AllocationId") }],
                  preferred: true,
                },
              ],
            });
          }
          for (const { accelerator, because: chain, written } of dualStackOf(evaluator, group)) {
            report({
              at: target.span,
              message: "dualStack",
              data: { id, endpoint: eip.id, accelerator },
              related: [{ at: written.span, message: { en: "Dual-stack", ja: "デュアルスタックの指定" } }],
              because: [...because, ...chain],
            });
          }
        }
      }
    }
  },
});

interface Target {
  readonly logicalId?: string;
  readonly attribute?: string | undefined;
  readonly text?: string;
}

function readTarget(value: KnownValue | ReferenceValue | UnknownValue): Target | undefined {
  if (value.kind === "reference") return { logicalId: value.logicalId, attribute: value.attribute };
  const text = readText(value);
  return text === undefined ? undefined : { text };
}

const kinds: Readonly<Record<string, Localized>> = {
  "AWS::S3::Bucket": { en: "an S3 bucket", ja: "S3 バケット" },
  "AWS::ApiGateway::RestApi": { en: "a REST API", ja: "REST API" },
  "AWS::ApiGatewayV2::Api": { en: "an API of API Gateway", ja: "API Gateway の API" },
  "AWS::CloudFront::Distribution": { en: "a CloudFront distribution", ja: "CloudFront ディストリビューション" },
  "AWS::Lambda::Function": { en: "a Lambda function", ja: "Lambda 関数" },
  "AWS::EC2::Subnet": { en: "a subnet", ja: "サブネット" },
  "AWS::ElasticLoadBalancing::LoadBalancer": { en: "a Classic Load Balancer", ja: "Classic Load Balancer" },
  "AWS::ElasticLoadBalancingV2::TargetGroup": { en: "a target group", ja: "ターゲットグループ" },
  "AWS::AutoScaling::AutoScalingGroup": { en: "an Auto Scaling group", ja: "Auto Scaling グループ" },
  "AWS::ECS::Service": { en: "an ECS service", ja: "ECS サービス" },
};

/** Services whose ARNs stand for something in the list above. */
const services: Readonly<Record<string, string>> = {
  s3: "AWS::S3::Bucket",
  apigateway: "AWS::ApiGateway::RestApi",
  "execute-api": "AWS::ApiGatewayV2::Api",
  cloudfront: "AWS::CloudFront::Distribution",
  lambda: "AWS::Lambda::Function",
};

/** What no accelerator leads to; undefined for all else. */
function kindOf(type: string | undefined, text: string | undefined): Localized | undefined {
  if (type !== undefined) return kinds[type];
  if (text === undefined) return undefined;
  if (/^subnet-[\da-f]+$/.test(text)) return kinds["AWS::EC2::Subnet"];
  const service = /^arn:[\w-]+:([\w-]+):/.exec(text)?.[1];
  const named = service === undefined ? undefined : services[service];
  return named === undefined ? undefined : kinds[named];
}

interface DualStack {
  readonly accelerator: string;
  readonly written: Fact<string>;
  readonly because: readonly Basis[];
}

/** The ways in which the accelerator of the group is dual-stack. */
function dualStackOf(evaluator: Evaluator, group: Part): readonly DualStack[] {
  return settingOf(evaluator, group, "ListenerArn", readReference("ListenerArn")).known.flatMap((toListener) =>
    resourcesOf(evaluator, "AWS::GlobalAccelerator::Listener")
      .filter(({ owner }) => owner.id === toListener.value)
      .flatMap((listener) => {
        const links = settingOf(evaluator, listener, "AcceleratorArn", readReference("AcceleratorArn")).known;
        return links.flatMap((toAccelerator) =>
          resourcesOf(evaluator, "AWS::GlobalAccelerator::Accelerator")
            .filter(({ owner }) => owner.id === toAccelerator.value)
            .flatMap((accelerator) =>
              settingOf(evaluator, accelerator, "IpAddressType", readOneOf("DUAL_STACK")).known.map((written) => ({
                accelerator: accelerator.owner.id,
                written,
                because: [toListener, listener.owner, toAccelerator, accelerator.owner, written],
              })),
            ),
        );
      }),
  );
}
